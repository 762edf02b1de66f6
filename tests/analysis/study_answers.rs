//! Sources, cases and clusters: coverage, saturation, levels and trees, counted by hand or published.

use kodebok::analysis::clusters::{Likeness, Linkage, joined};
use kodebok::analysis::coverage::lines;
use kodebok::analysis::saturation::{Step, reached};
use kodebok::analysis::scope::Scope;
use kodebok::analysis::{Options, Reach};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::SourceId;

use crate::support::answer::{asked, check, opened};
use crate::support::study::Study;

fn study() -> Study {
    let mut study = Study::new("test");
    for path in ["a", "b", "c", "d"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    study
}

#[test]
fn the_words_that_are_coded() {
    let mut study = study();
    study.source("I 1", "<a>one <b>two</b> three</a> four");
    study.source("I 2", "nothing is coded here");
    let project = study.project();
    check(
        &project,
        "coverage",
        &Options::default(),
        "
        Source | Words | Coded words | Share coded | Codings | Different codes
        I 1 | 4 | 3 | 75% | 2 | 2
        I 2 | 4 | 0 | 0% | 0 | 0
        ",
    );
    check(
        &project,
        "code-lines",
        &Options::default(),
        "
        Source | From word | To word | Code
        I 1 | 1 | 3 | a
        I 1 | 2 | 2 | b
        ",
    );
    assert_eq!(lines(&project, &Scope::all())[1].words, 4);
}

#[test]
fn each_source_adds_what_no_earlier_one_has() {
    let mut study = study();
    let first = study.source("I 1", "<a>one</a> <b>two</b> <a>three</a>");
    let second = study.source("I 2", "<b>one</b> <c>two</c> <c>three</c>");
    let third = study.source("I 3", "<a>one</a>");
    for (name, source, year) in [("x", first, "2003"), ("y", second, "987"), ("z", third, "2010")] {
        study.case(name, source, &[("year", year)]);
    }
    let project = study.project();
    let heads = "No. | Source | Codings | Codes | New codes | Codes so far | Share of all";
    check(
        &project,
        "saturation",
        &Options::default(),
        &format!(
            "{heads}\n1 | I 1 | 3 | 2 | 2 | 2 | 67%\n2 | I 2 | 3 | 2 | 1 | 3 | 100%\n3 | I 3 | 1 | 1 | 0 | 3 | 100%"
        ),
    );
    let year = Some(project.attributes()[0].id);
    check(
        &project,
        "saturation",
        &Options { attribute: year, ..Options::default() },
        &format!(
            "{heads}\n1 | I 2 | 3 | 2 | 2 | 2 | 67%\n2 | I 1 | 3 | 2 | 1 | 3 | 100%\n3 | I 3 | 1 | 1 | 0 | 3 | 100%"
        ),
    );
    let table = asked(&project, "saturation", &Scope::all(), &Options::default());
    assert_eq!(opened(&project, table.rows[1].opens_at(4)), ["two", "three"]);
}

/// Guest, Namey and Chen 2020, table 1 ("A simple method to assess and report thematic saturation in qualitative
/// research"): new themes 15, 7, 7, 8, then 3, 3, 1, 0 …; base 4, run 2.
#[test]
fn saturation_as_guest_namey_and_chen_reckon_it() {
    let mut so_far = 0;
    let steps: Vec<Step> = [15, 7, 7, 8, 3, 3, 1, 0]
        .into_iter()
        .map(|new| {
            so_far += new;
            Step { source: SourceId::new(1), codings: 0, codes: 0, new, so_far, of_new: Vec::new() }
        })
        .collect();
    // 6 ÷ 37 = 16 %, 4 ÷ 37 = 11 %, 1 ÷ 37 = 3 %: the runs that start at the fifth, the sixth and the seventh.
    assert_eq!(reached(&steps, 4, 2, 0.05), Some(6));
    assert_eq!(reached(&steps, 4, 2, 0.0), None);
    assert_eq!(reached(&steps[..4], 4, 2, 0.05), None);
    assert_eq!(reached(&steps[..3], 4, 2, 0.05), None);
}

#[test]
fn cases_stand_in_the_order_of_a_level() {
    let mut study = study();
    let source = study.source("I 1", "one");
    for (name, learning, trust) in [("x", "high", "low"), ("y", "low", "low"), ("z", "middle", "high")] {
        study.case(name, source, &[("learning", learning), ("trust", trust)]);
    }
    study.case("w", source, &[("trust", "low")]);
    let project = study.project();
    let learning = Some(project.attributes()[0].id);
    check(
        &project,
        "cases",
        &Options { attribute: learning, ..Options::default() },
        "
        Case | learning | trust
        x | high | low
        y | low | low
        z | middle | high
        w | – | low
        ",
    );
    check(
        &project,
        "cross-table",
        &Options::default(),
        "
        learning | high | low
        high | 0 | 1
        low | 0 | 1
        middle | 1 | 0
        Not known | 0 | 1
        ",
    );
}

/// The example of Wikipedia's article on UPGMA, from the 5S ribosomal RNA of five bacteria: joined at 17, 22, 28, 33.
#[test]
fn five_bacteria_are_joined_as_published() {
    let distances = vec![17.0, 21.0, 31.0, 23.0, 30.0, 34.0, 21.0, 28.0, 39.0, 43.0];
    let steps = joined(distances, 5, Linkage::Average);
    let told: Vec<_> = steps.iter().map(|step| (step.one, step.other, step.distance, step.size)).collect();
    assert_eq!(told, [(0, 1, 17.0, 2), (4, 5, 22.0, 3), (2, 3, 28.0, 2), (6, 7, 33.0, 5)]);
}

/// Points at 0, 2 and 7 on a line. Ward joins 0 and 2 at 2; the group's middle is 1, so 7 is joined at
/// √(2·2·1/(2+1))·6 = 6.93 (Lance and Williams 1967 on distances).
#[test]
fn ward_weighs_groups_by_their_size() {
    let steps = joined(vec![2.0, 7.0, 5.0], 3, Linkage::Ward);
    assert_eq!((steps[0].one, steps[0].other, steps[0].distance), (0, 1, 2.0));
    assert!((steps[1].distance - 48.0_f64.sqrt()).abs() < 1e-9, "{}", steps[1].distance);
}

#[test]
fn sources_are_alike_by_their_codes_and_codes_by_their_turns() {
    let mut study = study();
    study.source("I 1", "X: <a>one</a> <b>two</b>\nY: <c>three</c> <b>four</b>");
    study.source("I 2", "X: <a>one</a>\nY: <b>two</b> <d>three</d>");
    study.source("I 3", "X: <c>one</c>");
    study.source("I 4", "X: nothing");
    let project = study.project();
    // Codes {a b c}, {a b d}, {c}: distances 1 − 2/4, 1 − 1/3 and 1 − 0; then the mean of 2/3 and 1.
    let heads = "Step | One | The other | Distance | Number";
    check(
        &project,
        "clusters-sources",
        &Options { reach: Reach::Own, ..Options::default() },
        &format!("{heads}\n1 | I 1 | I 2 | 0.50 | 2\n2 | I 3 | I 1 and 1 more | 0.83 | 3"),
    );
    // Turns of a: 1 3; b: 1 2 4; c: 2 5; d: 4. Distances ab 3/4, bc 3/4, bd 2/3, all others 1;
    // c to the others is (1 + 3/4 + 1) ÷ 3.
    check(
        &project,
        "clusters-codes",
        &Options::default(),
        &format!("{heads}\n1 | b | d | 0.67 | 2\n2 | a | b and 1 more | 0.88 | 3\n3 | c | a and 2 more | 0.92 | 4"),
    );
}

#[test]
fn sources_with_the_same_words_are_nearest() {
    let mut study = study();
    study.source("I 1", "brød brød melk ost");
    study.source("I 2", "Brød melk ost brød");
    study.source("I 3", "skip tau seil");
    let project = study.project();
    let table = asked(
        &project,
        "clusters-sources",
        &Scope::all(),
        &Options { likeness: Likeness::Words, ..Options::default() },
    );
    let first: Vec<String> = crate::support::answer::lines(&table);
    assert_eq!(first[1], "1 | I 1 | I 2 | 0.00 | 2");
}
