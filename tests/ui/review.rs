//! A second coder goes through the codings of the first, by the keyboard and the names a screen reader would say.

use egui::{Key, Modifiers, Role};
use kodebok::journal::edit::{Edit, NewCode};
use kodebok::lang::Language;
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::model::review::Verdict;
use kodebok::session::Session;
use kodebok::ui::screen::Room;
use tempfile::TempDir;

use super::span;
use crate::support::rooms::Window;
use crate::support::session::{Desk, add_code, add_source, apply, new_code};

const TEXT: &str = "We felt safe there. Nobody asked for an invoice. They call each other. It takes years.";
const ROOM: Key = Key::Num8;

/// What Kari has coded, opened by Ola; the folder goes with it.
fn coded_by_kari(room: &TempDir) -> Session {
    let mut kari = Desk::kari(room.path()).create();
    let source = add_source(&mut kari, "Interview 1", TEXT);
    let trust = add_code(&mut kari, "trust");
    add_code(&mut kari, "home");
    for words in ["felt safe", "Nobody asked", "call each other", "takes years"] {
        let at = span(TEXT, words);
        apply(&mut kari, trust, source, at.start(), at.end());
    }
    kari.close().expect("all is on the disk");
    Desk::ola(room.path()).open()
}

/// What was said in review, by the words of the codings as they were found.
fn said(project: &Project) -> Vec<(String, Verdict)> {
    let mut said: Vec<(u32, String, Verdict)> = project
        .all_reviewed()
        .flat_map(|reviewed| reviewed.judged.iter().map(move |judged| (reviewed.source, judged)))
        .map(|(source, judged)| {
            let source = project.source(source).expect("it is here");
            let at = source.resolve(judged.at).expect("the words are here");
            (at.start(), source.quote(at).to_owned(), judged.verdict)
        })
        .collect();
    said.sort_by_key(|(start, ..)| *start);
    said.into_iter().map(|(_, words, verdict)| (words, verdict)).collect()
}

#[test]
fn all_is_reviewed_by_the_keyboard() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(coded_by_kari(&room));
    window.room(ROOM);
    assert!(window.sees("0 of 4 reviewed"));
    assert!(window.sees("“felt safe”"), "the first coding is on the card");
    let keep = |window: &mut Window| window.press(Key::K);
    keep(&mut window);
    assert!(window.sees("1 of 4 reviewed") && window.sees("“Nobody asked”"), "the next one follows");

    // Re-code: the palette, a few letters, Enter.
    window.press(Key::C);
    window.write("home");
    window.press(Key::Enter);
    assert!(window.sees("2 of 4 reviewed") && window.sees("“call each other”"));

    // New bounds: two words further to the right.
    window.press(Key::B);
    assert!(window.sees("Use the bounds"));
    window.press_with(Modifiers::ALT | Modifiers::COMMAND, Key::ArrowLeft);
    window.press(Key::Enter);
    assert!(window.sees("3 of 4 reviewed") && window.sees("“takes years”"));

    // Remove, and what is missing is added.
    window.press(Key::R);
    assert!(window.sees("4 of 4 reviewed") && window.sees("All is reviewed."));
    window.press(Key::A);
    window.write("tru");
    window.press(Key::Enter);

    let project = window.session().project();
    let verdicts: Vec<Verdict> = said(project).into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(
        verdicts.iter().filter(|verdict| **verdict != Verdict::Added).collect::<Vec<_>>(),
        [&Verdict::Kept, &Verdict::Recoded, &Verdict::Rebounded, &Verdict::Removed]
    );
    assert!(verdicts.contains(&Verdict::Added), "{:?}", said(project));
    assert_eq!(window.screen().room, Room::Review);

    window.click_role(Role::RadioButton, "Result");
    assert!(window.sees_part("Ola Hansen reviewed 4 of 4 codings made by others (100.0%)."));
    assert!(window.sees("Ola Hansen, Kept: 1"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!said(window.session().project()).iter().any(|(_, verdict)| *verdict == Verdict::Added), "undone");
}

#[test]
fn a_question_begins_a_thread_that_is_answered_and_closed() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(coded_by_kari(&room));
    window.room(ROOM);
    window.press(Key::Q);
    window.write("Safe from what?");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(window.sees("1 of 4 reviewed"));
    window.press(Key::ArrowLeft);
    assert!(window.sees("“felt safe”") && window.sees("Safe from what?"));
    window.click("Reply");
    window.write("From theft.");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(window.sees("From theft."));
    window.click("Close the thread");
    assert!(!window.sees("From theft.") && window.sees_part("Closed by Ola Hansen"));
    let project = window.session().project();
    let coding = project.codings().find(|coding| project.quote(coding) == "felt safe").expect("it stands");
    assert_eq!(project.memos_about(About::Coding(coding.id)).count(), 2);
}

