//! Opening, making and leaving studies, and who works in them.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use crate::export;
use crate::journal::edit::Edit;
use crate::journal::template::Template;
use crate::model::code::CodeKind;
use crate::session::manner::May;
use crate::session::world::{RealWorld, World as _};
use crate::session::{Session, Who, sample};
use crate::store::app_data::preferences::Me;
use crate::store::finding::Finding;
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::{App, Views};
use crate::ui::dialogs::system::Answer;
use crate::ui::screen::{Report, Screen, Tone};
use crate::ui::tasks::Arrived;
use crate::ui::wanted::Wanted;

/// From how many of the coder's last codings it is read which codes were used last.
const REMEMBERED: usize = 200;

impl App {
    /// Who works here; a name is made up from the desktop's until the person has said theirs.
    pub(in crate::ui) fn who(&mut self) -> Who {
        let me = self.desk.preferences.coder.clone().unwrap_or_else(|| {
            let login = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default();
            let name = if login.is_empty() || login == "root" { self.words().coder.to_owned() } else { login };
            Me { id: crate::model::id::CoderId::new(RealWorld.draw()), name }
        });
        self.desk.preferences.coder = Some(me.clone());
        Who { id: me.id, name: me.name }
    }

    /// The person has said their name.
    pub(in crate::ui) fn call_me(&mut self, name: String) {
        let mut who = self.who();
        who.name.clone_from(&name);
        self.desk.preferences.coder = Some(Me { id: who.id, name: name.clone() });
        self.keep_preferences();
        if self.session.is_some() {
            self.edit(&Edit::NameCoder { coder: who.id, name });
        }
    }

    /// Writes down what the user prefers; a failure is said but stops nothing.
    pub(in crate::ui) fn keep_preferences(&mut self) {
        if let Err(error) = self.desk.data.save_preferences(&self.desk.preferences) {
            let words = told::store::store_error(&error, self.desk.language());
            self.say(words, Tone::Trouble);
        }
    }

    pub(super) fn open_sample(&mut self) {
        let (who, data, home) = (self.who(), self.desk.data.clone(), self.desk.home.clone());
        self.tasks.start((self.words().opening, 1), move |_, send| {
            let opened = sample::unpack(&home, &mut RealWorld)
                .map_err(Into::into)
                .and_then(|folder| Session::open(&folder, who, &data, Box::new(RealWorld)));
            send(opened.map_or_else(Arrived::NotOpened, |session| Arrived::Opened(Box::new(session))));
        });
    }

    pub(super) fn open_project(&mut self, folder: PathBuf) {
        let (who, data) = (self.who(), self.desk.data.clone());
        self.tasks.start((self.words().opening, 1), move |_, send| {
            let opened = Session::open(&folder, who, &data, Box::new(RealWorld));
            send(opened.map_or_else(Arrived::NotOpened, |session| Arrived::Opened(Box::new(session))));
        });
    }

    pub(super) fn new_project(&mut self, name: String, parent: &Path, template: Template) {
        let folder = parent.join(export::file_name(&name));
        let (who, data) = (self.who(), self.desk.data.clone());
        self.tasks.start((self.words().opening, 1), move |_, send| {
            let made = Session::create(&folder, &name, template, who, &data, Box::new(RealWorld));
            send(made.map_or_else(Arrived::NotOpened, |session| Arrived::Opened(Box::new(session))));
        });
    }

