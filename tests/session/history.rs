//! The history: every gesture once, the newest first, and the same after a restart.

use kodebok::journal::edit::{Edit, NewSource};
use kodebok::journal::event::Event;
use kodebok::model::source::{Role, Speaker, Turn};
use kodebok::model::span::Span;

use crate::support::session::{Desk, MORNING_MS, add_code, new_code};

#[test]
fn the_newest_gesture_stands_first_and_what_was_taken_back_is_marked() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    assert_eq!(session.history().len(), 1, "the project and its coder");
    desk.clock.wait_ms(60_000);
    add_code(&mut session, "deling");
    let gesture = session.history().front().unwrap();
    assert_eq!((gesture.ms(), gesture.mine, gesture.taken_back), (MORNING_MS + 60_000, true, false));
    assert!(matches!(gesture.events(), [Event::CodeCreated { .. }]));

    let taken = session.undo().unwrap();
    assert!(matches!(taken.events(), [Event::CodeCreated { .. }]));
    let history = session.history();
    assert!(matches!(history[0].events(), [Event::Retracted { .. }]));
    assert!(history[1].taken_back && !history[2].taken_back);
    let again = session.redo().unwrap();
    assert!(matches!(again.events(), [Event::CodeCreated { .. }]), "what is there again is told, not the undo");
    assert!(!session.history()[2].taken_back && session.history()[1].taken_back);

    let before = session.history().clone();
    session.close().unwrap();
    assert_eq!(*desk.open().history(), before);
    let theirs = Desk::ola(room.path()).open();
    assert!(theirs.history().iter().all(|gesture| !gesture.mine));
}

#[test]
fn a_gesture_too_large_for_a_line_is_one_in_history_and_undo() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let turns = 30_000_u32;
    let turn = |n: u32| Turn {
        span: Span::new(n * 4, n * 4 + 3).unwrap(),
        speaker: Some(u16::try_from(n % 2).unwrap()),
        start_ms: Some(n * 1_000),
    };
    let speaker = |name: &str, role| Speaker { name: name.to_owned(), role };
    let source = NewSource {
        title: "Et langt intervju".to_owned(),
        file_name: "langt.vtt".to_owned(),
        text: "Ja.\n".repeat(turns as usize),
        speakers: vec![speaker("Intervjuer", Role::Interviewer), speaker("Informant", Role::Informant)],
        turns: (0..turns).map(turn).collect(),
        remarks: String::new(),
        original: None,
    };
    session.edit(&Edit::AddSource(Box::new(source))).unwrap();
    assert!(session.history()[0].entries().count() > 1);
    assert_eq!(session.history().len(), 2);
    session.close().unwrap();

    let mut session = desk.open();
    assert_eq!(session.findings().len(), 0);
    assert_eq!(session.history().len(), 2);
    let source = session.project().sources().next().unwrap();
    assert_eq!((source.turns.len(), source.length), (30_000, 120_000));
    assert_eq!(source.quote(source.turns[29_999].span), "Ja.");
    session.undo().unwrap();
    assert_eq!(session.project().sources().count(), 0);
    assert!(!session.can_undo());
}

#[test]
fn many_codes_at_once_fit_into_several_lines() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    let wishes = (0..3_000).map(|n| {
        let mut code = new_code(&format!("kode {n}"));
        code.description = "hva den betyr, og når den brukes ".repeat(10);
        Edit::CreateCode(code)
    });
    session.edit(&Edit::All(wishes.collect())).unwrap();
    assert_eq!(session.project().codebook().len(), 3_000);
    session.close().unwrap();
    let mut session = desk.open();
    assert_eq!((session.project().codebook().len(), session.findings().len()), (3_000, 0));
    session.undo().unwrap();
    assert_eq!(session.project().codebook().len(), 0);
}
