//! Names and places, driven by accessible names: found, replaced, kept in a key, and an informant erased.

use egui::{Key, Role};
use kodebok::model::project::Project;

use crate::support::erasing::{NOWHERE, SAID, holding, write_names, write_others};
use crate::support::rooms::Window;
use crate::support::session::Desk;

fn texts(project: &Project) -> String {
    project.sources().filter_map(|source| Some(source.text.as_ref()?.as_str().to_owned())).collect()
}

#[test]
fn names_are_found_looked_over_replaced_and_erased() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    write_names(&mut session);
    session.settle().unwrap();
    let mut window = Window::on(session);
    window.room(Key::Num6);
    window.click_and_wait("Find names in the texts", "Replace and erase the names…");
    assert!(window.sees("Where “Torbjørn” stands") || window.sees("Where “Egeland” stands"));
    window.click("Choose all");
    window.click("Replace and erase the names…");
    assert!(
        window.sees("No name key is chosen. If you replace now, the link is lost: nobody can find out who stands behind the pseudonyms.")
    );
    window.click_and_wait("Replace without a name key", "Receipt");
    let text = texts(window.session().project());
    assert!(text.contains("Person 1") && !text.contains("Torbjørn"), "{text}");
    assert_eq!(holding(&desk.folder, &["Torbjørn", "Fjordtek"]), NOWHERE);
    window.click("Close");
    assert!(!window.sees("Receipt"));
}

#[test]
fn a_name_is_added_by_hand() {
    let mut session = crate::support::session::in_memory();
    write_names(&mut session);
    let mut window = Window::on(session);
    window.room(Key::Num6);
    window.click("Add a name");
    window.focus(Role::TextInput, "Name in the text");
    window.write("sliten");
    window.focus(Role::TextInput, "The pseudonym");
    window.write("trett");
    window.click("Add");
    assert!(window.sees("1 possible name · 1 to be replaced, 0 places"));
}

#[test]
fn an_informant_is_erased_only_after_the_title_was_typed() {
    let mut session = crate::support::session::in_memory();
    write_names(&mut session);
    write_others(&mut session);
    let mut window = Window::on(session);
    window.room(Key::Num6);
    window.click("Erase an informant…");
    assert!(window.sees("Informant 2"));
    window.focus(Role::TextInput, "Search cases and sources");
    window.write("intervju");
    assert!(!window.sees("Informant 2"), "only what fits is listed");
    window.click("Intervju Torbjørn");
    assert!(window.sees("This is erased for good: 1 source, 3 codings and 2 memos. It cannot be undone, and the same text cannot be imported again. The case “Torbjørn” is erased with all its attributes."));
    window.click("Erase for good");
    assert!(texts(window.session().project()).contains("Torbjørn"), "not before the title stands there");
    window.focus(Role::TextInput, "Type “Intervju Torbjørn” to confirm");
    window.write("Intervju Torbjørn");
    window.click_and_wait("Erase for good", "Receipt");
    assert!(!texts(window.session().project()).contains(SAID.lines().next().unwrap()));
}
