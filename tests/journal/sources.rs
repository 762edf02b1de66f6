//! What comes in with a source: what was remarked in the margin of its file becomes a memo.

use kodebok::journal::edit::{Edit, MAX_WORDS, NewSource};
use kodebok::model::memo::About;

use crate::support::session::new_source;
use crate::support::team::Team;

/// Adds a source with remarks, and gives the memos about it.
fn memos(remarks: &str) -> Vec<String> {
    let mut team = Team::new(&["Kari"]);
    let text = "Vi hadde ingen avtale.";
    let source = NewSource { remarks: remarks.to_owned(), ..new_source("Informant 1", text) };
    team.edit(0, &Edit::AddSource(Box::new(source))).expect("a text is taken");
    let project = team.project(0);
    let id = project.sources().next().expect("the source").id;
    project.memos_about(About::Source(id)).map(|memo| memo.versions[0].text.clone()).collect()
}

#[test]
fn remarks_become_one_memo_about_the_source() {
    let remarks = "«ingen avtale»: Spør om dette. (Kari)\nOg en til.";
    assert_eq!(memos(remarks), [remarks]);
}

#[test]
fn without_remarks_there_is_no_memo() {
    assert_eq!(memos(""), Vec::<String>::new());
    assert_eq!(memos(" \n\n"), Vec::<String>::new());
}

#[test]
fn more_remarks_than_a_memo_can_hold_become_several() {
    let line = "å".repeat(300);
    let remarks = vec![line.as_str(); 1_000].join("\n");
    let memos = memos(&remarks);
    assert!(memos.len() > 1 && memos.iter().all(|memo| memo.len() <= MAX_WORDS));
    assert_eq!(memos.iter().flat_map(|memo| memo.lines()).collect::<Vec<_>>(), vec![line; 1_000]);
}

#[test]
fn a_source_that_comes_back_has_the_memo_it_had() {
    let mut team = Team::new(&["Kari"]);
    let source = NewSource { remarks: "Spør.".to_owned(), ..new_source("Informant 1", "Ord.") };
    let add = Edit::AddSource(Box::new(source));
    team.edit(0, &add).unwrap();
    let id = team.project(0).sources().next().unwrap().id;
    team.edit(0, &Edit::RemoveSource { source: id }).unwrap();
    team.edit(0, &add).unwrap();
    assert_eq!(team.project(0).memos_about(About::Source(id)).count(), 1);
}
