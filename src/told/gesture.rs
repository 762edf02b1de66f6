//! What of a gesture goes without saying, since another part of it says so.

use crate::journal::event::Event;
use crate::model::memo::About;
use crate::model::review::Verdict;

/// Tells whether an event is only part of what another one of the same gesture says.
pub(super) fn goes_with_another(event: &Event, events: &[Event]) -> bool {
    match event {
        Event::CodeDescribed { code: own, .. } | Event::CodeRecoloured { code: own, .. } => events.iter().any(
            |other| matches!(other, Event::CodeCreated { code, .. } | Event::CodeMoved { code, .. } if code == own),
        ),
        Event::CoderNamed { .. } | Event::CodeCreated { .. } => {
            events.iter().any(|other| matches!(other, Event::ProjectCreated { .. }))
        }
        Event::TurnsAdded { .. } | Event::AgreementFound { .. } => true,
        Event::SourceFileKept { source: own, .. } => {
            events.iter().any(|other| matches!(other, Event::SourceAdded { source, .. } if source == own))
        }
        // A turn that begins or goes is all that is meant, and not the line break that goes with it.
        Event::TextReplaced { .. } | Event::SpeakerTold { .. } => {
            events.iter().any(|other| matches!(other, Event::TurnBegun { .. } | Event::TurnJoined { .. }))
        }
        Event::WordsExcluded { .. } => events.iter().any(|other| matches!(other, Event::WordsIncluded { .. })),
        Event::CodingAdded { coding: own, .. }
        | Event::CodingResized { coding: own, .. }
        | Event::CodingRecoded { coding: own, .. }
        | Event::CodingRemoved { coding: own, .. } => {
            events.iter().any(|other| matches!(other, Event::CodingReviewed { coding, .. } if coding == own))
        }
        Event::DoubleCodingPlaced { .. } => events.iter().any(|other| matches!(other, Event::DoubleCodingBegun { .. })),
        Event::MemoWritten { about: About::Coding(own), .. } => events.iter().any(
            |other| matches!(other, Event::CodingReviewed { coding, verdict: Verdict::Questioned } if coding == own),
        ),
        Event::ThreadReopened { memo } => {
            events.iter().any(|other| matches!(other, Event::MemoAnswered { to, .. } if to == memo))
        }
        Event::CaseLinked { case: own, .. } => {
            events.iter().any(|other| matches!(other, Event::CaseCreated { case, .. } if case == own))
        }
        _ => false,
    }
}
