//! Correcting a text in the window, by the names a screen reader would say.

use egui::{Key, Modifiers, Role as Kind};
use kodebok::journal::edit::{Edit, NewSource};
use kodebok::model::source::{Role, Speaker, Turn};
use kodebok::model::span::Span;
use kodebok::session::Session;

use crate::support::session::{Desk, add_code, in_memory};
use crate::support::window::Window;

const CTRL: Modifiers = Modifiers::COMMAND;
const ASKS: &str = "Hva har dere fått?";
const RING: &str = "Mest folk å ringe til.";
const MORE: &str = "Flere enn før?";
const YES: &str = "Ja, langt flere.";

/// An interview of four turns by two speakers, one after the other.
fn interview(title: &str, said: &[&str]) -> NewSource {
    let (mut text, mut turns) = (String::new(), Vec::new());
    for (number, words) in said.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        let start = scalars(&text);
        text.push_str(words);
        let span = Span::new(start, scalars(&text)).expect("somebody says something");
        turns.push(Turn { span, speaker: Some(u16::from(number % 2 == 1)), start_ms: None });
    }
    let speaker = |name: &str, role| Speaker { name: name.to_owned(), role };
    let speakers = vec![speaker("Intervjuer", Role::Interviewer), speaker("Anne", Role::Informant)];
    NewSource {
        title: title.to_owned(),
        file_name: format!("{title}.txt"),
        text,
        speakers,
        turns,
        remarks: String::new(),
        original: None,
    }
}

fn scalars(words: &str) -> u32 {
    u32::try_from(words.chars().count()).expect("a short text")
}

/// *ring* stands on «folk å ringe til».
fn coded(mut session: Session) -> Session {
    let source = interview("Anne", &[ASKS, RING, MORE, YES]);
    let text = source.text.clone();
    session.edit(&Edit::AddSource(Box::new(source))).expect("a source can be added");
    let id = session.project().sources().next().expect("a source").id;
    let code = add_code(&mut session, "ring");
    let start = scalars(text.split("folk å").next().expect("before the words"));
    let span = Span::new(start, start + scalars("folk å ringe til")).expect("words");
    session.edit(&Edit::ApplyCode { code, source: id, span }).expect("a code can be applied");
    session
}

fn window() -> Window {
    Window::on(coded(in_memory()))
}

/// Puts the caret into a paragraph while correcting, at its end.
fn at_end_of(window: &mut Window, paragraph: &str) {
    if window.shows(Kind::Button, "Rett teksten") {
        window.click(Kind::Button, "Rett teksten");
    }
    window.click(Kind::Paragraph, paragraph);
    window.press(Key::End);
}

fn back(window: &mut Window, letters: usize) {
    for _ in 0..letters {
        window.press(Key::ArrowLeft);
    }
}

fn text(window: &Window) -> String {
    let source = window.project().sources().next().expect("a source");
    source.text.as_ref().expect("its text is here").as_str().to_owned()
}

/// Each turn with its speaker.
fn turns(window: &Window) -> Vec<String> {
    let source = window.project().sources().next().expect("a source");
    let told = |turn: &Turn| {
        let name = source.speaker_of(turn).map_or("?", |speaker| speaker.name.as_str());
        format!("{name}: {}", source.quote(turn.span).replace('\n', " / "))
    };
    source.turns.iter().map(told).collect()
}

fn coded_words(window: &Window) -> Vec<String> {
    let project = window.project();
    project.codings().map(|coding| project.quote(coding).to_owned()).collect()
}

#[test]
fn typing_in_coded_words_keeps_the_coding_on_them() {
    let mut window = window();
    at_end_of(&mut window, RING);
    back(&mut window, ".".len());
    window.type_letters("bake");
    assert!(window.shows(Kind::Paragraph, "Mest folk å ringe tilbake."), "{:?}", window.names(Kind::Paragraph));
    assert_eq!(coded_words(&window), ["folk å ringe til"], "nothing is said before a pause");
    window.pause();
    assert_eq!(coded_words(&window), ["folk å ringe tilbake"]);
    assert_eq!(window.project().sources().next().map(|source| source.turns.len()), Some(4));
}

#[test]
fn letters_are_letters_and_escape_leaves() {
    let mut window = window();
    at_end_of(&mut window, YES);
    window.type_letters(" 1 x");
    assert!(window.app().screen().palette.is_none());
    window.press(Key::Escape);
    assert!(text(&window).ends_with("Ja, langt flere. 1 x"));
    assert!(window.shows(Kind::Button, "Rett teksten"));
    window.type_letters("r");
    assert!(window.app().screen().palette.is_some(), "letters search for codes again");
}

