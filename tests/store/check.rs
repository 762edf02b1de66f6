//! The check of a whole project names what is damaged, and nothing else.

use std::fs;
use std::path::PathBuf;

use kodebok::journal::edit::{Edit, NewSource};
use kodebok::journal::problem::Problem;
use kodebok::store::check::{Checked, check};
use kodebok::store::finding::Finding;

use crate::support::session::{Desk, add_code, add_source, apply, new_source};

fn project(room: &tempfile::TempDir) -> Desk {
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let source = add_source(&mut session, "Informant 1", "Styret møtes hver måned.");
    let code = add_code(&mut session, "styreverv");
    apply(&mut session, code, source, 0, 6);
    apply(&mut session, code, source, 7, 12);
    session.close().expect("the test prepared it");
    desk
}

fn checked(desk: &Desk) -> Checked {
    check(&desk.data, &desk.folder).expect("the test prepared it")
}

fn only_file(folder: PathBuf) -> PathBuf {
    let mut at = folder;
    while at.is_dir() {
        at = fs::read_dir(at)
            .expect("the test prepared it")
            .find_map(|item| Some(item.ok()?.path()))
            .expect("something is in it");
    }
    at
}

#[test]
fn a_sound_project_has_no_findings() {
    let room = tempfile::tempdir().unwrap();
    let checked = checked(&project(&room));
    assert_eq!((checked.findings.len(), checked.logs, checked.texts, checked.codings), (0, 1, 1, 2));
    assert_eq!(checked.lines, 5, "project, source, code and two codings");
}

#[test]
fn a_changed_text_is_found_and_a_missing_one_too() {
    let room = tempfile::tempdir().unwrap();
    let desk = project(&room);
    let text = only_file(desk.folder.join("sources"));
    fs::write(&text, "Styret møtes hvert år.").unwrap();
    let [Finding::TextDamaged { title, file, .. }] = &checked(&desk).findings[..] else { panic!() };
    assert_eq!((title.as_str(), file), ("Informant 1", &text));
    fs::remove_file(&text).unwrap();
    let [Finding::TextMissing { title, file, .. }] = &checked(&desk).findings[..] else { panic!() };
    assert_eq!((title.as_str(), file), ("Informant 1", &text));
}

#[test]
fn a_whole_copy_of_a_damaged_text_serves_and_importing_again_heals() {
    let room = tempfile::tempdir().unwrap();
    let desk = project(&room);
    let text = only_file(desk.folder.join("sources"));
    let copy = text.with_file_name(format!("{} (kopi).txt", text.file_stem().unwrap().to_str().unwrap()));
    fs::rename(&text, &copy).unwrap();
    assert_eq!(checked(&desk).findings.len(), 0);
    fs::write(&text, "").unwrap();
    assert_eq!(checked(&desk).findings.len(), 0);
}

#[test]
fn a_lost_line_and_a_changed_line_are_found() {
    let room = tempfile::tempdir().unwrap();
    let desk = project(&room);
    let log = only_file(desk.folder.join("logs"));
    let whole = fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();

    fs::write(&log, [&lines[..2], &lines[3..]].concat().concat()).unwrap();
    let found = checked(&desk).findings;
    let gap = |found: &Finding| matches!(found, Finding::NotTakenUp(Problem::Gap { from: 3, to: 3, .. }));
    assert!(found.iter().any(gap), "{found:?}");

    let changed = whole.replace("styreverv", "styrevern");
    fs::write(&log, changed).unwrap();
    let found = checked(&desk).findings;
    assert!(found.iter().any(|found| matches!(found, Finding::BadLine { line: 3, .. })), "{found:?}");
}

#[test]
fn a_kept_file_that_nobody_came_from_is_found() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let originals = session.originals().expect("on a disk");
    let kept = originals.keep(b"Noen ord.", "txt").expect("it can be kept");
    let source = NewSource { original: Some(kept), ..new_source("Informant 1", "Noen ord.") };
    session.edit(&Edit::AddSource(Box::new(source))).expect("it can be added");
    session.settle().expect("the test prepared it");
    assert_eq!(checked(&desk).findings.len(), 0);
    let id = session.project().sources().next().expect("a source").id;
    session.edit(&Edit::RemoveSource { source: id }).expect("it can be taken out");
    session.settle().expect("the test prepared it");
    assert_eq!(checked(&desk).findings.len(), 0, "it can come back");
    originals.keep(b"Andre ord.", "docx").expect("it can be kept");
    fs::write(desk.folder.join("files/desktop.ini"), "x").expect("it can be written");
    let found = checked(&desk).findings;
    let [Finding::FileOfNobody { file }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(fs::read(file).expect("it is there"), b"Andre ord.");
    session.close().expect("the test prepared it");
}
