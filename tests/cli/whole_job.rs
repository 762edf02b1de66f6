//! The whole job without a display: a study is made, interviews come in, codes are applied, and all of it goes out.

use super::program::{Place, sample};

/// A study with the sample's seven interviews.
fn study() -> Place {
    let place = Place::new();
    place.ok("new studie --template study --name Klyngestudien --coder Kari_Nordmann");
    for name in ["1.vtt", "2.docx", "3.txt", "4.md", "5.txt", "6.odt", "7.rtf"] {
        let name = format!("Informant {name}");
        place.write(&name, std::fs::read(sample(&name)).expect("the sample is there"));
    }
    place
}

#[test]
fn from_seven_files_to_a_figure() {
    let place = study();
    let imported = place.json(
        "import studie Informant_1.vtt Informant_2.docx Informant_3.txt Informant_4.md Informant_5.txt Informant_6.odt \
         Informant_7.rtf --json",
    );
    let titles: Vec<&str> = imported.as_array().unwrap().iter().map(|file| file["title"].as_str().unwrap()).collect();
    assert_eq!(titles, (1..=7).map(|n| format!("Informant {n}")).collect::<Vec<_>>());
    assert_eq!(imported[3]["speakers"][0], "Interviewer");
    assert!(imported[4]["losses"][0].as_str().unwrap().contains("Windows-1252"));

    let coded = place.json("code studie --source Informant_1 --span 0..8 --code markedstilgang --json");
    assert_eq!(coded["code"], "Formål › markedstilgang");
    assert_eq!(coded["words"], "Hei, hei");
    let said = place.ok(
        "code studie --source informant_4 --span 0..5 --code Læring>uformell_deling>kaffeprat --create --coder Per",
    );
    assert_eq!(said, "Satte «Læring › uformell deling › kaffeprat» på «Hello».\n");
    let again = place.ok("code studie --source Informant_1 --span 0..8 --code Formål/markedstilgang");
    assert_eq!(again, "«Formål › markedstilgang» står på disse ordene fra før.\n");

    for (what, extension, starts) in [
        ("codebook", "xlsx", &b"PK"[..]),
        ("codebook", "docx", b"PK"),
        ("codebook", "csv", "\u{feff}Navn;Beskrivelse;Filer;Referanser;".as_bytes()),
        ("codebook", "md", "# Klyngestudien – kodebok".as_bytes()),
        ("structure", "svg", b"<svg "),
        ("structure", "png", b"\x89PNG"),
        ("segments", "xlsx", b"PK"),
        ("segments", "CSV", "\u{feff}Bane;Kilde;Taler;".as_bytes()),
    ] {
        let out = format!("ut.{extension}");
        assert_eq!(place.ok(&format!("export studie {what} {out}")), format!("Skrev {out}.\n"));
        assert!(std::fs::read(place.path(&out)).unwrap().starts_with(starts), "{what} {extension}");
    }
    let segments = std::fs::read_to_string(place.path("ut.CSV")).unwrap();
    let line = "Læring › uformell deling › kaffeprat;Informant 4;Interviewer;1;0:00:03;0;5;Per;Hello;;";
    assert!(segments.lines().any(|row| row == line), "{segments}");
    assert!(segments.contains(";Kari Nordmann;Hei, hei;"));

    let history = place.json("history studie --json");
    let history = history.as_array().unwrap();
    assert_eq!(history[0]["coder"], "Per");
    assert_eq!(history.last().unwrap()["coder"], "Kari Nordmann");
    let lines = place.ok("history studie --limit 3");
    assert_eq!(lines.lines().count(), 3);
    assert!(lines.contains("  Per  "));

    let checked = place.json("check studie --json");
    assert_eq!((checked["texts"].as_u64(), checked["codings"].as_u64()), (Some(7), Some(2)));
    assert!(place.ok("check studie").starts_with("Alt stemmer: "));
    let left: Vec<_> = std::fs::read_dir(place.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".tmp")), "{left:?}");
}

#[test]
fn the_coder_is_the_same_person_from_command_to_command() {
    let place = study();
    place.ok("import studie Informant_3.txt");
    place.ok("code studie --source Informant_3 --span 0..3 --code møter --coder Per");
    place.ok("code studie --source Informant_3 --span 4..6 --code møter --coder Per");
    place.ok("code studie --source Informant_3 --span 7..9 --code møter");
    place.ok("export studie codebook ut.csv");
    let table = std::fs::read_to_string(place.path("ut.csv")).unwrap();
    let row = table.lines().find(|row| row.starts_with("møter;"));
    assert_eq!(row, Some("møter;;1;3;2;Samarbeid › møter;kategori;fra teori;\"Kari Nordmann; Per\""));
    let second = place.run("import studie Informant_3.txt");
    assert_eq!(second.out, "«Informant 3» er i studien allerede.\n");
}

#[test]
fn who_gives_no_name_is_one_coder_and_not_remembered_as_the_user() {
    let place = Place::new();
    place.ok("new studie --template study");
    place.write("a.txt", "Noen ord å kode.");
    place.ok("import studie a.txt");
    place.ok("code studie --source a --span 0..4 --code møter");
    place.ok("code studie --source a --span 5..8 --code møter");
    let segments = place.ok("history studie --json");
    assert_eq!(segments.matches("\"coder\": \"ola\"").count(), 4, "{segments}");
    let preferences = std::fs::read_to_string(place.path("local data/preferences.toml")).unwrap_or_default();
    assert!(!preferences.contains("ola"), "{preferences}");
}

#[test]
fn the_language_can_be_chosen() {
    let place = Place::new();
    assert!(place.ok("new studie --language en").starts_with("Made the study “studie” in studie."));
    place.ok("export studie codebook ut.csv --language=en");
    assert!(std::fs::read_to_string(place.path("ut.csv")).unwrap().contains("Name,Description,Files,References"));
    assert!(place.ok("--help").contains("Importer intervjuer"));
    assert!(place.ok("--help --language en").contains("Import interviews"));
}

#[test]
fn the_sample_study_is_copied_and_whole() {
    let place = Place::new();
    let folder = place.ok("sample her");
    assert_eq!(folder, "her/Klyngestudien\n");
    let again = place.json("sample her --json");
    assert_eq!(again["folder"], "her/Klyngestudien 2");
    let checked = place.json("check her/Klyngestudien_2 --json");
    assert_eq!((checked["texts"].as_u64(), checked["findings"].as_array().map(Vec::len)), (Some(7), Some(0)));
}
