//! The frame: receive, apply, show.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::lang::Language;
use crate::lang::window::Window;
use crate::model::project::Project;
use crate::session::Session;
use crate::store::app_data::AppData;
use crate::store::app_data::preferences::{Preferences, Theme};
use crate::ui::action::{Action, Look, Outbox, Task};
use crate::ui::carrying::{Carrying, is_one_file};
use crate::ui::commands::{self, Command};
use crate::ui::cx::Cx;
use crate::ui::dialogs::ask_path::AskPath;
use crate::ui::dialogs::going_out::GoingOutSheet;
use crate::ui::dialogs::one_file::OneFileSheet;
use crate::ui::dialogs::replacing::Replacing;
use crate::ui::dialogs::report::report_ui;
use crate::ui::dialogs::small_talk::SmallTalk;
use crate::ui::dialogs::system::Dialogs;
use crate::ui::look::{fonts, space, style};
use crate::ui::screen::{Manner, Room, Screen, Side};
use crate::ui::tasks::Tasks;
use crate::ui::views::{
    analyses, cases, codes, help, history, inspector, intake, names, palette, reader, review, search, segments,
    settings, sources, status_bar, structure, top_bar, welcome, words,
};
use crate::ui::widgets::controls;

/// What is this installation's own: its data, what its user prefers, and where new studies go.
pub struct Desk {
    /// Local application data.
    pub data: AppData,
    /// What the user prefers.
    pub preferences: Preferences,
    /// Where new studies are put if nobody says otherwise.
    pub home: PathBuf,
}

impl Desk {
    /// Reads what the user prefers.
    pub fn new(data: AppData) -> Self {
        let preferences = data.preferences();
        let home = data.studies_folder();
        Self { data, preferences, home }
    }

    /// The language of the interface: the chosen one, or the desktop's.
    pub fn language(&self) -> Language {
        let named = || {
            ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        };
        Language::of_locale(&self.preferences.language.clone().or_else(named).unwrap_or_default())
    }
}

/// Every view with its memory between frames.
#[derive(Default)]
pub(super) struct Views {
    welcome: welcome::Welcome,
    codes: codes::Codes,
    sources: sources::Sources,
    pub(super) reader: reader::Reader,
    inspector: inspector::Inspector,
    palette: palette::Palette,
    segments: segments::Segments,
    cases: cases::Cases,
    words: words::Words,
    search: search::Search,
    pub(super) analyses: analyses::Analyses,
    structure: structure::Structure,
    pub(super) review: review::Review,
    pub(super) names: names::Names,
    /// The name key, which the room of names and the preview share.
    pub(super) key: names::KeyForm,
    history: history::History,
    help: help::Help,
    settings: settings::Settings,
    pub(super) preview: intake::Preview,
    ask_path: AskPath,
    going_out: GoingOutSheet,
    one_file: OneFileSheet,
    replacing: Replacing,
    small_talk: SmallTalk,
}

impl Views {
    /// Sends what is half typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        self.inspector.flush(cx);
        self.cases.flush(cx);
        self.review.flush(cx);
    }
}

/// The program in its window.
pub struct App {
    pub(super) session: Option<Session>,
    pub(super) screen: Screen,
    pub(super) views: Views,
    pub(super) outbox: Outbox,
    pub(super) tasks: Tasks,
    pub(super) desk: Desk,
}

