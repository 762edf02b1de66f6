//! What counts: whoever takes back, what they take back, and what nobody takes back any more.

use std::collections::{BTreeSet, BinaryHeap, HashMap};

use super::ledger::Ledger;
use super::topics::TopicNo;
use crate::journal::entry::Order;
use crate::journal::event::Event;
use crate::model::id::{GestureId, LogId};

/// Who has erased words of a gesture of several lines, found once for all of its lines.
type Erasers = HashMap<(LogId, GestureId), BTreeSet<u32>>;

impl Ledger {
    /// Tells anew which entries are taken back. Whoever takes back stands later in order, so going from the last to the
    /// first each entry is settled once, however long a chain of undo and redo is. `late` says that it has become known who
    /// had read what.
    ///
    /// Whoever erases words says anew what was seen of them; taking the erased entry back, or up again, would bring in what
    /// it stood for beside that. So of an entry whose words are to go only what the erasing had seen counts.
    pub(super) fn settle_retractions(&mut self, fresh: &[u32], late: bool, touched: &mut Vec<TopicNo>) {
        let waiting: BTreeSet<u32> = self.gestures.waiting().collect();
        let mut open: BinaryHeap<(Order, u32)> = BinaryHeap::new();
        for &number in fresh {
            if self.retracted_by.contains_key(&self.entry(number).id) {
                open.push((self.order(number), number));
            }
            open.extend(self.targets(number).map(|target| (self.order(target), target)));
        }
        open.extend(self.unsettled(fresh, late).into_iter().map(|number| (self.order(number), number)));
        let mut known = Erasers::new();
        while let Some((order, number)) = open.pop() {
            if waiting.contains(&number) {
                continue;
            }
            let live = self.counts(number, order, &mut known);
            if live != self.live[number as usize] {
                touched.extend(self.topics_of(self.entry(number)));
                open.extend(self.targets(number).map(|target| (self.order(target), target)));
                self.live[number as usize] = live;
            }
        }
    }

    /// Tells whether an entry counts: nobody who may has taken it back.
    fn counts(&self, number: u32, order: Order, known: &mut Erasers) -> bool {
        let entry = self.entry(number);
        let takers = self.retracted_by.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        let gesture = entry.part().map(|part| (entry.log, part.gesture));
        let of_gesture = gesture.is_some_and(|gesture| self.finals.contains(&gesture));
        if takers.is_empty() || of_gesture || entry.events.iter().any(Event::is_final) {
            return true;
        }
        let found;
        let erasers = match gesture {
            Some(gesture) => known.entry(gesture).or_insert_with(|| self.erasers(number)),
            None => {
                found = self.erasers(number);
                &found
            }
        };
        !takers.iter().any(|&taker| {
            let by = self.entry(taker);
            by.coder == entry.coder
                && self.live[taker as usize]
                && by.order() > order
                && erasers.iter().all(|&eraser| self.logs.saw(self.entry(eraser), by))
        })
    }

    /// Who has said that words of an entry's gesture are to go, or of what it takes back or up again.
    fn erasers(&self, number: u32) -> BTreeSet<u32> {
        let (mut erasers, mut met, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![number]);
        if self.erased_by.is_empty() {
            return erasers;
        }
        while let Some(number) = open.pop() {
            if !met.insert(number) {
                continue;
            }
            erasers.extend(self.erased_by.get(&self.entry(number).id).into_iter().flatten());
            open.extend(self.targets(number));
            for &part in self.gesture_of(number) {
                if !met.insert(part) {
                    continue;
                }
                erasers.extend(self.erased_by.get(&self.entry(part).id).into_iter().flatten());
                open.extend(self.targets(part));
            }
        }
        erasers
    }

    /// What is to be settled once more because words have been erased: the entries, and whoever takes them back or up.
    fn unsettled(&self, fresh: &[u32], late: bool) -> BTreeSet<u32> {
        let mut unsettled = BTreeSet::new();
        if self.erased_by.is_empty() {
            return unsettled;
        }
        let mut open: Vec<u32> = Vec::new();
        for &number in fresh {
            let entry = self.entry(number);
            if self.erased_by.contains_key(&entry.id) {
                open.push(number);
            }
            for event in &entry.events {
                if let Event::SourceRedacted { erase, .. } = event {
                    open.extend(erase.iter().filter_map(|entry| self.number(*entry)));
                }
            }
        }
        if late {
            open.extend(self.erased_by.keys().filter_map(|entry| self.number(*entry)));
        }
        let takers = |number: u32| self.retracted_by.get(&self.entry(number).id).into_iter().flatten().copied();
        while let Some(number) = open.pop() {
            if !unsettled.insert(number) {
                continue;
            }
            open.extend(takers(number));
            for &part in self.gesture_of(number) {
                if unsettled.insert(part) {
                    open.extend(takers(part));
                }
            }
        }
        unsettled
    }

    /// The other lines of an entry's gesture that are here; nothing where it has but one.
    fn gesture_of(&self, number: u32) -> &[u32] {
        let entry = self.entry(number);
        let parts = entry.part().and_then(|part| self.parts.get(&(entry.log, part.gesture)));
        parts.map(Vec::as_slice).unwrap_or_default()
    }

    /// The entries of the ledger that an entry takes back.
    fn targets(&self, number: u32) -> impl Iterator<Item = u32> + '_ {
        let events = self.entry(number).events.iter();
        let named = events.flat_map(|event| match event {
            Event::Retracted { entries } => entries.as_slice(),
            _ => &[],
        });
        named.filter_map(|target| self.number(*target))
    }
}
