//! Frequency against counts made by hand.

use std::fmt::Write as _;

use kodebok::analysis::frequency::{Frequency, Tally, family};
use kodebok::model::code::{CodeKind, Origin};

use crate::support::study::Study;

/// Codes by their paths, sources marked as in the field; the expectation has a line a code: own, then with descendants,
/// each as codings, sources, coders, words.
fn check(codes: &[&str], sources: &[&str], expected: &str) {
    let mut study = Study::new("test");
    for path in codes {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    for (number, marked) in sources.iter().enumerate() {
        study.source(&format!("Informant {number}"), marked);
    }
    let project = study.project();
    let frequency = Frequency::of(&project);
    let mut got = String::new();
    for row in project.codebook().rows() {
        let tally = |t: Tally| format!("{} {} {} {}", t.codings, t.sources, t.coders, t.words);
        let counts = frequency.code(row.code);
        assert_eq!(family(&project, row.code), counts.family, "one code counted alone");
        let path = project.codebook().path(row.code).join("/");
        writeln!(got, "{path}: {} | {}", tally(counts.own), tally(counts.family)).expect("writing to a string");
    }
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(got.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_code_counts_its_codings_sources_coders_and_words() {
    check(
        &["trust", "home"],
        &["Kari: I <trust>felt <home>safe</trust> there</home>.", "Per: <trust by Eva>Never mind.</trust>"],
        "
        trust: 2 2 2 4 | 2 2 2 4
        home: 1 1 1 2 | 1 1 1 2
        ",
    );
}

#[test]
fn words_coded_twice_count_once() {
    check(
        &["a"],
        &["<a>one <a by Eva>two</a by Eva> three</a> four <a>five</a>"]
            .map(|s| s.replace("</a by Eva>", "</a>"))
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
        "a: 3 1 2 4 | 3 1 2 4",
    );
}

#[test]
fn families_count_each_source_coder_and_word_once() {
    check(
        &["theme", "theme/category", "theme/category/x", "theme/category/y", "theme/z", "other"],
        &[
            "<theme/category/x>one two <theme/category/y>three</theme/category/x> four</theme/category/y> <other>five</other>",
            "<theme>six <theme/z by Eva>seven</theme/z></theme>",
        ],
        "
        theme: 1 1 1 2 | 4 2 2 6
        theme/category: 0 0 0 0 | 2 1 1 4
        theme/category/x: 1 1 1 3 | 1 1 1 3
        theme/category/y: 1 1 1 2 | 1 1 1 2
        theme/z: 1 1 1 1 | 1 1 1 1
        other: 1 1 1 1 | 1 1 1 1
        ",
    );
}

#[test]
fn a_code_without_codings_counts_nothing() {
    check(&["a", "a/b"], &["No words are coded."], "a: 0 0 0 0 | 0 0 0 0\na/b: 0 0 0 0 | 0 0 0 0");
}
