//! Names replaced in texts that are here already: the link is kept first, or somebody has said that it is to be lost.

use std::path::Path;

use egui::Key;
use egui::accesskit::Role;
use kodebok::session::keys;
use kodebok::store::sealed::Work;
use kodebok::text::names::Kind;
use kodebok::text::names::table::Row;

use crate::support::session::{add_source, in_memory};
use crate::support::window::Window;

const SAID: &str = "Jeg kjenner Torbjørn Egeland fra Bergen. Der bor Anbjørg også.";
const PASSPHRASE: &str = "fire ord på rad";

/// The room of names, after names were looked for in one interview of two.
fn looked() -> Window {
    let mut session = in_memory();
    add_source(&mut session, "Første", SAID);
    add_source(&mut session, "Andre", "Her er ingen nevnt.");
    let mut window = Window::on(session);
    window.press_with(egui::Modifiers::COMMAND, Key::Num6);
    window.click(Role::Button, "Finn navn i tekstene");
    sees(&mut window, Role::CheckBox, "Erstatt Torbjørn Egeland");
    window
}

#[track_caller]
fn sees(window: &mut Window, role: Role, name: &str) {
    let since = std::time::Instant::now();
    while !window.shows(role, name) {
        assert!(since.elapsed().as_secs() < 30, "no {role:?} {name}; there are {:?}", window.names(role));
        window.settle();
    }
}

fn chosen(window: &mut Window, key: &Path) {
    window.will_choose(key);
    window.click(Role::Link, "Velg fil…");
    window.settle();
    window.write_over("Passfrase", PASSPHRASE);
}

fn words(window: &Window) -> String {
    window.project().sources().filter_map(|source| Some(source.text.as_ref()?.as_str().to_owned())).collect()
}

fn in_key(window: &Window, key: &Path) -> Vec<(String, String)> {
    let project = window.project().id().expect("a study has an id");
    let rows = keys::read(key, project, PASSPHRASE).expect("it opens");
    rows.into_iter().map(|row| (row.original, row.pseudonym)).collect()
}

fn pair(original: &str, pseudonym: &str) -> (String, String) {
    (original.to_owned(), pseudonym.to_owned())
}

#[test]
fn replacing_writes_the_key_first() {
    let mut window = looked();
    let key = window.path("nøkkel.age");
    chosen(&mut window, &key);
    window.write_over("Passfrasen en gang til", PASSPHRASE);
    window.click(Role::Button, "Erstatt og slett navnene…");
    assert!(window.shows(Role::Label, "Koblingen lagres i nøkkel.age før navnene erstattes."));
    window.click(Role::Button, "Erstatt og slett");
    sees(&mut window, Role::Label, "Kvittering");
    let rows = in_key(&window, &key);
    assert!(rows.contains(&pair("Torbjørn Egeland", "Person 1")), "{rows:?}");
    assert!(words(&window).contains("Jeg kjenner Person 1 fra Sted 1."), "{}", words(&window));
    // The receipt says what was done and what is left, not that all is done.
    let kept =
        "Koblingen til navnene er lagret i nøkkel.age. Så lenge filen finnes, kan personene gjenkjennes med den.";
    assert!(window.shows(Role::Label, kept), "{:?}", window.names(Role::Label));
    sees(&mut window, Role::Label, "1 mulig navn står fortsatt i studien: Anbjørg.");
    window.press(Key::Enter);
    assert!(!window.shows(Role::Label, "Kvittering"));
    // Who is who can be read while the key is open, and what is replaced next is kept as well.
    assert!(window.shows(Role::Label, "Torbjørn Egeland → Person 1"), "{:?}", window.names(Role::Label));
    sees(&mut window, Role::CheckBox, "Erstatt Anbjørg");
    assert!(!window.shows(Role::CheckBox, "Erstatt Person 1"));
    window.click(Role::Button, "Velg alle");
    window.click(Role::Button, "Erstatt og slett navnene…");
    window.click(Role::Button, "Erstatt og slett");
    sees(&mut window, Role::Label, "Kvittering");
    let rows = in_key(&window, &key);
    assert!(rows.contains(&pair("Anbjørg", "Navn 1")), "{rows:?}");
}

#[test]
fn nothing_is_replaced_where_the_key_cannot_be_written() {
    let mut window = looked();
    // Its folder is not there.
    let key = window.path("borte").join("nøkkel.age");
    chosen(&mut window, &key);
    window.write_over("Passfrasen en gang til", PASSPHRASE);
    window.click(Role::Button, "Erstatt og slett navnene…");
    window.click(Role::Button, "Erstatt og slett");
    window.until("the refusal", |app| {
        app.screen().said.as_ref().is_some_and(|said| said.words.ends_with("Ingenting er erstattet."))
    });
    assert!(words(&window).contains("Torbjørn Egeland"));
}

#[test]
fn without_a_key_it_is_asked_plainly() {
    let mut window = looked();
    window.click(Role::Button, "Erstatt og slett navnene…");
    let told = "Det er ikke valgt noen koblingsnøkkel. Erstatter du nå, går koblingen tapt: \
                Ingen kan finne tilbake til hvem som står bak pseudonymene.";
    assert!(window.shows(Role::Label, told), "{:?}", window.names(Role::Label));
    // The names stand in one of the two.
    let told = "Navnene erstattes i 1 kilde og slettes deretter fra tekstene, loggen og sikkerhetskopiene på denne \
                maskinen. Kodingene blir stående på ordene sine. Dette kan ikke angres.";
    assert!(window.shows(Role::Label, told));
    window.click(Role::Button, "Velg koblingsnøkkel først");
    assert!(words(&window).contains("Torbjørn"));
    window.click(Role::Button, "Erstatt og slett navnene…");
    window.click(Role::Button, "Erstatt uten koblingsnøkkel");
    sees(&mut window, Role::Label, "Koblingen til navnene er ikke lagret noe sted.");
    assert!(!words(&window).contains("Torbjørn"));
}

