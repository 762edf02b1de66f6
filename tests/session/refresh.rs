//! What other machines write while the project is open is taken in.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use kodebok::session::Session;

use crate::support::session::{Desk, add_code, add_source, apply, outline};

/// Only a bound, never waited out.
const PATIENCE: Duration = Duration::from_secs(30);

struct Two {
    room: tempfile::TempDir,
    kari: Desk,
    ola: Desk,
}

fn two() -> Two {
    let room = tempfile::tempdir().expect("the test prepared it");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    kari.create().close().expect("the test prepared it");
    Two { room, kari, ola }
}

/// A second passes and the window looks; tells whether there was anything new.
fn look(desk: &Desk, session: &mut Session) -> bool {
    desk.clock.wait_ms(1_000);
    poll(session)
}

/// Polls until the look that was asked for is taken in; tells whether there was anything new.
fn poll(session: &mut Session) -> bool {
    let (since, mut news) = (Instant::now(), session.poll());
    while session.is_looking() {
        assert!(since.elapsed() < PATIENCE, "the look does not come back");
        std::thread::yield_now();
        news |= session.poll();
    }
    news
}

/// The log that holds these words.
fn log_with(desk: &Desk, words: &str) -> PathBuf {
    let logs = fs::read_dir(desk.folder.join("logs")).expect("the logs").map(|log| log.expect("a log").path());
    let files = logs.flat_map(|log| fs::read_dir(log).expect("a log").map(|file| file.expect("a file").path()));
    let mut found = files.filter(|file| fs::read_to_string(file).expect("a segment").contains(words));
    found.next().expect("it was written")
}

#[test]
fn two_who_work_at_the_same_time_see_each_other() {
    let Two { room: _room, kari, ola } = two();
    let (mut hers, mut his) = (kari.open(), ola.open());
    let source = add_source(&mut hers, "Informant 1", "Vi deler med andre.");
    let share = add_code(&mut hers, "deling");
    hers.settle().unwrap();
    assert!(look(&ola, &mut his));
    assert_eq!(outline(his.project()), ["deling"]);
    assert_eq!(his.project().source(source).unwrap().text.as_ref().unwrap().as_str(), "Vi deler med andre.");
    apply(&mut his, share, source, 3, 8);
    his.settle().unwrap();
    assert!(look(&kari, &mut hers));
    assert_eq!(outline(hers.project()), ["deling", "Informant 1: «deler» deling"]);
    // Each told what they had read: nothing was said at the same time.
    assert_eq!((hers.notices(), hers.problems()), (&[][..], &[][..]));
    // What she deletes now she has seen.
    hers.edit(&kodebok::journal::edit::Edit::DeleteCode { code: share }).unwrap();
    hers.settle().unwrap();
    assert!(look(&ola, &mut his));
    assert_eq!(outline(his.project()), Vec::<String>::new());
    assert!(hers.can_undo() && his.can_undo());
    assert_eq!(his.history().len(), hers.history().len());
}

#[test]
fn the_folder_is_looked_at_twice_a_second_and_own_lines_are_no_news() {
    let Two { room: _room, kari, ola } = two();
    let (mut hers, mut his) = (kari.open(), ola.open());
    poll(&mut hers);
    add_code(&mut his, "fra ola");
    his.settle().unwrap();
    kari.clock.wait_ms(499);
    hers.poll();
    assert!(!hers.is_looking());
    assert_eq!(outline(hers.project()), Vec::<String>::new());
    kari.clock.wait_ms(1);
    assert!(poll(&mut hers));
    assert_eq!(outline(hers.project()), ["fra ola"]);
    let revision = hers.project().revision();
    assert!(!look(&kari, &mut hers));
    add_code(&mut hers, "fra kari");
    hers.settle().unwrap();
    look(&kari, &mut hers);
    assert!(hers.project().revision() <= revision + 2, "her name and her code");
    assert_eq!(hers.refresh(), 0);
}

