//! Entry: one line of a log, one gesture, and so one step of undo.

use std::fmt;
use std::ops::Deref;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::clock::Hlc;
use super::event::Event;
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
    pub part: Option<Box<Part>>,
    /// How far the author had read the other logs, where that is further than at the line before: tells what was said
    /// at the same time from what was said in answer.
    pub seen: Box<[(LogId, u64)]>,
    /// What happened.
    pub events: Events,
    /// Kinds of events that this version does not know; the line is kept and they are skipped.
    pub unknown: Box<[String]>,
}

/// What an entry says: a row of events. Nearly every entry says one thing, so one needs no memory beside the entry's.
#[derive(Clone, PartialEq, Eq)]
pub struct Events(Said);

#[derive(Clone, PartialEq, Eq)]
enum Said {
    One(Event),
    Other(Box<[Event]>),
}

impl Deref for Events {
    type Target = [Event];

    fn deref(&self) -> &[Event] {
        match &self.0 {
            Said::One(event) => std::slice::from_ref(event),
            Said::Other(events) => events,
        }
    }
}

impl From<Vec<Event>> for Events {
    fn from(events: Vec<Event>) -> Self {
        match <[Event; 1]>::try_from(events) {
            Ok([event]) => Self(Said::One(event)),
            Err(events) => Self(Said::Other(events.into())),
        }
    }
}

impl<'a> IntoIterator for &'a Events {
    type Item = &'a Event;
    type IntoIter = std::slice::Iter<'a, Event>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.deref().fmt(f)
    }
}

impl<'de> Deserialize<'de> for Events {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(EventsVisitor)
    }
}

struct EventsVisitor;

impl<'de> Visitor<'de> for EventsVisitor {
    type Value = Events;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Events, A::Error> {
        let Some(first) = row.next_element()? else { return Ok(Vec::new().into()) };
        let Some(second) = row.next_element()? else { return Ok(Events(Said::One(first))) };
        let mut events = vec![first, second];
        while let Some(next) = row.next_element()? {
            events.push(next);
        }
        Ok(events.into())
    }
}

/// An entry's place among all entries of all logs: total, and effects stand after their causes.
pub type Order = (Hlc, LogId, u64, EntryHash);

impl Entry {
    /// Its place among all entries.
    pub fn order(&self) -> Order {
        (self.clock, self.log, self.sequence, self.id)
    }
}
