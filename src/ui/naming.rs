//! What the room of names asks for: looking for names, the name key, replacing and erasing, and what came of it.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::export::informant;
use crate::journal::edit::Refusal;
use crate::journal::redaction::{Elsewhere, Redaction};
use crate::lang::pseudonym::PseudonymWords;
use crate::model::id::{CaseId, SourceId};
use crate::session::keys;
use crate::session::names::{Remaining, own, possible, pseudonyms, remaining};
use crate::store::scrub::Scrubbed;
use crate::store::sealed::Work;
use crate::text::names::candidates::Candidate;
use crate::text::names::propose::proposals;
use crate::text::names::table::{Row, Table};
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::App;
use crate::ui::keeping::{Keep, Kept, KeyTrouble, locked};
use crate::ui::screen::{GoingOut, Said, Tone};
use crate::ui::tasks::Arrived;
use crate::ui::views::names::Done;
use crate::ui::wanted::Wanted;

/// A passphrase, which no message shows.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// What the room of names asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Naming {
    /// Looks for names; what the key holds keeps its pseudonym.
    Find(Vec<Row>),
    /// Asks where the name key lies, or is to lie.
    ChooseKey,
    /// Opens the name key.
    OpenKey(PathBuf, Secret),
    /// Makes a name key, without names yet.
    MakeKey(PathBuf, Secret),
    /// Replaces names in all sources and erases them, once they lie in the name key where there is one.
    Replace(Vec<Row>, Elsewhere, Option<Keep>),
    /// Asks where to, and saves a copy for an informant.
    ChooseCopy(Vec<SourceId>, Option<CaseId>),
    /// Saves it.
    SaveCopy(Vec<SourceId>, Option<CaseId>, PathBuf),
    /// Erases sources and a case.
    Erase(Vec<SourceId>, Option<CaseId>),
    /// Asks where to, and saves the receipt.
    ChooseReceipt(Vec<String>),
    /// Saves it.
    SaveReceipt(Vec<String>, PathBuf),
}

/// What came of it.
#[derive(Debug)]
pub enum Named {
    /// Possible names with proposals, in these sources.
    Found(Vec<Candidate>, Vec<Row>, Vec<SourceId>),
    /// Where the name key is to lie.
    KeyAt(PathBuf),
    /// The names of the key, which was opened or saved; or why it was not.
    Key(Result<(Vec<Row>, Kept), KeyTrouble>),
    /// Possible names with proposals in what is being imported, by the number of the search, with the item of each text.
    AtTheDoor {
        /// The number of the search.
        number: u64,
        /// What was found.
        found: Vec<Candidate>,
        /// What is proposed for each.
        rows: Vec<Row>,
        /// The places of the items of the texts.
        places: Vec<usize>,
    },
    /// The names of an import lie in the key, or the key had to be opened first, or it was not saved.
    Locked(Result<(Vec<Row>, Kept), KeyTrouble>),
    /// The same for names that are to be replaced in texts that are here already.
    LockedToReplace(Result<(Vec<Row>, Kept), KeyTrouble>, Vec<Row>, Elsewhere),
    /// What may still tell who somebody is after names were replaced.
    Remains(Remaining),
    /// Possible names that are in a file that is going out.
    Left(Vec<String>),
    /// Possible names that are in what is to go out; somebody has to say whether it does.
    Ask(GoingOut),
}

impl App {
    /// Starts what the room of names asks for.
    pub(super) fn name(&mut self, naming: Naming) {
        match naming {
            Naming::Find(known) => self.find_names(known),
            Naming::ChooseKey => self.choose_key(),
            Naming::OpenKey(path, secret) => self.with_key(path, move |path, project| {
                keys::read(path, project, &secret.0).map(|rows| (rows, Kept::Opened))
            }),
            Naming::MakeKey(path, secret) => self.with_key(path, move |path, project| {
                keys::add(path, project, &secret.0, &[], Work::Usual).map(|rows| (rows, Kept::Saved))
            }),
            Naming::Replace(rows, elsewhere, None) => self.replace_names(&rows, elsewhere, Done::NotKept),
            Naming::Replace(rows, elsewhere, Some(keep)) => {
                let Some(project) = self.session.as_ref().and_then(|session| session.project().id()) else { return };
                let title = PseudonymWords::of(self.desk.language()).key_working;
                self.views.key.working(keep.path.clone(), keep.secret.clone());
                self.tasks.start((title, 1), move |_, send| {
                    let key = locked(&keep, project, &rows);
                    send(Arrived::Named(Named::LockedToReplace(key, rows, elsewhere)));
                });
            }
            Naming::Erase(sources, case) => {
                let Some(session) = &mut self.session else { return };
                let told = session.erase(&sources.into_iter().collect(), case);
                self.erased(told, Done::Erased);
            }
            Naming::ChooseCopy(sources, case) => {
                let words = PseudonymWords::of(self.desk.language());
                let (wanted, name) = (Wanted::CopyFor(sources.clone(), case), format!("{}.zip", words.file_copy));
                let title = self.words().path_of_export;
                self.choose_place(title, name, wanted, move |path| {
                    Task::Names(Naming::SaveCopy(sources.clone(), case, path))
                });
            }
            Naming::SaveCopy(sources, case, path) => {
                let Some(session) = &self.session else { return };
                let (project, language) = (Arc::clone(session.project()), self.desk.language());
                self.save_at(path, "zip", move || {
                    informant::write(&project, &sources, case, language)
                        .map_err(|error| told::export::error(&error, language))
                });
            }
            Naming::ChooseReceipt(lines) => {
                let name = format!("{}.txt", PseudonymWords::of(self.desk.language()).file_receipt);
                let (wanted, title) = (Wanted::Receipt(lines.clone()), self.words().path_of_export);
                self.choose_place(title, name, wanted, move |path| {
                    Task::Names(Naming::SaveReceipt(lines.clone(), path))
                });
            }
            Naming::SaveReceipt(lines, path) => {
                self.save_at(path, "txt", move || Ok(format!("{}\n", lines.join("\n")).into_bytes()));
            }
        }
    }