#[test]
fn a_line_that_arrives_in_pieces_counts_once_it_is_whole() {
    let Two { room, kari, ola } = two();
    let mut his = ola.open();
    for name in ["en", "to", "tre"] {
        add_code(&mut his, name);
    }
    his.close().unwrap();
    let log = log_with(&kari, "tre");
    let bytes = fs::read(&log).unwrap();
    let away = room.path().join("away.jsonl");
    fs::rename(&log, &away).unwrap();
    let mut hers = kari.open();
    let ends: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    let mut last = 0;
    for cut in (0..bytes.len()).step_by(37).chain([bytes.len()]) {
        fs::write(&log, &bytes[..cut]).unwrap();
        look(&kari, &mut hers);
        let whole = ends.iter().filter(|end| **end <= cut + 1).count();
        // His name, then three codes.
        assert_eq!(outline(hers.project()).len(), whole.saturating_sub(1), "cut {cut}");
        assert_eq!(hers.findings().len(), 0, "cut {cut}: {:?}", hers.findings());
        assert!(whole >= last);
        last = whole;
    }
    assert_eq!(last, 4);
}

#[test]
fn a_file_that_was_replaced_is_read_anew_and_a_torn_tail_is_nothing_to_tell() {
    let Two { room: _room, kari, ola } = two();
    let mut his = ola.open();
    add_code(&mut his, "en");
    his.close().unwrap();
    let mut hers = kari.open();
    let log = log_with(&kari, "\"en\"");
    let short = fs::read(&log).unwrap();
    let mut his = ola.open();
    add_code(&mut his, "to");
    his.settle().unwrap();
    let long = fs::read(&log).unwrap();
    // An older version comes back, then another file stands in its place: nobody loses anything.
    fs::write(&log, &short[..short.len() / 2]).unwrap();
    look(&kari, &mut hers);
    let foreign = [b"{\"v\":9}\n".repeat(400), long].concat();
    fs::write(&log, foreign).unwrap();
    look(&kari, &mut hers);
    assert_eq!(outline(hers.project()), ["en", "to"]);
    let torn = [fs::read(&log).unwrap(), b"{\"v\":1,\"l\":\"00".to_vec()].concat();
    fs::write(&log, torn).unwrap();
    let told = hers.findings().len();
    look(&kari, &mut hers);
    assert_eq!(hers.findings().len(), told);
}

#[test]
fn a_text_that_comes_after_its_log_is_shown_when_it_comes() {
    let Two { room, kari, ola } = two();
    let mut hers = kari.open();
    let mut his = ola.open();
    let source = add_source(&mut his, "Informant 1", "Ja.");
    his.settle().unwrap();
    let sources = kari.folder.join("sources");
    let away = room.path().join("away");
    fs::rename(&sources, &away).unwrap();
    look(&kari, &mut hers);
    assert!(hers.project().source(source).unwrap().text.is_none());
    assert_eq!(hers.findings().len(), 1);
    fs::rename(&away, &sources).unwrap();
    assert!(look(&kari, &mut hers));
    assert!(hers.project().source(source).unwrap().text.is_some());
    assert_eq!(hers.findings().len(), 0);
}

#[test]
fn the_window_is_woken_when_somebody_has_written() {
    let Two { room: _room, kari, ola } = two();
    let (mut hers, mut his) = (kari.open(), ola.open());
    let (wake, woken) = channel();
    hers.wake_with(Box::new(move || wake.send(()).expect("the test waits for it")));
    add_code(&mut his, "fra ola");
    his.settle().unwrap();
    kari.clock.wait_ms(1_000);
    hers.poll();
    assert_eq!(woken.recv_timeout(PATIENCE), Ok(()));
    assert!(hers.poll(), "what woke the window is there for it");
    assert_eq!(outline(hers.project()), ["fra ola"]);
    kari.clock.wait_ms(1_000);
    assert!(!poll(&mut hers));
    assert!(woken.try_recv().is_err(), "without news nobody is woken");
}

#[test]
fn a_copy_of_a_log_that_lies_elsewhere_is_taken_in_while_the_study_is_open() {
    let Two { room, kari, ola } = two();
    let mut his = ola.open();
    add_code(&mut his, "deling");
    his.settle().unwrap();
    // His log lies elsewhere when she opens the study, and comes back as what a sync service makes of a clash.
    let log = log_with(&ola, "deling");
    let away = room.path().join("away.jsonl");
    fs::rename(&log, &away).unwrap();
    let mut hers = kari.open();
    look(&kari, &mut hers);
    assert_eq!(outline(hers.project()), Vec::<String>::new());
    let copies = kari.folder.join("logs (Ola sin kopi)").join("gammelt");
    fs::create_dir_all(&copies).unwrap();
    fs::copy(&away, copies.join("000001 (1).jsonl")).unwrap();
    kari.clock.wait_ms(5_000);
    assert!(look(&kari, &mut hers));
    assert_eq!(outline(hers.project()), ["deling"]);
}
