//! A study in one file, and copies of a study: saving, opening, merging, and bringing back what a folder has lost.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::export;
use crate::import::refi::{self, Left};
use crate::lang::one_file::OneFileWords;
use crate::session::one_file::came::Came;
use crate::session::one_file::foreign::{Foreign, is_foreign};
use crate::session::one_file::{ENDING, OneFile, OneFileError};
use crate::session::world::RealWorld;
use crate::session::{Session, SessionError};
use crate::store::sealed::Work;
use crate::told;
use crate::ui::action::Task;
use crate::ui::app::App;
use crate::ui::borders::exporting::Check;
use crate::ui::dialogs::system::Answer;
use crate::ui::naming::Secret;
use crate::ui::screen::{Report, Tone};
use crate::ui::tasks::Arrived;
use crate::ui::wanted::{Locked, Wanted};

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Carrying {
    /// Asks where the study is to be saved as one file.
    ChoosePlace(Option<Secret>),
    /// Saves it there.
    Save(PathBuf, Option<Secret>),
    /// Asks for a study in one file.
    ChooseFile,
    /// Opens it: merged with the study that is open or was opened before, else in a folder that is asked for.
    Open {
        /// The file.
        file: PathBuf,
        /// Its passphrase.
        secret: Option<Secret>,
        /// The folder it is to lie in.
        place: Option<PathBuf>,
    },
    /// Asks for a folder with another copy of the study that is open.
    ChooseFolder,
    /// Merges it.
    Merge(PathBuf),
    /// Brings back what the backups hold and the folder lacks.
    Restore,
}

/// What came of it.
pub enum Carried {
    /// The file opens with a passphrase only; with what is wrong with the one that was given.
    Locked(Locked),
    /// Another copy was merged with the study that is open.
    Merged(Came),
    /// A study was made of a file, or merged with it.
    Opened(Box<Session>, Came),
    /// A study was made of what another program has written, and what could not be taken over.
    Foreign(Box<Session>, Came, Vec<Left>),
    /// So many lines were brought back, or none could be.
    Restored(Result<usize, SessionError>),
}

/// Tells whether a file is called as a study in one file, or as what another program has written.
pub fn is_one_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) || is_foreign(path)
}

impl App {
    /// Starts what is asked for.
    pub(super) fn carry(&mut self, carrying: Carrying) {
        match carrying {
            Carrying::ChoosePlace(secret) => self.choose_place_of_one(secret),
            Carrying::Save(path, secret) => self.save_as_one((path, secret), Check::First),
            Carrying::ChooseFile => self.choose_one_file(),
            Carrying::Open { file, secret, place } => self.open_one_file(file, secret, place),
            Carrying::ChooseFolder => self.choose_copy(),
            Carrying::Merge(folder) => self.merge_copy(folder),
            Carrying::Restore => self.restore(),
        }
    }

    fn choose_place_of_one(&mut self, secret: Option<Secret>) {
        let Some(session) = &self.session else { return };
        let name = format!("{}.{ENDING}", export::file_name(session.project().name()));
        let title = OneFileWords::of(self.desk.language()).path_of_one;
        let wanted = Wanted::OneFile(secret.clone());
        self.choose_place(title, name, wanted, move |path| Task::Carrying(Carrying::Save(path, secret.clone())));
    }

    pub(super) fn save_as_one(&mut self, (mut path, secret): (PathBuf, Option<Secret>), check: Check) {
        let Some(session) = &self.session else { return };
        let language = self.desk.language();
        if path.extension().is_none() {
            path.set_extension(ENDING);
        }
        let packing = match session.packing() {
            Ok(packing) => packing,
            Err(error) => return self.say(told::one_file::error(&error, language), Tone::Trouble),
        };
        let task = Task::Carrying(Carrying::Save(path.clone(), secret.clone()));
        self.send_out((task, check), move |send| {
            let passphrase = secret.as_ref().map(|secret| secret.0.as_str());
            send(match packing.write(&path, passphrase, Work::Usual) {
                Ok(()) => Arrived::Written(path),
                Err(error) => Arrived::Trouble(told::one_file::error(&error, language)),
            });
        });
    }

