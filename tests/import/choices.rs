//! What a person chooses about a file holds.

use kodebok::import::encoding::Encoding;
use kodebok::import::report::Loss;
use kodebok::import::survey::{Layout, MAX_CELL, MAX_COLUMNS, MAX_ROWS};
use kodebok::import::{Choices, Content, ImportError, Read, Speakers};
use kodebok::model::case::AttributeKind;

use crate::support::reading::{read, reader};

fn chosen(file_name: &str, bytes: &[u8], choices: &Choices) -> Read {
    reader().read(file_name, bytes, choices).expect("a file that can be read")
}

fn words(read: &Read) -> &str {
    &read.text().expect("a text").text
}

/// Letters as bytes of an encoding, written by hand from its table.
const FOUND: &[(&str, &[u8], &str)] = &[
    ("windows-1252", b"Bl\xe5b\xe6r", "Blåbær"),
    ("windows-1252", b"\xd8l", "Øl"),
    ("windows-1252", b"Vi m\xf8ttes p\xe5 caf\xe9 \x96 \xabder\xbb", "Vi møttes på café – «der»"),
    ("windows-1252", b"It\x92s what she \x93really\x94 felt\x85", "It’s what she “really” felt…"),
    ("windows-1252", b"Hon \xe4r p\xe5 \xf6n", "Hon är på ön"),
    ("mac-roman", b"Bl\x8cb\xber", "Blåbær"),
    ("mac-roman", b"\x8c v\xbere der", "å være der"),
    ("mac-roman", b"\xafl og \xc7br\xbfd\xc8", "Øl og «brød»"),
    ("mac-roman", b"Hon \x8ar p\x8c \x9an", "Hon är på ön"),
    ("mac-roman", b"Vi m\xbfttes \xd0 p\x8c caf\x8e", "Vi møttes – på café"),
    ("utf-8", "Blåbær".as_bytes(), "Blåbær"),
    ("utf-8", b"\xef\xbb\xbfBl\xc3\xa5", "Blå"),
    ("utf-16le", b"\xff\xfeB\0l\0\xe5\0", "Blå"),
    ("utf-16be", b"\xfe\xff\0B\0l\0\xe5", "Blå"),
    ("utf-16le", b"B\0l\0\xe5\0", "Blå"),
    ("utf-16be", b"\0B\0l\0\xe5", "Blå"),
];

#[test]
fn the_encoding_is_found_and_told() {
    for (tag, bytes, text) in FOUND {
        let read = read("a.txt", bytes).unwrap();
        assert_eq!((words(&read), read.encoding), (*text, Encoding::parse(tag)), "{tag} {bytes:?}");
    }
}

#[test]
fn the_first_letter_beyond_ascii_may_come_late() {
    let mut bytes = b"En lang tekst uten slike bokstaver. ".repeat(20_000);
    bytes.extend(b"Til slutt bl\x8cb\xber.");
    let read = read("a.txt", &bytes).unwrap();
    assert!(words(&read).ends_with("Til slutt blåbær."));
    assert_eq!(read.encoding, Some(Encoding::MacRoman));
    assert_eq!(read.losses, [Loss::Encoding { name: "Mac Roman" }]);
}

#[test]
fn a_chosen_encoding_overrides_what_is_found() {
    let cases = [
        ("mac-roman", b"bl\xe5b\xe6r".as_slice(), "blÂbÊr"),
        ("latin-1", b"bl\xe5\x92", "blå"),
        ("iso-8859-1", b"bl\xe5", "blå"),
        ("UTF8", b"\xef\xbb\xbfbl\xc3\xa5", "blå"),
        ("cp1252", b"bl\xc3\xa5", "blÃ¥"),
        ("utf-16le", b"\xff\xfeb\0l\0\xe5\0", "blå"),
        ("koi8-r", b"\xc4\xc1", "да"),
    ];
    for (tag, bytes, text) in cases {
        let choices = Choices { encoding: Encoding::parse(tag), ..Choices::default() };
        let read = chosen("a.txt", bytes, &choices);
        assert_eq!(words(&read), text, "{tag}");
        assert!(!read.losses.iter().any(|loss| matches!(loss, Loss::Encoding { .. })), "what is chosen is not guessed");
    }
    assert_eq!(Encoding::parse("klingon"), None);
}

