//! A study that another program has written becomes a new study here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::OneFileError;
use super::came::{Came, Lines, Was};
use crate::import::refi::{self, Left};
use crate::journal::foreign::ForeignStudy;
use crate::journal::template::Template;
use crate::model::project::Project;
use crate::session::world::World;
use crate::session::{Session, SessionError, Who, begin};
use crate::store::app_data::AppData;
use crate::store::keeper::Keeper;
use crate::store::{ProjectDir, exchange};

/// What another program has written, read and not yet made a study of.
pub struct Foreign {
    path: PathBuf,
    study: ForeignStudy,
    left: Vec<Left>,
}

/// Tells whether a file is called as the study of another program.
pub fn is_foreign(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(refi::ENDING))
}

impl Foreign {
    /// What cannot be taken over, or is to be looked over.
    pub fn left(&self) -> &[Left] {
        &self.left
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, is no such study, or is damaged, too large or not safe.
    pub fn read(path: &Path) -> Result<Self, OneFileError> {
        let bytes = exchange::read(path)?;
        let unfit = |cause| OneFileError::Package { path: path.to_owned(), cause };
        let (study, left) = refi::read(&bytes).map_err(unfit)?;
        Ok(Self { path: path.to_owned(), study, left })
    }

    /// Makes a study of it in a folder that is missing or empty; called `name`, else as the other program has called it.
    ///
    /// # Errors
    /// When the folder holds something, or cannot be written to.
    pub fn create(
        &self,
        folder: &Path,
        name: Option<&str>,
        who: Who,
        data: &AppData,
        mut world: Box<dyn World>,
    ) -> Result<(Session, Came), OneFileError> {
        let file = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let told = Some(self.study.name.as_str()).filter(|name| !name.is_empty());
        let name = name.or(told).unwrap_or(&file);
        let (project, mut events) = begin(name, Template::Empty, &who, world.as_mut()).map_err(SessionError::from)?;
        let mut gestures = self.study.gestures(project, (who.id, &who.name), &mut || world.draw()).into_iter();
        events.extend(gestures.next().map(|(_, events)| events).into_iter().flatten());
        let dir = ProjectDir::create(Arc::clone(data.disk()), folder, project)?;
        let mut session = Session::empty(who, world, Some(Keeper::new(dir, data)));
        self.study.texts.iter().for_each(|text| session.texts.offer_text(text.text.clone()));
        session.tell(events).map_err(SessionError::from)?;
        for (coder, events) in gestures {
            session.tell_as(coder, events).map_err(SessionError::from)?;
        }
        session.texts.clear();
        session.settle()?;
        let lines = Lines { new: session.history().len(), ..Lines::default() };
        let came = Came::between(
            (&Project::default(), session.project()),
            (folder.to_owned(), Was::New),
            (lines, 0),
            (&[], session.notices()),
        );
        Ok((session, came))
    }

    /// Makes a study of it in a new folder below another, named after the file.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn create_in(
        &self,
        home: &Path,
        who: Who,
        data: &AppData,
        world: Box<dyn World>,
    ) -> Result<(Session, Came), OneFileError> {
        let file = self.path.file_stem().unwrap_or_default().to_string_lossy();
        self.create(&exchange::free_folder(home, &file), None, who, data, world)
    }
}
