//! Undo and redo: which of one's own gestures is to be taken back next, and which to be taken up again.
//!
//! Nothing is inverted. To undo is to retract the entries of a gesture, to redo is to retract that retraction; both are
//! entries themselves, so the stacks are read from the journal and outlive the program.

use std::collections::BTreeSet;

use super::entry::Entry;
use super::event::Event;
use crate::model::id::{CoderId, EntryHash, GestureId, LogId};

/// What one coder can undo and redo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stacks {
    done: Vec<Gesture>,
    undone: Vec<Undone>,
    /// The gesture that made the project, where it took several lines.
    founding: Option<GestureId>,
}

/// Nearly every gesture is one entry, and there are very many.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gesture {
    first: EntryHash,
    more: Option<Box<More>>,
}

/// The rest of a gesture of several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
struct More {
    gesture: GestureId,
    entries: Vec<EntryHash>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Undone {
    gesture: Gesture,
    /// The entries that took it back.
    by: Gesture,
}

impl Stacks {
    /// Reads the stacks of a coder from entries in order; only what stands in one of their own logs counts, since another
    /// installation has a history of its own.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>, coder: CoderId, logs: &BTreeSet<LogId>) -> Self {
        let mut stacks = Self::default();
        let own = entries.into_iter().filter(|entry| entry.coder == coder && logs.contains(&entry.log));
        own.for_each(|entry| stacks.tell(entry));
        stacks
    }

    /// Takes note of one's own next entry.
    pub fn tell(&mut self, entry: &Entry) {
        let retracted: Vec<EntryHash> = entry.events.iter().flat_map(targets).copied().collect();
        if retracted.is_empty() {
            self.tell_gesture(entry);
        } else if let Some(at) = self.undone.iter().rposition(|undone| undone.by.is_any_of(&retracted)) {
            let redone = self.undone.remove(at);
            self.done.push(redone.gesture);
        } else if let Some(at) = self.done.iter().rposition(|gesture| gesture.is_any_of(&retracted)) {
            let gesture = self.done.remove(at);
            self.undone.push(Undone { gesture, by: Gesture::of(entry) });
        } else if let Some(last) = self.undone.last_mut() {
            last.by.go_on_with(entry);
        }
    }

    /// The entries to retract for the next undo: the latest gesture none of whose entries is `closed`.
    pub fn next_undo(&self, closed: impl Fn(EntryHash) -> bool) -> Option<Vec<EntryHash>> {
        self.done.iter().rev().find(|gesture| !gesture.is_closed(&closed)).map(Gesture::entries)
    }

    /// The entries to retract for the next redo, passing over gestures of which an entry is `closed`.
    pub fn next_redo(&self, closed: impl Fn(EntryHash) -> bool) -> Option<Vec<EntryHash>> {
        self.undone.iter().rev().find(|undone| !undone.gesture.is_closed(&closed)).map(|undone| undone.by.entries())
    }

    /// Tells whether the latest gesture is one that cannot be taken back.
    pub fn is_closed(&self, closed: impl Fn(EntryHash) -> bool) -> bool {
        self.done.last().is_some_and(|gesture| gesture.is_closed(&closed))
    }

    /// Whoever does something new has nothing to redo any more. To create a project or to say one's name is no step.
    fn tell_gesture(&mut self, entry: &Entry) {
        // What was erased for good stays so: its gesture is no step, whichever of its lines says so.
        if entry.events.iter().any(Event::is_final) {
            self.undone.clear();
            self.done.pop_if(|last| last.go_on_with(entry));
            return;
        }
        if self.done.last_mut().is_some_and(|last| last.go_on_with(entry)) {
            return;
        }
        let gesture = entry.part().map(|part| part.gesture);
        if gesture.is_some() && gesture == self.founding {
            return;
        }
        let says_who = |event: &Event| matches!(event, Event::CoderNamed { .. });
        let founds = |event: &Event| matches!(event, Event::ProjectCreated { .. });
        if entry.events.iter().any(founds) {
            self.founding = gesture;
            return;
        }
        if entry.events.iter().all(says_who) {
            return;
        }
        self.undone.clear();
        self.done.push(Gesture::of(entry));
    }
}

impl Gesture {
    fn of(entry: &Entry) -> Self {
        let more = entry.part().map(|part| Box::new(More { gesture: part.gesture, entries: Vec::new() }));
        Self { first: entry.id, more }
    }

    fn entries(&self) -> Vec<EntryHash> {
        let more = self.more.iter().flat_map(|more| &more.entries);
        std::iter::once(&self.first).chain(more).copied().collect()
    }

    fn is_closed(&self, closed: &impl Fn(EntryHash) -> bool) -> bool {
        closed(self.first) || self.more.iter().flat_map(|more| &more.entries).any(|entry| closed(*entry))
    }

    fn is_any_of(&self, entries: &[EntryHash]) -> bool {
        entries.contains(&self.first)
            || self.more.iter().flat_map(|more| &more.entries).any(|entry| entries.contains(entry))
    }

    /// Takes in an entry that belongs to the same gesture; tells whether it does.
    fn go_on_with(&mut self, entry: &Entry) -> bool {
        let (Some(more), Some(part)) = (&mut self.more, entry.part()) else { return false };
        let same = more.gesture == part.gesture;
        if same {
            more.entries.push(entry.id);
        }
        same
    }
}

fn targets(event: &Event) -> &[EntryHash] {
    match event {
        Event::Retracted { entries } => entries,
        _ => &[],
    }
}
