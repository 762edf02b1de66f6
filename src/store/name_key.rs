//! The name key: which pseudonym stands for whom, in a file that only a passphrase opens (age, scrypt), outside every study.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::MANIFEST;
use super::error::{Doing, StoreError, When as _};
use super::sealed::{NotOpened, Work, is_long_enough, seal, unseal};
use crate::model::id::ProjectId;
use crate::text::names::Kind;
use crate::text::names::table::Row;

/// The largest key that is read, in bytes.
const MOST: u64 = 32 * 1024 * 1024;

/// The names of one study with their pseudonyms.
#[derive(Clone, PartialEq, Eq)]
pub struct NameKey {
    /// Which study it is for.
    pub project: ProjectId,
    /// The names.
    pub rows: Vec<Row>,
}

/// What must not appear in a message of any kind.
impl std::fmt::Debug for NameKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NameKey({} names)", self.rows.len())
    }
}

/// Why a name key could not be read or written.
#[derive(Clone, Debug, thiserror::Error)]
pub enum KeyError {
    /// The disk did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It would lie in a study, where everybody who has the study would have it.
    #[error("a name key does not belong in a study: {}", path.display())]
    InsideStudy {
        /// The file.
        path: PathBuf,
    },
    /// The passphrase is too short to keep anybody out.
    #[error("the passphrase is too short")]
    ShortPassphrase,
    /// The passphrase is not the one the key was made with.
    #[error("the passphrase does not open the name key: {}", path.display())]
    WrongPassphrase {
        /// The file.
        path: PathBuf,
    },
    /// The file is not a name key, or it is damaged.
    #[error("not a name key: {}", path.display())]
    NotAKey {
        /// The file.
        path: PathBuf,
    },
    /// It belongs to another study.
    #[error("the name key of another study: {}", path.display())]
    OtherStudy {
        /// The file.
        path: PathBuf,
    },
}

impl NameKey {
    /// A key without names.
    pub fn new(project: ProjectId) -> Self {
        Self { project, rows: Vec::new() }
    }

    /// Reads the key of a study. Takes about a second by design, so never on the window's thread.
    ///
    /// # Errors
    /// When the file cannot be read, is no name key or is another study's, or when the passphrase does not open it.
    pub fn read(path: &Path, project: ProjectId, passphrase: &str) -> Result<Self, KeyError> {
        let length = fs::metadata(path).when(Doing::ReadFile, path)?.len();
        let not_a_key = || KeyError::NotAKey { path: path.to_owned() };
        if length > MOST {
            return Err(not_a_key());
        }
        let bytes = fs::read(path).when(Doing::ReadFile, path)?;
        let plain = unseal(&bytes, passphrase).map_err(|why| match why {
            NotOpened::WrongPassphrase => KeyError::WrongPassphrase { path: path.to_owned() },
            NotOpened::Damaged => not_a_key(),
        })?;
        let key = Self::from_json(&plain).ok_or_else(not_a_key)?;
        if key.project == project { Ok(key) } else { Err(KeyError::OtherStudy { path: path.to_owned() }) }
    }

    /// Writes the key, whole or not at all, for its owner alone. A key of that name is replaced.
    ///
    /// # Errors
    /// When the file would lie in a study, the passphrase is too short, or the disk does not do its part.
    pub fn write(&self, path: &Path, passphrase: &str, work: Work) -> Result<(), KeyError> {
        if lies_in_study(path) {
            return Err(KeyError::InsideStudy { path: path.to_owned() });
        }
        if !is_long_enough(passphrase) {
            return Err(KeyError::ShortPassphrase);
        }
        let sealed = seal(self.to_json().to_string().as_bytes(), passphrase, work).when(Doing::WriteFile, path)?;
        Ok(replace(path, &sealed).when(Doing::WriteFile, path)?)
    }

    /// Adds rows. A name that is known keeps its pseudonym; where another one was written for it in some text, that is kept
    /// after it, so that no link is lost.
    pub fn extend(&mut self, rows: &[Row]) {
        for row in rows {
            let same = |known: &Row| known.original == row.original && known.pseudonym == row.pseudonym;
            if !self.rows.iter().any(same) {
                self.rows.push(row.clone());
            }
        }
    }

    fn to_json(&self) -> Value {
        let row = |row: &Row| json!({ "original": row.original, "pseudonym": row.pseudonym, "kind": row.kind.name() });
        json!({ "kodebok_name_key": 1, "project": self.project.to_string(), "names": self.rows.iter().map(row).collect::<Vec<_>>() })
    }

    fn from_json(bytes: &[u8]) -> Option<Self> {
        let said: Value = serde_json::from_slice(bytes).ok()?;
        said.get("kodebok_name_key")?.as_u64()?;
        let project = said.get("project")?.as_str()?.parse().ok()?;
        let row = |row: &Value| {
            let words = |key: &str| Some(row.get(key)?.as_str()?.to_owned());
            let kind = words("kind").and_then(|kind| Kind::named(&kind)).unwrap_or(Kind::Other);
            Some(Row { original: words("original")?, pseudonym: words("pseudonym")?, kind })
        };
        Some(Self { project, rows: said.get("names")?.as_array()?.iter().filter_map(row).collect() })
    }
}

/// Tells whether a file would lie in the folder of a study, however its path is written.
pub fn lies_in_study(path: &Path) -> bool {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let parent = parent.canonicalize().unwrap_or_else(|_| parent.to_owned());
    parent.ancestors().any(|folder| folder.join(MANIFEST).exists())
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let written = options.open(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // What was half written is of no use; the failure that matters is the one before.
        drop(fs::remove_file(&beside));
    }
    done
}
