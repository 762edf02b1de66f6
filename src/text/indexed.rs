//! A text that answers in Unicode scalars at once, however long it is.

use std::ops::Range;
use std::sync::OnceLock;

use super::vocabulary::Vocabulary;
use super::words::WordIndex;

/// How many scalars lie between two remembered byte offsets.
const STEP: u32 = 128;

/// A text with an index from Unicode scalars to bytes and back, and its lines.
#[derive(Debug)]
pub struct IndexedText {
    text: String,
    /// Byte offset of every `STEP`th scalar; empty when the text is ASCII, where both are the same.
    steps: Vec<u32>,
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
        let ascii = text.is_ascii();
        let (mut steps, mut lines, mut length) = (Vec::new(), vec![0], 0_u32);
        for (byte, letter) in text.char_indices() {
            if !ascii && length.is_multiple_of(STEP) {
                steps.push(u32::try_from(byte).unwrap_or(u32::MAX));
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
        let old = old.start.min(self.length)..old.end.clamp(old.start, self.length.max(old.start));
        let (from, to) = (self.byte(old.start), self.byte(old.end));
        let mut text = String::with_capacity(self.text.len() + words.len());
        text.push_str(self.text.get(..from).unwrap_or_default());
        text.push_str(words);
        text.push_str(self.text.get(to..).unwrap_or_default());
        if self.steps.is_empty() && !words.is_ascii() {
            return Self::new(text);
        }
        let written = Self::new(words.to_owned());
        let (new_end, removed) = (old.start + written.length, old.end - old.start);
        let length = self.length - removed + written.length;
        let byte = |step: usize| {
            let at = u32::try_from(step).unwrap_or(0) * STEP;
            let byte = match at {
                at if at <= old.start => self.byte(at),
                at if at < new_end => from + written.byte(at - old.start),
                at => self.byte_from_nearest(at - new_end + old.end) - to + from + words.len(),
            };
            u32::try_from(byte).unwrap_or(u32::MAX)
        };
        // As many bytes as scalars: what was not ASCII has gone.
        let ascii = text.len() == length as usize;
        let steps = if ascii { 0 } else { (length as usize).div_ceil(STEP as usize) };
        let before = self.lines.partition_point(|&start| start <= old.start);
        let behind = self.lines.partition_point(|&start| start <= old.end);
        let mut lines = self.lines.get(..before).unwrap_or_default().to_vec();
        lines.extend(written.lines.iter().skip(1).map(|start| old.start + start));
        lines.extend(self.lines.get(behind..).unwrap_or_default().iter().map(|start| start - old.end + new_end));
        Self {
            text,
            steps: (0..steps).map(byte).collect(),
            length,
            lines,
            words: OnceLock::new(),
            vocabulary: OnceLock::new(),
        }
    }

    /// The byte at which a scalar starts, counted from the nearest that is remembered, before or behind it.
    fn byte_from_nearest(&self, at: u32) -> usize {
        let step = (at + STEP / 2) / STEP;
        let (Some(&base), true) = (self.steps.get(step as usize), step * STEP > at) else { return self.byte(at) };
        let behind = self.text.get(..base as usize).unwrap_or_default();
        let back = (step * STEP - at) as usize;
        behind.char_indices().rev().nth(back - 1).map_or(0, |(byte, _)| byte)
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
        if self.steps.is_empty() {
            return at as usize;
        }
        let base = self.steps[(at / STEP) as usize] as usize;
        let tail = self.text.get(base..).unwrap_or("");
        tail.char_indices().nth((at % STEP) as usize).map_or(self.text.len(), |(byte, _)| base + byte)
    }

    /// The scalar that starts at, or holds, the byte `byte`.
    pub fn scalar(&self, byte: usize) -> u32 {
        if byte >= self.text.len() {
            return self.length;
        }
        if self.steps.is_empty() {
            return u32::try_from(byte).unwrap_or(self.length);
        }
        let step = self.steps.partition_point(|&b| b as usize <= byte).saturating_sub(1);
        let base = self.steps[step] as usize;
        let within = self.text.get(base..).unwrap_or("").char_indices().take_while(|(b, _)| base + b < byte + 1);
        u32::try_from(step).unwrap_or(0) * STEP + u32::try_from(within.count()).unwrap_or(1) - 1
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

#[cfg(test)]
mod tests {
    use super::IndexedText;

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
    fn lines_know_where_they_are() {
        let text = IndexedText::new("én\n\ntre".to_owned());
        let lines: Vec<_> = (0..text.line_count()).map(|n| text.line(n)).collect();
        assert_eq!(lines, [0..2, 3..3, 4..7]);
        assert_eq!([0, 2, 3, 4, 6, 99].map(|at| text.line_of(at)), [0, 0, 1, 2, 2, 2]);
    }
}
