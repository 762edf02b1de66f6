//! Original files that were kept: they go when words they hold are erased, and no others do.

use std::path::Path;

use kodebok::import::Choices;
use kodebok::import::survey::Layout;
use kodebok::journal::edit::sources::source_id;
use kodebok::journal::edit::{Edit, NewSource};
use kodebok::journal::redaction::Elsewhere;
use kodebok::model::id::SourceId;
use kodebok::session::Session;

use crate::support::erasing::{NAMES, SAID, holding, pseudonymise, table};
use crate::support::reading::reader;
use crate::support::session::{Desk, add_code, in_memory, new_source};

/// Adds texts that came from one file, which is kept.
fn bring(session: &mut Session, file: &str, texts: &[&str]) -> Vec<SourceId> {
    let original = session.originals().expect("on a disk").keep(file.as_bytes(), "csv").expect("it can be kept");
    let wishes = texts.iter().zip(1..).map(|(text, row)| {
        let source = NewSource { original: Some(original.clone()), ..new_source(&format!("Rad {row}"), text) };
        Edit::AddSource(Box::new(source))
    });
    session.edit(&Edit::All(wishes.collect())).expect("they can be added");
    let rows = session.project().sources().filter(|source| source.title.starts_with("Rad "));
    rows.map(|source| source.id).collect()
}

fn kept(room: &Path) -> usize {
    let folders = std::fs::read_dir(room.join("study/files")).into_iter().flatten().flatten();
    folders.map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().count()).sum()
}

#[test]
fn a_file_that_many_came_from_goes_with_the_first_that_is_erased() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let rows = ["Torbjørn liker Langevåg", "Hun liker byen"];
    let sources = bring(&mut session, &rows.join(";"), &rows);
    assert!(session.project().source(sources[1]).unwrap().original.is_some());
    session.erase(&[sources[0]].into(), None).unwrap();
    let done = session.finish_erasing().unwrap();
    assert_eq!(done.left.len(), 0);
    assert!(session.project().source(sources[1]).unwrap().original.is_none(), "it is not promised any more");
    session.close().unwrap();
    assert_eq!(holding(room.path(), &["Torbjørn", "Langevåg"]), Vec::<std::path::PathBuf>::new());
    assert_eq!(desk.open().findings().len(), 0);
}

#[test]
fn a_file_that_one_of_many_names_was_taken_from_goes_too() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    bring(&mut session, SAID, &[SAID, "Hun liker byen"]);
    pseudonymise(&mut session);
    session.finish_erasing().unwrap();
    session.close().unwrap();
    assert_eq!(holding(room.path(), &NAMES), Vec::<std::path::PathBuf>::new());
}

#[test]
fn a_name_elsewhere_takes_no_file_of_another_text() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let sources = bring(&mut session, "Hun liker byen", &["Hun liker byen"]);
    add_code(&mut session, "Torbjørn sin kode");
    let all = sources.iter().copied().collect();
    session.pseudonymise(&table(), &all, Elsewhere::Replaced).unwrap();
    session.finish_erasing().unwrap();
    assert!(session.project().source(sources[0]).unwrap().original.is_some());
    session.close().unwrap();
    assert_eq!(kept(room.path()), 1);
}

#[test]
fn the_file_of_somebody_erased_is_not_kept_again() {
    let room = tempfile::tempdir().unwrap();
    let mut session = Desk::kari(room.path()).create();
    let sources = bring(&mut session, "Hun liker byen", &["Hun liker byen"]);
    let project = session.project().id().unwrap();
    let (same, other) = (source_id(project, "Hun liker byen"), source_id(project, "Han liker byen"));
    assert!(!session.may_keep_file_of([same]), "it is here");
    assert!(session.may_keep_file_of([same, other]));
    session.erase(&[sources[0]].into(), None).unwrap();
    assert!(!session.may_keep_file_of([same, other]), "the file holds the words of somebody who is erased");
    assert!(session.may_keep_file_of([other]));
}

#[test]
fn the_table_of_a_case_that_is_erased_is_not_kept_again() {
    let mut session = in_memory();
    let table = |rows: &str| {
        let table = format!("navn;svar\n{rows}");
        let layout = Layout { case: Some(0), texts: vec![1], attributes: Vec::new() };
        let choices = Choices { survey: Some(layout), ..Choices::default() };
        reader().read("svar.csv", table.as_bytes(), &choices).expect("a table")
    };
    let first = table("Anne;Ja\nPer;Ja\n");
    let project = session.project().id().unwrap();
    assert!(session.may_keep_file_of(first.source_ids(project)));
    session.edit(&first.clone().into_edit()).unwrap();
    assert!(!session.may_keep_file_of(first.source_ids(project)), "it is here");
    assert!(session.may_keep_file_of(table("Anne;Ja\nPer;Nei\n").source_ids(project)));
    let anne = session.project().cases().into_iter().find(|case| case.name == "Anne").unwrap().clone();
    session.erase(&anne.sources.iter().copied().collect(), Some(anne.id)).unwrap();
    assert!(!session.may_keep_file_of(table("Anne;Ja\nPer;Nei\n").source_ids(project)), "Anne is erased");
    assert!(session.may_keep_file_of(table("Per;Nei\n").source_ids(project)));
}

#[test]
fn a_text_that_a_removed_source_shares_stays() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let rows = ["Vet ikke"];
    let first = bring(&mut session, "Vet ikke", &rows)[0];
    session.edit(&Edit::RemoveSource { source: first }).unwrap();
    let other = session.edit(&Edit::AddSource(Box::new(new_source("En til", "Noe annet")))).unwrap();
    assert!(!other.is_empty());
    let last = session.project().sources().next().unwrap().id;
    session.erase(&[last].into(), None).unwrap();
    session.finish_erasing().unwrap();
    session.edit(&Edit::RestoreSource { source: first }).unwrap();
    session.close().unwrap();
    let again = desk.open();
    assert_eq!(again.project().source(first).unwrap().text.as_deref().unwrap().as_str(), "Vet ikke");
}
