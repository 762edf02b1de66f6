//! Agreement from the command line: of tables of ratings.

use kodebok::journal::edit::Edit;
use kodebok::journal::edit::agreement::AgreementEdit;
use kodebok::model::case::AttributeKind;
use kodebok::session::Session;

use super::program::Place;
use crate::support::golden;
use crate::support::session::Desk;

#[test]
fn a_table_of_ratings_is_answered_with_every_figure_or_why_there_is_none() {
    let place = Place::new();
    std::fs::copy(golden::data("agreement/krippendorff_2011.csv"), place.path("fire.csv")).expect("it can be copied");
    let answer = place.json("agreement fire.csv --json --rounds 200");
    let figure = |key: &str| answer[key].as_f64().map(|value| (value * 1000.0).round() / 1000.0);
    assert_eq!(figure("alpha_nominal"), Some(0.743));
    assert_eq!(figure("alpha_ratio"), Some(0.797));
    assert!(answer["cohen_kappa"].is_null() && answer["scott_pi"].is_null());
    assert!(answer["reasons"]["cohen_kappa"].as_str().is_some_and(|why| why.contains("to kodere")));
    assert!(answer["reasons"].get("alpha_nominal").is_none());
    assert_eq!(answer["coders"], serde_json::json!(["A", "B", "C", "D"]));
    assert_eq!((&answer["units"], &answer["paired_units"]), (&serde_json::json!(12), &serde_json::json!(11)));
    assert!(answer["intervals"]["alpha_nominal"][0].as_f64() < answer["alpha_nominal"].as_f64());
    assert_eq!(answer, place.json("agreement fire.csv --json --rounds 200"), "the same question has the same answer");
    assert_ne!(answer["intervals"], place.json("agreement fire.csv --json --rounds 200 --seed 2")["intervals"]);
}

#[test]
fn people_read_a_table_and_how_it_was_made() {
    let place = Place::new();
    std::fs::copy(golden::data("agreement/cohen_1960.csv"), place.path("to.csv")).expect("it can be copied");
    let said = place.ok("agreement to.csv");
    assert!(
        said.starts_with("Lest 200 enheter og 2 kodere (A, B), med 3 kategorier (disorder, neurosis, psychosis).\n")
    );
    let line = |name: &str| said.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    assert!(line("Cohens kappa").contains("0,492"), "{said}");
    assert!(line("Enighet").contains("70,0\u{a0}%"), "{said}");
    assert!(line("Krippendorffs alfa, ordinal").ends_with("Kategoriene er ord uten kjent rekkefølge."), "{said}");
    let ordered = place.ok("agreement to.csv --categories neurosis,disorder,psychosis --language en --rounds 0");
    assert!(!ordered.contains("no known order") && !ordered.contains("bootstrap"), "{ordered}");
}

#[test]
fn tables_with_semicolons_commas_in_numbers_and_other_letters_are_read() {
    let place = Place::new();
    place.write("tall.csv", "Kari;Ola\n1,5;1,5\n2;2\n3;2,5\n");
    assert_eq!(place.json("agreement tall.csv --json")["categories"], serde_json::json!(["1,5", "2", "2,5", "3"]));
    place.write("ord.csv", b"Kari;Ola\nh\xf8y;h\xf8y\nlav;h\xf8y\n");
    assert_eq!(place.json("agreement ord.csv --json")["categories"], serde_json::json!(["høy", "lav"]));
}

#[test]
fn what_cannot_be_answered_is_said() {
    let place = Place::new();
    place.write("en.csv", "1\n2\n");
    place.write("feil.csv", "1,2\n4,1\n");
    place.write("bilde.csv", b"\x00\x01\x02\x03\x00\x00");
    for (arguments, said) in [
        ("agreement en.csv", "«en.csv» har ikke vurderinger fra minst to kodere."),
        ("agreement feil.csv --categories 1,2", "I rad 2 av vurderingene i «feil.csv» står «4»"),
        ("agreement bilde.csv", "bilde.csv"),
        ("agreement mangler.csv", "mangler.csv"),
    ] {
        let complaint = place.fails(arguments, 1);
        assert!(complaint.contains(said), "{arguments}: {complaint}");
    }
}

