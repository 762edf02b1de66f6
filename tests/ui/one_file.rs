//! A study in one file in the window: saved, dropped, opened, merged; and a lost log brought back.

use std::path::{Path, PathBuf};

use egui::Key;
use egui::accesskit::Role;
use kodebok::session::Session;
use kodebok::session::one_file::OneFile;
use kodebok::store::sealed::Work;

use crate::support::session::{Desk, add_code, add_source, apply, outline, test_world};
use crate::support::window::Window;

const SAID: &str = "Vi deler med andre.";

/// Kari's study with an interview and a code.
fn study(room: &Path) -> (Desk, Session) {
    let kari = Desk::kari(room);
    let mut session = kari.create();
    add_source(&mut session, "Informant 1", SAID);
    add_code(&mut session, "deling");
    session.settle().expect("it can be saved");
    (kari, session)
}

/// A copy of hers with a coding by Ola, as one file.
fn from_ola(room: &Path, hers: &Session, passphrase: Option<&str>) -> PathBuf {
    let (ola, file) = (Desk::ola(room), room.join("fra Kari.kodebok"));
    hers.packing().expect("it is saved").write(&file, None, Work::Rounds(2)).expect("it can be packed");
    let opened = OneFile::read(&file, None).expect("it was packed");
    let (mut his, _) =
        opened.open_in(&room.join("hos Ola"), ola.who.clone(), &ola.data, test_world(4)).expect("it can be opened");
    let (code, source) = (his.project().codebook().find(&["deling"]), his.project().sources().next());
    let (code, source) = (code.expect("the code"), source.expect("the source").id);
    apply(&mut his, code, source, 3, 8);
    his.settle().expect("it can be saved");
    let back = room.join("fra Ola.kodebok");
    his.packing().expect("it is saved").write(&back, passphrase, Work::Rounds(2)).expect("it can be packed");
    back
}

fn choose(window: &mut Window, command: &str) {
    window.click(Role::Button, "Meny for studien Klynger");
    window.click(Role::Button, command);
}

fn report(window: &Window) -> Vec<String> {
    let report = window.app().screen().report.as_ref().expect("there is a report");
    std::iter::once(report.title.clone()).chain(report.lines().into_iter().map(|(_, line)| line.to_owned())).collect()
}

#[test]
fn the_study_is_saved_as_one_file_without_and_with_a_passphrase() {
    let room = tempfile::tempdir().unwrap();
    let (_, session) = study(room.path());
    let project = session.project().id();
    let mut window = Window::on(session);
    for (name, passphrase) in [("åpen.kodebok", None), ("låst.kodebok", Some("blåbær på tunet"))] {
        let path = window.path(name);
        window.will_choose(&path);
        choose(&mut window, "Lagre som én fil…");
        if let Some(passphrase) = passphrase {
            window.click(Role::PasswordInput, "Passfrase (valgfritt)");
            window.type_letters(passphrase);
            window.click(Role::PasswordInput, "Passfrasen en gang til");
            window.type_letters(passphrase);
        }
        window.click(Role::Button, "Velg hvor…");
        let says = format!("{}", path.display());
        window.until("the file", |app| app.screen().said.as_ref().is_some_and(|said| said.words.contains(&says)));
        assert_eq!(OneFile::read(&path, passphrase).map(|file| Some(file.project())).unwrap(), project);
        assert_eq!(OneFile::read(&path, None).is_ok(), passphrase.is_none());
    }
}

#[test]
fn a_file_of_the_open_study_is_dropped_and_merged() {
    let room = tempfile::tempdir().unwrap();
    let (_, session) = study(room.path());
    let file = from_ola(room.path(), &session, None);
    let mut window = Window::on(session);
    window.drop(&[file]);
    window.until("the report", |app| app.screen().report.is_some());
    let told = report(&window);
    assert_eq!(told[..2], ["Slått sammen med «Klynger»", "Kom til: 1 koding (Ola Hansen 1)."]);
    assert!(told[2].starts_with("Ingenting er mistet."), "{told:?}");
    window.until("the coding", |app| app.session().is_some_and(|session| session.project().coding_count() == 1));
    window.click(Role::Button, "Lukk");
    assert_eq!(outline(window.project()), ["deling", "Informant 1: «deler» deling"]);
}

