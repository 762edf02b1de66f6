//! The settings, driven by the names a screen reader would say.

use egui::{Key, Role};
use kodebok::model::code::Hue;

use super::study;
use crate::support::rooms::Window;

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
