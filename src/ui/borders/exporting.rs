//! What goes out: exports, the report of an import, and original files that were kept.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::{self, What};
use crate::lang::intake::IntakeWords;
use crate::model::id::SourceId;
use crate::session::exchange;
use crate::session::names::{own, remaining};
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::App;
use crate::ui::carrying::Carrying;
use crate::ui::dialogs::system::Answer;
use crate::ui::naming::Named;
use crate::ui::screen::GoingOut;
use crate::ui::tasks::Arrived;
use crate::ui::wanted::Wanted;

/// Whether possible names are to be asked about before something goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Check {
    /// They are.
    First,
    /// Somebody has answered.
    Done,
}

impl App {
    pub(super) fn choose_export(&mut self, what: What, ending: &'static str) {
        let Some(session) = &self.session else { return };
        let words = self.words();
        let base = match what {
            What::Codebook => words.file_codebook,
            What::Structure => words.file_structure,
            What::Segments => words.file_segments,
            What::Study => words.file_study,
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

    pub(super) fn export(&mut self, (what, ending, mut path): (What, &'static str, PathBuf), check: Check) {
        let Some(session) = &self.session else { return };
        let (project, language) = (Arc::clone(session.project()), self.desk.language());
        let how = export::How { language, ..self.screen.figure };
        let layer = self.screen.scope.layer;
        if path.extension().is_none() {
            path.set_extension(ending);
        }
        let task = Task::Export(what, ending, path.clone());
        self.send_out((task, check), move |send| {
            let ending = path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().to_lowercase());
            let Some(exporter) = export::exporter(what, &ending) else {
                return send(Arrived::Trouble(told::export::unknown_ending(what, &ending, language)));
            };
            let written = match exporter.write(project.layer(layer), &how) {
                Ok(bytes) => exchange::write(&path, &bytes).map_err(|error| told::store::store_error(&error, language)),
                Err(error) => Err(told::export::error(&error, language)),
            };
            send(written.map_or_else(Arrived::Trouble, |()| Arrived::Written(path)));
        });
    }

    /// Lets something out of the study on a thread. Where pseudonyms are used and possible names are left, somebody is asked
    /// before anything is written; elsewhere they are told of afterwards.
    pub(in crate::ui) fn send_out(
        &mut self,
        (task, check): (Task, Check),
        write: impl FnOnce(&(dyn Fn(Arrived) + Sync)) + Send + 'static,
    ) {
        let Some(session) = &self.session else { return };
        let (project, language) = (Arc::clone(session.project()), self.desk.language());
        let asks = check == Check::First && !self.screen.ask_no_more;
        let replaced = self.screen.replaced;
        let made_up = self.views.key.made_up();
        self.tasks.start((self.words().exporting, 1), move |_, send| {
            let labels = told::erasing::all_labels();
            let left = remaining(&project, &labels, &own(&project, &labels, made_up.iter().map(String::as_str)));
            let told = told::erasing::remaining(&left, language);
            if asks && (replaced || left.pseudonyms) && !told.is_empty() {
                return send(Arrived::Named(Named::Ask(GoingOut { task, told })));
            }
            write(send);
            send(Arrived::Named(Named::Left(told)));
        });
    }

    /// Somebody has answered that it is to go out whatever names are in it.
    pub(super) fn export_anyway(&mut self) {
        match self.screen.going_out.take().map(|going_out| going_out.task) {
            Some(Task::Export(what, ending, path)) => self.export((what, ending, path), Check::Done),
            Some(Task::SaveAnswer(answer, ending, path)) => self.save_answer((answer, ending, path), Check::Done),
            Some(Task::ExportSources(parent)) => self.export_sources(parent, Check::Done),
            Some(Task::Carrying(Carrying::Save(path, secret))) => self.save_as_one((path, secret), Check::Done),
            _ => {}
        }
    }

    /// Asks where the report that is shown is to be saved.
    pub(super) fn choose_report(&mut self) {
        let Some(report) = &self.screen.report else { return };
        let name = format!("{}.txt", export::file_name(&report.title));
        self.choose_place(self.words().path_of_export, name, Wanted::Report, Task::SaveReport);
    }

    /// Saves the report that is shown: a table where the name ends so, else plain lines.
    pub(super) fn save_report(&mut self, mut path: PathBuf) {
        let Some(report) = self.screen.report.clone() else { return };
        if path.extension().is_none() {
            path.set_extension("txt");
        }
        let language = self.desk.language();
        self.tasks.start((self.words().exporting, 1), move |_, send| {
            let ending = path.extension().unwrap_or_default().to_string_lossy();
            let written = match export::report::written(&report.title, &report.lines(), &ending, language) {
                Ok(bytes) => exchange::write(&path, &bytes).map_err(|error| told::store::store_error(&error, language)),
                Err(error) => Err(told::export::error(&error, language)),
            };
            send(written.map_or_else(Arrived::Trouble, |()| Arrived::Written(path)));
        });
    }

    /// Asks where the original file of a source is to be saved.
    pub(super) fn choose_original(&mut self, source: SourceId) {
        let Some(known) = self.session.as_ref().and_then(|session| session.project().source(source)) else { return };
        let Some(original) = &known.original else { return };
        let stem = Path::new(&known.file_name).file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{}.{}", export::file_name(&stem), original.extension);
        let title = IntakeWords::of(self.desk.language()).save_original;
        self.choose_place(title, name, Wanted::Original(source), move |path| Task::SaveOriginal(source, path));
    }

    /// Saves the original file of a source outside the study.
    pub(super) fn save_original(&mut self, source: SourceId, path: PathBuf) {
        let Some(session) = &self.session else { return };
        let original = session.project().source(source).and_then(|source| source.original.clone());
        let (Some(original), Some(originals)) = (original, session.originals()) else { return };
        let language = self.desk.language();
        self.tasks.start((self.words().exporting, 1), move |_, send| {
            let written = originals.read(&original).and_then(|bytes| exchange::write(&path, &bytes));
            let written = written.map_err(|error| told::store::store_error(&error, language));
            send(written.map_or_else(Arrived::Trouble, |()| Arrived::Written(path)));
        });
    }

    /// Writes a file on a thread.
    pub(in crate::ui) fn save_at(
        &mut self,
        mut path: PathBuf,
        ending: &str,
        bytes: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static,
    ) {
        if path.extension().is_none() {
            path.set_extension(ending);
        }
        let language = self.desk.language();
        self.tasks.start((self.words().exporting, 1), move |_, send| {
            let write = |bytes: Vec<u8>| {
                exchange::write(&path, &bytes).map_err(|error| told::store::store_error(&error, language))
            };
            send(match bytes().and_then(write) {
                Ok(()) => Arrived::Written(path),
                Err(words) => Arrived::Trouble(words),
            });
        });
    }

    /// Asks for the place of a file of this name, beside the study.
    pub(in crate::ui) fn choose_place(
        &mut self,
        title: &'static str,
        name: String,
        wanted: Wanted,
        task: impl Fn(PathBuf) -> Task + Send + 'static,
    ) {
        let study = self.session.as_ref().and_then(|session| session.folder()).and_then(Path::parent);
        let beside = study.unwrap_or(&self.desk.home).join(&name);
        let dialogs = self.tasks.dialogs();
        self.tasks.start((title, 1), move |_, send| match dialogs.save(title, &name) {
            Answer::Chosen(paths) => paths.into_iter().for_each(|path| send(Arrived::Then(task(path).into()))),
            Answer::NoDialog => send(Arrived::Ask(wanted.clone(), beside.display().to_string())),
            Answer::Cancelled => {}
        });
    }
}