#[test]
fn another_copy_in_a_folder_is_merged_from_the_menu() {
    let room = tempfile::tempdir().unwrap();
    let (_, session) = study(room.path());
    from_ola(room.path(), &session, None);
    let mut window = Window::on(session);
    window.will_choose(&room.path().join("hos Ola").join("fra Kari"));
    choose(&mut window, "Slå sammen med en annen kopi…");
    window.until("the report", |app| app.screen().report.is_some());
    window.until("the coding", |app| app.session().is_some_and(|session| session.project().coding_count() == 1));
}

#[test]
fn a_locked_file_is_opened_from_the_first_screen_in_a_folder_of_ones_choice() {
    let room = tempfile::tempdir().unwrap();
    let (_, session) = study(room.path());
    let file = from_ola(room.path(), &session, Some("blåbær på tunet"));
    let mut window = Window::first();
    window.will_choose(&file);
    window.click(Role::Button, "Åpne en studie i én fil…");
    window.until("the question", |app| app.screen().locked.is_some());
    window.type_letters("bringebær");
    window.press(Key::Enter);
    window.until("the answer", |app| app.screen().locked.as_ref().is_some_and(|locked| locked.said.is_some()));
    let home = window.path("studier");
    std::fs::create_dir(&home).unwrap();
    window.will_choose(&home);
    window.click(Role::PasswordInput, "Passfrase");
    window.type_letters("blåbær på tunet");
    window.click(Role::Button, "Åpne");
    window.until("the study", |app| app.session().is_some());
    assert_eq!(window.app().session().and_then(Session::folder), Some(home.join("fra Ola").as_path()));
    assert_eq!(report(&window)[0], "Åpnet «Klynger»");
    assert_eq!(window.project().coding_count(), 1);
}

#[test]
fn what_the_desktop_hands_over_is_opened_whether_folder_or_file() {
    let room = tempfile::tempdir().unwrap();
    let (kari, session) = study(room.path());
    let file = from_ola(room.path(), &session, None);
    session.close().unwrap();
    let mut window = Window::first();
    window.hand_over(&kari.folder);
    window.until("the study", |app| app.session().is_some());
    assert_eq!(window.app().session().and_then(Session::folder), Some(kari.folder.as_path()));

    let mut window = Window::first();
    let home = window.path("studier");
    std::fs::create_dir(&home).unwrap();
    window.will_choose(&home);
    window.hand_over(&file);
    window.until("the study", |app| app.session().is_some());
    assert_eq!(window.app().session().and_then(Session::folder), Some(home.join("fra Ola").as_path()));
    assert_eq!(report(&window)[0], "Åpnet «Klynger»");
}

#[test]
fn a_lost_log_is_brought_back_from_the_backup_with_a_click() {
    let room = tempfile::tempdir().unwrap();
    let (kari, mut session) = study(room.path());
    let expected = outline(session.project());
    session.poll();
    session.close().unwrap();
    std::fs::remove_dir_all(kari.folder.join("logs")).unwrap();
    let mut window = Window::on(kari.open());
    assert_eq!(outline(window.project()), Vec::<String>::new());
    assert!(window.shows(Role::Button, "Hent tilbake"), "it is offered where it is told");
    window.click(Role::Button, "Lukk");
    window.press_with(egui::Modifiers::COMMAND, Key::Num5);
    window.click(Role::Button, "Hent tilbake det som mangler, fra sikkerhetskopien på denne maskinen");
    window.until("the restoring", |app| app.session().is_some_and(|session| session.findings().is_empty()));
    assert_eq!(outline(window.project()), expected);
}
