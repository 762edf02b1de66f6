//! Search and context: what is found, what it is set between, in which order, and how far it reaches.

use kodebok::analysis::context::{Order, Unit, expanded, lines, sort};
use kodebok::analysis::scope::Scope;
use kodebok::analysis::search::{BadPattern, Found, Search, places};
use kodebok::model::project::Project;
use kodebok::model::search::{Near, Query, Way};
use kodebok::text::tongue::Tongue;

use crate::support::study::Study;

fn query(words: &str, way: Way) -> Query {
    Query { words: words.to_owned(), way, near: None }
}

fn run(project: &Project, scope: &Scope, query: &Query) -> Found {
    Search::new(query).expect("the pattern is right").run(&scope.chosen(project))
}

/// The texts with what was found in brackets, a line a source.
fn shown(project: &Project, found: &Found) -> Vec<String> {
    let in_source = |source: &kodebok::model::source::Source| {
        let text = source.text.as_ref().expect("the text is there");
        let mut shown = text.as_str().to_owned();
        for hit in found.hits.iter().rev().filter(|hit| hit.source == source.id) {
            assert_eq!(hit.turn, source.turn_at(hit.span.start()));
            shown.insert(text.byte(hit.span.end()), ']');
            shown.insert(text.byte(hit.span.start()), '[');
        }
        shown.replace('\n', " / ")
    };
    project.sources().map(in_source).filter(|text| text.contains('[')).collect()
}

#[track_caller]
fn check(text: &str, query: &Query, expected: &str) {
    let mut study = Study::new("test");
    study.source("Informant 1", text);
    let project = study.project();
    let found = run(&project, &Scope::all(), query);
    assert_eq!(shown(&project, &found).join(""), expected, "{query:?}");
}

#[test]
fn each_way_finds_what_it_says() {
    let text = "Klyngen på Sørlandet er en KLYNGE, og klyngeledere leder klyngene. På en måte.";
    for (words, way, expected) in [
        (
            "klynge",
            Way::Plain,
            "[Klynge]n på Sørlandet er en [KLYNGE], og [klynge]ledere leder [klynge]ne. På en måte.",
        ),
        ("klynge", Way::Word, "Klyngen på Sørlandet er en [KLYNGE], og klyngeledere leder klyngene. På en måte."),
        ("klynger", Way::Stem, "[Klyngen] på Sørlandet er en [KLYNGE], og klyngeledere leder [klyngene]. På en måte."),
        ("på en", Way::Word, "Klyngen på Sørlandet er en KLYNGE, og klyngeledere leder klyngene. [På en] måte."),
        ("SØR", Way::Plain, "Klyngen på [Sør]landet er en KLYNGE, og klyngeledere leder klyngene. På en måte."),
        (
            "l[ae]nd|m.te",
            Way::Pattern,
            "Klyngen på Sør[land]et er en KLYNGE, og klyngeledere leder klyngene. På en [måte].",
        ),
        (".", Way::Plain, "Klyngen på Sørlandet er en KLYNGE, og klyngeledere leder klyngene[.] På en måte[.]"),
        ("x*", Way::Pattern, ""),
        ("", Way::Plain, ""),
        ("  ", Way::Stem, ""),
        ("?!", Way::Word, ""),
        ("finnes ikke", Way::Word, ""),
    ] {
        check(text, &query(words, way), expected);
    }
    // Letters that are typed in two parts, as some keyboards send them, are those of the text.
    check("Blåbær på", &query("bla\u{30a}", Way::Plain), "[Blå]bær på");
}

#[test]
fn nearness_counts_the_words_between_and_stays_in_a_turn() {
    let near = |within| Query {
        words: "tillit".to_owned(),
        way: Way::Stem,
        near: Some(Near { words: "klynge".to_owned(), within }),
    };
    let text = "Kari: Tilliten i klyngen er stor. Klyngen har mye tillit.\nPer: Klyngen. Nei.\nEva: Tillit?";
    check(text, &near(0), "");
    check(text, &near(1), "[Tilliten i klyngen] er stor. Klyngen har mye tillit. / Klyngen. Nei. / Tillit?");
    check(text, &near(2), "[Tilliten i klyngen] er stor. [Klyngen har mye tillit]. / Klyngen. Nei. / Tillit?");
    check(
        "vi stoler på dem",
        &Query { words: "på dem".to_owned(), way: Way::Word, near: Some(Near { words: "vi".to_owned(), within: 1 }) },
        "[vi stoler på dem]",
    );
}

