//! The settings, driven by the names a screen reader would say.

use egui::{Key, Role};
use kodebok::model::code::Hue;

use super::study;
use crate::support::rooms::Window;
use crate::support::session::{Desk, add_code, add_source, apply};

fn settings() -> Window {
    let mut window = Window::on(study());
    window.room(Key::Comma);
    window
}

#[test]
fn the_language_changes_at_once() {
    let mut window = settings();
    assert!(window.sees("Settings"));
    window.click_role(Role::RadioButton, "Norsk bokmål");
    assert!(window.sees("Innstillinger"));
    window.click_role(Role::RadioButton, "English");
    assert!(window.sees("Settings"));
}

#[test]
fn sizes_go_by_tens_and_back() {
    let mut window = settings();
    window.click("Interview text, larger");
    window.click("Interview text, larger");
    assert_eq!(window.screen().text_zoom, 120);
    window.click("Interview text, smaller");
    assert_eq!(window.screen().text_zoom, 110);
    window.click("Back to 100 %");
    assert_eq!(window.screen().text_zoom, 100);
    window.click("Whole interface, larger");
    assert!(window.sees_part("interface 110 %"));
}

#[test]
fn the_coder_gets_another_name_and_another_colour() {
    let mut window = settings();
    window.focus(Role::TextInput, "Your name");
    window.write(" Berg");
    window.press(Key::Enter);
    window.click("Colour 4");
    let session = window.session();
    let coder = session.project().coder(session.coder()).expect("Kari is known");
    assert_eq!((coder.name.as_str(), coder.hue), ("Kari Nordmann Berg", Hue(3)));
}

#[test]
fn light_and_dark_are_chosen() {
    let mut window = settings();
    window.click_role(Role::RadioButton, "Dark");
    assert!(window.is_dark());
    window.click_role(Role::RadioButton, "Light");
    assert!(!window.is_dark());
}

#[test]
fn colours_stand_for_codes_or_for_coders() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::kari(room.path());
    let mut hers = desk.create();
    let code = add_code(&mut hers, "trust");
    let source = add_source(&mut hers, "Interview 1", "We share with others.");
    apply(&mut hers, code, source, 0, 2);
    hers.close().expect("it can be saved");
    let mut his = Desk::ola(room.path()).open();
    apply(&mut his, code, source, 3, 8);
    let mut window = Window::on(his);
    let legend = |window: &Window| window.sees_part("● 1 coding by") && window.sees_part(", ● 1 by");
    assert!(!legend(&window));
    window.room(Key::Comma);
    window.click_role(Role::RadioButton, "The coder");
    window.room(Key::Num1);
    assert!(legend(&window), "each coder with their colour");
    window.room(Key::Comma);
    window.click_role(Role::RadioButton, "The code");
    window.room(Key::Num1);
    assert!(!legend(&window));
}
