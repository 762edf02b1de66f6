//! Where a subcommand works: who is at work, in which language, and where the answers go.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::export::ExportError;
use crate::journal::edit::{Edit, Refusal};
use crate::journal::event::Event;
use crate::journal::template::Template;
use crate::lang::Language;
use crate::lang::cli::Cli;
use crate::model::id::CoderId;
use crate::model::project::Project;
use crate::session::manner::May;
use crate::session::names::{own, remaining};
use crate::session::one_file::OneFileError;
use crate::session::world::{RealWorld, World as _};
use crate::session::{Session, SessionError, Who};
use crate::store::app_data::AppData;
use crate::store::app_data::preferences::Me;
use crate::store::error::StoreError;
use crate::text::names::propose::by_hand;
use crate::text::names::table::Row;
use crate::told;

/// Why a subcommand could not do its work.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The project could not be opened, changed or left.
    Session(SessionError),
    /// The disk did not do its part.
    Store(StoreError),
    /// The wish cannot be granted.
    Refused(Refusal),
    /// A file could not be made.
    Export(ExportError),
    /// A study in one file could not be made, opened or merged.
    OneFile(OneFileError),
    /// Something that was asked for cannot be; a sentence.
    Told(String),
    /// All that is to be said has been said.
    Said,
    /// What was to be read by another program cannot be written to it.
    Pipe(io::Error),
}

impl From<SessionError> for Trouble {
    fn from(error: SessionError) -> Self {
        Self::Session(error)
    }
}

impl From<OneFileError> for Trouble {
    fn from(error: OneFileError) -> Self {
        Self::OneFile(error)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Pipe(error)
    }
}

/// Where a subcommand works.
pub(super) struct Desk {
    pub(super) data: AppData,
    pub(super) language: Language,
    pub(super) say: &'static Cli,
}

impl Desk {
    pub(super) fn new(data: AppData, language: Language) -> Self {
        Self { data, language, say: Cli::of(language) }
    }

    /// Says a line to whoever asked.
    pub(super) fn tell(&self, words: &str) -> Result<(), Trouble> {
        Ok(writeln!(io::stdout().lock(), "{words}")?)
    }

    /// Says a line beside the answer.
    pub(super) fn warn(&self, words: &str) -> Result<(), Trouble> {
        Ok(writeln!(io::stderr().lock(), "{words}")?)
    }

    /// The pseudonyms that were made up for a project on this machine.
    pub(super) fn made_up(&self, project: &Project) -> BTreeSet<String> {
        project.id().map(|project| self.data.made_up(project).pseudonyms).unwrap_or_default()
    }

    /// Remembers where the name key of a project lies, and which pseudonyms of these rows were made up.
    pub(super) fn remember_made_up(&self, project: &Project, (key, rows): (Option<&Path>, &[Row])) {
        let Some(project) = project.id() else { return };
        // From another folder a path means another file.
        let key = key.and_then(|key| std::path::absolute(key).ok());
        self.data.add_made_up(project, key.as_deref(), &by_hand(rows, &told::erasing::all_labels()));
    }

    /// Says beside the answer what may still tell who somebody is.
    pub(super) fn warn_of_names(&self, project: &Project) -> Result<(), Trouble> {
        let made_up = self.made_up(project);
        let labels = told::erasing::all_labels();
        let remaining = remaining(project, &labels, &own(project, &labels, made_up.iter().map(String::as_str)));
        told::erasing::remaining(&remaining, self.language).iter().try_for_each(|line| self.warn(line))
    }

    /// Makes a project.
    pub(super) fn create(
        &self,
        folder: &Path,
        name: &str,
        template: Template,
        arguments: &ArgMatches,
    ) -> Result<Session, Trouble> {
        let who = self.who(arguments);
        let session = Session::create(folder, name, template, who.clone(), &self.data, Box::new(RealWorld))?;
        self.remember_coder(arguments, &who);
        Ok(session)
    }

