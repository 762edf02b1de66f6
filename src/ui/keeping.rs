//! The name key at work: opened, made, and written before any name is replaced.

use std::path::{Path, PathBuf};

use crate::journal::redaction::Elsewhere;
use crate::lang::Language;
use crate::lang::pseudonym::PseudonymWords;
use crate::model::id::ProjectId;
use crate::session::keys;
use crate::store::name_key::KeyError;
use crate::store::sealed::Work;
use crate::text::names::propose::by_hand;
use crate::text::names::table::Row;
use crate::told;
use crate::ui::app::App;
use crate::ui::dialogs::system::Answer;
use crate::ui::intake::Phase;
use crate::ui::naming::{Named, Secret};
use crate::ui::screen::Tone;
use crate::ui::tasks::Arrived;
use crate::ui::views::names::Done;

/// Names that are to be added to a key: where it lies, and what opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The file.
    pub path: PathBuf,
    /// Its passphrase.
    pub secret: Secret,
    /// What may be done.
    pub may: May,
}

/// What may be done with the file of a key before somebody is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// It was opened, so names are added.
    Add,
    /// A new one may be made, since the passphrase was typed twice.
    Make,
    /// One that lies there may be opened.
    Open,
}

/// Why names could not be kept in a key, or be read from it.
#[derive(Clone, Debug)]
pub enum KeyTrouble {
    /// The key itself.
    Key(KeyError),
    /// No file lies there, and the passphrase was typed only once.
    NeedsAgain,
}

impl KeyTrouble {
    /// It, in a sentence.
    pub fn told(&self, language: Language) -> String {
        match self {
            Self::Key(error) => told::erasing::key_error(error, language),
            Self::NeedsAgain => PseudonymWords::of(language).key_needs_again.to_owned(),
        }
    }
}

/// What was done with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It was opened.
    Opened,
    /// It was saved.
    Saved,
}

impl App {
    /// The names lie in the key and are replaced now; or they do not, and nothing is replaced.
    pub(super) fn locked_to_replace(
        &mut self,
        key: Result<(Vec<Row>, Kept), KeyTrouble>,
        rows: &[Row],
        elsewhere: Elsewhere,
    ) {
        let outcome = key.as_ref().map(|(_, kept)| *kept).map_err(Clone::clone);
        self.key_arrived(key);
        let language = self.desk.language();
        let words = PseudonymWords::of(language);
        match outcome {
            Ok(Kept::Saved) => {
                let file = self.views.key.file().unwrap_or_default();
                self.replace_names(rows, elsewhere, Done::Kept(file));
            }
            Ok(Kept::Opened) => self.say(words.key_look_again_here.to_owned(), Tone::Plain),
            Err(trouble) => {
                let words = format!("{} {}", trouble.told(language), words.nothing_replaced);
                self.say(words, Tone::Trouble);
            }
        }
    }

    /// The key was opened or saved, or was not. Who is in it keeps the pseudonym that stands there.
    pub(super) fn key_arrived(&mut self, key: Result<(Vec<Row>, Kept), KeyTrouble>) {
        let opened = matches!(key, Ok((_, Kept::Opened)));
        if let Some(path) = self.views.key.arrived(key) {
            let names = self.views.key.names().to_vec();
            self.remember_made_up(Some(&path), &names);
        }
        if opened && self.views.names.has_looked() {
            self.find_names(self.views.key.names().to_vec());
        }
        if let Some(intake) = self.screen.intake.as_mut().filter(|intake| intake.phase == Phase::Looking) {
            intake.names.look_again();
        }
    }

    pub(super) fn choose_key(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), PseudonymWords::of(self.desk.language()).key_path);
        // Where the desktop has no dialog there is the field beside the button.
        self.tasks.start((title, 1), move |_, send| {
            if let Answer::Chosen(paths) = dialogs.save(title, "koblingsnøkkel.age") {
                paths.into_iter().for_each(|path| send(Arrived::Named(Named::KeyAt(path))));
            }
        });
    }

    pub(super) fn with_key(
        &mut self,
        path: PathBuf,
        work: impl FnOnce(&Path, ProjectId) -> Result<(Vec<Row>, Kept), KeyError> + Send + 'static,
    ) {
        let Some(project) = self.session.as_ref().and_then(|session| session.project().id()) else { return };
        self.tasks.start((PseudonymWords::of(self.desk.language()).key_working, 1), move |_, send| {
            send(Arrived::Named(Named::Key(work(&path, project).map_err(KeyTrouble::Key))));
        });
    }

    /// Remembers where the name key lies and which pseudonyms were made up; a failure costs only convenience.
    pub(super) fn remember_made_up(&mut self, key: Option<&Path>, rows: &[Row]) {
        let Some(project) = self.session.as_ref().and_then(|session| session.project().id()) else { return };
        let made_up = by_hand(rows, &told::erasing::all_labels());
        let made_up = self.desk.data.add_made_up(project, key, &made_up);
        self.views.key.remembers(made_up.pseudonyms);
    }
}

/// Keeps names in a key before they are replaced. A key that lies there and was not open yet is only opened: who is in it
/// keeps the pseudonym that stands there, so the table has to be looked over first.
pub(super) fn locked(keep: &Keep, project: ProjectId, rows: &[Row]) -> Result<(Vec<Row>, Kept), KeyTrouble> {
    let (path, passphrase) = (&keep.path, &keep.secret.0);
    match (keep.may, keys::lies(path)) {
        (May::Make | May::Open, true) => {
            keys::read(path, project, passphrase).map(|rows| (rows, Kept::Opened)).map_err(KeyTrouble::Key)
        }
        (May::Open, false) => Err(KeyTrouble::NeedsAgain),
        (May::Make | May::Add, _) => keys::add(path, project, passphrase, rows, Work::Usual)
            .map(|rows| (rows, Kept::Saved))
            .map_err(KeyTrouble::Key),
    }
}
