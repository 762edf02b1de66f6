//! What was set aside is kept, and counted nowhere. Counts by hand.

use kodebok::analysis::counted::{Speech, coded_share, counts, speech, words, words_in_all};
use kodebok::analysis::frequency::{Frequency, Tally};
use kodebok::analysis::retrieval::all;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::span::Span;

use crate::support::study::Study;

const INTERVIEW: &str = "
    Intervjuer: Hei, <trust>hører du meg</trust>?
    Kari: Ja da. Vi <trust>stoler på hverandre</trust> her.
    Intervjuer: Takk.
";

fn study() -> (Study, kodebok::model::id::SourceId) {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    let source = study.source("Informant 1", INTERVIEW);
    (study, source)
}

#[test]
fn words_turns_and_codings_that_are_set_aside_are_not_counted() {
    let (mut study, id) = study();
    let whole = study.project();
    assert_eq!(words_in_all(whole.source(id).unwrap()), 12);
    study.set_aside(id, "Hei, hører du meg?");
    let project = study.project();
    let source = project.source(id).unwrap();
    assert_eq!(words_in_all(source), 8);
    // The interviewer has one turn of one word left, Kari her only turn of seven.
    assert_eq!(speech(source), [Speech { turns: 1, words: 1 }, Speech { turns: 1, words: 7 }]);
    let code = project.codebook().find(&["trust"]).unwrap();
    let tally = Tally { codings: 1, sources: 1, coders: 1, words: 3 };
    assert_eq!(Frequency::of(&project).code(code).own, tally);
    let segments: Vec<&str> = all(&project).iter().map(|segment| segment.words()).collect();
    assert_eq!(segments, ["stoler på hverandre"]);
    let kept: Vec<bool> = project.codings_in(id).map(|coding| counts(&project, coding)).collect();
    assert_eq!(kept, [false, true], "the coding is there, and does not count");
}

#[test]
fn a_coding_of_which_something_is_left_counts_with_what_is_left() {
    let (mut study, id) = study();
    study.set_aside(id, "på hverandre her.");
    let project = study.project();
    let code = project.codebook().find(&["trust"]).unwrap();
    let tally = Tally { codings: 2, sources: 1, coders: 1, words: 4 };
    assert_eq!(Frequency::of(&project).code(code).own, tally);
    assert_eq!(all(&project).len(), 2);
}

#[test]
fn a_source_is_as_much_coded_as_what_counts_of_it() {
    let mut study = Study::new("test");
    study.code("a", CodeKind::Code, Origin::Data);
    let id = study.source("Tekst", "<a>12345</a>67890abcdefghij");
    let share = |study: &Study| coded_share(&study.project(), study.project().source(id).unwrap());
    assert_eq!(share(&study), 0.25);
    study.set_aside(id, "abcdefghij");
    assert_eq!(share(&study), 0.5);
    study.set_aside(id, "345");
    // Two of the seven letters that are left.
    assert!((share(&study) - 2.0 / 7.0).abs() < 1e-6);
    study.set_aside(id, "1234567890abcdefghij");
    assert_eq!(share(&study), 0.0);
    let project = study.project();
    assert_eq!(words(project.source(id).unwrap(), &[Span::new(0, 20).unwrap()]), 0);
}
