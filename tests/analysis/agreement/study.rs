//! Two coders of a study held against each other; the tables are counted by hand.

use std::sync::Arc;

use kodebok::analysis::agreement::bootstrap::Bootstrap;
use kodebok::analysis::agreement::cells::Cells;
use kodebok::analysis::agreement::comparison::{Among, Between, Comparison};
use kodebok::analysis::agreement::warnings::Warning;
use kodebok::analysis::agreement::{Coefficient, Undefined};
use kodebok::analysis::coded::Level;
use kodebok::analysis::scope::{Excluded, Scope};
use kodebok::analysis::{Options, Reach};
use kodebok::lang::Language;
use kodebok::model::agreement::Unit;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::{CodeId, CoderId, SourceId};
use kodebok::model::project::Project;
use kodebok::model::span::Span;

use crate::support::answer::check;
use crate::support::study::Study;

fn coder(project: &Project, name: &str) -> CoderId {
    project.coders().find(|coder| coder.name == name).expect("a coder").id
}

fn between(project: &Project, unit: Unit) -> Between {
    Between { coders: vec![coder(project, "Ola"), coder(project, "Eva")], unit, bootstrap: Bootstrap::default() }
}

/// Both, only Ola, only Eva, neither.
fn table(cells: Cells) -> [u64; 4] {
    [cells.both, cells.first, cells.second, cells.neither]
}

fn code(project: &Project, path: &[&str]) -> CodeId {
    project.codebook().find(path).expect("a code")
}

fn compared(project: &Project, scope: &Scope, unit: Unit, path: &[&str]) -> [u64; 4] {
    let comparison = Comparison::of(project, scope, &between(project, unit)).expect("two coders");
    table(comparison.compare(&comparison.code(code(project, path), Reach::Family)).cells)
}

/// A text of 1,000 letters in which Ola has coded the first 150 and Eva 100 from the hundredth on.
fn characters() -> (Arc<Project>, SourceId) {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    let source = study.source("I 1", &"a".repeat(1000));
    study.coding("trust", "Ola", source, Span::new(0, 150).expect("a span"));
    study.coding("trust", "Eva", source, Span::new(100, 200).expect("a span"));
    (study.project(), source)
}

#[test]
fn characters_are_those_of_the_field() {
    let (project, source) = characters();
    let comparison = Comparison::of(&project, &Scope::all(), &between(&project, Unit::Character)).expect("two");
    let whole = comparison.pooled(Level::All, Reach::Family);
    let found = comparison.compare(&whole);
    assert_eq!(table(found.cells), [50, 100, 50, 800]);
    // Field: kappa .318; the per cent is that of the manual of NVivo.
    assert!((found.figures().get(Coefficient::CohenKappa).expect("defined") - 7.0 / 22.0).abs() < 1e-12);
    assert!((found.figures().get(Coefficient::Percent).expect("defined") - 0.85).abs() < 1e-12);
    let behind = comparison.behind(&whole);
    let span = |start, end| vec![(source, Span::new(start, end).expect("a span"))];
    assert_eq!((behind.both, behind.first, behind.second), (span(100, 150), span(0, 100), span(150, 200)));
    assert!(found.warnings.contains(&Warning::FewSegments(2)));
    assert!(found.warnings.contains(&Warning::OtherBounds { met: 1, differ: 1 }));
}

/// Two interviews of two coders, with turns and sentences.
fn study() -> Study {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Theme, Origin::Theory);
    study.code("trust/home", CodeKind::Code, Origin::Data);
    study.code("money", CodeKind::Code, Origin::Data);
    study.source(
        "I 1",
        "Anna: Is it <trust>safe here</trust>? Do tell.
         Kari: It is like <trust/home><trust/home by Eva>home</trust/home></trust/home>. We stay. <money by Eva>It pays.</money>
         Anna: Thank you.",
    );
    study.source("I 2", "Per: <trust by Eva>Oh yes</trust>. <money>They pay <money by Eva>well</money></money>.");
    study
}

#[test]
fn every_unit_is_counted_as_it_is_said_to_be() {
    let project = study().project();
    let all = Scope::all();
    // 6 + 8 + 2 words, and 5: Ola has «safe here», «home»; Eva «home», «Oh yes».
    for (unit, path, expected) in [
        (Unit::Word, &["trust"][..], [1, 2, 2, 16]),
        (Unit::Word, &["trust", "home"], [1, 0, 0, 20]),
        (Unit::Word, &["money"], [1, 2, 2, 16]),
        // Sentences: 2 + 3 + 1, and 2.
        (Unit::Sentence, &["trust"], [1, 1, 1, 5]),
        (Unit::Sentence, &["money"], [1, 0, 1, 6]),
        // Turns: 3 and 1.
        (Unit::Turn, &["trust"], [1, 1, 1, 1]),
        (Unit::Turn, &["money"], [1, 0, 1, 2]),
        (Unit::Source, &["trust"], [1, 0, 1, 0]),
        (Unit::Source, &["money"], [1, 0, 1, 0]),
        // Segments are counted from both sides; «well» is 4 of the 13 letters of «They pay well».
        (Unit::Segment(90), &["trust"], [2, 1, 1, 0]),
        (Unit::Segment(90), &["money"], [0, 1, 2, 0]),
        (Unit::Segment(30), &["money"], [2, 0, 1, 0]),
        (Unit::Segment(31), &["money"], [0, 1, 2, 0]),
        (Unit::Character, &["money"], [4, 9, 8, 72]),
    ] {
        assert_eq!(compared(&project, &all, unit, path), expected, "{unit:?} {path:?}");
    }
}