impl App {
    /// The program before a study is open.
    pub fn new(ctx: &egui::Context, desk: Desk, dialogs: Arc<dyn Dialogs>) -> Self {
        style::install(ctx);
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Light;
        });
        let screen = Screen { text_zoom: desk.preferences.text_zoom, ..Screen::default() };
        let tasks = Tasks::new(dialogs, ctx.clone());
        let app = Self { session: None, screen, views: Views::default(), outbox: Outbox::default(), tasks, desk };
        app.apply_preferences(ctx);
        app
    }

    /// Opens a study as soon as the window is there: its folder, or the study in one file.
    pub fn open(&mut self, study: PathBuf) {
        let in_one = is_one_file(&study) && !self.desk.data.finds_project(&study);
        self.outbox.send(if in_one {
            Task::Carrying(Carrying::Open { file: study, secret: None, place: None }).into()
        } else {
            Task::OpenProject(study).into()
        });
    }

    /// Works on a session that is open already; for tests and previews.
    pub fn work_on(&mut self, session: Session) {
        self.opened(session);
    }

    /// The session that is open.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What is on the screen.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    pub(super) fn apply_preferences(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.desk.preferences.theme {
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
            Theme::System => egui::ThemePreference::System,
        });
        ctx.set_zoom_factor(f32::from(self.desk.preferences.interface_zoom.clamp(50, 300)) / 100.0);
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        controls::note_floating(ui);
        // What a hand has done is meant for what it saw, so it comes before what others have written meanwhile.
        for action in self.outbox.take() {
            self.apply(ui, action);
        }
        self.receive(ui);
        self.listen(ui);
        self.show(ui);
        self.guard(ui);
        self.screen.reveal = None;
        (self.screen.to_next_change, self.screen.to_turn, self.screen.to_lost) = (false, false, false);
        if !self.outbox.is_empty() {
            ui.request_repaint();
        }
    }

    fn listen(&mut self, ui: &Ui) {
        if self.screen.asking.is_some()
            || self.screen.report.is_some()
            || self.screen.sheet.is_some()
            || self.screen.going_out.is_some()
            || self.screen.locked.is_some()
        {
            return;
        }
        let dropped = ui.input(|input| input.raw.dropped_files.clone());
        let dropped = dropped.iter().map(|file| file.path().to_owned());
        let (studies, dropped): (Vec<PathBuf>, Vec<PathBuf>) = dropped.partition(|file| is_one_file(file));
        if let Some(file) = studies.into_iter().next() {
            self.outbox.send(Task::Carrying(Carrying::Open { file, secret: None, place: None }).into());
        }
        if self.screen.help.is_some() || self.session.is_none() || self.screen.intake.is_some() {
            self.listen_beside_work(ui);
        }
        if !dropped.is_empty() {
            self.outbox.send(Look::Help(None).into());
            let task = if self.session.is_some() { Task::Import(dropped) } else { Task::Offer(dropped) };
            self.outbox.send(task.into());
        }
        if self.screen.help.is_some() {
            return;
        }
        if self.session.is_some() {
            self.listen_for_pasted(ui);
        }
        if self.session.is_some() && self.screen.intake.is_none() {
            let in_tree = ui.memory(|memory| memory.has_focus(codes::tree_id()));
            let reading = self.screen.room == Room::Code && self.screen.manner == Manner::Coding;
            let on_coding = self.screen.room == Room::Code && self.screen.coding.is_some() && !in_tree;
            let can_act = |command| match command {
                Command::RemoveCoding | Command::Recode => on_coding,
                Command::InVivo | Command::SelectTurn | Command::SetAside(_) | Command::TakeIn | Command::HideAside => {
                    reading
                }
                _ => true,
            };
            for command in commands::pressed(ui, can_act) {
                self.outbox.send(Action::Command(command));
            }
            self.listen_for_codes(ui);
        }
    }

    /// What is pasted where nobody types is looked at as an interview.
    fn listen_for_pasted(&self, ui: &Ui) {
        let correcting = self.screen.room == Room::Code && self.screen.manner == Manner::Correcting;
        if ui.text_edit_focused() || self.screen.palette.is_some() || correcting {
            return;
        }
        let pasted = ui.input(|input| {
            let words = |event: &egui::Event| match event {
                egui::Event::Paste(words) => Some(words.clone()),
                _ => None,
            };
            input.events.iter().find_map(words)
        });
        if let Some(words) = pasted {
            self.outbox.send(Task::ImportPasted(words).into());
        }
    }

    fn show(&mut self, ui: &mut Ui) {
        let empty = Project::default();
        let language = self.desk.language();
        let cx = Cx {
            project: shown(self.session.as_ref(), &self.screen).unwrap_or(&empty),
            session: self.session.as_ref(),
            screen: &self.screen,
            preferences: &self.desk.preferences,
            language,
            say: Window::of(language),
            palette: style::palette(ui),
            outbox: &self.outbox,
        };
        if self.screen.help.is_none() {
            self.views.help.left();
        }
        if let Some(place) = &self.screen.help {
            self.views.help.ui(&cx, ui, place);
        } else if cx.session.is_none() {
            self.views.welcome.ui(&cx, ui, &self.desk.home, self.tasks.running());
        } else if let Some(intake) = &self.screen.intake {
            self.views.preview.ui(&cx, ui, (intake, self.tasks.running()), &mut self.views.key);
        } else {
            show_study(&cx, ui, &mut self.views, &self.tasks);
        }
        self.views.replacing.ui(&cx, ui);
        self.views.small_talk.ui(&cx, ui);
        self.views.one_file.ui(&cx, ui);
        self.views.ask_path.ui(&cx, ui);
        report_ui(&cx, ui);
        self.views.going_out.ui(&cx, ui, &self.views.key);
        intake::drop_ui(&cx, ui);
    }
}

