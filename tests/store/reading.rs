//! Reading what crashes, sync services and bad disks leave behind.

use std::fs;
use std::path::PathBuf;

use kodebok::session::Session;
use kodebok::store::finding::Finding;

use crate::support::session::{Desk, add_code, add_source, apply, outline};

/// A project with eight gestures after its beginning, its log file, and the outline after each line of the log.
struct Study {
    _room: tempfile::TempDir,
    desk: Desk,
    log: PathBuf,
    bytes: Vec<u8>,
    /// The outline of the project when the log has so many lines.
    outlines: Vec<Vec<String>>,
}

fn study() -> Study {
    let room = tempfile::tempdir().expect("the test prepared it");
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let log = log_file(&session);
    let mut outlines: Vec<Vec<String>> = Vec::new();
    let mut note = |session: &mut Session| {
        session.settle().expect("the test prepared it");
        let lines = fs::read_to_string(&log).expect("the test prepared it").lines().count();
        outlines.resize(lines + 1, Vec::new());
        outlines[lines] = outline(session.project());
    };
    note(&mut session);
    let source = add_source(&mut session, "Informant 1", "Vi får hjelp uten faktura, og det er gull verdt.");
    note(&mut session);
    let help = add_code(&mut session, "hjelp uten faktura");
    note(&mut session);
    let worth = add_code(&mut session, "gull verdt");
    note(&mut session);
    for start in [0, 7, 14, 30] {
        apply(&mut session, if start < 20 { help } else { worth }, source, start, start + 12);
        note(&mut session);
    }
    session.undo().expect("the test prepared it");
    note(&mut session);
    session.close().expect("the test prepared it");
    let bytes = fs::read(&log).expect("the test prepared it");
    Study { _room: room, desk, log, bytes, outlines }
}

fn log_file(session: &Session) -> PathBuf {
    let logs = session.folder().expect("the test prepared it").join("logs");
    let log = fs::read_dir(logs)
        .expect("the test prepared it")
        .next()
        .expect("the test prepared it")
        .expect("the test prepared it")
        .path();
    log.join("000001.jsonl")
}

/// Opens as another person would, who has no memory of the project.
fn read(study: &Study) -> Session {
    let room = tempfile::tempdir().expect("the test prepared it");
    let mut desk = Desk::ola(room.path());
    desk.folder.clone_from(&study.desk.folder);
    desk.open()
}

#[test]
fn every_prefix_opens_and_loses_only_the_unfinished_gesture() {
    let study = study();
    let mut ends = vec![0];
    ends.extend(study.bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1));
    for line in 1..ends.len() {
        let (start, end) = (ends[line - 1], ends[line]);
        // Every cut near the ends of the line, and every seventh between.
        let cuts = (start..end).filter(|cut| cut - start < 40 || end - cut < 60 || cut % 7 == 0);
        for cut in cuts {
            fs::write(&study.log, &study.bytes[..cut]).unwrap();
            let session = read(&study);
            // A line that lacks nothing but its newline counts.
            let whole = if cut + 1 == end { line } else { line - 1 };
            assert_eq!(outline(session.project()), study.outlines[whole.min(study.outlines.len() - 1)], "cut {cut}");
            assert!(session.findings().iter().all(|found| !matches!(found, Finding::BadLine { .. })), "cut {cut}");
        }
    }
}

#[test]
fn flipped_bits_are_reported_and_the_rest_counts() {
    let study = study();
    let lines = study.bytes.iter().filter(|byte| **byte == b'\n').count();
    for at in (0..study.bytes.len()).step_by(11) {
        let mut bytes = study.bytes.clone();
        bytes[at] ^= 1 << (at % 7);
        fs::write(&study.log, &bytes).unwrap();
        let session = read(&study);
        let line = study.bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let bad = session.findings().iter().filter_map(|found| match found {
            Finding::BadLine { line, .. } => Some(*line),
            _ => None,
        });
        let bad: Vec<usize> = bad.collect();
        // A newline that was flipped joins two lines; one that appears cuts a line in two.
        let joined = study.bytes[at] == b'\n';
        if joined && line == lines {
            continue;
        }
        let cut = bytes[at] == b'\n';
        assert_eq!(bad, if cut { vec![line, line + 1] } else { vec![line] }, "byte {at}");
        let counted: u64 = session.project().seen().values().sum();
        assert!(counted > 0 || line <= 2, "byte {at}");
        assert!(!session.history().is_empty());
        assert_eq!(session.history().len(), lines - if joined { 2 } else { 1 }, "byte {at}");
    }
}

