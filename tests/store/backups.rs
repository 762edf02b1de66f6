//! Backups on this machine: made once a day, seven of them kept, and what was lost comes back from them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kodebok::journal::problem::Problem;
use kodebok::store::check::check;
use kodebok::store::finding::Finding;

use crate::support::session::{Desk, add_code, outline};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

fn folder(desk: &Desk) -> PathBuf {
    let mut projects = fs::read_dir(desk.data.folder().join("projects")).expect("the test prepared it");
    projects.next().expect("one").expect("one").path().join("backups")
}

/// Every generation with its files and their bytes.
fn generations(desk: &Desk) -> BTreeMap<String, BTreeMap<String, Vec<u8>>> {
    let name = |path: &Path| path.file_name().expect("a name").to_str().expect("plain").to_owned();
    let listed = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder)
            .map(|items| items.map(|item| item.expect("it is there").path()).collect())
            .unwrap_or_default()
    };
    let all = listed(&folder(desk)).into_iter().filter(|path| path.is_dir());
    all.map(|day| {
        let files = listed(&day).into_iter().map(|file| (name(&file), fs::read(&file).expect("a file")));
        (name(&day), files.filter(|(name, _)| name.ends_with(".jsonl")).collect())
    })
    .collect()
}

/// Opens the project as the window does, makes a code, and leaves.
fn work(desk: &Desk, name: &str) {
    let mut session = desk.open();
    session.poll();
    // The backup has been made when this returns.
    session.close().expect("there is nothing to save");
    let mut session = desk.open();
    add_code(&mut session, name);
    session.close().expect("it can be saved");
}

fn only_log(desk: &Desk) -> PathBuf {
    fs::read_dir(desk.folder.join("logs")).expect("the logs").next().expect("one").expect("one").path()
}

#[test]
fn one_backup_a_day_of_what_has_changed_and_seven_are_kept() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    for day in 0..9 {
        for round in 0..3 {
            work(&desk, &format!("kode {day} {round}"));
        }
        desk.clock.wait_ms(DAY_MS);
    }
    let kept = generations(&desk);
    let days: Vec<&str> = kept.keys().map(String::as_str).collect();
    // The clock of the tests begins on Monday 17 August 2026.
    let expected = ["2026-08-19", "2026-08-20", "2026-08-21", "2026-08-22", "2026-08-23", "2026-08-24", "2026-08-25"];
    assert_eq!(days, expected);
    let whole = fs::read(only_log(&desk).join("000001.jsonl")).unwrap();
    for (files, day) in kept.values().zip(2..) {
        let [bytes] = files.values().collect::<Vec<_>>()[..] else { panic!("{files:?}") };
        assert!(whole.starts_with(bytes));
        // As it was when the project was first opened that day: the project, its coder and three codes a day before.
        assert_eq!(bytes.iter().filter(|byte| **byte == b'\n').count(), 1 + 3 * day);
    }
    // Where nothing has changed, no backup pushes out another.
    let mut session = desk.open();
    session.poll();
    session.close().unwrap();
    desk.clock.wait_ms(DAY_MS);
    let before = generations(&desk);
    let mut session = desk.open();
    session.poll();
    session.close().unwrap();
    assert_eq!(generations(&desk), before);
}

#[cfg(unix)]
#[test]
fn backups_are_for_this_user_alone_and_share_what_is_the_same() {
    use std::os::unix::fs::MetadataExt as _;

    let room = tempfile::tempdir().unwrap();
    let (desk, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    desk.create().close().unwrap();
    work(&ola, "fra ola");
    work(&desk, "mandag");
    desk.clock.wait_ms(DAY_MS);
    work(&desk, "tirsdag");
    let facts = |path: &Path| fs::metadata(path).unwrap();
    let mut days: Vec<PathBuf> = fs::read_dir(folder(&desk)).unwrap().map(|item| item.unwrap().path()).collect();
    days.retain(|path| path.is_dir());
    days.sort();
    assert_eq!((days.len(), facts(&days[0]).mode() & 0o777, facts(&folder(&desk)).mode() & 0o777), (2, 0o700, 0o700));
    let mut shared = 0;
    for file in fs::read_dir(&days[0]).unwrap().map(|item| item.unwrap().path()) {
        assert_eq!(facts(&file).mode() & 0o777, 0o600, "{}", file.display());
        let next = days[1].join(file.file_name().unwrap());
        shared += usize::from(facts(&next).ino() == facts(&file).ino());
    }
    assert_eq!(shared, 1, "Ola's log has not changed since");
}

#[test]
fn a_lost_log_comes_back_as_it_was() {
    let room = tempfile::tempdir().unwrap();
    let (desk, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    desk.create().close().unwrap();
    work(&ola, "fra ola");
    let before: Vec<PathBuf> = fs::read_dir(desk.folder.join("logs")).unwrap().map(|log| log.unwrap().path()).collect();
    work(&desk, "fra kari");
    let all = outline(desk.open().project());
    assert_eq!(check(&desk.data, &desk.folder).unwrap().in_backup, 0);
    let ola_log = before.iter().find(|log| fs::read_to_string(log.join("000001.jsonl")).unwrap().contains("fra ola"));
    let ola_log = ola_log.unwrap();
    let bytes = fs::read(ola_log.join("000001.jsonl")).unwrap();
    fs::remove_dir_all(ola_log).unwrap();

    let mut session = desk.open();
    assert!(session.findings().iter().any(|found| matches!(found, Finding::LogShorter { has: 0, .. })));
    assert_eq!((outline(session.project()), session.in_backup()), (vec!["fra kari".to_owned()], 2));
    assert_eq!(check(&desk.data, &desk.folder).unwrap().in_backup, 2);
    assert_eq!(session.restore_from_backup().unwrap(), 2);
    assert_eq!((outline(session.project()), session.in_backup()), (all, 0));
    assert_eq!(session.findings().len(), 0, "{:?}", session.findings());
    assert_eq!(fs::read(ola_log.join("000001.jsonl")).unwrap(), bytes, "byte for byte");
    assert_eq!(session.restore_from_backup().unwrap(), 0);
}

#[test]
fn lost_lines_come_back_beside_the_file_that_lost_them() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    work(&desk, "en");
    work(&desk, "to");
    desk.clock.wait_ms(DAY_MS);
    work(&desk, "tre");
    let log = only_log(&desk).join("000001.jsonl");
    let bytes = fs::read(&log).unwrap();
    let cut = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    fs::write(&log, &bytes[..cut]).unwrap();

    let mut session = desk.open();
    assert_eq!(outline(session.project()), Vec::<String>::new());
    assert_eq!(session.restore_from_backup().unwrap(), 2);
    assert_eq!(outline(session.project()), ["en", "to"], "what was said after the last backup is lost");
    assert_eq!(fs::read(&log).unwrap(), bytes[..cut], "nothing is rewritten");
    session.close().unwrap();
    assert_eq!(outline(desk.open().project()), ["en", "to"]);
    // A backup never forgets what an earlier one held.
    desk.clock.wait_ms(DAY_MS);
    work(&desk, "fire");
    fs::remove_dir_all(desk.folder.join("logs")).unwrap();
    let mut session = desk.open();
    assert!(session.restore_from_backup().unwrap() >= 3);
    assert_eq!(outline(session.project()), ["en", "to"]);
    assert!(session.problems().iter().all(|problem| !matches!(problem, Problem::Gap { .. } | Problem::Fork { .. })));
}
