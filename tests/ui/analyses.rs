//! The room of tables and figures, driven by the names a screen reader would say.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use kodebok::analysis::ANALYSES;
use kodebok::figure::FIGURES;
use kodebok::journal::edit::{Edit, NewCode};
use kodebok::lang::Language;
use kodebok::model::span::Span;
use kodebok::ui::screen::Room;

use super::study;
use crate::support::rooms;
use crate::support::sample;
use crate::support::session::{add_code, add_source, in_memory, new_code};
use crate::support::window::Window;

const ROOM: Key = Key::Num9;

/// The small study in the room, in English, with one of the list chosen.
fn room(title: &str) -> rooms::Window {
    let mut window = rooms::Window::on(study());
    window.room(ROOM);
    window.click_role(Role::ListBoxOption, title);
    window
}

#[test]
fn every_table_and_figure_of_the_sample_study_is_shown() {
    let scratch = tempfile::tempdir().expect("there is a folder for temporary files");
    let mut window = Window::on(sample::session(scratch.path()));
    window.press_with(Modifiers::COMMAND, ROOM);
    let language = Language::Bokmal;
    // How far coders agree is shown in the room of review, and nowhere twice.
    let here = ANALYSES.iter().filter(|analysis| !analysis.name().starts_with("agreement"));
    window.resize(1440.0, 1300.0);
    window.click(Role::ListBoxOption, "Samsvar mellom kodere");
    assert!(window.shows(Role::RadioButton, "Samsvar"));
    window.press_with(Modifiers::COMMAND, ROOM);
    window.resize(1440.0, 900.0);
    let mut titles: Vec<&str> = here.map(|analysis| analysis.title(language)).collect();
    titles.extend(FIGURES.iter().map(|figure| figure.title(language)));
    titles.sort_unstable();
    titles.dedup();
    let listed = window.names(Role::ListBoxOption);
    for title in titles {
        assert!(listed.iter().any(|known| known == title), "«{title}» is in the list: {listed:?}");
        window.click(Role::ListBoxOption, title);
        for form in ["Figur", "Tabell"] {
            if !window.shows(Role::RadioButton, form) {
                continue;
            }
            window.click(Role::RadioButton, form);
            assert!(window.shows(Role::Label, "Slik er dette regnet ut"), "{title}, {form}");
        }
        for width in [900.0, 1440.0] {
            window.resize(width, 900.0);
            assert_eq!(window.outside(), Vec::<String>::new(), "{title} at {width}");
        }
    }
}

#[test]
fn a_number_leads_to_its_segments_and_a_segment_to_its_place() {
    let mut window = room("Codes and sources");
    assert!(window.sees("2 rows"));
    window.click_role(Role::Cell, "trust, Interview 1: 2");
    assert!(window.sees("trust · Interview 1"));
    assert!(window.sees("2 segments · 1 source"));
    assert!(window.sees("felt safe") && window.sees("Nobody asked") && !window.sees("call each other"));
    window.click("Nobody asked");
    assert_eq!(window.screen().room, Room::Code);
    let coding = window.screen().coding.and_then(|id| window.session().project().coding(id).copied());
    assert_eq!(window.session().project().quote(&coding.expect("the coding is selected")), "Nobody asked");
}

#[test]
fn a_row_opens_too_and_escape_closes_what_is_open() {
    let mut window = room("Codes and sources");
    window.click_role(Role::RowHeader, "trust");
    assert!(window.sees("3 segments · 2 sources"));
    window.press(Key::Escape);
    assert!(!window.sees("3 segments · 2 sources"));
}

