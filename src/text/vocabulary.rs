//! The vocabulary of a text: which words it has, and which of them each word of the text is. Found once for a text.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation as _;

use super::language::Hints;
use super::words::WordIndex;

/// A word as it is written somewhere in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// As it is written, without soft hyphens.
    pub written: Box<str>,
    /// In small letters.
    pub small: Box<str>,
    /// Which language it speaks for.
    pub hints: Hints,
    /// Tells whether it is a number.
    pub is_number: bool,
}

/// The words of a text, each by its form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    forms: Vec<Form>,
    /// For each word of the text, in order, the index of its form.
    tokens: Vec<u32>,
}

impl Vocabulary {
    /// Finds the forms of a text whose words are where `index` says.
    pub fn new(text: &str, index: &WordIndex) -> Self {
        let mut vocabulary = Self { tokens: Vec::with_capacity(index.len()), ..Self::default() };
        let mut known: HashMap<&str, u32> = HashMap::new();
        let later = |byte: usize, scalars: u32| {
            let tail = text.get(byte..).unwrap_or("");
            tail.char_indices().nth(scalars as usize).map_or(text.len(), |(ahead, _)| byte + ahead)
        };
        let (mut at, mut byte) = (0_u32, 0);
        for place in 0..index.len() {
            let Some((start, end)) = index.word(place) else { break };
            let from = later(byte, start - at);
            let to = later(from, end - start);
            (at, byte) = (end, to);
            let word = text.get(from..to).unwrap_or("");
            let next = u32::try_from(vocabulary.forms.len()).unwrap_or(u32::MAX);
            let form = *known.entry(word).or_insert(next);
            if form == next {
                vocabulary.forms.push(Form::new(word));
            }
            vocabulary.tokens.push(form);
        }
        vocabulary
    }

    /// The forms, in the order in which they first stand in the text. Two may be the same but for a soft hyphen.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The index of the form of each word of the text.
    pub fn tokens(&self) -> &[u32] {
        &self.tokens
    }
}

impl Form {
    fn new(word: &str) -> Self {
        let written: Box<str> = word.chars().filter(|letter| *letter != '\u{ad}').collect();
        let small: Box<str> = small(word).into();
        let is_number = small.starts_with(|c: char| c.is_numeric()) && !small.contains(char::is_alphabetic);
        Self { hints: Hints::of(&small), is_number, written, small }
    }
}

/// A word in small letters, without soft hyphens, and with the plain apostrophe.
pub fn small(word: &str) -> String {
    let plain = |letter: char| (letter != '\u{ad}').then_some(if letter == '\u{2019}' { '\'' } else { letter });
    word.chars().filter_map(plain).flat_map(char::to_lowercase).collect()
}

/// Words as a list has them, however they were typed: in small letters, with a blank between two. What has no words is
/// given back as it was typed.
pub fn phrase(typed: &str) -> String {
    let words: Vec<String> = typed.unicode_words().map(small).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { typed.trim().to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, phrase};
    use crate::text::words::WordIndex;

    #[test]
    fn every_word_of_a_text_is_one_of_its_forms() {
        let of = |text: &str| {
            let vocabulary = Vocabulary::new(text, &WordIndex::new(text));
            let forms: Vec<String> =
                vocabulary.forms().iter().map(|form| format!("{}={}", form.written, form.small)).collect();
            (forms, vocabulary.tokens().to_vec())
        };
        let (forms, tokens) = of("Blåbær, blåbær på klyn\u{ad}gen – på 2017. Don’t!");
        assert_eq!(forms, ["Blåbær=blåbær", "blåbær=blåbær", "på=på", "klyngen=klyngen", "2017=2017", "Don’t=don't"]);
        assert_eq!(tokens, [0, 1, 2, 3, 2, 4, 5]);
        assert!(of("").1.is_empty());
    }

    #[test]
    fn a_phrase_is_the_same_however_it_is_typed() {
        for (typed, expected) in [
            ("  På  en måte ", "på en måte"),
            ("ikke sant?", "ikke sant"),
            ("You know,", "you know"),
            ("Don’t", "don't"),
            ("f.eks.", "f.eks"),
            ("pc-en", "pc en"),
            ("samt\u{ad}idig", "samtidig"),
            (" … ", "…"),
            ("", ""),
        ] {
            assert_eq!(phrase(typed), expected);
        }
    }
}
