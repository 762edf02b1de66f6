//! Draft: what is being typed in a text and is not said yet.

use std::ops::Range;
use std::sync::Arc;

use crate::journal::edit::Edit;
use crate::journal::edit::texts::{Splice, corrections};
use crate::model::anchor::AnchoredSpan;
use crate::model::source::{Source, Whereabouts};
use crate::text::normal::normal;
use crate::ui::screen::Selection;
use crate::ui::views::reader::patch::{Patch, Place, scalars};

/// The words of a stretch of a text, as far as they are typed.
#[derive(Clone, Debug)]
struct Words {
    /// What they stand for, in scalars of the text before.
    old: Range<u32>,
    words: String,
    caret: Selection,
}

/// What is half typed in a paragraph, or in some that follow each other.
#[derive(Clone, Debug)]
pub(in crate::ui::views::reader) struct Draft {
    base: Source,
    now: Words,
    before: Vec<Words>,
    behind: Vec<Words>,
}

/// Whether what is typed goes on with what was typed before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goes {
    /// The same word, or the same stroke of deleting.
    On,
    /// Something of its own: a step of undo.
    Afresh,
}

impl Draft {
    /// Nothing typed yet, in the lines that hold `place`.
    pub(super) fn new(source: &Source, place: &Range<u32>, caret: Selection) -> Option<Self> {
        let old = lines(source, place)?;
        let words = source.text.as_ref()?.slice(old.start, old.end).to_owned();
        let now = Words { old, words, caret };
        Some(Self { base: source.clone(), now, before: Vec::new(), behind: Vec::new() })
    }

    /// The source as it is without the draft.
    pub(in crate::ui::views::reader) fn base(&self) -> &Source {
        &self.base
    }

    /// What is replaced, and by which words.
    pub(in crate::ui::views::reader) fn words(&self) -> (Range<u32>, &str) {
        (self.now.old.clone(), &self.now.words)
    }

    /// Where its words stand on the page.
    pub(super) fn range(&self) -> Range<u32> {
        self.now.old.start..self.now.old.start + scalars(&self.now.words)
    }

    /// Writes words in place of a stretch of the page; gives the place behind them.
    pub(super) fn write(&mut self, place: &Range<u32>, written: &str, (caret, goes): (Selection, Goes)) -> u32 {
        self.reach(place);
        if goes == Goes::Afresh || self.before.is_empty() {
            self.before.push(Words { caret, ..self.now.clone() });
        }
        self.behind.clear();
        let range = self.range();
        let start = place.start.clamp(range.start, range.end);
        let place = start..place.end.clamp(start, range.end);
        let part = |from: u32, to: u32| -> String {
            let from = from.saturating_sub(range.start) as usize;
            self.now.words.chars().skip(from).take((to - range.start) as usize - from).collect()
        };
        // Letters and their marks may come one by one, and are one letter then.
        let (head, _) = normal(&format!("{}{written}", part(range.start, place.start)));
        let at = range.start + scalars(&head);
        let (words, _) = normal(&format!("{head}{}", part(place.end, range.end)));
        self.now = Words { old: self.now.old.clone(), words, caret: Selection::caret(at) };
        at
    }

    /// Takes back what was typed last; gives the caret as it was then.
    pub(super) fn back(&mut self) -> Option<Selection> {
        let before = self.before.pop()?;
        let caret = before.caret;
        self.behind.push(std::mem::replace(&mut self.now, before));
        Some(caret)
    }

    /// Types again what was taken back.
    pub(super) fn forth(&mut self) -> Option<Selection> {
        let behind = self.behind.pop()?;
        let caret = behind.caret;
        self.before.push(std::mem::replace(&mut self.now, behind));
        Some(caret)
    }

