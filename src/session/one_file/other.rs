//! Another copy of a study, in a folder or in one file: its logs, its texts and its kept files, read one by one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::import::package::Package;
use crate::journal::wire::first_bits;
use crate::model::id::LogId;
use crate::store::ProjectDir;
use crate::store::error::{Doing, StoreError, When as _};
use crate::store::log_file::segment_at;

use super::{OneFile, OneFileError};

/// How many letters of a file's name are its hash.
const HEX: usize = 32;

/// What a file that is named by its hash holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The text of a source.
    Text,
    /// The file that a source came from.
    Original,
}

/// Another copy of a study.
pub(super) struct Other<'b> {
    place: Place<'b>,
    logs: Vec<Log>,
    blobs: BTreeMap<(Kind, u128), Vec<String>>,
    /// What could not be looked into.
    pub(super) unreadable: Vec<StoreError>,
}

/// A file of a log.
#[derive(Clone, Debug)]
pub(super) struct Log {
    /// Where it lies in the copy.
    pub(super) name: String,
    /// Which segment it is, where nobody has renamed it.
    pub(super) segment: Option<(LogId, u32)>,
}

enum Place<'b> {
    Folder(ProjectDir),
    File(Package<'b>, &'b OneFile),
}

impl<'b> Other<'b> {
    /// The copy in a folder.
    pub(super) fn folder(dir: ProjectDir) -> Self {
        let (files, unreadable) = dir.files(Doing::ReadLog);
        let root = dir.root().to_owned();
        // A name that is no Unicode cannot be one of ours; such a log is read all the same, by its path.
        let names = files.iter().filter_map(|file| file.path.strip_prefix(&root).ok());
        let names = names.filter_map(|path| path.iter().map(|part| part.to_str()).collect::<Option<Vec<_>>>());
        let names: Vec<String> = names.map(|parts| parts.join("/")).collect();
        let mut other = Self::named(Place::Folder(dir), names);
        other.unreadable = unreadable;
        other
    }

    /// The copy in one file.
    pub(super) fn file(file: &'b OneFile) -> Result<Self, OneFileError> {
        let package = Package::open(&file.bytes).map_err(|cause| unfit(file, cause))?;
        let names = package.names().into_iter();
        let names = names.filter_map(|name| Some(name.strip_prefix(file.within.as_str())?.to_owned())).collect();
        Ok(Self::named(Place::File(package, file), names))
    }

    fn named(place: Place<'b>, mut names: Vec<String>) -> Self {
        names.sort();
        let (mut logs, mut blobs) = (Vec::new(), BTreeMap::<_, Vec<String>>::new());
        for name in names {
            let last = name.rsplit('/').next().unwrap_or_default();
            let kind = match name.split('/').next() {
                Some("sources") => Some(Kind::Text),
                Some("files") => Some(Kind::Original),
                _ => None,
            };
            let hash = last.get(..HEX).and_then(|hex| u128::from_str_radix(hex, 16).ok());
            if last.contains(".jsonl") && !last.ends_with(".tmp") {
                let segment = segment_at(Path::new(""), Path::new(&name));
                logs.push(Log { name, segment });
            } else if let (Some(kind), Some(hash)) = (kind, hash) {
                blobs.entry((kind, hash)).or_default().push(name);
            }
        }
        Self { place, logs, blobs, unreadable: Vec::new() }
    }

    /// The file or folder.
    pub(super) fn path(&self) -> &Path {
        match &self.place {
            Place::Folder(dir) => dir.root(),
            Place::File(_, file) => &file.path,
        }
    }

    /// The files of its logs.
    pub(super) fn logs(&self) -> Vec<Log> {
        self.logs.clone()
    }

    /// Reads a file of a log.
    pub(super) fn log(&mut self, log: &Log) -> Result<Vec<u8>, OneFileError> {
        self.read(&log.name, Doing::ReadLog)
    }

    /// The files that are named by their hash.
    pub(super) fn blobs(&self) -> Vec<(Kind, u128)> {
        self.blobs.keys().copied().collect()
    }

    /// Reads a file that is named by its hash, and its ending; `None` where it is not there, or not whole.
    pub(super) fn blob(&mut self, kind: Kind, hash: u128) -> Result<Option<(Vec<u8>, String)>, OneFileError> {
        for name in self.blobs.get(&(kind, hash)).cloned().unwrap_or_default() {
            let doing = if kind == Kind::Text { Doing::ReadText } else { Doing::ReadFile };
            let bytes = self.read(&name, doing)?;
            if first_bits(&blake3::hash(&bytes)) == hash {
                let ending = Path::new(&name).extension().unwrap_or_default().to_string_lossy().into_owned();
                return Ok(Some((bytes, ending)));
            }
        }
        Ok(None)
    }

    fn read(&mut self, name: &str, doing: Doing) -> Result<Vec<u8>, OneFileError> {
        match &mut self.place {
            Place::Folder(dir) => {
                let path: PathBuf = dir.root().join(name);
                Ok(dir.disk().read(&path).when(doing, &path)?)
            }
            Place::File(package, file) => {
                let part = package.part(&format!("{}{name}", file.within)).map_err(|cause| unfit(file, cause))?;
                Ok(part.unwrap_or_default())
            }
        }
    }
}

fn unfit(file: &OneFile, cause: crate::import::ImportError) -> OneFileError {
    OneFileError::Package { path: file.path.clone(), cause }
}
