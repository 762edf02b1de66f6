//! Words as people count them: Unicode word boundaries, with soft hyphens counting for nothing.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// How many words a text has.
///
/// A soft hyphen lies inside its word and never divides it, so a text copied from a web page counts as it reads.
pub fn count(text: &str) -> usize {
    text.unicode_words().count()
}

/// Where the words of a text start and end, in Unicode scalars: counts the words of any span without reading it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordIndex {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl WordIndex {
    /// Finds the words of a text.
    pub fn new(text: &str) -> Self {
        let mut index = Self::default();
        let (mut at, mut from, mut to) = (0, 0, 0);
        // Blanks and line ends part words, so what stands between them can be looked at by itself.
        for part in text.split_inclusive([' ', '\n']) {
            to += part.len();
            let (part, rest) = (text.get(from..to).unwrap_or(""), text.get(to..).unwrap_or(""));
            if rest.chars().next().is_some_and(may_cling) {
                continue;
            }
            from = to;
            at = match plain_word(part) {
                Some((letters, length)) => {
                    index.push(at, at + letters);
                    at + length
                }
                None => index.divide(part, at),
            };
        }
        index
    }

    /// Finds the words of a part by all of Unicode's rules, and gives where it ends.
    fn divide(&mut self, part: &str, mut at: u32) -> u32 {
        for piece in part.split_word_bounds() {
            let end = at + u32::try_from(piece.chars().count()).unwrap_or(0);
            if piece.chars().any(char::is_alphanumeric) {
                self.push(at, end);
            }
            at = end;
        }
        at
    }

    fn push(&mut self, start: u32, end: u32) {
        self.starts.push(start);
        self.ends.push(end);
    }

    /// How many words the text has.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Tells whether the text has no words.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Where the word at `place`, counted from 0, starts and ends.
    pub fn word(&self, place: usize) -> Option<(u32, u32)> {
        Some((*self.starts.get(place)?, *self.ends.get(place)?))
    }

    /// Which words, counted from 0, lie wholly or partly between the scalars `start` and `end`.
    pub fn between(&self, start: u32, end: u32) -> Range<usize> {
        let first = self.ends.partition_point(|&word_end| word_end <= start);
        first..self.starts.partition_point(|&word_start| word_start < end).max(first)
    }

    /// How many words lie wholly or partly between the scalars `start` and `end`.
    pub fn count_between(&self, start: u32, end: u32) -> usize {
        self.between(start, end).len()
    }
}

/// Tells whether a scalar may be one that belongs to the blank before it, as another blank or a combining mark does.
fn may_cling(scalar: char) -> bool {
    scalar == ' '
        || !(scalar.is_ascii()
            || matches!(scalar, '\u{ab}' | '\u{bb}' | '\u{c0}'..='\u{24f}' | '\u{2010}'..='\u{2027}'))
}

/// What most of a text is, told without Unicode's tables: a word of Latin letters with perhaps a sign and a blank behind
/// it. Gives how many scalars the word has, and how many there are in all.
fn plain_word(part: &str) -> Option<(u32, u32)> {
    let (mut letters, mut behind) = (0, 0);
    for letter in part.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | 'à'..='ö' | 'ø'..='ÿ' | 'À'..='Ö' | 'Ø'..='Þ' if behind == 0 => {
                letters += 1;
            }
            ',' | '.' | ';' | ':' | '!' | '?' | ' ' | '\n' => behind += 1,
            _ => return None,
        }
    }
    (letters > 0).then_some((letters, letters + behind))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::{WordIndex, count};

    proptest! {
        #[test]
        fn the_short_way_finds_the_words_of_unicode(
            text in "([a-zæøåÅéßﬁ',.:;!?’_0-9\u{ad}\u{301}\u{200d}ーア \n-]{0,4}|\\PC{0,3}|[ \n]|blåbær[,.] ?){0,9}"
        ) {
            let mut expected = WordIndex::default();
            let mut at = 0;
            for piece in text.split_word_bounds() {
                let end = at + u32::try_from(piece.chars().count()).unwrap();
                if piece.chars().any(char::is_alphanumeric) {
                    expected.push(at, end);
                }
                at = end;
            }
            prop_assert_eq!(WordIndex::new(&text), expected);
        }
    }

    #[test]
    fn words_are_counted_as_people_count_them() {
        for (text, words) in [
            ("", 0),
            (" – … ", 0),
            ("Ja, altså, det gikk.", 4),
            ("sam\u{ad}arbeid", 1),
            ("pc-en", 2),
            ("3,5 prosent", 2),
            ("don't", 1),
            ("å få æren", 3),
            ("blåbær,  \u{cb3}", 2),
        ] {
            assert_eq!(count(text), words, "{text:?}");
            assert_eq!(WordIndex::new(text).len(), words, "{text:?}");
        }
    }

    #[test]
    fn a_span_counts_the_words_it_touches() {
        let index = WordIndex::new("blå bær på");
        for (start, end, words) in [(0, 3, 1), (0, 4, 1), (0, 5, 2), (3, 4, 0), (2, 10, 3), (4, 7, 1)] {
            assert_eq!(index.count_between(start, end), words, "{start}..{end}");
        }
    }
}
