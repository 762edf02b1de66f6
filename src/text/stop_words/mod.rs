//! Stop words: words that say little by themselves, and what speakers fill their pauses with.

mod bokmal;
mod english;
mod nynorsk;
mod swedish;

use std::collections::HashSet;
use std::sync::LazyLock;

use super::tongue::Tongue;

/// The list of one language.
#[derive(Clone, Copy, Debug)]
pub struct StopWords {
    /// Single words in small letters, with white space between.
    words: &'static str,
    /// Fillers of several words, each of which means something else by itself.
    phrases: &'static [&'static str],
}

const LISTS: [StopWords; 4] = [bokmal::LIST, nynorsk::LIST, swedish::LIST, english::LIST];

static WORDS: LazyLock<[HashSet<&'static str>; 4]> =
    LazyLock::new(|| LISTS.map(|list| list.words.split_whitespace().collect()));

impl StopWords {
    /// The list of a language.
    pub fn of(tongue: Tongue) -> Self {
        let [bokmal, nynorsk, swedish, english] = LISTS;
        match tongue {
            Tongue::Bokmal => bokmal,
            Tongue::Nynorsk => nynorsk,
            Tongue::Swedish => swedish,
            Tongue::English => english,
        }
    }

    /// Its words in their order.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.words.split_whitespace()
    }

    /// Its fillers of several words.
    pub fn phrases(self) -> &'static [&'static str] {
        self.phrases
    }
}

/// Tells whether a word in small letters is a stop word of a language.
pub fn is_stop_word(word: &str, tongue: Tongue) -> bool {
    WORDS.get(tongue.index()).is_some_and(|words| words.contains(word))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{StopWords, is_stop_word};
    use crate::text::tongue::Tongue::{self, Bokmal, English, Nynorsk, Swedish};
    use crate::text::vocabulary::small;

    #[test]
    fn lists_are_clean() {
        for tongue in Tongue::ALL {
            let list = StopWords::of(tongue);
            let letters = match tongue {
                Tongue::Bokmal | Tongue::Nynorsk => "æøåòé",
                Tongue::Swedish => "åäöé",
                Tongue::English => "'",
            };
            let mut seen = BTreeSet::new();
            for entry in list.words().chain(list.phrases().iter().copied()) {
                assert_eq!(entry, small(entry), "in small letters");
                assert!(seen.insert(entry), "{entry} stands twice in {tongue:?}");
                let known = |letter: char| letter.is_ascii_lowercase() || letter == ' ' || letters.contains(letter);
                // Anything else would be a letter of another language, or one read in the wrong encoding.
                assert!(entry.chars().all(known), "{entry} in {tongue:?}");
            }
            for phrase in list.phrases() {
                assert!(phrase.split(' ').count() > 1 && phrase.split(' ').all(|word| !word.is_empty()), "{phrase}");
            }
            assert!(list.words().count() > 250);
        }
    }

    #[test]
    fn words_that_a_study_is_about_are_never_among_them() {
        for word in [
            "arbeid",
            "arbeide",
            "jobb",
            "bedrift",
            "klynge",
            "samarbeid",
            "tillit",
            "hjelp",
            "penger",
            "tid",
            "folk",
            "hjem",
            "liv",
            "helse",
            "barn",
            "skole",
            "kunnskap",
            "problem",
            "viktig",
            "ny",
            "god",
            "stor",
            "liten",
            "trygg",
            "bra jobb",
            "år",
            "dag",
            "verksemd",
            "fortel",
            "arbete",
            "företag",
            "hem",
            "tillsammans",
            "pengar",
            "work",
            "working",
            "company",
            "trust",
            "help",
            "money",
            "time",
            "people",
            "home",
            "life",
            "school",
            "new",
            "good",
            "important",
            "cluster",
            "market",
        ] {
            for tongue in Tongue::ALL {
                assert!(!is_stop_word(word, tongue), "{word} says something, yet {tongue:?} stops it");
            }
        }
    }

    #[test]
    fn each_language_has_its_own_little_words_and_fillers() {
        for (tongue, own, others) in [
            (Bokmal, "ikke jeg hva altså liksom eh jo og", "ikkje eg kva inte you"),
            (Nynorsk, "ikkje eg kva altså liksom eh jo og", "ikke jeg hva inte you"),
            (Swedish, "inte jag vad ju typ liksom eh och", "ikke eg hva you og"),
            (English, "not i what like um the and don't", "ikke jeg och"),
        ] {
            assert!(own.split(' ').all(|word| is_stop_word(word, tongue)), "{tongue:?}: {own}");
            assert!(!others.split(' ').any(|word| is_stop_word(word, tongue)), "{tongue:?}: {others}");
        }
        assert!(StopWords::of(Bokmal).phrases().contains(&"på en måte"));
        assert!(StopWords::of(English).phrases().contains(&"you know"));
    }
}
