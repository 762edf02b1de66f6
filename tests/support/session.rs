//! Sessions with a clock that the test moves and chance that is the same at every run.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kodebok::journal::edit::places::Beside;
use kodebok::journal::edit::{Edit, NewCode, NewSource};
use kodebok::journal::template::Template;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::{CodeId, CoderId, SourceId};
use kodebok::model::project::Project;
use kodebok::model::span::Span;
use kodebok::session::world::World;
use kodebok::session::{Session, SessionError, Who};
use kodebok::store::app_data::AppData;
use kodebok::store::disk::Disk;

/// A Monday in August 2026.
pub(crate) const MORNING_MS: u64 = 1_786_950_000_000;

/// A clock that stands still until it is moved, shared by all who hold it.
#[derive(Clone, Debug)]
pub(crate) struct Clock(Arc<AtomicU64>);

impl Clock {
    pub(crate) fn new() -> Self {
        Self(Arc::new(AtomicU64::new(MORNING_MS)))
    }

    pub(crate) fn wait_ms(&self, ms: u64) {
        self.0.fetch_add(ms, Ordering::Relaxed);
    }
}

struct TestWorld {
    clock: Clock,
    seed: u64,
    drawn: u64,
}

impl World for TestWorld {
    fn now_ms(&mut self) -> u64 {
        self.clock.0.load(Ordering::Relaxed)
    }

    fn draw(&mut self) -> u128 {
        self.drawn += 1;
        let hash = blake3::hash(format!("{} {}", self.seed, self.drawn).as_bytes());
        u128::from_be_bytes(hash.as_bytes()[..16].try_into().expect("16 bytes"))
    }
}

/// A desk at which one person works: a project folder, local data, a clock.
pub(crate) struct Desk {
    pub(crate) folder: PathBuf,
    pub(crate) data: AppData,
    pub(crate) clock: Clock,
    pub(crate) who: Who,
    seeds: AtomicU64,
}

impl Desk {
    /// Kari's desk; `room` is a temporary folder.
    pub(crate) fn kari(room: &Path) -> Self {
        let data = AppData::at(room.join("kari"));
        let who = Who { id: CoderId::new(0xca21), name: "Kari Nordmann".to_owned() };
        Self { folder: room.join("study"), data, clock: Clock::new(), who, seeds: AtomicU64::new(1) }
    }

    /// Ola's desk, on another machine with the same folder.
    pub(crate) fn ola(room: &Path) -> Self {
        let data = AppData::at(room.join("ola"));
        let who = Who { id: CoderId::new(0x01a), name: "Ola Hansen".to_owned() };
        Self { folder: room.join("study"), data, clock: Clock::new(), who, seeds: AtomicU64::new(1_000) }
    }

    /// The same desk with the study in another folder.
    pub(crate) fn at(self, folder: PathBuf) -> Self {
        Self { folder, ..self }
    }

    /// The same desk on another disk.
    pub(crate) fn on(mut self, disk: Arc<dyn Disk>) -> Self {
        self.data = AppData::on(disk, self.data.folder());
        self
    }

    /// The same desk with other chance: what another process draws.
    pub(crate) fn seeded(mut self, seed: u64) -> Self {
        self.seeds = AtomicU64::new(seed);
        self
    }

    fn world(&self) -> Box<dyn World> {
        let seed = self.seeds.fetch_add(1, Ordering::Relaxed);
        Box::new(TestWorld { clock: self.clock.clone(), seed, drawn: 0 })
    }

    pub(crate) fn create(&self) -> Session {
        self.try_create().expect("a project can be made")
    }

    pub(crate) fn try_create(&self) -> Result<Session, SessionError> {
        Session::create(&self.folder, "Klynger", Template::Empty, self.who.clone(), &self.data, self.world())
    }

    pub(crate) fn open(&self) -> Session {
        self.try_open().expect("the project can be opened")
    }

    pub(crate) fn try_open(&self) -> Result<Session, SessionError> {
        Session::open(&self.folder, self.who.clone(), &self.data, self.world())
    }
}

/// A project in memory.
pub(crate) fn in_memory() -> Session {
    let who = Who { id: CoderId::new(0xca21), name: "Kari Nordmann".to_owned() };
    let world = TestWorld { clock: Clock::new(), seed: 0, drawn: 0 };
    Session::in_memory("Klynger", Template::Empty, who, Box::new(world)).expect("a project can be made")
}

/// Adds a text and gives its id.
pub(crate) fn add_source(session: &mut Session, title: &str, text: &str) -> SourceId {
    let source = new_source(title, text);
    session.edit(&Edit::AddSource(Box::new(source))).expect("a text can be added");
    session.project().sources().find(|source| source.title == title).expect("the source is there").id
}

/// A text without speakers.
pub(crate) fn new_source(title: &str, text: &str) -> NewSource {
    NewSource {
        title: title.to_owned(),
        file_name: format!("{title}.txt"),
        text: text.to_owned(),
        speakers: Vec::new(),
        turns: Vec::new(),
        remarks: String::new(),
        original: None,
    }
}

/// A code at the top of the tree.
pub(crate) fn new_code(name: &str) -> NewCode {
    NewCode {
        name: name.to_owned(),
        parent: None,
        kind: CodeKind::Code,
        origin: Origin::Data,
        hue: None,
        description: String::new(),
    }
}

/// Makes a code at the top and gives its id.
pub(crate) fn add_code(session: &mut Session, name: &str) -> CodeId {
    session.edit(&Edit::CreateCode(new_code(name))).expect("a code can be made");
    session.project().codebook().find(&[name]).expect("the code is there")
}

/// Puts a code on a span.
pub(crate) fn apply(session: &mut Session, code: CodeId, source: SourceId, start: u32, end: u32) {
    let span = Span::new(start, end).expect("a span");
    session.edit(&Edit::ApplyCode { code, source, span }).expect("a code can be applied");
}

/// Moves a code to the top, last.
pub(crate) fn to_the_top(code: CodeId) -> Edit {
    Edit::MoveCode { code, parent: None, beside: Beside::Last }
}

/// A project in lines: codes by path, then codings with their words, then memos.
pub(crate) fn outline(project: &Project) -> Vec<String> {
    let codebook = project.codebook();
    let mut lines: Vec<String> = codebook.rows().iter().map(|row| codebook.path(row.code).join(" › ")).collect();
    for source in project.sources() {
        for coding in project.codings_in(source.id) {
            let name = codebook.code(coding.code).map_or("?", |code| &code.name);
            lines.push(format!("{}: «{}» {name}", source.title, project.quote(coding)));
        }
    }
    lines.extend(project.memos().flat_map(|memo| &memo.versions).map(|version| format!("memo: {}", version.text)));
    lines
}

/// A world of its own for a test that needs no desk.
pub(crate) fn test_world(seed: u64) -> Box<dyn World> {
    Box::new(TestWorld { clock: Clock::new(), seed, drawn: 0 })
}