/// A study of one text of a hundred letters in which Kari and Ola have coded.
fn study(place: &Place) {
    place.write("tekst.txt", "a".repeat(99) + ".");
    place.ok("new studie --coder Kari");
    place.ok("import studie tekst.txt --coder Kari");
    place.ok("code studie --source tekst --span 0..15 --code tillit --create --coder Kari");
    place.ok("code studie --source tekst --span 10..20 --code tillit --coder Ola");
    place.ok("code studie --source tekst --span 50..60 --code penger --create --coder Ola");
}

#[test]
fn two_coders_of_a_study_are_held_against_each_other() {
    let place = Place::new();
    study(&place);
    let answer = place.json("agreement studie --coders Kari,Ola --unit character --code tillit --json --spans");
    let cells = serde_json::json!({ "both": 5, "first": 10, "second": 5, "neither": 80 });
    assert_eq!(answer["cells"], cells);
    assert_eq!(answer["coders"], serde_json::json!(["Kari", "Ola"]));
    // Field: of 1,000 characters 50 both, 100 and 50 only one: kappa .318.
    assert!((answer["cohen_kappa"].as_f64().expect("defined") - 7.0 / 22.0).abs() < 1e-12);
    assert!((answer["percent"].as_f64().expect("defined") - 0.85).abs() < 1e-12);
    let span = serde_json::json!([{ "source": "tekst", "start": 10, "end": 15 }]);
    assert_eq!(answer["codes"][0]["spans"]["both"], span);
    assert_eq!(answer["sources"][0]["cells"], cells);
    let turned = place.json("agreement studie --coders Ola,Kari --json");
    assert_eq!(turned["cells"], serde_json::json!({ "both": 5, "first": 15, "second": 10, "neither": 170 }));
    assert_eq!(place.json("agreement studie --overlap 25 --code tillit --json")["cells"]["both"], 2);
    assert!(place.json("agreement studie --unit segment --json")["reasons"]["cohen_kappa"].is_string());
}

#[test]
fn a_coder_of_the_study_is_the_same_one_on_a_machine_that_knows_nobody() {
    let place = Place::new();
    place.ok("sample .");
    // Not even a command that fails makes somebody else of them.
    place.fails("code Klyngestudine --source Informant_1 --span 0..3 --code Formål --coder Ola", 1);
    for code in ["Formål", "Læring"] {
        place.ok(&format!("code Klyngestudien --source Informant_1 --span 0..3 --code {code} --coder Ola"));
        let complaint = place.fails("agreement Klyngestudien --coders Per", 1);
        assert!(complaint.contains("Studien har Kari, Ola."), "{complaint}");
    }
}

#[test]
fn people_read_the_same_of_a_study_and_it_can_be_written_as_a_table() {
    let place = Place::new();
    study(&place);
    let said = place.ok("agreement studie --coders Kari,Ola");
    assert!(said.starts_with("Kari og Ola, tegn:\n") && said.contains("Bare Ola har brukt koden."), "{said}");
    assert!(said.contains("Enheten er tegn.") && said.contains("Alle kodene samlet"), "{said}");
    place.ok("analyse studie agreement samsvar.csv --coders Kari,Ola --unit word --rounds 0");
    let table = std::fs::read_to_string(place.path("samsvar.csv")).expect("the file was written");
    assert!(
        table.starts_with(
            "\u{feff}Kode;Cohens kappa;Fra (95 %);Til (95 %);Enighet;Begge;Bare Kari;Bare Ola;Ingen av dem;"
        ),
        "{table}"
    );
    for name in ["agreement-sources", "agreement-nvivo", "agreement-maxqda"] {
        place.ok(&format!("analyse studie {name} {name}.xlsx"));
    }
}

