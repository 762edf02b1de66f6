//! What stays of the blocks when a text changes: all before the change, and all behind it.

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

/// Compares two texts with their blocks.
pub(super) fn kept(old: (&IndexedText, &[Block]), new: (&IndexedText, &[Block])) -> Kept {
    let ((old, was), (new, is)) = (old, new);
    let (a, b) = (old.as_str().as_bytes(), new.as_str().as_bytes());
    let head_bytes = same(a.iter(), b.iter(), a.chunks(STRETCH).zip(b.chunks(STRETCH)));
    let room = a.len().min(b.len()) - head_bytes;
    let tail_bytes = same(a.iter().rev(), b.iter().rev(), a.rchunks(STRETCH).zip(b.rchunks(STRETCH))).min(room);
    let whole = head_bytes == a.len() && head_bytes == b.len();
    let head_end = if whole { u32::MAX } else { old.scalar(boundary(old.as_str(), head_bytes)) };
    let tail_start = old.scalar(old.as_str().len() - tail_bytes) + 1;
    let (was_length, is_length) = (i64::from(old.len()), i64::from(new.len()));
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
        let block = |line| Block { range: text.line(line), turn: None, lead: true, line };
        (0..text.line_count()).map(block).collect()
    }

    #[track_caller]
    fn check(old: &str, new: &str, expected: (usize, usize)) {
        let (old, new) = (IndexedText::new(old.to_owned()), IndexedText::new(new.to_owned()));
        let found = kept((&old, &blocks(&old)), (&new, &blocks(&new)));
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
    fn the_place_goes_with_the_words() {
        let (old, new) = (IndexedText::new("en\nto\ntre".to_owned()), IndexedText::new("en\nt\no\ntre".to_owned()));
        let (was, is) = (blocks(&old), blocks(&new));
        let kept = kept((&old, &was), (&new, &is));
        assert_eq!([0, 1, 2].map(|at| kept.new_place(at, &was, &is)), [0, 1, 3]);
        assert_eq!([0, 1, 2, 3].map(|at| kept.old(at, (3, 4))), [Some(0), None, None, Some(2)]);
    }
}
