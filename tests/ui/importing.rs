//! What is to be imported is looked at first: several files, their speakers, what hinders them, tables, pasted words.

use std::path::PathBuf;

use egui::Key;
use egui::accesskit::Role;
use kodebok::model::source::Role as Speaks;
use kodebok::ui::intake::names::When;

use crate::support::session::{Desk, add_source, in_memory};
use crate::support::window::Window;

const FIRST: &str = "Kari: Hvor lenge har du vært her?\nInformant: I to år.\nKari: Og før det?\nInformant: I Bergen.\n";
const REPLACE: &str = "Erstatt navn før teksten legges til";
const SECOND: &str = "Kari: Hva heter bedriften?\nInformant: Den heter Fjord.\nKari: Og du?\nInformant: Ola.\n";

/// Writes files and lets them go over the window; waits until as many have been read as the preview is to show.
fn dropped(window: &mut Window, files: &[(&str, &[u8])], shown: usize) -> Vec<PathBuf> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| window.path(name)).collect();
    for (path, (_, bytes)) in paths.iter().zip(files) {
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        std::fs::write(path, bytes).expect("a file can be written");
    }
    window.drop(&paths);
    read(window, shown);
    paths
}

fn looked_through(window: &mut Window, shown: usize) {
    window.until("the reading", |app| {
        app.screen()
            .intake
            .as_ref()
            .is_some_and(|intake| intake.items.len() == shown && intake.done() == shown && intake.is_looked_through())
    });
}

fn read(window: &mut Window, shown: usize) {
    looked_through(window, shown);
    // Names are not what these tests are about.
    if window.shows(Role::CheckBox, REPLACE)
        && window.app().screen().intake.as_ref().is_some_and(|intake| intake.names.when == When::Before)
    {
        window.click(Role::CheckBox, REPLACE);
    }
}

fn titles(window: &Window) -> Vec<&str> {
    window.project().sources().map(|source| source.title.as_str()).collect()
}

#[test]
fn many_files_are_looked_at_and_come_in_as_one_gesture() {
    let mut window = Window::on(in_memory());
    add_known(&mut window);
    let files: [(&str, &[u8]); 5] = [
        ("Intervju 1.txt", FIRST.as_bytes()),
        ("Intervju 2.txt", SECOND.as_bytes()),
        ("annen/Intervju 1.txt", b"Helt andre ord."),
        ("kopi.txt", FIRST.as_bytes()),
        ("bilde.png", b"\x89PNG\r\n"),
    ];
    dropped(&mut window, &files, 5);
    assert!(window.shows(Role::Button, "Importer 3 filer"), "{:?}", window.names(Role::Button));
    let told = |window: &Window, name: &str| window.description(Role::ListBoxOption, name).expect("it is told");
    assert!(told(&window, "kopi").contains("samme tekst som en annen"));
    assert!(told(&window, "bilde.png").contains("kan ikke leses"));
    assert_eq!(titles(&window), ["Kjent"], "nothing is added before it is accepted");
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
    let mut here = titles(&window);
    here.sort_unstable();
    assert_eq!(here, ["Intervju 1", "Intervju 1 (2)", "Intervju 2", "Kjent"]);
    // What did not come in is told, and the report can be kept.
    let report = window.path("rapport.csv");
    window.will_choose(&report);
    window.click(Role::Button, "Lagre rapporten…");
    window.until("the report", |_| report.exists());
    let said = std::fs::read_to_string(&report).expect("the report is there");
    assert!(said.contains("ikke importert;") && said.contains("bilde.png") && said.contains("kopi.txt"), "{said}");
    window.click(Role::Button, "Lukk");
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(titles(&window), ["Kjent"]);
}

/// The study has a source already.
fn add_known(window: &mut Window) {
    window.drop(&[]);
    window.paste("Dette er her allerede.");
    read(window, 1);
    window.click(Role::TextInput, "Tittel");
    window.press_with(egui::Modifiers::COMMAND, Key::A);
    window.type_letters("Kjent");
    window.press(Key::Escape);
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
}

