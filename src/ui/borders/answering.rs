//! Answers that take longer, and answers on their way out: to files and to the clipboard.

use std::path::PathBuf;
use std::sync::Arc;

use crate::export::{self, ExportError, pdf, png, table};
use crate::figure::scene::Scene;
use crate::figure::svg;
use crate::lang::analyses::AnalysesWords;
use crate::lang::asking::Asking;
use crate::lang::{Language, fill};
use crate::session::exchange;
use crate::told;
use crate::ui::action::Task;
use crate::ui::answers::{Answer, Asked, PICTURES};
use crate::ui::app::App;
use crate::ui::borders::exporting::Check;
use crate::ui::tasks::Arrived;
use crate::ui::wanted::Wanted;

impl App {
    /// Answers a question on a thread.
    pub(super) fn ask(&mut self, asked: Box<Asked>) {
        let Some(session) = &self.session else { return };
        let project = Arc::clone(session.project());
        let title = AnalysesWords::of(self.desk.language()).working;
        self.tasks.start((title, 1), move |_, send| {
            let answer = asked.answer(&project);
            send(Arrived::Answered(asked, answer));
        });
    }

    /// Asks where an answer is to be saved.
    pub(super) fn choose_answer(&mut self, answer: Answer, ending: &'static str) {
        let Some(session) = &self.session else { return };
        let title = match &answer {
            Answer::Table(table) => table.title.clone(),
            Answer::Figure(scenes) => scenes.first().map_or(String::new(), |scene| scene.title.clone()),
        };
        let study = export::file_name(session.project().name());
        let name = format!("{study} – {}.{ending}", export::file_name(&title));
        let wanted = Wanted::Answer(answer.clone(), ending);
        self.choose_place(self.words().path_of_export, name, wanted, move |path| {
            Task::SaveAnswer(answer.clone(), ending, path)
        });
    }

    /// Saves an answer; the ending of the name decides the format.
    pub(super) fn save_answer(&mut self, (answer, ending, mut path): (Answer, &'static str, PathBuf), check: Check) {
        if path.extension().is_none() {
            path.set_extension(ending);
        }
        let language = self.desk.language();
        let task = Task::SaveAnswer(answer.clone(), ending, path.clone());
        self.send_out((task, check), move |send| {
            let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
            let saved = match written(&answer, &ending, language) {
                Some(Ok(bytes)) => {
                    exchange::write(&path, &bytes).map_err(|error| told::store::store_error(&error, language))
                }
                Some(Err(error)) => Err(told::export::error(&error, language)),
                None => Err(unknown_ending(&answer, &ending, language)),
            };
            send(saved.map_or_else(Arrived::Trouble, |()| Arrived::Written(path)));
        });
    }

    /// Puts a figure on the clipboard as a picture.
    pub(super) fn copy_picture(&mut self, scenes: Arc<[Scene]>) {
        let language = self.desk.language();
        self.tasks.start((AnalysesWords::of(language).drawing, 1), move |_, send| {
            send(match png::dots(&scenes) {
                Ok((size, dots)) => Arrived::Picture(egui::ColorImage::from_rgba_premultiplied(size, &dots)),
                Err(error) => Arrived::Trouble(told::export::error(&error, language)),
            });
        });
    }
}

fn unknown_ending(answer: &Answer, ending: &str, language: Language) -> String {
    let endings = match answer {
        Answer::Table(_) => table::ENDINGS.join(", "),
        Answer::Figure(_) => PICTURES.join(", "),
    };
    fill(Asking::of(language).unknown_ending, &[("ending", &ending), ("endings", &endings)])
}

/// The bytes of a file; `None` where the answer cannot be written so.
fn written(answer: &Answer, ending: &str, language: Language) -> Option<Result<Vec<u8>, ExportError>> {
    match (answer, ending) {
        (Answer::Table(shown), ending) => table::write(shown, ending, language),
        (Answer::Figure(scenes), "svg") => Some(Ok(svg::stacked(scenes).into_bytes())),
        (Answer::Figure(scenes), "png") => Some(png::png(scenes)),
        (Answer::Figure(scenes), "pdf") => Some(pdf::pdf(scenes)),
        _ => None,
    }
}
