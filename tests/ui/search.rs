//! The room of search, driven by the names a screen reader would say.

use egui::{Key, Modifiers, Role};
use kodebok::model::search::Way;
use kodebok::session::Session;
use kodebok::ui::screen::Room;

use crate::support::rooms::Window;
use crate::support::session::{add_code, add_source, in_memory};

fn interviews() -> Session {
    let mut session = in_memory();
    add_source(&mut session, "Interview 1", "We trust them. They trusted us, but money came first.");
    add_source(&mut session, "Interview 2", "Distrust grows. Money talks.");
    session
}

fn search(session: Session, typed: &str) -> Window {
    let mut window = Window::on(session);
    window.press_with(Modifiers::COMMAND, Key::F);
    assert_eq!(window.screen().room, Room::Search);
    window.write(typed);
    window
}

#[test]
fn hits_come_as_one_types_and_the_way_decides() {
    let mut window = search(interviews(), "trust");
    assert!(window.sees("3 hits in 2 sources"));
    for (way, told) in [
        ("Whole words", "1 hit in 1 source"),
        ("All forms", "2 hits in 1 source"),
        ("Regular expression", "3 hits in 2 sources"),
    ] {
        window.click(way);
        assert!(window.sees(told), "{way}");
    }
}

#[test]
fn words_near_one_another_are_found() {
    let mut window = search(interviews(), "trusted");
    window.focus(Role::TextInput, "Near");
    window.write("money");
    assert!(window.sees_part("No hits"), "two words stand between them");
}

#[test]
fn a_pattern_that_breaks_the_rules_says_so() {
    let mut window = search(interviews(), "(trust");
    window.click("Regular expression");
    assert!(window.sees_part("The regular expression cannot be read"));
}

#[test]
fn nothing_and_no_hits_say_what_to_do() {
    let mut window = search(interviews(), "");
    assert!(window.sees_part("Type above"));
    window.write("xyz");
    assert!(window.sees_part("No hits"));
}

#[test]
fn ticked_hits_are_coded_as_whole_sentences_in_one_gesture() {
    let mut session = interviews();
    let code = add_code(&mut session, "economy");
    let mut window = search(session, "money");
    window.click_first("Tick “money”");
    window.click("What is coded");
    window.click("The sentence");
    window.click("Code the 1 ticked…");
    window.write("econ");
    window.press(Key::Enter);
    let project = window.session().project();
    let quotes: Vec<&str> = project.codings_of(code).map(|coding| project.quote(coding)).collect();
    assert_eq!(quotes, ["They trusted us, but money came first."]);
}

#[test]
fn a_search_is_saved_in_the_study_and_taken_up_again() {
    let mut window = search(interviews(), "trust");
    window.click("All forms");
    window.click("Saved searches");
    window.click("Save the search");
    let saved = window.session().project().searches().next().expect("it is kept").clone();
    assert_eq!((saved.name.as_str(), saved.query.words.as_str(), saved.query.way), ("trust", "trust", Way::Stem));
    window.click("Plain text");
    assert!(window.sees("3 hits in 2 sources"));
    window.click("Saved searches");
    window.click("trust");
    assert!(window.sees("2 hits in 1 source"));
    window.click("Saved searches");
    window.click("Delete “trust”");
    assert_eq!(window.session().project().searches().count(), 0);
}

#[test]
fn hits_stand_in_the_order_of_the_words_around_them() {
    let mut session = in_memory();
    add_source(&mut session, "Interview 1", "Old trust zebra\nNew trust apple");
    let mut window = search(session, "trust");
    let top = |window: &Window, words: &str| window.place(Role::ListItem, words).top();
    assert!(top(&window, "Old trust zebra") < top(&window, "New trust apple"));
    window.click("By the word after");
    assert!(top(&window, "New trust apple") < top(&window, "Old trust zebra"));
    window.click("By the word before");
    assert!(top(&window, "New trust apple") < top(&window, "Old trust zebra"), "new before old");
}

#[test]
fn hits_go_out_as_a_table_as_they_are_shown() {
    let mut window = search(interviews(), "trust");
    window.click("Save…");
    for name in ["The table as xlsx", "The table as csv"] {
        assert!(window.sees(name), "{name}");
    }
    window.click("Copy the table");
    assert!(window.sees("The table is copied. Paste it into Excel or Word."));
}
