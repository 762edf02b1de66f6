//! The window's borders: opening and closing studies, files in, files out, and what threads bring back.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use crate::export::{self, What};
use crate::import::{self, Choices, Content, Read};
use crate::journal::edit::Edit;
use crate::journal::template::Template;
use crate::lang::window::Window;
use crate::lang::{count, fill};
use crate::model::code::CodeKind;
use crate::session::erasing::remaining;
use crate::session::reader::Reader;
use crate::session::world::{RealWorld, World as _};
use crate::session::{Session, Who, exchange, sample};
use crate::store::app_data::preferences::Me;
use crate::store::writer::Saved;
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::{App, Views};
use crate::ui::dialogs::system::Answer;
use crate::ui::naming::Named;
use crate::ui::screen::Report;
use crate::ui::screen::Wanted;
use crate::ui::screen::{Said, Screen, Tone};
use crate::ui::tasks::Arrived;

impl App {
    fn say(&mut self, words: String, tone: Tone) {
        self.screen.said = Some(Said { words, tone });
    }

    fn words(&self) -> &'static Window {
        Window::of(self.desk.language())
    }

    /// Starts a task.
    pub(super) fn begin(&mut self, task: Task) {
        match task {
            Task::OpenSample => self.open_sample(),
            Task::ChooseProject => self.choose_project(),
            Task::FindRecent => self.find_recent(),
            Task::OpenProject(folder) => self.open_project(folder),
            Task::NewProject { name, parent, template } => self.new_project(name, &parent, template),
            Task::ChooseFiles => self.choose_files(),
            Task::Import(paths) => self.import(paths),
            Task::ChooseExport(what, ending) => self.choose_export(what, ending),
            Task::Export(what, ending, path) => self.export(what, ending, path),
            Task::ChooseAnswer(outgoing) => self.choose_answer(outgoing),
            Task::WriteAnswer(outgoing, path) => self.write_answer(outgoing, path),
            Task::ChooseSourcesFolder => self.choose_sources_folder(),
            Task::ExportSources(parent) => self.export_sources(parent),
            Task::Names(naming) => self.name(naming),
            Task::CloseProject => self.close_project(),
        }
    }

    /// Who works here; a name is made up from the desktop's until the person has said theirs.
    fn who(&mut self) -> Who {
        let me = self.desk.preferences.coder.clone().unwrap_or_else(|| {
            let login = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default();
            let name = if login.is_empty() || login == "root" { self.words().coder.to_owned() } else { login };
            Me { id: crate::model::id::CoderId::new(RealWorld.draw()), name }
        });
        self.desk.preferences.coder = Some(me.clone());
        Who { id: me.id, name: me.name }
    }

    /// The person has said their name.
    pub(super) fn call_me(&mut self, name: String) {
        let mut who = self.who();
        who.name.clone_from(&name);
        self.desk.preferences.coder = Some(Me { id: who.id, name: name.clone() });
        self.keep_preferences();
        if self.session.is_some() {
            self.edit(&Edit::NameCoder { coder: who.id, name });
        }
    }

    /// Writes down what the user prefers; a failure is said but stops nothing.
    pub(super) fn keep_preferences(&mut self) {
        if let Err(error) = self.desk.data.save_preferences(&self.desk.preferences) {
            let words = told::store::store_error(&error, self.desk.language());
            self.say(words, Tone::Trouble);
        }
    }

    fn open_sample(&mut self) {
        let (who, data, home) = (self.who(), self.desk.data.clone(), self.desk.home.clone());
        self.tasks.start((self.words().opening, 1), move |_, send| {
            let opened = sample::unpack(&home)
                .map_err(Into::into)
                .and_then(|folder| Session::open(&folder, who, &data, Box::new(RealWorld)));
            send(opened.map_or_else(Arrived::NotOpened, |session| Arrived::Opened(Box::new(session))));
        });
    }

    fn open_project(&mut self, folder: PathBuf) {
        let (who, data) = (self.who(), self.desk.data.clone());
        self.tasks.start((self.words().opening, 1), move |_, send| {
            let opened = Session::open(&folder, who, &data, Box::new(RealWorld));
            send(opened.map_or_else(Arrived::NotOpened, |session| Arrived::Opened(Box::new(session))));
        });
    }

    fn new_project(&mut self, name: String, parent: &Path, template: Template) {
        let folder = parent.join(export::file_name(&name));
        let (who, data) = (self.who(), self.desk.data.clone());
        self.tasks.start((self.words().opening, 1), move |_, send| {
            let made = Session::create(&folder, &name, template, who, &data, Box::new(RealWorld));
            send(made.map_or_else(Arrived::NotOpened, |session| Arrived::Opened(Box::new(session))));
        });
    }

    fn choose_project(&mut self) {
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
    fn find_recent(&mut self) {
        let (recent, data) = (self.desk.preferences.recent.clone(), self.desk.data.clone());
        self.screen.missing = Some(Vec::new());
        self.tasks.start((self.words().recent, 1), move |_, send| {
            let missing = recent.into_iter().filter(|study| !data.finds_project(study));
            send(Arrived::Missing(missing.collect()));
        });
    }

    fn choose_files(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), self.words().path_of_files);
        self.tasks.start((title, 1), move |_, send| match dialogs.files(title, &import::endings()) {
            Answer::Chosen(paths) => send(Arrived::Then(Task::Import(paths).into())),
            Answer::NoDialog => send(Arrived::Ask(Wanted::Files, String::new())),
            Answer::Cancelled => {}
        });
    }

    fn import(&mut self, paths: Vec<PathBuf>) {
        let language = self.desk.language();
        let words = self.words();
        self.screen.importing = Some(Report { title: words.imported.to_owned(), lines: Vec::new() });
        let reader = Reader::of_this_program();
        self.tasks.start((words.importing, paths.len()), move |task, send| {
            for path in paths {
                if task.cancelled() {
                    break;
                }
                let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                let read = match exchange::read(&path) {
                    Ok(bytes) => reader
                        .read(&name, &bytes, &Choices::default())
                        .map(Box::new)
                        .map_err(|error| told::import::error(&error, &name, language)),
                    Err(error) => Err(told::store::store_error(&error, language)),
                };
                send(Arrived::Draft(name, read));
                task.step();
            }
            send(Arrived::ImportRead);
        });
    }

    fn drafted(&mut self, name: &str, read: Result<Box<Read>, String>) {
        let language = self.desk.language();
        let words = self.words();
        let mut lines = Vec::new();
        match read {
            Ok(read) => {
                let brought = match &read.content {
                    Content::Text(source) => fill(words.imported_one, &[("file", &name), ("title", &source.title)]),
                    Content::Survey(survey) => {
                        let cases = count(survey.cases.rows.len(), words.imported_cases_one, words.imported_cases);
                        fill(words.imported_table, &[("file", &name), ("cases", &cases)])
                    }
                };
                let losses = read.losses.clone();
                let added = self.session.as_mut().map(|session| session.edit(&read.into_edit()));
                match added {
                    Some(Ok(_)) => lines.push((Tone::Plain, brought)),
                    Some(Err(refusal)) => {
                        let why = told::refusal::refusal(&refusal, language);
                        lines.push((Tone::Trouble, format!("{name}: {why}")));
                    }
                    None => return,
                }
                lines.extend(losses.iter().map(|loss| (Tone::Plain, told::import::loss(loss, name, language))));
            }
            Err(why) => lines.push((Tone::Trouble, why)),
        }
        if let Some(report) = &mut self.screen.importing {
            report.lines.extend(lines);
        }
        if self.screen.source.is_none() {
            self.open_first();
        }
    }

    fn import_read(&mut self) {
        let Some(report) = self.screen.importing.take() else { return };
        let words = self.words();
        let worth_reading = report.lines.len() > 1 || report.lines.iter().any(|(tone, _)| *tone == Tone::Trouble);
        let brought = report.lines.iter().filter(|(tone, _)| *tone == Tone::Plain).count();
        if worth_reading {
            self.screen.report = Some(report);
        } else {
            self.say(count(brought, words.imported_count_one, words.imported_count), Tone::Plain);
        }
    }

    fn choose_export(&mut self, what: What, ending: &'static str) {
        let Some(session) = &self.session else { return };
        let words = self.words();
        let base = match what {
            What::Codebook => words.file_codebook,
            What::Structure => words.file_structure,
            What::Segments => words.file_segments,
        };
        let name = format!("{} – {base}.{ending}", export::file_name(session.project().name()));
        let folder = session.folder().and_then(Path::parent).unwrap_or(&self.desk.home).join(&name);
        let (dialogs, title) = (self.tasks.dialogs(), words.path_of_export);
        self.tasks.start((title, 1), move |_, send| match dialogs.save(title, &name) {
            Answer::Chosen(paths) => {
                paths.into_iter().for_each(|path| send(Arrived::Then(Task::Export(what, ending, path).into())));
            }
            Answer::NoDialog => send(Arrived::Ask(Wanted::Export(what, ending), folder.display().to_string())),
            Answer::Cancelled => {}
        });
    }

    fn export(&mut self, what: What, ending: &'static str, mut path: PathBuf) {
        let Some(session) = &self.session else { return };
        let (project, language) = (std::sync::Arc::clone(session.project()), self.desk.language());
        let how = export::How { language, ..self.screen.figure };
        if path.extension().is_none() {
            path.set_extension(ending);
        }
        self.tasks.start((self.words().exporting, 1), move |_, send| {
            let ending = path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().to_lowercase());
            let Some(exporter) = export::exporter(what, &ending) else {
                return send(Arrived::Trouble(told::export::unknown_ending(what, &ending, language)));
            };
            let written = match exporter.write(&project, &how) {
                Ok(bytes) => exchange::write(&path, &bytes).map_err(|error| told::store::store_error(&error, language)),
                Err(error) => Err(told::export::error(&error, language)),
            };
            let left = remaining(&project, &told::erasing::labels(language));
            send(written.map_or_else(Arrived::Trouble, |()| Arrived::Written(path)));
            send(Arrived::Named(Named::Left(told::erasing::remaining(&left, language))));
        });
    }

    /// Leaves the study for the first screen, if all of it is on the disk.
    fn close_project(&mut self) {
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
        self.screen.report = Some(Report { title: words.leave_unsaved.to_owned(), lines });
        false
    }

    /// Takes a session as the one to work on.
    pub(super) fn opened(&mut self, session: Session) {
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
        let mut screen = Screen { text_zoom: self.screen.text_zoom, ..Screen::default() };
        let project = session.project();
        let mut own: Vec<_> = project.codings().filter(|coding| coding.coder == session.coder()).collect();
        own.sort_by_key(|coding| coding.made_ms);
        for coding in own.iter().rev().take(200).rev() {
            screen.remember(coding.code);
        }
        let big = project.codebook().len() > 40;
        let codes = project.codebook().codes().filter(|code| big && code.kind == CodeKind::Category);
        screen.folded = codes.map(|code| code.id).collect();
        let findings = session.findings();
        if !findings.is_empty() {
            let language = self.desk.language();
            let lines = findings.iter().map(|finding| (Tone::Trouble, told::store::finding(finding, language)));
            screen.report = Some(Report { title: self.words().found_on_opening.to_owned(), lines: lines.collect() });
        }
        self.screen = screen;
        let me = self.desk.preferences.coder.clone();
        let coder = session.coder();
        let named = session.project().coder(coder).map(|known| known.name.clone());
        self.session = Some(session);
        // Who has changed their name since they were here last is called by the new one.
        if let (Some(me), Some(named)) = (me, named)
            && me.id == coder
            && me.name != named
        {
            self.edit(&Edit::NameCoder { coder, name: me.name });
        }
        self.open_first();
    }

    fn open_first(&mut self) {
        let first =
            self.session.as_ref().and_then(|session| session.project().sources().next().map(|source| source.id));
        self.screen.source = self.screen.source.or(first);
    }

    /// Takes what has arrived since the last frame.
    pub(super) fn receive(&mut self, ctx: &Context) {
        if let Some(session) = &mut self.session {
            session.poll();
            match session.saved() {
                Saved::Saved => {
                    self.screen.leaving = false;
                    // What others write arrives without a hand on the mouse.
                    ctx.request_repaint_after(std::time::Duration::from_secs(2));
                }
                Saved::Saving { .. } | Saved::NotSaved { .. } => {
                    ctx.request_repaint_after(std::time::Duration::from_millis(200));
                }
            }
        }
        self.take_receipt();
        for arrived in self.tasks.arrived() {
            match arrived {
                Arrived::Opened(session) => {
                    self.opened(*session);
                    ctx.send_viewport_cmd(ViewportCommand::Title("Kodebok".to_owned()));
                }
                Arrived::NotOpened(error) => {
                    let words = told::store::session_error(&error, self.desk.language());
                    self.say(words, Tone::Trouble);
                }
                Arrived::Trouble(words) => self.say(words, Tone::Trouble),
                Arrived::Then(action) => self.outbox.send(action),
                Arrived::Ask(wanted, suggested) => self.screen.asking = Some((wanted, suggested)),
                Arrived::Draft(name, read) => self.drafted(&name, read),
                Arrived::Missing(missing) => self.screen.missing = Some(missing),
                Arrived::ImportRead => self.import_read(),
                Arrived::BrokenOff(title) => {
                    if self.tasks.running().is_empty() {
                        self.import_read();
                    }
                    self.say(fill(self.words().broken_off, &[("task", &title)]), Tone::Trouble);
                }
                Arrived::Named(named) => self.named(named),
                Arrived::Written(path) => {
                    let words = fill(self.words().written, &[("path", &path.display())]);
                    self.say(words, Tone::Plain);
                }
            }
        }
    }

    /// Asks before the window closes on changes that could not be saved.
    pub(super) fn guard(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        self.flush(ctx);
        if !self.may_leave() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }
}