/// The study as it is shown: without what its coder is not to see yet, and with only what was agreed where that is asked.
pub(super) fn shown<'a>(session: Option<&'a Session>, screen: &Screen) -> Option<&'a Project> {
    session.map(|session| session.project().layer(screen.scope.layer))
}

fn show_study(cx: &Cx<'_>, ui: &mut Ui, views: &mut Views, tasks: &Tasks) {
    if cx.screen.room != Room::Names {
        views.names.left();
    }
    let bar = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(8, 0));
    let top = Panel::top("top bar").exact_size(space::TOP_BAR).frame(bar(cx.palette.panel)).resizable(false);
    top.show(ui, |ui| top_bar::top_bar_ui(cx, ui));
    let bottom = Panel::bottom("status bar").exact_size(space::STATUS_BAR).frame(bar(cx.palette.panel));
    bottom.resizable(false).show(ui, |ui| status_bar::status_bar_ui(cx, ui, tasks.running()));
    let width = ui.available_width();
    let side = Frame::new().fill(cx.palette.panel).inner_margin(Margin::symmetric(10, 8));
    let with_codes = matches!(cx.screen.room, Room::Code | Room::Segments);
    let narrow = width < space::VERY_NARROW;
    if with_codes && narrow {
        strip_ui(cx, ui, Side::Left);
    }
    if with_codes && (!narrow || cx.screen.peek == Some(Side::Left)) {
        let left = Panel::left("left").default_size(292.0).size_range(220.0..=460.0).frame(side);
        left.show(ui, |ui| {
            let most = ui.available_height() * 0.46;
            sources::sources_ui(cx, ui, &mut views.sources, most);
            controls::rule(cx, ui);
            views.codes.ui(cx, ui);
        });
    }
    let with_inspector = cx.screen.room == Room::Code && cx.screen.inspector_shown;
    let folded = width < space::NARROW;
    if with_inspector && folded {
        strip_ui(cx, ui, Side::Right);
    }
    if with_inspector && (!folded || cx.screen.peek == Some(Side::Right)) {
        let right = Panel::right("inspector").default_size(312.0).size_range(240.0..=480.0);
        let frame =
            Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 16, right: 12, top: 12, bottom: 8 });
        right.frame(frame).show(ui, |ui| views.inspector.ui(cx, ui));
    }
    let page = Frame::new().fill(cx.palette.paper);
    CentralPanel::no_frame().frame(page).show(ui, |ui| {
        let within = ui.max_rect();
        match cx.screen.room {
            Room::Code => views.reader.ui(cx, ui),
            Room::Segments => views.segments.ui(cx, ui),
            Room::Cases => views.cases.ui(cx, ui),
            Room::Words => views.words.ui(cx, ui),
            Room::Search => views.search.ui(cx, ui),
            Room::Analyses => views.analyses.ui(cx, ui),
            Room::Structure => views.structure.ui(cx, ui),
            Room::Review => views.review.ui(cx, ui, &mut views.reader),
            Room::Names => views.names.ui(cx, ui, &mut views.key),
            Room::History => views.history.ui(cx, ui),
            Room::Settings => views.settings.ui(cx, ui),
        }
        let beside = views.reader.selected_at().filter(|_| matches!(cx.screen.room, Room::Code | Room::Review));
        views.palette.ui(cx, ui, beside.filter(|_| cx.screen.words().is_some()), within);
    });
}

/// What is left of a panel that is folded: a strip that brings it back.
fn strip_ui(cx: &Cx<'_>, ui: &mut Ui, side: Side) {
    let (panel, name) = match side {
        Side::Left => (Panel::left("left strip"), cx.say.show_left),
        Side::Right => (Panel::right("right strip"), cx.say.show_right),
    };
    let frame = Frame::new().fill(cx.palette.panel);
    panel.exact_size(26.0).resizable(false).frame(frame).show(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        let response = ui.interact(rect, ui.scope_id().with("strip"), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
        let shown = cx.screen.peek == Some(side);
        let points_left = (side == Side::Right) != shown;
        let ink = if response.hovered() { cx.palette.text } else { cx.palette.muted };
        let sign = if points_left { "‹" } else { "›" };
        let at = egui::pos2(rect.center().x, rect.top() + 22.0);
        ui.painter().text(at, egui::Align2::CENTER_CENTER, sign, fonts::strong(18.0), ink);
        if response.on_hover_text(name).clicked() {
            cx.send(Look::Peek(side));
        }
    });
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }
}
