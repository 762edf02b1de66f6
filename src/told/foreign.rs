//! What could not be taken over from another program, in words.

use crate::import::refi::Left;
use crate::lang::foreign::ForeignWords;
use crate::lang::{Language, count, fill};

/// What was left behind or is to be looked over, a sentence each.
pub fn left(left: &[Left], language: Language) -> Vec<String> {
    let say = ForeignWords::of(language);
    let named = |phrase, titles: &[String]| fill(phrase, &[("titles", &titles.join(", "))]);
    let told = left.iter().map(|left| match left {
        Left::NoText(n) => count(*n, say.no_text_one, say.no_text),
        Left::TextMissing(titles) => named(say.text_missing, titles),
        Left::Twice(titles) => named(say.twice, titles),
        Left::Unsure(titles) => named(say.unsure, titles),
        Left::Codings(n) => count(*n, say.codings_one, say.codings),
        Left::Links(n) => count(*n, say.links_one, say.links),
    });
    told.chain(std::iter::once(say.dates.to_owned())).collect()
}
