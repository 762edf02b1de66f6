//! A crash in the middle of erasing: the study opens, nothing else is lost, and the erasing is finished.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use crate::support::disk::{Fault, FaultyDisk, When};
use crate::support::erasing::{NAMES, NOWHERE, holding, pseudonymise, write_names, write_others};
use crate::support::medium::Cut;
use crate::support::place::copy;
use crate::support::session::{Desk, outline};

#[test]
fn whatever_fails_on_the_way_the_next_opening_finishes_it() {
    let mut operations = 1;
    let mut at = 0;
    while at < operations {
        for fault in [Fault::Torn, Fault::Error(ErrorKind::PermissionDenied)] {
            let room = tempfile::tempdir().unwrap();
            let desk = Desk::kari(room.path());
            let disk = FaultyDisk::new(&desk.folder);
            let desk = desk.on(Arc::new(disk.clone()));
            let mut session = desk.create();
            write_names(&mut session);
            write_others(&mut session);
            session.close().unwrap();

            let mut session = desk.open();
            disk.fail(When::From(at), fault);
            pseudonymise(&mut session);
            let after = outline(session.project());
            let safe = session.settle().is_ok();
            drop(session.finish_erasing());
            operations = operations.max(disk.done());
            drop(session);
            disk.fail(When::Never, fault);
            disk.cut_power(Cut::Harsh);

            let mut session = desk.open();
            if safe {
                assert_eq!(outline(session.project()), after, "operation {at}, {fault:?}");
            } else {
                pseudonymise(&mut session);
            }
            session.close().unwrap();
            let left = holding(room.path(), &NAMES);
            assert!(left.is_empty(), "operation {at}, {fault:?}: {left:?}");
            let again = desk.open();
            assert_eq!(outline(again.project()), after, "operation {at}, {fault:?}");
            assert_eq!(again.findings().len(), 0, "operation {at}, {fault:?}: {:?}", again.findings());
        }
        at += 1;
    }
    assert!(operations > 8, "{operations}");
}

/// The lines of the only log of a study.
fn log_lines(study: &Path) -> Vec<String> {
    let logs = fs::read_dir(study.join("logs")).expect("a folder").map(|log| log.expect("it is there").path());
    let segments =
        logs.flat_map(|log| fs::read_dir(log).expect("a folder")).map(|item| item.expect("it is there").path());
    let words: String = segments.map(|path| fs::read_to_string(path).expect("a log")).collect();
    words.lines().map(str::to_owned).collect()
}

fn id(line: &str) -> &str {
    line.rsplit(",\"h\":\"").next().and_then(|rest| rest.split('"').next()).expect("a hash")
}

#[test]
fn where_a_power_cut_leaves_some_lines_of_it_the_names_can_be_replaced_again() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    write_names(&mut session);
    write_others(&mut session);
    session.close().unwrap();
    let [done, there] = ["done", "there"].map(|name| room.path().join(name));
    copy(&desk.folder, &done);
    let elsewhere = Desk::kari(&room.path().join("elsewhere")).at(done.clone()).seeded(50);
    let mut session = elsewhere.open();
    pseudonymise(&mut session);
    let after = outline(session.project());
    session.close().unwrap();
    let known: BTreeSet<String> = log_lines(&desk.folder).iter().map(|line| id(line).to_owned()).collect();
    let told: Vec<String> = log_lines(&done).into_iter().filter(|line| !known.contains(id(line))).collect();
    assert!(told.len() > 1, "a gesture of {} lines", told.len());
    for lost in 0..told.len() {
        // The new text is there as well as the old one.
        fs::create_dir(&there).unwrap();
        copy(&done.join("sources"), &there.join("study/sources"));
        copy(&desk.folder, &there.join("study"));
        copy(desk.data.folder(), &there.join("kari"));
        let left: String =
            told.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, line)| format!("{line}\n")).collect();
        let log = fs::read_dir(there.join("study/logs")).unwrap().next().unwrap().unwrap().path();
        fs::write(log.join("000002.jsonl"), left).unwrap();
        let again = Desk::kari(&there).seeded(100);
        let mut session = again.open();
        assert_eq!(session.findings().len(), 0, "without line {lost}: {:?}", session.findings());
        pseudonymise(&mut session);
        assert_eq!(outline(session.project()), after, "without line {lost}");
        session.close().unwrap();
        assert_eq!(holding(&there, &NAMES), NOWHERE, "without line {lost}");
        assert_eq!(outline(again.open().project()), after, "without line {lost}");
        fs::remove_dir_all(&there).unwrap();
    }
}
