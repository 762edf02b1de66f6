//! Reading and selecting in the window.

use egui::{Key, Role, pos2};

use crate::support::rooms::Window as Rooms;
use crate::support::session::{add_code, add_source, apply, in_memory};
use crate::support::window::Window;

#[test]
fn a_drag_within_one_frame_selects_the_words() {
    let mut window = Window::first();
    window.click(Role::Button, "Åpne prøvestudien");
    window.until("the study", |app| app.session().is_some());
    window.settle();
    let rect = window.rect(Role::Paragraph, "Hei, hei. Hører du meg greit?");
    window.drag_at_once(pos2(rect.left() + 1.0, rect.center().y), pos2(rect.right() + 8.0, rect.center().y));
    let (source, span) = window.app().screen().words().expect("words are selected");
    let quote = window.project().source(source).map(|source| source.quote(span));
    assert_eq!(quote, Some("Hei, hei. Hører du meg greit?"));
}

#[test]
fn with_nothing_selected_the_turn_that_is_in_view_is_selected() {
    let mut session = in_memory();
    let lines: Vec<String> = (1..=200).map(|n| format!("This is what was said as number {n}.")).collect();
    add_source(&mut session, "A long talk", &lines.join("\n"));
    let mut window = Rooms::on(session);
    window.resize(720.0, 450.0);
    for _ in 0..4 {
        window.press(Key::PageDown);
    }
    window.press(Key::F4);
    let (source, span) = window.screen().words().expect("a turn is selected");
    let quote = window.session().project().source(source).expect("it is open").quote(span).to_owned();
    assert!(window.sees_role(Role::Paragraph, &quote), "{quote} is in view");
    assert_ne!(quote, lines[0]);
}

#[test]
fn escape_closes_a_menu_and_leaves_the_words_selected() {
    let mut session = in_memory();
    add_source(&mut session, "A talk", "This is what was said.");
    let mut window = Rooms::on(session);
    window.press(Key::F4);
    assert!(window.screen().words().is_some());
    window.click_role(Role::Button, "Export");
    assert!(window.sees_part("Export codebook"));
    window.press(Key::Escape);
    assert!(!window.sees_part("Export codebook"), "the menu is closed");
    assert!(window.screen().words().is_some(), "and nothing else");
    window.press(Key::Escape);
    assert!(window.screen().words().is_none());
}

#[test]
fn a_coding_far_down_in_a_long_turn_is_brought_into_view() {
    let mut session = in_memory();
    let text = format!("{}at last. The end.", "and on it goes and on ".repeat(300));
    let source = add_source(&mut session, "A long answer", &text);
    let code = add_code(&mut session, "patience");
    let start = u32::try_from(text.find("at last").expect("somebody says it")).expect("a short text");
    apply(&mut session, code, source, start, start + 7);
    let mut window = Rooms::on(session);
    window.resize(720.0, 450.0);
    window.press(Key::F8);
    assert!(window.screen().coding.is_some());
    let at = window.place(Role::Button, "Coding: patience");
    assert!(at.top() > 60.0 && at.bottom() < 425.0, "it stands at {at:?}");
}

#[test]
fn delete_takes_away_no_coding_while_its_source_is_looked_at() {
    let mut session = in_memory();
    let source = add_source(&mut session, "Informant 1", "They help each other. They always did.");
    let code = add_code(&mut session, "help");
    apply(&mut session, code, source, 0, 21);
    let mut window = Rooms::on(session);
    window.press(Key::F8);
    assert!(window.screen().coding.is_some());
    window.click_role(Role::ListBoxOption, "Informant 1");
    window.press(Key::Delete);
    assert_eq!((window.screen().coding, window.session().project().coding_count()), (None, 1));
    window.press(Key::F8);
    window.press(Key::Delete);
    assert_eq!(window.session().project().coding_count(), 0, "a coding that is shown goes");
}
