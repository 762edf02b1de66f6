//! What could not be done on the disk: what was being done, to which file, and the cause.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was being done when it went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doing {
    /// Making a project.
    CreateProject,
    /// Opening a project.
    OpenProject,
    /// Reading a log.
    ReadLog,
    /// Writing to a log.
    WriteLog,
    /// Waiting until a log is on the medium.
    SyncLog,
    /// Reading the text of a source.
    ReadText,
    /// Writing the text of a source.
    WriteText,
    /// Keeping the file that a source came from.
    KeepOriginal,
    /// Reading settings and other local data.
    ReadLocal,
    /// Writing settings and other local data.
    WriteLocal,
    /// Reading a file that is to be imported.
    ReadFile,
    /// Writing a file outside the project.
    WriteFile,
    /// Erasing words or a text for good.
    Erase,
}

impl Doing {
    fn words(self) -> &'static str {
        match self {
            Self::CreateProject => "create the project",
            Self::OpenProject => "open the project",
            Self::ReadLog => "read the log",
            Self::WriteLog => "write to the log",
            Self::SyncLog => "make sure the log is on the disk",
            Self::ReadText => "read the text",
            Self::WriteText => "write the text",
            Self::KeepOriginal => "keep the original file",
            Self::ReadLocal => "read local data",
            Self::WriteLocal => "write local data",
            Self::ReadFile => "read the file",
            Self::WriteFile => "write the file",
            Self::Erase => "erase",
        }
    }
}

/// Something could not be done on the disk.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// The operating system said no.
    #[error("could not {}: {}", doing.words(), path.display())]
    Io {
        /// What was being done.
        doing: Doing,
        /// To which file or folder.
        path: PathBuf,
        /// Why not.
        #[source]
        cause: Arc<io::Error>,
    },
    /// The folder holds no `kodebok.json`.
    #[error("not a project: {}", path.display())]
    NotAProject {
        /// The folder.
        path: PathBuf,
    },
    /// `kodebok.json` cannot be understood.
    #[error("damaged project file: {}", path.display())]
    DamagedManifest {
        /// The file.
        path: PathBuf,
    },
    /// A kept file is not the one that was kept.
    #[error("damaged original file: {}", path.display())]
    DamagedOriginal {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the program made the project and older ones must not touch it.
    #[error("the project needs format {needs}: {}", path.display())]
    NewerFormat {
        /// The format it asks for.
        needs: u64,
        /// The folder.
        path: PathBuf,
    },
    /// There is a project already where one was to be made.
    #[error("there is a project already: {}", path.display())]
    ProjectIsHere {
        /// The folder.
        path: PathBuf,
    },
    /// The folder in which a project was to be made holds other things.
    #[error("the folder is not empty: {}", path.display())]
    FolderNotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// A file that is to be imported is larger than any that is read.
    #[error("larger than {limit} bytes: {}", path.display())]
    TooLargeToImport {
        /// The file.
        path: PathBuf,
        /// How many bytes it may have.
        limit: u64,
    },
    /// A file is larger than anything the program would have written.
    #[error("too large, {length} bytes: {}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How many bytes it has.
        length: u64,
    },
}

impl StoreError {
    /// The file or folder it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Io { path, .. }
            | Self::NotAProject { path }
            | Self::DamagedManifest { path }
            | Self::NewerFormat { path, .. }
            | Self::ProjectIsHere { path }
            | Self::FolderNotEmpty { path }
            | Self::TooLargeToImport { path, .. }
            | Self::TooLarge { path, .. }
            | Self::DamagedOriginal { path } => path,
        }
    }
}

/// Adds to an I/O error what was being done, and to what.
pub(crate) trait When<T> {
    /// Says what was being done.
    fn when(self, doing: Doing, path: &Path) -> Result<T, StoreError>;
}

impl<T> When<T> for io::Result<T> {
    fn when(self, doing: Doing, path: &Path) -> Result<T, StoreError> {
        self.map_err(|cause| StoreError::Io { doing, path: path.to_owned(), cause: Arc::new(cause) })
    }
}
