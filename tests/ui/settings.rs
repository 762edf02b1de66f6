//! The settings, driven by the names a screen reader would say.

use egui::{Key, Role};
use kodebok::lang::Language;
use kodebok::lang::commands::Commands;
use kodebok::model::code::Hue;
use kodebok::ui::commands::COMMANDS;

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
fn every_key_of_a_command_is_listed() {
    let window = settings();
    let words = Commands::of(Language::English);
    for listed in COMMANDS.iter().filter(|listed| listed.keys.is_some()) {
        let title = format!(": {}", (listed.title)(words));
        assert!(window.sees_part(&title), "{title}");
    }
    assert!(window.sees("F8: Goes to the next coding"));
}

#[test]
fn light_and_dark_are_chosen() {
    let mut window = settings();
    window.click_role(Role::RadioButton, "Dark");
    assert!(window.is_dark());
    window.click_role(Role::RadioButton, "Light");
    assert!(!window.is_dark());
}
