//! Questions and figures in the large study: 100 interviews of 10,000 words, 20,000 codings, 400 codes, three coders.

use std::collections::BTreeSet;

use kodebok::analysis::agreement::comparison::Between;
use kodebok::analysis::answers::agreement::BY_CODE;
use kodebok::analysis::coded::Level;
use kodebok::analysis::comparison::compared;
use kodebok::analysis::context::{Order, lines, sort};
use kodebok::analysis::cooccurrence::{CoOccurrence, Near};
use kodebok::analysis::frequency::Frequency;
use kodebok::analysis::matrix::{Across, Matrix, Measure};
use kodebok::analysis::saturation::saturation;
use kodebok::analysis::scope::Scope;
use kodebok::analysis::search::Search;
use kodebok::analysis::sequences::{Sequences, Within};
use kodebok::analysis::words::counted::Counted;
use kodebok::analysis::words::options::{Compounds, WordOptions};
use kodebok::analysis::words::words;
use kodebok::analysis::{Analysis as _, Options, Reach};
use kodebok::figure::{FIGURES, Options as Drawn};
use kodebok::generator::Size;
use kodebok::model::agreement::Unit;
use kodebok::model::project::Project;
use kodebok::model::search::{Near as Beside, Query, Way};
use kodebok::text::tongue::Tongue;

use super::row::{Row, busy};
use super::studies::Studies;

const RUNS: usize = 5;
/// What a matrix may take, in ms.
const MATRIX: f64 = 100.0;
/// What a keystroke may take.
const KEYSTROKE: f64 = 50.0;

pub(crate) fn rows(studies: &Studies) -> Vec<Row> {
    let session = studies.open(Size::Large);
    let project: &Project = session.project();
    let mut rows = about_words(project);
    rows.extend(about_codes(project));
    rows.extend(agreement(project));
    for figure in FIGURES {
        let options = Drawn { asked: Options { level: Level::Themes, ..Options::default() }, ..Drawn::default() };
        let draw = || figure.draw(project, &Scope::all(), &options);
        rows.push(Row::ms(format!("figure {}", figure.name()), busy(3, draw)));
    }
    rows
}

fn search(project: &Project, words: &str, way: Way, near: Option<Beside>) -> usize {
    let query = Query { words: words.to_owned(), way, near };
    Search::new(&query).expect("a query").run(&Scope::all().chosen(project)).hits.len()
}

/// The bare pass looks for white space in all texts.
fn about_words(project: &Project) -> Vec<Row> {
    let texts: Vec<_> = project.sources().filter_map(|source| source.text.clone()).collect();
    let floor = busy(RUNS, || texts.iter().map(|text| text.as_str().split_whitespace().count()).sum::<usize>());
    let (everything, usual) = (Scope::all(), WordOptions::default());
    let row = |name: &str, took: f64| Row::ms(name, took).bare(floor);
    let cold = busy(1, || words(&Counted::of(&everything.chosen(project)), &usual));
    let mut rows = vec![row("word list, cold", cold).limit(500.0)];
    let again = busy(RUNS, || words(&Counted::of(&everything.chosen(project)), &usual));
    rows.push(row("word list, another scope", again));
    let counted = Counted::of(&everything.chosen(project));
    let other = WordOptions { left_out: BTreeSet::from(["klyngen".to_owned()]), ..WordOptions::default() };
    rows.push(row("word list, another stop word", busy(RUNS, || words(&counted, &other))).limit(KEYSTROKE));
    let parts = WordOptions { compounds: Compounds::Parts, ..WordOptions::default() };
    rows.push(row("word list, compounds by part", busy(RUNS, || words(&counted, &parts))));
    rows.push(row("comparison of words", busy(RUNS, || compared(&counted, &counted, &usual))));
    for (name, words, way) in [
        ("search keystroke: a letter", "k", Way::Plain),
        ("search keystroke: letters", "klyngemedlem", Way::Plain),
        ("search keystroke: nothing found", "finnes ikke her", Way::Plain),
        ("search keystroke: a word", "samarbeid", Way::Word),
        ("search keystroke: a stem", "bedriftene", Way::Stem),
        ("search keystroke: a pattern", "sensor\\w*dag", Way::Pattern),
    ] {
        let took = busy(RUNS, || search(project, words, way, None));
        rows.push(row(name, took).limit(KEYSTROKE));
    }
    let near = || Some(Beside { words: "penger".to_owned(), within: 5 });
    let took = busy(RUNS, || search(project, "klyngen", Way::Stem, near()));
    rows.push(row("search keystroke: near", took).limit(KEYSTROKE));
    let query = Query { words: "vi".to_owned(), way: Way::Word, ..Query::default() };
    let found = Search::new(&query).expect("a query").run(&everything.chosen(project));
    let sorted = || {
        let mut lines = lines(project, &found, 8);
        sort(&mut lines, Order::Left, Tongue::Bokmal);
        lines.len()
    };
    let name = format!("{} hits sorted by what stands before", found.hits.len());
    rows.push(row(&name, busy(3, sorted)));
    rows
}

/// The bare pass adds up the lengths of all codings.
fn about_codes(project: &Project) -> Vec<Row> {
    let scope = Scope::all();
    let floor = busy(RUNS, || project.codings().map(|coding| u64::from(coding.span.len())).sum::<u64>());
    let row = |name: String, took: f64| Row::ms(name, took).limit(MATRIX).bare(floor);
    let depth = (Level::All, Reach::Family);
    let mut rows = vec![row("frequency of every code".to_owned(), busy(RUNS, || Frequency::within(project, &scope)))];
    for (across, name) in [(Across::Sources, "sources"), (Across::Speakers, "speakers"), (Across::Coders, "coders")] {
        for measure in [Measure::Codings, Measure::Words] {
            let took = busy(RUNS, || Matrix::of(project, &scope, across, measure, depth));
            rows.push(row(format!("codes × {name}, {measure:?}"), took));
        }
    }
    for near in [Near::Overlap, Near::Words(20), Near::Turn] {
        let took = busy(RUNS, || CoOccurrence::of(project, &scope, near, depth));
        rows.push(row(format!("codes together, {near:?}"), took));
    }
    let took = busy(RUNS, || Sequences::of(project, &scope, Within::Source, depth));
    rows.push(row("what follows what".to_owned(), took));
    rows.push(row("saturation".to_owned(), busy(RUNS, || saturation(project, &scope, None))));
    rows
}

/// Agreement with intervals of 1,000 rounds for every code; the bare pass is the same without intervals.
fn agreement(project: &Project) -> Vec<Row> {
    let row = |unit: Unit| {
        let asked = |rounds: u32| {
            let mut between = Between { unit, ..Between::default() };
            between.bootstrap.rounds = rounds;
            let options = Options { agreement: between, ..Options::default() };
            busy(3, || BY_CODE.run(project, &Scope::all(), &options))
        };
        Row::ms(format!("agreement by code, {}, 1,000 rounds", unit.name()), asked(1000)).bare(asked(0))
    };
    [Unit::Character, Unit::Word, Unit::Sentence].into_iter().map(row).collect()
}
