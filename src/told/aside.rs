//! Why words are set aside, and why they look like small talk.

use crate::analysis::small_talk::{End, Proposal, Sign};
use crate::lang::aside::AsideWords;
use crate::lang::{Language, count, fill};
use crate::model::exclusion::Reason;
use crate::model::source::Source;

/// A reason in a word or two.
pub fn reason(reason: Reason, language: Language) -> &'static str {
    let words = AsideWords::of(language);
    match reason {
        Reason::SmallTalk => words.small_talk,
        Reason::Irrelevant => words.irrelevant,
        Reason::OffTheRecord => words.off_the_record,
    }
}

/// Where a proposal stands and how long it is, as in *The beginning, turns 1–8 · 176 words*.
pub fn proposal(source: &Source, proposal: &Proposal, language: Language) -> String {
    let say = AsideWords::of(language);
    let alone = proposal.turns.len() == 1;
    let range = match (source.turns.is_empty(), alone) {
        (true, false) => say.line_range,
        (true, true) => say.line_alone,
        (false, false) => say.turn_range,
        (false, true) => say.turn_alone,
    };
    let turns = fill(range, &[("from", &(proposal.turns.start + 1)), ("to", &proposal.turns.end)]);
    let cli = crate::lang::cli::Cli::of(language);
    let words = count(proposal.words, cli.words_one, cli.words);
    let phrase = match proposal.end {
        End::Beginning => say.beginning,
        End::Ending => say.ending,
    };
    fill(phrase, &[("turns", &turns), ("words", &words)])
}

/// Why it looks like small talk, as in *greeting: “Hello”*, one a sign.
pub fn signs(proposal: &Proposal, language: Language) -> String {
    let say = AsideWords::of(language);
    let sign = |sign: &Sign| match sign {
        Sign::Greeting => say.greeting,
        Sign::Sound => say.sound,
        Sign::Recording => say.recording,
        Sign::Consent => say.consent,
        Sign::Outside => say.outside,
        Sign::Thanks => say.thanks,
        Sign::Farewell => say.farewell,
    };
    let told = |(which, words): &(Sign, String)| fill(say.because, &[("sign", &sign(which)), ("words", words)]);
    proposal.signs.iter().map(told).collect::<Vec<_>>().join(" · ")
}
