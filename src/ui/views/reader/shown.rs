//! What the page shows of a source: its text as it is, with what is half typed, or beside the text as it was imported.

use std::ops::Range;
use std::sync::Arc;

use super::by_words::by_words;
use super::patch::{Patch, scalars};
use crate::journal::edit::texts::corrections;
use crate::model::anchor::Anchor;
use crate::model::exclusion::Exclusion;
use crate::model::source::{Source, Turn};
use crate::model::span::Span;
use crate::model::weave::Difference;
use crate::text::indexed::IndexedText;

/// What stands for a line break that was deleted or inserted.
const BREAK: char = '¶';

/// What happened to words since the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// They were imported, and are gone.
    Deleted,
    /// They were written since.
    Inserted,
}

/// How places of the source are found on the page.
enum Way {
    Same,
    Patched(Patch),
    /// For each stretch of the text as it is: its scalars, and where it begins on the page.
    Compared(Vec<(Range<u32>, u32)>),
}

/// A source as the page shows it.
pub(super) struct Shown {
    /// The source, with text, turns and exclusions as they are on the page.
    pub source: Source,
    /// Its words.
    pub text: Arc<IndexedText>,
    /// What is marked as different from the import, in the order of the text.
    pub changes: Arc<[(Range<u32>, Change)]>,
    /// The text before what is half typed in it, and where that is.
    pub base: (Arc<IndexedText>, Option<Range<u32>>),
    way: Way,
}

impl Shown {
    /// A source as it is; `None` while its text has not arrived.
    pub(super) fn as_is(source: &Source) -> Option<Self> {
        let text = source.text.clone()?;
        let base = (Arc::clone(&text), None);
        Some(Self { source: source.clone(), text, changes: Arc::default(), base, way: Way::Same })
    }

    /// A source with other words in a stretch of it.
    pub(super) fn with(source: &Source, old: Range<u32>, words: &str) -> Option<Self> {
        let patch = Patch(corrections(source, old.clone(), words));
        if patch.0.is_empty() {
            return Self::as_is(source);
        }
        let text = Arc::new(source.text.as_ref()?.spliced(old.clone(), words));
        let mut shown = Self::as_is(source)?;
        let (turns, keys) = turns_by(&patch, source, &old);
        shown.base.1 = Some(old);
        (shown.source.turns, shown.source.turn_keys) = (turns.into(), keys.into());
        shown.way = Way::Patched(patch);
        shown.take(text);
        Some(shown)
    }

    /// A source with all that was deleted and inserted since it was imported.
    pub(super) fn compared(source: &Source) -> Option<Self> {
        let (imported, text) = (source.imported.as_ref()?, source.text.as_ref()?);
        let (mut words, mut changes, mut stretches) = (String::new(), Vec::new(), Vec::new());
        let mut at = 0;
        for difference in by_words(&source.differences(), imported, text) {
            let (piece, change) = match &difference {
                Difference::Kept(old, _) => (imported.slice(old.start, old.end).to_owned(), None),
                Difference::Deleted(old) => {
                    (imported.slice(old.start, old.end).replace('\n', &BREAK.to_string()), Some(Change::Deleted))
                }
                Difference::Inserted(new) => (text.slice(new.start, new.end).to_owned(), Some(Change::Inserted)),
            };
            let length = scalars(&piece);
            match difference {
                Difference::Kept(_, new) => stretches.push((new..new + length, at)),
                Difference::Inserted(new) => stretches.push((new, at)),
                Difference::Deleted(_) => {}
            }
            changes.extend(change.filter(|_| length > 0).map(|change| (at..at + length, change)));
            words.push_str(&piece);
            at += length;
        }
        if changes.is_empty() {
            return Self::as_is(source);
        }
        let mut shown = Self::as_is(source)?;
        shown.way = Way::Compared(stretches);
        let turns = source.turns.iter().enumerate();
        let turns = turns.filter_map(|(number, turn)| {
            Some((Turn { span: shown.span(turn.span)?, ..*turn }, source.turn_key(number)?))
        });
        let (turns, keys): (Vec<_>, Vec<_>) = turns.unzip();
        (shown.source.turns, shown.source.turn_keys) = (turns.into(), keys.into());
        shown.changes = changes.into();
        let text = Arc::new(IndexedText::new(words));
        shown.base = (Arc::clone(&text), None);
        shown.take(text);
        Some(shown)
    }

