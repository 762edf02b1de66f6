//! How a change is taken up: what is deleted stays unseen, and what is written finds its place among all that was there.

use super::{Again, Change, Instead, Piece, Run, Strand, Weave, Which, Written};
use crate::model::anchor::Anchor;

impl Weave {
    pub(super) fn take_up(&mut self, change: &Change<'_>, counts: bool) -> bool {
        let last = |&(first, length): &(Anchor, u32)| first.later(length.checked_sub(1)?);
        let ends = change.deleted.iter().flat_map(|stretch| [Some(stretch.0), last(stretch)]);
        let named: Vec<Anchor> = ends.flatten().chain(change.after).collect();
        if !named.into_iter().all(|anchor| self.scan(anchor).is_some()) {
            return false;
        }
        // A run is inserted once, whoever tells of it again.
        let inserted = change.inserted.filter(|new| new.length > 0 && !self.strands.contains_key(&new.run));
        let written = inserted.map(|new| self.begin(&new, change.deleted, counts));
        for &(first, length) in change.deleted {
            if let (Some(written), Some((of, from))) = (written, self.strand(first)) {
                let new = Instead { from, to: from.saturating_add(length), written, counts };
                self.instead.entry(of).or_default().insert(new);
            }
            if counts {
                self.delete(first, length);
            }
        }
        if let (Some(strand), Some(Written { length, .. })) = (written, inserted) {
            let at = match (change.after, inserted.and_then(|new| new.again)) {
                (Some(letter), Some(Again::Last)) => self.cut_before(letter),
                (Some(letter), _) if !change.deleted.is_empty() => self.cut_behind(letter),
                (Some(letter), _) => self.behind_all(letter),
                (None, _) => 0,
            };
            self.pieces.insert(at, Piece { strand, from: 0, length, alive: counts });
        }
        true
    }

    /// Begins the strand of a run.
    fn begin(&mut self, new: &Written<'_>, deleted: &[(Anchor, u32)], counts: bool) -> Strand {
        let stretch = |&(first, length): &(Anchor, u32)| {
            let (strand, from) = self.strand(first)?;
            Some((strand, from..from.saturating_add(length)))
        };
        let of = deleted.iter().filter_map(stretch).collect();
        let whole = new.words.chars().count() == new.length as usize;
        self.runs.push(Run {
            id: new.run,
            length: new.length,
            words: whole.then(|| new.words.into()),
            of,
            again: new.again,
            counts,
        });
        let strand = u32::try_from(self.runs.len()).unwrap_or(u32::MAX);
        self.strands.insert(new.run, strand);
        strand
    }

    fn delete(&mut self, first: Anchor, length: u32) {
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
                Piece { from, length: to - from, alive: false, ..piece },
                Piece { from: to, length: piece.from + piece.length - to, ..piece },
            ];
            let parts: Vec<Piece> = parts.into_iter().filter(|part| part.length > 0).collect();
            let count = parts.len();
            self.pieces.splice(number..=number, parts);
            number += count;
        }
    }

    /// The place behind a character and all that stands in for it. Of two that are written there at once the later stands
    /// first.
    fn behind_all(&mut self, anchor: Anchor) -> usize {
        let Some((mut strand, mut within)) = self.strand(anchor) else { return self.pieces.len() };
        // Behind a letter that was written again is behind the letter itself.
        while let Some(run) = self.run(strand).filter(|run| run.again == Some(Again::Last) && within + 1 == run.length)
        {
            let Some((of, range)) = run.of.first() else { break };
            (strand, within) = (*of, range.start);
        }
        let mut at = match self.scan_of(strand, within) {
            Some((number, before)) => self.cut(number, before + 1),
            None => self.pieces.len(),
        };
        let instead = self.written_instead(strand, within, Which::Ever);
        while self.pieces.get(at).is_some_and(|piece| instead.contains(&piece.strand)) {
            let own = self.pieces.get(at).map(|piece| piece.strand);
            at = self.pieces.iter().rposition(|piece| Some(piece.strand) == own).unwrap_or(at) + 1;
        }
        at
    }

    /// Cuts a piece before a character, and gives the number a piece there would have.
    fn cut_before(&mut self, anchor: Anchor) -> usize {
        let Some((number, within)) = self.scan(anchor) else { return self.pieces.len() };
        self.cut(number, within)
    }

    /// Cuts a piece behind a character, and gives the number a piece there would have.
    fn cut_behind(&mut self, anchor: Anchor) -> usize {
        let Some((number, within)) = self.scan(anchor) else { return self.pieces.len() };
        self.cut(number, within + 1)
    }

    /// Cuts a piece after `length` characters, and gives the number of what is behind the cut.
    fn cut(&mut self, number: usize, length: u32) -> usize {
        let piece = self.pieces[number];
        if length == 0 {
            return number;
        }
        if length < piece.length {
            let tail = Piece { from: piece.from + length, length: piece.length - length, ..piece };
            self.pieces.splice(number..=number, [Piece { length, ..piece }, tail]);
        }
        number + 1
    }

    /// Finds a character while the index is not up to date: from where one was found last to the end, then from the start.
    fn scan(&mut self, anchor: Anchor) -> Option<(usize, u32)> {
        let (strand, at) = self.strand(anchor)?;
        self.scan_of(strand, at)
    }

    fn scan_of(&mut self, strand: Strand, at: u32) -> Option<(usize, u32)> {
        let holds = |piece: &Piece| piece.strand == strand && (piece.from..piece.from + piece.length).contains(&at);
        let begin = self.found.min(self.pieces.len());
        let (before, behind) = self.pieces.split_at(begin);
        let later = behind.iter().position(holds).map(|number| begin + number);
        self.found = later.or_else(|| before.iter().position(holds))?;
        Some((self.found, at - self.pieces[self.found].from))
    }
}
