//! The order of letters: å after ø in Norwegian, å, ä, ö in Swedish, and aa as å in Norwegian.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::tongue::Tongue;

type Order = Option<CollatorBorrowed<'static>>;

static NORWEGIAN: LazyLock<Order> = LazyLock::new(|| order(locale!("nb").into()));
static SWEDISH: LazyLock<Order> = LazyLock::new(|| order(locale!("sv").into()));
static ENGLISH: LazyLock<Order> = LazyLock::new(|| order(locale!("en").into()));

fn order(language: icu_collator::CollatorPreferences) -> Order {
    Collator::try_new(language, CollatorOptions::default()).ok()
}

/// Compares two texts as a dictionary of the language orders them.
pub fn compare(one: &str, other: &str, tongue: Tongue) -> Ordering {
    // The orders are built in; without one the letters would still stand by their numbers.
    order_of(tongue).map_or_else(|| one.cmp(other), |order| order.compare(one, other))
}

/// A key by which texts are ordered as [`compare`] orders them: cheaper where many are sorted.
pub fn key(text: &str, tongue: Tongue) -> Vec<u8> {
    let mut key = Vec::with_capacity(2 * text.len());
    match order_of(tongue) {
        Some(order) => {
            let Ok(()) = order.write_sort_key_to(text, &mut key);
        }
        None => key.extend(text.as_bytes()),
    }
    key
}

fn order_of(tongue: Tongue) -> Option<&'static CollatorBorrowed<'static>> {
    let order = match tongue {
        Tongue::Bokmal | Tongue::Nynorsk => &NORWEGIAN,
        Tongue::Swedish => &SWEDISH,
        Tongue::English => &ENGLISH,
    };
    order.as_ref()
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::text::tongue::Tongue::{self, Bokmal, English, Nynorsk, Swedish};

    fn sorted(words: &str, tongue: Tongue) -> String {
        let mut words: Vec<&str> = words.split(' ').collect();
        words.sort_by(|one, other| compare(one, other, tongue));
        let mut by_key = words.clone();
        by_key.sort_by_cached_key(|word| super::key(word, tongue));
        assert_eq!(by_key, words);
        words.join(" ")
    }

    #[test]
    fn each_language_has_its_order() {
        let words = "ål zoo øl ære Aasen arv ape";
        assert_eq!(sorted(words, Bokmal), "ape arv zoo ære øl ål Aasen");
        assert_eq!(sorted(words, Nynorsk), sorted(words, Bokmal));
        assert_eq!(sorted("öl zoo ärt ål ape", Swedish), "ape zoo ål ärt öl");
        assert_eq!(sorted("öl zoo ärt ål ape", English), "ål ape ärt öl zoo");
    }
}
