//! Which log a window writes: one writer each, and never again differently under numbers that were used.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kodebok::journal::edit::Edit;
use kodebok::journal::problem::Problem;
use kodebok::store::finding::Finding;

use crate::support::session::{Desk, add_code, new_code, outline};

fn logs(desk: &Desk) -> BTreeSet<PathBuf> {
    fs::read_dir(desk.folder.join("logs"))
        .expect("the test prepared it")
        .map(|log| log.expect("the test prepared it").path())
        .collect()
}

fn files(log: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(log)
        .expect("the test prepared it")
        .map(|file| file.expect("the test prepared it").path())
        .collect();
    files.sort();
    files
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the test prepared it");
    for item in fs::read_dir(from).expect("the test prepared it").map(|item| item.expect("the test prepared it").path())
    {
        let target = to.join(item.file_name().expect("the test prepared it"));
        if item.is_dir() { copy(&item, &target) } else { assert!(fs::copy(&item, &target).is_ok()) }
    }
}

fn codes(desk: &Desk) -> Vec<String> {
    outline(desk.open().project())
}

#[test]
fn one_log_serves_window_after_window() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    for name in ["samlinger", "styreverv", "ressursbruk"] {
        let mut session = desk.open();
        add_code(&mut session, name);
        session.close().unwrap();
    }
    assert_eq!(logs(&desk).len(), 1);
    assert_eq!(files(logs(&desk).first().unwrap()).len(), 1);
    assert_eq!(codes(&desk), ["samlinger", "styreverv", "ressursbruk"]);
}

#[test]
fn opening_alone_writes_nothing() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    let before = logs(&desk);
    drop(Desk::ola(room.path()).open());
    assert_eq!(logs(&desk), before);
}

#[test]
fn two_windows_on_one_folder_write_two_logs() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    let (mut first, mut second) = (desk.open(), desk.open());
    add_code(&mut first, "samlinger");
    add_code(&mut second, "styreverv");
    add_code(&mut first, "ressursbruk");
    second.close().unwrap();
    first.close().unwrap();
    assert_eq!(logs(&desk).len(), 2);
    assert_eq!(
        BTreeSet::from_iter(codes(&desk)),
        BTreeSet::from(["samlinger", "styreverv", "ressursbruk"].map(str::to_owned))
    );
    assert_eq!(desk.open().problems(), []);
}

#[test]
fn a_window_that_read_before_another_wrote_begins_its_own_log() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    let mut late = desk.open();
    let mut session = desk.open();
    add_code(&mut session, "samlinger");
    session.close().unwrap();
    add_code(&mut late, "styreverv");
    late.close().unwrap();
    assert_eq!(logs(&desk).len(), 2);
    assert_eq!(desk.open().problems(), []);
    assert_eq!(codes(&desk), ["samlinger", "styreverv"]);
}

#[test]
fn two_machines_write_two_logs_and_see_each_other() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut session = kari.create();
    add_code(&mut session, "samlinger");
    session.close().unwrap();
    let mut session = ola.open();
    add_code(&mut session, "styreverv");
    session.close().unwrap();
    assert_eq!(logs(&kari).len(), 2);
    assert_eq!(codes(&kari), ["samlinger", "styreverv"]);
    let names: Vec<String> = kari.open().project().coders().map(|coder| coder.name.clone()).collect();
    assert_eq!(BTreeSet::from_iter(names), BTreeSet::from(["Kari Nordmann".to_owned(), "Ola Hansen".to_owned()]));
}

#[test]
fn after_a_restored_backup_a_new_log_begins_and_both_branches_count() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_code(&mut session, "samlinger");
    session.close().unwrap();
    let backup = room.path().join("backup");
    copy(&desk.folder, &backup);

    let mut session = desk.open();
    add_code(&mut session, "etter kopien");
    session.close().unwrap();
    let lost = room.path().join("lost");
    fs::rename(&desk.folder, &lost).unwrap();
    copy(&backup, &desk.folder);

    let mut session = desk.open();
    assert!(session.findings().iter().any(|found| matches!(found, Finding::LogShorter { had: 3, has: 2, .. })));
    add_code(&mut session, "videre");
    session.close().unwrap();
    assert_eq!(logs(&desk).len(), 2);
    assert_eq!(codes(&desk), ["samlinger", "videre"]);

    // What was thought lost comes back beside it: nothing says two things under one number.
    let log = files(logs(&desk).iter().find(|log| lost.join("logs").join(log.file_name().unwrap()).exists()).unwrap());
    let theirs = lost.join(log[0].strip_prefix(&desk.folder).unwrap());
    fs::copy(theirs, log[0].with_file_name("000001 (gjenfunnet).jsonl")).unwrap();
    let session = desk.open();
    assert_eq!(outline(session.project()).len(), 3);
    assert!(session.problems().iter().all(|problem| !matches!(problem, Problem::Fork { .. })));
}

#[test]
fn own_lines_that_only_a_conflict_copy_holds_are_appended_again() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_code(&mut session, "samlinger");
    session.close().unwrap();
    let log = logs(&desk).first().unwrap().clone();
    let before = fs::read(&files(&log)[0]).unwrap();
    let mut session = desk.open();
    add_code(&mut session, "styreverv");
    session.close().unwrap();
    // A sync service puts an older version in place and ours beside it.
    let copy = log.join("000001 (Karis konfliktkopi).jsonl");
    fs::rename(&files(&log)[0], &copy).unwrap();
    fs::write(log.join("000001.jsonl"), &before).unwrap();

    let session = desk.open();
    assert_eq!(outline(session.project()), ["samlinger", "styreverv"]);
    session.close().unwrap();
    let ours = fs::read_to_string(log.join("000002.jsonl")).unwrap();
    assert!(fs::read_to_string(&copy).unwrap().ends_with(&ours) && ours.lines().count() == 1, "word for word");
    // The user tidies up, and nothing is missing.
    fs::remove_file(copy).unwrap();
    assert_eq!(codes(&desk), ["samlinger", "styreverv"]);
    let mut session = desk.open();
    add_code(&mut session, "ressursbruk");
    session.close().unwrap();
    assert_eq!(logs(&desk).len(), 1);
    assert_eq!(desk.open().problems(), []);
}

#[test]
fn a_full_segment_is_sealed_for_ever() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    for n in 0..14 {
        let mut code = new_code(&format!("kode {n}"));
        code.description = "æ".repeat(45_000);
        session.edit(&Edit::CreateCode(code)).unwrap();
    }
    session.settle().unwrap();
    let log = logs(&desk).first().unwrap().clone();
    let full = files(&log);
    assert!(full.len() > 1);
    let sealed = fs::read(&full[0]).unwrap();
    assert!(full.iter().all(|file| fs::metadata(file).unwrap().len() <= 1 << 20));
    drop(session);
    let mut session = desk.open();
    add_code(&mut session, "en til");
    session.close().unwrap();
    assert_eq!(files(&log), full);
    assert_eq!(fs::read(&full[0]).unwrap(), sealed);
    assert_eq!(codes(&desk).len(), 15);
}

#[test]
fn without_local_data_every_window_begins_a_log() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    // A file where the folder should be: nothing can be remembered.
    fs::write(desk.data.folder(), "").unwrap();
    desk.create().close().unwrap();
    let mut session = desk.open();
    add_code(&mut session, "samlinger");
    session.close().unwrap();
    assert_eq!((logs(&desk).len(), codes(&desk)), (2, vec!["samlinger".to_owned()]));
}
