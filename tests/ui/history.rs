//! The history, driven by the names a screen reader would say.

use egui::{Key, Role};
use kodebok::lang::Language;
use kodebok::told;
use kodebok::told::history::Past;
use kodebok::ui::screen::Room;

use super::study;
use crate::support::rooms::Window;

/// The gestures in words, newest first.
fn told(window: &Window) -> Vec<String> {
    let session = window.session();
    let words = |gesture: &kodebok::session::history::Gesture| {
        told::history::events(session.project(), &Past::default(), gesture.events(), Language::English)
    };
    session.history().iter().map(words).collect()
}

#[test]
fn every_gesture_is_told() {
    let mut window = Window::on(study());
    window.room(Key::Num5);
    let told = told(&window);
    assert!(told.len() >= 8, "{told:?}");
    for words in told {
        assert!(window.sees(&words), "{words}");
    }
}

#[test]
fn undo_strikes_a_gesture_and_says_what_was_taken_back() {
    let mut window = Window::on(study());
    window.room(Key::Num5);
    let last = told(&window).remove(0);
    window.click_role(Role::Button, "Undo");
    assert!(window.session().history().iter().any(|gesture| gesture.taken_back));
    assert!(window.sees(&format!("Undid: {last}")));
    window.click_role(Role::Button, "Redo");
    assert!(!window.session().history()[2].taken_back);
    assert!(window.sees(&format!("Did again: {last}")));
}

#[test]
fn words_and_coders_narrow_the_list() {
    let mut window = Window::on(study());
    window.room(Key::Num5);
    let told = told(&window);
    window.focus(Role::TextInput, "Filter the history");
    window.write("interview 2");
    for words in told {
        let expected = words.to_lowercase().contains("interview 2");
        assert_eq!(window.sees(&words), expected, "{words}");
    }
    window.write("xyz");
    assert!(window.sees_part("No action matches"));
    window.click("Whose All coders");
    window.click("Kari Nordmann");
    assert!(window.sees("Whose Kari Nordmann"));
}

#[test]
fn a_click_on_a_gesture_goes_to_what_it_was_about() {
    let mut window = Window::on(study());
    window.room(Key::Num5);
    let last = told(&window).remove(0);
    window.click_role(Role::Button, &last);
    assert_eq!(window.screen().room, Room::Code);
    let coding = window.screen().coding.and_then(|id| window.session().project().coding(id).copied());
    assert_eq!(window.session().project().quote(&coding.expect("a coding is selected")), "call each other");
}
