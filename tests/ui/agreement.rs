//! The place of agreement: who and by what is chosen, a figure opens its table and its segments, by accessible names.

use egui::{Key, Modifiers, Role};
use kodebok::journal::edit::agreement::AgreementEdit;
use kodebok::journal::edit::{Edit, NewCode};
use kodebok::model::agreement::Unit;
use kodebok::model::case::AttributeKind;
use kodebok::session::Session;
use kodebok::ui::screen::Room;
use tempfile::TempDir;

use super::span;
use crate::support::rooms::Window;
use crate::support::session::{Desk, add_code, add_source, apply, new_code};

const TEXT: &str = "We felt safe there.\nNobody asked for an invoice.\nThey call each other. It takes years.";
const ROOM: Key = Key::Num8;

fn code(session: &mut Session, code: &str, words: &str) {
    let source = session.project().sources().next().expect("a source").id;
    let code = session.project().codebook().find(&[code]).expect("a code");
    let at = span(TEXT, words);
    apply(session, code, source, at.start(), at.end());
}

/// Kari and Ola have coded a text, and so has Per; Ola is at the window.
fn study(room: &TempDir) -> Session {
    let mut kari = Desk::kari(room.path()).create();
    add_source(&mut kari, "Interview 1", TEXT);
    add_code(&mut kari, "trust");
    kari.edit(&Edit::CreateCode(NewCode { parent: None, ..new_code("money") })).expect("a code can be made");
    for words in ["felt safe", "call each other"] {
        code(&mut kari, "trust", words);
    }
    code(&mut kari, "money", "an invoice");
    kari.close().expect("all is on the disk");
    let mut ola = Desk::ola(room.path()).seeded(2_000).open();
    for words in ["safe there", "call each other", "It takes years"] {
        code(&mut ola, "trust", words);
    }
    ola
}

/// The place.
fn place(room: &TempDir) -> Window {
    let mut window = Window::on(study(room));
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Agreement");
    window
}

#[test]
fn a_figure_opens_its_table_and_the_table_its_segments() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = place(&room);
    assert!(window.sees("Coder A Kari Nordmann") && window.sees("Coder B Ola Hansen"), "it says who is compared");
    window.click("Unit characters");
    window.click("words");
    // Of sixteen words Kari has felt, safe, call, each, other; Ola safe, there, call, each, other, It, takes, years.
    window.click_role(Role::Cell, "trust, Cohen’s kappa: 0.375");
    for told in ["Both: 4", "Only Kari Nordmann: 1", "Only Ola Hansen: 4", "Neither: 7"] {
        assert!(window.sees(told), "{told}");
    }
    assert!(window.sees("Gwet’s AC1"), "its figures");
    window.click("Only Ola Hansen: 4");
    assert!(window.sees("2 places · 1 source"));
    assert!(window.sees("there") && window.sees("It takes years"));
    window.click("It takes years");
    assert_eq!(window.screen().room, Room::Code);
    assert_eq!(window.screen().words().map(|(_, at)| at), Some(span(TEXT, "It takes years")));
}

#[test]
fn a_count_opens_its_own_side_and_escape_closes_it() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = place(&room);
    window.click("Unit characters");
    window.click("segments");
    assert_eq!(window.screen().agreement.question.unit, Unit::Segment(90));
    window.click_role(Role::Cell, "trust, Both: 2");
    assert!(window.sees("call each other") && !window.sees("It takes years"));
    window.press(Key::Escape);
    assert!(!window.sees("call each other"));
}

#[test]
fn coders_are_chosen_and_take_each_others_place() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = place(&room);
    window.click("Coder A Kari Nordmann");
    window.click_role(Role::MenuItemRadio, "Ola Hansen");
    assert!(window.sees("Coder A Ola Hansen") && window.sees("Coder B Kari Nordmann"));
    for (title, cell) in [
        ("Source by source", "Interview 1, Only Kari Nordmann: 15"),
        ("As in MAXQDA", "trust, Agreements: 2"),
        ("Bounds of segments", "trust, Stretches, Kari Nordmann: 2"),
    ] {
        window.click_role(Role::ListBoxOption, title);
        window.click_role(Role::Cell, cell);
        assert!(window.sees("The segments"), "{title}");
    }
    window.click_role(Role::ListBoxOption, "As in NVivo");
    assert!(window.sees("Coder A Ola Hansen") && !window.sees("Unit characters"), "NVivo compares characters");
}

#[test]
fn with_one_coder_it_says_what_is_needed() {
    let mut window = Window::on(super::study());
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Agreement");
    assert!(window.sees_part("Agreement is between two coders who have coded the same texts"));
    window.click("Begin a double coding");
    assert!(window.sees("Begin blind coding"));
}

