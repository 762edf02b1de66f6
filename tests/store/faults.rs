//! A disk that fails: nothing that was shown as saved is lost, and nothing unsaved is shown as saved.

use std::fs;
use std::io::ErrorKind;
use std::sync::Arc;

use kodebok::session::{Session, SessionError};
use kodebok::store::writer::Saved;

use crate::support::disk::{Fault, FaultyDisk, When};
use crate::support::medium::Cut;
use crate::support::session::{Desk, add_code, add_source, apply, outline};

/// A project made while the disk was well, and a session on a disk that will not stay so.
fn desk_on_bad_disk(room: &tempfile::TempDir) -> (Desk, FaultyDisk) {
    let desk = Desk::kari(room.path());
    let disk = FaultyDisk::new(&desk.folder);
    (desk.on(Arc::new(disk.clone())), disk)
}

/// What a script of edits came to.
#[derive(Default)]
struct Played {
    /// The outline before the first gesture and after each.
    states: Vec<Vec<String>>,
    /// The last of them that was said to be safe.
    safe: usize,
}

/// Plays a script of edits, waiting after each until it is safe or cannot be.
fn play(session: &mut Session, desk: &Desk) -> Played {
    let mut played = Played { states: vec![outline(session.project())], safe: 0 };
    let mut note = |session: &mut Session| {
        played.states.push(outline(session.project()));
        if session.settle().is_ok() {
            assert!(matches!(session.saved(), Saved::Saved));
            played.safe = played.states.len() - 1;
        } else {
            assert!(matches!(session.saved(), Saved::NotSaved { .. }));
        }
        desk.clock.wait_ms(700);
        session.poll();
    };
    let source = add_source(session, "Informant 1", "Vi lærer mye av hverandre på samlingene.");
    note(session);
    let learn = add_code(session, "uformell deling");
    note(session);
    apply(session, learn, source, 3, 12);
    note(session);
    apply(session, learn, source, 16, 29);
    note(session);
    session.undo().expect("the test prepared it");
    note(session);
    add_source(session, "Informant 2", "Nei.");
    note(session);
    add_code(session, "passivt medlemskap");
    note(session);
    played
}

fn operations_of_the_script() -> usize {
    let room = tempfile::tempdir().expect("the test prepared it");
    let (desk, disk) = desk_on_bad_disk(&room);
    let mut session = desk.create();
    session.settle().expect("the test prepared it");
    disk.fail(When::Never, Fault::Torn);
    play(&mut session, &desk);
    disk.done()
}

#[test]
fn whatever_fails_once_nothing_is_lost() {
    let operations = operations_of_the_script();
    assert!(operations > 20, "{operations}");
    let faults = [Fault::Torn, Fault::Short, Fault::Error(ErrorKind::StorageFull), Fault::Error(ErrorKind::Other)];
    for at in 0..operations {
        for fault in faults {
            let room = tempfile::tempdir().unwrap();
            let (desk, disk) = desk_on_bad_disk(&room);
            let mut session = desk.create();
            session.settle().unwrap();
            disk.fail(When::Once(at), fault);
            let played = play(&mut session, &desk);
            session.close().unwrap();
            disk.cut_power(Cut::Harsh);
            let again = desk.open();
            assert_eq!(outline(again.project()), played.states[7], "operation {at}, {fault:?}");
            assert_eq!(again.findings().len(), 0, "operation {at}, {fault:?}: {:?}", again.findings());
        }
    }
}

#[test]
fn whatever_fails_for_ever_nothing_that_was_safe_is_lost() {
    for at in 0..operations_of_the_script() {
        for fault in [Fault::Torn, Fault::Error(ErrorKind::StorageFull)] {
            let room = tempfile::tempdir().unwrap();
            let (desk, disk) = desk_on_bad_disk(&room);
            let mut session = desk.create();
            session.settle().unwrap();
            disk.fail(When::From(at), fault);
            let played = play(&mut session, &desk);
            assert!(matches!(session.close(), Err(SessionError::NotSaved { .. })), "operation {at}, {fault:?}");
            disk.fail(When::Never, fault);
            disk.cut_power(Cut::Harsh);
            let left = outline(desk.open().project());
            assert!(played.states[played.safe..].contains(&left), "operation {at}, {fault:?}: {left:?}");
        }
    }
}

