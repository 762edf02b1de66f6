//! What a merge has brought, in words, and what is wrong with a study in one file.

use crate::lang::one_file::OneFileWords;
use crate::lang::{Language, count, fill};
use crate::session::one_file::OneFileError;
use crate::session::one_file::came::{Came, Was};
use crate::store::sealed::SHORTEST;

use super::store::session_error;

/// What could not be done with a study in one file.
pub fn error(error: &OneFileError, language: Language) -> String {
    let words = OneFileWords::of(language);
    let at = |said: &str, path: &std::path::Path| format!("{said} {}", path.display());
    match error {
        OneFileError::Session(error) => session_error(error, language),
        OneFileError::InMemory => words.in_memory.to_owned(),
        OneFileError::NotOne { path } => at(words.not_one, path),
        OneFileError::Locked { path } => at(words.locked, path),
        OneFileError::WrongPassphrase { path } => at(words.wrong, path),
        OneFileError::ShortPassphrase => fill(words.short, &[("n", &SHORTEST)]),
        OneFileError::Package { path, cause } => {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            super::import::error(cause, &name, language)
        }
        OneFileError::OtherStudy { path } => at(words.other_study, path),
        OneFileError::TooLarge { path, limit } => {
            at(&fill(words.too_large, &[("limit", &(limit / (1024 * 1024)))]), path)
        }
        OneFileError::TooMany { path, limit } => at(&fill(words.too_many, &[("limit", limit)]), path),
    }
}

/// How much was brought back from a backup.
pub fn restored(lines: usize, language: Language) -> String {
    let words = OneFileWords::of(language);
    count(lines, words.restored_one, words.restored)
}

/// What a merge is called that has brought something.
pub fn title(came: &Came, language: Language) -> String {
    let words = OneFileWords::of(language);
    let phrase = if came.was == Was::New { words.opened } else { words.merged };
    fill(phrase, &[("name", &came.name)])
}

/// What came, what went, what both had, and what to look at; each with whether something is wrong.
pub fn came(came: &Came, language: Language) -> Vec<(bool, String)> {
    let words = OneFileWords::of(language);
    let counted = |n: usize, one: &str, many: &str| (n > 0).then(|| count(n, one, many));
    let mut lines = Vec::new();
    if came.was == Was::New {
        lines.push((false, fill(words.lies_in, &[("dir", &came.folder.display())])));
    }
    let new = new(came, words);
    let new_lines = count(came.lines.new, words.lines_one, words.lines);
    lines.push((
        false,
        match (came.lines.new, new.as_slice()) {
            (0, _) => words.all_known.to_owned(),
            (_, []) => fill(words.nothing_seen, &[("lines", &new_lines)]),
            (_, new) => fill(words.came, &[("what", &new.join(", "))]),
        },
    ));
    lines.extend(counted(came.taken_away, words.taken_away_one, words.taken_away).map(|line| (false, line)));
    if came.was == Was::Here {
        lines.push((false, words.nothing_lost.to_owned()));
    }
    let wrong = [
        counted(came.lines.unreadable, words.unreadable_one, words.unreadable),
        counted(came.texts_missing, words.texts_missing_one, words.texts_missing),
    ];
    lines.extend(wrong.into_iter().flatten().map(|line| (true, line)));
    lines.extend(counted(came.notices, words.notices_one, words.notices).map(|line| (false, line)));
    if came.was == Was::Here && came.lines.new > 0 {
        lines.push((false, words.not_a_gesture.to_owned()));
    }
    lines
}

/// What is new, a part each: *12 codings (Ola 10, Kari 2)*.
fn new(came: &Came, words: &OneFileWords) -> Vec<String> {
    let codings: usize = came.codings.iter().map(|(_, n)| n).sum();
    let who: Vec<String> = came.codings.iter().map(|(name, n)| format!("{name} {n}")).collect();
    let by = |codings: String| fill(words.by, &[("codings", &codings), ("who", &who.join(", "))]);
    let parts = [
        (came.sources, words.sources_one, words.sources),
        (came.codes, words.codes_one, words.codes),
        (came.cases, words.cases_one, words.cases),
        (came.memos, words.memos_one, words.memos),
    ];
    let codings = (codings > 0).then(|| by(count(codings, words.codings_one, words.codings)));
    let others = parts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many));
    codings.into_iter().chain(others).collect()
}