    /// Opens a project as the coder asked for, who is the same person as a coder of that name in it.
    pub(super) fn open(&self, folder: &Path, arguments: &ArgMatches) -> Result<Session, Trouble> {
        let (me, mut who) = (self.data.preferences().coder, self.who(arguments));
        let session = Session::open(folder, who.clone(), &self.data, Box::new(RealWorld))?;
        let remarks_only = self.data.preferences().remarks_only;
        let namesake = session.project().coders().find(|coder| coder.name == who.name).map(|coder| coder.id);
        // Somebody whom this installation knows is themselves, whoever else has that name.
        let is_me = me.is_some_and(|me| me.id == who.id);
        let opened: Result<Session, Trouble> = match namesake {
            Some(known) if known != who.id && !is_me => {
                session.close()?;
                who.id = known;
                Ok(Session::open(folder, who.clone(), &self.data, Box::new(RealWorld))?)
            }
            _ => Ok(session),
        };
        opened.map(|mut session| {
            self.remember_coder(arguments, &who);
            session.let_do(if remarks_only { May::Remark } else { May::All });
            session
        })
    }

    /// Does what is wished, and waits until it is safe.
    pub(super) fn edit(&self, session: &mut Session, edit: &Edit) -> Result<Vec<Event>, Trouble> {
        let events = session.edit(edit)?;
        session.settle()?;
        Ok(events)
    }

    /// Who is at work: the one named, else the one this installation knows, else the user of this machine.
    pub(super) fn who(&self, arguments: &ArgMatches) -> Who {
        let name = asked(arguments).map(str::to_owned);
        if let Some(me) = self.data.preferences().coder
            && name.as_ref().is_none_or(|name| *name == me.name)
        {
            return Who { id: me.id, name: me.name };
        }
        let of_machine = || ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let name = name.or_else(of_machine).filter(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| "Koder 1".to_owned());
        Who { id: CoderId::new(RealWorld.draw()), name }
    }

    /// Remembers who named themselves as the coder of this installation, where it knows nobody. A study must be open by then:
    /// whoever is in it by that name is the same person.
    pub(super) fn remember_coder(&self, arguments: &ArgMatches, who: &Who) {
        let mut preferences = self.data.preferences();
        // A name that was only guessed must not keep the window from asking.
        if preferences.coder.is_none() && asked(arguments).is_some() {
            preferences.coder = Some(Me { id: who.id, name: who.name.clone() });
            // Should this fail, the next command finds the coder in the project by the same name.
            self.data.save_preferences(&preferences).ok();
        }
    }

    /// Says what went wrong, if anything did, and with which code the program ends.
    pub(super) fn leave(&self, outcome: Result<(), Trouble>) -> ExitCode {
        let trouble = match outcome {
            Ok(()) => return ExitCode::SUCCESS,
            // A reader that has seen enough, such as `head`, is no trouble.
            Err(Trouble::Pipe(error)) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Err(trouble) => trouble,
        };
        if let Some(words) = self.words(&trouble) {
            // Nothing is left to do if this cannot be said either: the code says it.
            self.warn(&words).ok();
        }
        ExitCode::FAILURE
    }

    /// What went wrong, as a sentence.
    pub(super) fn words(&self, trouble: &Trouble) -> Option<String> {
        let language = self.language;
        match trouble {
            Trouble::Session(error) => Some(told::store::session_error(error, language)),
            Trouble::Store(error) => Some(told::store::store_error(error, language)),
            Trouble::Refused(refusal) => Some(told::refusal::refusal(refusal, language)),
            Trouble::OneFile(error) => Some(told::one_file::error(error, language)),
            Trouble::Export(error) => Some(told::export::error(error, language)),
            Trouble::Told(words) => Some(words.clone()),
            Trouble::Pipe(error) => Some(error.to_string()),
            Trouble::Said => None,
        }
    }
}

fn asked(arguments: &ArgMatches) -> Option<&str> {
    let name = arguments.try_get_one::<String>("coder").ok().flatten()?;
    Some(name.trim()).filter(|name| !name.is_empty())
}
