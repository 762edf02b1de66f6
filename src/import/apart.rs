//! Kinds of file whose readers are not to be trusted.
//!
//! A process of its own, with little time and memory, unpacks them to plain text, and the importer reads that. What
//! passes between the two is a line and what follows it.

use super::{Hazard, ImportError, pdf, survey};

/// A kind of file that is unpacked in a process of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Portable document format, to the runs of letters on its pages.
    Pdf,
    /// A spreadsheet, to separated values.
    Sheet,
}

impl Apart {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Sheet];

    /// The name that the process is told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Sheet => "sheet",
        }
    }

    /// Does the work of that process: a file's bytes to the bytes of an [`answer`]. May panic, loop or take much memory
    /// on a hostile file.
    pub fn unpack(self, bytes: &[u8]) -> Vec<u8> {
        let unpacked = match self {
            Self::Pdf => pdf::extract::runs(bytes),
            Self::Sheet => survey::sheet::values(bytes),
        };
        match unpacked {
            Ok(text) => format!("ok {}\n{text}", text.len()).into_bytes(),
            Err(error) => format!("{}\n", refusal(&error)).into_bytes(),
        }
    }
}

/// What a process has answered: the unpacked text, or why there is none. An answer says how long its text is, so that one
/// that breaks off is never taken for the whole.
///
/// # Errors
/// As the process found.
pub fn answer(answered: &[u8]) -> Result<&[u8], ImportError> {
    let end = answered.iter().position(|byte| *byte == b'\n');
    let (first, rest) = answered.split_at(end.map_or(0, |end| end + 1));
    let told = std::str::from_utf8(first).unwrap_or_default().trim();
    let (word, limit) = told.split_once(' ').unwrap_or((told, ""));
    let (limit, times) = (limit.parse().unwrap_or_default(), limit.parse().unwrap_or_default());
    match word {
        "ok" if rest.len() == limit => Ok(rest),
        "ok" => Err(ImportError::TooHard),
        "empty" => Err(ImportError::Empty),
        "scanned" => Err(ImportError::Scanned),
        "password" => Err(ImportError::PasswordProtected),
        "bytes" => Err(ImportError::TooLarge { limit }),
        "rows" => Err(ImportError::TooManyRows { limit }),
        "columns" => Err(ImportError::TooManyColumns { limit }),
        "pages" => Err(ImportError::TooManyPages { limit }),
        "bomb" => Err(ImportError::Unsafe(Hazard::Bomb { times })),
        "name" => Err(ImportError::Unsafe(Hazard::Name)),
        _ => Err(ImportError::Damaged("it cannot be unpacked")),
    }
}

fn refusal(error: &ImportError) -> String {
    match error {
        ImportError::Empty => "empty".to_owned(),
        ImportError::Scanned => "scanned".to_owned(),
        ImportError::PasswordProtected => "password".to_owned(),
        ImportError::TooLarge { limit } => format!("bytes {limit}"),
        ImportError::TooManyRows { limit } => format!("rows {limit}"),
        ImportError::TooManyColumns { limit } => format!("columns {limit}"),
        ImportError::TooManyPages { limit } => format!("pages {limit}"),
        ImportError::Unsafe(Hazard::Bomb { times }) => format!("bomb {times}"),
        ImportError::Unsafe(Hazard::Name) => "name".to_owned(),
        ImportError::Binary
        | ImportError::TooHard
        | ImportError::TooDeep { .. }
        | ImportError::Unsafe(Hazard::Entity)
        | ImportError::CellTooLong { .. }
        | ImportError::Unsupported(_)
        | ImportError::Damaged(_) => "damaged".to_owned(),
    }
}
