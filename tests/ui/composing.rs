//! Dead keys and input methods while a text is corrected: what is composed stands where the caret is, and is said when it is
//! done.

use egui::{Event, ImeEvent, Key, Role};

use crate::support::session::{add_source, in_memory};
use crate::support::window::Window;

const SAID: &str = "Mest folk å ringe til.";

/// The window with the caret before the full stop.
fn window() -> Window {
    let mut session = in_memory();
    add_source(&mut session, "Anne", SAID);
    let mut window = Window::on(session);
    window.click(Role::Button, "Rett teksten");
    window.click(Role::Paragraph, SAID);
    window.press(Key::End);
    window.press(Key::ArrowLeft);
    window
}

fn preedit(words: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: words.to_owned(), active_range_chars: None })
}

fn commit(words: &str) -> Event {
    Event::Ime(ImeEvent::Commit(words.to_owned()))
}

fn said(window: &Window) -> String {
    let source = window.project().sources().next().expect("a source");
    source.text.as_ref().expect("its text is here").as_str().to_owned()
}

/// Where the caret stands; nothing where words are selected.
fn caret(window: &Window) -> Option<u32> {
    window.app().screen().selection.filter(|caret| caret.span().is_none()).map(|caret| caret.head)
}

#[test]
fn what_is_composed_stands_in_the_text_and_the_caret_behind_it() {
    let cases: [(&str, &[Event], &str); 9] = [
        ("a dead key", &[preedit("´"), preedit(""), commit("é")], "Mest folk å ringe tilé."),
        ("a dead key that closes nothing first", &[preedit("´"), commit("é")], "Mest folk å ringe tilé."),
        ("a letter of two scalars", &[Event::Text("e\u{301}".to_owned())], "Mest folk å ringe tilé."),
        ("a letter that is composed by the system", &[Event::Text("ü".to_owned())], "Mest folk å ringe tilü."),
        (
            "a word in steps",
            &[preedit("p"), preedit("pr"), preedit("pri"), preedit("при"), commit("привет")],
            "Mest folk å ringe tilпривет.",
        ),
        ("one after the other", &[preedit("´"), commit("é"), preedit("`"), commit("è")], "Mest folk å ringe tiléè."),
        ("what is given up", &[preedit("´"), preedit("")], "Mest folk å ringe til."),
        ("a commit without a beginning", &[commit("å")], "Mest folk å ringe tilå."),
        (
            "letters before the caret made anew",
            &[Event::Ime(ImeEvent::DeleteSurrounding { before_chars: 3, after_chars: 0 }), commit("opp")],
            "Mest folk å ringe opp.",
        ),
    ];
    for (what, events, expected) in cases {
        let mut window = window();
        for event in events {
            window.send(event.clone());
        }
        window.pause();
        assert_eq!(said(&window), expected, "{what}");
        let before_stop = u32::try_from(expected.chars().count() - 1).expect("a short text");
        assert_eq!(caret(&window), Some(before_stop), "{what}");
        window.type_letters("n");
        window.pause();
        assert_eq!(said(&window), expected.replace('.', "n."), "{what}");
    }
}

#[test]
fn nothing_half_composed_is_said_and_all_of_it_is_one_step() {
    let mut window = window();
    window.send(preedit("s"));
    window.pause();
    assert_eq!(said(&window), SAID, "it is not done");
    assert!(window.shows(Role::Paragraph, "Mest folk å ringe tils."), "{:?}", window.names(Role::Paragraph));
    window.send(commit("š"));
    window.pause();
    assert_eq!(said(&window), "Mest folk å ringe tilš.");
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(said(&window), SAID);
}

#[test]
fn what_is_composed_over_selected_words_replaces_them() {
    let mut window = window();
    for _ in 0.."til".len() {
        window.press_with(egui::Modifiers::SHIFT, Key::ArrowLeft);
    }
    window.send(preedit("¨"));
    window.send(commit("ö"));
    window.pause();
    assert_eq!(said(&window), "Mest folk å ringe ö.");
    assert_eq!(caret(&window), Some(19));
}
