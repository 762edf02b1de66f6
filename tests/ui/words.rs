//! The room of words, driven by the names a screen reader would say.

use egui::{Key, Role};
use kodebok::model::lexicon::Standing;
use kodebok::session::Session;
use kodebok::text::tongue::Tongue;
use kodebok::ui::screen::Room;

use crate::support::rooms::Window;
use crate::support::session::{add_code, add_source, in_memory};

/// *cluster* stands three times in two forms, *company* once, *firm* twice.
fn interviews() -> Session {
    let mut session = in_memory();
    add_source(&mut session, "Interview 1", "The cluster helps every company. Two clusters met the firm.");
    add_source(&mut session, "Interview 2", "A firm without a cluster stands alone.");
    session
}

fn words() -> Window {
    let mut window = Window::on(interviews());
    window.room(Key::Num7);
    window
}

fn left_out(window: &Window) -> Vec<String> {
    window.session().project().lexicon().left_out.iter().cloned().collect()
}

#[test]
fn the_cloud_and_the_list_show_the_words_with_their_counts() {
    let window = words();
    assert_eq!(window.screen().room, Room::Words);
    // 10 words in the first, 7 in the second.
    assert!(window.sees_part("17 words"));
    assert!(window.sees("cluster, 3") && window.sees("cluster, 3 times"));
    assert!(window.sees("firm, 2") && window.sees("company, 1"));
    assert!(!window.sees("the, 2"), "stop words are left out");
}

#[test]
fn a_word_opens_its_places_and_a_place_opens_the_reader() {
    let mut window = words();
    window.click_role(Role::Button, "cluster, 3 times");
    assert!(window.sees("cluster · 3 hits"));
    window.click("A firm without a cluster stands alone.");
    assert_eq!(window.screen().room, Room::Code);
    let (source, span) = window.screen().words().expect("words are selected");
    let source = window.session().project().source(source).expect("it is here");
    assert_eq!((source.title.as_str(), source.quote(span)), ("Interview 2", "cluster"));
}

#[test]
fn one_click_leaves_a_word_out_in_all_its_forms_and_another_lets_it_in() {
    let mut window = words();
    window.click("Leave “cluster” out of the list");
    assert_eq!(left_out(&window), ["cluster", "clusters"]);
    assert!(!window.sees("cluster, 3") && !window.sees("cluster, 3 times"));
    window.click("Left out and let in");
    window.click("Count “clusters” again");
    assert_eq!(left_out(&window), ["cluster"]);
    assert!(window.sees("clusters, 1"));
    window.press(Key::Escape);
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert!(left_out(&window).is_empty() && window.sees("cluster, 3"));
}

#[test]
fn a_phrase_of_several_words_is_left_out_as_a_whole() {
    let mut window = words();
    window.click("Left out and let in");
    window.focus(Role::TextInput, "Words or phrases to leave out, with commas between");
    window.write("the  Firm, stands");
    window.press(Key::Enter);
    assert_eq!(left_out(&window), ["stands", "the firm"]);
    assert!(window.sees("firm, 1") && window.sees("cluster, 3") && !window.sees("stands, 1"));
    window.click("Count “the firm” again");
    assert!(window.sees("firm, 2"));
}

#[test]
fn words_are_grouped_and_a_stop_word_is_let_in() {
    let mut window = words();
    window.click("Left out and let in");
    window.focus(Role::TextInput, "Words that shall count as one, with commas between");
    window.write("firm, company");
    window.press(Key::Enter);
    assert!(window.sees("firm, company, 3"));
    window.focus(Role::TextInput, "A stop word or filler that shall count");
    window.write("Without");
    window.press(Key::Enter);
    assert_eq!(window.session().project().lexicon().standing("without"), Standing::In);
    assert!(window.sees("without, 1"));
    window.click("Take “firm, company” apart");
    assert!(window.sees("firm, 2") && window.sees("company, 1"));
}

#[test]
fn the_scope_is_shared_by_the_rooms_of_questions() {
    let mut window = words();
    window.click("Which part of the study, The whole study");
    window.click_role(Role::Button, "Sources");
    window.click_role(Role::CheckBox, "Interview 2");
    window.press(Key::Escape);
    assert!(window.sees_part("7 words") && window.sees("cluster, 1") && !window.sees("company, 1"));
    window.press_with(egui::Modifiers::COMMAND, Key::F);
    assert!(window.sees("Which part of the study, Interview 2"));
    window.write("cluster");
    assert!(window.sees("1 hit in 1 source"));
}

#[test]
fn a_code_is_made_of_a_word_and_its_ticked_places_are_coded_in_one_gesture() {
    let mut session = interviews();
    add_code(&mut session, "other");
    let mut window = Window::on(session);
    window.room(Key::Num7);
    window.click_role(Role::Button, "firm, 2 times");
    window.click_first("Tick “firm”");
    window.click("Tick all");
    window.click("Code the 2 ticked…");
    window.press_with(egui::Modifiers::SHIFT, Key::Enter);
    let project = window.session().project();
    let code = project.codebook().find(&["firm"]).expect("the code is made");
    let mut quotes: Vec<&str> = project.codings_of(code).map(|coding| project.quote(coding)).collect();
    quotes.sort_unstable();
    assert_eq!(quotes, ["firm", "firm"]);
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert!(window.session().project().codebook().find(&["firm"]).is_none(), "one step of undo takes all back");
}

#[test]
fn numbers_short_words_and_forms_are_a_choice() {
    let mut window = words();
    window.click("Each form by itself");
    assert!(window.sees("cluster, 2") && window.sees("clusters, 1"));
    window.click("How words are counted");
    window.click("Count stop words and fillers too");
    assert!(window.sees("the, 2"));
}

#[test]
fn the_language_of_a_source_is_chosen_in_the_inspector() {
    let mut window = Window::on(interviews());
    window.click_first("Interview 2");
    assert!(window.sees("Found turn by turn · English 100%"));
    window.click_role(Role::Button, "Language");
    window.click("Nynorsk");
    let source = |window: &Window| {
        window
            .session()
            .project()
            .sources()
            .find(|source| source.title == "Interview 2")
            .and_then(|known| known.language)
    };
    assert_eq!(source(&window), Some(Tongue::Nynorsk));
    assert!(!window.sees_part("Found turn by turn"));
    window.room(Key::Num7);
    assert!(window.sees("without, 1"), "English stop words count in a text that is Nynorsk");
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(source(&window), None);
}
