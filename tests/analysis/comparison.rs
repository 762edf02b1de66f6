//! Comparison of word counts against published examples and counts by hand.

use kodebok::analysis::comparison::{compared, log_likelihood, log_ratio, sides};
use kodebok::analysis::scope::Scope;
use kodebok::analysis::words::options::WordOptions;

use crate::support::study::Study;

#[track_caller]
fn is(value: f64, expected: f64, within: f64) {
    assert!((value - expected).abs() <= within, "{value} is not {expected}");
}

#[test]
fn log_likelihood_is_that_of_published_examples() {
    // P. Rayson to the Corpora list, 18 January 2002: KEEP in a learner and a native corpus of a million words each,
    // rounded to whole numbers.
    let million = 1_000_000;
    for (learner, native, expected) in [(392, 170, 90.0), (348, 99, 147.0), (15, 14, 0.0), (9, 32, 14.0), (21, 25, 0.0)]
    {
        is(log_likelihood(learner, native, million, million), expected, 0.5);
    }
    // Lancaster's teaching example: 52 of 50,000 against 57 of 75,000 gives 2.65.
    is(log_likelihood(52, 57, 50_000, 75_000), 2.65, 0.005);
    // By hand: both expect 75; 2 (100 ln 4/3 + 50 ln 2/3) = 2 (28.7682 − 20.2733).
    is(log_likelihood(100, 50, 10_000, 10_000), 16.9899, 0.0001);
    is(log_likelihood(5, 0, 1000, 1000), 2.0 * 5.0 * std::f64::consts::LN_2, 1e-9);
    for nothing in [(0, 0, 0, 0), (0, 0, 10, 10), (3, 0, 10, 0)] {
        is(log_likelihood(nothing.0, nothing.1, nothing.2, nothing.3), 0.0, 1e-12);
    }
}

#[test]
fn log_ratio_counts_doublings() {
    is(log_ratio(100, 50, 10_000, 10_000), 1.0, 1e-12);
    is(log_ratio(10, 80, 1000, 1000), -3.0, 1e-12);
    is(log_ratio(10, 10, 1000, 4000), 2.0, 1e-12);
    // None is taken for a half: 8 against a half is four doublings.
    is(log_ratio(8, 0, 1000, 1000), 4.0, 1e-12);
    is(log_ratio(0, 0, 0, 10), 0.0, 1e-12);
}

#[test]
fn a_part_is_compared_with_another_or_with_the_rest() {
    let mut study = Study::new("test");
    let north = study.source("Informant 1", "Klyngen gir tillit. Klyngen gir tillit. Klyngene!");
    let south = study.source("Informant 2", "Markedet gir penger og tillit.");
    study.source("Informant 3", "Fisken gir penger.");
    let project = study.project();
    let of = |source| Scope { sources: [source].into(), ..Scope::all() };
    for (against, expected) in [
        (Some(of(south)), ["klyngen 3 0", "markedet 0 1", "penger 0 1", "tillit 2 1"]),
        (None, ["klyngen 3 0", "penger 0 2", "fisken 0 1", "markedet 0 1"]),
    ] {
        let (here, there) = sides(&project, &of(north), against.as_ref());
        let options = WordOptions::default();
        let rows = compared(&here, &there, &options);
        let told: Vec<String> =
            rows.iter().map(|one| format!("{} {} {}", one.word.shown, one.here, one.there)).take(4).collect();
        assert_eq!(told.iter().map(|row| row.to_lowercase()).collect::<Vec<_>>(), expected);
        assert!(rows.iter().all(|one| (one.ratio > 0.0) == (one.here * there.words() > one.there * here.words())));
    }
}
