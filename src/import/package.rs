//! The parts of a zipped document, with limits on how much they may unpack to.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{ImportError, MAX_FILE};

/// How many parts a package may have.
const MAX_PARTS: usize = 10_000;
/// How much one part may unpack to, in bytes.
const MAX_PART: u64 = 200 * 1024 * 1024;
/// How much may be unpacked whatever its ratio, in bytes.
const FREE: u64 = 10 * 1024 * 1024;
/// How many times its packed size a part may have beyond that.
const MAX_RATIO: u64 = 200;

/// A zip archive whose parts are read by name.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ImportError> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).ok().ok_or(ImportError::Damaged("its zip archive is broken"))?;
        if archive.len() > MAX_PARTS {
            return Err(ImportError::TooLarge { limit: MAX_PARTS });
        }
        Ok(Self { archive })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Unpacks every part and keeps none, for a reader that has no limits of its own.
    pub(super) fn unpacks_within_limits(&mut self) -> Result<(), ImportError> {
        let names: Vec<String> = self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let mut sum = 0;
        for name in names {
            sum += self.part(&name)?.map_or(0, |part| part.len());
            if sum > MAX_FILE {
                return Err(ImportError::TooLarge { limit: MAX_FILE });
            }
        }
        Ok(())
    }

    /// The bytes of a part; `None` if there is none of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ImportError::PasswordProtected);
            }
            Err(_) => return Err(ImportError::Damaged("a part of its zip archive is broken")),
        };
        let limit = file.compressed_size().saturating_mul(MAX_RATIO).clamp(FREE, MAX_PART);
        let mut bytes = Vec::new();
        let read = file.take(limit + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit {
            return Err(ImportError::TooLarge { limit: usize::try_from(limit).unwrap_or(usize::MAX) });
        }
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(_) => Err(ImportError::Damaged("a part of its zip archive is broken")),
        }
    }
}
