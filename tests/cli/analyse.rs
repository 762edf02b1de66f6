//! Tables and figures from the command line, for a part of the study, and what is said of what cannot be.

use kodebok::analysis::ANALYSES;
use kodebok::figure::FIGURES;

use super::program::Place;
use crate::support::sample;

fn place() -> Place {
    let place = Place::new();
    sample::copy(&place.path("studie"));
    place
}

fn read(place: &Place, name: &str) -> String {
    std::fs::read_to_string(place.path(name)).expect("the file was written")
}

#[test]
fn the_list_tells_every_table_and_figure_and_each_can_be_made() {
    let place = place();
    let listed = place.ok("analyse --list");
    for name in ANALYSES.iter().map(|one| one.name()).chain(FIGURES.iter().map(|one| one.name())) {
        assert!(listed.lines().any(|line| line.split_whitespace().next() == Some(name)), "{name}:\n{listed}");
    }
    assert_eq!(listed.lines().count(), ANALYSES.len() + FIGURES.len());
    place.ok("analyse studie words ord.xlsx");
    assert!(std::fs::read(place.path("ord.xlsx")).expect("the file was written").starts_with(b"PK"));
}

#[test]
fn a_table_follows_the_part_that_is_asked_and_says_how_it_was_made() {
    let place = place();
    let said =
        place.ok("analyse studie words ord.csv --source Informant_4 --forms --min-letters 5 --leave-out cluster");
    assert!(said.starts_with("Skrev ord.csv.\n") && said.contains("Hver bøyningsform er talt for seg."), "{said}");
    assert!(said.contains("Også «cluster» er tatt ut."), "{said}");
    let table = read(&place, "ord.csv");
    assert!(table.starts_with("\u{feff}Ord;Former;Antall;Per 1000 ord;Kilder\r\n"), "{table}");
    assert!(table.lines().skip(1).all(|line| line.ends_with(";1")), "one source");
    assert!(!table.contains("\r\ncluster;"));
    // Informant 4 speaks English: the little words are gone, though most of the study is Norwegian.
    assert!(!table.contains("\r\nabout;") && !table.contains("\r\nwould;"), "{table}");

    place.ok("analyse studie context treff.csv --query klynge --way stem --order left --language en");
    assert!(read(&place, "treff.csv").starts_with("\u{feff}Source,Speaker,Turn,Before,Hit,After\r\n"));
    place.ok("analyse studie comparison ulikt.md --source Informant_4 --against-source Informant_1");
    assert!(read(&place, "ulikt.md").contains("Log-likelihood"));
}

#[test]
fn a_figure_is_made_from_the_same_part() {
    let place = place();
    place.ok("analyse studie cloud sky.svg --source Informant_1 --mixed --colours codes --most 30 --seed 3");
    let picture = read(&place, "sky.svg");
    assert_eq!(picture.matches("rotate(-90)").count(), 10);
    place.ok("analyse studie comparison-cloud ulikt.svg --source Informant_4");
    assert!(read(&place, "ulikt.svg").contains("Mest i den første delen"));
}

#[test]
fn what_cannot_be_made_is_said_with_what_can() {
    let place = place();
    for (arguments, said) in [
        ("analyse studie words ord.svg", "«words» kan ikke lages som «svg». Velg xlsx, csv, docx, md."),
        ("analyse studie cloud sky.csv", "«cloud» kan ikke lages som «csv». Velg svg, png, pdf."),
        ("analyse studie words o.csv --speaker Nobody", "Studien har ikke «Nobody». Den har "),
        ("analyse studie words o.csv --source Nobody", "Det er ingen kilde med tittelen «Nobody»."),
        ("analyse studie words o.csv --code Nothing", "Det er ingen kode «Nothing»."),
        (
            "analyse studie context o.csv --way pattern --query (",
            "Det regulære uttrykket kan ikke leses (unclosed group).",
        ),
    ] {
        let complaint = place.fails(arguments, 1);
        assert!(complaint.contains(said), "{arguments}: {complaint}");
        assert!(!place.path("o.csv").exists() && !place.path("ord.svg").exists());
    }
    place.fails("analyse studie nothing o.csv", 2);
    place.fails("analyse studie words", 2);
}