#[test]
fn an_option_changes_the_numbers_at_once_and_so_does_an_edit() {
    let mut window = room("Codes and sources");
    window.click("Counting codes below too");
    window.click("the code alone");
    assert!(window.sees("trust, Interview 1: 1"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.sees("trust, Interview 2: 0"), "the coding in the second interview is undone");
}

#[test]
fn a_part_of_the_study_is_asked() {
    let mut window = room("Codes and sources");
    assert!(window.sees("trust, Interview 2: 1"));
    window.click("Which part of the study, The whole study");
    window.click_role(Role::Button, "Sources");
    window.click_role(Role::CheckBox, "Interview 1");
    assert!(window.sees("Which part of the study, Interview 1"));
    window.press(Key::Escape);
    assert!(!window.sees("trust, Interview 2: 1") && window.sees("trust, Interview 1: 2"));
}

#[test]
fn a_click_on_the_head_of_a_column_sorts_it() {
    let mut window = room("Codes and sources");
    let above = |window: &rooms::Window| {
        window.place(Role::RowHeader, "trust").top() < window.place(Role::RowHeader, "home").top()
    };
    assert!(above(&window));
    window.click_role(Role::ColumnHeader, "Code");
    assert!(!above(&window), "home stands before trust");
    assert_eq!(window.description(Role::ColumnHeader, "Code").as_deref(), Some("sorted ascending"));
    window.click_role(Role::ColumnHeader, "Code");
    window.click_role(Role::ColumnHeader, "Code");
    assert!(above(&window));
}

#[test]
fn arrows_go_from_cell_to_cell_and_enter_opens() {
    let mut window = room("Codes and sources");
    window.focus(Role::RowHeader, "trust");
    window.press(Key::ArrowRight);
    assert_eq!(window.focused().as_deref(), Some("trust, Interview 1: 2"));
    window.press(Key::ArrowDown);
    assert_eq!(window.focused().as_deref(), Some("home, Interview 1: 1"));
    window.press(Key::Enter);
    assert!(window.sees("home · Interview 1"));
}

#[test]
fn what_stands_in_a_figure_opens_its_words() {
    let mut window = room("The code tree as areas");
    window.click_role(Role::Button, "home");
    assert!(window.sees("1 segment · 1 source"));
    assert!(window.sees("Nobody asked"));
    window.click("Zoom in");
    window.click_role(Role::ListBoxOption, "The code tree as rings");
    assert!(!window.sees("1 segment · 1 source"), "what was open belonged to another figure");
    window.click_role(Role::Button, "home");
    assert!(window.sees("Nobody asked"));
}

#[test]
fn words_of_a_text_lead_to_their_place() {
    let mut window = room("Words in context");
    assert!(window.sees_part("Type a word above"));
    window.focus(Role::TextInput, "Words to find");
    window.write("years");
    assert!(window.sees("1 row"));
}

#[test]
fn a_table_and_a_figure_are_saved_as_files() {
    let scratch = tempfile::tempdir().expect("there is a folder for temporary files");
    let mut window = Window::on(sample::session(scratch.path()));
    window.press_with(Modifiers::COMMAND, ROOM);
    window.click(Role::ListBoxOption, "Koder og kilder");
    for (form, endings) in [("Tabell", &["xlsx", "csv", "docx", "md"][..]), ("Figur", &["svg", "png", "pdf"])] {
        window.click(Role::RadioButton, form);
        for ending in endings {
            let path = window.path(&format!("out.{ending}"));
            window.will_choose(&path);
            window.click(Role::Button, "Lagre eller kopier");
            window.click(Role::Button, &format!("Lagre som {}…", ending.to_uppercase()));
            window.until(ending, |_| path.metadata().is_ok_and(|known| known.len() > 100));
        }
    }
}

#[test]
fn what_compares_very_much_is_worked_out_beside_the_window() {
    let mut session = in_memory();
    let text = "one two three four\n".repeat(1100);
    let source = add_source(&mut session, "Numbers", &text);
    let one = add_code(&mut session, "odd");
    session.edit(&Edit::CreateCode(NewCode { parent: None, ..new_code("even") })).expect("a code can be made");
    let other = session.project().codebook().find(&["even"]).expect("the code is there");
    let apply = |number: u32, code, at| {
        let span = Span::new(number * 19 + at, number * 19 + at + 7).expect("some words");
        Edit::ApplyCode { code, source, span }
    };
    let all = (0..1100).flat_map(|number| [apply(number, one, 0), apply(number, other, 4)]);
    session.edit(&Edit::All(all.collect())).expect("codes can be applied");
    let mut window = rooms::Window::on(session);
    window.room(ROOM);
    window.click_role(Role::ListBoxOption, "Codes together");
    window.wait_for("1 page");
    window.click_role(Role::RadioButton, "Table");
    window.wait_for("odd, even: 1100");
}
