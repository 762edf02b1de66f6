//! More than two coders, where segments begin and end, and the words of one double coding; counted by hand.

use kodebok::analysis::agreement::bootstrap::Bootstrap;
use kodebok::analysis::agreement::comparison::{Between, Comparison, coders};
use kodebok::analysis::agreement::question::Question;
use kodebok::analysis::agreement::warnings::Warning;
use kodebok::analysis::agreement::{Coefficient, Undefined};
use kodebok::analysis::coded::Level;
use kodebok::analysis::scope::Scope;
use kodebok::analysis::{Options, Reach};
use kodebok::model::agreement::{About, Unit};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::CoderId;
use kodebok::model::project::Project;
use kodebok::model::span::Span;

use crate::support::answer::check;
use crate::support::study::Study;

fn named(project: &Project, names: &[&str]) -> Vec<CoderId> {
    let coder = |name: &&str| project.coders().find(|coder| coder.name == *name).expect("a coder").id;
    names.iter().map(coder).collect()
}

fn span(start: u32, end: u32) -> Span {
    Span::new(start, end).expect("a span")
}

/// The units a, b, c, d of ten letters each: all three have a, two have b, one has c, nobody has d.
fn of_three() -> Study {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    let source = study.source("I 1", &"a".repeat(40));
    study.coding("trust", "Ola", source, span(0, 30));
    study.coding("trust", "Eva", source, span(0, 20));
    study.coding("trust", "Per", source, span(0, 10));
    study
}

#[test]
fn three_coders_are_counted_by_how_many_have_what() {
    let project = of_three().project();
    let between =
        |unit| Between { coders: named(&project, &["Ola", "Eva", "Per"]), unit, bootstrap: Bootstrap::default() };
    let comparison = Comparison::of(&project, &Scope::all(), &between(Unit::Character)).expect("three");
    let whole = comparison.pooled(Level::All, Reach::Family);
    let shared = comparison.compare_all(&whole);
    assert_eq!(shared.by_number, [10, 10, 10, 10]);
    assert_eq!(shared.segments, [1, 1, 1]);
    // Half of the units are agreed on by all, in the others one pair of three agrees: po = (1 + 1/3) / 2. Half of all
    // ratings say the code is there, so chance gives a half: Fleiss 1971.
    let figure = |coefficient| shared.figures().get(coefficient).expect("defined");
    assert!((figure(Coefficient::Percent) - 2.0 / 3.0).abs() < 1e-12);
    assert!((figure(Coefficient::FleissKappa) - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(shared.figures().get(Coefficient::CohenKappa), Err(Undefined::MoreThanTwo));
    let source = project.sources().next().expect("a source").id;
    let behind = comparison.behind_all(&whole);
    assert_eq!(
        behind,
        [vec![], vec![(source, span(20, 30))], vec![(source, span(10, 20))], vec![(source, span(0, 10))]]
    );
    assert!(shared.warnings.contains(&Warning::FewSegments(3)));
    let of_segments = Comparison::of(&project, &Scope::all(), &between(Unit::Segment(90))).expect("three");
    assert_eq!(of_segments.compare_all(&whole).figures().get(Coefficient::Percent), Err(Undefined::MoreThanTwo));
}

#[test]
fn the_table_of_three_says_who_has_how_much() {
    let project = of_three().project();
    let question = Question {
        coders: named(&project, &["Ola", "Eva", "Per"]),
        bootstrap: Bootstrap { rounds: 0, seed: 1 },
        ..Question::default()
    };
    let options = question.options(kodebok::lang::Language::English);
    check(
        &project,
        "agreement",
        &options,
        "
        Code | Fleiss’ kappa | From (95%) | To (95%) | Agreement | All 3 | 2 of 3 | 1 of 3 | Nobody | Krippendorff’s alpha, nominal | Gwet’s AC1 | Brennan and Prediger’s kappa | Segments, Ola | Segments, Eva | Segments, Per | Remarks
        trust | 0.33 | – | – | 67% | 10 | 10 | 10 | 10 | 0.34 | 0.33 | 0.33 | 1 | 1 | 1 | There are only 3 coded segments, which is too little to build a figure on.
        All codes together | 0.33 | – | – | 67% | 10 | 10 | 10 | 10 | 0.34 | 0.33 | 0.33 | 1 | 1 | 1 | There are only 3 coded segments, which is too little to build a figure on.
        ",
    );
    let side = |column| question.side_of(column);
    assert_eq!([5, 6, 7, 8, 1, 0].map(side), [Some(0), Some(1), Some(2), None, None, None]);
}

/// The continuum of Krippendorff 2004, p. 254, which begins at 150, as a text of 300 letters of two sources.
#[test]
fn bounds_are_those_of_the_book_also_where_a_text_ends_between() {
    let mut study = Study::new("test");
    study.code("c", CodeKind::Code, Origin::Data);
    study.code("k", CodeKind::Code, Origin::Data);
    let source = study.source("I 1", &"a".repeat(300));
    for (code, coder, units) in [
        ("c", "Ola", &[(225, 70), (370, 30)][..]),
        ("c", "Eva", &[(220, 80), (355, 20), (400, 20)]),
        ("k", "Ola", &[(180, 60), (300, 50)]),
        ("k", "Eva", &[(180, 60), (300, 50)]),
    ] {
        for (start, length) in units {
            study.coding(code, coder, source, span(start - 150, start - 150 + length));
        }
    }
    let project = study.project();
    let between = Between { coders: named(&project, &["Ola", "Eva"]), ..Between::default() };
    let options = Options { agreement: between, ..Options::default() };
    check(
        &project,
        "agreement-bounds",
        &options,
        "
        Code | Alpha for unitizing (α_U) | Stretches, Ola | Stretches, Eva | Remarks
        c | 0.73 | 2 | 3 | –
        k | 1.00 | 2 | 2 | There are only 4 coded segments, which is too little to build a figure on.
        All codes together | 0.86 | 4 | 5 | –
        ",
    );
}

#[test]
fn nobody_is_compared_before_two_have_coded() {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    let source = study.source("I 1", &"a".repeat(40));
    study.coding("trust", "Ola", source, span(0, 30));
    assert_eq!(coders(&study.project(), &Scope::all()).len(), 1);
    study.coding("trust", "Eva", source, span(0, 30));
    study.coding("trust", "Eva", source, span(30, 31));
    let project = study.project();
    assert_eq!(coders(&project, &Scope::all()), named(&project, &["Eva", "Ola"]), "who has coded most stands first");
    assert_eq!(Question { about: About::Bounds, ..Question::default() }.analysis(), "agreement-bounds");
}
