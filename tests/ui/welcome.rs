//! The first screen: studies opened last, and the wait while one is opened.

use egui::accesskit::Role;

use crate::support::session::Desk;
use crate::support::window::Window;

#[test]
fn a_study_that_is_gone_is_faint_and_can_be_forgotten() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::kari(room.path());
    desk.create().close().expect("a study can be made");
    let gone = room.path().join("Klynger 2019");
    let mut window = Window::first_after(&[&gone, &desk.folder]);
    window.until("the look at the folders", |app| app.screen().missing.as_ref().is_some_and(|gone| !gone.is_empty()));
    let told = window.description(Role::Button, "Klynger 2019").expect("it is said that it is gone");
    assert!(told.contains("Finnes ikke her nå"), "{told}");
    let here = window.description(Role::Button, "study").expect("it is said where it lies");
    assert!(!here.contains("Finnes ikke"), "{here}");
    assert!(!window.shows(Role::Button, "Glem study"));
    window.click(Role::Button, "Glem Klynger 2019");
    assert!(!window.shows(Role::Button, "Klynger 2019"));
    window.click(Role::Button, "study");
    window.until("the study", |app| app.session().is_some());
}
