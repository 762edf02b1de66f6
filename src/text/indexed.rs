//! A text that answers in Unicode scalars at once, however long it is.

use std::ops::Range;
use std::sync::OnceLock;

use super::vocabulary::Vocabulary;
use super::words::WordIndex;

/// Of how many scalars at the most one byte offset is remembered.
const STEP: u32 = 128;

/// A scalar of which it is remembered at which byte it starts.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    scalar: u32,
    byte: u32,
}

/// A text with an index from Unicode scalars to bytes and back, and its lines.
#[derive(Debug)]
pub struct IndexedText {
    text: String,
    /// The first scalar, and none more than `STEP` behind the one before; empty where the text is ASCII, where scalars and
    /// bytes are the same.
    steps: Vec<Step>,
    length: u32,
    /// The scalar at which each line starts.
    lines: Vec<u32>,
    /// Found when first asked for: a text outlives the projects that hold it, so its words are found once.
    words: OnceLock<WordIndex>,
    /// Found when first asked for, like the words.
    vocabulary: OnceLock<Vocabulary>,
}

impl PartialEq for IndexedText {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for IndexedText {}

impl IndexedText {
    /// Indexes a text; lines end at LF.
    pub fn new(text: String) -> Self {
        let (mut steps, mut lines, mut length) = (Vec::new(), vec![0], 0_u32);
        let ascii = text.is_ascii();
        for (byte, letter) in text.char_indices() {
            if !ascii && length.is_multiple_of(STEP) {
                steps.push(Step { scalar: length, byte: short(byte) });
            }
            length += 1;
            if letter == '\n' {
                lines.push(length);
            }
        }
        Self { text, steps, length, lines, words: OnceLock::new(), vocabulary: OnceLock::new() }
    }

    /// The same text with other words in place of those from `old.start` to before `old.end`; what is the same is not
    /// looked at again, so that somebody can type in a very long text.
    pub fn spliced(&self, old: Range<u32>, words: &str) -> Self {
        let start = old.start.min(self.length);
        let old = start..old.end.clamp(start, self.length);
        let (from, to) = (self.byte(old.start), self.byte(old.end));
        let mut text = String::with_capacity(self.text.len() - (to - from) + words.len());
        text.push_str(self.text.get(..from).unwrap_or_default());
        text.push_str(words);
        text.push_str(self.text.get(to..).unwrap_or_default());
        if self.steps.is_empty() && !words.is_ascii() {
            return Self::new(text);
        }
        let written = Self::new(words.to_owned());
        let (new_end, removed) = (old.start + written.length, old.end - old.start);
        let length = self.length - removed + written.length;
        // As many bytes as scalars: what was not ASCII has gone.
        let ascii = text.len() == length as usize;
        let steps = if ascii { Vec::new() } else { self.steps_with(&old, (new_end, from + words.len()), (to, &text)) };
        let before = self.lines.partition_point(|&start| start <= old.start);
        let behind = self.lines.partition_point(|&start| start <= old.end);
        let mut lines = Vec::with_capacity(before + written.lines.len() - 1 + self.lines.len() - behind);
        lines.extend_from_slice(self.lines.get(..before).unwrap_or_default());
        lines.extend(written.lines.iter().skip(1).map(|start| old.start + start));
        lines.extend(self.lines.get(behind..).unwrap_or_default().iter().map(|start| start - old.end + new_end));
        Self { text, steps, length, lines, words: OnceLock::new(), vocabulary: OnceLock::new() }
    }

    /// The steps with the words up to the scalar and the byte `new_end` in place of those of `old`, which ended at the byte
    /// `to`: those before stay, those behind move along, and only between the two nearest letters are counted.
    fn steps_with(&self, old: &Range<u32>, new_end: (u32, usize), (to, text): (usize, &str)) -> Vec<Step> {
        let kept = self.steps.partition_point(|step| step.scalar <= old.start);
        let behind = self.steps.partition_point(|step| step.scalar <= old.end);
        let (kept, behind) = (self.steps.get(..kept).unwrap_or_default(), self.steps.get(behind..).unwrap_or_default());
        let moved = |step: &Step| Step {
            scalar: step.scalar - old.end + new_end.0,
            byte: short(step.byte as usize - to + new_end.1),
        };
        let last = kept.last().copied().unwrap_or_default();
        let next = behind.first().map_or(text.len(), |next| moved(next).byte as usize);
        let mut steps = Vec::with_capacity(self.steps.len() + (next - last.byte as usize) / STEP as usize + 1);
        steps.extend_from_slice(kept);
        let between = text.get(last.byte as usize..next).unwrap_or_default();
        for ((byte, _), scalar) in between.char_indices().zip(last.scalar..) {
            if scalar - steps.last().map_or(0, |step: &Step| step.scalar) >= STEP {
                steps.push(Step { scalar, byte: short(last.byte as usize + byte) });
            }
        }
        steps.extend(behind.iter().map(moved));
        steps
    }

    /// Where its words are.
    pub fn words(&self) -> &WordIndex {
        self.words.get_or_init(|| WordIndex::new(&self.text))
    }

    /// Where its words are, if somebody has asked before: finding them in a very long text takes time.
    pub fn words_if_found(&self) -> Option<&WordIndex> {
        self.words.get()
    }

    /// Which words it has.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get_or_init(|| Vocabulary::new(&self.text, self.words()))
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many Unicode scalars the text has.
    pub fn len(&self) -> u32 {
        self.length
    }

