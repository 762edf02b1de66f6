//! The texts of the sources on their way out, to a new folder in the one that was chosen.

use std::path::PathBuf;

use crate::export::{self, sources};
use crate::lang::window::Window;
use crate::session::exchange;
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::App;
use crate::ui::borders::exporting::Check;
use crate::ui::dialogs::system::Answer;
use crate::ui::tasks::Arrived;
use crate::ui::wanted::Wanted;

impl App {
    /// Asks where the texts are to go.
    pub(super) fn choose_sources_folder(&mut self) {
        let title = Window::of(self.desk.language()).path_of_sources;
        let (dialogs, home) = (self.tasks.dialogs(), self.desk.home.display().to_string());
        self.tasks.start((title, 1), move |_, send| match dialogs.folder(title) {
            Answer::Chosen(paths) => {
                paths.into_iter().for_each(|path| send(Arrived::Then(Task::ExportSources(path).into())));
            }
            Answer::NoDialog => send(Arrived::Ask(Wanted::SourcesFolder, home)),
            Answer::Cancelled => {}
        });
    }

    /// Writes the texts to a new folder, so that nothing that is there is replaced.
    pub(super) fn export_sources(&mut self, parent: PathBuf, check: Check) {
        let Some(session) = &self.session else { return };
        let (project, language) = (std::sync::Arc::clone(session.project()), self.desk.language());
        let say = Window::of(language);
        let name = format!("{} – {}", export::file_name(project.name()), say.file_sources);
        self.send_out((Task::ExportSources(parent.clone()), check), move |send| {
            let written = match sources::files(&project, language) {
                Ok(files) => exchange::write_new_folder(&parent, &name, &files)
                    .map_err(|error| told::store::store_error(&error, language)),
                Err(error) => Err(told::export::error(&error, language)),
            };
            send(written.map_or_else(Arrived::Trouble, Arrived::Written));
        });
    }
}
