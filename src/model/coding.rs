//! Coding: one application of a code to a span by a coder.

use super::anchor::AnchoredSpan;
use super::id::{CodeId, CoderId, CodingId, SourceId};
use super::span::Span;

/// A coding as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coding {
    /// Its id, kept for ever.
    pub id: CodingId,
    /// The code it counts for now; a merge of codes changes it.
    pub code: CodeId,
    /// The source it stands in.
    pub source: SourceId,
    /// The characters it was put on.
    pub at: AnchoredSpan,
    /// Where these characters stand now.
    pub span: Span,
    /// Who made it.
    pub coder: CoderId,
    /// When it was made, in ms since 1970.
    pub made_ms: u64,
}

/// A coding all of whose words were deleted. It is kept until somebody decides what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LostCoding {
    /// Its id, kept for ever.
    pub id: CodingId,
    /// The code it counts for.
    pub code: CodeId,
    /// The source it stands in.
    pub source: SourceId,
    /// The characters it was put on.
    pub at: AnchoredSpan,
    /// The place, in scalars of the text now, where its words stood.
    pub place: u32,
    /// Who made it.
    pub coder: CoderId,
    /// When it was made, in ms since 1970.
    pub made_ms: u64,
}
