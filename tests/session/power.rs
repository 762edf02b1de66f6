//! A power cut under a real file system: it is shut down while a process works on it, as the kernel lets one (whatever was not
//! on the medium is gone), and all that was shown as saved is there when it is mounted again. Without syncing it is not.
//! `KODEBOK_POWER_CUTS` says how many; it takes root, as file systems in a file are mounted for it.

use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use kodebok::journal::edit::Edit;
use kodebok::model::span::Span;
use kodebok::store::finding::Finding;

use crate::support::disk::FaultyDisk;
use crate::support::session::{Desk, add_code, add_source};

const ROOM: &str = "KODEBOK_TEST_POWER_ROOM";
/// Set where syncs are only played.
const UNSYNCED: &str = "KODEBOK_TEST_POWER_UNSYNCED";

/// Not a test by itself: what works when the power goes. It says what is done once that is safe.
#[test]
fn child() {
    let Some(room) = env::var_os(ROOM) else { return };
    let mut desk = Desk::kari(Path::new(&room)).seeded(u64::from(std::process::id()) << 20);
    if env::var_os(UNSYNCED).is_some() {
        let disk = FaultyDisk::new(&desk.folder);
        desk = desk.on(Arc::new(disk));
    }
    let mut session = desk.open();
    let (source, code) = {
        let project = session.project();
        (project.sources().next().unwrap().id, project.codebook().codes().next().unwrap().id)
    };
    let mut out = io::stdout();
    for at in u32::try_from(session.project().coding_count()).unwrap()..20_000 {
        session.edit(&Edit::ApplyCode { code, source, span: Span::new(at, at + 1).unwrap() }).unwrap();
        if session.settle().is_err() {
            return;
        }
        writeln!(out, "\ndone {}", at + 1).unwrap();
        out.flush().unwrap();
    }
}

/// Whether the process syncs what it writes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syncs {
    Real,
    Played,
}

/// A file system in a file, as long as this lives.
struct Medium {
    room: tempfile::TempDir,
}

impl Medium {
    fn new(kind: &str) -> Option<Self> {
        let room = tempfile::tempdir().ok()?;
        fs::create_dir(room.path().join("mounted")).ok()?;
        File::create(room.path().join("image")).ok()?.set_len(400 << 20).ok()?;
        let image = room.path().join("image");
        let medium = Self { room };
        (does(Command::new(format!("mkfs.{kind}")).arg("-q").arg(image)) && medium.mount()).then_some(medium)
    }

    fn mounted(&self) -> PathBuf {
        self.room.path().join("mounted")
    }

    fn mount(&self) -> bool {
        does(Command::new("mount").args(["-o", "loop"]).arg(self.room.path().join("image")).arg(self.mounted()))
    }

    /// The power goes; tells whether this machine can play that.
    fn cut(&self) -> bool {
        does(Command::new("xfs_io").args(["-x", "-F", "-c", "shutdown"]).arg(self.mounted()))
    }

    /// The power comes back.
    fn back(&self) {
        assert!(does(Command::new("umount").arg(self.mounted())) && self.mount(), "it can be mounted again");
    }
}

impl Drop for Medium {
    fn drop(&mut self) {
        // Best effort, also where a test has failed.
        does(Command::new("umount").arg("--lazy").arg(self.mounted()));
    }
}

fn does(command: &mut Command) -> bool {
    command.output().is_ok_and(|run| run.status.success())
}

/// Works until so much more is safe, and cuts the power meanwhile; gives how much was said to be safe.
fn work_until_the_power_goes(medium: &Medium, gestures: usize, syncs: Syncs) -> usize {
    let test = env::current_exe().expect("the child can be driven");
    let mut command = Command::new(test);
    command
        .args(["--exact", "session::power::child", "--nocapture", "--test-threads=1"])
        .env(ROOM, medium.mounted())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if syncs == Syncs::Played {
        command.env(UNSYNCED, "1");
    }
    let mut child = command.spawn().expect("the child can be driven");
    let told = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut safe = 0;
    let mut left = gestures;
    for line in told.lines().map_while(Result::ok) {
        if let Some(done) = line.strip_prefix("done ").and_then(|done| done.parse().ok()) {
            safe = done;
            left = left.saturating_sub(1);
            if left == 0 {
                // What is said after this moment may have been said before it.
                assert!(medium.cut(), "the file system can be shut down");
                child.kill().expect("it runs");
                break;
            }
        }
    }
    child.wait().expect("it ends");
    medium.back();
    safe
}

fn skipped(why: &str) {
    drop(writeln!(io::stderr(), "power cuts skipped: {why}"));
}

#[test]
fn what_was_saved_outlives_a_power_cut_and_without_syncing_it_does_not() {
    let asked = env::var("KODEBOK_POWER_CUTS").ok().and_then(|said| said.parse::<usize>().ok());
    let Some(cuts) = asked else { return skipped("KODEBOK_POWER_CUTS says how many are played, as root") };
    for kind in ["ext4", "xfs"] {
        let Some(medium) = Medium::new(kind) else {
            skipped(&format!("{kind} cannot be made in a file and mounted here"));
            continue;
        };
        let desk = Desk::kari(&medium.mounted());
        let mut session = desk.create();
        add_source(&mut session, "Informant 1", &"Ja,-".repeat(5_000));
        add_code(&mut session, "samlinger");
        session.close().unwrap();
        for cut in 0..cuts {
            let safe = work_until_the_power_goes(&medium, 1 + cut * 7 % 23, Syncs::Real);
            let session = desk.open();
            assert!(session.project().coding_count() >= safe, "{kind}: {} of {safe}", session.project().coding_count());
            assert_eq!(session.problems(), [], "{kind}");
            let quiet = |found: &Finding| matches!(found, Finding::BadLine { .. });
            assert!(session.findings().iter().all(quiet), "{kind}: {:?}", session.findings());
        }
        let safe = work_until_the_power_goes(&medium, 40, Syncs::Played);
        let there = desk.open().project().coding_count();
        assert!(there < safe, "{kind}: all {safe} are there without syncing, so this test has no teeth");
    }
}
