//! Blind double coding in the window: begun, coded, unveiled and settled, by the names a screen reader would say.

use egui::{Key, Modifiers, Role};
use kodebok::journal::edit::Edit;
use kodebok::journal::edit::team::{NewDouble, TeamEdit};
use kodebok::model::double_coding::Answer;
use kodebok::model::layer::Layer;
use kodebok::model::span::Span;
use kodebok::session::Session;
use kodebok::ui::reviewing::ReviewPart;
use kodebok::ui::screen::Room;
use tempfile::TempDir;

use super::span;
use crate::support::rooms::Window;
use crate::support::session::{Desk, add_code, add_source, apply};

const TEXT: &str = "We felt safe there.\nNobody asked for an invoice.\nThey call each other. It takes years.";
const ROOM: Key = Key::Num8;

/// Kari's study with a text and a code, in which Ola has said his name.
fn study(room: &TempDir) -> Session {
    let mut kari = Desk::kari(room.path()).create();
    add_source(&mut kari, "Interview 1", TEXT);
    add_code(&mut kari, "trust");
    kari.close().expect("all is on the disk");
    let desk = Desk::ola(room.path());
    let mut ola = desk.open();
    let named = Edit::NameCoder { coder: desk.who.id, name: desk.who.name.clone() };
    ola.edit(&named).expect("a name is taken");
    ola.close().expect("all is on the disk");
    Desk::kari(room.path()).seeded(50).open()
}

fn code(session: &mut Session, words: &str) {
    let source = session.project().sources().next().expect("a source").id;
    let trust = session.project().codebook().find(&["trust"]).expect("a code");
    let at = span(TEXT, words);
    apply(session, trust, source, at.start(), at.end());
}

/// Both have coded by themselves; Ola is at the window.
fn coded_by_both(room: &TempDir) -> Window {
    let mut kari = study(room);
    let source = kari.project().sources().next().expect("a source");
    let (id, all) = (source.id, Span::new(0, source.length).expect("it has words"));
    let coders = kari.project().coders().map(|coder| coder.id).collect();
    let new = NewDouble { coders, codes: Default::default(), places: [(id, vec![all])].into(), drawn: None };
    kari.edit(&Edit::Team(TeamEdit::BeginDouble(new))).expect("it can begin");
    for words in ["felt safe", "an invoice", "call each other"] {
        code(&mut kari, words);
    }
    kari.close().expect("all is on the disk");
    let mut ola = Desk::ola(room.path()).seeded(2_000).open();
    for words in ["safe there", "an invoice", "takes years"] {
        code(&mut ola, words);
    }
    Window::on(ola)
}

#[test]
fn it_begins_with_who_what_and_how_much() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(study(&room));
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Double coding");
    assert!(window.sees("Kari Nordmann") && window.sees("Ola Hansen"), "both are there to be chosen");
    window.click_role(Role::RadioButton, "25 % of the turns");
    assert!(window.sees_part("1 of 3 turns, 25 % drawn at random (seed "));
    window.click_role(Role::RadioButton, "The whole texts");
    assert!(window.sees("1 whole text · all codes"));
    assert!(window.sees_part("hidden, not secret"));
    window.click("Begin blind coding");
    assert!(window.sees_part("code by themselves"));
    assert_eq!(window.session().project().double_codings().len(), 1);
    window.click("Interview 1");
    assert_eq!(window.screen().room, Room::Code);
    assert_eq!(window.screen().words().map(|(_, span)| span.len()), Some(u32::try_from(TEXT.len()).expect("short")));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.session().project().double_codings().len(), 0, "undone");
}

#[test]
fn turns_are_picked_one_by_one() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(study(&room));
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Double coding");
    window.click_role(Role::RadioButton, "Turns I pick");
    window.click("Begin blind coding");
    assert_eq!(window.session().project().double_codings().len(), 0, "nothing is picked yet");
    let tick = |window: &mut Window, name: &str| window.click_role(Role::CheckBox, name);
    tick(&mut window, "They call each other. It takes years.");
    assert!(window.sees("1 turn in 1 source · all codes"));
    tick(&mut window, "All turns of Interview 1");
    assert!(window.sees("3 turns in 1 source · all codes"));
    tick(&mut window, "Nobody asked for an invoice.");
    assert!(window.sees("2 turns in 1 source · all codes"));
    window.click("Begin blind coding");
    assert!(window.sees_part("2 places, chosen by hand"));
    let project = window.session().project();
    let (round, source) = (project.double_codings()[0].clone(), project.sources().next().expect("a source"));
    let words: Vec<&str> = round.spans(project, source.id).into_iter().map(|span| source.quote(span)).collect();
    assert_eq!(words, ["We felt safe there.", "They call each other. It takes years."]);
    assert_eq!(round.drawn, None);
}

