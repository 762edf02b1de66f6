//! Stems: what the forms of a word have in common. They group words and are never shown.

use rust_stemmers::{Algorithm, Stemmer};

use super::tongue::Tongue;

/// Longer words are hardly words, and are left as they are.
const LONGEST: usize = 64;

/// Gives the stem of a word.
pub trait Stem: Sync {
    /// The stem of a word in small letters; the word itself where it is not made of letters alone. Never panics.
    fn stem(&self, word: &str) -> String;

    /// What a chapter on methods calls it.
    fn name(&self) -> &'static str;
}

struct Snowball(Algorithm, &'static str);

impl Stem for Snowball {
    fn stem(&self, word: &str) -> String {
        let letters = word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\''));
        if !letters || word.len() > LONGEST {
            return word.to_owned();
        }
        match Stemmer::create(self.0).stem(word) {
            // Nothing is left of a word that is all ending.
            stem if stem.is_empty() => word.to_owned(),
            stem => stem.into_owned(),
        }
    }

    fn name(&self) -> &'static str {
        self.1
    }
}

static NORWEGIAN: Snowball = Snowball(Algorithm::Norwegian, "Snowball Norwegian");
static SWEDISH: Snowball = Snowball(Algorithm::Swedish, "Snowball Swedish");
static ENGLISH: Snowball = Snowball(Algorithm::English, "Snowball English");

/// The stemmer of a language. Nynorsk has none of its own: that of Norwegian is used, which knows many of its endings.
pub fn stemmer(tongue: Tongue) -> &'static dyn Stem {
    match tongue {
        Tongue::Bokmal | Tongue::Nynorsk => &NORWEGIAN,
        Tongue::Swedish => &SWEDISH,
        Tongue::English => &ENGLISH,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::stemmer;
    use crate::text::tongue::Tongue::{self, Bokmal, English, Nynorsk, Swedish};

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (tongue, forms) in [
            (Bokmal, &["klynge", "klyngen", "klynger", "klyngene", "klyngens"][..]),
            (Bokmal, &["bedrift", "bedriften", "bedrifter", "bedriftene"]),
            (Bokmal, &["samarbeid", "samarbeidet", "samarbeide", "samarbeider"]),
            (Nynorsk, &["verksemd", "verksemda", "verksemder"]),
            (Swedish, &["företag", "företagen", "företags"]),
            (English, &["company", "companies"]),
            (English, &["collaborate", "collaborated", "collaborating"]),
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stemmer(tongue).stem(form)).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{forms:?} {stems:?}");
        }
        assert_eq!(stemmer(Bokmal).stem("3,5"), "3,5");
    }

    proptest! {
        #[test]
        fn no_word_makes_it_panic(word in "\\PC{0,12}|[a-zæøåäöé'-]{0,30}|[aeiouyæøås]{0,8}") {
            for tongue in Tongue::ALL {
                let small = word.to_lowercase();
                prop_assert!(small.is_empty() || !stemmer(tongue).stem(&small).is_empty());
            }
        }
    }
}