#[test]
fn ratings_are_given_without_seeing_the_others_and_then_compared() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut kari = Desk::kari(room.path()).create();
    add_source(&mut kari, "Interview 1", TEXT);
    for name in ["Informant 1", "Informant 2", "Informant 3"] {
        kari.edit(&Edit::CreateCase { name: name.to_owned(), source: None }).expect("a case can be made");
    }
    let level = Edit::CreateAttribute { name: "level".to_owned(), kind: AttributeKind::Number };
    kari.edit(&level).expect("an attribute can be made");
    let attribute = kari.project().attributes()[0].id;
    let cases: Vec<_> = kari.project().cases().iter().map(|case| case.id).collect();
    for (case, value) in cases.iter().zip(["1", "3", "5"]) {
        let rate = AgreementEdit::Rate { case: *case, attribute, value: value.to_owned() };
        kari.edit(&Edit::Agreement(rate)).expect("it can be rated");
    }
    kari.close().expect("all is on the disk");
    let mut window = Window::on(Desk::ola(room.path()).seeded(2_000).open());
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Agreement");
    // Nobody has coded anything, which ratings do not ask for.
    window.click_role(Role::ListBoxOption, "Values of an attribute");
    window.click_role(Role::RadioButton, "Give your own");
    assert!(window.sees("0 of 3 rated") && !window.sees_part(": 5"), "what Kari said is not seen");
    let rate = |window: &mut Window, case: &str, value: &str| {
        window.focus(Role::TextInput, &format!("Your rating of {case}"));
        window.press_with(Modifiers::COMMAND, Key::A);
        if value.is_empty() {
            window.press(Key::Delete);
        } else {
            window.write(value);
        }
        window.press(Key::Enter);
    };
    for (case, value) in [("Informant 1", "1"), ("Informant 2", "3"), ("Informant 3", "4")] {
        rate(&mut window, case, value);
    }
    assert!(window.sees("3 of 3 rated"));
    window.click_role(Role::RadioButton, "Everybody’s ratings");
    assert!(window.sees("Informant 3, Kari Nordmann: 5") && window.sees("Informant 3, Ola Hansen: 4"));
    assert!(window.sees("Agreement, Value: 66.7%"), "two of three are alike");

    window.click_role(Role::RadioButton, "Give your own");
    rate(&mut window, "Informant 3", "");
    assert!(window.sees("2 of 3 rated"));
    let case = window.session().project().case(cases[2]).expect("a case").clone();
    assert_eq!(case.values.get(&attribute).map(String::as_str), Some("5"), "what Kari said counts again");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.sees("3 of 3 rated"), "undone");
}

#[test]
fn a_result_is_saved_seen_beside_what_it_is_now_renamed_exported_and_removed() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = place(&room);
    window.click("Unit characters");
    window.click("words");
    window.click("Save the result…");
    assert_eq!(window.value("Name of the result"), "Kari Nordmann and Ola Hansen, words");
    window.click("Save");
    let saved = window.session().project().saved_agreements()[0].clone();
    assert_eq!((saved.size.units, saved.size.codes, saved.size.sources), (16, 2, 1));
    assert_eq!(saved.found.last().and_then(|row| row.figure("percent")), Some(0.78125), "25 of 32 words agree");

    // Ola codes two more; what was saved stays as it was.
    let source = window.session().project().sources().next().expect("a source").id;
    let money = window.session().project().codebook().find(&["money"]).expect("a code");
    let mut session = Desk::kari(room.path()).seeded(9_000).open();
    for words in ["felt", "safe there"] {
        let span = span(TEXT, words);
        session.edit(&Edit::ApplyCode { code: money, source, span }).expect("it is coded");
    }
    session.close().expect("all is on the disk");
    drop(window);
    let mut window = Window::on(Desk::ola(room.path()).seeded(12_000).open());
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Agreement");
    let title = window.names_with(Role::ListBoxOption, "Kari Nordmann and Ola Hansen, words").remove(0);
    window.click_role(Role::ListBoxOption, &title);
    assert!(window.sees_part("2 codings were added"), "since then");
    assert!(window.sees_part(
        "The agreement of Kari Nordmann and Ola Hansen was computed from 16 words in 1 source, for 2 codes"
    ));
    assert!(window.sees_part("Computed with Kodebok"));

    window.click("Rename…");
    window.write("Pilot");
    window.click("Rename");
    assert_eq!(window.session().project().saved_agreements()[0].name, "Pilot");
    window.click("Save or copy");
    assert!(window.sees("Save as CSV…"));
    window.press(Key::Escape);
    window.click("Ask like this again");
    assert_eq!(window.screen().agreement.question.unit, Unit::Word);
    window.click_role(Role::ListBoxOption, &title.replace("Kari Nordmann and Ola Hansen, words", "Pilot"));
    window.click("Remove");
    assert!(window.session().project().saved_agreements().is_empty());
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.session().project().saved_agreements().len(), 1, "undone");
}
