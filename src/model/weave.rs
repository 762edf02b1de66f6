//! Weave: a text as the characters it was imported with, woven with the runs that were inserted later. What was deleted
//! stays in it unseen, so that every anchor keeps its meaning for ever.
//!
//! This is the idea of sequence CRDTs (Roh et al. 2011, replicated growable arrays), kept small: edits are rare, so the
//! pieces are a plain list, and whoever asks for many places at once asks an index.

use std::collections::BTreeMap;
use std::ops::Range;

use super::anchor::Anchor;
use super::id::RunId;
use crate::text::indexed::IndexedText;

/// What stands where an inserted word has been erased for good.
const ERASED: char = '█';

/// What characters came with: 0 with the import, any other number with the run of that number, counted from 1.
type Strand = u32;

/// The imported text.
const IMPORTED: Strand = 0;

/// Characters that follow each other in one strand and that share a fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    strand: Strand,
    from: u32,
    length: u32,
    alive: bool,
    /// What was written instead of these characters.
    stand_in: Option<Strand>,
}

/// What was inserted at once.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    id: RunId,
    /// `None` where they have been erased.
    words: Option<Box<str>>,
}

/// A change to one place of a text: characters deleted, and a run inserted that stands in for them.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// What is deleted: for each stretch its first character, and how many there are.
    pub deleted: &'a [(Anchor, u32)],
    /// The character after which the run is inserted; `None` at the start of the text.
    pub after: Option<Anchor>,
    /// What is inserted: its name, its length in scalars, its words (empty where they have been erased).
    pub inserted: Option<(RunId, u32, &'a str)>,
}

/// A stretch of a text between its imported and its present form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The same in both: where it stands in the imported text, and from where in the present one.
    Kept(Range<u32>, u32),
    /// Imported, and deleted since: where it stands in the imported text.
    Deleted(Range<u32>),
    /// Inserted: where it stands in the present text.
    Inserted(Range<u32>),
}

/// All characters a text ever had, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weave {
    pieces: Vec<Piece>,
    runs: Vec<Run>,
    strands: BTreeMap<RunId, Strand>,
    /// Where a character was found last: edits that come together mostly stand close to each other.
    found: usize,
    /// The same pieces by strand, to be looked up; made anew after every change.
    index: Vec<(Strand, u32, u32)>,
    /// How many characters are seen before each piece, and at the end how many in all.
    seen: Vec<u32>,
}

impl Weave {
    /// A text of `length` scalars as it was imported.
    pub fn new(length: u32) -> Self {
        let whole = Piece { strand: IMPORTED, from: 0, length, alive: true, stand_in: None };
        let mut weave = Self {
            pieces: vec![whole],
            runs: Vec::new(),
            strands: BTreeMap::new(),
            found: 0,
            index: Vec::new(),
            seen: Vec::new(),
        };
        weave.find_again();
        weave
    }

