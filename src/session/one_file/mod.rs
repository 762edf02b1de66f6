//! A study in one file, to mail or to carry: packing it, opening it in a folder, and merging it with what is there.

pub mod came;
pub mod foreign;
pub mod merging;
mod news;
mod other;
pub mod packing;
pub mod unfolding;

use std::path::{Path, PathBuf};

use crate::import::ImportError;
use crate::import::package::Package;
use crate::model::id::ProjectId;
use crate::store::error::StoreError;
use crate::store::sealed::{NotOpened, is_sealed, unseal};
use crate::store::{MANIFEST, exchange, project_told};

use super::SessionError;

/// The ending of its name, without the dot.
pub const ENDING: &str = "kodebok";

/// How a zip archive begins.
const ZIP: &[u8] = b"PK";

/// A study could not be packed, opened or merged.
#[derive(Debug, thiserror::Error)]
pub enum OneFileError {
    /// The project could not be opened or left.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The study lies in no folder.
    #[error("the project is in memory only")]
    InMemory,
    /// It is no study in one file.
    #[error("not a project in one file: {}", path.display())]
    NotOne {
        /// The file.
        path: PathBuf,
    },
    /// It opens with a passphrase only.
    #[error("the file needs a passphrase: {}", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The passphrase is not the one it was made with.
    #[error("the passphrase does not open the file: {}", path.display())]
    WrongPassphrase {
        /// The file.
        path: PathBuf,
    },
    /// The passphrase is too short to keep anybody out.
    #[error("the passphrase is too short")]
    ShortPassphrase,
    /// It is damaged, too large or not safe.
    #[error("the file cannot be unpacked: {}", path.display())]
    Package {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        cause: ImportError,
    },
    /// It is another study than the one it was to be merged with.
    #[error("another project: {}", path.display())]
    OtherStudy {
        /// The file or folder.
        path: PathBuf,
    },
    /// The study is larger than what is opened again.
    #[error("the project has more than {limit} bytes: {}", path.display())]
    TooLarge {
        /// The folder.
        path: PathBuf,
        /// How many bytes it may have.
        limit: u64,
    },
    /// The study has more files than are opened again.
    #[error("the project has more than {limit} files: {}", path.display())]
    TooMany {
        /// The folder.
        path: PathBuf,
        /// How many it may have.
        limit: usize,
    },
}

impl From<StoreError> for OneFileError {
    fn from(error: StoreError) -> Self {
        Self::Session(error.into())
    }
}

/// A study in one file, unlocked and looked through, but not unpacked.
pub struct OneFile {
    path: PathBuf,
    project: ProjectId,
    /// What stands before every name in it; files that were zipped by hand may have a folder around them.
    within: String,
    bytes: Vec<u8>,
}

impl OneFile {
    /// Reads a file, and makes sure that all of it can be unpacked. With a passphrase this takes about a second by design,
    /// so never on the window's thread.
    ///
    /// # Errors
    /// When it cannot be read, needs another passphrase, or is damaged, too large or unsafe.
    pub fn read(path: &Path, passphrase: Option<&str>) -> Result<Self, OneFileError> {
        let file = || path.to_owned();
        let mut bytes = exchange::read(path)?;
        if is_sealed(&bytes) {
            let passphrase = passphrase.ok_or_else(|| OneFileError::Locked { path: file() })?;
            bytes = unseal(&bytes, passphrase).map_err(|why| match why {
                NotOpened::WrongPassphrase => OneFileError::WrongPassphrase { path: file() },
                NotOpened::Damaged => OneFileError::NotOne { path: file() },
            })?;
        }
        if !bytes.starts_with(ZIP) {
            return Err(OneFileError::NotOne { path: file() });
        }
        let unfit = |cause| OneFileError::Package { path: file(), cause };
        let mut package = Package::open(&bytes).map_err(unfit)?;
        let manifests = package.names().into_iter().filter_map(|name| {
            let within = name.strip_suffix(MANIFEST)?;
            let is_folder = within.is_empty() || (within.ends_with('/') && within.matches('/').count() == 1);
            is_folder.then(|| within.to_owned())
        });
        let within = manifests.min().ok_or_else(|| OneFileError::NotOne { path: file() })?;
        let manifest = package.part(&format!("{within}{MANIFEST}")).map_err(unfit)?.unwrap_or_default();
        let project = project_told(&manifest, path)?;
        Package::open(&bytes).and_then(|mut package| package.unpacks_within_limits()).map_err(unfit)?;
        Ok(Self { path: file(), project, within, bytes })
    }

    /// Which study it is.
    pub fn project(&self) -> ProjectId {
        self.project
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
