//! Retrieval: which segments, in what order, with what around them.

use kodebok::analysis::Reach;
use kodebok::analysis::retrieval::{Segment, all, retrieval};
use kodebok::model::code::{CodeKind, Origin};

use crate::support::study::Study;

const KARI: &str = "
    Intervjuer: Hvordan <trust/home>var det</trust/home> hjemme?
    Kari: Vi hadde det fint, og <trust/home>jeg <trust by Eva>følte meg trygg</trust> der</trust/home>, alltid.
";
const PER: &str = "Uten taler <trust>står dette</trust> her.";

fn study() -> Study {
    let mut study = Study::new("test");
    for path in ["trust", "trust/home", "other"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    study.source("Informant 10", PER);
    study.memo("En tanke.");
    study.source("Informant 2", KARI);
    study
}

/// A segment as one would write it on a card.
fn card(segment: &Segment<'_>) -> String {
    let (before, after) = segment.context(12);
    let place = segment.turn_number().map_or("–".to_owned(), |number| number.to_string());
    let speaker = segment.speaker().map_or("–", |speaker| &speaker.name);
    let time = segment.start_ms().map_or("–".to_owned(), |ms| (ms / 1000).to_string());
    let memos: Vec<&str> = segment.memos().collect();
    format!(
        "{} | {} {place} {speaker} {time} {}–{} | {} | {before}[{}]{after} | {} | {}",
        segment.path().join("/"),
        segment.source.title,
        segment.coding.span.start(),
        segment.coding.span.end(),
        segment.coder_name(),
        segment.words(),
        segment.word_count(),
        memos.join("; ")
    )
}

#[test]
fn segments_stand_by_code_then_source_then_text() {
    let project = study().project();
    let cards: Vec<String> = all(&project).iter().map(card).collect();
    assert_eq!(
        cards,
        [
            "trust | Informant 2 2 Kari 10 50–65 | Eva | og jeg [følte meg trygg] der, | 3 | ",
            "trust | Informant 10 – – – 11–21 | Ola | Uten taler [står dette] her. | 2 | En tanke.",
            "trust/home | Informant 2 1 Intervjuer 0 8–15 | Ola | Hvordan [var det] hjemme? | 2 | ",
            "trust/home | Informant 2 2 Kari 10 46–69 | Ola | fint, og [jeg følte meg trygg der], alltid. | 5 | ",
        ]
    );
}

#[test]
fn a_family_or_the_code_alone_and_nothing_twice() {
    let project = study().project();
    let code = |path: &[&str]| project.codebook().find(path).unwrap();
    let (trust, home, other) = (code(&["trust"]), code(&["trust", "home"]), code(&["other"]));
    for (codes, reach, count) in [
        (vec![trust], Reach::Own, 2),
        (vec![trust], Reach::Family, 4),
        (vec![home, trust, trust], Reach::Family, 4),
        (vec![home], Reach::Family, 2),
        (vec![other], Reach::Family, 0),
        (vec![], Reach::Family, 0),
    ] {
        assert_eq!(retrieval(&project, &codes, reach).len(), count, "{codes:?} {reach:?}");
    }
}
