//! One table of what everything costs in studies of every size, beside the limits that the program promises and what a bare
//! pass over the same bytes costs on the same machine.
//!
//! `cargo bench --bench table` measures everything, and takes some minutes; with names after `--` only those parts:
//! `start`, `opening`, `frames`, `answers`, `files`, `merging`.

mod answers;
mod files;
mod frames;
mod hands;
mod makers;
mod merging;
mod opening;
mod row;
mod start;
mod studies;

use std::path::Path;

use row::{Row, print};
use studies::Studies;

/// Measures a part.
type Part = fn(&Studies) -> Vec<Row>;

const PARTS: [(&str, Part); 6] = [
    ("start", start::rows),
    ("opening", opening::rows),
    ("frames", frames::rows),
    ("answers", answers::rows),
    ("files", files::rows),
    ("merging", merging::rows),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // So that a run by `cargo test --benches` does nothing slow.
    if arguments.iter().any(|argument| argument == "--test") {
        return;
    }
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        // What has to be measured in a process of its own.
        [opening::ALONE, folder, data] => return opening::alone(Path::new(folder), Path::new(data)),
        [start::BARE] => return start::bare(),
        _ => {}
    }
    let studies = Studies::default();
    let asked = |name: &str| {
        let mut names = arguments.iter().filter(|argument| !argument.starts_with('-')).peekable();
        names.peek().is_none() || names.any(|argument| argument == name)
    };
    for (name, rows) in PARTS.into_iter().filter(|(name, _)| asked(name)) {
        print(name, &rows(&studies));
    }
}
