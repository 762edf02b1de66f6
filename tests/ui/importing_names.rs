//! Names replaced in the preview of an import, before any text enters the study, and asked about before one leaves it.

use std::path::Path;

use egui::Key;
use egui::accesskit::Role;
use kodebok::journal::edit::sources::source_id;
use kodebok::session::keys;

use crate::support::erasing::{NOWHERE, holding};
use crate::support::session::{Desk, add_source, in_memory};
use crate::support::window::Window;

const SAID: &str = "Torbjørn Egeland: Jeg jobber i Fjordtek AS, i Langevåg.\nForsker: Hvor lenge, Torbjørn?\n\
                    Torbjørn Egeland: Fjordtek AS begynte i fjor.\nForsker: Ja vel.\n";
const NAMES: [&str; 6] = ["Torbjørn", "torbjørn", "Egeland", "egeland", "Fjordtek", "Langevåg"];

/// Lets files go over the window, and waits until they are read and names are looked for.
fn dropped(window: &mut Window, files: &[(&str, &str)]) {
    let paths: Vec<_> = files.iter().map(|(name, _)| window.path(name)).collect();
    for (path, (_, words)) in paths.iter().zip(files) {
        std::fs::write(path, words).expect("a file can be written");
    }
    window.drop(&paths);
    window.until("the reading", |app| {
        let intake = app.screen().intake.as_ref();
        intake.is_some_and(|intake| intake.done() == files.len() && intake.is_looked_through())
    });
}

/// Brings in what is ticked, and says that no key is wanted where that is asked.
fn accepted(window: &mut Window) {
    window.press(Key::Enter);
    if window.shows(Role::Button, "Erstatt uten koblingsnøkkel") {
        window.click(Role::Button, "Erstatt uten koblingsnøkkel");
    }
    window.until("the import", |app| app.screen().intake.is_none());
}

/// Asks for the codebook in a file.
fn exported(window: &mut Window) {
    window.click(Role::Button, "Eksporter");
    window.click(Role::Button, "Eksporter kodebok…");
}

fn text(window: &Window) -> String {
    let sources = window.project().sources();
    sources.filter_map(|source| source.text.as_ref()).map(|text| text.as_str().to_owned()).collect()
}

#[test]
fn no_byte_holds_a_name_that_was_replaced_at_the_door() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::kari(room.path());
    let mut window = Window::on(desk.create());
    dropped(&mut window, &[("Intervju torbjørn egeland.txt", SAID)]);
    // The button says what it does, whether somebody has looked at the names or not.
    assert!(window.shows(Role::Button, "Importer 1 fil og erstatt 3 navn"), "{:?}", window.names(Role::Button));
    window.click(Role::CheckBox, "Erstatt navn før teksten legges til");
    assert!(window.shows(Role::Button, "Importer 1 fil") && window.shows(Role::Paragraph, "Hvor lenge, Torbjørn?"));
    // Nor does looking at them change it.
    window.click(Role::RadioButton, "Navn og steder");
    assert!(window.shows(Role::Button, "Importer 1 fil"));
    window.click(Role::RadioButton, "Innhold");
    window.click(Role::CheckBox, "Ta vare på filene i studien slik de er");
    window.click(Role::CheckBox, "Erstatt navn før teksten legges til");
    window.click(Role::RadioButton, "Navn og steder");
    let told = "Ingen fil er valgt. Da lagres koblingen mellom navn og pseudonym ingen steder når du importerer.";
    assert!(window.shows(Role::Label, told), "{:?}", window.names(Role::Label));
    assert!(window.shows(Role::Label, "Originalfilene tas ikke vare på, for de inneholder navnene."));
    window.click(Role::Button, "Velg alle");
    window.click(Role::RadioButton, "Innhold");
    assert!(window.shows(Role::Paragraph, "Hvor lenge, Person 1?"), "{:?}", window.names(Role::Paragraph));
    accepted(&mut window);
    let expected = "Jeg jobber i Bedrift A, i Navn 1.\nHvor lenge, Person 1?\nBedrift A begynte i fjor.\nJa vel.";
    assert_eq!(text(&window).trim_end(), expected);
    let source = window.project().sources().next().expect("it came in");
    let speakers: Vec<&str> = source.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!((source.title.as_str(), speakers), ("Intervju Person 1", vec!["Person 1", "Forsker"]));
    assert!(source.original.is_none());
    window.until("the saving", |app| {
        app.session().is_some_and(|session| matches!(session.saved(), kodebok::store::writer::Saved::Saved))
    });
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
    assert_eq!(holding(&window.path("local data"), &NAMES), NOWHERE);
    // The same interview once more becomes the same text, so it is here already.
    dropped(&mut window, &[("Intervju torbjørn egeland.txt", SAID)]);
    assert!(window.shows(Role::Button, "Importer 1 fil og erstatt 3 navn"));
    window.click(Role::RadioButton, "Navn og steder");
    window.click(Role::Button, "Velg alle");
    for (name, pseudonym) in [
        ("Torbjørn Egeland", "Person 1"),
        ("Fjordtek AS", "Bedrift A"),
        ("Langevåg", "Navn 1"),
        ("Torbjørn", "Person 1"),
    ] {
        window.write_over(&format!("Pseudonym for {name}"), pseudonym);
    }
    let here = window.project().sources().next().map(|source| source.id);
    let shown = |window: &Window| window.app().screen().intake.as_ref().and_then(|intake| intake.shown()?.source);
    let draft = window.app().screen().intake.as_ref().and_then(|intake| Some(intake.shown()?.draft()?.text.clone()));
    assert_eq!(draft, Some(text(&window)));
    assert_eq!(shown(&window), here);
    assert!(window.shows(Role::Button, "Importer 0 filer"), "{:?}", window.names(Role::Button));
}

