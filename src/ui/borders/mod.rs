//! The window's borders: opening and closing studies, files in, files out, and what threads bring back.

mod adding;
mod answering;
mod at_the_door;
pub(in crate::ui) mod exporting;
mod importing;
mod studies;

use egui::{Context, ViewportCommand};

use crate::lang::analyses::AnalysesWords;
use crate::lang::fill;
use crate::lang::window::Window;
use crate::store::writer::Saved;
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::App;
use crate::ui::borders::exporting::Check;
use crate::ui::screen::{Said, Tone};
use crate::ui::tasks::Arrived;

impl App {
    pub(in crate::ui) fn say(&mut self, words: String, tone: Tone) {
        self.screen.said = Some(Said { words, tone });
    }

    pub(in crate::ui) fn words(&self) -> &'static Window {
        Window::of(self.desk.language())
    }

    /// Starts a task.
    pub(in crate::ui) fn begin(&mut self, task: Task) {
        match task {
            Task::OpenSample => self.open_sample(),
            Task::ChooseProject => self.choose_project(),
            Task::FindRecent => self.find_recent(),
            Task::OpenProject(folder) => self.open_project(folder),
            Task::NewProject { name, parent, template } => self.new_project(name, &parent, template),
            Task::ChooseFiles => self.choose_files(),
            Task::ChooseFolder => self.choose_folder(),
            Task::Import(paths) => self.import(paths),
            Task::ImportPasted(words) => self.import_pasted(&words),
            Task::Offer(paths) => self.offer(paths),
            Task::ReadAgain(chosen) => self.read_again(chosen),
            Task::StopReading => self.stop_reading(),
            Task::Accept => {
                // What went wrong before has been mended, or is said again.
                self.screen.said = None;
                self.accept();
            }
            Task::LeaveIntake => self.leave_intake(),
            Task::DropIntake => self.drop_intake(),
            Task::ChooseReport => self.choose_report(),
            Task::SaveReport(path) => self.save_report(path),
            Task::ChooseOriginal(source) => self.choose_original(source),
            Task::SaveOriginal(source, path) => self.save_original(source, path),
            Task::ChooseExport(what, ending) => self.choose_export(what, ending),
            Task::Export(what, ending, path) => self.export((what, ending, path), Check::First),
            Task::ExportAnyway => self.export_anyway(),
            Task::ChooseSourcesFolder => self.choose_sources_folder(),
            Task::ExportSources(parent) => self.export_sources(parent, Check::First),
            Task::Ask(asked) => self.ask(asked),
            Task::ChooseAnswer(answer, ending) => self.choose_answer(answer, ending),
            Task::SaveAnswer(answer, ending, path) => self.save_answer((answer, ending, path), Check::First),
            Task::CopyPicture(scenes) => self.copy_picture(scenes),
            Task::Names(naming) => self.name(naming),
            Task::Carrying(carrying) => self.carry(carrying),
            Task::CloseProject => self.close_project(),
        }
    }

    /// Takes what has arrived since the last frame.
    pub(in crate::ui) fn receive(&mut self, ctx: &Context) {
        if let Some(session) = &mut self.session {
            session.poll();
            if session.is_taking_in() {
                ctx.request_repaint();
            }
            match session.saved() {
                Saved::Saved => {
                    self.screen.leaving = false;
                    // What others write arrives without a hand on the mouse.
                    ctx.request_repaint_after(std::time::Duration::from_millis(500));
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
                Arrived::Gathered { batch, origins, left_out } => self.gathered(batch, origins, left_out),
                Arrived::Brought { batch, number, choices, read } => self.brought((batch, number), &choices, read),
                Arrived::Kept { batch, place, kept } => self.kept((batch, place), kept),
                Arrived::AllKept(batch) => self.all_kept(batch),
                Arrived::Offered(paths) => self.screen.waiting.extend(paths),
                Arrived::Missing(missing) => self.screen.missing = Some(missing),
                Arrived::BrokenOff(title) => {
                    self.broken_off();
                    if title == AnalysesWords::of(self.desk.language()).working {
                        self.views.analyses.answers.broken_off();
                        self.views.review.agreement.answers.broken_off();
                    }
                    self.say(fill(self.words().broken_off, &[("task", &title)]), Tone::Trouble);
                }
                Arrived::Named(named) => self.named(named),
                Arrived::Carried(carried) => self.carried(ctx, carried),
                Arrived::Answered(asked, answer) => {
                    self.views.review.agreement.answers.take((*asked).clone(), answer.clone());
                    self.views.analyses.answers.take(*asked, answer);
                }
                Arrived::Picture(picture) => {
                    ctx.copy_image(picture);
                    self.say(AnalysesWords::of(self.desk.language()).picture_copied.to_owned(), Tone::Plain);
                }
                Arrived::Written(path) => {
                    let words = fill(self.words().written, &[("path", &path.display())]);
                    self.say(words, Tone::Plain);
                }
            }
        }
        self.add_portion(ctx);
        if self.screen.intake.as_mut().is_some_and(|intake| intake.lay_out_some()) {
            ctx.request_repaint();
        }
        self.look_at_the_door();
    }
}
