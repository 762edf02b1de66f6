//! One coder at work: a wish becomes events, lines and a new project; undo takes one's own back. No egui here: the
//! window, the command line and the tests drive the same thing.

pub mod erasing;
pub mod exchange;
pub mod generated;
pub mod history;
pub mod intake;
pub mod keys;
pub mod manner;
pub mod names;
mod news;
pub mod one_file;
pub mod originals;
mod pen;
pub mod reader;
pub mod sample;
mod texts;
mod work;
pub mod world;

use std::cell::OnceCell;
use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::sync::Arc;

use crate::journal::clock::Hlc;
use crate::journal::edit::{Edit, Refusal};
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::fold::Fold;
use crate::journal::notice::Notice;
use crate::journal::problem::Problem;
use crate::journal::template::Template;
use crate::journal::undo::Stacks;
use crate::model::id::{CoderId, LogId, ProjectId};
use crate::model::project::Project;
use crate::store::ProjectDir;
use crate::store::app_data::AppData;
use crate::store::error::StoreError;
use crate::store::finding::Finding;
use crate::store::keeper::{Keeper, Waiting};
use crate::store::reading::Reach;
use crate::store::scrub::Scrubbed;
use crate::store::syncer::Waker;
use crate::store::writer::{Line, Saved};

use self::history::Gesture;
use self::manner::May;
use self::pen::Pen;
use self::texts::Texts;
use self::world::World;

/// How often the folder is looked at for what others have written: what arrives is shown within a second.
const LOOK_MS: u64 = 500;
/// How often it is looked for in the rest of the folder, where only a mishap puts it.
const LOOK_WIDE_MS: u64 = 5_000;
/// The longest name of a project, in bytes.
const MAX_NAME: usize = 1_000;

/// Who is at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The same in every project of one installation.
    pub id: CoderId,
    /// The name shown and exported.
    pub name: String,
}

/// A project could not be opened, made or left safely.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The disk did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The project cannot be as it was wished.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Some changes are in memory only.
    #[error("{changes} changes could not be saved")]
    NotSaved {
        /// How many gestures.
        changes: usize,
        /// Why.
        #[source]
        cause: StoreError,
    },
}

/// One coder at work on one project.
pub struct Session {
    fold: Fold,
    who: Who,
    world: Box<dyn World>,
    /// `None` for a project that lives in memory only.
    keeper: Option<Keeper>,
    /// `None` until the first change.
    pen: Option<Pen>,
    /// The latest moment that was read or written.
    clock: Hlc,
    own: BTreeSet<LogId>,
    stacks: Stacks,
    texts: Texts,
    findings: Vec<Finding>,
    history: OnceCell<VecDeque<Gesture>>,
    /// What others have written that is here and not taken in yet.
    arriving: VecDeque<Arc<Entry>>,
    /// Whether lines of this coder's own logs were among what arrived.
    own_arrived: bool,
    /// When the folder was last looked at for what others have written.
    looked_ms: u64,
    looked_wide_ms: u64,
    /// Whether something was erased that may be on the disk still.
    erasing_due: bool,
    /// What was erased from the disk.
    receipt: Option<Scrubbed>,
    may: May,
    /// The notices that the person here has marked as read.
    read: BTreeSet<String>,
}

impl Session {
    /// Makes a project in a folder that is missing or empty, and starts to work on it.
    pub fn create(
        folder: &Path,
        name: &str,
        template: Template,
        who: Who,
        data: &AppData,
        mut world: Box<dyn World>,
    ) -> Result<Self, SessionError> {
        let (project, events) = begin(name, template, &who, world.as_mut())?;
        let dir = ProjectDir::create(Arc::clone(data.disk()), folder, project)?;
        let mut session = Self::empty(who, world, Some(Keeper::new(dir, data)));
        session.tell(events)?;
        Ok(session)
    }