    /// Tells whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The byte at which the scalar `at` starts; the end of the text where there is none.
    pub fn byte(&self, at: u32) -> usize {
        if at >= self.length {
            return self.text.len();
        }
        let Some(step) = self.last_step(|step| step.scalar <= at) else { return at as usize };
        let tail = self.text.get(step.byte as usize..).unwrap_or_default();
        let within = tail.char_indices().nth((at - step.scalar) as usize);
        within.map_or(self.text.len(), |(byte, _)| step.byte as usize + byte)
    }

    /// The scalar that starts at, or holds, the byte `byte`.
    pub fn scalar(&self, byte: usize) -> u32 {
        if byte >= self.text.len() {
            return self.length;
        }
        let Some(step) = self.last_step(|step| step.byte as usize <= byte) else { return short(byte) };
        let tail = self.text.get(step.byte as usize..).unwrap_or_default();
        let within = tail.char_indices().take_while(|(at, _)| step.byte as usize + at <= byte);
        step.scalar + short(within.count()) - 1
    }

    /// The last step of which something holds that holds of all before it; none in a text that is ASCII.
    fn last_step(&self, holds: impl Fn(&Step) -> bool) -> Option<Step> {
        self.steps.get(self.steps.partition_point(holds).checked_sub(1)?).copied()
    }

    /// The words from scalar `start` up to scalar `end`; shorter where the text ends.
    pub fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(self.byte(start)..self.byte(end.max(start))).unwrap_or("")
    }

    /// How many lines the text has; at least one.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The line, from 0, on which the scalar `at` lies.
    pub fn line_of(&self, at: u32) -> usize {
        self.lines.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// The scalars of a line without its LF.
    pub fn line(&self, line: usize) -> Range<u32> {
        let start = self.lines.get(line).copied().unwrap_or(self.length);
        let end = self.lines.get(line + 1).map_or(self.length, |next| next - 1);
        start..end
    }
}

/// A number of bytes or letters of a text; no text is longer.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{IndexedText, STEP};

    #[test]
    fn bytes_and_scalars_agree_in_long_nordic_text() {
        let text = "Blåbær «på» đ 😀 a\n".repeat(40);
        let indexed = IndexedText::new(text.clone());
        for (scalar, (byte, letter)) in text.char_indices().enumerate() {
            let scalar = u32::try_from(scalar).unwrap();
            assert_eq!(indexed.byte(scalar), byte);
            assert_eq!(indexed.scalar(byte), scalar);
            assert_eq!(indexed.slice(scalar, scalar + 1), letter.to_string());
        }
        assert_eq!(indexed.scalar(text.len()), indexed.len());
    }

    #[test]
    fn a_spliced_text_is_the_same_as_one_made_anew() {
        let nordic = "Blåbær «på» đ 😀 a\n".repeat(40);
        for whole in [nordic.as_str(), &"plain words\n".repeat(40), "", "å"] {
            let text = IndexedText::new(whole.to_owned());
            for (start, end, words) in [(0, 0, "x"), (0, 3, ""), (5, 5, "å\nø"), (130, 300, "no\n"), (127, 129, "ææ")]
            {
                let (start, end) = (text.len().min(start), text.len().min(end));
                let spliced = text.spliced(start..end, words);
                let anew = format!("{}{words}{}", text.slice(0, start), text.slice(end, text.len()));
                let anew = IndexedText::new(anew);
                assert_eq!((spliced.as_str(), spliced.len(), &spliced.lines), (anew.as_str(), anew.len(), &anew.lines));
                for at in 0..=anew.len() {
                    assert_eq!(spliced.byte(at), anew.byte(at), "{start}..{end} at {at}");
                    assert_eq!(spliced.scalar(anew.byte(at)), at);
                }
            }
        }
    }

    #[test]
    fn words_for_a_place_behind_the_text_come_at_its_end() {
        for (whole, start, end) in [("abc", 10, 10), ("abc", 10, 2), ("blå", 951, 960), ("blå", 2, 960), ("", 1, 1)] {
            let text = IndexedText::new(whole.to_owned()).spliced(start..end, "øx");
            let kept: String = whole.chars().take(start as usize).collect();
            assert_eq!(text.as_str(), format!("{kept}øx"), "{whole} {start}..{end}");
            assert_eq!(
                (text.len() as usize, text.byte(text.len())),
                (text.as_str().chars().count(), text.as_str().len())
            );
        }
    }

    #[test]
    fn however_much_is_typed_no_letter_is_far_from_a_step() {
        let mut text = IndexedText::new("Blåbær «på» ".repeat(60));
        // Letter by letter at one place, then at many, then away again.
        for n in 0..400 {
            text = text.spliced(300..300, if n % 7 == 0 { "ø" } else { "e" });
        }
        for n in 0..60 {
            text = text.spliced(n * 17..n * 17 + n % 5, "å");
        }
        text = text.spliced(100..700, "");
        let scalars: Vec<u32> = text.steps.iter().map(|step| step.scalar).collect();
        assert_eq!(scalars.first(), Some(&0));
        assert!(scalars.windows(2).all(|pair| pair[0] < pair[1] && pair[1] - pair[0] <= STEP), "{scalars:?}");
        assert!(text.len() - scalars.last().unwrap() <= STEP);
        for (at, (byte, _)) in (0..).zip(text.as_str().char_indices()) {
            assert_eq!((text.byte(at), text.scalar(byte)), (byte, at));
        }
    }

    #[test]
    fn lines_know_where_they_are() {
        let text = IndexedText::new("én\n\ntre".to_owned());
        let lines: Vec<_> = (0..text.line_count()).map(|n| text.line(n)).collect();
        assert_eq!(lines, [0..2, 3..3, 4..7]);
        assert_eq!([0, 2, 3, 4, 6, 99].map(|at| text.line_of(at)), [0, 0, 1, 2, 2, 2]);
    }
}
