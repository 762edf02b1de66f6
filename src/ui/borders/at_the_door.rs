//! Names in what is being imported: looked for on a thread, and kept in the name key before any text comes in.

use std::collections::BTreeSet;

use crate::lang::intake::IntakeWords;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::session::names::{own, pseudonyms};
use crate::text::names::candidates::candidates;
use crate::text::names::propose::proposals;
use crate::text::names::table::Row;
use crate::told;
use crate::ui::app::App;
use crate::ui::intake::change::Change;
use crate::ui::intake::{Part, Phase};
use crate::ui::keeping::{Keep, Kept, KeyTrouble, locked};
use crate::ui::naming::Named;
use crate::ui::screen::Tone;
use crate::ui::tasks::Arrived;

impl App {
    /// Looks for names in what is to be imported, where that has changed since somebody looked.
    pub(super) fn look_at_the_door(&mut self) {
        let (Some(intake), Some(session)) = (&mut self.screen.intake, &self.session) else { return };
        let reads = self.tasks.running().iter().any(|task| {
            Language::ALL.iter().any(|known| crate::lang::window::Window::of(*known).importing == task.title)
        });
        let number = self.tasks.number();
        let Some(looked) = intake.to_look_through(number, reads) else { return };
        let language = self.desk.language();
        let (project, labels) = (std::sync::Arc::clone(session.project()), told::erasing::labels(language));
        let mut known = self.views.key.names().to_vec();
        let here = self.views.preview.door.rows().into_iter();
        let made_up = self.views.key.made_up();
        let in_key: BTreeSet<String> = known.iter().map(|row| row.original.clone()).collect();
        known.extend(here.filter(|row| !in_key.contains(&row.original)));
        self.tasks.start((PseudonymWords::of(language).looking, 1), move |_, send| {
            let (places, texts): (Vec<usize>, Vec<String>) = looked.texts().into_iter().unzip();
            let (texts, people): (Vec<&str>, Vec<String>) =
                (texts.iter().map(String::as_str).collect(), looked.people());
            let people: Vec<&str> = people.iter().map(String::as_str).collect();
            let ids = looked.numbers();
            let made_up = made_up.iter().chain(&ids).map(String::as_str);
            let found = candidates(&texts, &people, &own(&project, &told::erasing::all_labels(), made_up));
            let mut taken = pseudonyms(&project, &labels);
            taken.extend(texts.iter().chain(&people).flat_map(|text| labels.made_in(text)));
            let rows = proposals(&found, (&known, &taken), &labels);
            send(Arrived::Named(Named::AtTheDoor { number, found, rows, places }));
        });
    }

    /// Keeps the names that are replaced in the name key; the texts come in when they lie there.
    pub(super) fn lock_names(&mut self, keep: Keep, rows: Vec<Row>) {
        let (Some(intake), Some(session)) = (&mut self.screen.intake, &self.session) else { return };
        let Some(project) = session.project().id() else { return };
        let language = self.desk.language();
        intake.phase = Phase::Locking;
        self.views.key.working(keep.path.clone(), keep.secret.clone());
        self.tasks.start((IntakeWords::of(language).locking, 1), move |_, send| {
            send(Arrived::Named(Named::Locked(locked(&keep, project, &rows))));
        });
    }

    /// The names lie in the key, or something has to be looked at first.
    pub(in crate::ui) fn locked(&mut self, key: Result<(Vec<Row>, Kept), KeyTrouble>) {
        let language = self.desk.language();
        let outcome = key.as_ref().map(|(_, kept)| *kept).map_err(Clone::clone);
        self.key_arrived(key);
        if !self.screen.intake.as_ref().is_some_and(|intake| intake.phase == Phase::Locking) {
            return;
        }
        match outcome {
            Ok(Kept::Saved) => self.begin_to_add(),
            Ok(Kept::Opened) => {
                self.back_to_names();
                self.say(PseudonymWords::of(language).key_look_again.to_owned(), Tone::Plain);
            }
            Err(trouble) => {
                self.back_to_names();
                self.say(trouble.told(language), Tone::Trouble);
            }
        }
    }

    /// Shows the names once more before anything comes in.
    pub(super) fn back_to_names(&mut self) {
        let Some(intake) = &mut self.screen.intake else { return };
        intake.phase = Phase::Looking;
        intake.names.look_again();
        intake.change(Change::Part(Part::Names));
    }

    /// What the report says of a file whose names were replaced holds none of them either.
    pub(super) fn without_names(&self, line: &str) -> String {
        let table = self.screen.intake.as_ref().map(|intake| intake.names.table());
        table.map_or_else(|| line.to_owned(), |table| table.applied_to_name(line))
    }

    /// How many names were replaced, and where that is kept; nothing where none was.
    pub(super) fn told_of_names(&self, n: usize) -> Option<String> {
        let words = PseudonymWords::of(self.desk.language());
        (n > 0).then(|| match self.views.key.file() {
            Some(file) => fill(words.were_kept, &[("n", &n), ("file", &file)]),
            None => fill(words.were_not_kept, &[("n", &n)]),
        })
    }
}
