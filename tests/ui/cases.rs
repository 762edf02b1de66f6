//! The table of cases, driven by the names a screen reader would say.

use egui::{Key, Modifiers, Role};
use kodebok::journal::edit::Edit;
use kodebok::model::case::AttributeKind;
use kodebok::ui::screen::Tone;

use super::study;
use crate::support::rooms::Window;

/// The cases with their values, a line each.
fn table(window: &Window) -> Vec<String> {
    let project = window.session().project();
    let line = |case: &&kodebok::model::case::Case| {
        let titles = project.sources().filter(|source| case.sources.contains(&source.id));
        let titles: Vec<&str> = titles.map(|source| source.title.as_str()).collect();
        let values = project.attributes().into_iter().filter_map(|attribute| case.values.get(&attribute.id));
        let parts = [case.name.as_str()].into_iter().chain(titles).chain(values.map(String::as_str));
        parts.collect::<Vec<_>>().join(" | ")
    };
    project.cases().iter().map(line).collect()
}

/// The room of cases, with a case of each of the two interviews and an attribute.
fn with_attribute(name: &str, kind: AttributeKind) -> Window {
    let mut session = study();
    let sources: Vec<_> = session.project().sources().map(|source| source.id).collect();
    for (name, source) in ["Anna", "Berit"].into_iter().zip(sources) {
        let edit = Edit::CreateCase { name: name.to_owned(), source: Some(source) };
        session.edit(&edit).expect("a case can be made");
    }
    session.edit(&Edit::CreateAttribute { name: name.to_owned(), kind }).expect("an attribute can be made");
    let mut window = Window::on(session);
    window.room(Key::Num3);
    window
}

#[test]
fn one_click_makes_a_case_of_each_interview_and_one_undo_takes_them_all_back() {
    let mut window = Window::on(study());
    window.room(Key::Num3);
    assert!(window.sees_part("no cases yet"));
    window.click("Make a case of each interview");
    assert_eq!(table(&window), ["Interview 1 | Interview 1", "Interview 2 | Interview 2"]);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(table(&window).is_empty());
}

#[test]
fn typing_in_cells_goes_down_with_enter_and_right_with_tab() {
    let mut window = with_attribute("title", AttributeKind::Text);
    window.click("Anna · title");
    window.write("leader");
    window.press(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Berit · title"));
    window.write("CTO");
    window.press(Key::Enter);
    assert_eq!(table(&window), ["Anna | Interview 1 | leader", "Berit | Interview 2 | CTO"]);
    window.click_role(Role::RowHeader, "Anna");
    window.write(" K");
    window.press(Key::Tab);
    assert_eq!(window.value("Anna K · title"), "leader", "the next cell is typed in, with what it says");
    window.write("!");
    window.press(Key::Enter);
    assert_eq!(table(&window), ["Anna K | Interview 1 | leader!", "Berit | Interview 2 | CTO"]);
}

#[test]
fn escape_gives_up_what_was_typed() {
    let mut window = with_attribute("title", AttributeKind::Text);
    window.click("Anna · title");
    window.write("leader");
    window.press(Key::Escape);
    assert_eq!(table(&window), ["Anna | Interview 1", "Berit | Interview 2"]);
    assert_eq!(window.focused().as_deref(), Some("Anna · title"));
}

#[test]
fn a_value_of_another_kind_is_refused_and_stays_to_be_mended() {
    let mut window = with_attribute("employees", AttributeKind::Number);
    window.click("Anna · employees");
    window.write("many");
    window.press(Key::Enter);
    assert_eq!(table(&window), ["Anna | Interview 1", "Berit | Interview 2"]);
    assert_eq!(window.screen().said.as_ref().map(|said| said.tone), Some(Tone::Trouble));
    assert_eq!(window.value("Anna · employees"), "many");
    for _ in 0..4 {
        window.press(Key::Backspace);
    }
    window.write("12");
    window.press(Key::Enter);
    assert_eq!(table(&window), ["Anna | Interview 1 | 12", "Berit | Interview 2"]);
}

#[test]
fn arrows_walk_and_letters_start_to_type() {
    let mut window = with_attribute("title", AttributeKind::Text);
    window.focus(Role::RowHeader, "Anna");
    window.press(Key::ArrowRight);
    assert_eq!(window.focused().as_deref(), Some("Anna · Sources"));
    window.press(Key::ArrowRight);
    window.press(Key::ArrowDown);
    assert_eq!(window.focused().as_deref(), Some("Berit · title"));
    window.write("C");
    window.write("EO");
    window.press(Key::Enter);
    assert_eq!(table(&window), ["Anna | Interview 1", "Berit | Interview 2 | CEO"]);
    window.press(Key::Backspace);
    assert_eq!(table(&window), ["Anna | Interview 1", "Berit | Interview 2"]);
}

#[test]
fn sources_are_linked_and_unlinked_in_a_menu() {
    let mut window = with_attribute("title", AttributeKind::Text);
    window.click("Anna · Sources");
    window.click_role(Role::CheckBox, "Interview 2");
    window.click_role(Role::CheckBox, "Interview 1");
    assert_eq!(table(&window), ["Anna | Interview 2", "Berit | Interview 2"]);
}

#[test]
fn yes_and_no_are_chosen() {
    let mut window = with_attribute("member", AttributeKind::YesNo);
    window.click("Anna · member");
    window.click("yes");
    assert_eq!(table(&window), ["Anna | Interview 1 | yes", "Berit | Interview 2"]);
}

#[test]
fn an_attribute_is_made_renamed_and_deleted() {
    let mut window = with_attribute("title", AttributeKind::Text);
    window.click("New attribute…");
    window.write("founded");
    window.click("Date");
    window.click("Make the attribute");
    let made = |window: &Window| -> Vec<(String, AttributeKind)> {
        let attributes = window.session().project().attributes();
        let mut made: Vec<_> = attributes.into_iter().map(|known| (known.name.clone(), known.kind)).collect();
        made.sort();
        made
    };
    assert_eq!(made(&window)[0], ("founded".to_owned(), AttributeKind::Date));
    window.click_role(Role::ColumnHeader, "founded");
    window.click("Rename");
    window.write(" in");
    window.press(Key::Enter);
    assert_eq!(made(&window)[0].0, "founded in");
    window.click_role(Role::ColumnHeader, "founded in");
    window.click("Delete the attribute with its values");
    assert_eq!(made(&window).len(), 1);
}

#[test]
fn cases_are_made_one_after_the_other_and_deleted_in_their_menu() {
    let mut window = with_attribute("title", AttributeKind::Text);
    window.click("New case");
    window.write("Cecilie");
    window.press(Key::Enter);
    window.write("Dina");
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert_eq!(table(&window), ["Anna | Interview 1", "Berit | Interview 2", "Cecilie", "Dina"]);
    window.click("More about Cecilie");
    window.click("Delete the case");
    assert_eq!(table(&window), ["Anna | Interview 1", "Berit | Interview 2", "Dina"]);
}