#[test]
fn with_one_coder_it_cannot_begin() {
    let mut window = Window::on(super::study());
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Double coding");
    assert!(window.sees_part("must have opened the study once"));
    window.click("Begin blind coding");
    assert_eq!(window.session().project().double_codings().len(), 0);
}

#[test]
fn until_it_is_unveiled_one_sees_only_ones_own() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = coded_by_both(&room);
    assert_eq!(window.session().project().coding_count(), 3, "three of six");
    window.room(Key::Num5);
    assert!(window.sees_part("Coded 2 words in Interview 1 as trust"));
    let told = |window: &Window, words: &str| window.sees_part(words);
    assert!(!told(&window, "Coded 3 words in Interview 1"), "what Kari has coded is not told");
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Double coding");
    assert!(window.sees("You have made 3 codings here"));
    window.click("Unveil");
    window.click("Not yet");
    assert_eq!(window.session().project().coding_count(), 3);
    window.click("Unveil");
    window.click("Unveil");
    assert_eq!(window.session().project().coding_count(), 6);
    assert!(window.sees("1 of 4 passages are coded alike"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.session().project().coding_count(), 3, "veiled again");
}

#[test]
fn the_measures_of_a_double_coding_are_a_click_away() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = coded_by_both(&room);
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Double coding");
    window.click("Unveil");
    window.click("Unveil");
    let round = window.session().project().double_codings()[0].id;
    window.click("See the measures of agreement");
    assert_eq!(window.screen().review, ReviewPart::Agreement);
    assert_eq!(window.screen().scope.rounds, [round].into(), "of these words alone");
    assert!(window.sees("Coder A Ola Hansen") && window.sees("Coder B Kari Nordmann"));
    // Of 9 + 10 + 15 letters of Kari's and 10 + 10 + 11 of Ola's they share “safe” and “an invoice”.
    for cell in ["trust, Both: 14", "trust, Only Kari Nordmann: 20", "trust, Only Ola Hansen: 17"] {
        assert!(window.sees_role(Role::Cell, cell), "{cell}");
    }
}

#[test]
fn what_they_coded_differently_is_settled_by_the_keyboard() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = coded_by_both(&room);
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Double coding");
    window.click("Unveil");
    window.click("Unveil");
    assert!(window.sees("0 of 3 disagreements are settled"));
    assert!(window.sees("“felt safe”") && window.sees("“safe there”"), "side by side");

    // New bounds: the words of both without the last one.
    window.press(Key::W);
    window.press_with(Modifiers::ALT | Modifiers::COMMAND, Key::ArrowLeft);
    window.press(Key::Enter);
    assert!(window.sees("1 of 3 disagreements are settled"));
    assert!(window.sees("“call each other”") && window.sees("has not used the code here"));
    window.press(Key::D);
    assert!(window.sees("1 of 3 disagreements are settled"), "what is to be discussed is open still");
    assert!(window.sees("“takes years”"));
    window.press(Key::N);
    window.press(Key::ArrowLeft);
    assert!(window.sees("“call each other”"));
    let letter = if window.sees("A · Kari Nordmann") { Key::A } else { Key::B };
    window.press(letter);
    assert!(window.sees("3 of 3 disagreements are settled") && window.sees_part("All is settled."));

    let project = window.session().project();
    let round = project.double_codings()[0];
    assert_eq!(round.settled.iter().filter(|settled| matches!(settled.answer, Answer::Bounds(..))).count(), 1);
    let layer = project.layer(Layer::Agreed);
    let mut agreed: Vec<&str> = layer.codings().map(|coding| layer.quote(coding)).collect();
    agreed.sort_unstable();
    assert_eq!(agreed, ["an invoice", "call each other", "felt safe"]);
    assert_eq!(project.coding_count(), 6, "each coder's own work stays as it was");

    window.click("Show only what we agree on");
    assert_eq!(window.screen().scope.layer, Layer::Agreed);
    window.room(Key::Num2);
    assert!(window.sees("3 segments · 1 source · 2 coders"));
    window.room(Key::Num1);
    window.press(Key::Escape);
    window.press(Key::F8);
    window.press(Key::Delete);
    assert!(window.sees_part("You see what the coders have agreed on."), "it is not coded in");
    assert_eq!(window.session().project().coding_count(), 6);
}
