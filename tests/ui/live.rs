//! What others do appears while one works, and moves nothing under one's hands.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use kodebok::session::Session;

use crate::support::session::{Clock, Desk, add_code, add_source, apply};
use crate::support::window::Window;

/// A long interview, so that it can be scrolled.
fn said() -> String {
    (1..=200).map(|n| format!("Svar nummer {n} fra informanten.\n")).collect()
}

/// Kari's window and Ola's session on the same folder, and the clock on her wall.
fn two() -> (tempfile::TempDir, Window, Clock, Session) {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut hers = kari.create();
    add_source(&mut hers, "Informant 1", &said());
    add_code(&mut hers, "deling");
    hers.settle().expect("it can be saved");
    let his = ola.open();
    (room, Window::on(hers), kari.clock, his)
}

/// Ola codes the first words and makes a code; half a second passes at Kari's.
fn ola_works(window: &mut Window, clock: &Clock, his: &mut Session, round: u32) {
    let (code, source) =
        (his.project().codebook().find(&["deling"]), his.project().sources().next().map(|source| source.id));
    apply(his, code.expect("the code"), source.expect("the source"), round, round + 4);
    add_code(his, &format!("fra Ola {round}"));
    his.settle().expect("it can be saved");
    let codings = his.project().coding_count();
    clock.wait_ms(500);
    window
        .until("what Ola did", |app| app.session().is_some_and(|session| session.project().coding_count() == codings));
}

fn codes(window: &Window) -> Vec<String> {
    window.project().codebook().codes().map(|code| code.name.clone()).collect()
}

#[test]
fn the_selection_and_the_place_in_the_text_stay() {
    let (_room, mut window, clock, mut his) = two();
    window.select_paragraph("Svar nummer 3 fra informanten.");
    let selected = window.app().screen().selection;
    assert!(selected.is_some());
    let at = window.rect(Role::Paragraph, "Svar nummer 5 fra informanten.");
    ola_works(&mut window, &clock, &mut his, 1);
    assert_eq!(window.app().screen().selection, selected);
    assert_eq!(window.rect(Role::Paragraph, "Svar nummer 5 fra informanten.").top(), at.top());
    // Far down as well.
    window.press_with(Modifiers::COMMAND, Key::End);
    let last = "Svar nummer 200 fra informanten.";
    let (at, caret) = (window.rect(Role::Paragraph, last), window.app().screen().selection);
    ola_works(&mut window, &clock, &mut his, 2);
    assert_eq!(window.rect(Role::Paragraph, last).top(), at.top());
    assert_eq!(window.app().screen().selection, caret);
}

#[test]
fn the_choice_in_the_palette_stays_on_its_code() {
    let (_room, mut window, clock, mut his) = two();
    window.select_paragraph("Svar nummer 3 fra informanten.");
    window.type_letters("deli");
    assert!(window.shows(Role::ListBoxOption, "deling"));
    // What he makes fits the letters better, and would stand first.
    add_code(&mut his, "deli");
    ola_works(&mut window, &clock, &mut his, 1);
    window.press(Key::Enter);
    let hers = window.app().session().map(Session::coder);
    let coded: Vec<&str> = window
        .project()
        .codings()
        .filter(|coding| Some(coding.coder) == hers)
        .map(|coding| window.project().code_name(coding.code).unwrap_or(""))
        .collect();
    assert_eq!(coded, ["deling"]);
}

#[test]
fn what_is_half_typed_stays_typed() {
    let (_room, mut window, clock, mut his) = two();
    // A name in the palette, on the words that are selected.
    window.select_paragraph("Svar nummer 3 fra informanten.");
    window.type_letters("tillit i klyn");
    ola_works(&mut window, &clock, &mut his, 1);
    assert!(window.shows(Role::ListBoxOption, "Ny kode «tillit i klyn»"), "{:?}", window.names(Role::ListBoxOption));
    window.type_letters("gen");
    assert!(window.shows(Role::ListBoxOption, "Ny kode «tillit i klyngen»"), "{:?}", window.names(Role::ListBoxOption));
    window.press_with(Modifiers::SHIFT, Key::Enter);
    assert!(codes(&window).contains(&"tillit i klyngen".to_owned()), "{:?}", codes(&window));
    // A memo.
    window.press_with(Modifiers::COMMAND, Key::M);
    window.type_letters("Her nøler ");
    ola_works(&mut window, &clock, &mut his, 2);
    window.type_letters("informanten.");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    let memos: Vec<String> =
        window.project().memos().flat_map(|memo| &memo.versions).map(|version| version.text.clone()).collect();
    assert_eq!(memos, ["Her nøler informanten."]);
    // A word in the text itself.
    window.press_with(Modifiers::COMMAND, Key::R);
    window.press_with(Modifiers::COMMAND, Key::Home);
    window.type_letters("Hm, ");
    ola_works(&mut window, &clock, &mut his, 3);
    window.type_letters("ja. ");
    window.press_with(Modifiers::COMMAND, Key::R);
    let text = window.project().sources().next().and_then(|source| source.text.clone()).expect("the text");
    assert!(text.as_str().starts_with("Hm, ja. Svar nummer 1"), "{}", text.as_str());
}
