//! What goes wrong on the disk is told with what to do now, and the path last.

use std::io::{Error, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;

use kodebok::journal::wire::BadLine;
use kodebok::lang::Language::{self, Bokmal, English};
use kodebok::lang::store::StoreWords;
use kodebok::model::id::{CodeId, CodingId, LogId, TextHash};
use kodebok::store::error::{Doing, StoreError};
use kodebok::store::finding::Finding;
use kodebok::store::writer::Saved;
use kodebok::told::store::{finding, saved, store_error};

fn path() -> PathBuf {
    PathBuf::from("/hjem/kari/Klynger")
}

fn io(doing: Doing, kind: ErrorKind) -> StoreError {
    StoreError::Io { doing, path: path(), cause: Arc::new(Error::from(kind)) }
}

#[test]
fn an_error_says_what_why_what_to_do_and_where() {
    assert_eq!(
        store_error(&io(Doing::WriteLog, ErrorKind::StorageFull), Bokmal),
        "Arbeidet kunne ikke skrives til loggen. Disken er full. Frigjør plass; ingenting går tapt så lenge Kodebok er \
         åpen. /hjem/kari/Klynger"
    );
    assert_eq!(
        store_error(&io(Doing::CreateProject, ErrorKind::ReadOnlyFilesystem), English),
        "The project could not be created. The folder is read-only. Copy the project to a folder you can write to in \
         order to save changes. /hjem/kari/Klynger"
    );
    assert_eq!(
        store_error(&StoreError::NotAProject { path: path() }, English),
        "The folder is not a Kodebok project. Choose the folder that holds the file kodebok.json. /hjem/kari/Klynger"
    );
}

#[test]
fn how_far_the_work_is_from_being_safe() {
    assert_eq!(saved(&Saved::Saved, Bokmal), "Lagret");
    assert_eq!(saved(&Saved::Saving { changes: 2 }, Bokmal), "Lagrer 2 endringer …");
    let cause = io(Doing::SyncLog, ErrorKind::StorageFull);
    assert_eq!(
        saved(&Saved::NotSaved { changes: 1, cause }, English),
        "Not saved: 1 change. The work did not get safely onto the disk. The disk is full. Free some space; nothing is \
         lost as long as Kodebok stays open. Kodebok tries again by itself. /hjem/kari/Klynger"
    );
}

fn places(phrase: &str) -> Vec<&str> {
    let mut places: Vec<&str> = phrase.split('{').skip(1).filter_map(|tail| Some(tail.split_once('}')?.0)).collect();
    places.sort_unstable();
    places
}

#[test]
fn both_languages_fill_in_the_same() {
    for (key, nb, en) in StoreWords::PAIRS {
        assert!(!nb.is_empty() && !en.is_empty(), "{key}");
        assert_eq!(places(nb), places(en), "{key}");
    }
}

#[test]
fn every_finding_is_a_whole_sentence_in_both_languages() {
    let (log, hash, title, file) = (LogId::new(7), TextHash::new(8), "Informant 1".to_owned(), path());
    let findings = [
        Finding::BadLine { file: path(), line: 3, why: BadLine::WrongHash },
        Finding::MoreBadLines { file: path(), more: 4 },
        Finding::Unreadable(Arc::new(io(Doing::ReadLog, ErrorKind::PermissionDenied))),
        Finding::TextMissing { hash, title: title.clone(), file: file.clone() },
        Finding::TextDamaged { hash, title: String::new(), file },
        Finding::LogShorter { log, had: 9, has: 0 },
        Finding::CodingOutside { coding: CodingId::new(1), title },
        Finding::CodingLoose { coding: CodingId::new(1) },
        Finding::ParentMissing { code: CodeId::new(1), name: "tillit".to_owned() },
    ];
    for found in &findings {
        for language in Language::ALL {
            let said = finding(found, language);
            assert!(said.chars().next().is_some_and(char::is_uppercase) && !said.contains('{'), "{said}");
        }
    }
    assert_eq!(
        finding(&findings[0], Bokmal),
        "Linje 3 i en logg kan ikke leses (den er endret etter at den ble skrevet); resten teller. Finnes linjen i en \
         sikkerhetskopi, kan den kopien legges i mappen logs. /hjem/kari/Klynger"
    );
    assert_eq!(
        finding(&findings[4], English),
        "The text of an untitled source was changed or damaged and is not shown. Import the original file again; the \
         codings are safe. /hjem/kari/Klynger"
    );
}
