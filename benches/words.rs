//! What words cost in a study of 100 interviews of 10,000 words, beside a bare pass over the same text.
//!
//! Prints milliseconds and megabytes a second. Promised: the word list from cold under 500 ms, another stop word under
//! 50 ms, a keystroke of a search under 50 ms.

mod support;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

use kodebok::analysis::chance::Chance;
use kodebok::analysis::comparison::compared;
use kodebok::analysis::context::{Order, lines, sort};
use kodebok::analysis::scope::Scope;
use kodebok::analysis::search::Search;
use kodebok::analysis::words::counted::Counted;
use kodebok::analysis::words::options::{Compounds, WordOptions};
use kodebok::analysis::words::words;
use kodebok::figure::{Options, figure};
use kodebok::journal::edit::Edit;
use kodebok::model::project::Project;
use kodebok::model::search::{Near, Query, Way};
use kodebok::model::source::Turn;
use kodebok::model::span::Span;
use kodebok::session::Session;
use kodebok::text::tongue::Tongue;

use support::{interview, session};

const SOURCES: u64 = 100;
const WORDS: u64 = 10_000;

/// Words as they come in interviews: a few very often, most of them seldom (Zipf).
const FREQUENT: [&str; 24] = [
    "det",
    "er",
    "og",
    "vi",
    "jeg",
    "i",
    "på",
    "har",
    "så",
    "en",
    "som",
    "ikke",
    "med",
    "klyngen",
    "bedrift",
    "tillit",
    "samarbeid",
    "møter",
    "kunder",
    "penger",
    "arbeid",
    "åpen",
    "ærlig",
    "øvrig",
];
const STEMS: [&str; 16] = [
    "klynge",
    "bedrift",
    "leverandør",
    "marked",
    "prosjekt",
    "forskning",
    "støtte",
    "konkurrent",
    "nettverk",
    "region",
    "kunnskap",
    "utvikling",
    "produkt",
    "sensor",
    "havn",
    "kommune",
];
const ENDINGS: [&str; 12] =
    ["", "en", "er", "ene", "s", "ens", "leder", "partner", "midler", "arbeid", "dag", "kontor"];

fn pick<'w>(words: &[&'w str], chance: u64) -> &'w str {
    words[usize::try_from(chance % words.len() as u64).expect("small")]
}

fn text_of(seed: u64) -> (String, Vec<Turn>) {
    let (mut text, mut turns, mut at, mut chance) = (String::new(), Vec::new(), 0_u32, Chance::new(seed));
    for turn in 0..WORDS / 50 {
        let start = at;
        let mut said = String::new();
        for _ in 0..50 {
            let number = chance.draw();
            match number % 4 {
                0..=2 => said.push_str(pick(&FREQUENT, number >> 8)),
                _ => {
                    said.push_str(pick(&STEMS, number >> 8));
                    said.push_str(pick(&ENDINGS, number >> 20));
                    said.push_str(pick(&ENDINGS, number >> 32));
                }
            }
            said.push_str(if number.is_multiple_of(17) { ", " } else { " " });
        }
        at += u32::try_from(said.chars().count()).expect("short");
        text.push_str(&said);
        text.push('\n');
        let span = Span::new(start, at).expect("words");
        turns.push(Turn { span, speaker: Some(u16::from(turn % 2 == 1)), start_ms: u32::try_from(turn * 20_000).ok() });
        at += 1;
    }
    (text, turns)
}

fn study() -> Session {
    let mut session = session();
    for number in 0..SOURCES {
        let (text, turns) = text_of(number);
        let source = interview(format!("Informant {number}"), text, turns);
        session.edit(&Edit::AddSource(Box::new(source))).expect("a source");
    }
    session
}

/// The best of several runs in milliseconds, or of the first alone.
#[expect(clippy::print_stdout, reason = "a measurement is told where it was asked for")]
fn measured<T>(name: &str, bytes: usize, runs: usize, mut work: impl FnMut() -> T) {
    let best = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    println!("{name:<44} {:>9.2} ms {:>9.0} MB/s", best * 1e3, bytes as f64 / best / 1e6);
}

fn search(project: &Project, words: &str, way: Way, near: Option<Near>) -> usize {
    let query = Query { words: words.to_owned(), way, near };
    Search::new(&query).expect("a query").run(&Scope::all().chosen(project)).hits.len()
}

#[expect(clippy::print_stdout, reason = "a measurement is told where it was asked for")]
fn main() {
    let session = study();
    let project: &Project = session.project();
    let texts: Vec<&str> =
        project.sources().filter_map(|source| source.text.as_ref()).map(|text| text.as_str()).collect();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    println!("{SOURCES} sources of {WORDS} words, {:.1} MB", bytes as f64 / 1e6);
    measured("bare pass: white space", bytes, 5, || {
        texts.iter().map(|text| text.split_whitespace().count()).sum::<usize>()
    });

    let (everything, usual) = (Scope::all(), WordOptions::default());
    measured("word list, cold", bytes, 1, || words(&Counted::of(&everything.chosen(project)), &usual));
    measured("word list, another scope", bytes, 5, || words(&Counted::of(&everything.chosen(project)), &usual));
    let counted = Counted::of(&everything.chosen(project));
    let other = WordOptions { left_out: BTreeSet::from(["klyngen".to_owned()]), ..WordOptions::default() };
    measured("word list, another stop word", bytes, 5, || words(&counted, &other));
    let parts = WordOptions { compounds: Compounds::Parts, ..WordOptions::default() };
    measured("word list, compounds by part", bytes, 5, || words(&counted, &parts));
    measured("comparison with itself", bytes, 5, || compared(&counted, &counted, &usual));

    for (name, words, way) in [
        ("search: a letter", "k", Way::Plain),
        ("search: letters", "klyngepartner", Way::Plain),
        ("search: nothing", "finnes ikke her", Way::Plain),
        ("search: word", "tillit", Way::Word),
        ("search: stem", "havnene", Way::Stem),
        ("search: pattern", "sensor\\w*dag", Way::Pattern),
    ] {
        measured(name, bytes, 5, || search(project, words, way, None));
    }
    let near = || Some(Near { words: "penger".to_owned(), within: 5 });
    measured("search: near", bytes, 5, || search(project, "tillit", Way::Stem, near()));
    let query = Query { words: "tillit".to_owned(), ..Query::default() };
    let found = Search::new(&query).expect("a query").run(&everything.chosen(project));
    measured("20,000 lines sorted by what stands before", bytes, 3, || {
        let mut lines = lines(project, &found, 8);
        sort(&mut lines, Order::Left, Tongue::Bokmal);
        lines.len()
    });
    let cloud = figure("cloud").expect("it is in the list");
    measured("cloud", bytes, 3, || cloud.draw(project, &everything, &Options::default()));
}
