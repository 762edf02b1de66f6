//! Opening studies, each in a process of its own, and coding in the largest of them.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use kodebok::generator::Size;
use kodebok::journal::edit::Edit;
use kodebok::model::span::Span;

use super::row::{Row, median, megabytes, ms, processor};
use super::studies::{Studies, files, open};

/// Asks this program to open a study, tell how long that took and how much memory it needed, and end.
pub(crate) const ALONE: &str = "--open";
const RUNS: usize = 5;
const CODINGS: u32 = 500;

pub(crate) fn rows(studies: &Studies) -> Vec<Row> {
    let mut rows = Vec::new();
    for size in Size::ALL {
        let (name, folder) = (size.name(), studies.of(size));
        let limits = if size == Size::Huge { [1000.0, 300.0, 200.0] } else { [f64::INFINITY; 3] };
        let floor = median(RUNS, || pass(folder));
        let data = |run: usize| studies.place(&format!("{name} opened {run}"));
        let cold: Vec<[f64; 2]> = (0..RUNS).map(|run| apart(folder, &data(run))).collect();
        let again: Vec<[f64; 2]> = (0..RUNS).map(|_| apart(folder, &data(0))).collect();
        let of = |runs: &[[f64; 2]], which: usize| {
            let mut figures: Vec<f64> = runs.iter().map(|run| run[which]).collect();
            figures.sort_by(f64::total_cmp);
            figures[RUNS / 2]
        };
        let row = |row: Row, limit: f64| if limit.is_finite() { row.limit(limit) } else { row };
        rows.push(row(Row::ms(format!("open {name}, for the first time here"), of(&cold, 0)), limits[0]).bare(floor));
        rows.push(row(Row::ms(format!("open {name} again"), of(&again, 0)), limits[1]).bare(floor));
        rows.push(row(Row::megabytes(format!("open {name}: most memory"), of(&cold, 1)), limits[2]));
        rows.push(row(Row::megabytes(format!("open {name} again: most memory"), of(&again, 1)), limits[2]));
    }
    rows.push(coding(studies));
    rows
}

/// Reads every file of a study and hashes it.
fn pass(folder: &Path) -> usize {
    let read = files(folder).into_iter().map(|file| fs::read(file).expect("it can be read"));
    read.map(|bytes| usize::from(blake3::hash(&bytes).as_bytes()[0])).sum()
}

/// How long opening takes in a process of its own in ms, and how much memory that process had at the most in MB.
fn apart(folder: &Path, data: &Path) -> [f64; 2] {
    let this = std::env::current_exe().expect("this program has a path");
    let run = Command::new(this).arg(ALONE).args([folder, data]).output().expect("it runs");
    let said = String::from_utf8(run.stdout).expect("numbers are UTF-8");
    let figures: Vec<f64> = said.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    figures.try_into().expect("two figures")
}

#[expect(clippy::print_stdout, reason = "this is how the process answers")]
pub(crate) fn alone(folder: &Path, data: &Path) {
    let since = Instant::now();
    let session = open(folder, data);
    let took = ms(since.elapsed());
    assert!(session.project().coding_count() > 0);
    println!("{took} {}", megabytes(peak()));
    session.close().expect("nothing is to be saved");
}

/// The most memory this process had, in bytes; 0 where the system does not say.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<usize>().ok());
    kilobytes.unwrap_or(0) * 1024
}

/// One coding after the other, with the largest study open; the bare pass hashes a line as long and appends it to a file.
fn coding(studies: &Studies) -> Row {
    let mut session = studies.open(Size::Huge);
    let source = session.project().sources().next().expect("it has sources").id;
    let code = session.project().codebook().codes().next().expect("it has codes").id;
    let one = |number: u32| {
        let span = Span::new(number * 40, number * 40 + 97).expect("words");
        let edit = Edit::ApplyCode { code, source, span };
        processor(|| session.edit(&edit).expect("it can be coded")).1
    };
    let times: Vec<f64> = (0..CODINGS).map(one).collect();
    let mut file = File::create(studies.place("a log")).expect("there is room");
    let line = "x".repeat(400);
    let append = || {
        let hash = blake3::hash(line.as_bytes());
        file.write_all(format!("{line}{hash}\n").as_bytes()).expect("there is room");
    };
    Row::many("one coding on the window's thread, huge open", times).limit(2.0).bare(median(101, append))
}