#[test]
fn a_log_is_read_wherever_it_lies_and_counts_once() {
    let study = study();
    let folder = study.log.parent().unwrap();
    let all = study.outlines.last().unwrap();
    for name in ["000001 (Karis PC sin konfliktkopi).jsonl", "000001.sync-conflict-20261121.jsonl", "000001.jsonl.bak"]
    {
        fs::copy(&study.log, folder.join(name)).unwrap();
        let session = read(&study);
        assert_eq!((outline(session.project()), session.findings().len()), (all.clone(), 0), "{name}");
    }
    let elsewhere = study.desk.folder.join("gammelt/fra kari");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::rename(folder, elsewhere.join("logg")).unwrap();
    assert_eq!(outline(read(&study).project()), *all);
}

#[test]
fn what_is_none_of_ours_is_left_alone() {
    let study = study();
    for name in ["desktop.ini", ".DS_Store", "~000001.jsonl.tmp", "notes.json"] {
        fs::write(study.desk.folder.join("logs").join(name), "rubbish\nrubbish\n").unwrap();
    }
    let room = tempfile::tempdir().unwrap();
    let other = Desk::ola(room.path());
    let mut session = other.create();
    add_code(&mut session, "noe helt annet");
    session.close().unwrap();
    fs::rename(&other.folder, study.desk.folder.join("Olas prosjekt")).unwrap();

    let session = read(&study);
    assert_eq!(outline(session.project()), *study.outlines.last().unwrap());
    assert_eq!(session.findings().len(), 0);
}

#[test]
fn lines_ended_as_on_windows_still_prove_themselves() {
    let study = study();
    let text = String::from_utf8(study.bytes.clone()).unwrap().replace('\n', "\r\n");
    fs::write(&study.log, text).unwrap();
    let session = read(&study);
    assert_eq!((outline(session.project()), session.findings().len()), (study.outlines.last().unwrap().clone(), 0));
}

#[test]
fn a_foreign_file_is_reported_in_few_words() {
    let study = study();
    fs::write(study.desk.folder.join("export.jsonl"), "{\"id\":1}\n".repeat(5_000)).unwrap();
    let session = read(&study);
    assert_eq!(outline(session.project()), *study.outlines.last().unwrap());
    let [told @ .., last] = session.findings() else { panic!("nothing told") };
    assert_eq!(told.len(), 20);
    assert!(matches!(last, Finding::MoreBadLines { more: 4_980, .. }), "{last:?}");
}

#[test]
fn a_torn_tail_is_sealed_and_what_follows_is_whole() {
    let study = study();
    let last = study.bytes[..study.bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for torn in [1, 20, 90, study.bytes.len() - last - 2] {
        let mut bytes = fs::read(&study.log).unwrap();
        bytes.extend(&study.bytes[last..last + torn]);
        fs::write(&study.log, &bytes).unwrap();
        let before = outline(read(&study).project());

        let mut session = study.desk.open();
        add_code(&mut session, &format!("etter strømbruddet {torn}"));
        session.close().unwrap();
        assert!(fs::read(&study.log).unwrap().starts_with(&bytes), "a file never shrinks");
        let session = read(&study);
        assert_eq!(session.findings().len(), 0, "{:?}", session.findings());
        assert_eq!(session.problems(), []);
        assert_eq!(outline(session.project()).len(), before.len() + 1);
    }
}

#[test]
fn zeros_and_rubbish_after_a_torn_line_take_nothing_else() {
    let study = study();
    let last = study.bytes[..study.bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let old = blake3::hash(b"what lay there before");
    let rubbish = old.as_bytes().repeat(30);
    let mut bad = 0;
    for torn in [0, 1, 20, 90, study.bytes.len() - last - 2] {
        for tail in [vec![0; 1], vec![0; 700], rubbish.clone()] {
            let what = format!("{torn} bytes of the line, then {} times {}", tail.len(), tail[0]);
            let before = outline(read(&study).project());
            let whole = fs::read(&study.log).unwrap();
            fs::write(&study.log, [&whole, &study.bytes[last..last + torn], &tail].concat()).unwrap();
            assert_eq!(outline(read(&study).project()), before, "{what}");
            let mut session = study.desk.open();
            add_code(&mut session, &format!("etter strømbruddet {what}"));
            session.close().unwrap();
            let session = read(&study);
            assert_eq!(outline(session.project()).len(), before.len() + 1, "{what}");
            assert_eq!(session.problems(), [], "{what}");
            // Zeros are what a crash leaves, and not worth a word; rubbish is.
            bad += usize::from(tail[0] != 0);
            assert_eq!(session.findings().is_empty(), bad == 0, "{what}: {:?}", session.findings());
        }
    }
    assert_eq!(fs::read_dir(study.log.parent().unwrap()).unwrap().count(), 1, "one log, and one segment of it");
}
