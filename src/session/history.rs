//! The history: every gesture that was made, whoever made it.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::fold::Fold;
use crate::model::id::{CoderId, EntryHash, GestureId, LogId};

/// One gesture, as the history shows it and as undo takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gesture {
    /// Its lines; more than one where it was too large for a line.
    pub entries: Vec<EntryHash>,
    /// Which installation wrote it.
    pub log: LogId,
    /// Who made it.
    pub coder: CoderId,
    /// When, in ms since 1970.
    pub ms: u64,
    /// What happened.
    pub events: Vec<Event>,
    /// Whether its author has taken it back.
    pub taken_back: bool,
    /// Whether this installation wrote it.
    pub mine: bool,
}

impl Gesture {
    fn new(entry: &Entry, fold: &Fold, own: &BTreeSet<LogId>) -> Self {
        Self {
            entries: vec![entry.id],
            log: entry.log,
            coder: entry.coder,
            ms: entry.made_ms(),
            events: entry.events.to_vec(),
            taken_back: !fold.is_live(entry.id),
            mine: own.contains(&entry.log),
        }
    }

    fn join(&mut self, entry: &Entry) {
        self.entries.push(entry.id);
        self.events.extend(entry.events.iter().cloned());
    }
}

/// The whole history, the newest first.
pub(super) fn of(fold: &Fold, own: &BTreeSet<LogId>) -> VecDeque<Gesture> {
    let mut oldest_first: Vec<Gesture> = Vec::new();
    let mut open: HashMap<(LogId, GestureId), usize> = HashMap::new();
    for entry in fold.entries() {
        if let Some(part) = entry.part() {
            let at = *open.entry((entry.log, part.gesture)).or_insert(oldest_first.len());
            if let Some(begun) = oldest_first.get_mut(at) {
                begun.join(entry);
                continue;
            }
        }
        oldest_first.push(Gesture::new(entry, fold, own));
    }
    oldest_first.into_iter().rev().collect()
}

/// Adds the entries of one gesture just made, which the fold has taken in.
pub(super) fn add(history: &mut VecDeque<Gesture>, entries: &[Arc<Entry>], fold: &Fold, own: &BTreeSet<LogId>) {
    let Some((first, rest)) = entries.split_first() else { return };
    let mut made = Gesture::new(first, fold, own);
    rest.iter().for_each(|entry| made.join(entry));
    if made.events.iter().any(|event| matches!(event, Event::Retracted { .. })) {
        for gesture in history.iter_mut() {
            gesture.taken_back = gesture.entries.first().is_some_and(|entry| !fold.is_live(*entry));
        }
    }
    history.push_front(made);
}

/// One gesture by its entries.
pub(super) fn gesture(fold: &Fold, entries: &[EntryHash], own: &BTreeSet<LogId>) -> Option<Gesture> {
    // Mostly it is among the last.
    let found = fold.entries().rev().filter(|entry| entries.contains(&entry.id));
    let mut found: Vec<_> = found.take(entries.len()).collect();
    found.reverse();
    let mut found = found.into_iter();
    let mut gesture = Gesture::new(found.next()?, fold, own);
    found.for_each(|entry| gesture.join(entry));
    Some(gesture)
}
