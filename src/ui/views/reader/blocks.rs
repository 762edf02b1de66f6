//! Cuts a source into blocks that are laid out one by one, and adds up their heights.

use std::ops::Range;

use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::indexed::IndexedText;

/// The longest block in Unicode scalars; a longer paragraph is cut after a space.
const LONGEST: u32 = 6_000;

/// A stretch of the text that is laid out as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its scalars, without the LF.
    pub range: Range<u32>,
    /// The turn it belongs to, from 0.
    pub turn: Option<usize>,
    /// Whether the turn, or the paragraph, begins here.
    pub lead: bool,
    /// The line of the text, from 0.
    pub line: usize,
    /// Whether only a quiet line is shown in its place.
    pub hidden: bool,
}

/// Cuts a text into blocks: one a line, and more for very long lines. What is `hidden` (in order, without overlaps) is
/// one block, however many lines it takes.
pub(super) fn cut(source: &Source, text: &IndexedText, hidden: &[Span]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(text.line_count());
    let (mut last_turn, mut begun) = (None, 0);
    for line in 0..text.line_count() {
        let mut rest = text.line(line);
        while source.turns.get(begun).is_some_and(|turn| turn.span.start() <= rest.start) {
            begun += 1;
        }
        let turn = begun.checked_sub(1);
        let mut lead = turn.is_none() || turn != last_turn;
        loop {
            let (piece, aside) = part(text, &rest, hidden);
            rest.start = piece.end;
            match blocks.last_mut().filter(|last| last.hidden) {
                Some(last) if aside => last.range.end = piece.end,
                // What is left of a line beside hidden words is nothing to read.
                Some(_) if text.slice(piece.start, piece.end).trim().is_empty() => {}
                _ => {
                    blocks.push(Block { range: piece, turn, lead, line, hidden: aside });
                    if !aside {
                        (lead, last_turn) = (false, turn);
                    }
                }
            }
            if rest.is_empty() {
                break;
            }
        }
    }
    blocks
}

/// The first part of a line that is hidden, or shown, as one.
fn part(text: &IndexedText, rest: &Range<u32>, hidden: &[Span]) -> (Range<u32>, bool) {
    let next =
        hidden.get(hidden.partition_point(|span| span.end() <= rest.start)).filter(|span| span.start() < rest.end);
    match next {
        Some(span) if span.start() <= rest.start => (rest.start..span.end().min(rest.end), true),
        Some(span) => (head(text, &(rest.start..span.start())), false),
        None => (head(text, rest), false),
    }
}

fn head(text: &IndexedText, rest: &Range<u32>) -> Range<u32> {
    if rest.end - rest.start <= LONGEST {
        return rest.clone();
    }
    let window = text.slice(rest.start, rest.start + LONGEST);
    let cut = window.rfind(' ').map_or(LONGEST, |byte| {
        let kept = window.get(..=byte).unwrap_or(window);
        u32::try_from(kept.chars().count()).unwrap_or(LONGEST)
    });
    rest.start..rest.start + cut
}

/// The block that holds the scalar `at`.
pub(super) fn block_of(blocks: &[Block], at: u32) -> usize {
    blocks.partition_point(|block| block.range.start <= at).saturating_sub(1)
}

/// Heights of blocks with their running sums (Fenwick 1994), so that a place in a text of any length is found at
/// once; in `f64`, as a text of a million words is a million points tall.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    own: Vec<f32>,
    sums: Vec<f64>,
}

impl Heights {
    /// Adds up the heights of all blocks.
    pub(super) fn new(own: Vec<f32>) -> Self {
        let mut sums = vec![0.0; own.len() + 1];
        for (at, height) in own.iter().enumerate() {
            let at = at + 1;
            sums[at] += f64::from(*height);
            let above = at + (at & at.wrapping_neg());
            if above < sums.len() {
                sums[above] += sums[at];
            }
        }
        Self { own, sums }
    }

    /// The height of a block.
    pub(super) fn of(&self, block: usize) -> f32 {
        self.own.get(block).copied().unwrap_or(0.0)
    }

    /// Puts the exact height in place of an estimate.
    pub(super) fn set(&mut self, block: usize, height: f32) {
        let Some(own) = self.own.get_mut(block) else { return };
        let change = f64::from(height) - f64::from(*own);
        *own = height;
        let mut at = block + 1;
        while at < self.sums.len() {
            self.sums[at] += change;
            at += at & at.wrapping_neg();
        }
    }

    /// The top of a block: the heights of all blocks before it.
    pub(super) fn top(&self, block: usize) -> f64 {
        let (mut at, mut sum) = (block.min(self.own.len()), 0.0);
        while at > 0 {
            sum += self.sums[at];
            at -= at & at.wrapping_neg();
        }
        sum
    }

    /// The height of all blocks.
    pub(super) fn total(&self) -> f64 {
        self.top(self.own.len())
    }

