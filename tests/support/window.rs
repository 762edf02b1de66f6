//! The window without a display: the real app, driven by accessible names, with dialogs that tests answer for.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kodebok::lang::Language;
use kodebok::model::project::Project;
use kodebok::session::Session;
use kodebok::store::app_data::AppData;
use kodebok::ui::app::{App, Desk};
use kodebok::ui::dialogs::system::{Answer, Dialogs};
use tempfile::TempDir;

/// How long something that a thread does may take before the test gives up; only a bound, never waited out.
const PATIENCE: Duration = Duration::from_secs(30);

/// Dialogs that give the answers the test has laid ready, in order; without one the person has cancelled.
#[derive(Default)]
struct Canned(Mutex<VecDeque<Answer>>);

impl Canned {
    fn next(&self) -> Answer {
        self.0.lock().expect("no test panics while it holds this").pop_front().unwrap_or(Answer::Cancelled)
    }
}

impl Dialogs for Canned {
    fn files(&self, _: &str, _: &[&str]) -> Answer {
        self.next()
    }

    fn folder(&self, _: &str) -> Answer {
        self.next()
    }

    fn save(&self, _: &str, _: &str) -> Answer {
        self.next()
    }
}

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// What the harness runs: the app, made in the first frame because it needs the context.
struct Running {
    start: Option<(Desk, Arc<dyn Dialogs>, Option<Session>)>,
    app: Option<App>,
}

impl Running {
    fn frame(&mut self, ui: &mut egui::Ui) {
        match (&mut self.app, self.start.take()) {
            (None, Some((desk, dialogs, session))) => {
                let mut app = App::new(ui, desk, dialogs);
                session.into_iter().for_each(|session| app.work_on(session));
                self.app = Some(app);
            }
            (Some(app), _) => app.frame(ui),
            (None, None) => {}
        }
    }
}

/// A window on a study, and a folder for files.
pub(crate) struct Window {
    harness: Harness<'static, Running>,
    dialogs: Arc<Canned>,
    folder: TempDir,
}

impl Window {
    /// The window on a study, in bokmål.
    pub(crate) fn on(session: Session) -> Self {
        Self::new(Some(session), &[])
    }

    /// The window as it first opens.
    pub(crate) fn first() -> Self {
        Self::new(None, &[])
    }

    /// The window as it first opens, after these studies were opened in it.
    pub(crate) fn first_after(recent: &[&Path]) -> Self {
        Self::new(None, recent)
    }

    fn new(session: Option<Session>, recent: &[&Path]) -> Self {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let mut desk = Desk::new(AppData::at(folder.path().join("local data")));
        desk.preferences.language = Some(Language::Bokmal.tag().to_owned());
        desk.preferences.recent = recent.iter().map(|study| (*study).to_owned()).collect();
        desk.home = folder.path().join("studies");
        let dialogs = Arc::new(Canned::default());
        let start = Some((desk, Arc::clone(&dialogs) as Arc<dyn Dialogs>, session));
        let harness = Harness::builder()
            .with_size(egui::vec2(1440.0, 900.0))
            .with_step_dt(1.0 / 60.0)
            .build_ui_state(|ui, running: &mut Running| running.frame(ui), Running { start, app: None });
        let mut window = Self { harness, dialogs, folder };
        window.settle();
        window
    }

    /// The desktop hands over a study, as on a double click.
    pub(crate) fn hand_over(&mut self, study: &Path) {
        let app = self.harness.state_mut().app.as_mut().expect("the app was made in the first frame");
        app.open(study.to_owned());
        self.settle();
    }

    /// A place for a file.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and lays its name ready as the answer of the next dialog.
    pub(crate) fn will_choose_file(&self, name: &str, words: &str) {
        let path = self.path(name);
        std::fs::write(&path, words).expect("the file can be written");
        self.will_choose(&path);
    }

    /// Lays an answer ready for the next dialog.
    pub(crate) fn will_choose(&self, path: &Path) {
        let mut answers = self.dialogs.0.lock().expect("no test panics while it holds this");
        answers.push_back(Answer::Chosen(vec![path.to_owned()]));
    }

    /// Holds files over the window, or takes them away again where there are none.
    pub(crate) fn hold_over(&mut self, files: &[PathBuf]) {
        let hovered = |path: &PathBuf| egui::HoveredFile { path: Some(path.clone()), ..Default::default() };
        self.harness.input_mut().hovered_files = files.iter().map(hovered).collect();
        self.harness.step();
    }

    /// Lets files go over the window.
    pub(crate) fn drop(&mut self, files: &[PathBuf]) {
        let dropped = files.iter().map(|path| Arc::new(Dropped(path.clone())) as egui::DroppedFileHandle);
        self.harness.input_mut().hovered_files.clear();
        self.harness.input_mut().dropped_files = dropped.collect();
        self.settle();
    }

    /// Pastes words from the clipboard.
    pub(crate) fn paste(&mut self, words: &str) {
        self.send(Event::Paste(words.to_owned()));
    }

    /// Hands in what the system says of the keyboard.
    pub(crate) fn send(&mut self, event: Event) {
        self.harness.event(event);
        self.settle();
    }

