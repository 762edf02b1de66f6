//! The whole job by accessible names: import, select, code, categories and themes, undo and redo, export.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use kodebok::model::code::CodeKind;

use crate::support::session::{in_memory, outline};
use crate::support::window::Window;

const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;

const INTERVIEW: &str = "Intervjuer: Hva har dere fått ut av klyngen?
Informant: Mest folk å ringe til.
Intervjuer: Flere enn før?
Informant: Ja, langt flere enn før.
Intervjuer: Og hva lærer dere?
Informant: Vi får se tegningene deres.
";

const RING: &str = "Mest folk å ringe til.";
const MORE: &str = "Ja, langt flere enn før.";
const DRAWINGS: &str = "Vi får se tegningene deres.";

/// A window on an empty study into which the interview has been imported by its dialog.
fn with_interview() -> Window {
    let mut window = Window::on(in_memory());
    window.will_choose_file("Informant 8.txt", INTERVIEW);
    window.click(Role::Button, "Importer intervjuer…");
    window.until("the preview", |app| app.screen().intake.as_ref().is_some_and(|intake| intake.done() == 1));
    assert_eq!(window.project().sources().count(), 0, "nothing is added before it is accepted");
    window.press(Key::Enter);
    window.until("the import", |app| app.session().is_some_and(|session| session.project().sources().count() == 1));
    assert!(window.shows(Role::Paragraph, RING), "{:?}", window.names(Role::Paragraph));
    window
}

#[track_caller]
fn is(window: &Window, expected: &[&str]) {
    assert_eq!(outline(window.project()), expected);
}

fn kind(window: &Window, path: &[&str]) -> CodeKind {
    let codebook = window.project().codebook();
    codebook.find(path).and_then(|code| codebook.code(code)).expect("the code is there").kind
}

/// Gives a code another level by its menu.
fn make(window: &mut Window, code: &str, level: &str) {
    window.click_secondary(Role::TreeItem, code);
    window.click(Role::Button, "Nivå");
    window.click(Role::Button, level);
    window.press(Key::Escape);
}

/// A window in which two passages are coded and the code lies under a category and a theme.
fn with_codes() -> Window {
    let mut window = with_interview();

    window.press_with(CTRL, Key::N);
    window.type_letters("nettverk");
    window.press(Key::Enter);
    make(&mut window, "nettverk", "kategori");
    assert_eq!(kind(&window, &["nettverk"]), CodeKind::Category);

    // Words, letters, Shift+Enter: a new code under the active category, put on the words.
    window.click(Role::TreeItem, "nettverk");
    window.select_paragraph(RING);
    window.type_letters("folk å ringe til");
    assert!(window.shows(Role::ListBoxOption, "Ny kode «folk å ringe til» under nettverk"));
    window.press_with(SHIFT, Key::Enter);
    is(&window, &["nettverk", "nettverk › folk å ringe til", "Informant 8: «Mest folk å ringe til.» folk å ringe til"]);

    // Words, letters, Enter: the code that is there.
    window.select_paragraph(MORE);
    window.type_letters("ring");
    assert!(window.shows(Role::ListBoxOption, "folk å ringe til"));
    window.press(Key::Enter);
    is(
        &window,
        &[
            "nettverk",
            "nettverk › folk å ringe til",
            "Informant 8: «Mest folk å ringe til.» folk å ringe til",
            "Informant 8: «Ja, langt flere enn før.» folk å ringe til",
        ],
    );
    window
}

#[test]
fn from_import_to_a_theme_and_out_again() {
    let mut window = with_codes();

    // A theme at the top: Escape lets go of the words and then of the code.
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.press_with(CTRL, Key::N);
    window.type_letters("Formål");
    window.press(Key::Enter);
    make(&mut window, "Formål", "tema");
    assert_eq!(kind(&window, &["Formål"]), CodeKind::Theme);

    // The keyboard moves the category below the theme, and then under it.
    window.click(Role::TreeItem, "nettverk");
    window.press_with(ALT, Key::ArrowDown);
    window.press_with(ALT, Key::ArrowRight);
    let moved = [
        "Formål",
        "Formål › nettverk",
        "Formål › nettverk › folk å ringe til",
        "Informant 8: «Mest folk å ringe til.» folk å ringe til",
        "Informant 8: «Ja, langt flere enn før.» folk å ringe til",
    ];
    is(&window, &moved);

    window.press_with(CTRL, Key::Z);
    window.press_with(CTRL, Key::Z);
    let before = ["nettverk", "nettverk › folk å ringe til", "Formål", moved[3], moved[4]];
    is(&window, &before);
    window.press_with(CTRL, Key::Y);
    window.press_with(CTRL.plus(SHIFT), Key::Z);
    is(&window, &moved);

    for (menu, name, starts) in [
        ("Eksporter kodebok…", "kodebok.xlsx", &b"PK"[..]),
        ("Eksporter kodestruktur…", "struktur.svg", b"<svg "),
        ("Eksporter kodestruktur…", "struktur.png", b"\x89PNG"),
        ("Eksporter utdrag…", "utdrag.csv", "\u{feff}".as_bytes()),
    ] {
        let path = window.path(name);
        window.will_choose(&path);
        window.click(Role::Button, "Eksporter");
        window.click(Role::Button, menu);
        window.until(name, |_| path.exists());
        let bytes = std::fs::read(&path).expect("the file is there");
        assert!(bytes.starts_with(starts), "{name}");
    }
    let segments = std::fs::read_to_string(window.path("utdrag.csv")).expect("the table is there");
    assert!(segments.contains("Formål › nettverk › folk å ringe til;Informant 8;Informant;"), "{segments}");
}

