//! An answer on its way out: a table or a picture of a room of questions, to a file that is chosen.

use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::table::Table;
use crate::export::{self, ExportError, pdf, png, table};
use crate::figure::scene::Scene;
use crate::figure::svg;
use crate::lang::asking::Asking;
use crate::lang::window::Window;
use crate::lang::{Language, fill};
use crate::session::exchange;
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::App;
use crate::ui::dialogs::system::Answer;
use crate::ui::screen::Wanted;
use crate::ui::tasks::Arrived;

/// The endings of files that a picture can be written as.
pub const PICTURES: [&str; 3] = ["svg", "png", "pdf"];

/// What goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A table.
    Table(Arc<Table>),
    /// A picture, a scene a page.
    Picture(Arc<[Scene]>),
}

/// An answer that is to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Outgoing {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub what: What,
    /// The ending of its file.
    pub ending: &'static str,
}

impl App {
    /// Asks where an answer is to go.
    pub(super) fn choose_answer(&mut self, outgoing: Outgoing) {
        let Some(session) = &self.session else { return };
        let study = export::file_name(session.project().name());
        let name = format!("{study} – {}.{}", outgoing.name, outgoing.ending);
        let folder = session.folder().and_then(std::path::Path::parent).unwrap_or(&self.desk.home).join(&name);
        let (dialogs, title) = (self.tasks.dialogs(), Window::of(self.desk.language()).path_of_export);
        self.tasks.start((title, 1), move |_, send| match dialogs.save(title, &name) {
            Answer::Chosen(paths) => {
                let task = |path| send(Arrived::Then(Task::WriteAnswer(outgoing.clone(), path).into()));
                paths.into_iter().for_each(task);
            }
            Answer::NoDialog => send(Arrived::Ask(Wanted::Answer(outgoing), folder.display().to_string())),
            Answer::Cancelled => {}
        });
    }

    /// Writes an answer; the ending of the file decides as what.
    pub(super) fn write_answer(&mut self, outgoing: Outgoing, mut path: PathBuf) {
        let language = self.desk.language();
        if path.extension().is_none() {
            path.set_extension(outgoing.ending);
        }
        self.tasks.start((Window::of(language).exporting, 1), move |_, send| {
            let ending = path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().to_lowercase());
            let Some(bytes) = bytes(&outgoing.what, &ending, language) else {
                let endings = match outgoing.what {
                    What::Table(_) => table::ENDINGS.join(", "),
                    What::Picture(_) => PICTURES.join(", "),
                };
                let words = Asking::of(language).unknown_ending;
                return send(Arrived::Trouble(fill(words, &[("ending", &ending), ("endings", &endings)])));
            };
            let written = match bytes {
                Ok(bytes) => exchange::write(&path, &bytes).map_err(|error| told::store::store_error(&error, language)),
                Err(error) => Err(told::export::error(&error, language)),
            };
            send(written.map_or_else(Arrived::Trouble, |()| Arrived::Written(path)));
        });
    }
}

/// The file of an answer; `None` for an ending it cannot be written as.
fn bytes(what: &What, ending: &str, language: Language) -> Option<Result<Vec<u8>, ExportError>> {
    match (what, ending) {
        (What::Table(answer), ending) => table::write(answer, ending, language),
        (What::Picture(scenes), "svg") => Some(Ok(svg::stacked(scenes).into_bytes())),
        (What::Picture(scenes), "png") => Some(png::png(scenes)),
        (What::Picture(scenes), "pdf") => Some(pdf::pdf(scenes)),
        (What::Picture(_), _) => None,
    }
}
