//! What was erased for good and what was not, in words; and what is wrong with a name key.

use std::collections::BTreeSet;

use super::store::store_error;
use crate::journal::redaction::Redaction;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, count, fill};
use crate::model::id::{CaseId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::session::names::Remaining;
use crate::store::name_key::KeyError;
use crate::store::scrub::Scrubbed;
use crate::store::sealed::SHORTEST;
use crate::text::names::Kind;
use crate::text::names::propose::Labels;

/// How many names are told before the rest is counted.
const TOLD: usize = 5;

/// What goes for good with these sources and this case.
pub fn touched(
    project: &Project,
    (sources, case): (&BTreeSet<SourceId>, Option<CaseId>),
    language: Language,
) -> String {
    let words = PseudonymWords::of(language);
    let codings: Vec<_> = sources.iter().flat_map(|source| project.codings_in(*source)).collect();
    let mut about: Vec<About> = sources.iter().map(|source| About::Source(*source)).collect();
    about.extend(codings.iter().map(|coding| About::Coding(coding.id)));
    about.extend(case.map(About::Case));
    let memos = about.into_iter().flat_map(|about| project.memos_about(about)).count();
    let sources = count(sources.len(), words.sources_one, words.sources);
    let codings = count(codings.len(), words.codings_one, words.codings);
    let memos = count(memos, words.memos_one, words.memos);
    let touched = fill(words.erase_touches, &[("sources", &sources), ("codings", &codings), ("memos", &memos)]);
    match case.and_then(|case| project.case(case)) {
        Some(case) => format!("{touched} {}", fill(words.erase_case, &[("case", &case.name)])),
        None => touched,
    }
}

/// A receipt: what was replaced and erased, what another machine has to do, and what the program cannot reach.
pub fn receipt(told: &Redaction, done: &Scrubbed, language: Language) -> Vec<String> {
    let words = PseudonymWords::of(language);
    let lines = [
        (told.replaced, words.receipt_replaced_one, words.receipt_replaced),
        (told.entries, words.receipt_entries_one, words.receipt_entries),
        (done.files, words.receipt_files_one, words.receipt_files),
        (done.backups, words.receipt_backups_one, words.receipt_backups),
        (done.others.len(), words.receipt_others_one, words.receipt_others),
    ];
    let mut lines: Vec<String> =
        lines.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many)).collect();
    lines.extend(done.left.iter().map(|error| store_error(error, language)));
    lines.push(words.receipt_beyond.to_owned());
    lines
}

/// What may still tell who somebody is; nothing where there is nothing.
pub fn remaining(remaining: &Remaining, language: Language) -> Vec<String> {
    let words = PseudonymWords::of(language);
    told_of(remaining, (words.remaining_one, words.remaining), language)
}

fn told_of(remaining: &Remaining, (one, many): (&str, &str), language: Language) -> Vec<String> {
    let words = PseudonymWords::of(language);
    let mut lines = Vec::new();
    if !remaining.names.is_empty() {
        let mut names: Vec<String> = remaining.names.iter().take(TOLD).cloned().collect();
        let more = remaining.names.len() - names.len();
        if more > 0 {
            names.push(count(more, words.and_more, words.and_more));
        }
        let phrase = if remaining.names.len() == 1 { one } else { many };
        lines.push(fill(phrase, &[("n", &remaining.names.len()), ("names", &names.join(", "))]));
    }
    if remaining.removed > 0 {
        lines.push(count(remaining.removed, words.removed_left_one, words.removed_left));
    }
    lines
}

/// What names are left in a study after some were replaced, for the receipt.
pub fn left_in_study(remaining: &Remaining, language: Language) -> Vec<String> {
    let words = PseudonymWords::of(language);
    told_of(remaining, (words.left_one, words.left), language)
}

/// What is wrong with a name key.
pub fn key_error(error: &KeyError, language: Language) -> String {
    let words = PseudonymWords::of(language);
    let at = |said: &str, path: &std::path::Path| format!("{said} {}", path.display());
    match error {
        KeyError::Store(error) => store_error(error, language),
        KeyError::InsideStudy { path } => at(words.key_inside, path),
        KeyError::ShortPassphrase => fill(words.key_short, &[("n", &SHORTEST)]),
        KeyError::WrongPassphrase { path } => at(words.key_wrong, path),
        KeyError::NotAKey { path } => at(words.key_not_one, path),
        KeyError::OtherStudy { path } => at(words.key_other, path),
    }
}

/// What pseudonyms are made of in any language.
pub fn all_labels() -> [Labels; Language::ALL.len()] {
    Language::ALL.map(labels)
}

/// What pseudonyms are made of in a language.
pub fn labels(language: Language) -> Labels {
    let words = PseudonymWords::of(language);
    Labels {
        person: words.person,
        company: words.company,
        place: words.place,
        phone: words.phone,
        email: words.email,
        web: words.web,
        number: words.number,
        other: words.other,
    }
}

/// What a kind of name is called.
pub fn kind(kind: Kind, language: Language) -> &'static str {
    let words = PseudonymWords::of(language);
    match kind {
        Kind::Person => words.kind_person,
        Kind::Company => words.kind_company,
        Kind::Place => words.kind_place,
        Kind::Phone => words.kind_phone,
        Kind::Email => words.kind_email,
        Kind::Web => words.kind_web,
        Kind::Number => words.kind_number,
        Kind::Other => words.kind_other,
    }
}