    /// Replaces names in all sources and erases them.
    pub(super) fn replace_names(&mut self, rows: &[Row], elsewhere: Elsewhere, done: Done) {
        let Some(session) = &mut self.session else { return };
        let sources: BTreeSet<SourceId> = session.project().sources().map(|source| source.id).collect();
        self.screen.replaced |= !rows.is_empty();
        let told = session.pseudonymise(&Table::new(rows.iter().cloned()), &sources, elsewhere);
        self.remember_made_up(None, rows);
        self.erased(told, done);
    }

    pub(super) fn find_names(&mut self, known: Vec<Row>) {
        let Some(session) = &self.session else { return };
        let (project, labels) = (Arc::clone(session.project()), told::erasing::labels(self.desk.language()));
        let title = PseudonymWords::of(self.desk.language()).find;
        let made_up = self.views.key.made_up();
        self.tasks.start((title, 1), move |_, send| {
            let made_up = made_up.iter().map(String::as_str);
            let (found, ids) = possible(&project, &own(&project, &told::erasing::all_labels(), made_up));
            let rows = proposals(&found, (&known, &pseudonyms(&project, &labels)), &labels);
            send(Arrived::Named(Named::Found(found, rows, ids)));
        });
    }

    /// Takes what was told of; the receipt comes when it is off the disk.
    fn erased(&mut self, told: Result<Redaction, Refusal>, done: Done) {
        let language = self.desk.language();
        let (words, tone) = match told {
            Ok(told) if told.events.is_empty() => {
                (PseudonymWords::of(language).nothing_to_replace.to_owned(), Tone::Plain)
            }
            Ok(told) => {
                self.views.names.erasing(told, done);
                (PseudonymWords::of(language).working.to_owned(), Tone::Plain)
            }
            Err(refusal) => (told::refusal::refusal(&refusal, language), Tone::Trouble),
        };
        self.screen.said = Some(Said { words, tone });
        self.tidy();
    }

    /// Shows the receipt as soon as all is off the disk.
    pub(super) fn take_receipt(&mut self) {
        let Some(session) = &mut self.session else { return };
        if self.views.names.waits() && !session.is_erasing() {
            let done: Scrubbed = session.take_receipt().unwrap_or_default();
            self.views.names.erased(done);
            self.screen.said = None;
            self.look_what_is_left();
        }
    }

    /// Looks what may still tell who somebody is, for the receipt and for the room.
    fn look_what_is_left(&mut self) {
        let Some(session) = &self.session else { return };
        let (project, made_up) = (Arc::clone(session.project()), self.views.key.made_up());
        self.tasks.start((PseudonymWords::of(self.desk.language()).looking, 1), move |_, send| {
            let labels = told::erasing::all_labels();
            let own = own(&project, &labels, made_up.iter().map(String::as_str));
            send(Arrived::Named(Named::Remains(remaining(&project, &labels, &own))));
        });
        if self.views.names.has_looked() {
            self.find_names(self.views.key.names().to_vec());
        }
    }

    /// Takes what a thread has brought.
    pub(super) fn named(&mut self, named: Named) {
        match named {
            Named::Left(lines) => {
                if let Some(said) = &mut self.screen.said {
                    said.words = std::iter::once(&said.words).chain(&lines).cloned().collect::<Vec<_>>().join(" ");
                }
            }
            Named::Ask(going_out) => self.screen.going_out = Some(going_out),
            Named::Found(candidates, rows, sources) => self.views.names.found(candidates, rows, sources),
            Named::AtTheDoor { number, found, rows, places } => {
                let Some(intake) = &mut self.screen.intake else { return };
                if intake.looked_through(number, found.len()) {
                    self.views.preview.door.found(found, rows, places);
                }
            }
            Named::KeyAt(path) => self.views.key.lies_at(&path),
            Named::Key(key) => self.key_arrived(key),
            Named::Remains(left) => self.views.names.remains(left),
            Named::Locked(key) => self.locked(key),
            Named::LockedToReplace(key, rows, elsewhere) => self.locked_to_replace(key, &rows, elsewhere),
        }
    }
}
