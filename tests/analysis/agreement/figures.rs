//! Figures of agreement against published examples and other programs: the tables in `tests/data/agreement`.

use std::path::Path;

use kodebok::analysis::agreement::bootstrap::Bootstrap;
use kodebok::analysis::agreement::ratings::Ratings;
use kodebok::analysis::agreement::reading::{RatingTable, Reading, read};
use kodebok::analysis::agreement::{Coefficient, Undefined};
use kodebok::import::survey::separated::cells;

use crate::support::golden;

fn table(path: &Path, how: &Reading) -> RatingTable {
    let bytes = std::fs::read(path).expect("the table can be read");
    read(&cells(&bytes).expect("it is separated values"), how)
        .unwrap_or_else(|why| panic!("{}: {why:?}", path.display()))
}

fn of(name: &str) -> RatingTable {
    table(&golden::data(&format!("agreement/{name}.csv")), &Reading::default())
}

#[test]
fn every_table_gives_what_its_author_or_another_program_found() {
    let tables: Vec<_> = golden::files("agreement")
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .collect();
    assert!(tables.len() >= 18, "{tables:?}");
    for path in tables {
        let figures = table(&path, &Reading::default()).ratings.figures();
        let expected = std::fs::read_to_string(path.with_extension("expected")).expect("it says what it gives");
        for line in expected.lines().filter(|line| !line.starts_with('#')) {
            let (key, wanted) = line.split_once(' ').expect("a figure and its value");
            let coefficient = Coefficient::ALL.into_iter().find(|one| one.key() == key).expect("a known figure");
            let found = figures.get(coefficient);
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            if wanted == "none" {
                assert!(found.is_err(), "{name} {key}: {found:?}");
                continue;
            }
            let decimals = wanted.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let value: f64 = wanted.parse().expect("a number");
            let off = (found.unwrap_or(f64::NAN) - value).abs();
            assert!(
                off <= 0.5001 * 0.1_f64.powi(i32::try_from(decimals).expect("few")),
                "{name} {key}: {found:?} {value}"
            );
        }
    }
}

#[test]
fn a_figure_without_a_meaning_says_why() {
    let why = |name: &str, coefficient| of(name).ratings.figures().get(coefficient).expect_err("it is undefined");
    assert_eq!(why("everywhere", Coefficient::CohenKappa), Undefined::NoVariation);
    assert_eq!(why("everywhere", Coefficient::Ac1), Undefined::NoVariation);
    assert_eq!(why("never_together", Coefficient::Percent), Undefined::NoPair);
    assert_eq!(why("cohen_1960", Coefficient::KappaLinear), Undefined::NoOrder);
    assert_eq!(why("cohen_1960", Coefficient::AlphaRatio), Undefined::NoNumbers);
    assert_eq!(why("fleiss", Coefficient::CohenKappa), Undefined::MoreThanTwo);
    let below = vec![vec!["-1".to_owned(), "2".to_owned()], vec!["3".to_owned(), "3".to_owned()]];
    let below = read(&below, &Reading::default()).expect("ratings").ratings.figures();
    assert_eq!(below.get(Coefficient::AlphaRatio), Err(Undefined::BelowZero));
    assert!(below.get(Coefficient::AlphaInterval).is_ok());
}

#[test]
fn the_four_cells_are_the_ratings_of_two() {
    let (cells, rows) = (Ratings::of_two([50, 100, 50, 800]), of("characters").ratings);
    assert_eq!(cells.crossed(), vec![vec![800, 50], vec![100, 50]]);
    assert_eq!((cells.crossed(), cells.units()), (rows.crossed(), rows.units()));
    // In two categories no distance is longer than another, so all figures of a kind are one.
    let figures = cells.figures();
    let value = |coefficient| figures.get(coefficient).expect("it is defined");
    for same in [Coefficient::KappaLinear, Coefficient::KappaSquared] {
        assert!((value(same) - value(Coefficient::CohenKappa)).abs() < 1e-12);
    }
    for same in [Coefficient::AlphaOrdinal, Coefficient::AlphaInterval, Coefficient::AlphaRatio] {
        assert!((value(same) - value(Coefficient::AlphaNominal)).abs() < 1e-12);
    }
    assert!((value(Coefficient::Ac2Quadratic) - value(Coefficient::Ac1)).abs() < 1e-12);
}

#[test]
fn categories_that_nobody_used_count_where_they_are_told() {
    let how = Reading { categories: ["1", "2", "3", "4", "5"].map(str::to_owned).to_vec(), ..Reading::default() };
    let path = golden::data("agreement/gwet_ac2.csv");
    let (four, five) = (of("gwet_ac2").ratings.figures(), table(&path, &how).ratings.figures());
    // Of 95 pairs 65 agree: (p − 1/q) ÷ (1 − 1/q).
    let agreed = 65.0 / 95.0;
    for (figures, q) in [(&four, 4.0), (&five, 5.0)] {
        let wanted = (agreed - 1.0 / q) / (1.0 - 1.0 / q);
        assert!((figures.get(Coefficient::BrennanPrediger).expect("defined") - wanted).abs() < 1e-12);
    }
    assert_eq!(four.get(Coefficient::CohenKappa), five.get(Coefficient::CohenKappa));
    assert_eq!(four.get(Coefficient::AlphaOrdinal), five.get(Coefficient::AlphaOrdinal));
}

#[test]
fn intervals_hold_the_figure_and_follow_from_the_seed() {
    let table = of("random_two");
    let (figures, how) = (table.ratings.figures(), Bootstrap { rounds: 1000, seed: 7 });
    let intervals = table.ratings.intervals(how);
    for (coefficient, figure) in figures.iter() {
        let (figure, interval) = (figure.expect("defined"), intervals.get(coefficient).expect("defined"));
        assert!(interval.low < figure && figure < interval.high, "{coefficient:?} {interval:?} {figure}");
    }
    assert_eq!(intervals, table.ratings.intervals(how));
    assert_ne!(intervals, table.ratings.intervals(Bootstrap { seed: 8, ..how }));
    // Per cent is a mean, whose interval is known: ± 1.96 standard errors.
    let (p, units) = (figures.get(Coefficient::Percent).expect("defined"), 120.0_f64);
    let wanted = 1.96 * (p * (1.0 - p) / units).sqrt();
    let interval = intervals.get(Coefficient::Percent).expect("defined");
    assert!(((interval.high - interval.low) / 2.0 - wanted).abs() < 0.015, "{interval:?} {wanted}");
    assert!(table.ratings.intervals(Bootstrap { rounds: 0, seed: 1 }).get(Coefficient::Percent).is_none());
}

#[test]
fn intervals_of_a_large_table_cost_no_more_than_those_of_a_small_one() {
    // Ten million units are drawn a thousand times by counts; by rows this would take minutes.
    let large = Ratings::of_two([1_000_000, 400_000, 600_000, 8_000_000]);
    let interval = large.intervals(Bootstrap::default()).get(Coefficient::CohenKappa).expect("defined");
    assert!(interval.high - interval.low < 0.002, "{interval:?}");
}

#[test]
fn an_interval_that_would_leave_out_too_many_rounds_is_none() {
    // In a third of the rounds the one disagreement is not drawn, and kappa is then undefined.
    let rare = Ratings::of_two([0, 1, 0, 30]);
    let intervals = rare.intervals(Bootstrap::default());
    assert!(rare.figures().get(Coefficient::CohenKappa).is_ok());
    assert!(intervals.get(Coefficient::CohenKappa).is_none() && intervals.get(Coefficient::Percent).is_some());
}
