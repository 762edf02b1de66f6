//! What a gesture did in work that several coders share, and what they agreed on, in plain sentences.

use super::history::Past;
use super::names::Names;
use crate::journal::event::Event;
use crate::lang::team::TeamWords;
use crate::lang::{Language, fill, grouped};
use crate::model::double_coding::Answer;
use crate::model::id::{CodeId, CoderId, CodingId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::review::Verdict;

/// Says what one event did.
pub(super) fn about_team(project: &Project, event: &Event, past: &Past, language: Language) -> String {
    let (words, names) = (TeamWords::of(language), Names::new(project, language));
    match event {
        Event::MemoAnswered { about, .. } => fill(words.answered, &[("about", &names.about(*about))]),
        Event::ThreadClosed { memo } | Event::ThreadReopened { memo } => {
            let about = project.memo(*memo).map(|memo| names.about(memo.about));
            let (bare, with) = match event {
                Event::ThreadClosed { .. } => (words.closed, words.closed_about),
                _ => (words.reopened, words.reopened_about),
            };
            about.map_or_else(|| bare.to_owned(), |about| fill(with, &[("about", &about)]))
        }
        Event::CodingReviewed { coding, verdict } => {
            let phrase = match verdict {
                Verdict::Kept => words.kept,
                Verdict::Recoded => words.recoded,
                Verdict::Rebounded => words.rebounded,
                Verdict::Removed => words.removed,
                Verdict::Added => words.added,
                Verdict::Questioned => words.questioned,
            };
            fill(phrase, &[("coding", &coding_told(project, &names, *coding, past.coding(*coding)))])
        }
        Event::DoubleCodingBegun { coders, drawn, .. } => {
            let coders = listed(coders.iter().map(|coder| names.coder(*coder)).collect(), words);
            match drawn {
                Some(drawn) => fill(words.begun_drawn, &[("coders", &coders), ("percent", &drawn.percent)]),
                None => fill(words.begun, &[("coders", &coders)]),
            }
        }
        Event::DoubleCodingPlaced { source, .. } => fill(words.placed, &[("source", &names.source(*source))]),
        Event::DoubleCodingUnveiled { .. } => words.unveiled.to_owned(),
        Event::DisagreementSettled { source, code, answer, .. } => {
            let (code, source) = (names.code(*code), names.source(*source));
            let answer = self::answer(project, **answer, language);
            fill(words.settled, &[("code", &code), ("source", &source), ("answer", &answer)])
        }
        _ => String::new(),
    }
}

/// Says what several events of one kind did.
pub(super) fn many(events: &[&Event], language: Language) -> String {
    let words = TeamWords::of(language);
    let kept = |event: &&Event| matches!(event, Event::CodingReviewed { verdict: Verdict::Kept, .. });
    let phrase = match events.first() {
        Some(Event::DisagreementSettled { .. }) => words.settled_many,
        _ if events.iter().all(kept) => words.kept_many,
        _ => words.reviewed_many,
    };
    fill(phrase, &[("n", &grouped(events.len()))])
}

/// What was agreed, as the end of a sentence.
pub fn answer(project: &Project, answer: Answer, language: Language) -> String {
    let words = TeamWords::of(language);
    let of = |coder: CoderId| fill(words.answer_of, &[("coder", &Names::new(project, language).coder(coder))]);
    match answer {
        Answer::Of(coder) => of(coder),
        Answer::All => words.answer_all.to_owned(),
        Answer::Neither => words.answer_neither.to_owned(),
        Answer::Bounds(..) => words.answer_bounds.to_owned(),
        Answer::Discuss => words.answer_discuss.to_owned(),
    }
}

/// A coding in a sentence, also one that is gone.
fn coding_told(project: &Project, names: &Names<'_>, id: CodingId, was: Option<(CodeId, SourceId)>) -> String {
    let reviewed = || {
        let reviewed = project.reviewed(id)?;
        Some((reviewed.judged.last()?.code, reviewed.source))
    };
    match was.or_else(reviewed) {
        Some((code, source)) if project.coding(id).is_none() => names.coding_as(code, source),
        _ => names.about(About::Coding(id)),
    }
}

/// *Kari, Ola and Liv*.
pub fn listed(mut names: Vec<&str>, words: &TeamWords) -> String {
    let Some(last) = names.pop() else { return String::new() };
    if names.is_empty() { last.to_owned() } else { fill(words.and, &[("names", &names.join(", ")), ("last", &last)]) }
}
