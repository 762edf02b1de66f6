//! What the room of names asks for: looking for names, the name key, replacing and erasing, and what came of it.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::informant;
use crate::journal::edit::Refusal;
use crate::journal::redaction::{Elsewhere, Redaction};
use crate::lang::pseudonym::PseudonymWords;
use crate::model::id::{CaseId, ProjectId, SourceId};
use crate::session::erasing::pseudonyms;
use crate::session::{exchange, keys};
use crate::store::scrub::Scrubbed;
use crate::store::sealed::Work;
use crate::text::names::candidates::{Candidate, candidates};
use crate::text::names::propose::proposals;
use crate::text::names::table::{Row, Table};
use crate::told;
use crate::ui::app::App;
use crate::ui::dialogs::system::Answer;
use crate::ui::screen::{GoingOut, Said, Tone};
use crate::ui::tasks::Arrived;

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
    /// Adds names to the name key.
    SaveKey(PathBuf, Secret, Vec<Row>),
    /// Replaces names in all sources and erases them.
    Replace(Vec<Row>, Elsewhere),
    /// Asks where to, and saves a copy for an informant.
    SaveCopy(Vec<SourceId>, Option<CaseId>),
    /// Erases sources and a case.
    Erase(Vec<SourceId>, Option<CaseId>),
    /// Asks where to, and saves the receipt.
    SaveReceipt(Vec<String>),
}

/// What came of it.
#[derive(Debug)]
pub enum Named {
    /// Possible names with proposals, in these sources.
    Found(Vec<Candidate>, Vec<Row>, Vec<SourceId>),
    /// Where the name key is to lie.
    KeyAt(PathBuf),
    /// The names of the key, which was opened or saved; or why it was not.
    Key(Result<(Vec<Row>, Kept), String>),
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
    Locked(Result<(Vec<Row>, Kept), String>),
    /// Possible names that are in a file that is going out.
    Left(Vec<String>),
    /// Possible names that are in what is to go out; somebody has to say whether it does.
    Ask(GoingOut),
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
    /// Starts what the room of names asks for.
    pub(super) fn name(&mut self, naming: Naming) {
        match naming {
            Naming::Find(known) => self.find_names(known),
            Naming::ChooseKey => self.choose_key(),
            Naming::OpenKey(path, secret) => self.with_key(path, move |path, project| {
                keys::read(path, project, &secret.0).map(|rows| (rows, Kept::Opened))
            }),
            Naming::SaveKey(path, secret, rows) => self.with_key(path, move |path, project| {
                keys::add(path, project, &secret.0, &rows, Work::Usual).map(|rows| (rows, Kept::Saved))
            }),
            Naming::Replace(rows, elsewhere) => {
                let Some(session) = &mut self.session else { return };
                let sources: BTreeSet<SourceId> = session.project().sources().map(|source| source.id).collect();
                self.screen.replaced |= !rows.is_empty();
                let told = session.pseudonymise(&Table::new(rows), &sources, elsewhere);
                self.erased(told);
            }
            Naming::Erase(sources, case) => {
                let Some(session) = &mut self.session else { return };
                let told = session.erase(&sources.into_iter().collect(), case);
                self.erased(told);
            }
            Naming::SaveCopy(sources, case) => {
                let Some(session) = &self.session else { return };
                let (project, language) = (Arc::clone(session.project()), self.desk.language());
                self.save_somewhere("kopi.zip", move || {
                    informant::write(&project, &sources, case, language)
                        .map_err(|error| told::export::error(&error, language))
                });
            }
            Naming::SaveReceipt(lines) => {
                self.save_somewhere("kvittering.txt", move || Ok(format!("{}\n", lines.join("\n")).into_bytes()));
            }
        }
    }

