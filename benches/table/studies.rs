//! The studies that are measured: made up when first asked for, and gone when the measuring is over.

use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};

use kodebok::generator::{Plan, Size};
use kodebok::model::id::CoderId;
use kodebok::session::generated::generate;
use kodebok::session::world::RealWorld;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;

/// Where made-up studies lie.
pub(crate) struct Studies {
    room: tempfile::TempDir,
    made: [OnceCell<PathBuf>; 4],
}

impl Default for Studies {
    fn default() -> Self {
        Self { room: tempfile::tempdir().expect("there is room for studies"), made: Default::default() }
    }
}

impl Studies {
    /// A folder of its own for something.
    pub(crate) fn place(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    /// The study of a size.
    pub(crate) fn of(&self, size: Size) -> &Path {
        self.made[size as usize].get_or_init(|| self.make(size.name(), size.plan()))
    }

    /// A study as planned.
    pub(crate) fn make(&self, name: &str, plan: Plan) -> PathBuf {
        let folder = self.place(name);
        generate(&folder, plan, 1, &AppData::at(self.place("making"))).expect("a study can be made up");
        folder
    }

    /// Opens the study of a size; what this installation remembers of it lies in a folder of that name.
    pub(crate) fn open(&self, size: Size) -> Session {
        open(self.of(size), &self.place(&format!("{} data", size.name())))
    }
}

/// Opens a study.
pub(crate) fn open(folder: &Path, data: &Path) -> Session {
    let who = Who { id: CoderId::new(7), name: "Måler".to_owned() };
    Session::open(folder, who, &AppData::at(data.to_owned()), Box::new(RealWorld)).expect("it can be opened")
}

/// Every file of a study.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).expect("it can be read").flatten() {
        if item.path().is_dir() { found.extend(files(&item.path())) } else { found.push(item.path()) }
    }
    found
}