#[test]
fn undo_takes_back_letters_first_and_then_gestures() {
    let mut window = window();
    let before = text(&window);
    at_end_of(&mut window, YES);
    window.type_letters(" Helt");
    window.pause();
    window.type_letters(" sikkert");
    window.press_with(CTRL, Key::Z);
    assert!(window.shows(Kind::Paragraph, "Ja, langt flere. Helt "), "{:?}", window.names(Kind::Paragraph));
    window.press_with(CTRL, Key::Y);
    assert!(window.shows(Kind::Paragraph, "Ja, langt flere. Helt sikkert"));
    for _ in 0..3 {
        window.press_with(CTRL, Key::Z);
    }
    assert_eq!(text(&window), before);
    assert_eq!(window.project().coding_count(), 1, "one undo a pause, and no more");
}

#[test]
fn words_are_deleted_and_replaced() {
    let mut window = window();
    at_end_of(&mut window, YES);
    window.press(Key::Backspace);
    window.press_with(CTRL, Key::Backspace);
    window.type_letters("mange!");
    window.press(Key::Home);
    window.press_with(CTRL, Key::Delete);
    window.type_letters("Jo");
    window.press_with(Modifiers::SHIFT, Key::End);
    window.paste(": mange");
    window.pause();
    assert!(text(&window).ends_with("\nJo: mange"), "{}", text(&window));
}

#[test]
fn enter_makes_a_paragraph_in_the_same_turn_and_backspace_joins_it() {
    let mut window = window();
    at_end_of(&mut window, RING);
    back(&mut window, " å ringe til.".chars().count());
    window.press(Key::Enter);
    window.pause();
    assert_eq!(turns(&window)[1], "Anne: Mest folk /  å ringe til.");
    assert_eq!(coded_words(&window), ["folk\n å ringe til"]);
    window.press(Key::Backspace);
    window.pause();
    assert_eq!(turns(&window)[1], format!("Anne: {RING}"));
}

#[test]
fn a_turn_begins_with_another_speaker_and_is_joined_again() {
    let mut window = window();
    at_end_of(&mut window, YES);
    back(&mut window, "langt flere.".len());
    window.press_with(CTRL, Key::Enter);
    window.press(Key::Enter);
    let begun = ["Anne: Ja,", "Intervjuer: langt flere."];
    assert_eq!(turns(&window)[3..], begun);
    // The caret has gone to where the new turn begins.
    window.type_letters("Så ");
    window.pause();
    assert_eq!(turns(&window)[4], "Intervjuer: Så langt flere.");
    window.press(Key::Home);
    window.press(Key::Backspace);
    assert_eq!(turns(&window)[3..], ["Anne: Ja, Så langt flere."]);
    window.type_letters("x");
    window.pause();
    assert_eq!(turns(&window)[3..], ["Anne: Ja, xSå langt flere."]);
}

#[test]
fn a_missing_turn_is_typed_where_it_belongs() {
    let mut window = window();
    at_end_of(&mut window, RING);
    window.press_with(CTRL, Key::Enter);
    window.press(Key::Enter);
    window.type_letters("Og ellers?");
    window.pause();
    let expected = [format!("Anne: {RING}"), "Intervjuer: Og ellers?".to_owned(), format!("Intervjuer: {MORE}")];
    assert_eq!(turns(&window)[1..4], expected);
}

#[test]
fn what_is_typed_before_a_turn_belongs_to_it() {
    let mut window = window();
    at_end_of(&mut window, YES);
    window.press(Key::Home);
    window.type_letters("«");
    window.pause();
    assert_eq!(turns(&window)[2..], [format!("Intervjuer: {MORE}"), format!("Anne: «{YES}")]);
}

#[test]
fn deleting_over_turns_never_gives_words_to_somebody_else() {
    let mut window = window();
    at_end_of(&mut window, YES);
    back(&mut window, "flere.".len());
    for _ in 0..2 {
        window.press_with(Modifiers::SHIFT, Key::ArrowUp);
    }
    window.press(Key::Delete);
    window.pause();
    let left = turns(&window);
    assert_eq!((left.len(), left[2].as_str()), (3, "Anne: flere."), "{left:?}");
    assert!(left[1].starts_with("Anne: M"));
}

#[test]
fn escape_closes_what_floats_before_it_leaves_the_text() {
    let mut window = window();
    at_end_of(&mut window, YES);
    window.press_with(CTRL, Key::Enter);
    window.press(Key::Escape);
    assert!(window.shows(Kind::Button, "Ferdig"));
    window.click(Kind::Button, "Anne, replikk 2");
    window.press(Key::Escape);
    assert!(window.shows(Kind::Button, "Ferdig"));
    window.press(Key::Escape);
    assert!(window.shows(Kind::Button, "Rett teksten"));
}