    /// Opens the project in a folder. What is damaged is listed in [`findings`](Self::findings); the rest counts.
    pub fn open(folder: &Path, who: Who, data: &AppData, world: Box<dyn World>) -> Result<Self, SessionError> {
        let dir = ProjectDir::open(Arc::clone(data.disk()), folder)?;
        let (keeper, reading) = Keeper::open(dir, data)?;
        let mut session = Self::empty(who, world, Some(keeper));
        session.findings = reading.findings;
        session.take_in(reading.entries);
        let strays = reading.strays.into_iter();
        let strays: Vec<Line> =
            strays.map(|((log, sequence, hash), line)| Line { line, log, sequence, hash }).collect();
        let strays = session.without_erased(strays);
        session.erasing_due = session.fold.has_erased();
        if !strays.is_empty() {
            session.keep(&strays);
        }
        Ok(session)
    }

    /// Makes a project that no disk knows of.
    pub fn in_memory(
        name: &str,
        template: Template,
        who: Who,
        mut world: Box<dyn World>,
    ) -> Result<Self, SessionError> {
        let (_, events) = begin(name, template, &who, world.as_mut())?;
        let mut session = Self::empty(who, world, None);
        session.tell(events)?;
        Ok(session)
    }

    fn empty(who: Who, world: Box<dyn World>, keeper: Option<Keeper>) -> Self {
        let mut fold = Fold::new();
        fold.tell_only(who.id);
        Self {
            fold,
            who,
            world,
            arriving: VecDeque::new(),
            own_arrived: false,
            looked_ms: 0,
            looked_wide_ms: 0,
            erasing_due: false,
            receipt: None,
            may: May::All,
            read: keeper.as_ref().map(Keeper::read_marks).unwrap_or_default(),
            own: keeper.as_ref().map(|keeper| keeper.own_logs().clone()).unwrap_or_default(),
            keeper,
            pen: None,
            clock: Hlc::default(),
            stacks: Stacks::default(),
            texts: Texts::default(),
            findings: Vec::new(),
            history: OnceCell::new(),
        }
    }

    /// The project as it is now; after [`veil`](Self::veil) as this coder is to see it.
    pub fn project(&self) -> &Arc<Project> {
        self.fold.shown()
    }

    /// The project's folder; `None` for one in memory.
    pub fn folder(&self) -> Option<&Path> {
        self.keeper.as_ref().map(|keeper| keeper.dir().root())
    }

    /// Who is at work.
    pub fn coder(&self) -> CoderId {
        self.who.id
    }

    /// Does what is wished, or says why not. Gives what happened; nothing, where all was so already.
    pub fn edit(&mut self, edit: &Edit) -> Result<Vec<Event>, Refusal> {
        self.allow(edit)?;
        if let Edit::EraseSource { source } = edit {
            return self.erase(&[*source].into(), None).map(|told| told.events);
        }
        self.texts.clear();
        self.texts.offer(edit);
        let healed = self.heal();
        let events = match self.decide(edit) {
            // The source is here, but its text was not.
            Err(Refusal::SourceKnown { known }) if healed.contains(&known) => return Ok(Vec::new()),
            events => events?,
        };
        if events.is_empty() {
            return Ok(events);
        }
        self.introduce()?;
        self.tell(events.clone())?;
        self.texts.clear();
        Ok(events)
    }

    /// Takes back the latest gesture of this coder on this installation whose words have not been erased; gives what was
    /// taken back.
    pub fn undo(&mut self) -> Option<Gesture> {
        let entries = self.stacks.next_undo(|entry| self.fold.is_erased(entry));
        let entries = entries.filter(|entries| self.may_take_back(entries))?;
        self.retract(entries)
    }

    /// Does again what was taken back last; gives what is there again.
    pub fn redo(&mut self) -> Option<Gesture> {
        let entries = self.stacks.next_redo(|entry| self.fold.is_erased(entry));
        let mut again = self.retract(entries.filter(|entries| self.may_take_back(entries))?)?;
        // What is taken back is an undo, and what is there again is what that took back.
        while let [Event::Retracted { entries }] = again.events() {
            again = history::gesture(&self.fold, entries, &self.own)?;
        }
        Some(again)
    }

