//! Names from the command line: proposed, replaced, kept in a key, and sources erased.

use kodebok::journal::edit::Edit;
use kodebok::model::id::CoderId;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;

use super::program::Place;
use crate::support::erasing::{NOWHERE, holding};
use crate::support::session::test_world;

const SAID: &str =
    "Intervjuer: Hvem møtte du?\nInformant: Jeg møtte Torbjørn Egeland i Bergen. Torbjørns firma er Fjordtek AS.";

fn study() -> Place {
    let place = Place::new();
    place.ok("new studie --name Klynger --coder Kari");
    place.write("Informant 1.txt", SAID);
    place.ok("import studie Informant_1.txt");
    place
}

#[test]
fn a_table_is_proposed_and_applied() {
    let place = study();
    let proposed = place.ok("pseudonymise studie --propose");
    let expected = "original;pseudonym;kind;count;forms;doubtful\n\
                    Torbjørn;Person 1;person;1;Torbjørns;\n\
                    Torbjørn Egeland;Person 1;person;1;Torbjørn Egeland;\n\
                    Fjordtek AS;Bedrift A;company;1;Fjordtek AS;\n\
                    Bergen;Sted 1;place;1;Bergen;\n";
    assert_eq!(proposed, expected);
    place.ok("code studie --source Informant_1 --span 19..24 --code møter --create");
    place.write("navn.csv", &proposed);
    place.write("passfrase", "blåbær på tunet\n");
    let inside =
        place.fails("pseudonymise studie --table navn.csv --key studie/key.age --passphrase-file passfrase --yes", 1);
    assert!(inside.contains("kan ikke ligge i studiens mappe"), "{inside}");
    // What cannot be undone is done only where somebody is sure, and knows whether the link is kept.
    let unsure = place.fails("pseudonymise studie --table navn.csv", 1);
    assert!(unsure.contains("--yes") && unsure.contains("blir ikke lagret"), "{unsure}");
    assert!(!holding(&place.path("studie"), &["Torbjørn"]).is_empty());
    let said = place.ok("pseudonymise studie --table navn.csv --key key.age --passphrase-file passfrase --yes");
    assert!(said.contains("Koblingen til navnene er lagret i key.age."), "{said}");
    assert!(said.starts_with("Navn er erstattet 4 steder i tekstene.\n"), "{said}");
    assert!(said.contains("1 tekstfil er fjernet") && said.contains("git"), "{said}");
    let names = ["Torbjørn", "Egeland", "Fjordtek", "Bergen"];
    assert_eq!(holding(&place.path("studie"), &names), NOWHERE);
    assert_eq!(holding(&place.path("local data"), &names), NOWHERE);
    assert_eq!(place.ok("pseudonymise studie --table navn.csv --yes"), "Ingen av navnene står i tekstene.\n");
    place.ok("export studie segments ut.csv");
    let out = std::fs::read_to_string(place.path("ut.csv")).unwrap();
    assert!(out.contains(";møtte;"), "{out}");
    // A large letter alone is a doubtful sign.
    place.write("Informant 2.txt", "Intervjuer: Hvem?\nInformant: Det var vel Anbjørg det, tror jeg.");
    place.ok("import studie Informant_2.txt");
    let proposed = place.ok("pseudonymise studie --propose");
    assert!(proposed.contains("Anbjørg;Navn 1;other;1;Anbjørg;yes\n"), "{proposed}");
    place.ok("check studie");
    place.write("feil", "noe annet enn før\n");
    let wrong = place.fails("pseudonymise studie --propose --key key.age --passphrase-file feil", 1);
    assert!(wrong.contains("Passfrasen åpner ikke"), "{wrong}");
}

#[test]
fn an_export_warns_of_names_that_are_left() {
    let place = study();
    let said = place.run("export studie segments ut.csv");
    assert_eq!(said.code, 0);
    assert!(
        said.err.contains("4 mulige navn står igjen i studien: Torbjørn, Torbjørn Egeland, Fjordtek AS, Bergen."),
        "{said:?}"
    );
}

