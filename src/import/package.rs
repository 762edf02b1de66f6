//! The parts of a zipped document, with limits on how much they may unpack to.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Hazard, ImportError, MAX_FILE};

/// How many parts a package may have.
pub(crate) const MAX_PARTS: usize = 10_000;
/// How much all parts that are read may unpack to, in bytes.
const MAX_UNPACKED: u64 = MAX_FILE as u64;
/// How much may be unpacked whatever its ratio, in bytes.
pub(crate) const FREE: u64 = 10 * 1024 * 1024;
/// How many times its packed size a part may have beyond that.
const MAX_RATIO: u64 = 200;
/// Names that mean a device on Windows, whatever their ending; some with a digit.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: &[&str] = &["com", "lpt"];

/// A zip archive whose parts are read by name.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    unpacked: u64,
}

impl<'b> Package<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, ImportError> {
        let broken = ImportError::Damaged("its zip archive is broken");
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok().ok_or_else(|| broken.clone())?;
        if archive.len() > MAX_PARTS {
            return Err(ImportError::TooLarge { limit: MAX_PARTS });
        }
        for at in 0..archive.len() {
            // What cannot be opened is told when it is asked for.
            let Ok(part) = archive.by_index_raw(at) else { continue };
            if part.is_symlink() || part.name().is_ok_and(|name| !is_safe(&name)) {
                return Err(ImportError::Unsafe(Hazard::Name));
            }
        }
        Ok(Self { archive, unpacked: 0 })
    }

    /// The names of all parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Unpacks every part and keeps none, for a reader that has no limits of its own.
    pub(crate) fn unpacks_within_limits(&mut self) -> Result<(), ImportError> {
        let mut sum = 0;
        for name in self.names() {
            sum += self.part(&name)?.map_or(0, |part| part.len());
            if sum > MAX_FILE {
                return Err(ImportError::TooLarge { limit: MAX_FILE });
            }
        }
        Ok(())
    }

    /// The bytes of a part; `None` if there is none of that name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ImportError::PasswordProtected);
            }
            Err(_) => return Err(ImportError::Damaged("a part of its zip archive is broken")),
        };
        let left = MAX_UNPACKED.saturating_sub(self.unpacked);
        let dense = file.compressed_size().saturating_mul(MAX_RATIO).max(FREE);
        let limit = dense.min(left);
        let mut bytes = Vec::new();
        let read = file.take(limit + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        if length > dense {
            return Err(ImportError::Unsafe(Hazard::Bomb { times: MAX_RATIO }));
        }
        if length > left {
            return Err(ImportError::TooLarge { limit: MAX_FILE });
        }
        self.unpacked += length;
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(_) => Err(ImportError::Damaged("a part of its zip archive is broken")),
        }
    }
}

/// Tells whether a name stays within its package on every system.
fn is_safe(name: &str) -> bool {
    let device = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        let numbered = stem.strip_suffix(|c: char| c.is_ascii_digit());
        DEVICES.contains(&stem.as_str()) || numbered.is_some_and(|stem| NUMBERED_DEVICES.contains(&stem))
    };
    let climbs = |part: &str| part == ".." || device(part);
    !name.starts_with(['/', '\\'])
        && !name.contains('\0')
        && name.chars().nth(1) != Some(':')
        && !name.split(['/', '\\']).any(climbs)
}