#[test]
fn values_that_two_have_given_cases_are_ratings() {
    let place = Place::new();
    let desk = |desk: Desk| desk.at(place.path("studie"));
    let mut kari = desk(Desk::kari(&place.path(""))).create();
    for n in 1..=4 {
        let made = Edit::CreateCase { name: format!("Informant {n}"), source: None };
        kari.edit(&made).expect("a case can be made");
    }
    let level = Edit::CreateAttribute { name: "nivå".to_owned(), kind: AttributeKind::Number };
    kari.edit(&level).expect("an attribute can be made");
    let rate = |session: &mut Session, values: [&str; 4]| {
        let attribute = session.project().attributes()[0].id;
        let cases: Vec<_> = session.project().cases().iter().map(|case| case.id).collect();
        for (case, value) in cases.into_iter().zip(values) {
            let rate = AgreementEdit::Rate { case, attribute, value: value.to_owned() };
            session.edit(&Edit::Agreement(rate)).expect("it can be rated");
        }
    };
    rate(&mut kari, ["1", "2", "3", "3"]);
    kari.close().expect("all is on the disk");
    let mut ola = desk(Desk::ola(&place.path(""))).open();
    let name = Edit::NameCoder { coder: ola.coder(), name: "Ola Hansen".to_owned() };
    ola.edit(&name).expect("a name is taken");
    rate(&mut ola, ["1", "2", "3", "2"]);
    ola.close().expect("all is on the disk");

    let answer = place.json("agreement studie --attribute nivå --coders Kari_Nordmann,Ola_Hansen --json --rounds 0");
    assert_eq!(answer["percent"], 0.75);
    // By chance (1·1 + 1·2 + 2·1) / 16 = 5/16 of them would be alike.
    let kappa = answer["cohen_kappa"].as_f64().expect("defined");
    assert!((kappa - (12.0 - 5.0) / (16.0 - 5.0)).abs() < 1e-12, "{kappa}");
    assert_eq!(answer["categories"], serde_json::json!(["1", "2", "3"]));
    let last = serde_json::json!({ "case": "Informant 4", "ratings": ["3", "2"] });
    assert!(answer["cases"].as_array().is_some_and(|cases| cases.len() == 4 && cases.contains(&last)), "{answer}");
    assert!(place.ok("agreement studie --attribute nivå --rounds 0").contains("75,0\u{a0}%"));
    let complaint = place.fails("agreement studie --attribute alder", 1);
    assert!(complaint.contains("alder"), "{complaint}");
}

#[test]
fn what_does_not_belong_together_is_said() {
    let place = Place::new();
    study(&place);
    place.write("to.csv", "1,2\n1,1\n2,2\n");
    for (arguments, said) in [
        ("agreement to.csv --unit word", "--unit gjelder en studie, og «to.csv» er en tabell."),
        ("agreement to.csv --own", "--own gjelder en studie"),
        ("agreement studie --header yes", "--header gjelder en tabell, og «studie» er en studie."),
        ("agreement studie --coders Kari", "Oppgi to kodere eller flere, som --coders Kari,Ola. Studien har "),
        ("agreement studie --coders Kari,Kari", "Oppgi to kodere"),
        ("agreement studie --coders Kari,Per", "Studien har ikke «Per»."),
    ] {
        let complaint = place.fails(arguments, 1);
        assert!(complaint.contains(said), "{arguments}: {complaint}");
    }
}

/// Every key that scripts are promised, for a study as for a table.
const KEYS: [&str; 13] = [
    "percent",
    "cohen_kappa",
    "kappa_linear",
    "kappa_squared",
    "scott_pi",
    "fleiss_kappa",
    "alpha_nominal",
    "alpha_ordinal",
    "alpha_interval",
    "alpha_ratio",
    "ac1",
    "ac2_quadratic",
    "brennan_prediger",
];

#[test]
fn every_figure_has_its_key_and_is_null_with_a_reason_where_it_is_undefined() {
    let place = Place::new();
    study(&place);
    place.ok("code studie --source tekst --span 12..22 --code tillit --coder Eva");
    for arguments in ["", "--unit segment", "--coders Kari,Ola,Eva", "--coders Kari,Ola,Eva --unit segment"] {
        let answer = place.json(&format!("agreement studie {arguments} --json --rounds 0"));
        for key in KEYS {
            let figure = answer.get(key).unwrap_or_else(|| panic!("{arguments}: {key}"));
            assert_eq!(figure.is_null(), answer["reasons"].get(key).is_some(), "{arguments}: {key}");
        }
    }
    let three = place.json("agreement studie --coders Kari,Ola,Eva --code tillit --json --rounds 0 --spans");
    // Kari has 0 to 15, Ola 10 to 20, Eva 12 to 22.
    assert_eq!(three["by_number"], serde_json::json!([78, 12, 7, 3]));
    assert_eq!(three["spans"][3], serde_json::json!([{ "source": "tekst", "start": 12, "end": 15 }]));
    assert!(three["fleiss_kappa"].is_number() && three["cohen_kappa"].is_null());
    assert!(three["alpha_unitizing"].is_number());
    assert!(place.ok("agreement studie --coders Kari,Ola,Eva").starts_with("Kari, Ola og Eva, tegn:\n"));
}
