//! Packing a study into one file: its logs, texts and kept files under their plain names, without what was erased for good.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::import::MAX_FILE;
use crate::import::package::{FREE, MAX_PARTS};
use crate::model::id::EntryHash;
use crate::session::{Session, SessionError};
use crate::store::error::{Doing, When as _};
use crate::store::log_file::without_erased;
use crate::store::sealed::{Work, is_long_enough, seal};
use crate::store::writer::Saved;
use crate::store::{ProjectDir, exchange, surroundings};

use super::OneFileError;
use super::other::{Kind, Other};

/// The longest ending of a kept file's name.
const LONGEST_ENDING: usize = 8;

/// What is to be packed; may be taken to another thread, as it takes its time.
#[derive(Clone)]
pub struct Packing {
    dir: ProjectDir,
    erased: BTreeSet<EntryHash>,
    gone: BTreeSet<u128>,
}

impl Session {
    /// What is to be packed to have the study in one file.
    ///
    /// # Errors
    /// When some changes are in memory only, and so would not be in the file; and for a project in memory.
    pub fn packing(&self) -> Result<Packing, OneFileError> {
        if let Saved::NotSaved { changes, cause } = self.saved() {
            return Err(SessionError::NotSaved { changes, cause }.into());
        }
        let keeper = self.keeper.as_ref().ok_or(OneFileError::InMemory)?;
        let gone = self.fold.gone_files().into_keys().collect();
        Ok(Packing { dir: keeper.dir().clone(), erased: self.fold.erased_entries().clone(), gone })
    }
}

impl Packing {
    /// Writes the study to one file, which only the passphrase opens where there is one. A file of that name is replaced.
    ///
    /// # Errors
    /// When the passphrase is too short, the study is larger than what can be opened again, or the disk does not do its part.
    pub fn write(&self, path: &Path, passphrase: Option<&str>, work: Work) -> Result<(), OneFileError> {
        if passphrase.is_some_and(|passphrase| !is_long_enough(passphrase)) {
            return Err(OneFileError::ShortPassphrase);
        }
        let mut bytes = self.zipped(path)?;
        if let Some(passphrase) = passphrase {
            bytes = seal(&bytes, passphrase, work).when(Doing::WriteFile, path)?;
        }
        Ok(exchange::write(path, &bytes)?)
    }

    fn zipped(&self, path: &Path) -> Result<Vec<u8>, OneFileError> {
        let mut other = Other::folder(self.dir.clone());
        if let Some(error) = other.unreadable.pop() {
            return Err(error.into());
        }
        let mut zip = Zip::new(&self.dir);
        // First of all what says which study it is, so that nobody has to look far.
        for (name, words) in surroundings(self.dir.project()) {
            zip.add(name, words.as_bytes(), path)?;
        }
        let mut copies = 0;
        for log in other.logs() {
            let bytes = other.log(&log)?;
            let name = match log.segment {
                Some((log, number)) => format!("logs/{log}/{number:06}.jsonl"),
                // What a sync service or a merge has called otherwise gets a name that is good everywhere.
                None => {
                    copies += 1;
                    format!("logs/copies/{copies:06}.jsonl")
                }
            };
            let clean = without_erased(&bytes, &self.erased, &BTreeSet::new());
            zip.add(&name, clean.as_deref().unwrap_or(&bytes), path)?;
        }
        for (kind, hash) in other.blobs().into_iter().filter(|(_, hash)| !self.gone.contains(hash)) {
            let Some((bytes, ending)) = other.blob(kind, hash)? else { continue };
            let name = format!("{hash:032x}");
            let folder = name.get(..2).unwrap_or("00");
            let name = match kind {
                Kind::Text => format!("sources/{folder}/{name}.txt"),
                Kind::Original => format!("files/{folder}/{name}.{}", plain(&ending)),
            };
            zip.add(&name, &bytes, path)?;
        }
        zip.writer
            .finish()
            .map(Cursor::into_inner)
            .map_err(io::Error::from)
            .when(Doing::WriteFile, path)
            .map_err(Into::into)
    }
}

/// A zip archive that can be opened again.
struct Zip<'d> {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    dir: &'d ProjectDir,
    parts: usize,
    sum: u64,
}

impl<'d> Zip<'d> {
    fn new(dir: &'d ProjectDir) -> Self {
        Self { writer: ZipWriter::new(Cursor::new(Vec::new())), dir, parts: 0, sum: 0 }
    }

    fn add(&mut self, name: &str, bytes: &[u8], path: &Path) -> Result<(), OneFileError> {
        let length = bytes.len() as u64;
        (self.parts, self.sum) = (self.parts + 1, self.sum + length);
        let (folder, limit) = (|| self.dir.root().to_owned(), MAX_FILE as u64);
        if self.parts > MAX_PARTS {
            return Err(OneFileError::TooMany { path: folder(), limit: MAX_PARTS });
        }
        if self.sum > limit {
            return Err(OneFileError::TooLarge { path: folder(), limit });
        }
        // A large file that says little would be taken for a trap if it were packed small.
        let method = if length > FREE { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        let started = self.writer.start_file(name, options).map_err(io::Error::from);
        let added = started.and_then(|()| self.writer.write_all(bytes));
        Ok(added.when(Doing::WriteFile, path)?)
    }
}

/// An ending that is good on every system.
fn plain(ending: &str) -> String {
    let plain = ending.chars().filter(char::is_ascii_alphanumeric).take(LONGEST_ENDING);
    let plain: String = plain.map(|letter| letter.to_ascii_lowercase()).collect();
    if plain.is_empty() { "bin".to_owned() } else { plain }
}
