//! The copy that an informant gets: their words, what was coded in them, what was written about it, and nobody else's.

use std::io::{Cursor, Read as _};

use kodebok::export::informant;
use kodebok::lang::Language;
use zip::ZipArchive;

use crate::support::erasing::{write_names, write_others};
use crate::support::session::in_memory;

#[test]
fn an_informant_gets_their_own_words_and_nobody_elses() {
    let mut session = in_memory();
    let source = write_names(&mut session);
    write_others(&mut session);
    let case = session.project().cases()[0].id;
    let bytes = informant::write(session.project(), &[source], Some(case), Language::Bokmal).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut read = |name: &str| {
        let mut words = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut words).unwrap();
        words
    };
    let text = read("1.txt");
    assert!(text.starts_with("Intervju Torbjørn\n\nTorbjørn Egeland: Jeg heter Torbjørn Egeland.\n"), "{text}");
    let codings = read("kodede utdrag.csv");
    assert!(codings.contains("Intervju Torbjørn;tilhørighet;heter Torbjørn;Kari Nordmann"), "{codings}");
    let memos = read("notat.csv");
    assert!(memos.contains("Torbjørn var sliten.") && memos.contains("Her nøler Egeland."), "{memos}");
    assert!(![text, codings, memos].concat().contains("hverandre"), "another interview");
}