    pub(super) fn choose_project(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), self.words().path_of_project);
        let home = self.desk.home.display().to_string();
        self.tasks.start((title, 1), move |_, send| match dialogs.folder(title) {
            Answer::Chosen(paths) => {
                paths.into_iter().for_each(|path| send(Arrived::Then(Task::OpenProject(path).into())));
            }
            Answer::NoDialog => send(Arrived::Ask(Wanted::Project, home)),
            Answer::Cancelled => {}
        });
    }

    /// A folder may lie on a drive that answers slowly, so a thread looks.
    pub(super) fn find_recent(&mut self) {
        let (recent, data) = (self.desk.preferences.recent.clone(), self.desk.data.clone());
        self.screen.missing = Some(Vec::new());
        self.tasks.start((self.words().recent, 1), move |_, send| {
            let missing = recent.into_iter().filter(|study| !data.finds_project(study));
            send(Arrived::Missing(missing.collect()));
        });
    }

    /// Leaves the study for the first screen, if all of it is on the disk.
    pub(super) fn close_project(&mut self) {
        if !self.may_leave() {
            return;
        }
        self.session = None;
        self.tasks.forget();
        self.views = Views::default();
        self.screen = Screen { text_zoom: self.screen.text_zoom, ..Screen::default() };
    }

    /// Waits until all is on the disk. Where that fails it says so and stays, once; asked again it lets go.
    fn may_leave(&mut self) -> bool {
        let language = self.desk.language();
        let Some(session) = &mut self.session else { return true };
        let Err(error) = session.settle() else { return true };
        if self.screen.leaving {
            return true;
        }
        let words = self.words();
        self.screen.leaving = true;
        let lines = [told::store::session_error(&error, language), words.leave_unsaved_hint.to_owned()];
        let lines = lines.map(|line| (Tone::Trouble, line)).to_vec();
        self.screen.report = Some(Report { title: words.leave_unsaved.to_owned(), lines, ..Report::default() });
        false
    }

    /// Takes a session as the one to work on.
    pub(in crate::ui) fn opened(&mut self, mut session: Session) {
        let waiting = std::mem::take(&mut self.screen.waiting);
        self.close_project();
        if self.session.is_some() {
            // What is open could not be left; it stays, and has said why.
            return;
        }
        if let Some(folder) = session.folder() {
            self.desk.preferences.remember(folder);
            self.keep_preferences();
        }
        let wake = self.tasks.waker();
        session.wake_with(wake);
        session.veil();
        session.let_do(if self.desk.preferences.remarks_only { May::Remark } else { May::All });
        let mut screen = Screen { text_zoom: self.screen.text_zoom, ..Screen::default() };
        let project = session.project();
        let all = project.sources().flat_map(|source| project.codings_in(source.id));
        let own = all.filter(|coding| coding.coder == session.coder());
        let mut own: Vec<_> = own.map(|coding| (coding.made_ms, coding.id, coding.code)).collect();
        // There may be very many, and only the last are wanted.
        let older = own.len().saturating_sub(REMEMBERED);
        if older > 0 {
            own.select_nth_unstable(older);
        }
        let last = own.get_mut(older..).unwrap_or_default();
        last.sort_unstable();
        last.iter().for_each(|(_, _, code)| screen.remember(*code));
        let big = project.codebook().len() > 40;
        let codes = project.codebook().codes().filter(|code| big && code.kind == CodeKind::Category);
        screen.folded = codes.map(|code| code.id).collect();
        let findings = session.findings();
        if !findings.is_empty() {
            let language = self.desk.language();
            let lines = findings.iter().map(|finding| (Tone::Trouble, told::store::finding(finding, language)));
            screen.report = Some(Report {
                title: self.words().found_on_opening.to_owned(),
                lines: lines.collect(),
                restores: findings.iter().any(|finding| matches!(finding, Finding::LogShorter { .. })),
                ..Report::default()
            });
        }
        self.screen = screen;
        let me = self.desk.preferences.coder.clone();
        let coder = session.coder();
        let named = session.project().coder(coder).map(|known| known.name.clone());
        let made_up = session.project().id().map(|project| self.desk.data.made_up(project)).unwrap_or_default();
        self.views.key.remembers(made_up.pseudonyms);
        if let Some(path) = made_up.key {
            self.views.key.has_been_at(&path);
        }
        self.session = Some(session);
        // Who has changed their name since they were here last is called by the new one.
        if let (Some(me), Some(named)) = (me, named)
            && me.id == coder
            && me.name != named
        {
            self.edit(&Edit::NameCoder { coder, name: me.name });
        }
        self.open_first();
        if !waiting.is_empty() {
            self.begin(Task::Import(waiting));
        }
    }

    pub(super) fn open_first(&mut self) {
        let first =
            self.session.as_ref().and_then(|session| session.project().sources().next().map(|source| source.id));
        self.screen.source = self.screen.source.or(first);
    }

    /// Asks before the window closes on changes that could not be saved.
    pub(in crate::ui) fn guard(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if !self.parts(ctx) || !self.may_leave() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }
}
