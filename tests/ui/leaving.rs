//! Nothing is lost, and nothing is carried along, when a room or a study is left.

use egui::{Key, Modifiers, Role};
use kodebok::model::project::Project;

use crate::support::window::Window;

const CTRL: Modifiers = Modifiers::COMMAND;

fn sample() -> Window {
    let mut window = Window::first();
    window.click(Role::Button, "Åpne prøvestudien");
    window.until("the study", |app| app.session().is_some());
    window.settle();
    window
}

fn memos(project: &Project) -> Vec<&str> {
    project.memos().flat_map(|memo| &memo.versions).map(|version| version.text.as_str()).collect()
}

#[test]
fn a_half_typed_memo_is_there_when_the_study_is_opened_again() {
    let mut window = sample();
    window.press(Key::F8);
    window.press_with(CTRL, Key::M);
    window.type_letters("Midt i en tanke");
    window.press_with(CTRL, Key::W);
    assert!(window.app().session().is_none());
    window.click(Role::Button, "Klyngestudien");
    window.until("the study", |app| app.session().is_some());
    assert!(memos(window.project()).contains(&"Midt i en tanke"), "{:?}", memos(window.project()));
}

#[test]
fn a_half_typed_memo_is_kept_when_another_room_is_opened() {
    let mut window = sample();
    window.press(Key::F8);
    window.press_with(CTRL, Key::M);
    window.type_letters("Midt i en tanke");
    window.press_with(CTRL, Key::Num5);
    assert!(memos(window.project()).contains(&"Midt i en tanke"), "{:?}", memos(window.project()));
}

#[test]
fn a_new_study_shows_nothing_of_the_one_before() {
    let mut window = sample();
    window.press_with(CTRL, Key::Num4);
    assert!(window.names(Role::Button).iter().any(|name| name.contains("markedstilgang")));
    window.press_with(CTRL, Key::W);
    window.click(Role::Button, "Ny studie");
    window.click(Role::TextInput, "Hva heter studien?");
    window.type_letters("En annen");
    window.click(Role::RadioButton, "Tom kodebok");
    window.click(Role::Button, "Lag studien");
    window.until("the study", |app| app.session().is_some());
    window.settle();
    assert!(!window.shows(Role::TreeItem, "Formål"));
    window.press_with(CTRL, Key::Num4);
    assert!(!window.names(Role::Button).iter().any(|name| name.contains("markedstilgang")));
}

#[test]
fn the_question_for_a_path_can_be_given_up_on_the_first_screen() {
    let mut window = Window::first();
    window.has_no_dialogs();
    window.click(Role::Button, "Åpne en studie…");
    window.until("the question", |app| app.screen().asking.is_some());
    window.settle();
    window.click(Role::Button, "Avbryt");
    assert!(window.app().screen().asking.is_none());
}

#[test]
fn a_coding_gets_a_new_code_in_one_gesture() {
    let mut window = sample();
    let codes = window.project().codebook().len();
    window.press(Key::F8);
    let coding = window.app().screen().coding.expect("a coding is selected");
    let before = window.project().coding(coding).expect("it is there").code;
    window.press(Key::F6);
    window.type_letters("helt ny");
    window.press_with(Modifiers::SHIFT, Key::Enter);
    let now = window.project().coding(coding).expect("it is there").code;
    assert_eq!(window.project().codebook().code(now).map(|code| code.name.as_str()), Some("helt ny"));
    window.press_with(CTRL, Key::Z);
    assert_eq!(window.project().codebook().len(), codes);
    assert_eq!(window.project().coding(coding).map(|coding| coding.code), Some(before));
}

#[test]
fn letters_that_come_in_one_frame_with_enter_belong_to_the_name() {
    for (typed, held) in [("helt ny", Modifiers::SHIFT), ("passivt", Modifiers::NONE)] {
        let mut window = sample();
        window.press(Key::F8);
        let coding = window.app().screen().coding.expect("a coding is selected");
        window.press(Key::F6);
        let (first, rest) = typed.split_at(2);
        window.type_letters(first);
        window.type_and_press_at_once(rest, held, Key::Enter);
        let now = window.project().coding(coding).expect("it is there").code;
        let name = window.project().codebook().code(now).map(|code| code.name.clone());
        assert!(name.as_deref().is_some_and(|name| name.starts_with(typed)), "{name:?}");
        assert!(window.app().screen().palette.is_none());
    }
}

#[test]
fn delete_in_the_tree_deletes_the_code() {
    let mut window = sample();
    window.click(Role::TreeItem, "passivt medlemskap");
    window.press(Key::Delete);
    assert!(!window.shows(Role::TreeItem, "passivt medlemskap"));
    window.press_with(CTRL, Key::Z);
    assert!(window.shows(Role::TreeItem, "passivt medlemskap"));
}

#[test]
fn delete_in_another_room_leaves_the_coding_alone() {
    let mut window = sample();
    let codings = window.project().coding_count();
    window.press(Key::F8);
    window.press_with(CTRL, Key::Num5);
    window.press(Key::Delete);
    assert_eq!(window.project().coding_count(), codings);
}