#[test]
fn what_was_set_aside_never_counts() {
    let mut study = study();
    let first = study.project().sources().next().expect("a source").id;
    study.set_aside(first, "Is it safe here? Do tell.");
    let project = study.project();
    assert_eq!(compared(&project, &Scope::all(), Unit::Word, &["trust"]), [1, 0, 2, 12]);
    assert_eq!(compared(&project, &Scope::all(), Unit::Turn, &["trust"]), [1, 0, 1, 1]);
    let with = Scope { excluded: Excluded::In, ..Scope::all() };
    assert_eq!(compared(&project, &with, Unit::Word, &["trust"]), [1, 2, 2, 16]);
    // And only what is asked counts: Kari has one turn of eight words.
    let kari = Scope { speakers: ["Kari".to_owned()].into(), ..Scope::all() };
    assert_eq!(compared(&project, &kari, Unit::Word, &["trust"]), [1, 0, 0, 7]);
}

#[test]
fn tables_are_added_before_figures_are_made() {
    let project = study().project();
    let comparison = Comparison::of(&project, &Scope::all(), &between(&project, Unit::Word)).expect("two");
    // Each code by itself: trust 0 2 2 17, home 1 0 0 20, money 1 2 2 16.
    let whole = comparison.compare(&comparison.pooled(Level::All, Reach::Family));
    assert_eq!(table(whole.cells), [2, 4, 4, 53]);
    let themes = comparison.compare(&comparison.pooled(Level::Themes, Reach::Family));
    assert_eq!(table(themes.cells), [1, 2, 2, 16]);
    assert_eq!(whole.by_source.iter().map(|cells| table(*cells)).collect::<Vec<_>>(), [[1, 2, 2, 43], [1, 2, 2, 10]]);
    let source = comparison.sources().nth(1);
    let second = comparison.compare(&Among { source, ..comparison.pooled(Level::All, Reach::Family) });
    assert_eq!(table(second.cells), [1, 2, 2, 10]);
}

#[test]
fn no_figure_is_made_of_nothing() {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    study.code("home", CodeKind::Code, Origin::Data);
    let source = study.source("I 1", "one two");
    let all = Span::new(0, 7).expect("a span");
    study.coding("trust", "Ola", source, all);
    study.coding("trust", "Eva", source, all);
    let project = study.project();
    let asked = between(&project, Unit::Word);
    let comparison = Comparison::of(&project, &Scope::all(), &asked).expect("two");
    for path in ["trust", "home"] {
        let figures = comparison.compare(&comparison.code(code(&project, &[path]), Reach::Own)).figures();
        assert_eq!(figures.get(Coefficient::Percent), Ok(1.0), "{path}");
        for (coefficient, figure) in figures.iter().skip(1) {
            assert_eq!(figure, Err(Undefined::NoVariation), "{path} {coefficient:?}");
        }
    }
    // With one coder there is nobody to compare with.
    let alone = Scope { coders: [coder(&project, "Ola")].into(), ..Scope::all() };
    assert!(Comparison::of(&project, &alone, &Between::default()).is_none());
    assert!(Comparison::of(&project, &Scope::all(), &Between::default()).is_some());
    assert!(Comparison::of(&Study::new("").project(), &Scope::all(), &Between::default()).is_none());
}

#[test]
fn segments_have_the_kappa_of_brennan_and_prediger_and_no_other() {
    let project = study().project();
    let comparison = Comparison::of(&project, &Scope::all(), &between(&project, Unit::Segment(30))).expect("two");
    let figures = comparison.compare(&comparison.pooled(Level::All, Reach::Family)).figures();
    // trust 0 1 1, home 2 0 0, money 2 0 1: 4 of 7 are alike, and there are three codes.
    assert!((figures.get(Coefficient::Percent).expect("defined") - 4.0 / 7.0).abs() < 1e-12);
    let wanted = (4.0 / 7.0 - 1.0 / 3.0) / (1.0 - 1.0 / 3.0);
    assert!((figures.get(Coefficient::BrennanPrediger).expect("defined") - wanted).abs() < 1e-12);
    assert_eq!(figures.get(Coefficient::CohenKappa), Err(Undefined::NoNeither));
}

