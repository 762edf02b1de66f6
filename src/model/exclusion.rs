//! Exclusion: words that are set aside. They stay in the text, and are counted nowhere.

use serde::{Deserialize, Serialize};

use super::anchor::AnchoredSpan;
use super::id::{CoderId, ExclusionId};
use super::span::Span;

/// Why words are set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Greetings, sound checks, the weather.
    SmallTalk,
    /// Has nothing to do with what is studied.
    Irrelevant,
    /// Was not meant to be used.
    OffTheRecord,
}

/// Words of a source that are set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Its id, kept until it is taken back.
    pub id: ExclusionId,
    /// The characters that are set aside.
    pub at: AnchoredSpan,
    /// Where they stand now.
    pub span: Span,
    /// Why.
    pub reason: Reason,
    /// Who set them aside.
    pub coder: CoderId,
}
