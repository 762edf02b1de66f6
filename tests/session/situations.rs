//! What sync services do to a folder while the study in it is open, each with real files: nothing is lost, nothing counts
//! twice, and nothing is said where nothing is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use kodebok::session::Session;
use kodebok::store::app_data::AppData;

use crate::support::session::{Desk, add_code, add_source, apply, outline};

/// Kari's study, which Ola has open as well, with a code of his.
fn two() -> (tempfile::TempDir, [Desk; 2], [Session; 2]) {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    kari.create().close().expect("a study can be made");
    let (hers, mut his) = (kari.open(), ola.open());
    add_code(&mut his, "en");
    his.settle().expect("it can be saved");
    (room, [kari, ola], [hers, his])
}

/// The segment that holds these words, and its log's folder.
fn segment_with(desk: &Desk, words: &str) -> (PathBuf, PathBuf) {
    let logs = fs::read_dir(desk.folder.join("logs")).expect("the logs").map(|log| log.expect("a log").path());
    let mut files = logs.flat_map(|log| fs::read_dir(log).expect("a log").map(|file| file.expect("a file").path()));
    let found =
        files.find(|file| fs::read_to_string(file).expect("a segment").contains(words)).expect("it was written");
    let log = found.parent().expect("it lies in one").to_owned();
    (found, log)
}

fn codes(session: &mut Session) -> Vec<String> {
    session.refresh();
    outline(session.project())
}

fn well(session: &Session) {
    assert_eq!((session.problems(), session.findings().len()), (&[][..], 0), "{:?}", session.findings());
}

#[test]
fn a_conflict_copy_that_appears_is_read_and_one_that_is_tidied_away_takes_nothing_along() {
    let (_room, [kari, ola], [mut hers, mut his]) = two();
    assert_eq!(codes(&mut hers), ["en"]);
    let (segment, log) = segment_with(&kari, "\"en\"");
    let before = fs::read(&segment).unwrap();
    add_code(&mut his, "to");
    his.settle().unwrap();
    // The service has put the longer of two versions beside the shorter.
    fs::write(log.join("000001 (Olas konfliktkopi 2026-08-17).jsonl"), fs::read(&segment).unwrap()).unwrap();
    fs::write(&segment, &before).unwrap();
    assert_eq!(codes(&mut hers), ["en", "to"]);
    well(&hers);
    his.close().unwrap();
    // At his next opening he writes what only the copy holds into a log of his own; then the copy may go.
    ola.open().close().unwrap();
    fs::remove_file(log.join("000001 (Olas konfliktkopi 2026-08-17).jsonl")).unwrap();
    assert_eq!(outline(kari.open().project()), ["en", "to"]);
}

#[test]
fn a_later_part_of_a_log_that_comes_first_is_told_of_until_the_earlier_is_there() {
    let (room, [kari, _], [mut hers, mut his]) = two();
    codes(&mut hers);
    let (segment, log) = segment_with(&kari, "\"en\"");
    for name in ["to", "tre", "fire"] {
        add_code(&mut his, name);
    }
    his.close().unwrap();
    // His log as two segments, of which the second arrives first.
    let bytes = fs::read_to_string(&segment).unwrap();
    let lines: Vec<&str> = bytes.split_inclusive('\n').collect();
    let (known, late) = lines.split_at(2);
    let (first, second) = late.split_at(1);
    fs::write(&segment, known.concat()).unwrap();
    fs::write(log.join("000003.jsonl"), second.concat()).unwrap();
    assert_eq!(codes(&mut hers), ["en", "tre", "fire"]);
    assert_eq!(hers.problems().len(), 1, "a gap: {:?}", hers.problems());
    fs::write(log.join("000002.jsonl"), first.concat()).unwrap();
    assert_eq!(codes(&mut hers), ["en", "to", "tre", "fire"]);
    well(&hers);
    drop(room);
}

