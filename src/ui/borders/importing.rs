//! Files and pasted words on their way into the preview: asking for them, gathering, reading on threads.

use std::path::PathBuf;
use std::sync::Arc;

use crate::import::{self, Choices, Read};
use crate::lang::Language;
use crate::lang::fill;
use crate::lang::intake::IntakeWords;
use crate::lang::window::Window;
use crate::session::intake::Origin;
use crate::session::intake::folders::gather;
use crate::session::intake::parallel::read_all;
use crate::session::reader::Reader;
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::App;
use crate::ui::dialogs::system::Answer;
use crate::ui::intake::{Intake, Phase};
use crate::ui::screen::Tone;
use crate::ui::tasks::{Arrived, Running};
use crate::ui::wanted::Wanted;

impl App {
    pub(super) fn choose_files(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), self.words().path_of_files);
        self.tasks.start((title, 1), move |_, send| match dialogs.files(title, &import::endings()) {
            Answer::Chosen(paths) => send(Arrived::Then(Task::Import(paths).into())),
            Answer::NoDialog => send(Arrived::Ask(Wanted::Files, String::new())),
            Answer::Cancelled => {}
        });
    }

    pub(super) fn choose_folder(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), IntakeWords::of(self.desk.language()).folder_to_import);
        self.tasks.start((title, 1), move |_, send| match dialogs.folder(title) {
            Answer::Chosen(paths) => send(Arrived::Then(Task::Import(paths).into())),
            Answer::NoDialog => send(Arrived::Ask(Wanted::Files, String::new())),
            Answer::Cancelled => {}
        });
    }

    /// Files were dropped where no study is open: a study is opened, anything else waits for one.
    pub(super) fn offer(&mut self, paths: Vec<PathBuf>) {
        let data = self.desk.data.clone();
        self.tasks.start((self.words().importing, 1), move |_, send| match paths.as_slice() {
            [folder] if data.finds_project(folder) => send(Arrived::Then(Task::OpenProject(folder.clone()).into())),
            _ => send(Arrived::Offered(paths)),
        });
    }

    /// Reads files, and those in folders, for the preview.
    pub(super) fn import(&mut self, paths: Vec<PathBuf>) {
        if self.session.is_none() {
            return;
        }
        let (batch, language, reader) = (self.tasks.number(), self.desk.language(), Reader::of_this_program());
        self.tasks.start((self.words().importing, 0), move |task, send| {
            let gathered = gather(&paths);
            let mut left_out: Vec<String> =
                gathered.left_out.iter().map(|left_out| told::intake::left_out(left_out, language)).collect();
            if gathered.files.is_empty() {
                let kinds = told::import::readable(language);
                left_out.insert(0, fill(IntakeWords::of(language).no_files, &[("kinds", &kinds)]));
                return send(Arrived::Trouble(left_out.join(" ")));
            }
            let origins: Vec<Origin> = gathered.files.into_iter().map(Origin::File).collect();
            send(Arrived::Gathered { batch, origins: origins.clone(), left_out });
            let wanted: Vec<_> = origins.into_iter().map(|origin| (origin, Choices::default())).collect();
            bring(&reader, (task, send), batch, &wanted, language);
        });
    }

    /// Reads what was pasted for the preview.
    pub(super) fn import_pasted(&mut self, words: &str) {
        if self.session.is_none() || words.trim().is_empty() {
            return;
        }
        let language = self.desk.language();
        let origin = Origin::Pasted { title: IntakeWords::of(language).pasted.to_owned(), words: Arc::from(words) };
        let (batch, reader) = (self.tasks.number(), Reader::of_this_program());
        self.gathered(batch, vec![origin.clone()], Vec::new());
        self.tasks.start((self.words().importing, 0), move |task, send| {
            bring(&reader, (task, send), batch, &[(origin, Choices::default())], language);
        });
    }

    /// Reads some of the files once more, as they have been chosen.
    pub(super) fn read_again(&mut self, chosen: Vec<(usize, Choices)>) {
        let (batch, language, reader) = (self.tasks.number(), self.desk.language(), Reader::of_this_program());
        let Some(intake) = &mut self.screen.intake else { return };
        let wanted = intake.choose(batch, chosen);
        self.tasks.start((Window::of(language).importing, 0), move |task, send| {
            bring(&reader, (task, send), batch, &wanted, language);
        });
    }

    /// Asks the readings that go on to stop; what is not read stays so.
    pub(super) fn stop_reading(&mut self) {
        let reads = |task: &&Running| Language::ALL.iter().any(|known| Window::of(*known).importing == task.title);
        self.tasks.running().iter().filter(reads).for_each(Running::cancel);
    }

    /// Goes back to the study without what is in the preview, unless somebody has chosen something there: then it is asked.
    pub(super) fn leave_intake(&mut self) {
        let touched = self.views.preview.door.is_touched();
        match self.screen.intake.as_mut().filter(|intake| intake.touched || touched) {
            Some(intake) => intake.leaving = true,
            None => self.drop_intake(),
        }
    }

    /// Goes back to the study without what is in the preview.
    pub(super) fn drop_intake(&mut self) {
        self.stop_reading();
        self.screen.intake = None;
    }

    pub(super) fn gathered(&mut self, batch: u64, origins: Vec<Origin>, left_out: Vec<String>) {
        self.screen.said = None;
        self.screen.palette = None;
        if self.screen.intake.is_none() {
            self.views.preview.door.begin();
        }
        self.screen.intake.get_or_insert_with(|| Box::new(Intake::default())).expect(batch, origins, left_out);
    }

    pub(super) fn brought(&mut self, place: (u64, usize), choices: &Choices, read: Result<Box<Read>, String>) {
        let (Some(intake), Some(session)) = (&mut self.screen.intake, &self.session) else { return };
        intake.take(place, choices, read.map(|read| *read), session.project());
    }

    /// A task broke off; where it was to keep the files, the texts are added without them.
    pub(super) fn broken_off(&mut self) {
        if let Some(intake) = &mut self.screen.intake {
            intake.broken_off();
        }
        if self.screen.intake.as_ref().is_some_and(|intake| intake.phase == Phase::Locking) {
            self.back_to_names();
        }
        if self.screen.intake.as_ref().is_some_and(|intake| intake.is_keeping()) {
            self.say_in_report(Tone::Trouble, IntakeWords::of(self.desk.language()).not_kept.to_owned());
            self.begin_to_add();
        }
    }
}

/// Reads all of these, and sends each as soon as it is there.
fn bring(
    reader: &Reader,
    (task, send): (&Running, &(dyn Fn(Arrived) + Sync)),
    batch: u64,
    wanted: &[(Origin, Choices)],
    language: Language,
) {
    task.expect(wanted.len());
    read_all(reader, wanted, &|| task.cancelled(), &|number, read| {
        let Some((origin, choices)) = wanted.get(number) else { return };
        let read = read.map(Box::new).map_err(|why| told::intake::failure(&why, &origin.name(), language));
        send(Arrived::Brought { batch, number, choices: choices.clone(), read });
        task.step();
    });
}
