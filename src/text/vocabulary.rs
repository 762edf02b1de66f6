//! The vocabulary of a text: which words it has, and which of them each word of the text is. Found once for a text.

use std::collections::HashMap;
use std::ops::Range;

use super::language::Hints;
use super::stop_words::StopWords;
use super::tongue::Tongue;
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

/// The words of a filler, and its language.
type Phrase = (Vec<&'static str>, Tongue);

/// The words of a text, each by its form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    forms: Vec<Form>,
    /// For each word of the text, in order, the index of its form.
    tokens: Vec<u32>,
    /// The words of fillers of several words, such as *på en måte*, with the language of each, in order.
    fillers: Vec<(Range<u32>, Tongue)>,
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
        vocabulary.fillers = vocabulary.find_fillers();
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

    /// Fillers of several words: which words of the text they take up, and in which language they are fillers.
    pub fn fillers(&self) -> &[(Range<u32>, Tongue)] {
        &self.fillers
    }

    fn find_fillers(&self) -> Vec<(Range<u32>, Tongue)> {
        let mut by_first: HashMap<&str, Vec<Phrase>> = HashMap::new();
        for tongue in Tongue::ALL {
            for phrase in StopWords::of(tongue).phrases() {
                let words: Vec<&str> = phrase.split(' ').collect();
                by_first.entry(words.first().copied().unwrap_or("")).or_default().push((words, tongue));
            }
        }
        // Of several that start at one place the longest counts, and none that starts inside another.
        by_first.values_mut().for_each(|phrases| phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        let mut free_from = [0_u32; 4];
        let starts: Vec<Option<&Vec<Phrase>>> = self.forms.iter().map(|form| by_first.get(&*form.small)).collect();
        let small = |token: &u32| self.forms.get(*token as usize).map(|form| &*form.small);
        let mut found = Vec::new();
        for (place, token) in self.tokens.iter().enumerate() {
            let Some(Some(phrases)) = starts.get(*token as usize) else { continue };
            for (words, tongue) in *phrases {
                let here = self.tokens.get(place..place + words.len());
                let same = here.is_some_and(|here| here.iter().map(small).eq(words.iter().map(|word| Some(*word))));
                let start = u32::try_from(place).unwrap_or(u32::MAX);
                let Some(free) = free_from.get_mut(tongue.index()).filter(|free| same && **free <= start) else {
                    continue;
                };
                *free = start + u32::try_from(words.len()).unwrap_or(0);
                found.push((start..*free, *tongue));
            }
        }
        found
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

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::text::words::WordIndex;

    fn of(text: &str) -> (Vec<String>, Vec<u32>, Vec<std::ops::Range<u32>>) {
        let vocabulary = Vocabulary::new(text, &WordIndex::new(text));
        let written = vocabulary.forms().iter().map(|form| format!("{}={}", form.written, form.small)).collect();
        let fillers = vocabulary.fillers().iter().map(|(words, _)| words.clone()).collect();
        (written, vocabulary.tokens().to_vec(), fillers)
    }

    #[test]
    fn every_word_of_a_text_is_one_of_its_forms() {
        let (forms, tokens, _) = of("Blåbær, blåbær på klyn\u{ad}gen – på 2017. Don’t!");
        assert_eq!(forms, ["Blåbær=blåbær", "blåbær=blåbær", "på=på", "klyngen=klyngen", "2017=2017", "Don’t=don't"]);
        assert_eq!(tokens, [0, 1, 2, 3, 2, 4, 5]);
        assert!(of("").1.is_empty());
    }

    #[test]
    fn fillers_of_several_words_are_found() {
        let (_, _, fillers) = of("Det er på en måte trygt, ikke sant, men måten er ny. You know, it is kind of, på en");
        assert_eq!(fillers, [2..5, 6..8, 12..14, 16..18]);
    }
}
