//! Entry: one line of a log, one gesture, and so one step of undo.

use std::fmt;
use std::ops::Deref;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::clock::Hlc;
use super::event::Event;
use super::wire::VERSION;
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
    /// Which installation wrote it.
    pub log: LogId,
    /// 1, 2, 3 … in this log.
    pub sequence: u64,
    /// The line before it in this log; proves that nothing is missing. No bits for the first.
    before: EntryHash,
    /// Cause before effect.
    pub clock: Hlc,
    /// Who made the gesture.
    pub coder: CoderId,
    /// What happened.
    pub events: Events,
    /// What few lines say; there are very many entries, so they share no room for it.
    besides: Option<Box<Besides>>,
}

/// What few lines say besides what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Besides {
    /// The format the line was written in; what a later one says is kept, reported and skipped.
    pub version: u32,
    /// The wall clock in ms, where it differed by more than two seconds.
    pub wall_ms: Option<u64>,
    /// Set where the gesture was too large for one line.
    pub part: Option<Part>,
    /// How far the author had read the other logs, where that is further than at the line before: tells what was said
    /// at the same time from what was said in answer.
    pub seen: Box<[(LogId, u64)]>,
    /// Kinds of events that this version does not know; the line is kept and they are skipped.
    pub unknown: Box<[String]>,
}

impl Default for Besides {
    fn default() -> Self {
        Self { version: VERSION, wall_ms: None, part: None, seen: Box::default(), unknown: Box::default() }
    }
}

/// A link of a log's chain: a line by its hash, where it stands, and the line before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Entry`")]
pub struct Link {
    pub id: EntryHash,
    pub log: LogId,
    pub sequence: u64,
    pub previous: Option<EntryHash>,
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

impl From<Event> for Events {
    fn from(event: Event) -> Self {
        Self(Said::One(event))
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
    /// An entry.
    pub fn new(link: Link, clock: Hlc, coder: CoderId, events: Events, besides: Besides) -> Self {
        let Link { id, log, sequence, previous } = link;
        let before = previous.unwrap_or(EntryHash::new(0));
        let besides = (besides != Besides::default()).then(|| Box::new(besides));
        Self { id, log, sequence, before, clock, coder, events, besides }
    }

    /// The line before it in this log; `None` for the first.
    pub fn previous(&self) -> Option<EntryHash> {
        (self.before.bits() != 0).then_some(self.before)
    }

    /// The format it was written in.
    pub fn version(&self) -> u32 {
        self.besides.as_ref().map_or(VERSION, |besides| besides.version)
    }

    /// When the gesture was made, in ms since 1970: the wall clock where it was told, the order's clock otherwise.
    pub fn made_ms(&self) -> u64 {
        self.besides.as_ref().and_then(|besides| besides.wall_ms).unwrap_or(self.clock.ms)
    }

    /// Set where the gesture was too large for one line.
    pub fn part(&self) -> Option<Part> {
        self.besides.as_ref()?.part
    }

    /// How far the author had read the other logs, where that is further than at the line before.
    pub fn seen(&self) -> &[(LogId, u64)] {
        self.besides.as_ref().map_or(&[], |besides| &besides.seen)
    }

    /// Kinds of events that this version does not know.
    pub fn unknown(&self) -> &[String] {
        self.besides.as_ref().map_or(&[], |besides| &besides.unknown)
    }

    /// Its place among all entries.
    pub fn order(&self) -> Order {
        (self.clock, self.log, self.sequence, self.id)
    }
}
