//! What is looked for word by word: each text is asked once which of its forms are meant, then its words are compared.

use regex::Regex;
use unicode_segmentation::UnicodeSegmentation as _;

use super::{BadPattern, pattern};
use crate::model::search::Way;
use crate::text::stem::stemmer;
use crate::text::tongue::Tongue;
use crate::text::vocabulary::{Form, Vocabulary, small};

/// Words that stand one after another.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    words: Vec<Meant>,
}

/// One word of it.
#[derive(Clone, Debug)]
enum Meant {
    /// Any word with these letters in it.
    Holds(String),
    /// Any of these words.
    Is(Vec<String>),
    /// Any form with one of these stems; all of them begin with `head`.
    Stem { head: String, stems: [String; 4] },
    /// Any word in which the pattern is found.
    Fits(Regex),
}

impl Sequence {
    /// The words of a query; those of a pattern are parted by white space.
    pub(super) fn new(words: &str, way: Way) -> Result<Self, BadPattern> {
        let words = match way {
            Way::Pattern => {
                words.split_whitespace().map(|part| pattern(part).map(Meant::Fits)).collect::<Result<_, _>>()?
            }
            Way::Plain | Way::Word | Way::Stem => {
                words.unicode_words().map(|word| Meant::of(small(word), way)).collect()
            }
        };
        Ok(Self { words })
    }

    /// One word out of several in small letters.
    pub(super) fn any_of(words: &[String]) -> Self {
        Self { words: vec![Meant::Is(words.to_vec())] }
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// At which words of a text it starts.
    pub(super) fn starts(&self, vocabulary: &Vocabulary) -> Vec<usize> {
        let Some((first, rest)) = self.words.split_first() else { return Vec::new() };
        let meant = |word: &Meant| vocabulary.forms().iter().map(|form| word.means(form)).collect::<Vec<bool>>();
        let first = meant(first);
        if !first.contains(&true) {
            return Vec::new();
        }
        let rest: Vec<Vec<bool>> = rest.iter().map(meant).collect();
        let tokens = vocabulary.tokens();
        let is = |meant: &[bool], token: &u32| meant.get(*token as usize) == Some(&true);
        let starts = tokens.iter().enumerate().filter(|(_, token)| is(&first, token)).map(|(place, _)| place);
        let goes_on = |place: &usize| {
            rest.iter().zip(1..).all(|(meant, ahead)| tokens.get(place + ahead).is_some_and(|token| is(meant, token)))
        };
        starts.filter(goes_on).collect()
    }
}

impl Meant {
    fn of(word: String, way: Way) -> Self {
        match way {
            Way::Plain | Way::Pattern => Self::Holds(word),
            Way::Word => Self::Is(vec![word]),
            Way::Stem => {
                let stems = Tongue::ALL.map(|tongue| stemmer(tongue).stem(&word));
                // A stem is the beginning of its forms, but for a letter or two that some endings change.
                let shortest = stems.iter().map(|stem| stem.chars().count()).min().unwrap_or(0);
                let head = word.chars().take(shortest.saturating_sub(2).max(1)).collect();
                Self::Stem { head, stems }
            }
        }
    }

    fn means(&self, form: &Form) -> bool {
        match self {
            Self::Holds(letters) => form.small.contains(letters.as_str()),
            Self::Is(words) => words.iter().any(|word| **word == *form.small),
            Self::Stem { head, stems } => {
                let same = |(tongue, stem): (Tongue, &String)| stemmer(tongue).stem(&form.small) == *stem;
                form.small.starts_with(head.as_str()) && Tongue::ALL.into_iter().zip(stems).any(same)
            }
            Self::Fits(pattern) => pattern.is_match(&form.small),
        }
    }
}
