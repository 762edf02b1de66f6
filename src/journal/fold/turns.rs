//! Turns: those that were imported, and what was said about where turns begin and who speaks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ledger::Fact;
use crate::journal::event::{Event, TurnTold};
use crate::model::anchor::Anchor;
use crate::model::source::{SpeakerKey, Turn};
use crate::model::span::Span;
use crate::model::weave::Weave;
use crate::text::indexed::IndexedText;

/// A turn ends where the next begins; only this many scalars, a line break or two, may lie between them on import.
const BREAK: u32 = 2;

/// The turns of a text, with what names them where that is not their first imported character.
pub(super) type Turns = (Arc<[Turn]>, Arc<[Anchor]>);

/// Where somebody begins to speak, or where nobody does any more.
#[derive(Clone, Copy)]
struct Mark {
    key: Anchor,
    /// The speaker and the time; `None` where the text goes on without a speaker.
    speaker: Option<(Option<u16>, Option<u32>)>,
}

/// The imported turns that make sense: within the text, in order, none overlapping.
pub(super) fn imported(told: &[TurnTold], length: u32) -> Vec<Turn> {
    let mut end = 0;
    let sound = told.iter().filter_map(|&(start, stop, speaker, start_ms)| {
        let span = Span::new(start, stop.min(length)).filter(|span| span.start() >= end)?;
        end = span.end();
        Some(Turn { span, speaker, start_ms })
    });
    sound.collect()
}

/// What was said last about where turns begin: a speaker with a time, or that no turn begins there.
#[derive(Default)]
pub(super) struct Said(BTreeMap<Anchor, Option<(Option<SpeakerKey>, Option<u32>)>>);

impl Said {
    /// Hears one fact, later than all before.
    pub(super) fn hear(&mut self, fact: &Fact<'_>) {
        match fact.event {
            Event::TurnBegun { at, speaker, start_ms, .. } => drop(self.0.insert(*at, Some((*speaker, *start_ms)))),
            Event::TurnJoined { at, .. } => drop(self.0.insert(*at, None)),
            _ => {}
        }
    }

    /// The turns as they are now.
    pub(super) fn turns(
        &self,
        imported: Vec<Turn>,
        (length, weave, text): (u32, Option<&Weave>, Option<&IndexedText>),
        number: impl Fn(SpeakerKey) -> Option<u16>,
    ) -> Turns {
        let number = |key: Option<SpeakerKey>| key.and_then(&number);
        if self.0.is_empty() && weave.is_none() {
            let named = |turn: Turn| Turn { speaker: number(turn.speaker.map(SpeakerKey::Imported)), ..turn };
            return (imported.into_iter().map(named).collect(), Arc::default());
        }
        let unedited = Weave::new(length);
        let weave = weave.unwrap_or(&unedited);
        let mut marks: BTreeMap<(usize, u32), Mark> = BTreeMap::new();
        for mark in self.marks(&imported, length, number) {
            if let Some(order) = weave.order(mark.key) {
                marks.entry(order).or_insert(mark);
            }
        }
        let starts: Vec<(u32, Mark)> =
            marks.into_values().filter_map(|mark| Some((weave.place(mark.key)?, mark))).collect();
        let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([weave.len()]);
        let (mut turns, mut keys) = (Vec::new(), Vec::new());
        for ((start, mark), end) in starts.iter().zip(ends) {
            let Some((speaker, start_ms)) = mark.speaker else { continue };
            let end = text.map_or(end, |text| start + trimmed(text.slice(*start, end)));
            if let Some(span) = Span::new(*start, end) {
                turns.push(Turn { span, speaker, start_ms });
                keys.push(mark.key);
            }
        }
        (turns.into(), keys.into())
    }

    fn marks(&self, imported: &[Turn], length: u32, number: impl Fn(Option<SpeakerKey>) -> Option<u16>) -> Vec<Mark> {
        let named = |speaker: &(Option<SpeakerKey>, Option<u32>)| (number(speaker.0), speaker.1);
        let mut marks = Vec::with_capacity(2 * imported.len());
        for (turn, next) in imported.iter().zip(imported.iter().skip(1).map(Some).chain([None])) {
            let key = Anchor::Imported(turn.span.start());
            let as_imported = (turn.speaker.map(SpeakerKey::Imported), turn.start_ms);
            match self.0.get(&key) {
                None => marks.push(Mark { key, speaker: Some(named(&as_imported)) }),
                Some(Some(said)) => marks.push(Mark { key, speaker: Some(named(said)) }),
                Some(None) => {}
            }
            let end = turn.span.end();
            if next.map_or(length, |next| next.span.start()) > end + BREAK {
                marks.push(Mark { key: Anchor::Imported(end), speaker: None });
            }
        }
        let told = self.0.iter().filter_map(|(key, said)| Some((*key, said.as_ref()?)));
        marks.extend(told.map(|(key, said)| Mark { key, speaker: Some(named(said)) }));
        marks
    }
}

/// How many scalars words have without the white space at their end.
fn trimmed(words: &str) -> u32 {
    u32::try_from(words.trim_end().chars().count()).unwrap_or(u32::MAX)
}