#[test]
fn pasted_words_get_a_title_and_the_same_words_are_not_added_twice() {
    let mut window = Window::on(in_memory());
    add_known(&mut window);
    assert_eq!(titles(&window), ["Kjent"]);
    window.paste("Dette er her allerede.");
    looked_through(&mut window, 1);
    assert!(window.shows(Role::Button, "Importer 0 filer"));
    let why = "Den samme teksten er i studien allerede som «Kjent», så den hentes ikke inn en gang til.";
    assert!(window.shows(Role::Label, why), "{:?}", window.names(Role::Label));
    window.press(Key::Enter);
    assert!(window.app().screen().intake.is_some(), "there is nothing to accept");
    window.press(Key::Escape);
    assert!(window.app().screen().intake.is_none());
    assert_eq!(titles(&window), ["Kjent"]);
}

#[test]
fn escape_asks_before_what_was_chosen_is_let_go() {
    let mut window = Window::on(in_memory());
    dropped(&mut window, &[("1.txt", FIRST.as_bytes())], 1);
    let open = |window: &Window| window.app().screen().intake.is_some();
    // A menu that is open is closed, and nothing else.
    window.click(Role::Button, "Rollen til Kari");
    window.press(Key::Escape);
    assert!(open(&window) && !window.shows(Role::Button, "intervjuer"));
    window.click(Role::Button, "Rollen til Kari");
    window.click(Role::Button, "intervjuer");
    window.press(Key::Escape);
    assert!(window.shows(Role::Label, "Forkaste importen?") && open(&window));
    window.press(Key::Escape);
    assert!(!window.shows(Role::Label, "Forkaste importen?") && open(&window));
    window.press(Key::Escape);
    window.click(Role::Button, "Forkast");
    assert!(!open(&window));
    // That names are not to be replaced is a choice as well.
    let paths = dropped(&mut window, &[("2.txt", SECOND.as_bytes())], 1);
    window.press(Key::Escape);
    assert!(window.shows(Role::Label, "Forkaste importen?") && open(&window));
    window.click(Role::Button, "Forkast");
    // Where nothing was chosen nobody is asked.
    window.drop(&paths);
    looked_through(&mut window, 1);
    window.press(Key::Escape);
    assert!(!open(&window));
}

#[test]
fn the_list_of_sources_goes_to_what_came() {
    let mut session = in_memory();
    for number in 1..=40 {
        add_source(&mut session, &format!("Informant {number}"), &format!("Samtale {number}."));
    }
    let mut window = Window::on(session);
    let listed = |window: &Window, title: &str| window.shows(Role::ListBoxOption, title);
    assert!(listed(&window, "Informant 1") && !listed(&window, "Samtale A"));
    dropped(&mut window, &[("Samtale A.txt", FIRST.as_bytes()), ("Samtale B.txt", SECOND.as_bytes())], 2);
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
    window.settle();
    assert!(listed(&window, "Samtale A") && listed(&window, "Samtale B") && !listed(&window, "Informant 1"));
}

#[test]
fn the_menu_of_a_source_gives_it_another_title_or_asks_whether_to_erase_it() {
    let mut session = in_memory();
    add_source(&mut session, "Informant 1", "Samtale 1.");
    let mut window = Window::on(session);
    let retitle = |window: &mut Window, title: &str| {
        window.click_secondary(Role::ListBoxOption, "Informant 1");
        window.click(Role::Button, "Gi ny tittel");
        window.press_with(egui::Modifiers::COMMAND, Key::A);
        window.type_letters(title);
    };
    retitle(&mut window, "Noe annet");
    window.press(Key::Escape);
    assert_eq!(titles(&window), ["Informant 1"]);
    retitle(&mut window, "Pilot");
    window.press(Key::Enter);
    assert_eq!(titles(&window), ["Pilot"]);
    window.click_secondary(Role::ListBoxOption, "Pilot");
    window.click(Role::Button, "Slett for godt…");
    window.settle();
    assert!(
        window.names(Role::TextInput).iter().any(|name| name.contains("Pilot")),
        "{:?}",
        window.names(Role::TextInput)
    );
    assert_eq!(titles(&window), ["Pilot"], "it is only asked");
}

#[test]
fn a_speaker_is_named_once_for_all_the_files() {
    let mut window = Window::on(in_memory());
    dropped(&mut window, &[("1.txt", FIRST.as_bytes()), ("2.txt", SECOND.as_bytes())], 2);
    assert!(window.shows(Role::Paragraph, "I to år."), "{:?}", window.names(Role::Paragraph));
    window.click(Role::Button, "Rollen til Kari");
    window.click(Role::Button, "intervjuer");
    window.click(Role::TextInput, "Navnet til Kari");
    window.press_with(egui::Modifiers::COMMAND, Key::A);
    window.type_letters("Forsker");
    window.press(Key::Enter);
    window.click(Role::Button, "Importer 2 filer");
    window.until("the import", |app| app.screen().intake.is_none());
    for source in window.project().sources() {
        let speakers: Vec<_> = source.speakers.iter().map(|speaker| (speaker.name.as_str(), speaker.role)).collect();
        assert_eq!(speakers[0], ("Forsker", Speaks::Interviewer), "{}", source.title);
        assert_eq!(speakers.len(), 2);
    }
}

