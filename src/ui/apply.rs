//! The one place where what the hand has done takes effect.

use egui::{Context, Event};

use crate::export::What;
use crate::journal::edit::Edit;
use crate::journal::event::Event as Fact;
use crate::lang::window::Window;
use crate::model::id::{CodeId, CoderId, CodingId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::store::app_data::preferences::Theme;
use crate::told;
use crate::ui::action::{Action, Look, Shown, Task};
use crate::ui::app::App;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::glance::look;
use crate::ui::look::Mode;
use crate::ui::look::style::palette;
use crate::ui::screen::{Focus, PaletteOpened, Purpose, Room, Said, Tone};
use crate::ui::views::palette::new_code;

impl App {
    /// Lets an action take effect.
    pub(super) fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Edit(edit) => self.edit(&edit),
            Action::Look(wanted) => {
                if matches!(wanted, Look::In(_)) {
                    self.flush(ctx);
                }
                self.look(ctx, wanted);
            }
            Action::Task(task) => {
                if matches!(task, Task::CloseProject | Task::OpenProject(_)) {
                    self.flush(ctx);
                }
                self.begin(task);
            }
            Action::Command(command) => self.command(ctx, command),
        }
    }

    /// Carries out an edit, and looks at what it has made. A refusal is said in the status bar.
    pub(super) fn edit(&mut self, edit: &Edit) {
        let language = self.desk.language();
        let Some(session) = &mut self.session else { return };
        let past = told::history::Past::before(session.project(), edit);
        self.screen.made = None;
        match session.edit(edit) {
            Ok(events) => {
                if !events.is_empty() {
                    let words = told::history::events(session.project(), &past, &events, language);
                    self.screen.said = Some(Said { words, tone: Tone::Plain });
                }
                if let (Edit::ApplyCode { code, source, span }, []) = (edit, events.as_slice()) {
                    self.screen.made = coded_already(session.project(), session.coder(), (*code, *source, *span));
                }
                self.follow(edit, &events);
            }
            Err(refusal) => {
                let words = told::refusal::refusal(&refusal, language);
                self.screen.said = Some(Said { words, tone: Tone::Trouble });
            }
        }
        self.tidy();
    }

    /// Looks at what an edit has made, as the hand that made it expects.
    fn follow(&mut self, edit: &Edit, events: &[Fact]) {
        for event in events {
            match (event, edit) {
                (Fact::CodeCreated { code, parent, .. }, Edit::CreateCode(_)) => {
                    if let Some(parent) = parent {
                        self.screen.folded.remove(parent);
                    }
                    self.screen.codes = vec![*code];
                    self.screen.focus = Focus::Code;
                }
                (Fact::CodingAdded { code, coding, .. }, _) => {
                    self.screen.remember(*code);
                    self.screen.codes = vec![*code];
                    self.screen.made = Some(*coding);
                }
                (Fact::CodingRecoded { code, .. }, _) => self.screen.remember(*code),
                _ => {}
            }
        }
    }

    /// Lets go of what is no longer there, after an edit or an undo.
    pub(super) fn tidy(&mut self) {
        let Some(session) = &self.session else { return };
        let project = session.project();
        let lives = |code: &CodeId| project.codebook().code(*code).is_some();
        self.screen.codes.retain(lives);
        self.screen.recent.retain(lives);
        let gone = |coding: CodingId| project.coding(coding).is_none();
        if self.screen.coding.is_some_and(gone) {
            self.screen.coding = None;
        }
        if self.screen.source.is_some_and(|source| project.source(source).is_none()) {
            self.screen.source = project.sources().next().map(|source| source.id);
            self.screen.selection = None;
        }
    }

    fn look(&mut self, ctx: &Context, wanted: Look) {
        match wanted {
            Look::CoderIs(name) => self.call_me(name),
            Look::Forget(study) => {
                self.desk.preferences.forget(&study);
                self.keep_preferences();
            }
            Look::Speak(language) => {
                self.desk.preferences.language = Some(language.tag().to_owned());
                self.screen.said = None;
                self.keep_preferences();
            }
            Look::Theme(theme) => {
                self.desk.preferences.theme = theme;
                self.keep_preferences();
                self.apply_preferences(ctx);
            }
            Look::AllZoom(percent) => {
                self.desk.preferences.interface_zoom = percent.clamp(50, 300);
                self.keep_preferences();
                self.apply_preferences(ctx);
            }
            Look::TextZoom(percent) => {
                self.screen.text_zoom = percent.clamp(60, 300);
                self.desk.preferences.text_zoom = self.screen.text_zoom;
                self.keep_preferences();
            }
            wanted => {
                let none = Project::default();
                let project = self.session.as_ref().map_or(&none, |session| session.project());
                look(&mut self.screen, project, wanted);
            }
        }
    }

    fn command(&mut self, ctx: &Context, command: Command) {
        let coding = self.screen.coding;
        match command {
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Search => self.palette(String::new(), Purpose::Search),
            Command::Import => self.begin(Task::ChooseFiles),
            Command::ImportFolder => self.begin(Task::ChooseFolder),
            Command::NewCode => {
                let parent = self.parent_for_new();
                self.look(ctx, Look::NewUnder(parent));
            }
            Command::InVivo => self.in_vivo(),
            Command::SelectTurn => self.look(ctx, Look::SelectTurn),
            Command::RemoveCoding => {
                if let Some(coding) = coding {
                    self.edit(&Edit::RemoveCodings { codings: vec![coding] });
                }
            }
            Command::Recode => {
                if let Some(coding) = coding {
                    self.palette(String::new(), Purpose::Recode(coding));
                }
            }
            Command::Memo => {
                let about = self.about_now();
                self.look(ctx, Look::WriteMemo(about));
            }
            Command::Go(room) => {
                self.flush(ctx);
                self.look(ctx, Look::In(room));
            }
            Command::ExportCodebook => self.begin(Task::ChooseExport(What::Codebook, "xlsx")),
            Command::ExportStructure => self.begin(Task::ChooseExport(What::Structure, "svg")),
            Command::ExportSegments => self.begin(Task::ChooseExport(What::Segments, "xlsx")),
            Command::TextLarger => self.look(ctx, Look::TextZoom(self.screen.text_zoom + 10)),
            Command::TextSmaller => self.look(ctx, Look::TextZoom(self.screen.text_zoom.saturating_sub(10))),
            Command::TextNormal => self.look(ctx, Look::TextZoom(100)),
            Command::AllLarger => self.look(ctx, Look::AllZoom(self.desk.preferences.interface_zoom + 10)),
            Command::AllSmaller => self.look(ctx, Look::AllZoom(self.desk.preferences.interface_zoom - 10)),
            Command::Inspector => {
                let shown = if self.screen.inspector_shown { Shown::No } else { Shown::Yes };
                self.look(ctx, Look::Inspector(shown));
            }
            Command::SwitchLight => {
                let theme = if palette(ctx).mode == Mode::Light { Theme::Dark } else { Theme::Light };
                self.look(ctx, Look::Theme(theme));
            }
            Command::SwitchLanguage => {
                use crate::lang::Language::{Bokmal, English};
                let other = if self.desk.language() == Bokmal { English } else { Bokmal };
                self.look(ctx, Look::Speak(other));
            }
            Command::CloseProject => {
                self.flush(ctx);
                self.begin(Task::CloseProject);
            }
            Command::AboutStudy => self.look(ctx, Look::AtStudyCard),
        }
    }

    fn palette(&mut self, typed: String, purpose: Purpose) {
        self.screen.palette = Some(PaletteOpened { typed, purpose });
    }

    fn undo(&mut self) {
        let language = self.desk.language();
        let Some(session) = &mut self.session else { return };
        let say = Window::of(language);
        let words = match session.undo() {
            Some(gesture) => {
                let past = told::history::Past::after(session.project(), &gesture.events);
                let what = told::history::events(session.project(), &past, &gesture.events, language);
                crate::lang::fill(say.undone, &[("what", &what)])
            }
            None => say.nothing_to_undo.to_owned(),
        };
        self.screen.said = Some(Said { words, tone: Tone::Plain });
        self.tidy();
    }

    fn redo(&mut self) {
        let language = self.desk.language();
        let Some(session) = &mut self.session else { return };
        let say = Window::of(language);
        let words = match session.redo() {
            Some(gesture) => {
                let past = told::history::Past::after(session.project(), &gesture.events);
                let what = told::history::events(session.project(), &past, &gesture.events, language);
                crate::lang::fill(say.redone, &[("what", &what)])
            }
            None => say.nothing_to_redo.to_owned(),
        };
        self.screen.said = Some(Said { words, tone: Tone::Plain });
        self.tidy();
    }

    /// Sends what is half typed, before the field it stands in goes away.
    pub(super) fn flush(&mut self, ctx: &Context) {
        let Self { session, screen, views, outbox, desk, .. } = self;
        let Some(session) = session else { return };
        let language = desk.language();
        let cx = Cx {
            project: session.project(),
            session: Some(session),
            screen,
            preferences: &desk.preferences,
            language,
            say: Window::of(language),
            palette: palette(ctx),
            outbox,
        };
        views.flush(&cx);
        self.screen.memo = None;
        for action in self.outbox.take() {
            if let Action::Edit(edit) = action {
                self.edit(&edit);
            }
        }
    }

    /// The code a new one comes under.
    fn parent_for_new(&self) -> Option<CodeId> {
        self.session.as_ref()?.project().codebook().parent_for_new(self.screen.active_code())
    }

    /// Makes a code of the selected words and applies it to them; a code of that name is applied instead.
    fn in_vivo(&mut self) {
        let parent = self.parent_for_new();
        let Some(session) = &self.session else { return };
        let Some((source, span)) = self.screen.words() else {
            let words = Window::of(self.desk.language()).select_first.to_owned();
            self.screen.said = Some(Said { words, tone: Tone::Trouble });
            return;
        };
        let project = session.project();
        let quote = project.source(source).map_or("", |source| source.quote(span));
        let name = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let name: String = name.trim_matches(|c: char| ".,;:!?–-".contains(c)).chars().take(80).collect();
        let same = |code: &&crate::model::code::Code| code.name.to_lowercase() == name.to_lowercase();
        let known = project.codebook().codes().find(same).map(|code| code.id);
        let edit = match known {
            Some(code) => Edit::ApplyCode { code, source, span },
            None => Edit::ApplyNewCode { code: new_code(&name, parent), source, span },
        };
        self.edit(&edit);
    }

    fn about_now(&self) -> About {
        let screen = &self.screen;
        match (screen.focus, screen.coding, screen.active_code(), screen.source) {
            (Focus::Coding, Some(coding), ..) => About::Coding(coding),
            (Focus::Code, _, Some(code), _) => About::Code(code),
            (Focus::Study, ..) => About::Project,
            (.., Some(source)) => About::Source(source),
            _ => About::Project,
        }
    }

    /// Digits apply recent codes; any other letter opens the palette; Enter applies the active code.
    pub(super) fn listen_for_codes(&mut self, ctx: &Context) {
        let busy = ctx.text_edit_focused() || self.screen.palette.is_some() || egui::Popup::is_any_open(ctx);
        if busy || !matches!(self.screen.room, Room::Code | Room::Segments) {
            return;
        }
        if ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F2)) {
            self.outbox.send(Look::Rename(self.screen.active_code()).into());
        }
        if self.screen.room != Room::Code {
            return;
        }
        let typed: String = ctx.input(|input| {
            let text = |event: &Event| match event {
                Event::Text(text) if !input.modifiers.command => Some(text.clone()),
                _ => None,
            };
            input.events.iter().filter_map(text).collect()
        });
        let words = self.screen.words();
        if let (Some((source, span)), Some(digit)) = (words, typed.chars().next().and_then(|c| c.to_digit(10))) {
            if let Some(code) = (digit as usize).checked_sub(1).and_then(|at| self.screen.recent.get(at)) {
                self.outbox.send(Edit::ApplyCode { code: *code, source, span }.into());
            }
            return;
        }
        if !typed.trim().is_empty() {
            self.palette(typed.trim_start().to_owned(), Purpose::Apply);
            return;
        }
        self.listen_for_enter(ctx);
    }

    fn listen_for_enter(&mut self, ctx: &Context) {
        use egui::{Key, Modifiers};
        let in_tree =
            ctx.memory(|memory| memory.focused().is_some_and(|id| id != crate::ui::views::reader::reader_id()));
        let Some((source, span)) = self.screen.words().filter(|_| !in_tree) else { return };
        let pressed = |modifiers| ctx.input_mut(|input| input.consume_key(modifiers, Key::Enter));
        if pressed(Modifiers::SHIFT) {
            self.palette(String::new(), Purpose::Apply);
            return;
        }
        let with_memo = pressed(Modifiers::ALT);
        if !with_memo && !pressed(Modifiers::NONE) {
            return;
        }
        match self.screen.active_code() {
            Some(code) => {
                self.outbox.send(Edit::ApplyCode { code, source, span }.into());
                if with_memo {
                    self.outbox.send(Look::WriteMemoOnLastCoding.into());
                }
            }
            None => self.palette(String::new(), Purpose::Apply),
        }
    }
}

/// The coding by which a coder has put a code on these very words.
fn coded_already(project: &Project, coder: CoderId, on: (CodeId, SourceId, Span)) -> Option<CodingId> {
    let (code, source, span) = on;
    let mut here = project.codings_in(source);
    here.find(|coding| (coding.coder, coding.code, coding.span) == (coder, code, span)).map(|coding| coding.id)
}
