//! Every file under `tests/data/import` is read as its `.expected` says.

use std::fmt::Write as _;

use kodebok::import::report::Loss;
use kodebok::import::{Content, IMPORTERS, Survey};
use kodebok::model::source::Role;

use crate::support::golden;
use crate::support::reading::{read, text};

/// Writes a source down as a reader would check it: speakers, losses, then the text, a turn a paragraph.
pub(crate) fn outline(file_name: &str, bytes: &[u8]) -> String {
    let read = match read(file_name, bytes) {
        Ok(read) => read,
        Err(error) => return format!("error: {error:?}\n"),
    };
    let (source, losses) = match read.content {
        Content::Text(source) => (source, read.losses),
        Content::Survey(survey) => return table(&survey, &read.losses),
    };
    let mut out = format!("title: {}\n", source.title);
    for speaker in &source.speakers {
        writeln!(out, "speaker: {} ({:?})", speaker.name, speaker.role).expect("a short outline");
    }
    for loss in &losses {
        writeln!(out, "loss: {loss:?}").expect("a short outline");
    }
    let letters: Vec<char> = source.text.chars().collect();
    let words = |start: u32, end: u32| letters[start as usize..end as usize].iter().collect::<String>();
    let mut at = 0;
    for turn in &source.turns {
        assert!(turn.span.start() >= at, "turns do not overlap");
        write!(out, "{}", gap(&words(at, turn.span.start()))).expect("a short outline");
        let name = turn.speaker.map_or("?", |n| &source.speakers[usize::from(n)].name);
        let start = turn.start_ms.map_or("–".to_owned(), |ms| format!("{}.{:03}", ms / 1000, ms % 1000));
        writeln!(out, "\n{start} {name}\n{}", words(turn.span.start(), turn.span.end())).expect("a short outline");
        at = turn.span.end();
    }
    write!(out, "{}", gap(&words(at, u32::try_from(letters.len()).expect("a short outline"))))
        .expect("a short outline");
    out
}

/// Writes answers to a survey down: what becomes of the columns, then each case with its values and its turns.
fn table(survey: &Survey, losses: &[Loss]) -> String {
    let mut lines: Vec<String> = losses.iter().map(|loss| format!("loss: {loss:?}")).collect();
    let name = |column: usize| survey.table.header[column].as_str();
    lines.push(format!("case: {}", survey.layout.case.map_or("–", name)));
    lines.extend(survey.layout.texts.iter().map(|column| format!("text: {}", name(*column))));
    lines.extend(
        survey.layout.attributes.iter().map(|(column, kind)| format!("attribute: {} ({kind:?})", name(*column))),
    );
    for case in &survey.cases.rows {
        let values = std::iter::once(&case.name).chain(&case.values).map(String::as_str).collect::<Vec<_>>();
        lines.push(format!("\n{}", values.join(" | ")));
        let Some(source) = &case.source else { continue };
        let letters: Vec<char> = source.text.chars().collect();
        for turn in &source.turns {
            let speaker = &source.speakers[usize::from(turn.speaker.expect("somebody"))];
            let words: String = letters[turn.span.start() as usize..turn.span.end() as usize].iter().collect();
            lines.push(format!("{}: {words}", speaker.name));
        }
        let roles: Vec<Role> = source.speakers.iter().map(|speaker| speaker.role).collect();
        assert_eq!(roles, [Role::Interviewer, Role::Informant]);
        assert_eq!(source.title, case.name);
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What stands outside all turns.
fn gap(words: &str) -> String {
    if words.trim().is_empty() { String::new() } else { format!("\nno turn\n{}\n", words.trim_end_matches('\n')) }
}

#[test]
fn every_file_is_read_as_expected() {
    for folder in golden::folders("import").iter().filter(|folder| *folder != "crashers") {
        let files = golden::files(&format!("import/{folder}"));
        assert!(!files.is_empty());
        for path in files {
            let name = path.file_name().unwrap().to_str().unwrap();
            let outline = outline(name, &std::fs::read(&path).unwrap());
            // Of a long text the end is enough.
            let outline = if outline.len() > 20_000 { outline.split_at(outline.len() - 400).1 } else { &outline };
            golden::check(&format!("import/{folder}/{name}.expected"), outline);
        }
    }
}

#[test]
fn every_importer_has_a_sample_file() {
    for importer in IMPORTERS {
        let usual = importer.extensions()[0];
        assert!(!golden::files(&format!("import/{usual}")).is_empty(), "{usual}");
    }
}

#[test]
fn the_title_is_the_name_of_the_file_without_folder_and_ending() {
    for (file_name, title) in
        [("Informant 1.txt", "Informant 1"), (r"C:\data\Intervju 2.v3.TXT", "Intervju 2.v3"), ("mappe/æøå.txt", "æøå")]
    {
        assert_eq!(text(file_name, b"Ord.").unwrap().0.title, title);
    }
}

#[test]
fn kinds_that_are_not_read_are_named() {
    for name in ["a.RTF", "a.odt", "a.doc", "a.mp4", "a.xyz", "uten_ending", ".skjult"] {
        let error = read(name, b"Ord.").unwrap_err();
        golden_line(name, &format!("{error:?}"));
    }
}

#[track_caller]
fn golden_line(name: &str, got: &str) {
    let expected = match name {
        "a.RTF" => "Unsupported(Rtf)",
        "a.odt" => "Unsupported(Odt)",
        "a.doc" => "Unsupported(OldWord)",
        "a.mp4" => "Unsupported(Recording)",
        "a.xyz" => "Unsupported(Other(\"xyz\"))",
        _ => "Unsupported(Other(\"\"))",
    };
    assert_eq!(got, expected, "{name}");
}
