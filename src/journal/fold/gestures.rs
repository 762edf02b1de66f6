//! Gestures of several lines: none of them counts before the last has arrived.

use std::collections::{BTreeMap, BTreeSet};

use crate::journal::entry::Entry;
use crate::journal::problem::Problem;
use crate::model::id::{GestureId, LogId};

/// Every gesture of several lines that has been met, whole or not.
#[derive(Clone, Default)]
pub(super) struct Gestures {
    met: BTreeMap<(LogId, GestureId, u32), Parts>,
}

#[derive(Clone, Default)]
struct Parts {
    present: BTreeSet<u32>,
    /// The entries that wait for the rest, with their sequences.
    waiting: BTreeSet<(u64, u32)>,
}

impl Gestures {
    /// Takes in a new entry by its number, and adds to `fresh` those that count from now on: itself where it is a gesture
    /// of its own, and with the last part of a gesture all of them.
    pub(super) fn admit(&mut self, number: u32, entry: &Entry, fresh: &mut Vec<u32>) {
        let Some(part) = entry.part() else { return fresh.push(number) };
        let parts = self.met.entry((entry.log, part.gesture, part.of)).or_default();
        parts.present.insert(part.number);
        parts.waiting.insert((entry.sequence, number));
        if parts.present.len() == part.of as usize {
            fresh.extend(std::mem::take(&mut parts.waiting).into_iter().map(|(_, number)| number));
        }
    }

    /// The numbers of the entries that wait for the rest of their gesture.
    pub(super) fn waiting(&self) -> impl Iterator<Item = u32> + '_ {
        self.met.values().flat_map(|parts| &parts.waiting).map(|(_, number)| *number)
    }

    /// One problem for each gesture that is not whole.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> + '_ {
        self.met.iter().filter_map(|(&(log, _, of), parts)| {
            let (sequence, _) = *parts.waiting.first()?;
            let present = u32::try_from(parts.present.len()).unwrap_or(of);
            Some(Problem::Unfinished { log, sequence, present, of })
        })
    }
}