#[test]
fn speakers_are_changed_in_the_margin() {
    let mut window = window();
    window.click(Kind::Button, "Rett teksten");
    window.click(Kind::Button, "Intervjuer, replikk 3");
    window.click(Kind::Button, "Anne");
    assert_eq!(turns(&window)[2], format!("Anne: {MORE}"));
    window.click(Kind::Button, "Anne, replikk 3");
    window.click(Kind::TextInput, "Ny taler");
    window.type_letters("Bjørn");
    window.press(Key::Enter);
    assert_eq!(turns(&window)[2], format!("Bjørn: {MORE}"));
    window.click(Kind::Button, "Bjørn, replikk 3");
    window.click(Kind::Button, "Bjørn er den samme som");
    window.click(Kind::Button, "Intervjuer");
    assert_eq!(turns(&window)[2], format!("Intervjuer: {MORE}"));
}

#[test]
fn a_name_can_be_for_every_source() {
    let mut session = coded(in_memory());
    session.edit(&Edit::AddSource(Box::new(interview("Annen", &[MORE, RING])))).expect("a source can be added");
    let mut window = Window::on(session);
    window.click(Kind::Button, "Rett teksten");
    window.click(Kind::Button, "Anne, replikk 2");
    window.click(Kind::CheckBox, "Også i 1 annen kilde med samme navn");
    window.click(Kind::TextInput, "Navn på taleren");
    window.press_with(CTRL, Key::A);
    window.type_letters("Kari");
    window.press(Key::Enter);
    let names = window.project().sources().map(|source| source.speakers[1].name.clone());
    assert_eq!(names.collect::<Vec<_>>(), ["Kari", "Kari"]);
    window.press_with(CTRL, Key::Z);
    let names = window.project().sources().map(|source| source.speakers[1].name.clone());
    assert_eq!(names.collect::<Vec<_>>(), ["Anne", "Anne"]);
}

#[test]
fn what_is_typed_is_kept_when_the_study_is_closed() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::kari(room.path());
    let mut window = Window::on(coded(desk.create()));
    at_end_of(&mut window, YES);
    window.type_letters(" Midt i en");
    window.press_with(CTRL, Key::W);
    assert!(window.app().session().is_none());
    let again = desk.open();
    let source = again.project().sources().next().expect("a source");
    assert!(source.text.as_ref().is_some_and(|text| text.as_str().ends_with("flere. Midt i en")));
}

#[test]
fn what_another_coder_writes_meanwhile_leaves_the_caret_where_it_is() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut hers = coded(kari.create());
    hers.settle().expect("it can be saved");
    let mut window = Window::on(hers);
    at_end_of(&mut window, YES);
    back(&mut window, "flere.".len());
    window.type_letters("veldig ");
    let mut his = ola.open();
    let source = his.project().sources().next().expect("a source").id;
    let edit = |start, end, words: &str| Edit::CorrectText { source, start, end, words: words.to_owned() };
    his.edit(&edit(0, scalars(ASKS), "Fortell, hva har dere fått?")).expect("a text can be corrected");
    let line = his.project().source(source).and_then(|source| source.turns.last().copied()).expect("a turn").span;
    his.edit(&edit(line.start(), line.end(), "Jo, langt flere.")).expect("a text can be corrected");
    his.settle().expect("it can be saved");
    kari.clock.wait_ms(60_000);
    window.until("his words", |app| app.session().is_some_and(|session| session.project().seen().len() > 1));
    window.type_letters("mange ");
    window.pause();
    assert!(text(&window).starts_with("Fortell, hva"), "{}", text(&window));
    assert!(text(&window).ends_with("\nJo, langt veldig mange flere."), "{}", text(&window));
}

#[test]
fn the_original_is_shown_beside_the_corrected_text() {
    let mut window = window();
    assert!(!window.shows(Kind::Button, "Vis original"), "nothing is corrected yet");
    at_end_of(&mut window, YES);
    window.press(Key::Backspace);
    window.type_letters("!");
    window.press(Key::Escape);
    window.click(Kind::Button, "Vis original");
    assert!(window.shows(Kind::Paragraph, "Ja, langt flere.!"), "{:?}", window.names(Kind::Paragraph));
    window.click(Kind::Button, "Neste endring");
    window.type_letters("x");
    assert!(window.app().screen().palette.is_none(), "it is read, and nothing is done to it");
    window.press(Key::Escape);
    assert!(window.shows(Kind::Paragraph, "Ja, langt flere!"));
}

