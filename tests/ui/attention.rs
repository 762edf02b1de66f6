//! What is to be looked at, and what can be restored, driven by the names a screen reader would say.

use egui::{Key, Modifiers, Role};
use kodebok::journal::edit::Edit;
use kodebok::journal::edit::team::TeamEdit;
use kodebok::model::code::Hue;
use kodebok::model::id::{CodeId, CodingId};
use kodebok::model::span::Span;
use kodebok::session::Session;
use kodebok::ui::screen::Room;

use super::study;
use crate::support::rooms::Window;
use crate::support::session::{Desk, add_code, add_source, apply};

/// Kari and Ola at the same study with a code, each without having seen what the other does next.
fn two() -> (tempfile::TempDir, Session, Session, CodeId) {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut hers = kari.create();
    let code = add_code(&mut hers, "sharing");
    add_source(&mut hers, "Interview 1", "We share with others.");
    hers.settle().expect("it can be saved");
    let his = ola.open();
    (room, hers, his, code)
}

/// Both have saved and she takes in what he wrote.
fn together(mut hers: Session, mut his: Session) -> Window {
    his.settle().expect("it can be saved");
    hers.refresh();
    hers.settle().expect("it can be saved");
    let mut window = Window::on(hers);
    window.room(Key::Num5);
    window
}

fn rename(session: &mut Session, code: CodeId, name: &str) {
    session.edit(&Edit::RenameCode { code, name: name.to_owned() }).expect("a code can be renamed");
}

fn codes(window: &Window) -> Vec<String> {
    let codebook = window.session().project().codebook();
    codebook.rows().iter().map(|row| codebook.path(row.code).join(" › ")).collect()
}

#[test]
fn of_two_names_the_other_is_taken_with_a_click() {
    let (_room, mut hers, mut his, code) = two();
    rename(&mut hers, code, "giving");
    rename(&mut his, code, "lending");
    let mut window = together(hers, his);
    assert_eq!(window.session().notices().len(), 1);
    assert!(window.sees_part("Kari Nordmann wrote"), "{:?}", window.session().notices());
    assert_eq!(window.description(Role::Tab, "History").as_deref(), Some("1 thing to look at in the history"));
    let now = codes(&window);
    let other = if now == ["giving"] { "lending" } else { "giving" };
    window.click(&format!("Use “{other}”"));
    assert_eq!(codes(&window), [other]);
    assert_eq!(window.session().notices(), [], "she has said which one");
    assert!(!window.sees_part("To look at"));
    assert_eq!(window.description(Role::Tab, "History"), None);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(codes(&window), now);
}

#[test]
fn what_was_read_is_out_of_the_way_and_can_be_answered_still() {
    let (_room, mut hers, mut his, code) = two();
    rename(&mut hers, code, "giving");
    rename(&mut his, code, "lending");
    for (session, hue) in [(&mut hers, Hue(3)), (&mut his, Hue(5))] {
        session.edit(&Edit::RecolourCode { code, hue: Some(hue) }).expect("a code can be coloured");
    }
    let mut window = together(hers, his);
    assert!(window.sees("To look at 2"));
    window.click("Mark all as read");
    assert!(!window.sees("To look at 2") && window.sees("Read 2"));
    assert_eq!(window.description(Role::Tab, "History"), None);
    window.click("Read 2");
    let now = codes(&window);
    window.click(if now == ["giving"] { "Use “lending”" } else { "Use “giving”" });
    assert!(window.sees("Read 1"));
    assert_ne!(codes(&window), now);
}

#[test]
fn what_was_read_is_remembered_on_this_machine_alone() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut hers = kari.create();
    let code = add_code(&mut hers, "sharing");
    hers.settle().expect("it can be saved");
    let mut his = ola.open();
    rename(&mut hers, code, "giving");
    rename(&mut his, code, "lending");
    hers.close().expect("it can be saved");
    his.close().expect("it can be saved");
    let mut hers = kari.open();
    let noticed = hers.notices().to_vec();
    assert_eq!((noticed.len(), hers.unread()), (1, 1));
    hers.mark_read(&noticed).expect("it can be remembered");
    hers.close().expect("there is nothing to save");
    assert_eq!((kari.open().unread(), ola.open().unread()), (0, 1));
}

#[test]
fn of_two_colours_the_other_is_taken_with_a_click() {
    let (_room, mut hers, mut his, code) = two();
    let hue = Hue;
    for (session, hue) in [(&mut hers, hue(3)), (&mut his, hue(5))] {
        session.edit(&Edit::RecolourCode { code, hue: Some(hue) }).expect("a code can be coloured");
    }
    let mut window = together(hers, his);
    let now = window.session().project().codebook().code(code).and_then(|code| code.hue);
    window.click("Use the other colour");
    let other = window.session().project().codebook().code(code).and_then(|code| code.hue);
    assert!(other != now && [Some(hue(3)), Some(hue(5))].contains(&other));
}

