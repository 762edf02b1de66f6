//! Spoken languages by name, and how much of a source is in each.

use crate::lang::tongues::TongueWords;
use crate::lang::{Language, fill};
use crate::text::tongue::Tongue;

/// A language in a word.
pub fn tongue(tongue: Tongue, language: Language) -> &'static str {
    let words = TongueWords::of(language);
    match tongue {
        Tongue::Bokmal => words.bokmal,
        Tongue::Nynorsk => words.nynorsk,
        Tongue::Swedish => words.swedish,
        Tongue::English => words.english,
    }
}

/// How many words are in each language, in the order of [`Tongue::ALL`], as *engelsk 92 %, bokmål 8 %*; what comes to
/// less than one in a hundred is not told.
pub fn shares(words: [usize; 4], language: Language) -> String {
    let all = words.iter().sum::<usize>().max(1);
    let mut shares: Vec<(usize, Tongue)> =
        words.into_iter().map(|words| (words * 100 + all / 2) / all).zip(Tongue::ALL).filter(|(n, _)| *n > 0).collect();
    shares.sort_by_key(|(n, tongue)| (std::cmp::Reverse(*n), *tongue));
    let share = |(n, of): (usize, Tongue)| {
        fill(TongueWords::of(language).share, &[("language", &tongue(of, language)), ("n", &n)])
    };
    shares.into_iter().map(share).collect::<Vec<_>>().join(", ")
}
