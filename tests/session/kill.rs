//! kill -9 in the midst of the work: what was acknowledged is there when the project is opened again.

use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use kodebok::journal::edit::Edit;
use kodebok::model::span::Span;

use crate::support::session::{Desk, add_code, add_source};

const ROOM: &str = "KODEBOK_TEST_KILL_ROOM";

/// Not a test by itself: what the killed process runs. It works without end and says what is done.
#[test]
fn child() {
    let Some(room) = env::var_os(ROOM) else { return };
    let desk = Desk::kari(Path::new(&room)).seeded(u64::from(std::process::id()) << 20);
    let mut session = desk.open();
    let (source, code) = {
        let project = session.project();
        (project.sources().next().unwrap().id, project.codebook().codes().next().unwrap().id)
    };
    let done = u32::try_from(session.project().coding_count()).unwrap();
    let mut out = io::stdout();
    for at in done..20_000 {
        let span = Span::new(at, at + 1).unwrap();
        session.edit(&Edit::ApplyCode { code, source, span }).unwrap();
        writeln!(out, "\ndone {}", at + 1).unwrap();
        out.flush().unwrap();
    }
}

/// Runs the child until it has done so much more, kills it, and gives the last it acknowledged.
fn work_and_die(room: &Path, gestures: usize) -> usize {
    let test = env::current_exe().expect("the child can be driven");
    let mut child = Command::new(test)
        .args(["--exact", "session::kill::child", "--nocapture", "--test-threads=1"])
        .env(ROOM, room)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the child can be driven");
    let mut told = BufReader::new(child.stdout.take().expect("the child can be driven"));
    let (mut line, mut last) = (String::new(), 0);
    let mut left = gestures;
    while left > 0 {
        line.clear();
        assert!(told.read_line(&mut line).expect("the child can be driven") > 0, "the child ended by itself");
        if let Some(done) = acknowledged(&line) {
            (last, left) = (done, left - 1);
        }
    }
    child.kill().expect("the child can be driven");
    child.wait().expect("the child can be driven");
    let mut rest = String::new();
    told.read_to_string(&mut rest).expect("the child can be driven");
    // The last line may be cut short by the kill; whole ones count.
    let whole = rest.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    whole.rev().find_map(acknowledged).unwrap_or(last)
}

fn acknowledged(line: &str) -> Option<usize> {
    line.trim().strip_prefix("done ")?.parse().ok()
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_source(&mut session, "Informant 1", &"Ja,-".repeat(5_000));
    add_code(&mut session, "samlinger");
    session.close().unwrap();
    for gestures in [1, 2, 3, 5, 8, 13, 40, 1, 100, 7] {
        let acknowledged = work_and_die(room.path(), gestures);
        let session = desk.open();
        let there = session.project().coding_count();
        assert!(there == acknowledged || there == acknowledged + 1, "{there} of {acknowledged}");
        assert_eq!(session.problems(), []);
        assert_eq!(session.findings().len(), 0, "{:?}", session.findings());
    }
    // The lock of a dead process is given back, so its log goes on.
    let logs = std::fs::read_dir(desk.folder.join("logs")).unwrap().count();
    assert!(logs <= 2, "{logs} logs");
}
