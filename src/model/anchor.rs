//! Anchors name characters, not positions, so that no text edit moves a coding off its words.
//!
//! A text is its imported characters plus runs inserted later; a character is a run and an index in it. On a text
//! that was never edited an anchor is a number, and that is how it is written.

use serde::{Deserialize, Serialize};

use super::id::RunId;
use super::span::Span;

/// One character of a text, for ever: edits before it, after it or around it do not change its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Anchor {
    /// The character at this index (Unicode scalars from 0) of the text as imported.
    Imported(u32),
    /// The character at this index of a run that was inserted later.
    Inserted(RunId, u32),
}

/// A span by the characters at its two ends, both of which belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "(Anchor, Anchor)", from = "(Anchor, Anchor)")]
pub struct AnchoredSpan {
    /// The first character of the span.
    pub first: Anchor,
    /// The last character of the span, included.
    pub last: Anchor,
}

impl AnchoredSpan {
    /// Anchors a span of a text that was never edited.
    pub fn imported(span: Span) -> Self {
        Self { first: Anchor::Imported(span.start()), last: Anchor::Imported(span.end() - 1) }
    }

    /// Where the characters stand in a text of `length` Unicode scalars that was never edited; `None` when an end
    /// lies outside it, in another run, or before the start.
    pub fn resolve(self, length: u32) -> Option<Span> {
        let (Anchor::Imported(first), Anchor::Imported(last)) = (self.first, self.last) else {
            return None;
        };
        (last < length).then(|| Span::new(first, last + 1)).flatten()
    }
}

impl From<AnchoredSpan> for (Anchor, Anchor) {
    fn from(span: AnchoredSpan) -> Self {
        (span.first, span.last)
    }
}

impl From<(Anchor, Anchor)> for AnchoredSpan {
    fn from((first, last): (Anchor, Anchor)) -> Self {
        Self { first, last }
    }
}
