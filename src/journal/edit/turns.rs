//! Wishes about turns and speakers.

use super::Refusal;
use super::decider::{Decider, Decision, one_line};
use crate::journal::event::{Event, FreeText};
use crate::model::anchor::Anchor;
use crate::model::id::{SourceId, SpeakerId};
use crate::model::source::{Role, Source, SpeakerKey};

/// Who is to be the speaker of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaking {
    /// Nobody that is known.
    Nobody,
    /// The speaker of this number in the source.
    Known(u16),
    /// Somebody who is not among the speakers yet.
    New {
        /// Their name.
        name: String,
        /// Interviewer or informant.
        role: Role,
    },
}

impl Decider<'_> {
    pub(super) fn begin_turn(&mut self, id: SourceId, at: u32, speaker: &Speaking) -> Decision {
        let source = self.source(id)?;
        let text = source.text.as_deref().ok_or(Refusal::NoTextYet)?;
        let (before, behind) = (text.slice(0, at), text.slice(at, text.len()));
        let gap_before = scalars(before) - scalars(before.trim_end());
        let gap_behind = scalars(behind) - scalars(behind.trim_start());
        let (gap, first) = (at - gap_before..at + gap_behind, at + gap_behind);
        let first = source.anchor_of(first).ok_or(Refusal::NoWordsThere)?;
        let own_line = gap.start == 0 || text.slice(gap.start, gap.end).contains('\n');
        let mut events = if own_line { Vec::new() } else { self.replace_text(id, gap, "\n")? };
        let (speaker, told) = self.speaker(id, speaker)?;
        events.extend(told);
        events.push(Event::TurnBegun { source: id, at: first, speaker, start_ms: None });
        Ok(events)
    }

    pub(super) fn join_turn(&mut self, id: SourceId, turn: Anchor) -> Decision {
        let source = self.source(id)?;
        let number = turn_number(source, turn)?;
        let before = number.checked_sub(1).and_then(|before| source.turns.get(before));
        let (Some(before), Some(own)) = (before, source.turns.get(number)) else { return Err(Refusal::NoTurnBefore) };
        let gap = before.span.end()..own.span.start();
        let between = source.text.as_deref().ok_or(Refusal::NoTextYet)?.slice(gap.start, gap.end);
        // A heading that nobody says stays where it is.
        let blank = between.trim().is_empty();
        let mut events = if blank { self.replace_text(id, gap, " ")? } else { Vec::new() };
        events.push(Event::TurnJoined { source: id, at: turn });
        Ok(events)
    }

    pub(super) fn set_speaker(&mut self, id: SourceId, turn: Anchor, speaker: &Speaking) -> Decision {
        let source = self.source(id)?;
        let known = source.turns.get(turn_number(source, turn)?).ok_or(Refusal::NoSuchTurn)?;
        let (was, start_ms) = (known.speaker, known.start_ms);
        if matches!(speaker, Speaking::Known(number) if was == Some(*number)) {
            return Ok(Vec::new());
        }
        let (speaker, told) = self.speaker(id, speaker)?;
        let begun = Event::TurnBegun { source: id, at: turn, speaker, start_ms };
        Ok(told.into_iter().chain([begun]).collect())
    }

    pub(super) fn merge_speakers(&self, source: SourceId, from: u16, into: u16) -> Decision {
        let known = self.source(source)?;
        let key = |number| known.speaker_key(number).ok_or(Refusal::NoSuchSpeaker);
        let (from_key, into_key) = (key(from)?, key(into)?);
        if from == into || known.merged.contains_key(&from) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::SpeakersMerged { source, from: from_key, into: into_key }])
    }

    /// The name that stays of a speaker, and that they are new.
    fn speaker(&mut self, source: SourceId, who: &Speaking) -> Result<(Option<SpeakerKey>, Option<Event>), Refusal> {
        match who {
            Speaking::Nobody => Ok((None, None)),
            Speaking::Known(number) => {
                let key = self.source(source)?.speaker_key(*number).ok_or(Refusal::NoSuchSpeaker)?;
                Ok((Some(key), None))
            }
            Speaking::New { name, role } => {
                let name = FreeText::new(one_line(name)?);
                let speaker = SpeakerId::new((self.draw)());
                let told = Event::SpeakerTold { source, speaker, name, role: *role };
                Ok((Some(SpeakerKey::Added(speaker)), Some(told)))
            }
        }
    }
}

fn turn_number(source: &Source, turn: Anchor) -> Result<usize, Refusal> {
    let mut keys = (0..source.turns.len()).map(|number| source.turn_key(number));
    keys.position(|key| key == Some(turn)).ok_or(Refusal::NoSuchTurn)
}

fn scalars(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or(u32::MAX)
}
