//! Arrangement: how a study has arranged the figure of its code structure by hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::CodeId;

/// A4, upright or on its side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// Upright.
    #[default]
    Portrait,
    /// On its side.
    Landscape,
}

/// How far a box stands from where it would stand by itself, in points of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Shift {
    /// To the right; to the left below 0.
    pub right: i16,
    /// Downwards; upwards below 0.
    pub down: i16,
}

/// What was arranged by hand. What was not stands where it is best.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The paper of the figure; `None` takes what needs fewer pages.
    pub paper: Option<Paper>,
    /// Boxes that were moved, on each paper by itself.
    pub shifts: BTreeMap<(Paper, CodeId), Shift>,
}

impl Arrangement {
    /// How far the box of a code was moved on a paper.
    pub fn shift(&self, paper: Paper, code: CodeId) -> Option<Shift> {
        self.shifts.get(&(paper, code)).copied()
    }

    /// The codes whose boxes were moved on a paper.
    pub fn moved(&self, paper: Paper) -> impl Iterator<Item = CodeId> {
        self.shifts.keys().filter(move |(on, _)| *on == paper).map(|(_, code)| *code)
    }
}
