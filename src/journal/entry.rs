//! Entry: one line of a log, one gesture, and so one step of undo.

use serde::{Deserialize, Serialize};

use super::clock::Hlc;
use super::event::{Event, Seen};
use crate::model::id::{CoderId, EntryHash, GestureId, LogId};

/// Which part it is of a gesture too large for one line. The gesture counts once all its parts are here, so a crash can
/// lose a gesture but never half of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(GestureId, u32, u32)", into = "(GestureId, u32, u32)")]
pub struct Part {
    /// Ties the parts together.
    pub gesture: GestureId,
    /// 1, 2, 3 … in the gesture, in lines that follow each other.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

impl From<(GestureId, u32, u32)> for Part {
    fn from((gesture, number, of): (GestureId, u32, u32)) -> Self {
        Self { gesture, number, of }
    }
}

impl From<Part> for (GestureId, u32, u32) {
    fn from(part: Part) -> Self {
        (part.gesture, part.number, part.of)
    }
}

/// What one gesture said, or one part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The hash of its line; names it for ever.
    pub id: EntryHash,
    /// The format it was written in; what a later one says is kept, reported and skipped.
    pub version: u32,
    /// Which installation wrote it.
    pub log: LogId,
    /// 1, 2, 3 … in this log.
    pub sequence: u64,
    /// The line before it in this log; proves that nothing is missing. `None` for the first.
    pub previous: Option<EntryHash>,
    /// Cause before effect.
    pub clock: Hlc,
    /// The wall clock in ms, where it differed by more than two seconds.
    pub wall_ms: Option<u64>,
    /// Who made the gesture.
    pub coder: CoderId,
    /// Set where the gesture was too large for one line.
    pub part: Option<Part>,
    /// How far the author had read the other logs, where that is further than at the line before: tells what was said
    /// at the same time from what was said in answer.
    pub seen: Seen,
    /// What happened.
    pub events: Vec<Event>,
    /// Kinds of events that this version does not know; the line is kept and they are skipped.
    pub unknown: Vec<String>,
}

/// An entry's place among all entries of all logs: total, and effects stand after their causes.
pub type Order = (Hlc, LogId, u64, EntryHash);

impl Entry {
    /// Its place among all entries.
    pub fn order(&self) -> Order {
        (self.clock, self.log, self.sequence, self.id)
    }
}