#[test]
fn a_reader_is_warned() {
    let mut study = Study::new("test");
    for path in ["trust", "rare"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    let (first, second) = (study.source("I 1", &"word ".repeat(200)), study.source("I 2", "word"));
    let span = |start, end| Span::new(start, end).expect("a span");
    for at in [0, 100, 200, 300] {
        study.coding("rare", "Ola", first, span(at, at + 4));
    }
    study.coding("trust", "Ola", second, span(0, 4));
    study.coding("trust", "Eva", first, span(0, 14));
    study.coding("trust", "Eva", first, span(10, 19));
    let project = study.project();
    let comparison = Comparison::of(&project, &Scope::all(), &between(&project, Unit::Word)).expect("two");
    let warned = |path| comparison.compare(&comparison.code(code(&project, &[path]), Reach::Own)).warnings;
    let (ola, eva) = (coder(&project, "Ola"), coder(&project, "Eva"));
    let rare = warned("rare");
    assert!(rare.contains(&Warning::OneCoder(ola)) && rare.contains(&Warning::FewSegments(4)), "{rare:?}");
    assert!(rare.contains(&Warning::Rare(4.0 / 402.0)) && rare.contains(&Warning::Paradox), "{rare:?}");
    assert!(warned("trust").contains(&Warning::Overlapping(1)));
    assert_eq!(comparison.warnings(), [Warning::Untouched { coder: eva, sources: vec![second] }]);
}

#[test]
fn intervals_come_from_drawing_sources() {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    for at in 0..8 {
        let source = study.source(&format!("I {at}"), &"a".repeat(100));
        study.coding("trust", "Ola", source, Span::new(0, 20 + at).expect("a span"));
        study.coding("trust", "Eva", source, Span::new(at, 25).expect("a span"));
    }
    let project = study.project();
    let comparison = Comparison::of(&project, &Scope::all(), &between(&project, Unit::Character)).expect("two");
    let found = comparison.compare(&comparison.pooled(Level::All, Reach::Family));
    let (kappa, how) = (found.figures().get(Coefficient::CohenKappa).expect("defined"), Bootstrap::default());
    let interval = found.intervals(how).get(Coefficient::CohenKappa).expect("defined");
    assert!(
        interval.low < kappa && kappa < interval.high && interval.high - interval.low < 0.3,
        "{interval:?} {kappa}"
    );
    let one = Among { source: comparison.sources().next(), ..comparison.pooled(Level::All, Reach::Family) };
    assert!(comparison.compare(&one).intervals(how).get(Coefficient::CohenKappa).is_none());
}

#[test]
fn the_tables_say_what_is_behind_them() {
    let project = study().project();
    let between = Between { bootstrap: Bootstrap { rounds: 0, seed: 1 }, ..between(&project, Unit::Word) };
    let options = Options { agreement: between, ..Options::default() };
    check(
        &project,
        "agreement-nvivo",
        &Options { reach: Reach::Own, ..options.clone() },
        "
        Code | Source | Characters | Kappa | Agreement | A and B | Not A and not B | Disagreement | A and not B | B and not A
        trust | I 1 | 71 | 0.00 | 87% | 0% | 87% | 13% | 13% | 0%
        trust | I 2 | 22 | 0.00 | 73% | 0% | 73% | 27% | 0% | 27%
        ·home | I 1 | 71 | 1.00 | 100% | 6% | 94% | 0% | 0% | 0%
        money | I 1 | 71 | 0.00 | 89% | 0% | 89% | 11% | 0% | 11%
        money | I 2 | 22 | 0.27 | 59% | 18% | 41% | 41% | 41% | 0%
        ",
    );
    check(
        &project,
        "agreement-maxqda",
        &options,
        "
        Code | Agreements | Disagreements | Total | Agreement | Kappa
        trust | 2 | 2 | 4 | 50% | –
        ·home | 2 | 0 | 2 | 100% | –
        money | 0 | 3 | 3 | 0% | –
        All codes together | 2 | 5 | 7 | 29% | -0.07
        ",
    );
    let table = crate::support::answer::asked(
        &project,
        "agreement",
        &Scope::all(),
        &Options { language: Language::English, ..options },
    );
    let lines = crate::support::answer::lines(&table);
    assert!(
        lines[0].starts_with(
            "Code | Cohen’s kappa | From (95%) | To (95%) | Agreement | Both | Only Ola | Only Eva | Neither | Scott"
        ),
        "{}",
        lines[0]
    );
    assert!(lines[1].starts_with("trust | 0.22 | – | – | 81% | 1 | 2 | 2 | 16 |"), "{}", lines[1]);
    assert!(lines[4].starts_with("All codes together | 0.26 | – | – | 87% | 2 | 4 | 4 | 53 |"), "{}", lines[4]);
    assert!(lines[1].contains("There are only 4 coded segments"), "{}", lines[1]);
}
