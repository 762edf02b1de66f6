//! Tables of ratings as people have them: with and without names above and beside.

use kodebok::analysis::agreement::reading::{Has, NotRatings, RatingTable, Reading, read};
use kodebok::analysis::agreement::{Coefficient, Figure};

/// Rows with bars between the cells.
fn rows(table: &str) -> Vec<Vec<String>> {
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

fn of(table: &str) -> RatingTable {
    read(&rows(table), &Reading::default()).expect("ratings")
}

/// How many units, the coders, and the categories, as they were found.
fn found(table: &str) -> (u64, String, String) {
    let table = of(table);
    (table.ratings.units(), table.coders.join(" "), table.ratings.scale().names().join(" "))
}

fn told(units: u64, coders: &str, categories: &str) -> (u64, String, String) {
    (units, coders.to_owned(), categories.to_owned())
}

#[test]
fn names_are_told_from_ratings() {
    for (table, expected) in [
        // Numbers without names.
        ("1|2\n2|2\n1|1", told(3, "1 2", "1 2")),
        ("3|4\n1|2", told(2, "1 2", "1 2 3 4")),
        // Words without names: what is said above is said below too.
        ("ja|nei\nja|ja\nnei|nei", told(3, "1 2", "ja nei")),
        ("ja|ja\nnei|nei", told(2, "1 2", "ja nei")),
        // Names above numbers and words.
        ("Kari|Ola\n1|2\n2|2", told(2, "Kari Ola", "1 2")),
        ("Kari|Ola\nja|nei\nja|ja", told(2, "Kari Ola", "ja nei")),
        ("1|2|3\nja|nei|ja\nja|ja|ja", told(2, "1 2 3", "ja nei")),
        // Names beside, under a head that says so, an empty one, and none.
        ("Enhet|Kari|Ola\n1|1|2\n2|2|2", told(2, "Kari Ola", "1 2")),
        ("|Kari|Ola\ni1|ja|ja\ni2|nei|ja", told(2, "Kari Ola", "ja nei")),
        ("i1|1|2\ni2|2|2\ni3|1|1", told(3, "1 2", "1 2")),
        ("utsagn|Kari|Ola\ni1|ja|ja\ni2|nei|ja\ni3|nei|ja", told(3, "Kari Ola", "ja nei")),
        // A column that counts further than anybody rates.
        ("hvem|Kari|Ola\n1|1|2\n2|2|2\n3|3|1\n4|1|1", told(4, "Kari Ola", "1 2 3")),
        ("0|1|2\n1|2|2\n2|1|1", told(3, "1 2", "1 2")),
        // Three coders, the first of whom never says the same twice, are three coders.
        ("1|1|2\n2|2|2\n3|3|3", told(3, "1 2 3", "1 2 3")),
        ("1.5|1.6|1.4\n2.5|2.4|2.6\n3.1|3.2|3.3", told(3, "1 2 3", "1.4 1.5 1.6 2.4 2.5 2.6 3.1 3.2 3.3")),
        // Missing ratings, and a row of nothing else.
        ("A|B\n1|.\n*|2\nNA|\n2|2", told(3, "A B", "1 2")),
        ("1|\n1|1\n|2", told(3, "1 2", "1 2")),
    ] {
        assert_eq!(found(table), expected, "{table}");
    }
}

#[test]
fn numbers_are_what_they_are_worth() {
    assert_eq!(found("10|9,0\n9|10\n2,5|2.50"), told(3, "1 2", "2,5 9 10"));
    assert_eq!(found("A|B\n\u{2212}1|-1\n0|-0"), told(2, "A B", "-1 0"));
    assert_eq!(found("A|B\n1|x1\n2|2"), told(2, "A B", "1 2 x1"));
    assert_eq!(found("A|B\ninf|nan\n2|2"), told(2, "A B", "2 inf nan"));
}

#[test]
fn what_was_said_of_the_table_goes_before_what_it_looks_like() {
    let table = rows("1|1|2\n2|2|2\n3|2|2");
    let how = Reading { header: Has::Yes, units: Has::Yes, ..Reading::default() };
    let read_so = read(&table, &how).expect("ratings");
    assert_eq!((read_so.ratings.units(), read_so.coders.join(" ")), (2, "1 2".to_owned()));
    let how = Reading { header: Has::No, units: Has::No, ..Reading::default() };
    assert_eq!(read(&rows("Kari|Ola|Per\nja|nei|ja"), &how).expect("ratings").ratings.units(), 2);
}

#[test]
fn words_have_an_order_where_somebody_says_so() {
    let table = rows("lav|middels\nhøy|høy\nlav|lav\nmiddels|høy");
    let categories = ["lav", "middels", "høy"].map(str::to_owned).to_vec();
    let figures = |categories| {
        let how = Reading { categories, ..Reading::default() };
        read(&table, &how).expect("ratings").ratings.figures()
    };
    let of_numbers = of("1|2\n3|3\n1|1\n2|3").ratings.figures();
    let (unordered, ordered) = (figures(Vec::new()), figures(categories));
    let same = |one: Figure, other: Figure| one.is_ok() && one == other;
    for coefficient in [Coefficient::KappaLinear, Coefficient::KappaSquared, Coefficient::AlphaOrdinal] {
        assert!(unordered.get(coefficient).is_err());
        assert!(same(ordered.get(coefficient), of_numbers.get(coefficient)), "{coefficient:?}");
    }
    assert!(ordered.get(Coefficient::AlphaInterval).is_err());
    // Two words need no order.
    assert!(of("ja|nei\nja|ja\nnei|nei").ratings.figures().get(Coefficient::AlphaOrdinal).is_ok());
}

#[test]
fn what_is_no_table_of_ratings_is_refused() {
    let refused = |table: &str| read(&rows(table), &Reading::default()).expect_err("no ratings");
    assert_eq!(refused(""), NotRatings::OneCoder);
    assert_eq!(refused("1\n2\n1"), NotRatings::OneCoder);
    assert_eq!(refused("|\n."), NotRatings::Empty);
    let how = Reading { categories: vec!["1".to_owned(), "2".to_owned()], ..Reading::default() };
    let off = NotRatings::OffTheScale { row: 2, rating: "3".to_owned() };
    assert_eq!(read(&rows("A|B\n1|2\n3|1"), &how), Err(off));
}
