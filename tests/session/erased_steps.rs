//! What was erased for good is no step of undo, and nothing brings it back: neither an undo from elsewhere, nor what others
//! say later.

use std::path::PathBuf;

use kodebok::journal::edit::Edit;
use kodebok::journal::redaction::Elsewhere;
use kodebok::model::case::AttributeKind;
use kodebok::model::id::SourceId;
use kodebok::model::memo::About;
use kodebok::session::Session;
use kodebok::text::names::Kind;
use kodebok::text::names::table::{Row, Table};

use crate::support::erasing::holding;
use crate::support::session::{Desk, add_source, in_memory};

fn text(session: &Session, source: SourceId) -> String {
    session.project().source(source).and_then(|source| source.text.clone()).expect("its text").as_str().to_owned()
}

fn correct(session: &mut Session, source: SourceId, (old, new): (&str, &str)) {
    let at = crate::support::script::span(&text(session, source), old);
    let words = new.to_owned();
    session.edit(&Edit::ReplaceText { source, start: at.start(), end: at.end(), words }).expect("it can be corrected");
}

/// Replaces the one name that is in the texts.
fn pseudonymise(session: &mut Session, source: SourceId) {
    let row = Row { original: "Torbjørn".to_owned(), pseudonym: "Person 1".to_owned(), kind: Kind::Person };
    session.pseudonymise(&Table::new([row]), &[source].into(), Elsewhere::Replaced).expect("it can be replaced");
}

#[test]
fn a_correction_whose_words_were_erased_is_passed_over_by_undo() {
    let mut session = in_memory();
    let source = add_source(&mut session, "Intervju", "Jeg kom sammen med ham i går.");
    correct(&mut session, source, ("i går", "i fjor"));
    correct(&mut session, source, ("ham", "broren Torbjørn"));
    pseudonymise(&mut session, source);
    assert_eq!(text(&session, source), "Jeg kom sammen med broren Person 1 i fjor.");
    assert!(session.undo_passes_erased());
    assert!(session.undo().is_some(), "the correction before it can be taken back");
    assert_eq!(text(&session, source), "Jeg kom sammen med broren Person 1 i går.");
    assert!(session.redo().is_some());
    assert_eq!(text(&session, source), "Jeg kom sammen med broren Person 1 i fjor.");
}

#[test]
fn a_correction_that_was_taken_back_before_is_not_taken_up_again() {
    let mut session = in_memory();
    let source = add_source(&mut session, "Intervju", "Jeg kom sammen med ham i går.");
    correct(&mut session, source, ("ham", "broren Torbjørn"));
    session.undo().expect("it can be taken back");
    pseudonymise(&mut session, source);
    assert!(!session.can_redo());
    assert!(session.redo().is_none());
    assert_eq!(text(&session, source), "Jeg kom sammen med ham i går.");
}

#[test]
fn an_undo_that_the_erasing_had_not_seen_doubles_no_words() {
    for undone_first in [false, true] {
        let room = tempfile::tempdir().unwrap();
        let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
        let mut of_kari = kari.create();
        let source = add_source(&mut of_kari, "Intervju", "Jeg kom sammen med ham i går.");
        of_kari.settle().unwrap();
        let mut of_ola = ola.open();
        correct(&mut of_ola, source, ("ham", "broren Torbjørn"));
        of_ola.settle().unwrap();
        of_kari.refresh();
        let undo = |of_ola: &mut Session| {
            ola.clock.wait_ms(10);
            of_ola.undo().expect("Ola knows of no erasing");
            of_ola.settle().unwrap();
        };
        if undone_first {
            undo(&mut of_ola);
        }
        kari.clock.wait_ms(1_000);
        pseudonymise(&mut of_kari, source);
        of_kari.finish_erasing().unwrap();
        if !undone_first {
            ola.clock.wait_ms(5_000);
            undo(&mut of_ola);
        }
        of_kari.refresh();
        of_ola.refresh();
        of_ola.finish_erasing().unwrap();
        of_kari.finish_erasing().unwrap();
        let now = "Jeg kom sammen med broren Person 1 i går.";
        assert_eq!((text(&of_kari, source), text(&of_ola, source)), (now.to_owned(), now.to_owned()));
        of_kari.close().unwrap();
        of_ola.close().unwrap();
        assert_eq!(text(&kari.open(), source), now);
        assert_eq!(holding(room.path(), &["Torbjørn"]), Vec::<PathBuf>::new());
    }
}

