//! The window, driven by the names a screen reader would say.

mod agreement;
mod analyses;
mod attention;
mod cases;
mod commands;
mod composing;
mod correcting;
mod double_coding;
mod help;
mod history;
mod importing;
mod importing_names;
mod leaving;
mod live;
mod look;
mod names;
mod one_file;
mod reading;
mod replacing;
mod replacing_names;
mod review;
mod search;
mod segments;
mod set_aside;
mod settings;
mod structure;
mod study_card;
mod tasks;
mod welcome;
mod whole_job;
mod words;

use kodebok::journal::edit::{Edit, NewCode};
use kodebok::model::code::CodeKind;
use kodebok::model::span::Span;
use kodebok::session::Session;

use crate::support::session::{add_code, add_source, in_memory, new_code};

/// What is said in the two interviews.
const FIRST: &str = "We felt safe there. Nobody asked for an invoice.";
const SECOND: &str = "They call each other. It takes years.";

/// Two interviews coded by Kari: *trust* on "felt safe" and "call each other", *home* below it on "Nobody asked".
fn study() -> Session {
    let mut session = in_memory();
    let first = add_source(&mut session, "Interview 1", FIRST);
    let second = add_source(&mut session, "Interview 2", SECOND);
    let trust = add_code(&mut session, "trust");
    let home = NewCode { parent: Some(trust), ..new_code("home") };
    session.edit(&Edit::CreateCode(home)).expect("a code can be made");
    let home = session.project().codebook().find(&["trust", "home"]).expect("the code is there");
    for (code, source, text, words) in [
        (trust, first, FIRST, "felt safe"),
        (home, first, FIRST, "Nobody asked"),
        (trust, second, SECOND, "call each other"),
    ] {
        session.edit(&Edit::ApplyCode { code, source, span: span(text, words) }).expect("a code can be applied");
    }
    session
}

/// Where words stand in a text of plain letters.
fn span(text: &str, words: &str) -> Span {
    let start = u32::try_from(text.find(words).expect("somebody says it")).expect("a short text");
    Span::new(start, start + u32::try_from(words.len()).expect("a few words")).expect("some words")
}

/// A codebook of a theme, a category and a code, applied to nothing.
fn codebook() -> Session {
    let mut session = in_memory();
    let kinds = [("Cooperation", CodeKind::Theme), ("competitors", CodeKind::Category), ("free help", CodeKind::Code)];
    let mut parent = None;
    for (name, kind) in kinds {
        session.edit(&Edit::CreateCode(NewCode { kind, parent, ..new_code(name) })).expect("a code can be made");
        parent = session.project().codebook().codes().find(|code| code.name == name).map(|code| code.id);
    }
    session
}
