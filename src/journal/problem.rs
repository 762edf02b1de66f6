//! Problem: something in the journals that cannot be taken up. The work goes on, and it is listed.

use crate::model::id::{CodeId, EntryHash, LogId, ProjectId, SourceId};

/// What could not be taken up, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields say what they are; the variants say what is wrong")]
pub enum Problem {
    /// A later version of the program wrote kinds of events that this one does not know.
    UnknownKinds { log: LogId, sequence: u64, kinds: Vec<String> },
    /// A later version of the program wrote a line in another format.
    LaterFormat { log: LogId, sequence: u64, version: u32 },
    /// Lines are missing: they have not arrived, or cannot be read.
    Gap { log: LogId, from: u64, to: u64 },
    /// A gesture of several lines is not all here, so none of it counts: the rest has not arrived, or a crash kept it
    /// from being written.
    Unfinished { log: LogId, sequence: u64, present: u32, of: u32 },
    /// A log says two things at one place, as after a backup was restored; both count.
    Fork { log: LogId, sequence: u64, entries: Vec<EntryHash> },
    /// A line does not follow the line before it.
    Torn { log: LogId, sequence: u64 },
    /// A log's clock stood far ahead of this machine's, so that what it says counts as the latest.
    ClockAhead { log: LogId, by_ms: u64 },
    /// Lines of another project lie in this project's folder; the first project counts.
    OtherProject { project: ProjectId, log: LogId },
    /// There are more codes than a project may have; those beyond are not shown.
    TooManyCodes { beyond: usize },
    /// Codings wait for the code they belong to.
    CodingsWithoutCode { code: CodeId, codings: usize },
    /// Codings wait for the source they stand in.
    CodingsWithoutSource { source: SourceId, codings: usize },
    /// Corrections of a text name words that have not arrived.
    CorrectionsWithoutWords { source: SourceId, corrections: usize },
    /// Codings stand outside the text they belong to.
    CodingsOutsideText { source: SourceId, codings: usize },
}