    /// Takes up changes in the order of the journal. One that was taken back (`false`) leaves its run unseen, so that what
    /// was said of its characters still has a meaning. Tells how many name characters that are not here.
    pub fn change<'a>(&mut self, changes: impl IntoIterator<Item = (Change<'a>, bool)>) -> usize {
        let strange = changes.into_iter().filter(|(change, counts)| !self.take_up(change, *counts)).count();
        self.find_again();
        strange
    }

    /// How many characters are seen.
    pub fn len(&self) -> u32 {
        self.seen.last().copied().unwrap_or(0)
    }

    /// Tells whether nothing is seen.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The present text, made from the imported one.
    pub fn text(&self, imported: &IndexedText) -> String {
        let mut text = String::with_capacity(imported.as_str().len());
        for piece in self.pieces.iter().filter(|piece| piece.alive) {
            self.push_words(piece, imported, &mut text);
        }
        text
    }

    /// The words between two characters, ends included, whether they are seen or not.
    pub fn words_ever(&self, first: Anchor, last: Anchor, imported: &IndexedText) -> Option<String> {
        let (start, end) = (self.find(first)?, self.find(last)?);
        let mut words = String::new();
        for at in start.0..=end.0 {
            let mut piece = *self.pieces.get(at)?;
            if at == end.0 {
                piece.length = end.1 + 1;
            }
            if at == start.0 {
                piece.from += start.1;
                piece.length = piece.length.saturating_sub(start.1);
            }
            self.push_words(&piece, imported, &mut words);
        }
        Some(words)
    }

    /// What became of the imported text, in the order of the text.
    pub fn differences(&self) -> Vec<Difference> {
        let mut differences: Vec<Difference> = Vec::new();
        for (piece, &seen) in self.pieces.iter().zip(&self.seen) {
            if piece.length == 0 {
                continue;
            }
            let (old, new) = (piece.from..piece.from + piece.length, seen..seen + piece.length);
            match (piece.strand, piece.alive, differences.last_mut()) {
                (IMPORTED, true, Some(Difference::Kept(known, _))) if known.end == old.start => {
                    known.end = old.end;
                }
                (IMPORTED, true, _) => differences.push(Difference::Kept(old, seen)),
                (IMPORTED, false, Some(Difference::Deleted(known))) if known.end == old.start => {
                    known.end = old.end;
                }
                (IMPORTED, false, _) => differences.push(Difference::Deleted(old)),
                (_, true, Some(Difference::Inserted(known))) => known.end = new.end,
                (_, true, _) => differences.push(Difference::Inserted(new)),
                (_, false, _) => {}
            }
        }
        differences
    }

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
        let (piece, within) = self.find(anchor)?;
        let alive = self.pieces.get(piece)?.alive;
        Some(self.seen.get(piece)? + if alive { within } else { 0 })
    }

    /// The place behind a character; where it was replaced, behind what was written instead.
    pub fn place_behind(&self, anchor: Anchor) -> Option<u32> {
        let (number, within) = self.find(anchor)?;
        let piece = self.pieces.get(number)?;
        let seen = *self.seen.get(number)?;
        Some(if piece.alive {
            seen + within + 1
        } else {
            piece.stand_in.map_or(seen, |strand| self.end_of(strand)).max(seen)
        })
    }

    /// The order of a character among all the text ever had.
    pub fn order(&self, anchor: Anchor) -> Option<(usize, u32)> {
        self.find(anchor)
    }

    /// The place behind the last of a strand's characters that is seen, or behind what was written instead of it.
    fn end_of(&self, strand: Strand) -> u32 {
        let from = self.index.partition_point(|(other, ..)| *other < strand);
        let own = self.index.iter().skip(from).take_while(|(other, ..)| *other == strand);
        let ends = own.filter_map(|(_, _, number)| {
            let number = *number as usize;
            let (piece, seen) = (self.pieces.get(number)?, *self.seen.get(number)?);
            // Whatever stands in for it was written later, so this comes to an end.
            Some(if piece.alive { seen + piece.length } else { piece.stand_in.map_or(0, |later| self.end_of(later)) })
        });
        ends.max().unwrap_or(0)
    }

    fn push_words(&self, piece: &Piece, imported: &IndexedText, text: &mut String) {
        let Some(run) = self.run(piece.strand) else {
            return text.push_str(imported.slice(piece.from, piece.from + piece.length));
        };
        match &run.words {
            Some(words) => text.extend(words.chars().skip(piece.from as usize).take(piece.length as usize)),
            None => text.extend(std::iter::repeat_n(ERASED, piece.length as usize)),
        }
    }

    fn run(&self, strand: Strand) -> Option<&Run> {
        self.runs.get((strand as usize).checked_sub(1)?)
    }

    fn named(&self, piece: &Piece, within: u32) -> Anchor {
        let at = piece.from + within;
        self.run(piece.strand).map_or(Anchor::Imported(at), |run| Anchor::Inserted(run.id, at))
    }

    /// The strand of a character and its place there; `None` if its run was never inserted here.
    fn strand(&self, anchor: Anchor) -> Option<(Strand, u32)> {
        match anchor {
            Anchor::Imported(at) => Some((IMPORTED, at)),
            Anchor::Inserted(run, at) => Some((*self.strands.get(&run)?, at)),
        }
    }

    fn take_up(&mut self, change: &Change<'_>, counts: bool) -> bool {
        let last = |&(first, length): &(Anchor, u32)| first.later(length.checked_sub(1)?);
        let ends = change.deleted.iter().flat_map(|stretch| [Some(stretch.0), last(stretch)]);
        let named: Vec<Anchor> = ends.flatten().chain(change.after).collect();
        if !named.into_iter().all(|anchor| self.scan(anchor).is_some()) {
            return false;
        }
        // A run is inserted once, whoever tells of it again.
        let inserted = change.inserted.filter(|(run, length, _)| *length > 0 && !self.strands.contains_key(run));
        let stand_in = inserted.map(|(run, length, words)| {
            let whole = words.chars().count() == length as usize;
            self.runs.push(Run { id: run, words: whole.then(|| words.into()) });
            let strand = Strand::try_from(self.runs.len()).unwrap_or(Strand::MAX);
            self.strands.insert(run, strand);
            strand
        });
        if counts {
            for &(first, length) in change.deleted {
                self.delete(first, length, stand_in);
            }
        }
        if let (Some(strand), Some((_, length, _))) = (stand_in, inserted) {
            let at = change.after.map_or(0, |anchor| self.cut_behind(anchor));
            self.pieces.insert(at, Piece { strand, from: 0, length, alive: counts, stand_in: None });
        }
        true
    }

    fn delete(&mut self, first: Anchor, length: u32, stand_in: Option<Strand>) {
        let Some((strand, start)) = self.strand(first) else { return };
        let Some((mut number, _)) = self.scan(first) else { return };
        let (end, mut left) = (start.saturating_add(length), length);
        // What follows in a strand follows in the text as well, with other strands between.
        while left > 0 && number < self.pieces.len() {
            let piece = self.pieces[number];
            let (from, to) = (start.max(piece.from), end.min(piece.from + piece.length));
            if piece.strand != strand || from >= to {
                number += 1;
                continue;
            }
            left -= to - from;
            let parts = [
                Piece { length: from - piece.from, ..piece },
                Piece {
                    from,
                    length: to - from,
                    alive: false,
                    // Of two that were written at the same time the earlier stands farther behind, and so covers both.
                    stand_in: piece.stand_in.or(stand_in),
                    ..piece
                },
                Piece { from: to, length: piece.from + piece.length - to, ..piece },
            ];
            let parts: Vec<Piece> = parts.into_iter().filter(|part| part.length > 0).collect();
            let count = parts.len();
            self.pieces.splice(number..=number, parts);
            number += count;
        }
    }

    /// Cuts a piece behind a character, and gives the number a piece there would have.
    fn cut_behind(&mut self, anchor: Anchor) -> usize {
        let Some((number, within)) = self.scan(anchor) else { return self.pieces.len() };
        let piece = self.pieces[number];
        if within + 1 < piece.length {
            let head = Piece { length: within + 1, ..piece };
            let tail = Piece { from: piece.from + within + 1, length: piece.length - within - 1, ..piece };
            self.pieces.splice(number..=number, [head, tail]);
        }
        number + 1
    }

    /// Finds a character while the index is not up to date: from where one was found last to the end, then from the start.
    fn scan(&mut self, anchor: Anchor) -> Option<(usize, u32)> {
        let (strand, at) = self.strand(anchor)?;
        let holds = |piece: &Piece| piece.strand == strand && (piece.from..piece.from + piece.length).contains(&at);
        let begin = self.found.min(self.pieces.len());
        let (before, behind) = self.pieces.split_at(begin);
        let later = behind.iter().position(holds).map(|number| begin + number);
        self.found = later.or_else(|| before.iter().position(holds))?;
        Some((self.found, at - self.pieces[self.found].from))
    }

    fn find(&self, anchor: Anchor) -> Option<(usize, u32)> {
        let (strand, at) = self.strand(anchor)?;
        let number = self.index.partition_point(|(other, from, _)| (*other, *from) <= (strand, at)).checked_sub(1)?;
        let (known, from, number) = *self.index.get(number)?;
        let piece = self.pieces.get(number as usize)?;
        (known == strand && at < from + piece.length).then_some((number as usize, at - from))
    }

    fn find_again(&mut self) {
        let mut seen = 0;
        self.seen.clear();
        self.seen.extend(self.pieces.iter().map(|piece| {
            let before = seen;
            seen += if piece.alive { piece.length } else { 0 };
            before
        }));
        self.seen.push(seen);
        self.index = (0..).zip(&self.pieces).map(|(number, piece)| (piece.strand, piece.from, number)).collect();
        self.index.sort_unstable();
    }
}

impl Anchor {
    /// The character that stands `by` later in the same strand.
    fn later(self, by: u32) -> Option<Self> {
        Some(match self {
            Self::Imported(at) => Self::Imported(at.checked_add(by)?),
            Self::Inserted(run, at) => Self::Inserted(run, at.checked_add(by)?),
        })
    }
}