#[test]
fn the_scope_bounds_what_is_found() {
    let mut study = Study::new("test");
    study.source("Informant 1", "Intervjuer: Er klyngen bra?\nKari: Klyngen er bra.");
    study.source("Informant 2", "Per: Klyngen, ja.");
    let project = study.project();
    let kari = Scope { speakers: ["Kari".to_owned()].into(), ..Scope::all() };
    for way in [Way::Plain, Way::Word, Way::Stem, Way::Pattern] {
        let found = run(&project, &kari, &query("klyngen", way));
        assert_eq!(shown(&project, &found), ["Er klyngen bra? / [Klyngen] er bra."], "{way:?}");
    }
    let found = places(&Scope::all().chosen(&project), &["bra".to_owned(), "ja".to_owned()]);
    assert_eq!(shown(&project, &found), ["Er klyngen [bra]? / Klyngen er [bra].", "Klyngen, [ja]."]);
}

#[test]
fn a_bad_pattern_is_told_and_a_huge_one_refused() {
    assert!(matches!(Search::new(&query("(", Way::Pattern)), Err(BadPattern::Wrong(why)) if why.contains("unclosed")));
    assert_eq!(Search::new(&query("(\\w{900}){900}", Way::Pattern)).err(), Some(BadPattern::TooLarge));
    assert!(Search::new(&query("(", Way::Plain)).is_ok());
}

#[test]
fn a_line_has_the_words_around_and_lines_are_sorted_by_them() {
    let mut study = Study::new("test");
    study.source(
        "Informant 1",
        "Kari: Den ærlige klyngen vår, den er bra.\nPer: En åpen klynge\nEva: Ingen aapen klynge her, en øde klynge",
    );
    study.source("Informant 2", "Stor klynge, zoo");
    let project = study.project();
    let found = run(&project, &Scope::all(), &query("klynge", Way::Stem));
    let mut rows = lines(&project, &found, 2);
    let told = |rows: &[kodebok::analysis::context::Line]| {
        rows.iter().map(|row| format!("{} [{}] {}", row.left, row.found, row.right)).collect::<Vec<_>>()
    };
    let by_text = [
        "Den ærlige [klyngen] vår, den",
        "En åpen [klynge] ",
        "Ingen aapen [klynge] her, en",
        "en øde [klynge] ",
        "Stor [klynge] , zoo",
    ];
    assert_eq!(told(&rows), by_text);
    sort(&mut rows, Order::Left, Tongue::Bokmal);
    let lefts: Vec<&str> = rows.iter().map(|row| row.left.as_str()).collect();
    // æ, ø, å; aa as å, after it where all else is equal.
    assert_eq!(lefts, ["Stor", "Den ærlige", "en øde", "En åpen", "Ingen aapen"]);
    sort(&mut rows, Order::Right, Tongue::Bokmal);
    let rights: Vec<&str> = rows.iter().map(|row| row.right.as_str()).collect();
    assert_eq!(rights, ["", "", "her, en", "vår, den", ", zoo"]);
    sort(&mut rows, Order::Text, Tongue::Bokmal);
    assert_eq!(told(&rows), by_text);
}

#[test]
fn a_hit_is_expanded_to_word_sentence_and_turn() {
    let mut study = Study::new("test");
    study.source("Informant 1", "Intervjuer: Ja?\nKari: Vi møttes kl. 10 i klyngehuset. Det var bra.");
    let project = study.project();
    let source = project.sources().next().unwrap();
    let hit = run(&project, &Scope::all(), &query("ynge", Way::Plain)).hits[0];
    for (unit, expected) in [
        (Unit::Word, "klyngehuset"),
        (Unit::Sentence, "Vi møttes kl. 10 i klyngehuset."),
        (Unit::Turn, "Vi møttes kl. 10 i klyngehuset. Det var bra."),
    ] {
        assert_eq!(source.quote(expanded(source, hit.span, unit)), expected);
    }
}
