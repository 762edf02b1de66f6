//! The history: every gesture that was made, whoever made it.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::fold::Fold;
use crate::model::id::{CoderId, EntryHash, GestureId, LogId};

/// One gesture, as the history shows it and as undo takes it back. There are very many, so it shares its lines with the fold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gesture {
    first: Arc<Entry>,
    /// Set where the gesture was too large for a line.
    more: Option<Box<More>>,
    /// Whether its author has taken it back.
    pub taken_back: bool,
    /// Whether this installation wrote it.
    pub mine: bool,
}

/// The rest of a gesture of several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
struct More {
    entries: Vec<EntryHash>,
    /// What all its lines say.
    events: Vec<Event>,
}

impl Gesture {
    fn new(entry: &Arc<Entry>, fold: &Fold, own: &BTreeSet<LogId>) -> Self {
        let (taken_back, mine) = (!fold.is_live(entry.id), own.contains(&entry.log));
        Self { first: Arc::clone(entry), more: None, taken_back, mine }
    }

    fn join(&mut self, entry: &Entry) {
        let first = &self.first;
        let begun = || Box::new(More { entries: Vec::new(), events: first.events.to_vec() });
        let more = self.more.get_or_insert_with(begun);
        more.entries.push(entry.id);
        more.events.extend(entry.events.iter().cloned());
    }

    /// Its lines; more than one where it was too large for a line.
    pub fn entries(&self) -> impl Iterator<Item = EntryHash> + '_ {
        let more = self.more.iter().flat_map(|more| &more.entries);
        std::iter::once(self.first.id).chain(more.copied())
    }

    /// Who made it.
    pub fn coder(&self) -> CoderId {
        self.first.coder
    }

    /// When, in ms since 1970.
    pub fn ms(&self) -> u64 {
        self.first.made_ms()
    }

    /// What happened.
    pub fn events(&self) -> &[Event] {
        self.more.as_ref().map_or(&self.first.events, |more| &more.events)
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
    if made.events().iter().any(|event| matches!(event, Event::Retracted { .. })) {
        for gesture in history.iter_mut() {
            gesture.taken_back = !fold.is_live(gesture.first.id);
        }
    }
    history.push_front(made);
}

/// One gesture by its entries.
pub(super) fn gesture(fold: &Fold, entries: &[EntryHash], own: &BTreeSet<LogId>) -> Option<Gesture> {
    let mut found: Vec<_> = entries.iter().filter_map(|entry| fold.entry(*entry)).collect();
    found.sort_by_key(|entry| entry.order());
    let mut found = found.into_iter();
    let mut gesture = Gesture::new(found.next()?, fold, own);
    found.for_each(|entry| gesture.join(entry));
    Some(gesture)
}
