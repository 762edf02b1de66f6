//! Where characters stand: from a place in the text to the character there, and back, whatever has become of it.

use std::ops::Range;

use super::{Again, Instead, Piece, Strand, Weave, Which};
use crate::model::anchor::Anchor;

impl Weave {
    /// Names the character that is seen at `at`.
    pub fn anchor(&self, at: u32) -> Option<Anchor> {
        let number = self.seen.partition_point(|&seen| seen <= at).checked_sub(1)?;
        let piece = self.pieces.get(number)?;
        Some(self.named(piece, at - self.seen.get(number)?))
    }

    /// Names the characters that are seen from `start` to before `end`, a stretch for each strand.
    pub fn anchors(&self, start: u32, end: u32) -> Vec<(Anchor, u32)> {
        let mut named: Vec<(Anchor, u32)> = Vec::new();
        let first = self.seen.partition_point(|&seen| seen <= start).saturating_sub(1);
        for (piece, &seen) in self.pieces.iter().zip(&self.seen).skip(first).take_while(|(_, seen)| **seen < end) {
            if !piece.alive {
                continue;
            }
            let (from, to) = (start.max(seen), end.min(seen + piece.length));
            if from < to {
                named.push((self.named(piece, from - seen), to - from));
            }
        }
        named
    }

    /// Where a character stands, or where it would if it had not been deleted; `None` if the text never had it.
    pub fn place(&self, anchor: Anchor) -> Option<u32> {
        let (strand, at) = self.strand(anchor)?;
        self.place_of(strand, at)
    }

    fn place_of(&self, strand: Strand, at: u32) -> Option<u32> {
        if let Some((strand, at)) = self.before_undone(strand, at) {
            return self.place_of(strand, at);
        }
        let (number, within) = self.find(strand, at)?;
        let piece = self.pieces.get(number)?;
        let mut start = *self.seen.get(number)?;
        if piece.alive {
            return Some(start + within);
        }
        // What was attached in front of a letter, which was written again with it.
        let instead = self.written_instead(strand, at, Which::Counting);
        let mut number = number;
        while let Some(before) = number.checked_sub(1) {
            let piece = self.pieces.get(before)?;
            if instead.contains(&piece.strand) {
                // All of it belongs to the letter, and what was written into it later.
                let first = self.index.partition_point(|(other, ..)| *other < piece.strand);
                number = self.index.get(first).map(|(_, _, number)| *number as usize)?;
                start = *self.seen.get(number)?;
            } else if piece.alive {
                break;
            } else {
                number = before;
            }
        }
        Some(start)
    }

    /// The place behind a character; where it was replaced, behind what was written instead.
    pub fn place_behind(&self, anchor: Anchor) -> Option<u32> {
        let (strand, at) = self.strand(anchor)?;
        let undone = self.run(strand).filter(|run| !run.counts && run.again == Some(Again::Last));
        if let Some(run) = undone.filter(|run| at + 1 == run.length) {
            // The letter stands again, behind the run; what others wrote instead of it stood beside the run, not in it.
            let (strand, range) = run.of.first()?;
            let (number, within) = self.find(*strand, range.start)?;
            let alive = self.pieces.get(number)?.alive;
            return Some(self.seen.get(number)? + if alive { within + 1 } else { 0 });
        }
        let (number, within) = self.find(strand, at)?;
        let piece = self.pieces.get(number)?;
        let mut end = *self.seen.get(number)?;
        if piece.alive {
            return Some(end + within + 1);
        }
        let instead = self.written_instead(strand, at, Which::Counting);
        let mut at = number + 1;
        while let Some(piece) = self.pieces.get(at) {
            if instead.contains(&piece.strand) {
                at = self.through(at);
                end = *self.seen.get(at)?;
            } else if piece.alive {
                // Here begins what has nothing to do with it.
                break;
            } else {
                at += 1;
            }
        }
        Some(end)
    }

    /// The character that stands again where a run was taken back that had been written behind it, instead of it.
    fn before_undone(&self, strand: Strand, at: u32) -> Option<(Strand, u32)> {
        let run = self.run(strand).filter(|run| !run.counts)?;
        let first = run.of.first().map(|(strand, range)| (*strand, range.start))?;
        // What others wrote instead of a letter that was written again stood beside the run, not in it.
        let stands_again = || run.again == Some(Again::First) && self.is_seen(first);
        let stands = at == 0 && (stands_again() || self.stand_together(&run.of, first, strand));
        (stands && run.again != Some(Again::Last)).then_some(first)
    }

    fn is_seen(&self, (strand, at): (Strand, u32)) -> bool {
        self.find(strand, at).and_then(|(number, _)| self.pieces.get(number)).is_some_and(|piece| piece.alive)
    }

    /// Tells whether nothing else is seen from characters that were deleted together to what was written instead.
    fn stand_together(&self, of: &[(Strand, Range<u32>)], first: (Strand, u32), written: Strand) -> bool {
        let (Some((start, _)), Some((end, _))) = (self.find(first.0, first.1), self.find(written, 0)) else {
            return false;
        };
        let own =
            |piece: &Piece| of.iter().any(|(strand, range)| *strand == piece.strand && range.contains(&piece.from));
        let between = self.pieces.get(start..end).unwrap_or_default();
        between.iter().skip(1).all(|piece| !piece.alive || own(piece))
    }

    /// Goes through all of a strand, with what was written into it later, to the piece behind.
    fn through(&self, at: usize) -> usize {
        let Some(strand) = self.pieces.get(at).map(|piece| piece.strand) else { return at + 1 };
        let behind = self.index.partition_point(|(other, ..)| *other <= strand);
        let last = behind.checked_sub(1).and_then(|last| self.index.get(last));
        last.map_or(at, |(_, _, number)| *number as usize) + 1
    }

    /// The strands that were written instead of a character, and those that were written instead of parts of them.
    pub(super) fn written_instead(&self, of: Strand, at: u32, which: Which) -> Vec<Strand> {
        let counts = |known: &&Instead| known.counts || matches!(which, Which::Ever);
        let replaced = |strand| self.instead.get(&strand);
        let whole = replaced(of).into_iter().flat_map(|replaced| replaced.at(at));
        let mut strands: Vec<Strand> = whole.filter(counts).map(|known| known.written).collect();
        let mut done = 0;
        while let Some(strand) = strands.get(done).copied() {
            let parts = replaced(strand).into_iter().flat_map(|replaced| &replaced.by_start);
            strands.extend(parts.filter(counts).map(|known| known.written));
            done += 1;
        }
        strands
    }

    /// The order of a character among all the text ever had.
    pub fn order(&self, anchor: Anchor) -> Option<(usize, u32)> {
        let (strand, at) = self.strand(anchor)?;
        self.find(strand, at)
    }

    fn find(&self, strand: Strand, at: u32) -> Option<(usize, u32)> {
        let number = self.index.partition_point(|(other, from, _)| (*other, *from) <= (strand, at)).checked_sub(1)?;
        let (known, from, number) = *self.index.get(number)?;
        let piece = self.pieces.get(number as usize)?;
        (known == strand && at < from + piece.length).then_some((number as usize, at - from))
    }
}