#[test]
fn a_folder_that_is_renamed_under_ones_hands_changes_nothing() {
    let (room, [kari, _], [mut hers, his]) = two();
    assert_eq!(codes(&mut hers), ["en"]);
    his.close().unwrap();
    let (_, log) = segment_with(&kari, "\"en\"");
    fs::rename(&log, log.with_file_name("Olas logg (kopi)")).unwrap();
    assert_eq!(codes(&mut hers), ["en"]);
    well(&hers);
    hers.close().unwrap();
    // The study itself may be called and lie as one likes, and the same logs go on.
    let moved = room.path().join("Arkiv").join("Klynger 2026");
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(&kari.folder, &moved).unwrap();
    let logs = fs::read_dir(moved.join("logs")).unwrap().count();
    let kari = kari.at(moved.clone());
    let mut hers = kari.open();
    add_code(&mut hers, "to");
    hers.close().unwrap();
    assert_eq!(outline(kari.open().project()), ["en", "to"]);
    assert_eq!(fs::read_dir(moved.join("logs")).unwrap().count(), logs, "her own log goes on");
}

#[test]
fn a_log_that_goes_while_the_study_is_open_is_missed_at_the_next_opening_and_comes_back_from_the_backup() {
    let (room, [kari, _], [mut hers, his]) = two();
    codes(&mut hers);
    hers.settle().unwrap();
    his.close().unwrap();
    let (_, log) = segment_with(&kari, "\"en\"");
    hers.poll();
    hers.close().unwrap();
    fs::rename(&log, room.path().join("gone")).unwrap();
    let mut hers = kari.open();
    assert_eq!(outline(hers.project()), Vec::<String>::new());
    assert_eq!(hers.findings().len(), 1, "the log is missed: {:?}", hers.findings());
    assert!(hers.in_backup() > 0);
    assert!(hers.restore_from_backup().unwrap() > 0);
    assert_eq!(codes(&mut hers), ["en"]);
    well(&hers);
    // What comes back by itself as well counts once.
    fs::rename(room.path().join("gone"), log.with_file_name("igjen")).unwrap();
    assert_eq!(codes(&mut hers), ["en"]);
}

/// The same person at another machine, with local data of its own.
fn kari_at(room: &Path, machine: &str, seed: u64) -> Desk {
    let mut desk = Desk::kari(room).seeded(seed);
    desk.data = AppData::at(room.join(machine));
    desk
}

#[test]
fn one_coder_on_two_machines_has_two_logs_one_name_and_undoes_at_each_what_was_done_there() {
    let room = tempfile::tempdir().unwrap();
    let (office, home) = (kari_at(room.path(), "office", 1), kari_at(room.path(), "home", 5_000));
    let mut there = office.create();
    let source = add_source(&mut there, "Informant 1", "Vi deler med andre.");
    let code = add_code(&mut there, "deling");
    there.settle().unwrap();
    let mut here = home.open();
    apply(&mut here, code, source, 3, 8);
    apply(&mut there, code, source, 13, 18);
    here.settle().unwrap();
    there.settle().unwrap();
    there.refresh();
    here.refresh();
    assert_eq!(outline(here.project()), outline(there.project()));
    assert_eq!(here.project().coders().count(), 1);
    assert_eq!(here.project().coding_count(), 2);
    assert_eq!(fs::read_dir(office.folder.join("logs")).unwrap().count(), 2);
    here.undo();
    here.settle().unwrap();
    there.refresh();
    assert_eq!(outline(there.project()), ["deling", "Informant 1: «andre» deling"]);
    well(&here);
    well(&there);
}

#[test]
fn two_windows_on_one_machine_show_each_other_what_they_do() {
    let room = tempfile::tempdir().unwrap();
    let kari = Desk::kari(room.path());
    kari.create().close().unwrap();
    let (mut left, mut right) = (kari.open(), kari.open());
    add_code(&mut left, "venstre");
    add_code(&mut right, "høyre");
    left.settle().unwrap();
    right.settle().unwrap();
    let (seen_left, seen_right) = (codes(&mut left), codes(&mut right));
    assert_eq!(seen_left.len(), 2);
    assert_eq!(seen_left, seen_right);
    well(&left);
    well(&right);
}