#[test]
fn codings_that_stayed_away_come_back_with_their_code() {
    let (_room, mut hers, mut his, code) = two();
    let source = hers.project().sources().next().expect("a source").id;
    apply(&mut hers, code, source, 3, 8);
    hers.settle().expect("it can be saved");
    his.refresh();
    his.edit(&Edit::DeleteCode { code }).expect("a code can be deleted");
    apply(&mut hers, code, source, 14, 20);
    let mut window = together(hers, his);
    assert!(window.sees_part("Ola Hansen deleted"), "{:?}", window.session().notices());
    assert_eq!(window.session().project().coding_count_of(code), 1);
    window.click_first("Restore sharing");
    assert_eq!(window.session().project().coding_count_of(code), 2);
}

/// Kari has kept a coding of Ola's, and he has changed it since; she is at the window.
fn changed_since_review(change: impl FnOnce(&mut Session, CodingId)) -> (tempfile::TempDir, Window) {
    let (room, mut hers, mut his, code) = two();
    let source = his.project().sources().next().expect("a source").id;
    apply(&mut his, code, source, 3, 8);
    his.settle().expect("it can be saved");
    hers.refresh();
    let coding = hers.project().codings().next().expect("a coding").id;
    hers.edit(&Edit::Team(TeamEdit::Keep { coding })).expect("it can be kept");
    hers.settle().expect("it can be saved");
    his.refresh();
    change(&mut his, coding);
    assert_eq!(his.notices(), [], "it is told to whom it concerns");
    (room, together(hers, his))
}

fn words(window: &Window) -> Vec<&str> {
    let project = window.session().project();
    project.codings().map(|coding| project.quote(coding)).collect()
}

#[test]
fn a_reviewer_looks_at_what_was_changed_keeps_it_or_puts_it_back() {
    let resize = |his: &mut Session, coding| {
        let span = Span::new(0, 8).expect("words");
        his.edit(&Edit::ResizeCoding { coding, span }).expect("it can be resized");
    };
    let (_room, mut window) = changed_since_review(resize);
    let told = "Ola Hansen moved the bounds of a coding as sharing in Interview 1 after you had kept it: from “share” to “We share”.";
    assert!(window.sees(told));
    window.click("Go there");
    assert_eq!((window.screen().room, window.screen().coding.is_some()), (Room::Code, true));
    window.room(Key::Num5);
    window.click("Put the coding back as you left it");
    assert_eq!(words(&window), ["share"]);
    assert!(!window.sees(told));
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.click("Keep it so");
    assert_eq!(words(&window), ["We share"]);
    assert!(!window.sees(told));

    let remove = |his: &mut Session, coding| {
        his.edit(&Edit::RemoveCodings { codings: vec![coding] }).expect("it can be removed");
    };
    let (_room, mut window) = changed_since_review(remove);
    assert!(window.sees("Ola Hansen removed a coding in Interview 1 after you had kept it: “share” as sharing."));
    window.click("Add it again");
    assert_eq!(words(&window), ["share"]);
}

#[test]
fn what_the_disk_lacks_is_said_when_it_is_found_later() {
    let (room, mut hers, mut his, _) = two();
    add_source(&mut his, "Interview 2", "We lend as well.");
    his.settle().expect("it can be saved");
    let texts = room.path().join("study").join("sources");
    std::fs::rename(&texts, room.path().join("away")).expect("the folder can be moved");
    hers.refresh();
    assert_eq!(hers.findings().len(), 1);
    let mut window = Window::on(hers);
    window.click("Close");
    window.room(Key::Num5);
    assert!(window.sees("To look at 1"));
    assert!(window.sees_part("Interview 2"));
    window.click("To look at 1");
    assert!(window.description(Role::Tab, "History").is_some());
}

#[test]
fn deleted_codes_and_removed_sources_are_restored_in_one_gesture() {
    let mut session = study();
    let trust = session.project().codebook().find(&["trust"]).expect("a code");
    let second = session.project().sources().nth(1).expect("a source").id;
    session.edit(&Edit::DeleteCode { code: trust }).expect("a code can be deleted");
    session.edit(&Edit::RemoveSource { source: second }).expect("a source can be removed");
    let mut window = Window::on(session);
    window.room(Key::Num5);
    assert!(!window.sees("Restore trust"), "what is deleted stands folded");
    window.click("Deleted 2");
    assert!(window.sees("The code trust with 1 code below") && window.sees("The source Interview 2"));
    window.click("Restore trust");
    assert_eq!(codes(&window), ["trust", "trust › home"]);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(codes(&window), Vec::<String>::new());
    window.click("Restore Interview 2");
    assert_eq!(window.session().project().sources().count(), 2);
    window.click("Restore trust");
    assert_eq!(window.session().project().coding_count(), 3);
    assert!(!window.sees("Deleted 1") && !window.sees("Restore trust"), "nothing is left to restore");
}
