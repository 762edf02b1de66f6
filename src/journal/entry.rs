//! Entry: one line of a log, one gesture, and so one step of undo.

use super::clock::Hlc;
use super::event::{Event, Seen};
use crate::model::id::{CoderId, EntryHash, GestureId, LogId};

/// What one gesture said. A crash can lose a gesture but never half of one.
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
    /// Ties together the entries of a gesture too large for one line.
    pub gesture: Option<GestureId>,
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
