//! The window without a screen, on a session in memory; driven by the names that a screen reader would say.

use std::path::PathBuf;
use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kodebok::session::Session;
use kodebok::store::app_data::AppData;
use kodebok::store::app_data::preferences::{Me, Preferences};
use kodebok::ui::app::{App, Desk};
use kodebok::ui::dialogs::system::{Answer, Dialogs};
use kodebok::ui::look::style;
use kodebok::ui::screen::Screen;

/// How long something that a thread does may take before the test gives up; only a bound, never waited out.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

/// A desktop where nobody ever chooses anything.
struct Nobody;

impl Dialogs for Nobody {
    fn files(&self, _: &str, _: &[&str]) -> Answer {
        Answer::Cancelled
    }

    fn folder(&self, _: &str) -> Answer {
        Answer::Cancelled
    }

    fn save(&self, _: &str, _: &str) -> Answer {
        Answer::Cancelled
    }
}

/// The window at work.
pub(crate) struct Window {
    harness: Harness<'static, Option<App>>,
    /// Where preferences are kept; goes with the window.
    _room: tempfile::TempDir,
}

impl Window {
    /// Opens the window, in English, on a session.
    pub(crate) fn on(session: Session) -> Self {
        let room = tempfile::tempdir().expect("a temporary folder");
        let known = session.project().coder_name(session.coder());
        let name = if known.is_empty() { "Kari Nordmann" } else { known }.to_owned();
        let me = Me { id: session.coder(), name };
        let preferences = Preferences { language: Some("en".to_owned()), coder: Some(me), ..Preferences::default() };
        let desk = Desk { data: AppData::at(room.path().to_owned()), preferences, home: PathBuf::from("studies") };
        let mut waiting = Some((desk, session));
        let harness = Harness::builder()
            .with_size([1440.0, 900.0])
            .with_max_steps(40)
            .with_context_setup(style::install)
            .build_ui_state(
                move |ui, app: &mut Option<App>| {
                    if let Some((desk, session)) = waiting.take() {
                        let mut opened = App::new(ui, desk, Arc::new(Nobody));
                        opened.work_on(session);
                        *app = Some(opened);
                    }
                    app.as_mut().expect("the window is open").frame(ui);
                },
                None,
            );
        let mut window = Self { harness, _room: room };
        window.settle();
        window
    }

    fn app(&self) -> &App {
        self.harness.state().as_ref().expect("the window is open")
    }

    /// The session behind the window.
    pub(crate) fn session(&self) -> &Session {
        self.app().session().expect("a study is open")
    }

    /// What is selected and open.
    pub(crate) fn screen(&self) -> &Screen {
        self.app().screen()
    }

    /// Lets the window go on until nothing moves; a thread at work keeps it moving.
    pub(crate) fn settle(&mut self) {
        let begun = std::time::Instant::now();
        while self.harness.run_ok().is_none() {
            assert!(begun.elapsed() < PATIENCE, "the window does not come to rest");
        }
    }

    /// Clicks what has that name and goes on until what a thread brings is in view.
    pub(crate) fn click_and_wait(&mut self, name: &str, brought: &str) {
        self.harness.get_by_label(name).click();
        self.wait_for(brought);
    }

    /// Goes on until something of that name is in view, which a thread brings.
    pub(crate) fn wait_for(&mut self, name: &str) {
        let begun = std::time::Instant::now();
        while !self.sees(name) {
            assert!(begun.elapsed() < PATIENCE, "{name} does not come");
            self.harness.step();
        }
        self.settle();
    }

    /// Opens a room by its number on the keyboard.
    pub(crate) fn room(&mut self, key: egui::Key) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
        self.settle();
    }

    /// Tells whether something of that name is in view.
    pub(crate) fn sees(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Tells whether something of that role and that name is in view.
    pub(crate) fn sees_role(&self, role: egui::Role, name: &str) -> bool {
        self.harness.query_all_by_role_and_label(role, name).next().is_some()
    }

    /// Tells whether something whose name holds these words is in view.
    pub(crate) fn sees_part(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// The names of all that have a role and whose name holds these words.
    pub(crate) fn names_with(&self, role: egui::Role, words: &str) -> Vec<String> {
        let such = self.harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label());
        such.filter(|name| name.contains(words)).collect()
    }

    /// What something of that name says.
    pub(crate) fn value(&self, name: &str) -> String {
        self.harness.get_by_label(name).value().unwrap_or_default()
    }

    /// Clicks what has that name.
    pub(crate) fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    /// Clicks the first of those that have that name.
    pub(crate) fn click_first(&mut self, name: &str) {
        self.harness.query_all_by_label(name).next().expect("it is there").click();
        self.settle();
    }

    /// Clicks what has that role and that name.
    pub(crate) fn click_role(&mut self, role: egui::Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
    }

    /// Makes the window another size, in points.
    pub(crate) fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(egui::vec2(width, height));
        self.settle();
    }

    /// Gives the keyboard to what has that role and that name.
    pub(crate) fn focus(&mut self, role: egui::Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).focus();
        self.settle();
    }

    /// Types where the keyboard is.
    pub(crate) fn write(&mut self, words: &str) {
        self.harness.event(egui::Event::Text(words.to_owned()));
        self.settle();
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: egui::Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key with others held down.
    pub(crate) fn press_with(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Where something of that role and that name stands.
    pub(crate) fn place(&self, role: egui::Role, name: &str) -> egui::Rect {
        self.harness.get_by_role_and_label(role, name).rect()
    }

    /// Draws from one place to another, in small steps.
    pub(crate) fn draw(&mut self, from: egui::Pos2, by: egui::Vec2) {
        self.harness.drag_at(from);
        self.settle();
        for step in 1..=8_u8 {
            self.harness.hover_at(from + by * f32::from(step) / 8.0);
            self.settle();
        }
        self.harness.drop_at(from + by);
        self.settle();
    }

    /// Zooms with the wheel, or two fingers, at a place.
    pub(crate) fn zoom_at(&mut self, at: egui::Pos2, factor: f32) {
        self.harness.hover_at(at);
        self.harness.event(egui::Event::Zoom(factor));
        self.settle();
    }

    /// What is said about something beside its name.
    pub(crate) fn description(&self, role: egui::Role, name: &str) -> Option<String> {
        self.harness.get_by_role_and_label(role, name).accesskit_node().description()
    }

    /// The name of what has the keyboard.
    pub(crate) fn focused(&self) -> Option<String> {
        self.harness.query_by(|node| node.is_focused())?.accesskit_node().label()
    }

    /// Tells whether the window is dark.
    pub(crate) fn is_dark(&self) -> bool {
        self.harness.ctx.theme() == egui::Theme::Dark
    }
}
