//! Why something cannot be looked for, in words.

use crate::analysis::search::BadPattern;
use crate::lang::analyse::Analyse;
use crate::lang::{Language, fill};

/// Says why a pattern cannot be looked for, and what to do.
pub fn bad_pattern(bad: &BadPattern, language: Language) -> String {
    let say = Analyse::of(language);
    match bad {
        BadPattern::Wrong(why) => {
            let last = why.lines().rfind(|line| !line.trim().is_empty()).unwrap_or(why);
            fill(say.bad_pattern, &[("why", &last.trim_start_matches("error: "))])
        }
        BadPattern::TooLarge => say.large_pattern.to_owned(),
    }
}
