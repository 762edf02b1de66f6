//! What in the journals cannot be taken up, in words.

use crate::journal::problem::Problem;
use crate::lang::problem::ProblemWords;
use crate::lang::{Language, count, fill, grouped};
use crate::model::id::LogId;

/// Says what cannot be taken up and what to do about it.
pub fn problem(problem: &Problem, language: Language) -> String {
    let words = ProblemWords::of(language);
    match problem {
        Problem::UnknownKinds { log, sequence, kinds } => {
            let values: &[(&str, &dyn std::fmt::Display)] =
                &[("log", &short(*log)), ("line", sequence), ("kinds", &kinds.join(", "))];
            fill(words.unknown_kinds, values)
        }
        Problem::LaterFormat { log, sequence, .. } => {
            fill(words.later_format, &[("log", &short(*log)), ("line", sequence)])
        }
        Problem::Gap { log, from, to } => {
            let phrase = if from == to { words.gap_one } else { words.gap_many };
            fill(phrase, &[("log", &short(*log)), ("from", from), ("to", to)])
        }
        Problem::Unfinished { log, sequence, present, of } => {
            let values: &[(&str, &dyn std::fmt::Display)] =
                &[("log", &short(*log)), ("line", sequence), ("n", present), ("of", of)];
            fill(words.unfinished, values)
        }
        Problem::Fork { log, sequence, entries } => {
            fill(words.fork, &[("log", &short(*log)), ("line", sequence), ("n", &entries.len())])
        }
        Problem::Torn { log, sequence } => fill(words.torn, &[("log", &short(*log)), ("line", sequence)]),
        Problem::ClockAhead { log, by_ms } => {
            let hours = by_ms / (60 * 60 * 1000);
            fill(words.clock_ahead, &[("log", &short(*log)), ("hours", &hours)])
        }
        Problem::OtherProject { log, .. } => fill(words.other_project, &[("log", &short(*log))]),
        Problem::TooManyCodes { beyond } => fill(words.too_many_codes, &[("n", &grouped(*beyond))]),
        Problem::CodingsWithoutCode { codings, .. } => count(*codings, words.without_code_one, words.without_code_many),
        Problem::CodingsWithoutSource { codings, .. } => {
            count(*codings, words.without_source_one, words.without_source_many)
        }
        Problem::CorrectionsWithoutWords { corrections, .. } => {
            count(*corrections, words.corrections_one, words.corrections_many)
        }
        Problem::CodingsOutsideText { codings, .. } => count(*codings, words.outside_text_one, words.outside_text_many),
    }
}

/// Enough of a log's id to find its folder.
fn short(log: LogId) -> String {
    log.to_string().chars().take(8).collect()
}
