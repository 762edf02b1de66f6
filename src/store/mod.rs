//! THE DISK: the only folder that opens files.
//!
//! Nothing in a project is ever renamed or rewritten: files are made new or appended to, so a sync service, a crash or a
//! second window can never take away what was there. Only what was erased for good is taken away, by `scrub.rs`.

pub mod app_data;
pub(crate) mod backups;
pub mod blobs;
pub mod check;
pub mod disk;
pub(crate) mod distrust;
pub mod error;
pub mod exchange;
pub mod finding;
pub(crate) mod keeper;
pub mod log_file;
pub(crate) mod lookout;
pub mod name_key;
pub mod originals;
pub(crate) mod parts;
pub mod reading;
pub mod scrub;
pub mod sealed;
pub mod syncer;
pub mod writer;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::id::ProjectId;

use self::disk::{Access, Disk};
use self::distrust::Distrusted;
use self::error::{Doing, StoreError, When as _};

/// The name of the file that makes a folder a project.
pub const MANIFEST: &str = "kodebok.json";
/// The format this version writes, and the highest it understands.
pub const FORMAT: u64 = 1;

const READ_ME: (&str, &str) = ("LESMEG.txt", include_str!("lesmeg.txt"));
const ATTRIBUTES: (&str, &str) = (".gitattributes", "* -text\n*.jsonl merge=union\n");

/// The folder of a project, known to be one.
#[derive(Clone)]
pub struct ProjectDir {
    disk: Arc<dyn Disk>,
    root: PathBuf,
    project: ProjectId,
    distrusted: Distrusted,
}

impl ProjectDir {
    /// Lays out a new project in a folder that is missing or empty. `kodebok.json` comes last, so that a folder in
    /// which something went wrong on the way never passes for a project.
    pub fn create(disk: Arc<dyn Disk>, root: &Path, project: ProjectId) -> Result<Self, StoreError> {
        match disk.list(root) {
            Ok(listed) if listed.iter().any(|item| item.path.ends_with(MANIFEST)) => {
                return Err(StoreError::ProjectIsHere { path: root.to_owned() });
            }
            Ok(listed) if listed.iter().any(|item| !is_clutter(&item.path)) => {
                return Err(StoreError::FolderNotEmpty { path: root.to_owned() });
            }
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                return Err(cause).when(Doing::CreateProject, root);
            }
            Ok(_) | Err(_) => {}
        }
        let is_missing = |folder: &&Path| disk.list(folder).is_err_and(|cause| cause.kind() == io::ErrorKind::NotFound);
        let made = root.ancestors().take_while(is_missing).count();
        for folder in [root.to_owned(), root.join("logs"), root.join("sources")] {
            disk.make_folder(&folder, Access::Shared).when(Doing::CreateProject, &folder)?;
        }
        for (name, words) in surroundings(project) {
            let path = root.join(name);
            write_new(disk.as_ref(), &path, words.as_bytes()).when(Doing::CreateProject, &path)?;
        }
        disk.sync_folder(root).when(Doing::CreateProject, root)?;
        for above in root.ancestors().skip(1).take(made).filter(|above| !above.as_os_str().is_empty()) {
            // Above the project nothing is ours; what cannot be synced there was not ours to make sure of.
            drop(disk.sync_folder(above));
        }
        Ok(Self { disk, root: root.to_owned(), project, distrusted: Distrusted::default() })
    }

    /// Opens the project in a folder. Writes nothing.
    pub fn open(disk: Arc<dyn Disk>, root: &Path) -> Result<Self, StoreError> {
        let path = root.join(MANIFEST);
        let bytes = match disk.read(&path) {
            Err(cause) if matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Err(StoreError::NotAProject { path: root.to_owned() });
            }
            read => read.when(Doing::OpenProject, &path)?,
        };
        let project = project_told(&bytes, &path)?;
        Ok(Self { disk, root: root.to_owned(), project, distrusted: Distrusted::default() })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Which project it is, whatever its folder is called.
    pub fn project(&self) -> ProjectId {
        self.project
    }

    /// The file system it lies on.
    pub fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }
}

/// The files around the logs of a project, each with what it says; `kodebok.json` comes last.
pub(crate) fn surroundings(project: ProjectId) -> [(&'static str, String); 3] {
    let manifest = format!("{{\"format\":{FORMAT},\"project\":\"{project}\",\"min\":1}}\n");
    let [read_me, attributes] = [READ_ME, ATTRIBUTES].map(|(name, words)| (name, words.to_owned()));
    [read_me, attributes, (MANIFEST, manifest)]
}

/// Which project a `kodebok.json` names; `path` is where it lies.
pub(crate) fn project_told(manifest: &[u8], path: &Path) -> Result<ProjectId, StoreError> {
    let manifest = Manifest::read(manifest).ok_or(StoreError::DamagedManifest { path: path.to_owned() })?;
    if manifest.min > FORMAT {
        let path = path.parent().unwrap_or(path).to_owned();
        return Err(StoreError::NewerFormat { needs: manifest.min, path });
    }
    Ok(manifest.project)
}

/// What `kodebok.json` says.
struct Manifest {
    project: ProjectId,
    min: u64,
}

impl Manifest {
    fn read(bytes: &[u8]) -> Option<Self> {
        let said: serde_json::Value = serde_json::from_slice(bytes).ok()?;
        let project = said.get("project")?.as_str()?.parse().ok()?;
        Some(Self { project, min: said.get("min")?.as_u64()? })
    }
}

/// Tells whether a folder is a project other than `own`; its logs are none of ours then.
pub(crate) fn is_other_project(disk: &dyn Disk, folder: &Path, own: ProjectId) -> bool {
    let manifest = disk.read(&folder.join(MANIFEST)).ok().and_then(|bytes| Manifest::read(&bytes));
    manifest.is_some_and(|manifest| manifest.project != own)
}

/// What file managers and sync services leave in every folder.
fn is_clutter(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    name.starts_with('.') || name == "desktop.ini" || name == "thumbs.db" || name.ends_with(".tmp")
}

/// Makes a new file with these bytes, on the medium when this returns.
pub(crate) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = disk.create_new(path, Access::Shared)?;
    write_once(file.as_ref(), bytes)?;
    file.sync()
}

/// Writes all bytes in one call; a short write is a failure, never continued.
pub(crate) fn write_once(file: &dyn disk::OpenFile, bytes: &[u8]) -> io::Result<()> {
    let written = file.write(bytes)?;
    if written == bytes.len() { Ok(()) } else { Err(io::ErrorKind::WriteZero.into()) }
}
