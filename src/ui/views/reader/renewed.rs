//! What stays of the blocks when a text changes: all before the change, and all behind it.

use std::ops::Range;

use super::blocks::{Block, block_of};
use crate::text::indexed::IndexedText;

/// How many bytes are compared at a time.
const STRETCH: usize = 4096;

/// How many blocks are the same at the start and at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    head: usize,
    tail: usize,
}

/// How many scalars two texts have in common at the start and at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Alike {
    head: u32,
    tail: u32,
}

impl Alike {
    /// Compares two texts.
    pub(super) fn of(old: &IndexedText, new: &IndexedText) -> Self {
        let (a, b) = (old.as_str().as_bytes(), new.as_str().as_bytes());
        let head = same(a.iter(), b.iter(), a.chunks(STRETCH).zip(b.chunks(STRETCH)));
        let room = a.len().min(b.len()) - head;
        let tail = same(a.iter().rev(), b.iter().rev(), a.rchunks(STRETCH).zip(b.rchunks(STRETCH))).min(room);
        if head == a.len() && head == b.len() {
            return Self { head: u32::MAX, tail: 0 };
        }
        let tail = old.len() - old.scalar(old.as_str().len() - tail);
        Self { head: old.scalar(boundary(old.as_str(), head)), tail }
    }

    /// What two texts have in common that were made from one of `length` scalars, each with other words in a stretch of it.
    pub(super) fn beside(length: u32, places: [Option<&Range<u32>>; 2]) -> Self {
        let places = || places.into_iter().flatten();
        let head = places().map(|place| place.start).min().unwrap_or(u32::MAX);
        Self { head, tail: length - places().map(|place| place.end).max().unwrap_or(length) }
    }
}

/// Compares the blocks of two texts.
pub(super) fn kept(alike: Alike, old: (u32, &[Block]), new: (u32, &[Block])) -> Kept {
    let ((old, was), (new, is)) = (old, new);
    let (head_end, tail_start) = (alike.head, old - alike.tail + 1);
    let (was_length, is_length) = (i64::from(old), i64::from(new));
    let before = |(was, is): &(&Block, &Block)| was.range == is.range && was.range.end < head_end.max(1);
    let head = was.iter().zip(is).take_while(before).count();
    let behind = |(was, is): &(&Block, &Block)| {
        let from_end = |at: u32, length: i64| length - i64::from(at);
        was.range.start >= tail_start
            && from_end(was.range.start, was_length) == from_end(is.range.start, is_length)
            && from_end(was.range.end, was_length) == from_end(is.range.end, is_length)
    };
    let most = was.len().min(is.len()) - head;
    let tail = was.iter().rev().zip(is.iter().rev()).take(most).take_while(behind).count();
    Kept { head, tail }
}

impl Kept {
    /// The block that a new block was before, where it is the same; `lengths` are how many there were and are.
    pub(super) fn old(self, new: usize, lengths: (usize, usize)) -> Option<usize> {
        match new {
            new if new < self.head => Some(new),
            new if new + self.tail >= lengths.1 => Some(new + lengths.0 - lengths.1),
            _ => None,
        }
    }

    /// The block that stands now where another stood.
    pub(super) fn new_place(self, old: usize, was: &[Block], is: &[Block]) -> usize {
        match was.get(old) {
            _ if old < self.head => old,
            _ if old + self.tail >= was.len() => old + is.len() - was.len(),
            Some(block) => block_of(is, block.range.start),
            None => 0,
        }
    }
}

/// How many bytes are the same from one end, first by stretches and then one by one.
fn same<'t>(
    a: impl Iterator<Item = &'t u8>,
    b: impl Iterator<Item = &'t u8>,
    stretches: impl Iterator<Item = (&'t [u8], &'t [u8])>,
) -> usize {
    let whole = stretches.take_while(|(a, b)| a.len() == STRETCH && a == b).count() * STRETCH;
    whole + a.skip(whole).zip(b.skip(whole)).take_while(|(a, b)| a == b).count()
}

fn boundary(text: &str, mut byte: usize) -> usize {
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &IndexedText) -> Vec<Block> {
        let block = |line| Block { range: text.line(line), turn: None, lead: true, line, hidden: false };
        (0..text.line_count()).map(block).collect()
    }

    #[track_caller]
    fn check(old: &str, new: &str, expected: (usize, usize)) {
        let (old, new) = (IndexedText::new(old.to_owned()), IndexedText::new(new.to_owned()));
        let found = kept(Alike::of(&old, &new), (old.len(), &blocks(&old)), (new.len(), &blocks(&new)));
        assert_eq!((found.head, found.tail), expected);
    }

    #[test]
    fn only_the_lines_that_changed_are_new() {
        check("en\nto\ntre", "en\nto\ntre", (3, 0));
        check("én\nto\ntre", "én\ntoo\ntre", (1, 1));
        check("én\nto\ntre", "én\nt\no\ntre", (1, 1));
        check("én\nto\ntre", "én to\ntre", (0, 1));
        check("a\na\na\na", "a\na\na", (2, 0));
    }

    #[test]
    fn what_was_typed_in_one_text_is_compared_without_a_look_at_it() {
        let text = IndexedText::new("én\nto\ntre\nfire".to_owned());
        for (first, second) in [(3..5, 3..5), (3..5, 7..9), (0..2, 10..14), (0..0, 14..14)] {
            let [one, other] = [&first, &second].map(|place| text.spliced(place.clone(), "ord\nord"));
            let known = Alike::beside(text.len(), [Some(&first), Some(&second)]);
            let (was, is) = (blocks(&one), blocks(&other));
            let known = kept(known, (one.len(), &was), (other.len(), &is));
            assert!(first != second || (known.head, known.tail) == (1, 2), "{known:?}");
            let words = |text: &IndexedText, block: &Block| text.slice(block.range.start, block.range.end).to_owned();
            for (at, block) in is.iter().enumerate() {
                if let Some(before) = known.old(at, (was.len(), is.len())) {
                    assert_eq!(words(&one, &was[before]), words(&other, block), "{first:?} {second:?}");
                }
            }
        }
    }

    #[test]
    fn the_place_goes_with_the_words() {
        let (old, new) = (IndexedText::new("en\nto\ntre".to_owned()), IndexedText::new("en\nt\no\ntre".to_owned()));
        let (was, is) = (blocks(&old), blocks(&new));
        let kept = kept(Alike::of(&old, &new), (old.len(), &was), (new.len(), &is));
        assert_eq!([0, 1, 2].map(|at| kept.new_place(at, &was, &is)), [0, 1, 3]);
        assert_eq!([0, 1, 2, 3].map(|at| kept.old(at, (3, 4))), [Some(0), None, None, Some(2)]);
    }
}
