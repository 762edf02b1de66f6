//! The study of all doings in a folder, with a desk at it, and everything that is done there.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use kodebok::journal::edit::Edit;
use kodebok::journal::edit::sources::text_hash;
use kodebok::lang::Language;
use kodebok::model::memo::About;
use kodebok::session::{Session, SessionError, Who};
use kodebok::store::ProjectDir;
use kodebok::store::disk::RealDisk;
use kodebok::store::writer::Saved;
use kodebok::told;

use super::disk::FaultyDisk;
use super::doings::{WISHES, study};
use super::session::Desk;
use super::team::{Team, project_shape};

/// A gesture of one who is at work.
pub(crate) enum Act {
    Wish(Box<Edit>),
    Undo,
    Redo,
}

impl Act {
    /// Does it; tells whether anything came of it.
    fn play(&self, session: &mut Session) -> bool {
        match self {
            Self::Wish(edit) => session.edit(edit).is_ok_and(|events| !events.is_empty()),
            Self::Undo => session.undo().is_some(),
            Self::Redo => session.redo().is_some(),
        }
    }
}

/// What is done in a session, by what it is called on disk: one gesture or several.
pub(crate) struct Deed {
    pub(crate) name: &'static str,
    acts: Vec<Act>,
}

impl Deed {
    /// Does all of it, and gives what the session shows before and after each gesture; fewer where one was refused.
    pub(crate) fn play(&self, session: &mut Session) -> Vec<String> {
        let mut states = vec![project_shape(session.project())];
        for act in &self.acts {
            if act.play(session) {
                states.push(project_shape(session.project()));
            }
        }
        states
    }

    /// How many gestures it is.
    pub(crate) fn gestures(&self) -> usize {
        self.acts.len()
    }
}

/// Everything that can be wished for, and taking back.
pub(crate) fn deeds() -> Vec<Deed> {
    let team = study();
    let wished = |wish: fn(&mut Team, usize) -> Edit| Act::Wish(Box::new(wish(&mut team.clone(), 0)));
    let wishes = WISHES.iter().map(|wish| Deed { name: wish.doing.tells, acts: vec![wished(wish.edit)] });
    let undo = Deed { name: "undo", acts: vec![Act::Undo] };
    wishes.chain([undo, Deed { name: "redo", acts: vec![Act::Undo, Act::Redo] }]).collect()
}

/// The study in a folder of its own, in which Kari has worked before.
pub(crate) struct Place {
    room: tempfile::TempDir,
    who: Who,
}

impl Place {
    pub(crate) fn new() -> Self {
        let room = tempfile::tempdir().expect("a folder can be made");
        let team = study();
        let project = team.project(0);
        let dir = ProjectDir::create(Arc::new(RealDisk), &room.path().join("study"), project.id().expect("a project"))
            .expect("a folder can be made");
        for machine in &team.machines {
            write(&dir.root().join("logs").join(machine.log.to_string()).join("000001.jsonl"), &machine.lines);
        }
        for text in &team.texts {
            write(&dir.text_path(text_hash(text)), text);
        }
        let who = Who { id: team.coder(0), name: "Kari".to_owned() };
        let place = Self { room, who };
        let mut session = place.desk(place.room.path()).open();
        let begun = Edit::AddMemo { about: About::Project, text: "Begun.".to_owned() };
        session.edit(&begun).expect("a memo can be written");
        assert_eq!((session.findings().len(), session.problems()), (0, &[][..]));
        session.close().expect("it can be saved");
        place
    }

    fn desk(&self, room: &Path) -> Desk {
        let mut desk = Desk::kari(room);
        desk.who = self.who.clone();
        desk
    }

    /// A copy of all of it, at a desk whose disk may fail.
    pub(crate) fn copy_to(&self, room: &Path) -> (Desk, FaultyDisk) {
        copy(self.room.path(), room);
        let desk = self.desk(room);
        let disk = FaultyDisk::new(&desk.folder);
        // What is drawn after the study was opened once more.
        (desk.seeded(10).on(Arc::new(disk.clone())), disk)
    }
}

/// Waits until all is safe or cannot be, and tells whether it is. Whatever cannot be is told in a sentence.
#[track_caller]
pub(crate) fn settled(session: &mut Session) -> bool {
    match session.settle() {
        Ok(()) => {
            assert!(matches!(session.saved(), Saved::Saved), "{:?}", session.saved());
            true
        }
        Err(error) => {
            assert!(matches!(session.saved(), Saved::NotSaved { .. }), "{:?}", session.saved());
            is_told(&error);
            for language in Language::ALL {
                assert!(told::store::saved(&session.saved(), language).split(' ').count() > 3);
            }
            false
        }
    }
}

/// Fails unless an error is a sentence in both languages.
#[track_caller]
pub(crate) fn is_told(error: &SessionError) {
    for language in Language::ALL {
        let said = told::store::session_error(error, language);
        assert!(said.split(' ').count() > 3 && said.contains('.'), "{said}");
    }
}

fn write(path: &Path, words: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
    fs::write(path, words).expect("a file can be written");
}

/// Copies a folder with all below it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for item in fs::read_dir(from).expect("a folder") {
        let path = item.expect("it is there").path();
        let there = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).expect("a file can be copied");
        }
    }
}
