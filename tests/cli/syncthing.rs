//! Two processes at two copies of a folder that Syncthing keeps in step: thousands of edits, cuts and conflict copies, and in
//! the end both hold the same and nothing that was acknowledged is lost.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use serde_json::Value;

use crate::support::syncthing::Pair;

/// How many words the interview has; each is coded once by each coder at most.
const WORDS: usize = 20_000;
/// How many characters a word takes up, with the space after it.
const STEP: usize = 7;
/// How many codings each coder makes in a round.
const LINES: usize = 250;
/// How many rounds there are; `KODEBOK_SYNC_ROUNDS` asks for more.
const ROUNDS: usize = 6;

/// A coder at an installation, and the folder they work in.
#[derive(Clone)]
struct Desk {
    coder: &'static str,
    data: PathBuf,
    study: PathBuf,
}

impl Desk {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kodebok"));
        command.args(arguments).env("KODEBOK_DATA", &self.data).env("LC_ALL", "nb_NO.UTF-8");
        command
    }

    #[track_caller]
    fn run(&self, arguments: &[&str]) -> String {
        let run = self.command(arguments).output().expect("the program runs");
        assert!(run.status.success(), "{arguments:?}: {run:?}");
        String::from_utf8(run.stdout).expect("the program speaks UTF-8")
    }

    fn study(&self) -> &str {
        self.study.to_str().expect("a plain path")
    }

    /// Codes words, one a line, until all are done or it is killed after so many answers; gives the words whose coding was
    /// acknowledged, and tells of the first of them.
    fn code(
        &self,
        words: std::ops::Range<usize>,
        code: &str,
        dies_after: Option<usize>,
        begun: &Sender<()>,
    ) -> BTreeSet<String> {
        let mut command = self.command(&["code", self.study(), "--lines", "--create", "--json", "--coder", self.coder]);
        let mut child: Child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
        let mut input = child.stdin.take().expect("it is piped");
        let output = BufReader::new(child.stdout.take().expect("it is piped"));
        let wishes: String =
            words.map(|n| format!("Intervju\t{}..{}\t{code}\n", n * STEP, n * STEP + STEP - 1)).collect();
        // Whoever is killed does not read to the end.
        let feeding = thread::Builder::new().name("feeding".to_owned());
        let feeding = feeding.spawn(move || drop(input.write_all(wishes.as_bytes()))).expect("a thread can be had");
        let mut acknowledged = BTreeSet::new();
        for line in output.lines() {
            // The last line may be cut short by the kill.
            let Ok(answer) = line.map_err(drop).and_then(|line| serde_json::from_str::<Value>(&line).map_err(drop))
            else {
                continue;
            };
            let words = answer["words"].as_str().expect("it says which words").to_owned();
            acknowledged.insert(words);
            // Nobody may be waiting for it.
            begun.send(()).ok();
            if dies_after == Some(acknowledged.len()) {
                child.kill().expect("it runs");
            }
        }
        let status = child.wait().expect("it ends");
        assert!(status.success() || dies_after.is_some(), "{status:?}");
        feeding.join().expect("it was fed");
        acknowledged
    }

    /// Every coding with its words, code and coder, as the program exports them.
    fn codings(&self, room: &Path) -> Vec<String> {
        let out = room.join("utdrag.csv");
        self.run(&["export", self.study(), "segments", out.to_str().expect("a plain path")]);
        let mut lines: Vec<String> =
            fs::read_to_string(out).expect("it was written").lines().map(str::to_owned).collect();
        lines.sort();
        lines
    }
}

fn word(n: usize) -> String {
    format!("o{n:05}")
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for item in fs::read_dir(from).expect("a folder") {
        let path = item.expect("it is there").path();
        let there = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copied(&path, &there);
        } else {
            fs::copy(&path, &there).expect("a file can be copied");
        }
    }
}

fn conflict_copies(study: &Path) -> usize {
    let logs = fs::read_dir(study.join("logs")).expect("the logs").map(|log| log.expect("a log").path());
    let files = logs.filter(|log| log.is_dir()).flat_map(|log| fs::read_dir(log).expect("a log"));
    files
        .filter(|file| file.as_ref().is_ok_and(|file| file.file_name().to_string_lossy().contains(".sync-conflict-")))
        .count()
}

