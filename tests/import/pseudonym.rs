//! Names replaced before a text enters the study: words, turns, speakers, title and file name.

use kodebok::import::pseudonym::{pseudonymised, pseudonymised_cases};
use kodebok::journal::edit::NewSource;
use kodebok::journal::edit::rows::{NewCase, NewCases};
use kodebok::model::case::AttributeKind;
use kodebok::model::source::{Role, Speaker, Turn};
use kodebok::model::span::Span;
use kodebok::text::names::Kind;
use kodebok::text::names::table::{Row, Table};

#[test]
fn turns_stay_on_their_words_and_no_name_is_left() {
    let row = |original: &str, pseudonym: &str| Row {
        original: original.to_owned(),
        pseudonym: pseudonym.to_owned(),
        kind: Kind::Person,
    };
    let table = Table::new([row("Kari Nordmann", "Person 1"), row("Bo", "Person 2"), row("Nordmann", "Person 1")]);
    let said = ["Hei, Bo.", "Kari Nordmann her.", "Bo og Kari Nordmanns bil"];
    let (mut turns, mut at) = (Vec::new(), 0);
    for (words, speaker) in said.iter().zip([0, 1, 0]) {
        let end = at + u32::try_from(words.chars().count()).unwrap();
        turns.push(Turn { span: Span::new(at, end).unwrap(), speaker: Some(speaker), start_ms: Some(at) });
        at = end + 1;
    }
    let speakers = ["Kari Nordmann", "Bo"].map(|name| Speaker { name: name.to_owned(), role: Role::Unknown });
    let source = NewSource {
        title: "Intervju med Kari Nordmann".to_owned(),
        file_name: "kari nordmann.docx".to_owned(),
        text: said.join("\n"),
        speakers: speakers.to_vec(),
        turns,
        remarks: "«dette»: Kari Nordmann sa mer (Ola)".to_owned(),
        original: None,
    };
    let entered = pseudonymised(&source, &table);
    assert_eq!(entered.remarks, "«dette»: Person 1 sa mer (Ola)");
    assert_eq!(entered.title, "Intervju med Person 1");
    assert_eq!(entered.file_name, "Person 1.docx");
    assert_eq!(
        entered.speakers.iter().map(|speaker| speaker.name.as_str()).collect::<Vec<_>>(),
        ["Person 1", "Person 2"]
    );
    let letters: Vec<char> = entered.text.chars().collect();
    let of = |turn: &Turn| letters[turn.span.start() as usize..turn.span.end() as usize].iter().collect::<String>();
    let turns: Vec<String> = entered.turns.iter().map(of).collect();
    assert_eq!(turns, ["Hei, Person 2.", "Person 1 her.", "Person 2 og Person 1s bil"]);
    assert_eq!(entered.turns[1].start_ms, Some(9));
}

#[test]
fn a_table_keeps_no_name_in_cases_values_and_where_only_numbers_stand() {
    let row = |original: &str, pseudonym: &str, kind| Row {
        original: original.to_owned(),
        pseudonym: pseudonym.to_owned(),
        kind,
    };
    let table = Table::new([
        row("Kari Nordmann", "Person 1", Kind::Person),
        row("Voss", "Sted 1", Kind::Place),
        row("912 34 567", "Telefonnummer 1", Kind::Phone),
    ]);
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let cases = NewCases {
        attributes: vec![
            ("Bor i".to_owned(), AttributeKind::Text),
            ("Alder".to_owned(), AttributeKind::Number),
            ("Telefon".to_owned(), AttributeKind::Number),
        ],
        rows: vec![NewCase {
            name: "kari nordmann".to_owned(),
            source: None,
            values: words(&["Voss sentrum", "41", "91234567"]),
        }],
    };
    let entered = pseudonymised_cases(&cases, &table);
    assert_eq!(entered.rows[0].name, "Person 1");
    // A pseudonym is no number, so nothing stands there.
    assert_eq!(entered.rows[0].values, words(&["Sted 1 sentrum", "41", ""]));
}
