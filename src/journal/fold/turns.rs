//! Turns: those that were imported, and what was said about where turns begin and who speaks.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::ledger::Fact;
use crate::journal::event::{Event, TurnTold};
use crate::model::anchor::Anchor;
use crate::model::source::{SpeakerKey, Turn};
use crate::model::span::Span;
use crate::model::weave::Weave;
use crate::model::weave::moved::Moved;
use crate::text::indexed::IndexedText;

/// A turn ends where the next begins; only this many scalars, a line break or two, may lie between them on import.
const BREAK: u32 = 2;

/// The turns of a text, with what names them where that is not their first imported character.
pub(super) type Turns = (Arc<[Turn]>, Arc<[Anchor]>);

/// Where turns begin in a text, and where nobody speaks any more, in the order of the text.
#[derive(Clone)]
pub(super) struct Laid {
    starts: Vec<(u32, Mark)>,
}

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

/// A speaker, if one is known, and a time in ms.
type Spoken = (Option<SpeakerKey>, Option<u32>);

/// What was said last about where turns begin: who speaks, or that no turn begins there.
#[derive(Default)]
pub(super) struct Said(BTreeMap<Anchor, Option<Spoken>>);

impl Said {
    /// Hears one fact, later than all before.
    pub(super) fn hear(&mut self, fact: &Fact<'_>) {
        match fact.event {
            Event::TurnBegun { at, speaker, start_ms, .. } => drop(self.0.insert(*at, Some((*speaker, *start_ms)))),
            Event::TurnJoined { at, .. } => drop(self.0.insert(*at, None)),
            _ => {}
        }
    }

    /// Where turns begin in a text that was corrected, or of whose turns something was said; `None` where they are those
    /// that were imported.
    pub(super) fn lay(
        &self,
        imported: &[Turn],
        (length, weave): (u32, Option<&Weave>),
        number: impl Fn(SpeakerKey) -> Option<u16>,
    ) -> Option<Laid> {
        if self.0.is_empty() && weave.is_none() {
            return None;
        }
        let unedited = Weave::new(length);
        let weave = weave.unwrap_or(&unedited);
        let marks = self.marks(imported, length, |key| key.and_then(&number)).into_iter();
        let mut marks: Vec<_> = marks.filter_map(|mark| Some((weave.order(mark.key)?, mark))).collect();
        // Of two at one place the first counts.
        marks.sort_by_key(|(order, _)| *order);
        marks.dedup_by_key(|(order, _)| *order);
        let start = |(_, mark): (_, Mark)| Some((weave.place(mark.key)?, mark));
        let mut starts: Vec<_> = marks.into_iter().filter_map(start).collect();
        // They are collected where the marks lay, which took more room.
        starts.shrink_to_fit();
        Some(Laid { starts })
    }

    fn marks(&self, imported: &[Turn], length: u32, number: impl Fn(Option<SpeakerKey>) -> Option<u16>) -> Vec<Mark> {
        let named = |speaker: &Spoken| (number(speaker.0), speaker.1);
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

impl Laid {
    /// The turns of a text of `length` scalars.
    pub(super) fn turns(&self, length: u32, text: Option<&IndexedText>) -> Turns {
        self.each(length, |_, _, words| trimmed(words, text))
    }

    /// Follows a text that has changed: what stands before the change stays, and what stands behind it moves along. `was`
    /// are the turns before.
    pub(super) fn follow(
        &mut self,
        moved: &Moved,
        (weave, text): (&Weave, Option<&IndexedText>),
        was: (&[Turn], &[Anchor]),
    ) -> Turns {
        let touched = |start: u32, key| moved.is_loose(key) || (moved.old.start..=moved.old.end).contains(&start);
        let mut anew: Vec<bool> = self.starts.iter().map(|(start, mark)| touched(*start, mark.key)).collect();
        let ends = self.starts.iter().skip(1).map(|(start, _)| *start).chain([u32::MAX]);
        for (anew, ((start, _), end)) in anew.iter_mut().zip(self.starts.iter().zip(ends)) {
            *anew |= *start <= moved.old.end && end >= moved.old.start;
        }
        for (start, mark) in &mut self.starts {
            if touched(*start, mark.key) {
                *start = weave.place(mark.key).unwrap_or(*start);
            } else if *start > moved.old.end {
                *start = moved.behind(*start);
            }
        }
        // Where the next turn begins elsewhere, this one ends elsewhere.
        let anew = |at: usize| anew.get(at).copied().unwrap_or(true) || anew.get(at + 1).copied().unwrap_or(true);
        let mut known = was.0.iter().zip(was.1).peekable();
        self.each(weave.len(), |at, key, words| {
            let before = known.next_if(|(_, known)| **known == key);
            match before.filter(|_| !anew(at)) {
                Some((turn, _)) => words.start + turn.span.len(),
                None => trimmed(words, text),
            }
        })
    }

    /// Makes the turns; `end` gives where each ends, from its number, its key, and the scalars up to where the next begins.
    fn each(&self, length: u32, mut end: impl FnMut(usize, Anchor, Range<u32>) -> u32) -> Turns {
        let ends = self.starts.iter().skip(1).map(|(start, _)| *start).chain([length]);
        let (mut turns, mut keys) = (Vec::with_capacity(self.starts.len()), Vec::with_capacity(self.starts.len()));
        for (at, ((start, mark), next)) in self.starts.iter().zip(ends).enumerate() {
            let Some((speaker, start_ms)) = mark.speaker else { continue };
            if let Some(span) = Span::new(*start, end(at, mark.key, *start..next)) {
                turns.push(Turn { span, speaker, start_ms });
                keys.push(mark.key);
            }
        }
        (turns.into(), keys.into())
    }
}

/// Where words end without the white space at their end.
fn trimmed(words: Range<u32>, text: Option<&IndexedText>) -> u32 {
    let Some(text) = text else { return words.end };
    let blank = text.slice(words.start, words.end).chars().rev().take_while(|letter| letter.is_whitespace());
    words.end - u32::try_from(blank.count()).unwrap_or(0)
}