#[test]
fn two_who_share_a_folder_by_syncthing_lose_nothing_and_end_with_the_same() {
    let room = tempfile::tempdir().unwrap();
    let desk = |coder, n: u8| Desk {
        coder,
        data: room.path().join(format!("data {n}")),
        study: room.path().join(format!("{n}")),
    };
    let (kari, ola) = (desk("Kari", 1), desk("Ola", 2));
    let Some(mut pair) = Pair::start(room.path(), [&kari.study, &ola.study]) else { return };
    let said: Vec<String> = (0..WORDS).map(word).collect();
    fs::write(room.path().join("Intervju.txt"), said.join(" ")).unwrap();
    // Syncthing has put its marker into the folder already, which is no reason not to make a study there.
    kari.run(&["new", kari.study(), "--name", "Klynger", "--coder", "Kari"]);
    kari.run(&["import", kari.study(), room.path().join("Intervju.txt").to_str().unwrap()]);
    kari.run(&["code", kari.study(), "--source", "Intervju", "--span", "0..6", "--code", "deling", "--create"]);
    pair.until_in_step();

    let rounds = std::env::var("KODEBOK_SYNC_ROUNDS").ok().and_then(|said| said.parse().ok()).unwrap_or(ROUNDS);
    assert!((rounds + 1) * 2 * LINES < WORDS, "the interview is too short for {rounds} rounds");
    let mut acknowledged: Vec<(&str, BTreeSet<String>)> = vec![("Kari", [word(0)].into())];
    for round in 0..rounds {
        // A place for each, and one for the second Kari.
        let from = 1 + round * 2 * LINES;
        let (hers, his, second) = (from..from + LINES, from..from + LINES, from + LINES..from + 2 * LINES);
        let dies = |when: bool| when.then_some(LINES / 2);
        let twin = Desk { data: room.path().join(format!("twin {round}")), study: ola.study.clone(), ..kari.clone() };
        let (begun, begins) = channel();
        if round % 6 == 4 {
            pair.until_in_step();
        }
        if matches!(round % 6, 1 | 4) {
            pair.machines[1].pause();
        }
        if round % 6 == 4 {
            // The same installation on two machines, as from a copied disk: both go on in one log.
            copied(&kari.data, &twin.data);
        }
        let done = thread::scope(|scope| {
            let (kari, ola, twin) = (&kari, &ola, &twin);
            let (one, two, three) = (begun.clone(), begun.clone(), begun.clone());
            let hers = scope.spawn(move || kari.code(hers, "deling", dies(matches!(round % 6, 2 | 5)), &one));
            let his = scope.spawn(move || ola.code(his, &format!("runde {round}"), dies(round % 6 == 5), &two));
            let second = (round % 6 == 4).then(|| scope.spawn(move || twin.code(second, "deling", None, &three)));
            begins.recv().expect("somebody begins");
            if matches!(round % 6, 3 | 5) {
                pair.machines[round % 2].kill();
            }
            let mut done = vec![("Kari", hers.join().expect("she worked")), ("Ola", his.join().expect("he worked"))];
            done.extend(second.map(|second| ("Kari", second.join().expect("she worked"))));
            done
        });
        acknowledged.extend(done);
        if matches!(round % 6, 3 | 5) {
            pair.machines[round % 2].start();
        }
        pair.machines[1].resume();
        if round % 6 == 4 {
            pair.until_in_step();
            assert!(conflict_copies(&kari.study) > 0, "Syncthing has seen the conflict");
        }
    }
    // Whoever opens the study now puts own lines that only a conflict copy holds into a log of their own; then nothing moves.
    for _ in 0..2 {
        pair.until_in_step();
        for desk in [&kari, &ola] {
            desk.run(&["history", desk.study(), "--limit", "1"]);
        }
    }
    pair.until_in_step();

    let (hers, his) = (kari.codings(room.path()), ola.codings(room.path()));
    assert!(hers == his, "{} and {} codings", hers.len(), his.len());
    let total: usize = acknowledged.iter().map(|(_, words)| words.len()).sum();
    assert!(total >= rounds * LINES, "{total} codings were acknowledged");
    let mut lost = Vec::new();
    for (coder, words) in &acknowledged {
        let by: BTreeSet<&str> =
            hers.iter().filter(|line| line.contains(coder)).filter_map(|line| said_in(line)).collect();
        lost.extend(words.iter().filter(|word| !by.contains(word.as_str())).map(|word| format!("{coder} {word}")));
    }
    assert_eq!(lost, Vec::<String>::new());
    let once: BTreeSet<&String> = hers.iter().collect();
    assert_eq!(once.len(), hers.len(), "nothing is there twice");
    let check = |desk: &Desk| {
        serde_json::from_slice::<Value>(
            &desk.command(&["check", desk.study(), "--json"]).output().expect("it runs").stdout,
        )
        .expect("JSON")
    };
    let (hers, his) = (check(&kari), check(&ola));
    for what in ["codings", "lines", "logs", "texts"] {
        assert_eq!(hers[what], his[what], "{what}");
    }
}

/// The word that stands in a line of the table.
fn said_in(line: &str) -> Option<&str> {
    line.split(';').map(|cell| cell.trim_matches('"')).find(|cell| {
        cell.len() == STEP - 1 && cell.starts_with('o') && cell.chars().skip(1).all(|c| c.is_ascii_digit())
    })
}
