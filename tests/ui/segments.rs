//! The room of coded segments, driven by the names a screen reader would say.

use egui::{Key, Role};
use kodebok::journal::edit::Edit;
use kodebok::model::span::Span;
use kodebok::ui::screen::Room;

use super::study;
use crate::support::rooms::Window;
use crate::support::session::{add_code, add_source, in_memory};

#[test]
fn every_segment_is_shown_where_no_code_is_chosen() {
    let mut window = Window::on(study());
    window.room(Key::Num2);
    assert!(window.sees("All coded segments"));
    assert!(window.sees("3 segments · 2 sources · 1 coder"));
    for words in ["felt safe", "Nobody asked", "call each other"] {
        assert!(window.sees(words), "{words}");
    }
}

#[test]
fn a_click_on_a_segment_goes_to_its_place() {
    let mut window = Window::on(study());
    window.room(Key::Num2);
    window.click("call each other");
    assert_eq!(window.screen().room, Room::Code);
    let coding = window.screen().coding.and_then(|id| window.session().project().coding(id).copied());
    let coding = coding.expect("the coding is selected");
    assert_eq!(window.session().project().quote(&coding), "call each other");
}

#[test]
fn a_chosen_code_brings_its_segments_with_or_without_those_below() {
    let mut window = Window::on(study());
    window.room(Key::Num2);
    window.click_role(Role::TreeItem, "trust");
    assert!(window.sees("3 segments · 2 sources · 1 coder"));
    window.click("The code alone");
    assert!(window.sees("2 segments · 2 sources · 1 coder"));
    assert!(!window.sees("Nobody asked"));
    window.click("With codes below");
    assert!(window.sees("Nobody asked"));
}

#[test]
fn segments_stand_under_their_codes_or_under_their_sources() {
    let mut window = Window::on(study());
    window.room(Key::Num2);
    assert!(window.sees("trust, 2 segments"));
    assert!(window.sees("trust › home, 1 segment"));
    window.click("By source");
    assert!(window.sees("Interview 1, 2 segments"));
    assert!(window.sees("Interview 2, 1 segment"));
}

#[test]
fn words_narrow_the_list_whatever_their_case() {
    let mut window = Window::on(study());
    window.room(Key::Num2);
    window.focus(Role::TextInput, "Filter by words");
    window.write("NOBODY");
    assert!(window.sees("Nobody asked"));
    assert!(!window.sees("felt safe"));
    assert!(window.sees("3 segments · 2 sources · 1 coder · 1 match"));
    window.write("xyz");
    assert!(window.sees_part("No segment has these words"));
}

#[test]
fn a_study_without_codings_says_what_to_do() {
    let mut session = in_memory();
    add_source(&mut session, "Interview 1", "Nothing yet.");
    let mut window = Window::on(session);
    window.room(Key::Num2);
    assert!(window.sees_part("Nothing is coded yet"));
    window.click("Go to the interviews");
    assert_eq!(window.screen().room, Room::Code);
}

#[test]
fn thousands_of_segments_are_listed_but_only_those_in_view_are_laid_out() {
    let mut session = in_memory();
    let text: String = (0..3000).map(|number| format!("n{number:04}\n")).collect();
    let source = add_source(&mut session, "Numbers", &text);
    let code = add_code(&mut session, "number");
    let apply = |number: u32| {
        let span = Span::new(number * 6, number * 6 + 5).expect("a word");
        Edit::ApplyCode { code, source, span }
    };
    session.edit(&Edit::All((0..3000).map(apply).collect())).expect("codes can be applied");
    let mut window = Window::on(session);
    window.room(Key::Num2);
    assert!(window.sees("n0000") && !window.sees("n0100") && !window.sees("n2999"));
    window.press(Key::End);
    assert!(window.sees("n2999") && !window.sees("n0000"));
    window.press(Key::Home);
    assert!(window.sees("n0000"));
    window.press(Key::PageDown);
    assert!(!window.sees("n0000") && !window.sees("n0100"));
}

#[test]
fn arrows_go_from_segment_to_segment_and_enter_opens() {
    let mut window = Window::on(study());
    window.room(Key::Num2);
    window.focus(Role::ListItem, "felt safe");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused().as_deref(), Some("call each other"));
    window.press(Key::ArrowDown);
    assert_eq!(window.focused().as_deref(), Some("Nobody asked"), "the heading between is passed over");
    window.press(Key::Enter);
    assert_eq!(window.screen().room, Room::Code);
}