#[test]
fn in_vivo_digits_bounds_recoding_and_removing() {
    let mut window = with_codes();
    let coded = |words: &str, code: &str| format!("Informant 8: «{words}» {code}");
    let codings = |window: &Window| {
        let lines = outline(window.project()).into_iter();
        let mut lines: Vec<_> = lines.filter(|line| line.starts_with("Informant 8")).collect();
        // Two codes on the same words stand in no order.
        lines.sort();
        lines
    };
    let (first, second) = (coded(RING, "folk å ringe til"), coded(MORE, "folk å ringe til"));

    window.select_paragraph(DRAWINGS);
    window.press(Key::F3);
    let vivo = "Vi får se tegningene deres";
    assert_eq!(codings(&window), [second.as_str(), &first, &coded(DRAWINGS, vivo)]);

    // 2 is the code before the last.
    window.select_paragraph(DRAWINGS);
    window.type_letters("2");
    assert!(codings(&window).contains(&coded(DRAWINGS, "folk å ringe til")), "{:?}", codings(&window));
    window.press_with(CTRL, Key::Z);
    assert_eq!(codings(&window).len(), 3);

    // A stripe selects its coding; the keys move its bounds by a word.
    window.press(Key::Escape);
    window.press(Key::F8);
    window.press_with(ALT.plus(SHIFT).plus(CTRL), Key::ArrowRight);
    assert!(codings(&window).contains(&coded("folk å ringe til.", "folk å ringe til")), "{:?}", codings(&window));
    window.press_with(ALT.plus(CTRL), Key::ArrowLeft);
    window.press_with(CTRL, Key::Z);
    assert!(codings(&window).contains(&coded("folk å ringe til.", "folk å ringe til")), "{:?}", codings(&window));

    window.press(Key::F6);
    window.type_letters("nettv");
    window.press(Key::Enter);
    assert!(codings(&window).contains(&coded("folk å ringe til.", "nettverk")), "{:?}", codings(&window));

    window.press_with(CTRL, Key::M);
    window.type_letters("Gjelder dette alle?");
    window.press_with(CTRL, Key::Enter);
    assert_eq!(outline(window.project()).last().map(String::as_str), Some("memo: Gjelder dette alle?"));

    window.click(Role::Button, "Koding: nettverk");
    window.press(Key::Delete);
    assert_eq!(codings(&window), [second, coded(DRAWINGS, vivo)]);
}

#[test]
fn the_first_screen_makes_a_study_and_comes_back() {
    let mut window = Window::first();
    assert!(window.shows(Role::Button, "Åpne prøvestudien"));
    window.click(Role::Button, "Ny studie");
    window.click(Role::TextInput, "Hva heter studien?");
    window.type_letters("Lærere");
    window.click(Role::Button, "Lag studien");
    window.until("the study", |app| app.session().is_some());
    assert_eq!(window.project().name(), "Lærere");
    assert!(window.path("studies/Lærere/kodebok.json").exists());
    window.press_with(CTRL, Key::W);
    assert!(window.app().session().is_none());
    assert!(window.shows(Role::Button, "Lærere"), "{:?}", window.names(Role::Button));
}

#[test]
fn the_sample_study_opens_from_the_first_screen() {
    let mut window = Window::first();
    window.click(Role::Button, "Åpne prøvestudien");
    window.until("the study", |app| app.session().is_some());
    assert_eq!(window.project().sources().count(), 7);
    assert!(window.shows(Role::TreeItem, "Formål"));
    assert!(window.shows(Role::ListBoxOption, "Informant 7"));
}
