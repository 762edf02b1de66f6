//! A study in one file from the command line: packed, opened elsewhere, merged.

use super::program::Place;

fn study() -> Place {
    let place = Place::new();
    place.ok("new studie --name Klynger --coder Kari");
    place.write("Informant 1.txt", "Vi deler med andre.");
    place.ok("import studie Informant_1.txt");
    place.ok("code studie --source Informant_1 --span 3..8 --code deling --create");
    place
}

#[test]
fn a_study_is_packed_opened_and_merged() {
    let place = study();
    assert_eq!(place.ok("pack studie ut.kodebok"), "Lagret studien som ut.kodebok.\n");
    let said = place.ok("merge hos_Ola ut.kodebok --coder Ola");
    assert!(
        said.starts_with("Åpnet «Klynger»\nStudien ligger i hos Ola.\nKom til: 1 koding (Kari 1), 1 kilde, 1 kode.\n"),
        "{said}"
    );
    assert!(place.ok("check hos_Ola").starts_with("Alt stemmer: "));
    place.ok("code hos_Ola --source Informant_1 --span 13..18 --code deling --coder Ola");
    let said = place.ok("merge studie hos_Ola");
    assert!(said.starts_with("Slått sammen med «Klynger»\nKom til: 1 koding (Ola 1).\nIngenting er mistet."), "{said}");
    let json = place.json("merge studie hos_Ola --json");
    assert_eq!((&json["lines"]["new"], &json["codings"]), (&0.into(), &serde_json::json!({})));
    assert_eq!((&json["new"], &json["lines"]["unreadable"]), (&false.into(), &0.into()));
    let check = place.json("check studie --json");
    assert_eq!((&check["codings"], &check["findings"]), (&2.into(), &serde_json::json!([])));
}

#[test]
fn a_locked_file_needs_its_passphrase() {
    let place = study();
    place.write("passfrase", "blåbær på tunet\n");
    place.write("kort", "kort\n");
    assert!(place.fails("pack studie ut.kodebok --passphrase-file kort", 1).contains("minst 8 tegn"));
    place.ok("pack studie ut.kodebok --passphrase-file passfrase");
    assert!(place.fails("merge ny ut.kodebok", 1).contains("passfrasen den ble laget med"));
    assert!(!place.path("ny").exists());
    place.ok("merge ny ut.kodebok --passphrase-file passfrase");
    assert!(place.ok("check ny").starts_with("Alt stemmer"));
}

#[test]
fn what_cannot_be_merged_is_told_and_leaves_the_study_as_it_was() {
    let place = study();
    place.ok("new annen --name Annen");
    assert!(place.fails("merge studie annen", 1).contains("en annen studie"));
    assert!(place.fails("merge studie Informant_1.txt", 1).contains("ikke en studie i én fil"));
    assert!(place.fails("merge studie mangler.kodebok", 1).contains("Filen kunne ikke leses."));
    assert!(place.ok("check studie").starts_with("Alt stemmer"));
}