#[test]
fn a_key_that_lies_there_is_opened_and_looked_over_first() {
    let mut window = looked();
    let key = window.path("nøkkel.age");
    let project = window.project().id().expect("a study has an id");
    let row = Row { original: "Torbjørn Egeland".to_owned(), pseudonym: "Ragnhild".to_owned(), kind: Kind::Person };
    keys::add(&key, project, PASSPHRASE, &[row], Work::Rounds(4)).expect("it can be written");
    chosen(&mut window, &key);
    // It lies there, so it can only be opened.
    assert!(!window.shows(Role::PasswordInput, "Passfrasen en gang til"));
    assert!(!window.shows(Role::Button, "Lag ny koblingsnøkkel"));
    window.click(Role::Button, "Erstatt og slett navnene…");
    window.click(Role::Button, "Erstatt og slett");
    window.until("the opening", |app| {
        let told = "Koblingsnøkkelen er åpnet. Se over tabellen, og erstatt på nytt.";
        app.screen().said.as_ref().is_some_and(|said| said.words == told)
    });
    assert!(words(&window).contains("Torbjørn"));
    sees(&mut window, Role::Label, "Torbjørn Egeland → Ragnhild");
    window.click(Role::Button, "Erstatt og slett navnene…");
    window.click(Role::Button, "Erstatt og slett");
    sees(&mut window, Role::Label, "Kvittering");
    assert!(words(&window).contains("Jeg kjenner Ragnhild fra"), "{}", words(&window));
    window.press(Key::Escape);
    // Her pseudonym is nobody's name.
    window.click(Role::Button, "Finn navn i tekstene");
    window.settle();
    sees(&mut window, Role::CheckBox, "Erstatt Anbjørg");
    assert!(!window.shows(Role::CheckBox, "Erstatt Ragnhild"), "{:?}", window.names(Role::CheckBox));
}

#[test]
fn the_key_of_a_study_is_remembered_with_its_pseudonyms() {
    let mut window = Window::first();
    window.click(Role::Button, "Åpne prøvestudien");
    window.until("the study", |app| app.session().is_some());
    window.press_with(egui::Modifiers::COMMAND, Key::Num6);
    let key = window.path("nøkkel.age");
    chosen(&mut window, &key);
    window.write_over("Passfrasen en gang til", PASSPHRASE);
    window.click(Role::Button, "Lag ny koblingsnøkkel");
    let saved = "Koblingsnøkkelen er lagret og åpen: 0 navn. Så lenge den finnes, kan personene gjenkjennes med den.";
    sees(&mut window, Role::Label, saved);
    window.press_with(egui::Modifiers::COMMAND, Key::W);
    window.click(Role::Button, "Klyngestudien");
    window.until("the study", |app| app.session().is_some());
    window.press_with(egui::Modifiers::COMMAND, Key::Num6);
    let told = "Studien har en koblingsnøkkel her. Åpne den først, så beholder de som er i den, pseudonymene sine.";
    assert!(window.shows(Role::Label, told), "{:?}", window.names(Role::Label));
    window.write_over("Passfrase", PASSPHRASE);
    window.click(Role::Button, "Åpne koblingsnøkkelen");
    sees(&mut window, Role::Label, "Koblingsnøkkelen er åpnet: 0 navn. De er bare i minnet til studien lukkes.");
}

#[test]
fn a_copy_and_a_receipt_ask_where_to_where_there_is_no_dialog() {
    let mut window = looked();
    window.click(Role::Button, "Erstatt og slett navnene…");
    window.click(Role::Button, "Erstatt uten koblingsnøkkel");
    sees(&mut window, Role::Label, "Kvittering");
    window.has_no_dialogs();
    window.click(Role::Button, "Lagre kvitteringen…");
    window.until("the question", |app| app.screen().asking.is_some());
    let file = window.path("kvittering.txt");
    std::fs::write(&file, "en annen").expect("it can be written");
    window.click(Role::TextInput, "Filbane");
    window.press_with(egui::Modifiers::COMMAND, Key::A);
    window.type_letters(&file.display().to_string());
    assert!(window.shows(Role::Label, "Filen finnes fra før og blir erstattet."));
    window.click(Role::Button, "Fortsett");
    window.until("the file", |_| std::fs::read_to_string(&file).is_ok_and(|said| said.contains("erstattet 2 steder")));
}

#[test]
fn a_key_in_the_study_is_refused_as_soon_as_it_is_typed() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = crate::support::session::Desk::kari(room.path());
    let mut window = Window::on(desk.create());
    window.press_with(egui::Modifiers::COMMAND, Key::Num6);
    let inside = desk.folder.join("nøkkel.age");
    window.write_over("Fil for koblingsnøkkelen", &inside.display().to_string());
    let told = "Koblingsnøkkelen kan ikke ligge i studiens mappe; da har alle som har studien, også navnene. \
                Velg en mappe utenfor.";
    assert!(window.shows(Role::Label, told), "{:?}", window.names(Role::Label));
}
