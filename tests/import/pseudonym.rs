//! Names replaced before a text enters the study: words, turns, speakers, title and file name.

use kodebok::import::pseudonym::pseudonymised;
use kodebok::journal::edit::NewSource;
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