#[test]
fn a_full_disk_is_told_and_the_work_is_saved_once_there_is_room() {
    let room = tempfile::tempdir().unwrap();
    let (desk, disk) = desk_on_bad_disk(&room);
    let mut session = desk.create();
    session.settle().unwrap();
    disk.fail(When::Beyond(200), Fault::Torn);
    add_code(&mut session, "samlinger");
    add_code(&mut session, "arbeidsgrupper");
    let Saved::NotSaved { changes: 2, cause } = session.saved() else { panic!("{:?}", session.saved()) };
    assert!(cause.path().starts_with(&desk.folder));

    disk.fail(When::Never, Fault::Torn);
    assert!(!session.poll(), "not before a second has passed");
    desk.clock.wait_ms(1_000);
    assert!(session.poll());
    session.settle().unwrap();
    assert!(matches!(session.saved(), Saved::Saved));
    let done = outline(session.project());
    drop(session);
    assert_eq!(outline(desk.open().project()), done);
}

#[test]
fn the_waits_grow_so_that_a_bad_disk_is_not_littered() {
    let room = tempfile::tempdir().unwrap();
    let (desk, disk) = desk_on_bad_disk(&room);
    let mut session = desk.create();
    session.settle().unwrap();
    disk.fail(When::Beyond(0), Fault::Torn);
    add_code(&mut session, "samlinger");
    for _ in 0..600 {
        desk.clock.wait_ms(1_000);
        session.poll();
    }
    let files: usize = fs::read_dir(desk.folder.join("logs"))
        .unwrap()
        .map(|log| fs::read_dir(log.unwrap().path()).unwrap().count())
        .sum();
    assert!((5..25).contains(&files), "{files} files in ten minutes");
    disk.fail(When::Never, Fault::Torn);
    session.close().unwrap();
    assert_eq!(outline(desk.open().project()), ["samlinger"]);
}

#[test]
fn a_read_only_folder_can_be_read_and_says_what_it_cannot_do() {
    let room = tempfile::tempdir().unwrap();
    let (desk, disk) = desk_on_bad_disk(&room);
    let mut session = desk.create();
    add_code(&mut session, "samlinger");
    session.close().unwrap();

    disk.fail(When::From(0), Fault::Error(ErrorKind::ReadOnlyFilesystem));
    let mut session = desk.open();
    assert_eq!(disk.done(), 0, "opening writes nothing");
    assert_eq!(outline(session.project()), ["samlinger"]);
    assert!(matches!(session.saved(), Saved::Saved));
    add_code(&mut session, "arbeidsgrupper");
    assert_eq!(outline(session.project()), ["samlinger", "arbeidsgrupper"]);
    assert!(matches!(session.saved(), Saved::NotSaved { changes: 1, .. }));
    let error = session.close().unwrap_err();
    assert!(matches!(error, SessionError::NotSaved { changes: 1, .. }), "{error}");
}

#[test]
fn what_was_shown_as_saved_survives_a_power_cut() {
    let room = tempfile::tempdir().unwrap();
    let (desk, disk) = desk_on_bad_disk(&room);
    let mut session = desk.create();
    let played = play(&mut session, &desk);
    assert_eq!(played.safe, 7);
    disk.cut_power(Cut::Harsh);
    assert_eq!(outline(Desk::ola(room.path()).open().project()), played.states[7]);
}

#[test]
fn a_project_that_cannot_be_made_never_passes_for_one() {
    for at in 0..9 {
        let room = tempfile::tempdir().unwrap();
        let (desk, disk) = desk_on_bad_disk(&room);
        disk.fail(When::From(at), Fault::Torn);
        assert!(matches!(desk.try_create(), Err(SessionError::Store(_))), "operation {at}");
        disk.fail(When::Never, Fault::Torn);
        let opened = desk.try_open();
        assert!(matches!(opened, Err(SessionError::Store(_))), "operation {at}");
    }
}
