//! What went wrong on the disk, in words: what was being done, why it failed and what to do now, the path last.

use std::io;
use std::path::Path;

use crate::journal::wire::BadLine;
use crate::lang::store::StoreWords;
use crate::lang::{Language, count, fill};
use crate::session::SessionError;
use crate::store::error::{Doing, StoreError};
use crate::store::finding::Finding;
use crate::store::writer::Saved;

use super::{problem, refusal};

/// What could not be done on the disk.
pub fn store_error(error: &StoreError, language: Language) -> String {
    at(&without_path(error, StoreWords::of(language)), error.path())
}

fn without_path(error: &StoreError, words: &StoreWords) -> String {
    match error {
        StoreError::Io { doing, cause, .. } => format!("{} {}", what(*doing, words), why(cause, words)),
        StoreError::NotAProject { .. } => words.not_a_project.to_owned(),
        StoreError::DamagedManifest { .. } => words.damaged_manifest.to_owned(),
        StoreError::NewerFormat { .. } => words.newer_format.to_owned(),
        StoreError::ProjectIsHere { .. } => words.project_is_here.to_owned(),
        StoreError::FolderNotEmpty { .. } => words.folder_not_empty.to_owned(),
        StoreError::TooLargeToImport { limit, .. } => {
            fill(words.too_large_to_import, &[("limit", &(limit / (1024 * 1024)))])
        }
        StoreError::TooLarge { .. } => words.too_large.to_owned(),
        StoreError::DamagedOriginal { .. } => words.damaged_original.to_owned(),
    }
}

/// What could not be done with a project.
pub fn session_error(error: &SessionError, language: Language) -> String {
    match error {
        SessionError::Store(error) => store_error(error, language),
        SessionError::Refused(refusal) => refusal::refusal(refusal, language),
        SessionError::NotSaved { changes, cause } => {
            at(&not_saved(*changes, cause, StoreWords::of(language)), cause.path())
        }
    }
}

/// How far the work is from being safe.
pub fn saved(state: &Saved, language: Language) -> String {
    let words = StoreWords::of(language);
    match state {
        Saved::Saved => words.saved.to_owned(),
        Saved::Saving { changes } => count(*changes, words.saving_one, words.saving_many),
        Saved::NotSaved { changes, cause } => {
            let said = format!("{} {}", not_saved(*changes, cause, words), words.trying_again);
            at(&said, cause.path())
        }
    }
}

/// Something on the disk that is not as it should be.
pub fn finding(found: &Finding, language: Language) -> String {
    let words = StoreWords::of(language);
    match found {
        Finding::BadLine { file, line, why } => {
            at(&fill(words.bad_line, &[("line", line), ("why", &bad_line(why, words))]), file)
        }
        Finding::MoreBadLines { file, more } => {
            at(&count(*more, words.more_bad_lines_one, words.more_bad_lines_many), file)
        }
        Finding::Unreadable(error) => store_error(error, language),
        Finding::TextMissing { title, file, .. } => {
            at(&fill(words.text_missing, &[("title", &titled(title, words))]), file)
        }
        Finding::TextDamaged { title, file, .. } => {
            at(&fill(words.text_damaged, &[("title", &titled(title, words))]), file)
        }
        Finding::LogShorter { log, had, has } => fill(words.log_shorter, &[("had", had), ("has", has), ("log", log)]),
        Finding::CodingOutside { title, .. } => fill(words.coding_outside, &[("title", &titled(title, words))]),
        Finding::CodingLoose { coding } => fill(words.coding_loose, &[("coding", coding)]),
        Finding::ParentMissing { name, .. } => fill(words.parent_missing, &[("name", name)]),
        Finding::FileOfNobody { file } => at(words.file_of_nobody, file),
        Finding::NotTakenUp(problem) => problem::problem(problem, language),
    }
}

fn not_saved(changes: usize, cause: &StoreError, words: &StoreWords) -> String {
    let said = count(changes, words.not_saved_one, words.not_saved_many);
    format!("{said} {}", without_path(cause, words))
}

fn what(doing: Doing, words: &StoreWords) -> &'static str {
    match doing {
        Doing::ReadFile => words.read_file,
        Doing::Erase => words.erase,
        Doing::WriteFile => words.write_file,
        Doing::CreateProject => words.create_project,
        Doing::OpenProject => words.open_project,
        Doing::ReadLog => words.read_log,
        Doing::WriteLog => words.write_log,
        Doing::SyncLog => words.sync_log,
        Doing::ReadText => words.read_text,
        Doing::WriteText => words.write_text,
        Doing::KeepOriginal => words.keep_original,
        Doing::ReadLocal => words.read_local,
        Doing::WriteLocal => words.write_local,
    }
}

fn why(cause: &io::Error, words: &StoreWords) -> String {
    match cause.kind() {
        // A write that the disk took only half of has met its end.
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::WriteZero => {
            words.disk_full.to_owned()
        }
        io::ErrorKind::PermissionDenied => words.no_permission.to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => words.read_only.to_owned(),
        io::ErrorKind::NotFound => words.not_found.to_owned(),
        io::ErrorKind::AlreadyExists => words.already_exists.to_owned(),
        _ => fill(words.other_cause, &[("cause", cause)]),
    }
}

fn bad_line(why: &BadLine, words: &StoreWords) -> &'static str {
    match why {
        BadLine::TooLong { .. } => words.line_too_long,
        BadLine::NoHash => words.line_no_hash,
        BadLine::WrongHash => words.line_wrong_hash,
        BadLine::WrongText => words.line_wrong_text,
        BadLine::Senseless(_) => words.line_senseless,
    }
}

fn titled(title: &str, words: &StoreWords) -> String {
    if title.is_empty() { words.untitled.to_owned() } else { fill(words.titled, &[("title", &title)]) }
}

fn at(said: &str, path: &Path) -> String {
    format!("{said} {}", path.display())
}