#[test]
fn one_goes_code_by_code_too_and_only_through_what_others_have_coded() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut session = coded_by_kari(&room);
    let source = session.project().sources().next().expect("a source").id;
    let home = session.project().codebook().find(&["home"]).expect("a code");
    let at = span(TEXT, "an invoice");
    apply(&mut session, home, source, at.start(), at.end());
    let mut window = Window::on(session);
    window.room(ROOM);
    window.click_role(Role::RadioButton, "Code by code");
    assert!(window.sees("0 of 4 reviewed"), "one's own coding is not among them");
    window.press(Key::ArrowRight);
    assert!(window.sees("2 of 4"));
}

#[test]
fn a_supervisor_comments_and_changes_nothing() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(coded_by_kari(&room));
    window.room(Key::Comma);
    window.click_role(Role::CheckBox, "Only comment");
    window.room(ROOM);
    window.press(Key::K);
    assert!(window.sees_part("Here you can only comment."));
    assert!(window.sees("0 of 4 reviewed"));
    window.press(Key::R);
    assert_eq!(window.session().project().coding_count(), 4);
    window.click("Write a memo");
    window.write("Look at this again.");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(window.sees("Look at this again."));
}

#[test]
fn where_nobody_else_has_coded_there_is_nothing_to_review() {
    let mut window = Window::on(super::study());
    window.room(ROOM);
    assert!(window.sees_part("There is nothing to review here yet"));
    window.click_role(Role::RadioButton, "Result");
    assert!(window.sees_part("Nobody has reviewed anything"));
}

#[test]
fn the_letters_on_the_keyboard_are_one_each() {
    use kodebok::lang::reviewing::ReviewingWords;
    for language in Language::ALL {
        let words = ReviewingWords::of(language);
        let mut keys = vec![
            words.key_keep,
            words.key_recode,
            words.key_bounds,
            words.key_remove,
            words.key_add,
            words.key_question,
        ];
        assert!(keys.iter().all(|key| Key::from_name(key).is_some()), "{keys:?}");
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 6, "{keys:?}");
    }
}

#[test]
fn the_work_of_others_is_dimmed_or_hidden_in_the_text() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(coded_by_kari(&room));
    assert!(window.sees("Coding: trust"));
    window.room(Key::Comma);
    window.click_role(Role::RadioButton, "Hidden");
    window.room(Key::Num1);
    assert!(!window.sees("Coding: trust"));
    assert_eq!(window.session().project().coding_count(), 4, "they are there still, and counted");
}

#[test]
fn remarks_of_others_are_left_alone_by_who_may_only_comment() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut kari = Desk::kari(room.path()).create();
    kari.edit(&Edit::AddMemo { about: About::Project, text: "Mine".to_owned() }).expect("a memo");
    let memo = kari.project().memos().next().expect("a memo").id;
    kari.close().expect("all is on the disk");
    let mut ola = Desk::ola(room.path()).open();
    ola.edit(&Edit::CreateCode(NewCode { ..new_code("doubt") })).expect("a code can be made");
    ola.let_do(kodebok::session::manner::May::Remark);
    assert!(ola.edit(&Edit::RewriteMemo { memo, text: "Not so".to_owned() }).is_err());
    assert!(ola.edit(&Edit::CreateCode(new_code("trust"))).is_err());
    assert!(!ola.can_undo(), "what was done before stays too");
    ola.edit(&Edit::AddMemo { about: About::Project, text: "Why?".to_owned() }).expect("a remark");
    assert!(ola.can_undo());
    assert!(ola.undo().is_some() && ola.undo().is_none());
    assert!(ola.redo().is_some());
}

#[test]
fn at_twice_the_size_the_verdicts_are_still_at_hand() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let mut window = Window::on(coded_by_kari(&room));
    // What a window of 1440 by 900 has room for at 200 %.
    window.resize(720.0, 450.0);
    window.room(ROOM);
    for verdict in ["Keep", "Re-code…", "New bounds…", "Remove", "Add…", "Question…"] {
        let at = window.place(Role::Button, verdict);
        assert!(at.top() > 0.0 && at.bottom() < 425.0 && at.right() < 720.0, "{verdict} stands at {at:?}");
    }
}