#[test]
fn two_speakers_of_one_name_are_one() {
    let mut window = Window::on(in_memory());
    let text = "Kari: Én.\nKari N.: To.\nKari: Tre.\nKari N.: Fire.\nOla: Fem.\nOla: Seks.\n";
    dropped(&mut window, &[("1.txt", text.as_bytes())], 1);
    window.click(Role::Button, "Slå sammen Kari N.");
    window.click(Role::Button, "Samme person som Kari");
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
    let source = window.project().sources().next().expect("it came in");
    let said: Vec<_> = source
        .turns
        .iter()
        .map(|turn| (source.speaker_of(turn).map_or("", |speaker| speaker.name.as_str()), source.quote(turn.span)))
        .collect();
    assert_eq!(
        said,
        [("Kari", "Én."), ("Kari", "To."), ("Kari", "Tre."), ("Kari", "Fire."), ("Ola", "Fem."), ("Ola", "Seks.")]
    );
}

#[test]
fn encoding_and_names_are_chosen_anew() {
    let mut window = Window::on(in_memory());
    // «Blåbær på tur» as a Macintosh wrote it, which nothing in the file says.
    let bytes = b"Kari: Bl\x8cb\xber p\x8c tur.\rOla: Ja.\rKari: Nei.\rOla: Jo.\r";
    dropped(&mut window, &[("mac.txt", bytes)], 1);
    let shown = window.names(Role::Button).into_iter().find(|name| name.starts_with("Tegnkoding"));
    window.click(Role::Button, &shown.expect("the encoding is shown"));
    window.click(Role::Button, "Mac Roman");
    window.until("the new reading", |app| {
        let intake = app.screen().intake.as_ref().expect("it is looked at");
        intake.shown().and_then(|item| item.draft()).is_some_and(|draft| draft.text.contains("Blåbær på tur."))
    });
    window.click(Role::RadioButton, "Stå i teksten");
    window.until("the new reading", |app| {
        let intake = app.screen().intake.as_ref().expect("it is looked at");
        intake.shown().and_then(|item| item.draft()).is_some_and(|draft| draft.text.starts_with("Kari: Blåbær"))
    });
    assert!(window.shows(Role::Paragraph, "Kari: Blåbær på tur."), "{:?}", window.names(Role::Paragraph));
}

#[test]
fn a_table_shows_what_becomes_of_each_column() {
    let mut window = Window::on(in_memory());
    let table = "Navn;Alder;Hva er viktig?\nKari;34;At vi hjelper hverandre når det trengs som mest\n\
                 Ola;41;Å få ringe noen som har gjort det samme før meg\n";
    dropped(&mut window, &[("svar.csv", table.as_bytes())], 1);
    assert!(window.shows(Role::ColumnHeader, "Hva er viktig?"), "{:?}", window.names(Role::ColumnHeader));
    assert!(window.shows(Role::Button, "Alder blir Egenskap (tall)"), "{:?}", window.names(Role::Button));
    window.click(Role::Button, "Alder blir Egenskap (tall)");
    window.click(Role::Button, "Ikke med");
    window.until("the new reading", |app| {
        let intake = app.screen().intake.as_ref().expect("it is looked at");
        let read = intake.shown().and_then(|item| item.read()).map(|read| &read.content);
        matches!(read, Some(kodebok::import::Content::Survey(survey)) if survey.cases.attributes.is_empty())
    });
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
    let project = window.project();
    assert_eq!(project.cases().iter().map(|case| case.name.as_str()).collect::<Vec<_>>(), ["Kari", "Ola"]);
    assert_eq!(project.sources().count(), 2);
    assert!(project.attributes().is_empty());
}

