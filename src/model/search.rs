//! Search: what somebody looks for, and looks that are kept.

use serde::{Deserialize, Serialize};

use super::id::SearchId;

/// How words are looked for; never with regard to case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The letters as they are typed, also within words.
    #[default]
    Plain,
    /// Whole words.
    Word,
    /// Whole words in any form with the same stem.
    Stem,
    /// A regular expression.
    Pattern,
}

/// Something that shall stand near what is looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Near {
    /// What it is.
    pub words: String,
    /// How many words at most may stand between the two.
    pub within: u16,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Query {
    /// As it is typed.
    pub words: String,
    /// How it is meant.
    pub way: Way,
    /// What shall stand near it, before or after, in the same turn.
    pub near: Option<Near>,
}

/// A search that the study keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its id.
    pub id: SearchId,
    /// What it is called.
    pub name: String,
    /// What it looks for.
    pub query: Query,
}
