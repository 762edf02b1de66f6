//! Finding: something on the disk that is not as it should be. The work goes on; it is listed.

use std::path::PathBuf;
use std::sync::Arc;

use crate::journal::problem::Problem;
use crate::journal::wire::BadLine;
use crate::model::id::{CodeId, CodingId, LogId, TextHash};

use super::error::StoreError;

/// Something on the disk that is not as it should be.
#[derive(Clone, Debug)]
pub enum Finding {
    /// A line cannot be read; it is skipped and the rest counts.
    BadLine {
        /// The file.
        file: PathBuf,
        /// The line in it, from 1.
        line: usize,
        /// Why it cannot be read.
        why: BadLine,
    },
    /// More lines of a file cannot be read than are worth listing.
    MoreBadLines {
        /// The file.
        file: PathBuf,
        /// How many more.
        more: usize,
    },
    /// A file or folder could not be read at all.
    Unreadable(Arc<StoreError>),
    /// The text of a source is not there; a sync service may still bring it.
    TextMissing {
        /// Names the text.
        hash: TextHash,
        /// The title of the source; empty where it is not known.
        title: String,
        /// Where it should lie.
        file: PathBuf,
    },
    /// The text of a source is not what was imported.
    TextDamaged {
        /// Names the text.
        hash: TextHash,
        /// The title of the source; empty where it is not known.
        title: String,
        /// The file.
        file: PathBuf,
    },
    /// A log was seen here before with more lines than it has now.
    LogShorter {
        /// The log.
        log: LogId,
        /// The last line that was seen.
        had: u64,
        /// The last line that is there now; 0 for none.
        has: u64,
    },
    /// A coding does not lie inside the text of its source.
    CodingOutside {
        /// The coding.
        coding: CodingId,
        /// The title of its source.
        title: String,
    },
    /// A coding has a code or a source that the project does not know.
    CodingLoose {
        /// The coding.
        coding: CodingId,
    },
    /// A code stands under one that is not there.
    ParentMissing {
        /// The code.
        code: CodeId,
        /// Its name.
        name: String,
    },
    /// A kept file that no source came from, or that holds words which were erased.
    FileOfNobody {
        /// The file.
        file: PathBuf,
    },
    /// What the logs say that could not be taken up.
    NotTakenUp(Problem),
}

impl Finding {
    /// Tells whether it is about this text.
    pub(crate) fn is_about_text(&self, text: TextHash) -> bool {
        matches!(self, Self::TextMissing { hash, .. } | Self::TextDamaged { hash, .. } if *hash == text)
    }
}
