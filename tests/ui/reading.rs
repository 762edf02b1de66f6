//! Reading and selecting in the window.

use egui::{Role, pos2};

use crate::support::window::Window;

#[test]
fn a_drag_within_one_frame_selects_the_words() {
    let mut window = Window::first();
    window.click(Role::Button, "Åpne prøvestudien");
    window.until("the study", |app| app.session().is_some());
    window.settle();
    let rect = window.rect(Role::Paragraph, "Hei, hei. Hører du meg greit?");
    window.drag_at_once(pos2(rect.left() + 1.0, rect.center().y), pos2(rect.right() + 8.0, rect.center().y));
    let (source, span) = window.app().screen().words().expect("words are selected");
    let quote = window.project().source(source).map(|source| source.quote(span));
    assert_eq!(quote, Some("Hei, hei. Hører du meg greit?"));
}