#[test]
fn who_is_brought_in_later_gets_a_pseudonym_of_their_own() {
    let mut session = in_memory();
    add_source(&mut session, "Før", "Person 1 og Person 2 bor i Sted 1.");
    let mut window = Window::on(session);
    dropped(&mut window, &[("1.txt", SAID)]);
    window.click(Role::RadioButton, "Navn og steder");
    accepted(&mut window);
    assert!(text(&window).contains("Hvor lenge, Person 3?"), "{}", text(&window));
}

#[test]
fn what_is_found_follows_the_files_and_what_was_said_of_a_name_stays() {
    let mut window = Window::on(in_memory());
    dropped(
        &mut window,
        &[("1.txt", SAID), ("2.txt", "Ola: Jeg bor i Bergen.\nKari: Ja.\nOla: I Bergen.\nKari: Jo.\n")],
    );
    window.click(Role::RadioButton, "Navn og steder");
    assert!(window.shows(Role::CheckBox, "Erstatt Bergen"), "{:?}", window.names(Role::CheckBox));
    window.click(Role::CheckBox, "Erstatt Fjordtek AS");
    window.click(Role::CheckBox, "Ta med 2");
    window.until("the search", |app| app.screen().intake.as_ref().is_some_and(|intake| intake.is_looked_through()));
    assert!(!window.shows(Role::CheckBox, "Erstatt Bergen"));
    accepted(&mut window);
    assert!(text(&window).contains("i Fjordtek AS"), "{}", text(&window));
    assert!(!text(&window).contains("Torbjørn"));
}

#[test]
fn as_they_are_means_that_nothing_is_replaced() {
    let mut window = Window::on(in_memory());
    dropped(&mut window, &[("1.txt", SAID)]);
    window.click(Role::RadioButton, "Navn og steder");
    window.click(Role::CheckBox, "Erstatt navn før teksten legges til");
    accepted(&mut window);
    assert!(text(&window).contains("Hvor lenge, Torbjørn?"));
}

#[test]
fn a_table_comes_in_without_names_in_cases_and_values() {
    let mut window = Window::on(in_memory());
    let table = "Navn;By;Hva er viktig?\nTorbjørn Egeland;Bergen;At Torbjørn i Fjordtek AS får hjelp når det trengs som mest\n\
                 Siri Aasen;Bergen;Å få ringe noen som har gjort det samme før meg i dette firmaet\n";
    dropped(&mut window, &[("svar.csv", table)]);
    window.click(Role::RadioButton, "Navn og steder");
    window.click(Role::Button, "Velg alle");
    accepted(&mut window);
    let project = window.project();
    let seen = format!("{:?} {:?} {}", project.cases(), project.sources().collect::<Vec<_>>(), text(&window));
    for name in NAMES.iter().chain(&["Siri", "Aasen", "Bergen"]) {
        assert!(!seen.contains(name), "{name} in {seen}");
    }
    assert!(text(&window).contains("At Person"), "{}", text(&window));
}