#[test]
fn a_page_says_its_encoding_and_a_person_overrules_it() {
    let page = b"<html><head><meta charset=windows-1252></head><body><p>Bl\xe5b\xe6r</p></body></html>";
    let said = read("a.html", page).unwrap();
    assert_eq!((words(&said), said.encoding), ("Blåbær", Some(Encoding::Windows1252)));
    assert_eq!(said.losses, [], "what the page says is not guessed");
    let choices = Choices { encoding: Some(Encoding::MacRoman), ..Choices::default() };
    assert_eq!(words(&chosen("a.html", page, &choices)), "BlÂbÊr");
}

#[test]
fn every_encoding_is_called_by_its_name_on_the_command_line() {
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::parse(encoding.tag()), Some(encoding));
    }
}

#[test]
fn names_and_times_may_stay_in_the_text() {
    let choices = || Choices { speakers: Speakers::Kept, ..Choices::default() };
    let lines = "Intervjuer: Hei.\nInformant: Hei.\nIntervjuer: Ja?";
    let plain = chosen("a.txt", lines.as_bytes(), &choices());
    assert_eq!(words(&plain), lines);
    assert!(plain.text().unwrap().turns.is_empty());
    for (name, document) in [
        ("a.rtf", "{\\rtf1 Intervjuer: Hei.\\par Informant: Hei.\\par Intervjuer: Ja?}"),
        ("a.html", "<p>Intervjuer: Hei.<p>Informant: Hei.<p>Intervjuer: Ja?"),
    ] {
        let kept = chosen(name, document.as_bytes(), &choices());
        assert_eq!(words(&kept), lines, "{name}");
        assert!(kept.text().unwrap().turns.is_empty(), "{name}");
        assert_eq!(read(name, document.as_bytes()).unwrap().text().unwrap().turns.len(), 3, "{name}");
    }
    let cues =
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Anne>Hei.\n\n01:00:03.500 --> 01:00:04.000\n<v Per>Hei, du.";
    let read = chosen("a.vtt", cues.as_bytes(), &choices());
    assert_eq!(words(&read), "[00:00:01] Anne: Hei.\n[01:00:03] Per: Hei, du.");
}

const TABLE: &str = "navn;alder;svar\nAnne;34;Vi deler alt vi har med de andre\nPer;ca. 50;Nei\n;20;";

#[test]
fn a_chosen_layout_decides_what_becomes_of_the_columns() {
    let layout = Layout { case: Some(0), texts: vec![2], attributes: vec![(1, AttributeKind::Number)] };
    let read = chosen("a.csv", TABLE.as_bytes(), &Choices { survey: Some(layout), ..Choices::default() });
    assert_eq!(
        read.losses,
        [
            Loss::Values { count: 1, samples: vec!["ca. 50".to_owned()] },
            Loss::NoAnswers { count: 1, samples: vec!["a 3".to_owned()] },
        ]
    );
    let Content::Survey(survey) = read.content else { panic!("a table") };
    let rows: Vec<_> = survey.cases.rows.iter().map(|row| (row.name.as_str(), row.values[0].as_str())).collect();
    assert_eq!(rows, [("Anne", "34"), ("Per", ""), ("a 3", "20")]);
    let texts: Vec<_> =
        survey.cases.rows.iter().map(|row| row.source.as_ref().map(|source| source.text.as_str())).collect();
    assert_eq!(texts, [Some("svar\nVi deler alt vi har med de andre"), Some("svar\nNei"), None]);
}

#[test]
fn a_layout_of_columns_that_are_not_there_brings_nothing_and_breaks_nothing() {
    let layout = Layout { case: Some(9), texts: vec![8], attributes: vec![(7, AttributeKind::Text)] };
    let read = chosen("a.csv", TABLE.as_bytes(), &Choices { survey: Some(layout), ..Choices::default() });
    let Content::Survey(survey) = read.content else { panic!("a table") };
    assert!(survey.cases.rows.iter().all(|row| row.source.is_none() && row.values == [""]));
}

#[test]
fn tables_past_a_limit_are_refused() {
    let rows = "navn;by\n".to_owned() + &"a;b\n".repeat(MAX_ROWS);
    assert!(read("a.csv", rows.as_bytes()).is_ok());
    let cases = [
        (rows + "a;b\n", ImportError::TooManyRows { limit: MAX_ROWS }),
        ("a;".repeat(MAX_COLUMNS) + "a\n", ImportError::TooManyColumns { limit: MAX_COLUMNS }),
        (format!("a;b\n{};c\n", "x".repeat(MAX_CELL + 1)), ImportError::CellTooLong { limit: MAX_CELL }),
    ];
    for (table, error) in cases {
        assert_eq!(read("a.csv", table.as_bytes()).unwrap_err(), error);
    }
}
