//! What moves where a text is corrected: nothing before the change, and all behind it by as much.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Piece, Weave};
use crate::model::anchor::{Anchor, AnchoredSpan};
use crate::model::id::RunId;
use crate::model::span::Span;
use crate::text::indexed::IndexedText;

/// How a text differs from what it was: in one stretch, outside of which it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moved {
    /// The stretch, in scalars of the text before.
    pub(crate) old: Range<u32>,
    /// Where it ends now.
    pub(crate) new_end: u32,
    /// Runs that were taken back: where their letters stand depends on more than what is near.
    undone: BTreeSet<RunId>,
}

/// Where words stand beside a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Before it, where they stood.
    Before,
    /// Behind it: where they stand now.
    Behind(Span),
    /// They touch it, and are to be looked for.
    Touched,
}

impl Moved {
    /// A text of which nothing is known to be the same.
    pub(crate) fn all() -> Self {
        Self { old: 0..u32::MAX, new_end: u32::MAX, undone: BTreeSet::new() }
    }

    /// Where words stand that stood at a span and that are named by the characters `at`.
    pub(crate) fn place(&self, span: Span, at: AnchoredSpan) -> Place {
        if self.is_loose(at.first) || self.is_loose(at.last) {
            return Place::Touched;
        }
        if span.end() < self.old.start {
            return Place::Before;
        }
        if span.start() <= self.old.end {
            return Place::Touched;
        }
        Span::new(self.behind(span.start()), self.behind(span.end())).map_or(Place::Touched, Place::Behind)
    }

    /// Tells whether words stay where they stand at a span, whatever characters name them.
    pub(crate) fn leaves(&self, span: Span) -> bool {
        self.undone.is_empty() && span.end() < self.old.start
    }

    /// Where a place behind the change is now.
    pub(crate) fn behind(&self, at: u32) -> u32 {
        at - self.old.end + self.new_end
    }

    /// Tells whether where a character stands depends on more than what is near.
    pub(crate) fn is_loose(&self, anchor: Anchor) -> bool {
        match anchor {
            Anchor::Imported(_) => false,
            Anchor::Inserted(run, _) => self.undone.contains(&run),
        }
    }
}

impl Weave {
    /// How the text differs from what it was `before` the latest changes were taken up; `None` where something else was
    /// woven before.
    pub(crate) fn moved_from(&self, before: &Self) -> Option<Moved> {
        let mut known = before.runs.iter().zip(&self.runs);
        let went_on = before.runs.len() <= self.runs.len()
            && known.all(|(was, is)| (was.id, was.length, was.counts) == (is.id, is.length, is.counts));
        went_on.then(|| self.difference(before))
    }

    fn difference(&self, before: &Self) -> Moved {
        let (was, is) = (before.len(), self.len());
        let head = same(before.pieces.iter().copied(), self.pieces.iter().copied());
        let mirrored = |piece: &Piece| Piece { from: u32::MAX - piece.from - piece.length, ..*piece };
        let tail = same(before.pieces.iter().rev().map(mirrored), self.pieces.iter().rev().map(mirrored));
        let tail = tail.min(was.min(is) - head);
        let undone = self.runs.iter().filter(|run| !run.counts).map(|run| run.id).collect();
        Moved { old: head..was - tail, new_end: is - tail, undone }
    }

    /// The words of a stretch of the present text.
    pub(crate) fn words(&self, range: &Range<u32>, imported: &IndexedText) -> String {
        let mut words = String::new();
        let first = self.seen.partition_point(|&seen| seen <= range.start).saturating_sub(1);
        let near = self.pieces.iter().zip(&self.seen).skip(first).take_while(|(_, seen)| **seen < range.end);
        for (piece, &seen) in near.filter(|(piece, _)| piece.alive) {
            let (from, to) = (range.start.max(seen), range.end.min(seen + piece.length));
            if from < to {
                let part = Piece { from: piece.from + from - seen, length: to - from, ..*piece };
                self.push_words(&part, imported, &mut words);
            }
        }
        words
    }
}

/// How many characters are seen in what two rows of pieces begin with alike, however it is cut.
fn same(one: impl Iterator<Item = Piece>, other: impl Iterator<Item = Piece>) -> u32 {
    let (mut one, mut other) = (one.filter(|piece| piece.length > 0), other.filter(|piece| piece.length > 0));
    let (mut a, mut b) = (one.next(), other.next());
    let mut seen = 0;
    while let (Some(first), Some(second)) = (&mut a, &mut b) {
        if (first.strand, first.from, first.alive) != (second.strand, second.from, second.alive) {
            break;
        }
        let length = first.length.min(second.length);
        seen += if first.alive { length } else { 0 };
        for piece in [first, second] {
            (piece.from, piece.length) = (piece.from + length, piece.length - length);
        }
        if a.is_some_and(|piece| piece.length == 0) {
            a = one.next();
        }
        if b.is_some_and(|piece| piece.length == 0) {
            b = other.next();
        }
    }
    seen
}