    fn take(&mut self, text: Arc<IndexedText>) {
        self.source.excluded = self.source.excluded.iter().filter_map(|span| self.span(*span)).collect();
        let moved = |exclusion: &Exclusion| Some(Exclusion { span: self.span(exclusion.span)?, ..*exclusion });
        self.source.exclusions = self.source.exclusions.iter().filter_map(moved).collect();
        self.source.length = text.len();
        self.source.text = Some(Arc::clone(&text));
        self.text = text;
    }

    /// Where words of the source stand on the page; `None` where nothing is left of them.
    pub(super) fn span(&self, span: Span) -> Option<Span> {
        match &self.way {
            Way::Same => Some(span),
            Way::Patched(patch) => patch.span(span),
            Way::Compared(stretches) => {
                let place = |at: u32| {
                    let number = stretches.partition_point(|(own, _)| own.start <= at).checked_sub(1)?;
                    stretches.get(number).map(|(own, start)| start + (at - own.start))
                };
                Span::new(place(span.start())?, place(span.end() - 1)? + 1)
            }
        }
    }

    /// The scalars of the source that may stand on the page from `start` to `end`.
    pub(super) fn around(&self, start: u32, end: u32) -> (u32, u32) {
        match &self.way {
            Way::Same => (start, end),
            Way::Patched(patch) => (patch.around(start).start, patch.around(end).end),
            Way::Compared(stretches) => {
                let place = |at: u32| {
                    let number = stretches.partition_point(|(_, page)| *page <= at).checked_sub(1);
                    let stretch = number.and_then(|number| stretches.get(number));
                    stretch.map_or(0, |(own, page)| own.start + (at - page).min(own.end - own.start))
                };
                (place(start), place(end))
            }
        }
    }
}

/// The turns of a source with other words in a stretch of it, and what names them. Of very many turns only those near the
/// stretch are looked at: those before it stay, and those behind it all move by the same.
fn turns_by(patch: &Patch, source: &Source, old: &Range<u32>) -> (Vec<Turn>, Vec<Anchor>) {
    let all = &source.turns;
    // A letter on either side may be written again with the words.
    let near = all.partition_point(|turn| turn.span.end() + 1 < old.start);
    let behind = all.partition_point(|turn| turn.span.start() <= old.end + 1).max(near);
    let (mut turns, mut keys) = (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
    let mut add = |number: usize, start: u32, end: u32| {
        if let Some((turn, span)) = all.get(number).zip(Span::new(start, end)) {
            turns.push(Turn { span, ..*turn });
            keys.extend(source.turn_key(number));
        }
    };
    let place = |number: usize| all.get(number).map(|turn| turn.span);
    for (number, span) in (0..near).filter_map(|number| Some((number, place(number)?))) {
        add(number, span.start(), span.end());
    }
    for (number, span) in (near..behind).filter_map(|number| Some((number, place(number)?))) {
        let next = place(number + 1).map_or(u32::MAX, |next| patch.start(next.start()));
        add(number, patch.start(span.start()), patch.end(span.end()).min(next));
    }
    let moved = place(behind).map_or(0, |span| i64::from(patch.start(span.start())) - i64::from(span.start()));
    let by = |at: u32| u32::try_from(i64::from(at) + moved).unwrap_or(u32::MAX);
    for (number, span) in (behind..all.len()).filter_map(|number| Some((number, place(number)?))) {
        add(number, by(span.start()), by(span.end()));
    }
    (turns, keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::views::reader::blocks::tests::turn_a_line;

    #[test]
    fn turns_go_with_their_words_wherever_words_are_written() {
        let text = Arc::new(IndexedText::new("Hei der.\nVi er fem.\nJa.\n\nOg så?\nNei.".to_owned()));
        let source = turn_a_line(&text);
        for line in 0..text.line_count() {
            for words in ["", "x", "Hei, hei der borte.", "en\nto", "Vi var fem."] {
                let (old, patch) = (text.line(line), Patch(corrections(&source, text.line(line), words)));
                let (turns, keys) = turns_by(&patch, &source, &old);
                // Each turn by itself, as if there were no others near.
                let next = |number: usize| source.turns.get(number + 1).map(|next| patch.start(next.span.start()));
                let by_itself = source.turns.iter().enumerate().filter_map(|(number, turn)| {
                    let end = patch.end(turn.span.end()).min(next(number).unwrap_or(u32::MAX));
                    Some((Span::new(patch.start(turn.span.start()), end)?, source.turn_key(number)?))
                });
                let turns = turns.iter().map(|turn| turn.span).zip(keys);
                assert!(turns.eq(by_itself), "line {line}: {words:?}");
            }
        }
    }
}
