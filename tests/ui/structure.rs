//! The room of the code structure, driven by the names a screen reader would say.

use egui::{Key, Role};
use kodebok::model::arrangement::Paper;
use kodebok::ui::screen::Room;

use super::{codebook, study};
use crate::support::rooms::Window;
use crate::support::session::in_memory;

#[test]
fn a_click_on_a_code_of_the_figure_shows_its_segments() {
    let mut window = Window::on(codebook());
    window.room(Key::Num4);
    assert!(window.sees("3 codes · 1 page"));
    window.click_role(Role::Button, "free help");
    assert_eq!(window.screen().room, Room::Segments);
    let name = window.screen().active_code().and_then(|code| window.session().project().codebook().code(code));
    assert_eq!(name.map(|code| code.name.as_str()), Some("free help"));
}

#[test]
fn the_figure_is_zoomed_fitted_and_turned() {
    let mut window = Window::on(codebook());
    window.room(Key::Num4);
    assert!(window.sees("150 %"), "a page is not made larger than can be read at a glance");
    window.click("Fit page");
    assert!(!window.sees("150 %"));
    window.click("Zoom in");
    window.click("Zoom in");
    window.click("Landscape");
    window.click("With counts");
    window.press(Key::Num0);
    for name in ["Cooperation", "competitors", "free help"] {
        assert!(window.sees(name), "{name}");
    }
}

#[test]
fn the_page_follows_the_hand_that_draws_it() {
    let mut window = Window::on(codebook());
    window.room(Key::Num4);
    let before = window.place(Role::Button, "competitors");
    let by = egui::vec2(0.0, -60.0);
    window.draw(egui::pos2(700.0, 700.0), by);
    let after = window.place(Role::Button, "competitors");
    assert!((after.min - before.min - by).length() < 2.0, "{before:?} {after:?}");
}

#[test]
fn the_zoom_keeps_what_is_under_the_pointer() {
    let mut window = Window::on(codebook());
    window.room(Key::Num4);
    let first = window.place(Role::Button, "competitors");
    // Larger than the window, so that the page is no longer put in its middle.
    window.zoom_at(first.center(), 1.8);
    let before = window.place(Role::Button, "competitors");
    window.zoom_at(before.center(), 1.3);
    let after = window.place(Role::Button, "competitors");
    assert!(after.width() > 1.25 * before.width(), "{before:?} {after:?}");
    assert!((after.center() - before.center()).length() < 2.0, "{before:?} {after:?}");
}

#[test]
fn a_code_below_another_stands_in_the_figure() {
    let mut window = Window::on(study());
    window.room(Key::Num4);
    assert!(window.sees("trust") && window.sees("home"));
}

#[test]
fn an_empty_codebook_says_what_to_do() {
    let mut window = Window::on(in_memory());
    window.room(Key::Num4);
    assert!(window.sees_part("The codebook is empty"));
}

#[test]
fn a_box_is_drawn_to_another_place_and_put_back() {
    let mut window = Window::on(codebook());
    window.room(Key::Num4);
    let before = window.place(Role::Button, "Cooperation");
    let by = egui::vec2(-45.0, 60.0);
    window.draw(before.center(), by);
    let after = window.place(Role::Button, "Cooperation");
    assert!((after.min - before.min - by).length() < 2.0, "{before:?} {after:?}");
    assert_eq!(window.screen().room, Room::Structure, "to draw a box is not to click on it");
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(window.place(Role::Button, "Cooperation"), before);
    window.press_with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::Z);
    assert_eq!(window.place(Role::Button, "Cooperation"), after);
    window.click("All boxes in place");
    assert_eq!(window.place(Role::Button, "Cooperation"), before);
    assert!(!window.sees("All boxes in place"));
}

#[test]
fn the_paper_that_was_chosen_is_the_studys() {
    let mut window = Window::on(codebook());
    window.room(Key::Num4);
    window.click("Landscape");
    assert_eq!(window.session().project().arrangement().paper, Some(Paper::Landscape));
    window.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(window.session().project().arrangement().paper, None);
}