#[test]
fn a_folder_gives_what_can_be_read_and_tells_the_rest() {
    let mut window = Window::on(in_memory());
    for (name, words) in
        [("mappe/2.txt", "To."), ("mappe/under/10.md", "Ti."), ("mappe/lyd.mp3", "…"), ("mappe/.skjult.txt", "x")]
    {
        let path = window.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        std::fs::write(path, words).expect("a file can be written");
    }
    window.will_choose(&window.path("mappe"));
    window.press_with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::O);
    read(&mut window, 2);
    assert!(window.shows(Role::Label, "«lyd.mp3» er av et slag som ikke kan leses, og er ikke med."));
    window.click(Role::CheckBox, "Ta med 2");
    window.click(Role::Button, "Importer 1 fil");
    window.until("the import", |app| app.screen().intake.is_none());
    assert_eq!(titles(&window), ["10"]);
}

#[test]
fn the_original_is_kept_only_where_somebody_asks() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::kari(room.path());
    let mut window = Window::on(desk.create());
    dropped(&mut window, &[("1.txt", FIRST.as_bytes())], 1);
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
    assert!(!desk.folder.join("files").exists());
    let paths = dropped(&mut window, &[("2.txt", SECOND.as_bytes())], 1);
    window.click(Role::CheckBox, "Ta vare på filene i studien slik de er");
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
    let kept = window.project().sources().filter_map(|source| source.original.clone()).collect::<Vec<_>>();
    let hash = blake3::hash(SECOND.as_bytes()).to_hex();
    let hash = hash.get(..32).expect("a hash is longer");
    assert_eq!(
        kept.iter().map(|kept| (kept.hash.to_string(), kept.extension.as_str())).collect::<Vec<_>>(),
        [(hash.to_owned(), "txt")]
    );
    let file = desk.folder.join("files").join(hash.get(..2).expect("a hash is longer")).join(format!("{hash}.txt"));
    assert_eq!(std::fs::read(file).expect("it is kept"), SECOND.as_bytes());
    // It can be had back.
    std::fs::remove_file(&paths[0]).expect("the first file can go");
    let out = window.path("ut.txt");
    window.will_choose(&out);
    window.click(Role::Link, "Lagre originalfilen…");
    window.until("the original", |_| out.exists());
    assert_eq!(std::fs::read(out).expect("it is written"), SECOND.as_bytes());
}

#[test]
fn files_dropped_on_the_first_screen_wait_for_a_study() {
    let mut window = Window::first();
    let path = window.path("1.txt");
    std::fs::write(&path, FIRST).expect("a file can be written");
    window.hold_over(std::slice::from_ref(&path));
    assert!(window.shows(Role::Label, "Slipp for å lage en studie av filene, eller åpne en studie"));
    window.drop(&[path]);
    window.until("the offer", |app| app.screen().waiting.len() == 1);
    window.click(Role::TextInput, "Hva heter studien?");
    window.type_letters("Lærere");
    window.click(Role::Button, "Lag studien");
    window.until("the study", |app| app.session().is_some());
    read(&mut window, 1);
    window.press(Key::Enter);
    window.until("the import", |app| app.screen().intake.is_none());
    assert_eq!(titles(&window), ["1"]);
}

#[test]
fn a_study_dropped_on_the_first_screen_is_opened() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_source(&mut session, "Her", "Noen ord.");
    session.close().expect("it can be left");
    let mut window = Window::first();
    window.drop(std::slice::from_ref(&desk.folder));
    window.until("the study", |app| app.session().is_some());
    assert_eq!(titles(&window), ["Her"]);
}

#[test]
fn nothing_sticks_out_of_a_small_window() {
    let mut window = Window::on(in_memory());
    let table = "Navn;Hva er viktig for deg når du velger?\nKari;At vi hjelper hverandre når det trengs som mest\n";
    let files: [(&str, &[u8]); 3] = [
        ("Et intervju med en ganske lang tittel.txt", FIRST.as_bytes()),
        ("2.txt", SECOND.as_bytes()),
        ("svar.csv", table.as_bytes()),
    ];
    dropped(&mut window, &files, 3);
    // 1440 × 900, 860 wide, and both at 150 % and 200 %.
    for (width, height) in
        [(1440.0, 900.0), (960.0, 600.0), (860.0, 900.0), (720.0, 450.0), (573.0, 600.0), (430.0, 450.0)]
    {
        window.resize(width, height);
        for part in ["Filer", "Innhold", "Detaljer", "Navn og steder"] {
            if window.shows(Role::RadioButton, part) {
                window.click(Role::RadioButton, part);
            }
            assert_eq!(window.outside(), [] as [String; 0], "{width} × {height}, {part}");
        }
    }
}
