//! A sync that fails once, of which the system tells once: while the study is open nothing is believed of that file any more,
//! and no power cut afterwards takes what was told as safe, or the last that holds a text.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kodebok::journal::redaction::Elsewhere;
use kodebok::model::id::ProjectId;
use kodebok::session::Session;
use kodebok::store::ProjectDir;
use kodebok::text::names::Kind;
use kodebok::text::names::table::{Row, Table};

use crate::support::at_once::for_each;
use crate::support::disk::{Fault, FaultyDisk, When};
use crate::support::erasing::{NAMES, NOWHERE, holding, write_names};
use crate::support::medium::Cut;
use crate::support::place::copy;
use crate::support::session::{Desk, add_code, add_source, apply, outline};
use crate::support::team::project_shape;

/// The texts of a study by their files.
fn texts(study: &Path) -> BTreeMap<PathBuf, String> {
    let folders = fs::read_dir(study.join("sources")).expect("a folder").map(|item| item.expect("it is there").path());
    let files = folders.flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|item| item.expect("it is there").path());
    paths.map(|path| (path.clone(), fs::read_to_string(path).expect("a text"))).collect()
}

fn put_back(texts: &BTreeMap<PathBuf, String>) {
    for (path, text) in texts {
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }
}

/// Replaces these names in all sources and elsewhere.
fn replace(session: &mut Session, names: &[(&str, &str)]) {
    let sources = session.project().sources().map(|source| source.id).collect();
    let rows = names.iter().map(|(original, pseudonym)| Row {
        original: (*original).to_owned(),
        pseudonym: (*pseudonym).to_owned(),
        kind: Kind::Person,
    });
    session.pseudonymise(&Table::new(rows), &sources, Elsewhere::Replaced).expect("the names can be replaced");
}

/// Kari's study as it lies with her when she comes back: the names were replaced twice elsewhere, the older texts lie there
/// still, and the text that they were replaced by has just come. Gives the files of that one.
fn after_two_replacings(room: &Path) -> Vec<PathBuf> {
    let kari = Desk::kari(room);
    let mut hers = kari.create();
    write_names(&mut hers);
    hers.close().expect("it can be saved");
    let first = texts(&kari.folder);
    let mut his = Desk::ola(room).open();
    replace(&mut his, &[("Torbjørn Egeland", "Person 1"), ("Torbjørn", "Person 1"), ("Egeland", "Person 1")]);
    his.finish_erasing().expect("the disk is well");
    let second = texts(&kari.folder);
    replace(&mut his, &[("Fjordtek AS", "Bedrift A"), ("Fjordtek", "Bedrift A"), ("Langevåg", "Sted 1")]);
    his.finish_erasing().expect("the disk is well");
    his.close().expect("it can be saved");
    let last = texts(&kari.folder);
    put_back(&first);
    put_back(&second);
    let there = texts(&kari.folder).len();
    assert!(there == first.len() + second.len() + last.len() && there > 2, "{first:?} {second:?} {last:?}");
    last.into_keys().collect()
}

/// Opens such a study on a disk that fails so, and once more when it is well, and cuts the power; gives how many operations
/// there were.
fn opened_and_cut(room: &Path, last: &[PathBuf], when: When) -> usize {
    let copied = tempfile::tempdir().expect("a folder can be made");
    copy(room, copied.path());
    let plain = Desk::kari(copied.path());
    let disk = FaultyDisk::new(&plain.folder);
    for path in last {
        disk.arrived(&copied.path().join(path.strip_prefix(room).expect("it lies there")));
    }
    let desk = plain.seeded(50).on(Arc::new(disk.clone()));
    disk.fail(when, Fault::Error(ErrorKind::Other));
    let mut session = desk.open();
    let before = outline(session.project());
    drop(session.finish_erasing());
    let operations = disk.done();
    drop(session);
    disk.fail(When::Never, Fault::Torn);
    let mut session = desk.open();
    let done = session.finish_erasing().expect("the disk is well");
    assert!(done.left.is_empty(), "{when:?}: {:?}", done.left);
    drop(session);
    disk.cut_power(Cut::Harsh);

    let session = desk.open();
    assert!(session.project().sources().all(|source| source.text.is_some()), "{when:?}: {:?}", session.findings());
    assert_eq!(outline(session.project()), before, "{when:?}");
    operations
}

#[test]
fn the_last_text_is_not_removed_where_the_one_read_instead_could_not_be_synced() {
    let room = tempfile::tempdir().unwrap();
    let last = after_two_replacings(room.path());
    let operations = opened_and_cut(room.path(), &last, When::Never);
    assert!(operations > 8, "{operations} operations");
    for_each((0..operations).map(When::Once), |when| {
        opened_and_cut(room.path(), &last, when);
    });
}

#[test]
fn a_text_that_is_not_ours_to_write_to_is_synced_before_another_is_removed() {
    let room = tempfile::tempdir().unwrap();
    let last = after_two_replacings(room.path());
    let study = Desk::kari(room.path());
    let disk = FaultyDisk::new(&study.folder);
    last.iter().for_each(|path| disk.arrived(path));
    let desk = study.on(Arc::new(disk.clone()));
    let mut session = desk.open();
    assert!(session.finish_erasing().unwrap().left.is_empty());
    drop(session);
    assert_eq!(holding(&desk.folder.join("sources"), &NAMES), NOWHERE);
    disk.cut_power(Cut::Harsh);
    assert!(desk.open().project().sources().all(|source| source.text.is_some()));
    assert_eq!(texts(&desk.folder).into_keys().collect::<Vec<_>>(), last, "nothing had to be written beside it");
}

