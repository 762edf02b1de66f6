//! Weave: a text as the characters it was imported with, woven with the runs that were inserted later. What was deleted
//! stays in it unseen, so that every anchor keeps its meaning for ever.
//!
//! This is the idea of sequence CRDTs (Roh et al. 2011, replicated growable arrays), kept small: edits are rare, so the
//! pieces are a plain list, and whoever asks for many places at once asks an index.

pub(crate) mod moved;
mod places;
mod weaving;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::anchor::Anchor;
use super::id::RunId;
use crate::text::indexed::IndexedText;

/// What stands where an inserted word has been erased for good.
pub const ERASED: char = '█';

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
}

/// What is looked for among what was written instead of others.
#[derive(Clone, Copy)]
enum Which {
    /// All that ever was: places do not depend on what was taken back.
    Ever,
    /// What counts.
    Counting,
}

/// Characters of a strand, and the strand that was written instead of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Instead {
    from: u32,
    to: u32,
    written: Strand,
    /// Whether its author has not taken it back.
    counts: bool,
}

/// What was replaced in one strand, in its order, and how many characters were at once at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Replaced {
    by_start: Vec<Instead>,
    longest: u32,
}

impl Replaced {
    fn insert(&mut self, new: Instead) {
        let place = self.by_start.partition_point(|known| known.from <= new.from);
        self.by_start.insert(place, new);
        self.longest = self.longest.max(new.to - new.from);
    }

    /// Those that hold a character.
    fn at(&self, at: u32) -> impl Iterator<Item = &Instead> {
        let first = self.by_start.partition_point(|known| known.from.saturating_add(self.longest) <= at);
        let near = self.by_start.iter().skip(first).take_while(move |known| known.from <= at);
        near.filter(move |known| at < known.to)
    }
}

/// What was inserted at once.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    id: RunId,
    length: u32,
    /// `None` where they have been erased.
    words: Option<Box<str>>,
    /// The characters it was written instead of, as stretches of strands.
    of: Vec<(Strand, Range<u32>)>,
    again: Option<Again>,
    /// Whether its author has not taken it back.
    counts: bool,
}

/// Which letter of a run is the deleted one written again: letters were attached to it, and codings hold on to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Again {
    /// The first: what follows was attached behind. The run stands behind the letter.
    First,
    /// The last: what stands before it was attached in front. The run stands in front of the letter.
    Last,
}

/// What is written into a text at once.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// Its name.
    pub run: RunId,
    /// How many scalars it has.
    pub length: u32,
    /// The words; empty where they have been erased.
    pub words: &'a str,
    /// Which letter is the deleted one written again.
    pub again: Option<Again>,
}

/// A change to one place of a text: characters deleted, and a run inserted that stands in for them.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// What is deleted: for each stretch its first character, and how many there are.
    pub deleted: &'a [(Anchor, u32)],
    /// The character after which the run is inserted; `None` at the start of the text.
    pub after: Option<Anchor>,
    /// What is inserted.
    pub inserted: Option<Written<'a>>,
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

/// Characters that follow each other in all that a text ever had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The run they were inserted with; `None` where they were imported.
    pub run: Option<RunId>,
    /// The characters; none where they have been erased.
    pub words: String,
    /// Whether they are seen in the text as it is now.
    pub seen: bool,
}

/// All characters a text ever had, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weave {
    pieces: Vec<Piece>,
    runs: Vec<Run>,
    strands: BTreeMap<RunId, Strand>,
    /// What was written instead of what, by strand and then by the first character.
    instead: BTreeMap<Strand, Replaced>,
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
        let whole = Piece { strand: IMPORTED, from: 0, length, alive: true };
        let mut weave = Self {
            pieces: vec![whole],
            runs: Vec::new(),
            strands: BTreeMap::new(),
            instead: BTreeMap::new(),
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
        let (start, end) = (self.order(first)?, self.order(last)?);
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

    /// Every stretch of an inserted run that is seen: the run, and where it stands now.
    pub(crate) fn runs_seen(&self) -> Vec<(RunId, Range<u32>)> {
        let pieces = self.pieces.iter().zip(&self.seen).filter(|(piece, _)| piece.alive && piece.length > 0);
        pieces.filter_map(|(piece, &seen)| Some((self.run(piece.strand)?.id, seen..seen + piece.length))).collect()
    }

    /// All the text ever had, in order: each stretch with the run it was inserted with, and whether it is seen. What has
    /// been erased has no words.
    pub fn ever(&self, imported: &IndexedText) -> Vec<Stretch> {
        let stretch = |piece: &Piece| {
            let run = self.run(piece.strand);
            let mut words = String::new();
            if run.is_none_or(|run| run.words.is_some()) {
                self.push_words(piece, imported, &mut words);
            }
            Stretch { run: run.map(|run| run.id), words, seen: piece.alive }
        };
        self.pieces.iter().filter(|piece| piece.length > 0).map(stretch).collect()
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
