//! Small talk: what a reader of the interviews would cut at either end, by hand.

use kodebok::analysis::small_talk::{End, Sign, proposals};
use kodebok::import::{self, Choices};
use kodebok::model::project::Project;

use crate::support::session::in_memory;
use crate::support::study::Study;

/// What is proposed in a project's only source: the turns from 1, and the signs.
fn told(project: &Project) -> Vec<String> {
    let source = project.sources().next().expect("there is a source");
    let range = |end, first: usize, last: usize| match end {
        End::Beginning => format!("from {first} to {last}"),
        End::Ending => format!("from the end {} to {}", source.turns.len() - first + 1, source.turns.len() - last + 1),
    };
    let proposals = proposals(source);
    proposals.iter().map(|found| range(found.end, found.turns.start + 1, found.turns.end)).collect()
}

/// An interview given turn by turn; the turns that are expected to be small talk, at the beginning and at the end.
#[track_caller]
fn check(lines: &str, expected: &[&str]) {
    let mut study = Study::new("test");
    study.source("Informant 1", lines);
    assert_eq!(told(&study.project()), expected, "{lines}");
}

#[test]
fn the_sample_is_cut_where_a_reader_would_cut_it() {
    // Counted by hand in the transcripts: the last turn before the first question, and the first turn of the thanks.
    for (name, beginning, ending) in [
        ("Informant 1.vtt", 8, 6),
        ("Informant 2.docx", 4, 2),
        ("Informant 3.txt", 6, 4),
        ("Informant 4.md", 8, 6),
        ("Informant 5.txt", 8, 6),
        ("Informant 6.odt", 8, 2),
        ("Informant 7.rtf", 8, 2),
    ] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_transcripts").join(name);
        let bytes = std::fs::read(path).expect("the sample is there");
        let read = import::read(name, &bytes, &Choices::default()).expect("the sample can be read");
        let draft = read.text().expect("an interview").clone();
        let mut session = in_memory();
        session.edit(&kodebok::journal::edit::Edit::AddSource(Box::new(draft))).expect("it can be added");
        let expected = [format!("from 1 to {beginning}"), format!("from the end {ending} to 1")];
        assert_eq!(told(session.project()), expected, "{name}");
    }
}

#[test]
fn the_stretch_ends_before_the_first_question_in_every_language() {
    check(
        "A: Hei, høyrer du meg?\nB: Ja, no høyrer eg deg.\nA: Kan du seie litt om kva du gjer?\nB: Eg arbeider på ein skule.",
        &["from 1 to 2"],
    );
    check(
        "A: Hej, hör du mig?\nB: Ja, ljudet är bra.\nA: Kan du berätta om ditt arbete?\nB: Jag är lärare.\nA: Tack så mycket!\nB: Tack själv, hej då.",
        &["from 1 to 2", "from the end 2 to 1"],
    );
    check(
        "A: Good morning, can you hear me?\nB: Yes.\nA: It is raining here.\nB: Here too.\nA: So, tell me about your work.\nB: I teach.",
        &["from 1 to 4"],
    );
}

#[test]
fn what_has_no_sign_is_not_proposed() {
    check("A: Hva gjør klyngen for dere?\nB: Den gir oss kunder.\nA: Hvilke?\nB: De store.", &[]);
    // Thanks and the weather in the middle are part of what is said.
    check(
        "A: Hva skjedde?\nB: Ingen ting.\nA: Hvorfor?\nB: Det regnet, og vi sa tusen takk.\nA: Og så?\nB: Så gikk vi.\nA: Hvor?\nB: Hjem.\nA: Alle?\nB: De fleste.",
        &[],
    );
    check("", &[]);
}

#[test]
fn a_long_answer_is_no_small_talk_whatever_it_begins_with() {
    let long = "Tusen takk. Men det viktigste er at vi fikk til noe sammen. ".repeat(10);
    check(
        &format!("A: Hva vil du si til slutt?\nB: {long}\nA: Takk for praten.\nB: Ha det bra."),
        &["from the end 2 to 1"],
    );
}

#[test]
fn a_sign_is_a_whole_word_and_is_told_as_it_stands() {
    // «hei» in «heis», «sol» in «solid», «te» in «teori».
    check("A: Heisen er solid.\nB: Ja, i teorien.\nA: Hvem bruker den?\nB: Alle.", &[]);
    let mut study = Study::new("test");
    study.source("Informant 1", "A: HEI! Hører du meg?\nB: Ja.\nA: Fortell om jobben.\nB: Den er fin.");
    let project = study.project();
    let source = project.sources().next().unwrap();
    let found = proposals(source);
    let signs: Vec<(Sign, &str)> = found[0].signs.iter().map(|(sign, words)| (*sign, words.as_str())).collect();
    assert_eq!(signs, [(Sign::Greeting, "HEI"), (Sign::Sound, "Hører du meg")]);
    assert_eq!(source.quote(found[0].span), "HEI! Hører du meg?\nJa.");
    assert_eq!(found[0].words, 5);
}

#[test]
fn what_is_set_aside_already_is_not_proposed_again() {
    let mut study = Study::new("test");
    let source = study.source("Informant 1", "A: Hei!\nB: Hei.\nA: Fortell om jobben.\nB: Den er fin.\nA: Ha det!");
    study.set_aside(source, "Hei!\nHei.");
    assert_eq!(told(&study.project()), ["from the end 1 to 1"]);
}