#[test]
fn a_source_is_erased_only_when_one_is_sure() {
    let place = study();
    let said = place.fails("erase studie Informant_1", 1);
    assert!(said.contains("--yes"), "{said}");
    assert!(!holding(&place.path("studie"), &["Torbjørn"]).is_empty());
    let said = place.ok("erase studie informant_1 --yes");
    assert!(said.starts_with("«Informant 1» er slettet for godt.\n"), "{said}");
    assert_eq!(holding(&place.path("studie"), &["Torbjørn"]), NOWHERE);
    place.ok("check studie");
    let again = place.fails("import studie Informant_1.txt", 1);
    assert!(again.contains("slettet for godt"), "{again}");
    let said = place.fails("pseudonymise studie", 1);
    assert!(said.contains("--propose"), "{said}");
}

#[test]
fn the_answers_of_a_row_go_with_its_text() {
    let place = study();
    place.write("svar.csv", "Navn;Yrke;Svar\nTuva;Fyrvokter;Jeg bor ved havet nå\nAnne;Lærer;Jeg bor i byen nå\n");
    place.ok("import studie svar.csv --case Navn --text Svar --attribute Yrke");
    let said = place.fails("erase studie Tuva", 1);
    assert!(said.contains("Informanten «Tuva» slettes med alle egenskapene sine."), "{said}");
    place.ok("erase studie Tuva --yes");
    assert_eq!(holding(&place.path("studie"), &["Tuva", "Fyrvokter", "havet"]), NOWHERE);
    assert!(!holding(&place.path("studie"), &["Lærer"]).is_empty());
    place.ok("check studie");
}

#[test]
fn an_informant_is_erased_by_name_with_their_texts() {
    let place = study();
    place.write("svar.csv", "Navn;Svar\nTorbjørn;Jeg bor i Bergen nå\nAnne;Jeg bor i byen nå\n");
    place.ok("import studie svar.csv --case Navn --text Svar");
    let said = place.fails("erase studie --case Ola --yes", 1);
    assert!(said.contains("«Torbjørn»") && said.contains("«Anne»"), "{said}");
    let said = place.fails("erase studie --case torbjørn", 1);
    assert!(said.contains("1 kilde, 0 kodinger og 0 notater") && said.contains("--yes"), "{said}");
    let said = place.ok("erase studie --case torbjørn --yes");
    assert!(said.starts_with("«Torbjørn» er slettet for godt.\n"), "{said}");
    place.ok("erase studie Informant_1 --yes");
    assert_eq!(holding(&place.path("studie"), &["Torbjørn"]), NOWHERE);
    place.ok("check studie");
}

#[test]
fn of_two_sources_of_one_title_one_is_chosen_by_its_id() {
    let place = study();
    place.ok("erase studie informant_1 --yes");
    place.write("Anne.txt", "Jeg traff Torbjørn.");
    place.ok("import studie Anne.txt");
    let (who, data) = (Who { id: CoderId::new(1), name: "Kari".to_owned() }, AppData::at(place.path("local data")));
    let mut session = Session::open(&place.path("studie"), who, &data, test_world(7)).unwrap();
    let source = session.project().sources().next().unwrap().id;
    session.edit(&Edit::RemoveSource { source }).unwrap();
    session.close().unwrap();
    place.write("Anne.txt", "Jeg traff Ragnhild.");
    place.ok("import studie Anne.txt");
    let said = place.fails("erase studie Anne --yes", 1);
    let ids: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert!(said.starts_with("Flere heter «Anne»") && said.contains("i studien") && said.contains("tatt ut"), "{said}");
    assert_eq!(ids.len(), 2, "{said}");
    assert!(!holding(&place.path("studie"), &["Torbjørn"]).is_empty());
    for id in ids {
        place.ok(&format!("erase studie {id} --yes"));
    }
    assert_eq!(holding(&place.path("studie"), &["Torbjørn", "Ragnhild"]), NOWHERE);
}