#[test]
fn an_original_that_is_kept_at_the_second_attempt_is_there_after_a_power_cut() {
    let mut failed = 0;
    for at in 0..20 {
        let room = tempfile::tempdir().unwrap();
        let disk = FaultyDisk::new(&room.path().join("study"));
        let dir = ProjectDir::create(Arc::new(disk.clone()), &room.path().join("study"), ProjectId::new(1)).unwrap();
        disk.fail(When::Once(at), Fault::Error(ErrorKind::Other));
        let first = dir.keep_original(b"PK some interview", "docx");
        failed += usize::from(first.is_err());
        let kept = first.or_else(|_| dir.clone().keep_original(b"PK some interview", "docx")).unwrap();
        disk.cut_power(Cut::Harsh);
        let read = dir.read_original(&kept);
        assert!(read.is_ok_and(|bytes| bytes == b"PK some interview"), "operation {at}");
    }
    assert!((5..20).contains(&failed), "{failed} operations");
}

/// Kari's study, and in `theirs` what Ola has made of a copy of it: a text, codings, and an original.
fn two_copies(room: &Path) {
    let kari = Desk::kari(room);
    let mut hers = kari.create();
    let source = add_source(&mut hers, "Informant 1", "Vi deler med andre.");
    hers.close().expect("it can be saved");
    copy(&kari.folder, &room.join("theirs"));
    let mut his = Desk::ola(room).at(room.join("theirs")).open();
    let share = add_code(&mut his, "deling");
    apply(&mut his, share, source, 3, 8);
    add_source(&mut his, "Informant 2", "Vi spør hverandre.");
    his.close().expect("it can be saved");
    // A log that is here in part: what it lacks gets a file beside it.
    let logs = fs::read_dir(room.join("theirs/logs")).expect("a folder").map(|log| log.expect("it is there").path());
    for log in logs.filter(|log| !kari.folder.join("logs").join(log.file_name().expect("a name")).exists()) {
        let there = kari.folder.join("logs").join(log.file_name().expect("a name"));
        let lines = fs::read_to_string(log.join("000001.jsonl")).expect("a log");
        fs::create_dir(&there).expect("it can be made");
        let first = lines.split_inclusive('\n').next().expect("a line");
        fs::write(there.join("000001.jsonl"), first).expect("it can be written");
    }
}

/// Merges on a disk that fails once, and again where it was told that it failed, then cuts the power; gives how many
/// operations there were.
fn merged_and_cut(room: &Path, at: usize, looks_between: bool) -> usize {
    let copied = tempfile::tempdir().expect("a folder can be made");
    copy(room, copied.path());
    let desk = Desk::kari(copied.path()).seeded(50);
    let disk = FaultyDisk::new(&desk.folder);
    let desk = desk.on(Arc::new(disk.clone()));
    let theirs = copied.path().join("theirs");
    let mut session = desk.open();
    disk.fail(When::Once(at), Fault::Error(ErrorKind::Other));
    let first = session.merge(|merging| merging.folder(&theirs));
    let operations = disk.done();
    disk.fail(When::Never, Fault::Torn);
    if first.is_err() {
        if looks_between {
            session.refresh();
        }
        session.merge(|merging| merging.folder(&theirs)).expect("the disk is well");
    }
    let after = project_shape(session.project());
    drop(session);
    disk.cut_power(Cut::Harsh);
    let session = desk.open();
    assert_eq!(project_shape(session.project()), after, "operation {at}, {looks_between}");
    assert!(session.project().sources().all(|source| source.text.is_some()), "operation {at}, {looks_between}");
    operations
}

#[test]
fn what_is_merged_at_the_second_attempt_is_there_after_a_power_cut() {
    for part in [true, false] {
        let room = tempfile::tempdir().unwrap();
        two_copies(room.path());
        if !part {
            // A log that nobody here has heard of comes under its own name.
            let logs = fs::read_dir(room.path().join("study/logs")).unwrap().map(|log| log.unwrap().path());
            let short = logs.filter(|log| !log.join("000001.jsonl").exists() || shorter(log, room.path()));
            short.for_each(|log| fs::remove_dir_all(log).unwrap());
        }
        let operations = merged_and_cut(room.path(), usize::MAX, false);
        assert!(operations > 5, "{operations} operations");
        for_each((0..operations).flat_map(|at| [(at, true), (at, false)]), |(at, looks_between)| {
            merged_and_cut(room.path(), at, looks_between);
        });
    }
}

/// Tells whether a log is shorter here than in Ola's copy.
fn shorter(log: &Path, room: &Path) -> bool {
    let length = |folder: &Path| fs::metadata(folder.join("000001.jsonl")).expect("a log").len();
    length(log) < length(&room.join("theirs/logs").join(log.file_name().expect("a name")))
}