    fn find_names(&mut self, known: Vec<Row>) {
        let Some(session) = &self.session else { return };
        let (project, labels) = (Arc::clone(session.project()), told::erasing::labels(self.desk.language()));
        let title = PseudonymWords::of(self.desk.language()).find;
        self.tasks.start((title, 1), move |_, send| {
            let sources = project.sources().filter_map(|source| Some((source.id, source.text.as_ref()?.as_str())));
            let (ids, texts): (Vec<SourceId>, Vec<&str>) = sources.unzip();
            let speakers: Vec<&str> =
                project.sources().flat_map(|source| &source.speakers).map(|speaker| speaker.name.as_str()).collect();
            let mut found = candidates(&texts, &speakers);
            found.retain(|candidate| !labels.made(&candidate.original));
            let rows = proposals(&found, (&known, &pseudonyms(&project, &labels)), &labels);
            send(Arrived::Named(Named::Found(found, rows, ids)));
        });
    }

    fn choose_key(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), PseudonymWords::of(self.desk.language()).key_path);
        // Where the desktop has no dialog there is the field beside the button.
        self.tasks.start((title, 1), move |_, send| {
            if let Answer::Chosen(paths) = dialogs.save(title, "koblingsnøkkel.age") {
                paths.into_iter().for_each(|path| send(Arrived::Named(Named::KeyAt(path))));
            }
        });
    }

    fn with_key(
        &mut self,
        path: PathBuf,
        work: impl FnOnce(&Path, ProjectId) -> Result<(Vec<Row>, Kept), crate::store::name_key::KeyError> + Send + 'static,
    ) {
        let Some(project) = self.session.as_ref().and_then(|session| session.project().id()) else { return };
        let language = self.desk.language();
        self.tasks.start((PseudonymWords::of(language).key_working, 1), move |_, send| {
            let key = work(&path, project).map_err(|error| told::erasing::key_error(&error, language));
            send(Arrived::Named(Named::Key(key)));
        });
    }

    /// Asks where a file is to go and writes it; without a dialog it goes where new studies go.
    fn save_somewhere(&mut self, name: &str, bytes: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static) {
        let (dialogs, language, home) = (self.tasks.dialogs(), self.desk.language(), self.desk.home.join(name));
        let name = name.to_owned();
        let title = crate::lang::window::Window::of(language).path_of_export;
        self.tasks.start((title, 1), move |_, send| {
            let path = match dialogs.save(title, &name) {
                Answer::Chosen(paths) => paths.into_iter().next(),
                Answer::NoDialog => Some(home),
                Answer::Cancelled => None,
            };
            let Some(path) = path else { return };
            let write = |bytes: Vec<u8>| {
                exchange::write(&path, &bytes).map_err(|error| told::store::store_error(&error, language))
            };
            send(match bytes().and_then(write) {
                Ok(()) => Arrived::Written(path),
                Err(words) => Arrived::Trouble(words),
            });
        });
    }

    /// Takes what was told of; the receipt comes when it is off the disk.
    fn erased(&mut self, told: Result<Redaction, Refusal>) {
        let language = self.desk.language();
        let (words, tone) = match told {
            Ok(told) if told.events.is_empty() => {
                (PseudonymWords::of(language).nothing_to_replace.to_owned(), Tone::Plain)
            }
            Ok(told) => {
                self.views.names.erasing(told);
                (PseudonymWords::of(language).working.to_owned(), Tone::Plain)
            }
            Err(refusal) => (told::refusal::refusal(&refusal, language), Tone::Trouble),
        };
        self.screen.said = Some(Said { words, tone });
        self.tidy();
    }

    /// Shows the receipt as soon as all is off the disk.
    pub(super) fn take_receipt(&mut self) {
        let language = self.desk.language();
        let Some(session) = &mut self.session else { return };
        if self.views.names.waits() && !session.is_erasing() {
            let done: Scrubbed = session.take_receipt().unwrap_or_default();
            self.views.names.erased(&done, &self.views.key, language);
            self.screen.said = None;
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
            Named::Key(key) => {
                self.views.key.arrived(key, self.desk.language());
                // Who is in the key keeps the pseudonym that stands there.
                if let Some(intake) = &mut self.screen.intake {
                    intake.names.look_again();
                }
            }
            Named::Locked(key) => self.locked(key),
        }
    }
}
