//! Texts on their way in: written before they are named, shown after a restart, and only once each.

use std::fs;
use std::path::PathBuf;

use kodebok::journal::edit::{Edit, Refusal};
use kodebok::store::finding::Finding;

use crate::support::session::{Desk, add_code, add_source, apply, new_source, outline};

#[test]
fn a_text_and_what_is_coded_in_it_are_there_after_a_restart() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let source = add_source(&mut session, "Informant 1", "Blåbærtur 😀 i går.");
    let code = add_code(&mut session, "tur");
    apply(&mut session, code, source, 0, 11);
    assert_eq!(outline(session.project()), ["tur", "Informant 1: «Blåbærtur 😀» tur"]);
    session.close().unwrap();
    assert_eq!(outline(desk.open().project()), ["tur", "Informant 1: «Blåbærtur 😀» tur"]);
}

#[test]
fn the_same_text_under_another_name_is_here_already() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let first = add_source(&mut session, "Informant 1", "Ja.");
    let again = session.edit(&Edit::AddSource(Box::new(new_source("Informant 1 (2)", "Ja."))));
    assert_eq!(again, Err(Refusal::SourceKnown { known: first }));
    assert_eq!(session.project().sources().count(), 1);
}

#[test]
fn a_text_comes_back_with_the_undo_of_its_removal() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let source = add_source(&mut session, "Informant 1", "Ja.");
    session.edit(&Edit::RemoveSource { source }).unwrap();
    session.close().unwrap();
    let mut session = desk.open();
    assert_eq!(session.project().sources().count(), 0);
    session.undo().unwrap();
    let text = session.project().source(source).unwrap().text.clone();
    assert_eq!(text.unwrap().as_str(), "Ja.");
}

#[test]
fn a_damaged_text_is_healed_by_importing_it_again() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let source = add_source(&mut session, "Informant 1", "Vi deler.");
    let code = add_code(&mut session, "deling");
    apply(&mut session, code, source, 3, 8);
    session.close().unwrap();
    let name = only_text(&desk);
    fs::write(&name, "Vi de").unwrap();

    let mut session = desk.open();
    assert!(matches!(session.findings(), [Finding::TextDamaged { .. }]));
    assert_eq!(outline(session.project()), ["deling", "Informant 1: «» deling"]);
    let again = Edit::AddSource(Box::new(new_source("Samme fil", "Vi deler.")));
    assert_eq!(session.edit(&again), Ok(Vec::new()));
    assert_eq!(
        (outline(session.project()).last().unwrap().as_str(), session.findings().len()),
        ("Informant 1: «deler» deling", 0)
    );
    session.close().unwrap();
    let session = desk.open();
    assert_eq!(
        (outline(session.project()).last().unwrap().as_str(), session.findings().len()),
        ("Informant 1: «deler» deling", 0)
    );
    assert_eq!(fs::read_to_string(name).unwrap(), "Vi de", "nothing is rewritten");
}

fn only_text(desk: &Desk) -> PathBuf {
    let folder = fs::read_dir(desk.folder.join("sources"))
        .expect("the test prepared it")
        .next()
        .expect("the test prepared it")
        .expect("the test prepared it")
        .path();
    fs::read_dir(folder)
        .expect("the test prepared it")
        .next()
        .expect("the test prepared it")
        .expect("the test prepared it")
        .path()
}

#[test]
fn the_first_thing_a_coder_does_may_be_to_import() {
    let room = tempfile::tempdir().unwrap();
    Desk::kari(room.path()).create().close().unwrap();
    let ola = Desk::ola(room.path());
    let mut session = ola.open();
    let source = add_source(&mut session, "Informant 1", "Ja.");
    assert!(session.project().source(source).unwrap().text.is_some());
    session.close().unwrap();
    let session = ola.open();
    assert_eq!(session.findings().len(), 0);
    assert_eq!(session.project().source(source).unwrap().text.as_ref().unwrap().as_str(), "Ja.");
}