    fn choose_one_file(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), OneFileWords::of(self.desk.language()).path_to_open);
        self.tasks.start((title, 1), move |_, send| match dialogs.files(title, &[ENDING, refi::ENDING]) {
            Answer::Chosen(files) => files.into_iter().take(1).for_each(|file| {
                let open = Carrying::Open { file, secret: None, place: None };
                send(Arrived::Then(Task::Carrying(open).into()));
            }),
            Answer::NoDialog => send(Arrived::Ask(Wanted::OneFileToOpen, String::new())),
            Answer::Cancelled => {}
        });
    }

    /// Makes a study of what another program has written, in a new folder below one that is asked for.
    fn open_foreign(&mut self, file: PathBuf, place: Option<PathBuf>) {
        let (language, data, who) = (self.desk.language(), self.desk.data.clone(), self.who());
        let words = OneFileWords::of(language);
        let (dialogs, home) = (self.tasks.dialogs(), self.desk.home.display().to_string());
        self.tasks.start((words.unpacking, 1), move |_, send| {
            let foreign = match Foreign::read(&file) {
                Ok(foreign) => foreign,
                Err(error) => return send(Arrived::Trouble(told::one_file::error(&error, language))),
            };
            let place = match place {
                Some(place) => place,
                None => match dialogs.folder(words.path_of_new) {
                    Answer::Chosen(folders) => folders.into_iter().next().unwrap_or_default(),
                    Answer::NoDialog => return send(Arrived::Ask(Wanted::PlaceOf { file, secret: None }, home)),
                    Answer::Cancelled => return,
                },
            };
            send(match foreign.create_in(&place, who, &data, Box::new(RealWorld)) {
                Ok((session, came)) => {
                    Arrived::Carried(Carried::Foreign(Box::new(session), came, foreign.left().to_vec()))
                }
                Err(error) => Arrived::Trouble(told::one_file::error(&error, language)),
            });
        });
    }

    fn open_one_file(&mut self, file: PathBuf, secret: Option<Secret>, place: Option<PathBuf>) {
        if is_foreign(&file) {
            return self.open_foreign(file, place);
        }
        let (language, data, who) = (self.desk.language(), self.desk.data.clone(), self.who());
        let words = OneFileWords::of(language);
        let open = self.session.as_ref().and_then(crate::session::Session::merging);
        let (recent, home) = (self.desk.preferences.recent.clone(), self.desk.home.display().to_string());
        let dialogs = self.tasks.dialogs();
        self.tasks.start((words.unpacking, 1), move |_, send| {
            let trouble = |error: &OneFileError| Arrived::Trouble(told::one_file::error(error, language));
            let one = match OneFile::read(&file, secret.as_ref().map(|secret| secret.0.as_str())) {
                Ok(one) => one,
                Err(OneFileError::Locked { .. }) => {
                    return send(Arrived::Carried(Carried::Locked(Locked { file, place, said: None })));
                }
                Err(error @ OneFileError::WrongPassphrase { .. }) => {
                    let said = Some(told::one_file::error(&error, language));
                    return send(Arrived::Carried(Carried::Locked(Locked { file, place, said })));
                }
                Err(error) => return send(trouble(&error)),
            };
            if let Some(merging) = open.filter(|open| open.project() == one.project()) {
                let merged = merging.file(&one);
                return send(
                    merged.map_or_else(|error| trouble(&error), |came| Arrived::Carried(Carried::Merged(came))),
                );
            }
            let known = || recent.into_iter().find(|study| data.project_in(study) == Some(one.project()));
            let place = match place.or_else(known) {
                Some(place) => place,
                None => match dialogs.folder(words.path_of_new) {
                    Answer::Chosen(folders) => folders.into_iter().next().unwrap_or_default(),
                    Answer::NoDialog => return send(Arrived::Ask(Wanted::PlaceOf { file, secret }, home)),
                    Answer::Cancelled => return,
                },
            };
            send(match one.open_in(&place, who, &data, Box::new(RealWorld)) {
                Ok((session, came)) => Arrived::Carried(Carried::Opened(Box::new(session), came)),
                Err(error) => trouble(&error),
            });
        });
    }

    fn choose_copy(&mut self) {
        let (dialogs, title) = (self.tasks.dialogs(), OneFileWords::of(self.desk.language()).path_to_merge);
        self.tasks.start((title, 1), move |_, send| match dialogs.folder(title) {
            Answer::Chosen(folders) => folders.into_iter().take(1).for_each(|folder| {
                send(Arrived::Then(Task::Carrying(Carrying::Merge(folder)).into()));
            }),
            Answer::NoDialog => send(Arrived::Ask(Wanted::Copy, String::new())),
            Answer::Cancelled => {}
        });
    }

    fn merge_copy(&mut self, folder: PathBuf) {
        let Some(merging) = self.session.as_ref().and_then(Session::merging) else { return };
        let language = self.desk.language();
        self.tasks.start((OneFileWords::of(language).merging, 1), move |_, send| {
            send(match merging.folder(&folder) {
                Ok(came) => Arrived::Carried(Carried::Merged(came)),
                Err(error) => Arrived::Trouble(told::one_file::error(&error, language)),
            });
        });
    }

    fn restore(&mut self) {
        let Some(restoring) = self.session.as_ref().and_then(Session::restoring) else { return };
        self.tasks.start((OneFileWords::of(self.desk.language()).restoring, 1), move |_, send| {
            send(Arrived::Carried(Carried::Restored(restoring.put_back().map_err(Into::into))));
        });
    }

    /// Takes up what came of it.
    pub(super) fn carried(&mut self, ctx: &Context, carried: Carried) {
        let language = self.desk.language();
        match carried {
            Carried::Locked(locked) => self.screen.locked = Some(locked),
            Carried::Merged(came) => {
                if let Some(session) = &mut self.session {
                    session.look_soon();
                }
                self.report(&came);
                ctx.request_repaint();
            }
            Carried::Opened(session, came) => {
                let folder = session.folder().map(Path::to_owned);
                self.opened(*session);
                // Where what was open could not be left, that has been said, and the study waits in its folder.
                if self.session.as_ref().and_then(Session::folder) == folder.as_deref() {
                    self.report(&came);
                }
            }
            Carried::Foreign(session, came, left) => {
                let folder = session.folder().map(Path::to_owned);
                self.opened(*session);
                if self.session.as_ref().and_then(Session::folder) == folder.as_deref() {
                    self.report(&came);
                    let lines = told::foreign::left(&left, language).into_iter().map(|line| (Tone::Trouble, line));
                    self.screen.report.iter_mut().for_each(|report| report.lines.extend(lines.clone()));
                }
            }
            Carried::Restored(Ok(lines)) => {
                if let Some(session) = &mut self.session {
                    session.look_soon();
                }
                let words = OneFileWords::of(language);
                let said = if lines == 0 {
                    words.nothing_to_restore.to_owned()
                } else {
                    told::one_file::restored(lines, language)
                };
                self.say(said, if lines == 0 { Tone::Trouble } else { Tone::Plain });
                ctx.request_repaint();
            }
            Carried::Restored(Err(error)) => self.say(told::store::session_error(&error, language), Tone::Trouble),
        }
    }

    /// Says what came, after what there was to say before.
    fn report(&mut self, came: &Came) {
        let language = self.desk.language();
        let told = told::one_file::came(came, language).into_iter();
        let mut lines: Vec<(Tone, String)> =
            told.map(|(wrong, line)| (if wrong { Tone::Trouble } else { Tone::Plain }, line)).collect();
        lines.extend(self.screen.report.take().map(|report| report.lines).into_iter().flatten());
        self.screen.report = Some(Report { title: told::one_file::title(came, language), lines, ..Report::default() });
    }
}
