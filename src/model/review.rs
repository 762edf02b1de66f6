//! Review: what a second coder found of the codings of others.

use serde::{Deserialize, Serialize};

use super::anchor::AnchoredSpan;
use super::id::{CodeId, CoderId, CodingId, SourceId};

/// What a reviewer did with a coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Left it as it was.
    Kept,
    /// Gave it another code.
    Recoded,
    /// Gave it other bounds.
    Rebounded,
    /// Took it away.
    Removed,
    /// Made it: the first coder had not.
    Added,
    /// Left it, and asked about it.
    Questioned,
}

impl Verdict {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 6] =
        [Self::Kept, Self::Recoded, Self::Rebounded, Self::Removed, Self::Questioned, Self::Added];
}

/// The last word of one reviewer about one coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Who reviewed it.
    pub by: CoderId,
    /// What they did.
    pub verdict: Verdict,
    /// The code it had when they came to it; a merge of codes changes it.
    pub code: CodeId,
    /// The characters it stood on when they came to it.
    pub at: AnchoredSpan,
    /// When, in ms since 1970.
    pub made_ms: u64,
    /// Whether others have changed the coding since, or before in a way that the reviewer had not seen.
    pub changed: bool,
}

/// All that was said in review about one coding; it is known also where the coding itself is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The coding.
    pub coding: CodingId,
    /// The source it stands, or stood, in.
    pub source: SourceId,
    /// Who made it.
    pub coder: CoderId,
    /// When it was made, in ms since 1970.
    pub made_ms: u64,
    /// The last word of each reviewer; the latest of them stands last.
    pub judged: Vec<Judged>,
}
