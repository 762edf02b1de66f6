//! Where a click on a gesture goes.

use crate::journal::event::Event;
use crate::model::anchor::AnchoredSpan;
use crate::model::id::SourceId;
use crate::model::memo::About;
use crate::model::project::Project;
use crate::session::history::Gesture;
use crate::ui::action::Look;
use crate::ui::reviewing::{Agreeing, ReviewPart};
use crate::ui::screen::{Room, Selection};

/// The looks that lead to what a gesture was about; nothing where it is no longer there.
pub(super) fn goal(project: &Project, gesture: &Gesture) -> Vec<Look> {
    gesture.events().iter().find_map(|event| of_event(project, event)).unwrap_or_default()
}

/// The looks that lead to what a memo is about.
pub(super) fn about(project: &Project, subject: About) -> Option<Vec<Look>> {
    match subject {
        About::Project => Some(vec![Look::AtStudyCard]),
        About::Source(id) => project.source(id).map(|source| vec![Look::AtSource(source.id)]),
        About::Code(id) => {
            project.codebook().code(id)?;
            Some(vec![Look::In(Room::Code), Look::AtCode(id)])
        }
        About::Coding(id) => project.coding(id).map(|coding| vec![Look::AtCoding(coding.id)]),
        About::Case(id) => project.case(id).map(|_| vec![Look::In(Room::Cases)]),
    }
}

/// The looks that lead to characters of a source, if they are still seen.
fn at_words(project: &Project, id: SourceId, at: AnchoredSpan) -> Option<Vec<Look>> {
    let span = project.source(id)?.resolve(at)?;
    Some(vec![Look::AtSource(id), Look::Select(Some(Selection::over(span)))])
}

fn of_event(project: &Project, event: &Event) -> Option<Vec<Look>> {
    let code = |id| about(project, About::Code(id));
    let coding = |id| about(project, About::Coding(id));
    let source = |id| about(project, About::Source(id));
    let case = |id| about(project, About::Case(id));
    match event {
        Event::CodingAdded { coding: id, .. }
        | Event::CodingResized { coding: id, .. }
        | Event::CodingRecoded { coding: id, .. }
        | Event::CodingReviewed { coding: id, .. } => coding(*id),
        Event::CodingRemoved { .. } => None,
        Event::CodeCreated { code: id, .. }
        | Event::CodeRenamed { code: id, .. }
        | Event::CodeDescribed { code: id, .. }
        | Event::CodeRecoloured { code: id, .. }
        | Event::CodeKindChanged { code: id, .. }
        | Event::CodeOriginChanged { code: id, .. }
        | Event::CodeMoved { code: id, .. }
        | Event::CodeRestored { code: id }
        | Event::CodesMerged { into: id, .. } => code(*id),
        Event::SourceAdded { source: id, .. }
        | Event::TurnsAdded { source: id, .. }
        | Event::SourceFileKept { source: id, .. }
        | Event::SourceRenamed { source: id, .. }
        | Event::LanguageTold { source: id, .. }
        | Event::SpeakerChanged { source: id, .. }
        | Event::SourceRestored { source: id }
        | Event::TurnBegun { source: id, .. }
        | Event::TurnJoined { source: id, .. }
        | Event::SpeakerTold { source: id, .. }
        | Event::SpeakersMerged { source: id, .. }
        | Event::WordsIncluded { source: id, .. }
        | Event::SourceRedacted { source: id, .. } => source(*id),
        Event::WordsExcluded { source: id, at, .. } => at_words(project, *id, *at).or_else(|| source(*id)),
        Event::TextReplaced { source: id, after: Some(after), .. } => {
            let at = AnchoredSpan { first: *after, last: *after };
            at_words(project, *id, at).or_else(|| source(*id))
        }
        Event::TextReplaced { source: id, after: None, .. } => source(*id),
        Event::MemoWritten { about: subject, .. } | Event::MemoAnswered { about: subject, .. } => {
            about(project, *subject)
        }
        Event::ThreadClosed { memo } | Event::ThreadReopened { memo } => about(project, project.memo(*memo)?.about),
        Event::DisagreementSettled { source: id, at, .. } => at_words(project, *id, **at).or_else(|| source(*id)),
        Event::CaseCreated { case: id, .. }
        | Event::CaseRenamed { case: id, .. }
        | Event::CaseLinked { case: id, .. }
        | Event::CaseUnlinked { case: id, .. }
        | Event::ValueSet { case: id, .. }
        | Event::RatingWithdrawn { case: id, .. } => case(*id),
        Event::AttributeCreated { attribute, .. } | Event::AttributeRenamed { attribute, .. } => {
            project.attribute(*attribute).map(|_| vec![Look::In(Room::Cases)])
        }
        Event::WordsWeighed { .. } | Event::WordsGrouped { .. } => Some(vec![Look::In(Room::Words)]),
        Event::PaperChosen { .. } | Event::BoxMoved { .. } => Some(vec![Look::In(Room::Structure)]),
        Event::AgreementSaved { result, .. }
        | Event::AgreementFound { result, .. }
        | Event::AgreementRenamed { result, .. } => {
            project.saved_agreement(*result)?;
            let agreeing = Agreeing { saved: Some(*result), ..Agreeing::default() };
            Some(vec![Look::Agreement(Box::new(agreeing)), Look::InReview(ReviewPart::Agreement)])
        }
        Event::SearchKept { .. } => Some(vec![Look::In(Room::Search)]),
        Event::SearchDropped { .. }
        | Event::AgreementRemoved { .. }
        | Event::ProjectCreated { .. }
        | Event::ProjectRenamed { .. }
        | Event::CoderNamed { .. }
        | Event::CoderRecoloured { .. }
        | Event::SourceRemoved { .. }
        | Event::SourceErased { .. }
        | Event::CodeDeleted { .. }
        | Event::MemoDeleted { .. }
        | Event::DoubleCodingBegun { .. }
        | Event::DoubleCodingPlaced { .. }
        | Event::DoubleCodingUnveiled { .. }
        | Event::CaseDeleted { .. }
        | Event::AttributeDeleted { .. }
        | Event::Retracted { .. } => None,
    }
}
