//! The study itself, and memos about it and its cases.

use egui::{Key, Modifiers, Role};
use kodebok::journal::edit::Edit;
use kodebok::model::memo::About;

use super::study;
use crate::support::rooms::Window;

/// The words of the memos about something.
fn memos(window: &Window, about: About) -> Vec<String> {
    let memos = window.session().project().memos_about(about);
    memos.flat_map(|memo| &memo.versions).map(|version| version.text.clone()).collect()
}

#[test]
fn the_study_is_renamed_and_written_about_in_its_card() {
    let mut window = Window::on(study());
    window.click("Menu of the study Klynger");
    window.click("About the study");
    window.focus(Role::TextInput, "Name of the study");
    window.write(" i nord");
    window.press(Key::Tab);
    assert_eq!(window.session().project().name(), "Klynger i nord");
    for counted in ["sources", "codes", "codings", "cases", "coder"] {
        assert!(window.sees(counted), "{counted}");
    }
    window.click("Write a memo");
    window.write("What do they gain?");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert_eq!(memos(&window, About::Project), ["What do they gain?"]);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.session().project().name(), "Klynger");
}

#[test]
fn a_study_without_sources_shows_itself() {
    let window = Window::on(super::codebook());
    assert_eq!(window.value("Name of the study"), "Klynger");
}

#[test]
fn memos_about_a_case_are_written_beside_the_table() {
    let mut session = study();
    session.edit(&Edit::CreateCase { name: "Anna".to_owned(), source: None }).expect("a case can be made");
    let anna = session.project().cases()[0].id;
    let mut window = Window::on(session);
    window.room(Key::Num3);
    window.click("More about Anna");
    window.click("Write memo");
    assert!(window.sees("Memos about Anna"));
    window.write("Talks fast.");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert_eq!(memos(&window, About::Case(anna)), ["Talks fast."]);
    assert_eq!(window.description(Role::RowHeader, "Anna").as_deref(), Some("has a memo"));
    window.click("Close");
    assert!(!window.sees("Memos about Anna"));
}