#[test]
fn nobody_loses_the_link_to_the_names_without_being_asked() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(Desk::kari(room.path()).create());
    dropped(&mut window, &[("1.txt", SAID)]);
    window.press(Key::Enter);
    assert!(window.shows(Role::Label, "Erstatte 3 navn uten å lagre koblingen?"), "{:?}", window.names(Role::Label));
    window.click(Role::Button, "Velg koblingsnøkkel først");
    assert!(window.shows(Role::Link, "Velg fil…") && window.project().sources().count() == 0);
    window.click(Role::Button, "Importer 1 fil og erstatt 3 navn");
    window.press(Key::Escape);
    assert!(!window.shows(Role::Button, "Erstatt uten koblingsnøkkel"));
    assert!(window.app().screen().intake.is_some(), "Escape takes back the question alone");
    window.click(Role::Button, "Importer 1 fil og erstatt 3 navn");
    window.click(Role::Button, "Erstatt uten koblingsnøkkel");
    window.until("the import", |app| app.screen().intake.is_none());
    assert_eq!(window.project().sources().count(), 1);
}

#[test]
fn the_table_is_kept_in_the_key_before_anything_comes_in() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::kari(room.path());
    let mut window = Window::on(desk.create());
    dropped(&mut window, &[("1.txt", SAID)]);
    window.click(Role::RadioButton, "Navn og steder");
    let key = window.path("nøkkel.age");
    window.will_choose(&key);
    window.click(Role::Link, "Velg fil…");
    window.write_over("Passfrase", "fire ord på rad");
    window.write_over("Passfrasen en gang til", "fire ord på ras");
    window.click(Role::Button, "Importer 1 fil og erstatt 3 navn");
    assert!(window.shows(Role::Label, "De to passfrasene er ikke like."), "{:?}", window.names(Role::Label));
    assert_eq!(window.project().sources().count(), 0);
    window.write_over("Passfrasen en gang til", "fire ord på rad");
    window.click(Role::Button, "Importer 1 fil og erstatt 3 navn");
    window.until("the import", |app| app.screen().intake.is_none());
    assert_eq!(window.project().sources().count(), 1);
    let project = window.project().id().expect("a study has an id");
    let rows = keys::read(&key, project, "fire ord på rad").expect("it opens");
    let pseudonym = |name: &str| rows.iter().find(|row| row.original == name).map(|row| row.pseudonym.as_str());
    assert_eq!((pseudonym("Torbjørn Egeland"), pseudonym("Fjordtek AS")), (Some("Person 1"), Some("Bedrift A")));
    assert_eq!(source_id(project, &text(&window)), window.project().sources().next().expect("it is here").id);
    // Whoever is in the key keeps the pseudonym in the next import.
    dropped(&mut window, &[("2.txt", "Siri: Torbjørn Egeland er her.\nAnne: Ja.\nSiri: Jo.\nAnne: Nei.\n")]);
    window.click(Role::RadioButton, "Navn og steder");
    window.click(Role::RadioButton, "Innhold");
    assert!(window.shows(Role::Paragraph, "Person 1 er her."), "{:?}", window.names(Role::Paragraph));
}

#[test]
fn names_that_are_left_are_asked_about_before_anything_goes_out() {
    let mut session = in_memory();
    add_source(&mut session, "Intervju", "Person 1 sa at Langevåg er bedre enn Bergen.");
    let mut window = Window::on(session);
    let asked = |window: &mut Window, file: &Path| {
        window.will_choose(file);
        exported(window);
        window.until("the question", |app| app.screen().going_out.is_some());
        assert!(!file.exists(), "nothing is written before somebody has answered");
    };
    let file = window.path("kodebok.csv");
    asked(&mut window, &file);
    window.click(Role::Button, "Avbryt");
    assert!(!file.exists() && window.app().screen().going_out.is_none());
    asked(&mut window, &file);
    window.click(Role::Button, "Se dem");
    window.until("the names", |app| app.screen().room == kodebok::ui::screen::Room::Names);
    asked(&mut window, &file);
    window.click(Role::CheckBox, "Ikke spør igjen i denne økten");
    window.click(Role::Button, "Eksporter likevel");
    window.until("the export", |_| file.exists());
    std::fs::remove_file(&file).expect("it can go");
    window.will_choose(&file);
    exported(&mut window);
    window.until("the export", |_| file.exists());
    assert!(window.app().screen().going_out.is_none());
}

#[test]
fn a_study_without_pseudonyms_goes_out_and_is_told_of() {
    let mut session = in_memory();
    add_source(&mut session, "Intervju", "Ola sa at Bergen er bedre enn Langevåg.");
    let mut window = Window::on(session);
    let file = window.path("kodebok.csv");
    window.will_choose(&file);
    exported(&mut window);
    window.until("the export", |app| {
        file.exists() && app.screen().said.as_ref().is_some_and(|said| said.words.contains("Bergen"))
    });
    assert!(window.app().screen().going_out.is_none());
}
