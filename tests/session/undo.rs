//! Undo and redo without limit, across restarts, and only of one's own.

use kodebok::journal::edit::Edit;

use crate::support::session::{Desk, add_code, add_source, apply, in_memory, outline, to_the_top};

#[test]
fn everything_can_be_taken_back_and_done_again_after_a_restart() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let mut states = vec![outline(session.project())];
    let source = add_source(&mut session, "Informant 1", "Samarbeidspartnere deler.");
    states.push(outline(session.project()));
    let code = add_code(&mut session, "deling");
    states.push(outline(session.project()));
    for end in 2..12 {
        apply(&mut session, code, source, 0, end);
        states.push(outline(session.project()));
    }
    session.close().unwrap();

    let mut at = states.len() - 1;
    while at > 0 {
        // A restart between every two steps.
        let mut session = desk.open();
        assert!(session.undo().is_some());
        at -= 1;
        assert_eq!(outline(session.project()), states[at]);
        session.close().unwrap();
    }
    for state in &states[1..] {
        let mut session = desk.open();
        assert!(session.redo().is_some());
        assert_eq!(outline(session.project()), *state);
        session.close().unwrap();
    }
    assert!(!desk.open().can_redo());
}

#[test]
fn a_new_gesture_ends_what_could_be_done_again() {
    let mut session = in_memory();
    add_code(&mut session, "deling");
    session.undo().unwrap();
    assert!(session.can_redo());
    add_code(&mut session, "læring");
    assert!(!session.can_redo() && session.redo().is_none());
    assert_eq!(outline(session.project()), ["læring"]);
}

#[test]
fn nobody_takes_back_what_another_did() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut session = kari.create();
    add_code(&mut session, "deling");
    session.close().unwrap();
    let mut session = ola.open();
    assert!(!session.can_undo());
    add_code(&mut session, "læring");
    while session.undo().is_some() {}
    assert_eq!(outline(session.project()), ["deling"]);
}

#[test]
fn the_name_of_the_coder_outlives_undo() {
    let room = tempfile::tempdir().unwrap();
    Desk::kari(room.path()).create().close().unwrap();
    let mut session = Desk::ola(room.path()).open();
    assert_eq!(session.project().coder_name(session.coder()), "");
    add_code(&mut session, "læring");
    assert_eq!(session.project().coder_name(session.coder()), "Ola Hansen");
    while session.undo().is_some() {}
    assert_eq!(outline(session.project()), Vec::<String>::new());
    assert_eq!(session.project().coder_name(session.coder()), "Ola Hansen");
}

#[test]
fn a_wish_that_changes_nothing_writes_nothing() {
    let mut session = in_memory();
    let code = add_code(&mut session, "deling");
    let before = session.history().len();
    let same = Edit::RenameCode { code, name: " deling ".to_owned() };
    assert_eq!(session.edit(&same).unwrap(), []);
    assert_eq!(session.edit(&to_the_top(code)).unwrap(), []);
    assert_eq!(session.history().len(), before);
}