    /// The block at the height `y`.
    pub(super) fn find(&self, y: f64) -> usize {
        let (mut at, mut rest) = (0, y);
        let mut step = self.sums.len().next_power_of_two() / 2;
        while step > 0 {
            if at + step < self.sums.len() && self.sums[at + step] <= rest {
                at += step;
                rest -= self.sums[at];
            }
            step /= 2;
        }
        at.min(self.own.len().saturating_sub(1))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::model::id::{CoderId, SourceId, TextHash};
    use crate::model::source::Turn;

    /// A source with a turn a line.
    pub(in crate::ui::views::reader) fn turn_a_line(text: &Arc<IndexedText>) -> Source {
        let line = |line| Some(text.line(line)).and_then(|line| Span::new(line.start, line.end));
        let turns = (0..text.line_count()).filter_map(line).map(|span| Turn { span, speaker: None, start_ms: None });
        Source {
            id: SourceId::new(1),
            title: String::new(),
            file_name: String::new(),
            hash: TextHash::new(1),
            original: None,
            length: text.len(),
            imported_length: text.len(),
            text: Some(Arc::clone(text)),
            language: None,
            imported: Some(Arc::clone(text)),
            weave: None,
            speakers: Vec::new(),
            speaker_keys: Vec::new(),
            merged: BTreeMap::new(),
            turns: turns.collect(),
            turn_keys: Arc::default(),
            exclusions: Arc::default(),
            excluded: Arc::default(),
            coder: CoderId::new(1),
            added_ms: 0,
        }
    }

    #[test]
    fn heights_add_up_and_find_their_block() {
        let mut heights = Heights::new(vec![10.0, 20.0, 0.0, 5.0, 7.0]);
        assert_eq!([0, 1, 2, 3, 4, 5].map(|n| heights.top(n)), [0.0, 10.0, 30.0, 30.0, 35.0, 42.0]);
        assert_eq!([0.0, 9.9, 10.0, 30.0, 34.9, 41.0, 99.0].map(|y| heights.find(y)), [0, 0, 1, 3, 3, 4, 4]);
        heights.set(1, 1.0);
        assert_eq!(heights.total(), 23.0);
        assert_eq!(heights.find(11.0), 3);
    }

    /// What a reader sees: each block on a line, with the turn where it leads, and hidden words in brackets.
    fn page(lines: &str, hidden: &[(u32, u32)]) -> Vec<String> {
        let text = Arc::new(IndexedText::new(lines.to_owned()));
        let source = turn_a_line(&text);
        let hidden: Vec<Span> = hidden.iter().filter_map(|(start, end)| Span::new(*start, *end)).collect();
        let blocks = cut(&source, &text, &hidden);
        for pair in blocks.windows(2) {
            assert!(pair[0].range.end <= pair[1].range.start, "blocks stand in order");
        }
        let shown = |block: &Block| {
            let words = text.slice(block.range.start, block.range.end).replace('\n', "/");
            let turn =
                block.turn.filter(|_| block.lead && !block.hidden).map_or(String::new(), |turn| format!("{turn}: "));
            if block.hidden { format!("[{words}]") } else { format!("{turn}{words}") }
        };
        blocks.iter().map(shown).collect()
    }

    #[test]
    fn hidden_words_are_one_block_and_the_rest_keeps_its_turn() {
        let text = "Hei du.\nHei.\nFørst dette. Så det.\nHa det.";
        assert_eq!(page(text, &[]), ["0: Hei du.", "1: Hei.", "2: Først dette. Så det.", "3: Ha det."]);
        assert_eq!(page(text, &[(0, 7), (8, 12)]), ["[Hei du./Hei.]", "2: Først dette. Så det.", "3: Ha det."]);
        assert_eq!(page(text, &[(4, 25)]), ["0: Hei ", "[du./Hei./Først dette.]", "2:  Så det.", "3: Ha det."]);
        assert_eq!(page(text, &[(25, 33)]), ["0: Hei du.", "1: Hei.", "2: Først dette.", "[ Så det.]", "3: Ha det."]);
        assert_eq!(page(text, &[(0, 42)]), ["[Hei du./Hei./Først dette. Så det./Ha det.]"]);
        assert_eq!(page("En\n\nto", &[(0, 2)]), ["[En]", "1: to"]);
    }

    #[test]
    fn long_paragraphs_are_cut_between_words_and_nothing_is_lost() {
        let text = IndexedText::new("ordet blåbær ".repeat(2_000));
        let mut rest = text.line(0);
        let mut whole = String::new();
        while !rest.is_empty() {
            let piece = head(&text, &rest);
            whole.push_str(text.slice(piece.start, piece.end));
            assert!(text.slice(piece.start, piece.end).ends_with(' '));
            rest.start = piece.end;
        }
        assert_eq!(whole, text.as_str());
    }
}
