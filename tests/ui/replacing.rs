//! Search and replace in the window.

use egui::{Key, Modifiers, Role};

use crate::support::session::{add_code, add_source, apply, in_memory};
use crate::support::window::Window;

fn window() -> Window {
    let mut session = in_memory();
    let first = add_source(&mut session, "Intervju 1", "Vi gikk på skolen. Skolen var stor.");
    add_source(&mut session, "Intervju 2", "Det er en skole til.");
    let code = add_code(&mut session, "stedet");
    apply(&mut session, code, first, 11, 17);
    let mut window = Window::on(session);
    window.press_with(Modifiers::COMMAND, Key::H);
    window
}

fn texts(window: &Window) -> Vec<String> {
    let text = |source: &kodebok::model::source::Source| source.text.as_ref().map(|text| text.as_str().to_owned());
    window.project().sources().filter_map(text).collect()
}

#[test]
fn every_hit_is_shown_and_only_what_is_ticked_is_replaced_in_one_gesture() {
    let mut window = window();
    window.type_letters("skole");
    window.click(Role::TextInput, "Erstatt med");
    window.type_letters("klasse");
    window.click(Role::RadioButton, "Alle kilder");
    let hits: Vec<String> = window.names(Role::CheckBox).into_iter().filter(|name| name.contains("blir")).collect();
    assert_eq!(hits.len(), 3);
    assert_eq!(hits[1], "Intervju 1: Vi gikk på skolen. «Skole»n var stor. blir «Klasse»");
    window.click(Role::CheckBox, &hits[1]);
    window.click(Role::Button, "Erstatt 2");
    assert_eq!(texts(&window), ["Vi gikk på klassen. Skolen var stor.", "Det er en klasse til."]);
    let coding = *window.project().codings().next().expect("the coding is there");
    assert_eq!(window.project().quote(&coding), "klassen", "the coding stays on its word");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(texts(&window), ["Vi gikk på skolen. Skolen var stor.", "Det er en skole til."]);
}

#[test]
fn whole_words_and_expressions_are_chosen_and_faults_are_sentences() {
    let mut window = window();
    window.type_letters("skole");
    window.click(Role::RadioButton, "Alle kilder");
    window.click(Role::RadioButton, "Hele ord");
    assert!(window.shows(Role::Button, "Erstatt 1"));
    window.click(Role::RadioButton, "Regulært uttrykk");
    window.click(Role::TextInput, "Søk etter");
    window.type_letters("(");
    let said = "En parentes eller klamme i uttrykket mangler den andre halvdelen.";
    assert!(window.shows(Role::Label, said), "{:?}", window.names(Role::Label));
    window.press(Key::Escape);
    assert!(!window.shows(Role::TextInput, "Søk etter"));
}

#[test]
fn words_of_the_last_time_are_selected_so_that_others_take_their_place() {
    let mut window = window();
    window.type_letters("skole");
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::H);
    window.type_letters("stor");
    assert!(window.shows(Role::Button, "Erstatt 1"), "{:?}", window.names(Role::Button));
}
