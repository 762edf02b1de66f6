//! The sample's transcripts, each in a form that people really have, say what their marked masters say.

use std::path::Path;

use kodebok::model::source::Role;

use crate::support::golden;
use crate::support::reading::text;

/// Who speaks when, and the words, as the marked master has them.
fn master(number: u8) -> Vec<(String, u32, String)> {
    let marked = std::fs::read_to_string(golden::data(&format!("sample/informant-{number}.marked")))
        .expect("the master is well-formed");
    let turn = |line: &str| {
        let (time, rest) = line.strip_prefix('[').expect("the master is well-formed").split_once("] ").expect("a time");
        let (name, words) = rest.split_once(": ").expect("the master is well-formed");
        let seconds =
            time.split(':').fold(0, |sum, part| sum * 60 + part.parse::<u32>().expect("the master is well-formed"));
        (name.to_owned(), seconds * 1000, without_marks(words).trim().to_owned())
    };
    marked.lines().filter(|line| !line.trim().is_empty()).map(turn).collect()
}

fn without_marks(words: &str) -> String {
    let mut inside = false;
    let mut plain = String::new();
    for letter in words.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => plain.push(letter),
            _ => {}
        }
    }
    plain
}

#[test]
fn all_seven_are_read_to_the_turns_of_their_masters() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_transcripts");
    let names = ["1.vtt", "2.docx", "3.txt", "4.md", "5.txt", "6.txt", "7.txt"];
    for (number, name) in (1..).zip(names) {
        let file_name = format!("Informant {name}");
        let (source, _) = text(&file_name, &std::fs::read(folder.join(&file_name)).unwrap()).unwrap();
        let letters: Vec<char> = source.text.chars().collect();
        let turns: Vec<_> = source
            .turns
            .iter()
            .map(|turn| {
                let speaker = &source.speakers[usize::from(turn.speaker.unwrap())];
                let words = letters[turn.span.start() as usize..turn.span.end() as usize].iter().collect::<String>();
                (speaker.name.clone(), turn.start_ms.unwrap(), words)
            })
            .collect();
        let master = master(number);
        for (turn, expected) in turns.iter().zip(&master) {
            assert_eq!(turn, expected, "{file_name}");
        }
        assert_eq!(turns.len(), master.len(), "{file_name}");
        let all: Vec<&str> = master.iter().map(|(_, _, words)| words.as_str()).collect();
        assert_eq!(source.text, all.join("\n"), "{file_name} has nothing beside its turns");
        let roles: Vec<Role> = source.speakers.iter().map(|speaker| speaker.role).collect();
        assert_eq!(roles, [Role::Interviewer, Role::Informant], "{file_name}");
        assert_eq!(source.title, format!("Informant {number}"));
    }
}