    /// Makes the window another size, in points.
    pub(crate) fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(egui::vec2(width, height));
        self.settle();
    }

    /// Everything a hand can reach that sticks out of the window at a side, where nothing scrolls to it, by its name.
    pub(crate) fn outside(&self) -> Vec<String> {
        let window = self.harness.ctx.content_rect().expand(0.5);
        let all = [Role::Button, Role::CheckBox, Role::TextInput, Role::RadioButton].into_iter();
        let nodes = all.flat_map(|role| self.harness.query_all_by_role(role).map(move |node| (role, node)));
        let out = nodes.filter(|(_, node)| {
            !window.x_range().contains(node.rect().left()) || !window.x_range().contains(node.rect().right())
        });
        out.map(|(role, node)| format!("{role:?} {:?} {:?}", node.accesskit_node().label(), node.rect())).collect()
    }

    /// The desktop has no dialog for the next question.
    pub(crate) fn has_no_dialogs(&self) {
        self.dialogs.0.lock().expect("no test panics while it holds this").push_back(Answer::NoDialog);
    }

    /// The app.
    pub(crate) fn app(&self) -> &App {
        self.harness.state().app.as_ref().expect("it is made in the first frame")
    }

    /// The study that is open.
    pub(crate) fn project(&self) -> &Project {
        self.app().session().expect("a study is open").project()
    }

    /// Runs frames until everything sent has taken effect and nothing moves any more.
    pub(crate) fn settle(&mut self) {
        self.harness.run_steps(12);
    }

    /// Runs frames until something is true that a thread brings about.
    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, is: impl Fn(&App) -> bool) {
        let since = Instant::now();
        while !is(self.app()) {
            assert!(since.elapsed() < PATIENCE, "{what} did not come about");
            self.harness.step();
            std::thread::yield_now();
        }
        self.settle();
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with others held.
    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Types letter by letter, as a hand does, wherever the keyboard is.
    pub(crate) fn type_letters(&mut self, words: &str) {
        for letter in words.chars() {
            self.harness.event(Event::Text(letter.to_string()));
            self.harness.step();
        }
        self.settle();
    }

    /// Types letters and presses a key so fast that one frame brings them all, as on a slow machine.
    pub(crate) fn type_and_press_at_once(&mut self, words: &str, modifiers: Modifiers, key: Key) {
        let events = &mut self.harness.input_mut().events;
        events.extend(words.chars().map(|letter| Event::Text(letter.to_string())));
        events.push(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
        self.settle();
    }

    /// Types other words into a field.
    #[track_caller]
    pub(crate) fn write_over(&mut self, field: &str, words: &str) {
        let role = [Role::TextInput, Role::PasswordInput].into_iter().find(|role| self.shows(*role, field));
        self.click(role.unwrap_or(Role::TextInput), field);
        self.press_with(Modifiers::COMMAND, Key::A);
        self.type_letters(words);
        self.press(Key::Escape);
    }

    /// Lets the hands rest until what was typed is said.
    pub(crate) fn pause(&mut self) {
        self.harness.run_steps(90);
    }

    /// Clicks what has a role and a name.
    #[track_caller]
    pub(crate) fn click(&mut self, role: Role, name: &str) {
        let at = self.rect(role, name).center();
        self.click_at(at, PointerButton::Primary);
    }

    /// Opens the menu of what has a role and a name.
    #[track_caller]
    pub(crate) fn click_secondary(&mut self, role: Role, name: &str) {
        let at = self.rect(role, name).center();
        self.click_at(at, PointerButton::Secondary);
    }

    fn click_at(&mut self, pos: Pos2, button: PointerButton) {
        self.harness.hover_at(pos);
        self.harness.step();
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        self.settle();
        // Long enough that the next click is one of its own, not the second of two.
        self.harness.run_steps(30);
    }

    /// Draws the pressed pointer over the words of a paragraph, from the first to the last.
    #[track_caller]
    pub(crate) fn select_paragraph(&mut self, words: &str) {
        let rect = self.rect(Role::Paragraph, words);
        self.drag(pos2(rect.left() + 1.0, rect.center().y), pos2(rect.right() + 8.0, rect.center().y));
    }

    /// Presses the pointer, moves it, lets go.
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.event(button(from, true));
        self.harness.hover_at(from + (to - from) / 2.0);
        self.harness.hover_at(to);
        self.harness.event(button(to, false));
        self.harness.step();
        self.harness.run_steps(30);
    }

    /// Presses, moves and lets go within one frame, as a quick hand does on a slow machine.
    pub(crate) fn drag_at_once(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.settle();
        let events = [button(from, true), Event::PointerMoved(to), button(to, false)];
        self.harness.input_mut().events.extend(events);
        self.settle();
    }

    /// Where something stands that has a role and a name.
    #[track_caller]
    pub(crate) fn rect(&self, role: Role, name: &str) -> Rect {
        let found: Vec<Rect> =
            self.harness.query_all_by_role(role).filter(|node| is_called(node, name)).map(|node| node.rect()).collect();
        assert!(!found.is_empty(), "no {role:?} is called «{name}»; there are {:?}", self.names(role));
        found[0]
    }

    /// What is said about something beside its name.
    pub(crate) fn description(&self, role: Role, name: &str) -> Option<String> {
        let mut found = self.harness.query_all_by_role(role).filter(|node| is_called(node, name));
        found.next()?.accesskit_node().description()
    }

    /// Tells whether something with a role and a name is there.
    pub(crate) fn shows(&self, role: Role, name: &str) -> bool {
        self.harness.query_all_by_role(role).any(|node| is_called(&node, name))
    }

    /// What everything of a role is called.
    pub(crate) fn names(&self, role: Role) -> Vec<String> {
        self.harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
    }
}

/// The first button of the mouse, pressed or let go.
fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

fn is_called(node: &egui_kittest::Node<'_>, name: &str) -> bool {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).is_some_and(|label| label == name)
}