/// What somebody writes of an informant while somebody else erases them.
const WRITTEN: &str = "Ragnhild";

#[test]
fn what_is_said_of_an_erased_case_later_goes_too() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut of_kari = kari.create();
    let source = add_source(&mut of_kari, "Den ene", "Vi lærer av naboen.");
    add_source(&mut of_kari, "Den andre", "Alle lærer av noen.");
    of_kari.edit(&Edit::CreateCase { name: "Informant 1".to_owned(), source: Some(source) }).unwrap();
    of_kari.edit(&Edit::CreateCase { name: "Informant 2".to_owned(), source: None }).unwrap();
    of_kari.edit(&Edit::CreateAttribute { name: "by".to_owned(), kind: AttributeKind::Text }).unwrap();
    of_kari.settle().unwrap();
    let cases: Vec<_> = of_kari.project().cases().iter().map(|case| case.id).collect();
    let attribute = of_kari.project().attributes()[0].id;
    let mut of_ola = ola.open();
    let value = |case, value: &str| Edit::SetValue { case, attribute, value: value.to_owned() };
    of_ola.edit(&Edit::RenameCase { case: cases[0], name: WRITTEN.to_owned() }).unwrap();
    of_ola.edit(&value(cases[0], &format!("{WRITTEN}by"))).unwrap();
    of_ola.edit(&Edit::AddMemo { about: About::Case(cases[0]), text: format!("{WRITTEN} var trygg.") }).unwrap();
    // One line about both of them.
    of_ola.edit(&Edit::All(vec![value(cases[0], WRITTEN), value(cases[1], "Bodø")])).unwrap();
    of_ola.settle().unwrap();
    of_kari.erase(&[source].into(), Some(cases[0])).unwrap();
    let told = of_kari.finish_erasing().unwrap();
    assert_eq!(told.left.len(), 0);
    of_kari.refresh();
    let told = of_kari.finish_erasing().unwrap();
    assert_eq!(told.others.len(), 1, "what Ola wrote stands in Ola's log");
    of_ola.refresh();
    of_ola.finish_erasing().unwrap();
    of_kari.refresh();
    let left = |session: &Session| {
        let cases = session.project().cases();
        let memos = session.project().memos().count();
        let case = |case: &&kodebok::model::case::Case| format!("{} {:?}", case.name, case.values.values());
        (cases.iter().map(case).collect::<Vec<_>>(), memos)
    };
    assert_eq!(left(&of_kari), (vec!["Informant 2 [\"Bodø\"]".to_owned()], 0));
    assert_eq!(left(&of_ola), left(&of_kari));
    of_kari.close().unwrap();
    of_ola.close().unwrap();
    assert_eq!(holding(room.path(), &[WRITTEN]), Vec::<PathBuf>::new());
    let again = kari.open();
    assert_eq!((again.findings().len(), again.problems().len()), (0, 0), "{:?}", again.problems());
    assert_eq!(left(&again), left(&ola.open()));
}

#[test]
fn a_case_that_was_only_deleted_keeps_what_is_said_of_it() {
    let mut session = in_memory();
    session.edit(&Edit::CreateCase { name: "Informant 1".to_owned(), source: None }).unwrap();
    let case = session.project().cases()[0].id;
    session.edit(&Edit::DeleteCase { case }).unwrap();
    assert!(session.project().cases().is_empty());
    session.undo().unwrap();
    assert_eq!(session.project().cases()[0].name, "Informant 1");
}
