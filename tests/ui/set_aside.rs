//! Setting words aside in the window, hiding them and taking them back in.

use egui::{Key, Modifiers, Role};
use kodebok::analysis::counted::words_in_all;
use kodebok::model::exclusion::Reason;
use kodebok::ui::screen::Aside;

use crate::support::window::Window;

const GREETING: &str = "Hei, hei. Hører du meg greit?";
const ANSWER: &str = "Ja, nå hører jeg deg. Det var litt ekko i starten, men nå gikk det over.";
const SHORT: &str = "Da flytter jeg litt på skjermen, vent. Sånn. Bedre?";

fn sample() -> Window {
    let mut window = Window::first();
    window.click(Role::Button, "Åpne prøvestudien");
    window.until("the study", |app| app.session().is_some());
    window.settle();
    window
}

fn aside(window: &Window) -> Vec<String> {
    let source = window.app().screen().source.and_then(|id| window.project().source(id)).expect("a source is open");
    source.exclusions.iter().map(|known| source.quote(known.span).to_owned()).collect()
}

#[test]
fn keys_set_the_selection_aside_and_take_it_back_in() {
    let mut window = sample();
    let source = window.app().screen().source.expect("a source is open");
    let count = |window: &Window| words_in_all(window.project().source(source).expect("it is here"));
    let before = count(&window);
    window.select_paragraph(GREETING);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    assert_eq!(aside(&window), [GREETING]);
    assert_eq!(count(&window), before - 6);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    assert!(aside(&window).is_empty());
    assert_eq!(count(&window), before);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(aside(&window), [GREETING]);
}

#[test]
fn what_is_set_aside_gets_another_reason_by_its_keys() {
    let mut window = sample();
    let reasons = |window: &Window| {
        let source = window.app().screen().source.and_then(|id| window.project().source(id)).expect("a source is open");
        source.exclusions.iter().map(|known| known.reason).collect::<Vec<_>>()
    };
    window.select_paragraph(GREETING);
    let shifted = Modifiers::COMMAND | Modifiers::SHIFT;
    for (key, reason) in [(Key::S, Reason::SmallTalk), (Key::U, Reason::Irrelevant), (Key::F, Reason::OffTheRecord)] {
        window.press_with(shifted, key);
        assert_eq!((aside(&window), reasons(&window)), (vec![GREETING.to_owned()], vec![reason]));
    }
    window.press_with(shifted, Key::F);
    assert_eq!(reasons(&window), [Reason::OffTheRecord]);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(reasons(&window), [Reason::Irrelevant]);
}

#[test]
fn the_menu_of_the_text_sets_a_turn_aside_and_takes_it_back_in() {
    let mut window = sample();
    window.click_secondary(Role::Paragraph, ANSWER);
    window.click(Role::Button, "Legg replikken til side");
    window.click(Role::Button, "uvesentlig");
    assert_eq!(aside(&window), [ANSWER]);
    window.click_secondary(Role::Paragraph, ANSWER);
    window.click(Role::Button, "Ta med hele stedet igjen");
    assert!(aside(&window).is_empty());
}

#[test]
fn a_hidden_passage_leaves_a_line_that_brings_it_back() {
    let mut window = sample();
    window.select_paragraph(GREETING);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.click(Role::Button, "Skjul 6 ord");
    assert_eq!(window.app().screen().aside, Aside::Hidden);
    assert!(!window.shows(Role::Paragraph, GREETING));
    assert!(window.shows(Role::Paragraph, ANSWER), "the rest stays");
    window.click(Role::Button, "6 ord lagt til side – vis");
    assert!(window.shows(Role::Paragraph, GREETING));
    // What is selected beside hidden words is what stands there in the text.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    window.select_paragraph(SHORT);
    let (source, span) = window.app().screen().words().expect("words are selected");
    assert_eq!(window.project().source(source).map(|source| source.quote(span)), Some(SHORT));
}

#[test]
fn the_card_of_a_source_sets_a_speaker_aside_and_lists_what_is() {
    let mut window = sample();
    window.click(Role::Button, "Mer om Intervjuer");
    window.click(Role::Button, "Legg til side alt Intervjuer sier");
    window.click(Role::Button, "småprat");
    let source = window.app().screen().source.and_then(|id| window.project().source(id)).expect("a source is open");
    let turns = source.turns.iter().filter(|turn| source.speaker_of(turn).is_some_and(|who| who.name == "Intervjuer"));
    assert!(turns.count() == aside(&window).len() && aside(&window).len() > 20);
    window.click(Role::Button, &format!("Ta med igjen: {GREETING}"));
    assert!(!aside(&window).contains(&GREETING.to_owned()));
}

#[test]
fn small_talk_is_proposed_and_what_is_ticked_is_set_aside_as_one_gesture() {
    let mut window = sample();
    window.click(Role::Link, "Forslag til småprat");
    window.click(Role::RadioButton, "Alle kilder");
    assert_eq!(window.names(Role::CheckBox).len(), 14);
    let ending = window.names(Role::CheckBox).into_iter().find(|name| name.contains("Slutten")).expect("an end");
    window.click(Role::CheckBox, &ending);
    window.click(Role::Button, "Legg 13 til side");
    let set_aside = |window: &Window| window.project().sources().map(|source| source.exclusions.len()).sum::<usize>();
    assert_eq!(set_aside(&window), 13);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(set_aside(&window), 0, "one gesture");
}

#[test]
fn the_texts_go_out_to_a_folder_of_their_own() {
    let mut window = sample();
    let folder = window.path("ut");
    std::fs::create_dir(&folder).expect("a folder can be made");
    window.will_choose(&folder);
    window.click(Role::Button, "Eksporter");
    window.click(Role::Button, "Eksporter kildenes tekster…");
    window.until("the texts", |app| app.screen().said.as_ref().is_some_and(|said| said.words.starts_with("Lagret i")));
    let made = std::fs::read_dir(folder.join("Klyngestudien – kilder")).expect("the folder is there").count();
    assert_eq!(made, 21);
}
