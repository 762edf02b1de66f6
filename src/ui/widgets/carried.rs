//! What the pointer carries from one part of the window to another.

use crate::model::id::{CodeId, SourceId};
use crate::model::span::Span;

/// Words on their way to a code, or a code on its way to words or to another place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Words of a source.
    Words(SourceId, Span),
    /// A code.
    Code(CodeId),
}