    /// Takes in more of the page, so that `place` lies in it.
    fn reach(&mut self, place: &Range<u32>) {
        let range = self.range();
        if range.start <= place.start && place.end <= range.end {
            return;
        }
        let behind = |at: u32| if at > range.end { at - range.end + self.now.old.end } else { self.now.old.end };
        let wanted = place.start.min(self.now.old.start)..behind(place.end);
        let Some((wanted, text)) = lines(&self.base, &wanted).zip(self.base.text.clone()) else { return };
        let head = text.slice(wanted.start, self.now.old.start);
        let tail = text.slice(self.now.old.end, wanted.end);
        self.now.words = format!("{head}{}{tail}", self.now.words);
        self.now.old = wanted;
    }

    fn patch(&self) -> Patch {
        Patch(corrections(&self.base, self.now.old.clone(), &self.now.words))
    }

    /// Tells whether a source has the text it had when typing began.
    pub(super) fn fits(&self, source: &Source) -> bool {
        // Mostly they are the very same, which is asked first: there may be very many turns.
        let turns = || Arc::ptr_eq(&self.base.turns, &source.turns) || self.base.turns == source.turns;
        self.base.text == source.text && turns()
    }

    /// The wish that says it; `None` where nothing is changed.
    pub(super) fn wish(&self) -> Option<Edit> {
        let (old, words) = (self.now.old.clone(), self.now.words.clone());
        let edit = Edit::CorrectText { source: self.base.id, start: old.start, end: old.end, words };
        (!self.patch().0.is_empty()).then_some(edit)
    }

    /// The same changes in a text that somebody else has changed meanwhile, and where the caret is there.
    pub(super) fn moved(&self, now: &Source, caret: Selection) -> Option<(Self, Selection)> {
        let patch = self.patch();
        let text = now.text.as_ref()?;
        let place = |Splice { old, words, again }: &Splice| {
            let start =
                if old.is_empty() { follow(&self.base, old.start, now) } else { lead(&self.base, old.start, now) };
            let end = follow(&self.base, old.end, now);
            Splice { old: start..end.max(start), words: words.clone(), again: *again }
        };
        let moved = Patch(patch.0.iter().map(place).collect());
        let there = |at: u32| match patch.place(at) {
            Place::Before(at) => moved.find(Place::Before(follow(&self.base, at, now))),
            within @ Place::Within(..) => moved.find(within),
        };
        let caret = Selection { anchor: there(caret.anchor), head: there(caret.head) };
        let ends = moved.0.first().zip(moved.0.last());
        let hull = ends.map_or(0..0, |(first, last)| first.old.start..last.old.end);
        let old = lines(now, &hull)?;
        let (mut words, mut at) = (String::new(), old.start);
        for splice in &moved.0 {
            words.push_str(text.slice(at, splice.old.start));
            words.push_str(&splice.words);
            at = splice.old.end.max(at);
        }
        words.push_str(text.slice(at, old.end));
        let own = Words { old, words, caret };
        Some((Self { base: now.clone(), now: own, before: Vec::new(), behind: Vec::new() }, caret))
    }
}

/// The place behind the same character in the text as it is now.
pub(in crate::ui::views::reader) fn follow(before: &Source, at: u32, now: &Source) -> u32 {
    let Some(last) = at.checked_sub(1) else { return 0 };
    place(before, last, now).map_or(at.min(now.length), |(_, end)| end)
}

/// The place before the same character in the text as it is now.
pub(in crate::ui::views::reader) fn lead(before: &Source, at: u32, now: &Source) -> u32 {
    place(before, at, now).map_or(at.min(now.length), |(start, _)| start)
}

fn place(before: &Source, at: u32, now: &Source) -> Option<(u32, u32)> {
    let anchor = before.anchor_of(at)?;
    match now.find(AnchoredSpan { first: anchor, last: anchor }) {
        Whereabouts::Here(span) => Some((span.start(), span.end())),
        Whereabouts::Gone(place) => Some((place, place)),
        Whereabouts::Unknown => None,
    }
}

fn lines(source: &Source, place: &Range<u32>) -> Option<Range<u32>> {
    let text = source.text.as_ref()?;
    Some(text.line(text.line_of(place.start)).start..text.line(text.line_of(place.end)).end)
}
