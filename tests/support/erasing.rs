//! A study with names in it, and a walk over every byte that is left of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kodebok::journal::edit::{Edit, NewSource};
use kodebok::journal::redaction::{Elsewhere, Redaction};
use kodebok::model::id::SourceId;
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::model::source::{Role, Speaker, Turn};
use kodebok::model::span::Span;
use kodebok::session::Session;
use kodebok::text::names::Kind;
use kodebok::text::names::table::{Row, Table};

use super::script::span;
use super::session::{add_code, add_source};

/// What is said in it.
pub(crate) const SAID: &str = "Jeg heter Torbjørn Egeland.\nTorbjørns firma er Fjordtek AS i Langevåg.";

/// Parts of the names that nothing on any disk may hold afterwards.
pub(crate) const NAMES: [&str; 4] = ["Torbjørn", "Egeland", "Fjordtek", "Langevåg"];

/// No file at all.
pub(crate) const NOWHERE: [PathBuf; 0] = [];

/// The table that replaces them.
pub(crate) fn table() -> Table {
    let rows = [
        ("Torbjørn Egeland", "Person 1", Kind::Person),
        ("Torbjørn", "Person 1", Kind::Person),
        ("Egeland", "Person 1", Kind::Person),
        ("Fjordtek AS", "Bedrift A", Kind::Company),
        ("Fjordtek", "Bedrift A", Kind::Company),
        ("Langevåg", "Sted 1", Kind::Place),
    ];
    Table::new(rows.map(|(original, pseudonym, kind)| Row {
        original: original.to_owned(),
        pseudonym: pseudonym.to_owned(),
        kind,
    }))
}

/// Adds an interview full of names, codes it, corrects it, and writes about it.
pub(crate) fn write_names(session: &mut Session) -> SourceId {
    let line = u32::try_from(SAID.lines().next().map_or(0, |line| line.chars().count())).expect("a short line");
    let length = u32::try_from(SAID.chars().count()).expect("a short text");
    let turn = |start, end| Turn { span: Span::new(start, end).expect("some words"), speaker: Some(0), start_ms: None };
    let source = NewSource {
        title: "Intervju Torbjørn".to_owned(),
        file_name: "torbjørn_egeland.docx".to_owned(),
        text: SAID.to_owned(),
        speakers: vec![Speaker { name: "Torbjørn Egeland".to_owned(), role: Role::Informant }],
        turns: vec![turn(0, line), turn(line + 1, length)],
        remarks: String::new(),
        original: None,
    };
    session.edit(&Edit::AddSource(Box::new(source))).expect("a text can be added");
    let id = session.project().sources().find(|source| source.title == "Intervju Torbjørn").expect("it is there").id;
    let code = add_code(session, "tilhørighet");
    for words in ["heter Torbjørn", "firma er", "Langevåg"] {
        let at = span(SAID, words);
        session.edit(&Edit::ApplyCode { code, source: id, span: at }).expect("a code can be applied");
    }
    let now =
        |session: &Session| session.project().source(id).and_then(|source| source.text.clone()).expect("the text");
    for (old, new) in [("firma", "nye firma, Fjordtek Nord,"), ("i Langevåg", "i Langevåg, sa Egeland og lo")] {
        let at = span(now(session).as_str(), old);
        let (start, end, words) = (at.start(), at.end(), new.to_owned());
        session.edit(&Edit::ReplaceText { source: id, start, end, words }).expect("a text can be corrected");
    }
    let coding = session.project().codings_in(id).next().expect("a coding").id;
    for (about, text) in [
        (About::Source(id), "Torbjørn var sliten."),
        (About::Coding(coding), "Her nøler Egeland."),
        (About::Code(code), "Gjelder Langevåg mest, men andre steder også."),
    ] {
        session.edit(&Edit::AddMemo { about, text: text.to_owned() }).expect("a memo can be written");
    }
    session.edit(&Edit::CreateCase { name: "Torbjørn".to_owned(), source: Some(id) }).expect("a case can be made");
    id
}

/// Adds an interview that nobody's name is in.
pub(crate) fn write_others(session: &mut Session) -> SourceId {
    let id = add_source(session, "Informant 2", "Vi lærer mye av hverandre.");
    let code = session.project().codebook().find(&["tilhørighet"]).expect("the code is there");
    let at = Span::new(3, 8).expect("some words");
    session.edit(&Edit::ApplyCode { code, source: id, span: at }).expect("a code can be applied");
    id
}

/// Replaces the names in all sources and elsewhere.
pub(crate) fn pseudonymise(session: &mut Session) -> Redaction {
    let sources: BTreeSet<SourceId> = session.project().sources().map(|source| source.id).collect();
    session.pseudonymise(&table(), &sources, Elsewhere::Replaced).expect("the names can be replaced")
}

/// The codings of a source by their words, in the order of the text.
pub(crate) fn coded(project: &Project, source: SourceId) -> Vec<String> {
    project.codings_in(source).map(|coding| project.quote(coding).to_owned()).collect()
}

/// Every file below a folder in which one of these words stands, in any letters.
pub(crate) fn holding(folder: &Path, words: &[&str]) -> Vec<PathBuf> {
    let (mut holding, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for item in fs::read_dir(&folder).expect("the folder can be read") {
            let path = item.expect("the folder can be read").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let said = String::from_utf8_lossy(&fs::read(&path).expect("the file can be read")).to_lowercase();
            let named = path.to_string_lossy().to_lowercase();
            if words.iter().any(|word| said.contains(&word.to_lowercase()) || named.contains(&word.to_lowercase())) {
                holding.push(path);
            }
        }
    }
    holding
}
