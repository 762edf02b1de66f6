//! What tables of codes cost: 100 interviews of 10,000 words with 20,000 codings of 400 codes.
//!
//! Prints the median of some rounds in milliseconds, beside a bare pass over the same codings: any matrix promises to
//! stay under 100 ms.

mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use kodebok::analysis::coded::Level;
use kodebok::analysis::cooccurrence::{CoOccurrence, Near};
use kodebok::analysis::frequency::Frequency;
use kodebok::analysis::matrix::{Across, Matrix, Measure};
use kodebok::analysis::saturation::saturation;
use kodebok::analysis::scope::Scope;
use kodebok::analysis::sequences::{Sequences, Within};
use kodebok::analysis::{Options, Reach};
use kodebok::figure::{FIGURES, Options as Drawn};
use kodebok::journal::edit::{Edit, NewCode, NewSource};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::CodeId;
use kodebok::model::project::Project;
use kodebok::model::source::Turn;
use kodebok::model::span::Span;
use kodebok::session::Session;

use support::{interview, session};

const SOURCES: u32 = 100;
const WORDS: u32 = 10_000;
const CODINGS: u32 = 20_000;
const THEMES: u32 = 5;
const CODES: u32 = 400;
const ROUNDS: usize = 7;

/// A text of words of four letters, in turns of a hundred words by two speakers.
fn source(number: u32) -> NewSource {
    let word = |at: u32| ["ord  ", "eller", "noen ", "blir "][((at * 7 + number) % 4) as usize];
    // No two of them alike: the same text is the same source.
    let text: String =
        std::iter::once(format!("{number:04} ")).chain((1..WORDS).map(|at| word(at).to_owned())).collect();
    let turn = |turn: u32| Turn {
        span: Span::new(turn * 500, (turn + 1) * 500).expect("words"),
        speaker: u16::try_from(turn % 2).ok(),
        start_ms: None,
    };
    interview(format!("Informant {number}"), text, (0..WORDS / 100).map(turn).collect())
}

fn code(session: &mut Session, name: String, parent: Option<CodeId>, kind: CodeKind) {
    let code = NewCode { name, parent, kind, origin: Origin::Data, hue: None, description: String::new() };
    session.edit(&Edit::CreateCode(code)).expect("a code");
}

fn project() -> std::sync::Arc<Project> {
    let mut session = session();
    for number in 0..SOURCES {
        session.edit(&Edit::AddSource(Box::new(source(number)))).expect("a source");
    }
    for theme in 0..THEMES {
        code(&mut session, format!("tema {theme}"), None, CodeKind::Theme);
    }
    let themes: Vec<CodeId> = session.project().codebook().children(None).to_vec();
    for number in 0..CODES - THEMES {
        let parent = themes[number as usize % themes.len()];
        code(&mut session, format!("kode {number}"), Some(parent), CodeKind::Code);
    }
    let codes: Vec<CodeId> = session.project().codebook().codes().map(|code| code.id).collect();
    let sources: Vec<_> = session.project().sources().map(|source| source.id).collect();
    for number in 0..CODINGS {
        let source = sources[(number % SOURCES) as usize];
        // Steps that share no factor with the length, so that codings lie all over and overlap.
        let start = number.wrapping_mul(7919) % (WORDS * 5 - 800);
        let span = Span::new(start, start + 60 + number % 700).expect("words");
        let code = codes[(number.wrapping_mul(131) % CODES) as usize];
        session.edit(&Edit::ApplyCode { code, source, span }).expect("a coding");
    }
    session.project().clone()
}

#[expect(clippy::print_stdout, reason = "a bench tells what it measured")]
fn measured(name: &str, mut work: impl FnMut()) {
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    rounds.sort_unstable();
    println!("{name:<44} {:>9.2} ms", rounds[ROUNDS / 2].as_secs_f64() * 1000.0);
}

#[expect(clippy::print_stdout, reason = "a bench tells what it measured")]
fn main() {
    let project = project();
    let (project, scope) = (project.as_ref(), Scope::all());
    println!(
        "{SOURCES} sources × {WORDS} words, {} codings, {} codes",
        project.coding_count(),
        project.codebook().len()
    );
    measured("a bare pass over all codings", || {
        black_box(project.codings().map(|coding| u64::from(coding.span.len())).sum::<u64>());
    });
    measured("frequency of every code", || drop(black_box(Frequency::within(project, &scope))));
    for (across, name) in [(Across::Sources, "sources"), (Across::Speakers, "speakers"), (Across::Coders, "coders")] {
        for measure in [Measure::Codings, Measure::Words] {
            let title = format!("codes × {name}, {measure:?}");
            measured(&title, || {
                drop(black_box(Matrix::of(project, &scope, across, measure, (Level::All, Reach::Family))));
            });
        }
    }
    for near in [Near::Overlap, Near::Words(20), Near::Turn] {
        measured(&format!("codes together, {near:?}"), || {
            drop(black_box(CoOccurrence::of(project, &scope, near, (Level::All, Reach::Family))));
        });
    }
    measured("what follows what", || {
        drop(black_box(Sequences::of(project, &scope, Within::Source, (Level::All, Reach::Family))));
    });
    measured("saturation", || drop(black_box(saturation(project, &scope, None))));
    for figure in FIGURES {
        let options = Drawn { asked: Options { level: Level::Themes, ..Options::default() }, ..Drawn::default() };
        measured(&format!("figure {}", figure.name()), || drop(black_box(figure.draw(project, &scope, &options))));
    }
}
