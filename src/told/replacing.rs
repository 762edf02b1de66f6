//! Why a regular expression cannot be used, as a sentence.

use crate::analysis::replacing::BadPattern;
use crate::lang::Language;
use crate::lang::replacing::ReplacingWords;

/// Says what is wrong with an expression and what to do.
pub fn bad_pattern(bad: BadPattern, language: Language) -> &'static str {
    let words = ReplacingWords::of(language);
    match bad {
        BadPattern::Unbalanced => words.unbalanced,
        BadPattern::Repetition => words.repetition,
        BadPattern::Escape => words.escape,
        BadPattern::TooClever => words.too_clever,
        BadPattern::TooLarge => words.too_large,
        BadPattern::Unreadable => words.unreadable,
    }
}