    /// Tells whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        let entries = self.stacks.next_undo(|entry| self.fold.is_erased(entry));
        entries.is_some_and(|entries| self.may_take_back(&entries))
    }

    /// Tells whether the latest gesture is not the one that [`undo`](Self::undo) takes back, because its words have been
    /// erased for good.
    pub fn undo_passes_erased(&self) -> bool {
        self.stacks.is_closed(|entry| self.fold.is_erased(entry))
    }

    /// Tells whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        let entries = self.stacks.next_redo(|entry| self.fold.is_erased(entry));
        entries.is_some_and(|entries| self.may_take_back(&entries))
    }

    /// Every gesture of every coder, the newest first.
    pub fn history(&self) -> &VecDeque<Gesture> {
        self.history.get_or_init(|| history::of(&self.fold, &self.own))
    }

    /// How far the work is from being safe.
    pub fn saved(&self) -> Saved {
        self.keeper.as_ref().map_or(Saved::Saved, Keeper::saved)
    }

    /// Takes in what the disk has done and what others have written, tries again what failed, and twice a second has the
    /// folder looked at; to be called now and then. Reads nothing itself. Tells whether anything changed.
    pub fn poll(&mut self) -> bool {
        let now_ms = self.world.now_ms();
        let Some(keeper) = &mut self.keeper else { return false };
        keeper.back_up(|| day(now_ms));
        let changed = keeper.poll(now_ms);
        let news = self.take_looked();
        let erased = self.go_on_erasing(Waiting::Not);
        if now_ms.abs_diff(self.looked_ms) >= LOOK_MS {
            self.looked_ms = now_ms;
            let wide = now_ms.abs_diff(self.looked_wide_ms) >= LOOK_WIDE_MS;
            if wide {
                self.looked_wide_ms = now_ms;
            }
            self.look(if wide { Reach::Everywhere } else { Reach::Logs });
        }
        changed || news || erased
    }

    /// Sets what is called, from another thread, when [`poll`](Self::poll) would find something.
    pub fn wake_with(&self, waker: Waker) {
        if let Some(keeper) = &self.keeper {
            keeper.wake_with(waker);
        }
    }

    /// Waits until everything is safe. After an error the work is in memory still and the session goes on.
    pub fn settle(&mut self) -> Result<(), SessionError> {
        let now_ms = self.world.now_ms();
        let Some(keeper) = &mut self.keeper else { return Ok(()) };
        keeper.settle(now_ms).map_err(|cause| match keeper.saved() {
            Saved::NotSaved { changes, cause } => SessionError::NotSaved { changes, cause },
            Saved::Saved | Saved::Saving { .. } => SessionError::Store(cause),
        })?;
        keeper.remember_seen(self.fold.project().seen());
        Ok(())
    }

    /// Leaves the project once everything is safe. Ask [`saved`](Self::saved) before: after an error what was not
    /// saved is gone.
    pub fn close(mut self) -> Result<(), SessionError> {
        self.finish_erasing().map(|_| ())
    }

    /// What coders have done at the same time that they should know of.
    pub fn notices(&self) -> &[Notice] {
        self.fold.notices()
    }

    /// What the logs say that could not be taken up.
    pub fn problems(&self) -> &[Problem] {
        self.fold.problems()
    }

    /// What was found damaged or missing on the disk when the project was opened.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// An id that nobody has drawn before.
    pub fn draw_id(&mut self) -> u128 {
        self.world.draw()
    }
}

/// What a new project begins with, and its id. The limit on names keeps a name and a template within their lines.
fn begin(name: &str, template: Template, who: &Who, world: &mut dyn World) -> Result<(ProjectId, Vec<Event>), Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::EmptyName);
    }
    let bytes = name.len().max(who.name.len());
    if bytes > MAX_NAME {
        return Err(Refusal::TooLong { bytes, limit: MAX_NAME });
    }
    let events = template.events(name, who.id, &who.name, &mut || world.draw());
    let created = events.iter().find_map(|event| match event {
        Event::ProjectCreated { project, .. } => Some(*project),
        _ => None,
    });
    Ok((created.expect("every template creates a project"), events))
}

/// A day as 2026-08-17.
fn day(ms: u64) -> String {
    let moment = i64::try_from(ms).ok().and_then(|ms| jiff::Timestamp::from_millisecond(ms).ok());
    moment.unwrap_or_default().strftime("%Y-%m-%d").to_string()
}