#[test]
fn a_coding_that_lacks_words_is_put_on_others_or_removed() {
    let mut window = window();
    at_end_of(&mut window, RING);
    window.press(Key::ArrowLeft);
    for _ in 0.."folk å ringe til".split(' ').count() {
        window.press_with(CTRL, Key::Backspace);
    }
    window.press(Key::Escape);
    assert_eq!((window.project().coding_count(), window.project().lost_codings().count()), (0, 1));
    // The history says so too, and leads here.
    window.press_with(CTRL, Key::Num5);
    window.click(Kind::Button, "Gå dit");
    assert!(window.shows(Kind::Label, "«folk å ringe til»"));
    window.press(Key::Escape);
    window.select_paragraph(YES);
    window.click(Kind::Button, "1 koding mangler ord");
    assert!(window.shows(Kind::Label, "«folk å ringe til»"));
    window.click(Kind::Button, "Sett på det markerte: ring");
    assert_eq!(coded_words(&window), [YES]);
    assert!(!window.shows(Kind::Button, "1 koding mangler ord"));
}

#[test]
fn what_is_typed_without_a_pause_is_said_after_five_seconds() {
    let mut window = window();
    at_end_of(&mut window, YES);
    let mut typed = 0;
    while !text(&window).contains("flere.x") {
        typed += 1;
        assert!(typed < 400, "a frame a letter, at 60 in a second");
        window.type_letters("x");
    }
    assert!(typed > 10, "{typed}");
    window.pause();
    assert!(text(&window).ends_with(&format!("flere.{}", "x".repeat(typed))), "no letter is lost");
}

#[test]
fn what_is_typed_in_a_source_that_another_removes_is_shown_to_be_copied() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut hers = coded(kari.create());
    hers.settle().expect("it can be saved");
    let mut his = ola.open();
    let source = his.project().sources().next().expect("a source").id;
    let mut window = Window::on(hers);
    at_end_of(&mut window, YES);
    window.type_letters(" Mange flere");
    his.edit(&Edit::RemoveSource { source }).expect("a source can be removed");
    his.settle().expect("it can be saved");
    kari.clock.wait_ms(60_000);
    window.until("his words", |app| app.session().is_some_and(|session| session.project().sources().next().is_none()));
    window.pause();
    let report = window.app().screen().report.as_ref().expect("a report");
    assert!(report.lines.iter().any(|(_, line)| line.ends_with("flere. Mange flere")), "{report:?}");
}

#[test]
fn a_turn_that_is_about_to_begin_stays_behind_its_letter_while_others_write() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut hers = coded(kari.create());
    hers.settle().expect("it can be saved");
    let mut his = ola.open();
    let source = his.project().sources().next().expect("a source").id;
    let words = "Fortell, hva har dere fått?".to_owned();
    let mut window = Window::on(hers);
    at_end_of(&mut window, YES);
    back(&mut window, "langt flere.".len());
    window.press_with(CTRL, Key::Enter);
    his.edit(&Edit::CorrectText { source, start: 0, end: scalars(ASKS), words }).expect("a text can be corrected");
    his.settle().expect("it can be saved");
    kari.clock.wait_ms(60_000);
    window.until("his words", |app| app.session().is_some_and(|session| session.project().seen().len() > 1));
    window.click(Kind::Button, "Intervjuer");
    window.pause();
    assert_eq!(turns(&window)[3..], ["Anne: Ja,", "Intervjuer: langt flere."]);
}

#[test]
fn the_menu_of_a_speaker_forgets_what_was_half_chosen_in_another_source() {
    let mut session = coded(in_memory());
    let other = [MORE, RING].map(str::to_owned);
    let mut other = interview("Annen", &other.each_ref().map(String::as_str));
    other.speakers[1].name = "Berit".to_owned();
    session.edit(&Edit::AddSource(Box::new(other))).expect("a source can be added");
    let second = session.project().sources().nth(1).expect("a source").id;
    let mut window = Window::on(session);
    window.click(Kind::Button, "Rett teksten");
    window.click(Kind::Button, "Anne, replikk 2");
    window.press(Key::Escape);
    window.click(Kind::ListBoxOption, "Annen");
    if window.shows(Kind::Button, "Rett teksten") {
        window.click(Kind::Button, "Rett teksten");
    }
    window.click(Kind::Button, "Berit, replikk 2");
    window.click(Kind::TextInput, "Navn på taleren");
    window.press(Key::Enter);
    let source = window.project().source(second).expect("the source");
    assert_eq!(source.speakers[1].name, "Berit");
}
