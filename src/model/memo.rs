//! Memo: a dated, authored note about anything.

use serde::{Deserialize, Serialize};

use super::id::{CaseId, CodeId, CoderId, CodingId, EntryHash, MemoId, SourceId};

/// What a memo is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The project as a whole.
    Project,
    /// A source.
    Source(SourceId),
    /// A code, category or theme.
    Code(CodeId),
    /// One coding.
    Coding(CodingId),
    /// A case.
    Case(CaseId),
}

/// One wording of a memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoVersion {
    /// The entry that wrote it; a later version says which ones it replaces.
    pub entry: EntryHash,
    /// The words.
    pub text: String,
    /// Who wrote it.
    pub coder: CoderId,
    /// When, in ms since 1970.
    pub made_ms: u64,
}

/// A memo as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memo {
    /// Its id.
    pub id: MemoId,
    /// What it is about.
    pub about: About,
    /// The memo it answers; that one answers none.
    pub answers: Option<MemoId>,
    /// Who said that nothing more is to be said in the thread it begins, and when.
    pub closed: Option<(CoderId, u64)>,
    /// Its wording; more than one where two coders wrote at the same time, earliest first.
    pub versions: Vec<MemoVersion>,
}
