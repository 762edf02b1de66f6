//! The ledger: every entry once, in order, and under each topic what was said about it.

use std::cmp::Reverse;
use std::collections::binary_heap::PeekMut;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet};
use std::sync::Arc;

use super::gestures::Gestures;
use super::numbers::Numbers;
use super::topics::{Filed, Topic, TopicNo, Topics};
use crate::journal::entry::{Entry, Order};
use crate::journal::event::{Event, Seen};
use crate::journal::merge::Logs;
use crate::model::id::{EntryHash, GestureId, LogId, MemoId, SourceId};

/// Names one event of one entry of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) entry: u32,
    pub(super) event: u32,
}

/// One event with the entry it stands in.
#[derive(Clone, Copy)]
pub(super) struct Fact<'a> {
    pub(super) told: Told,
    pub(super) entry: &'a Entry,
    pub(super) event: &'a Event,
    /// False where its author took it back.
    pub(super) live: bool,
}

/// Where an event stands in its log; enough to tell whether somebody had seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    log: LogId,
    sequence: u64,
    event: u32,
}

#[derive(Clone, Default)]
pub(super) struct Ledger {
    /// In the order of arrival; an entry's number never changes.
    entries: Vec<Arc<Entry>>,
    /// False for what was taken back, and for what waits for the rest of its gesture.
    pub(super) live: Vec<bool>,
    /// Those that do not wait, in order.
    sorted: Vec<u32>,
    pub(super) gestures: Gestures,
    numbers: Numbers,
    pub(super) retracted_by: HashMap<EntryHash, Vec<u32>>,
    /// Who has said that the words of an entry are to go.
    pub(super) erased_by: HashMap<EntryHash, Vec<u32>>,
    /// The lines of gestures of several lines that count.
    pub(super) parts: HashMap<(LogId, GestureId), Vec<u32>>,
    /// Those of them that erase something for good.
    pub(super) finals: HashSet<(LogId, GestureId)>,
    pub(super) topics: Topics,
    pub(super) logs: Logs,
}

impl Fact<'_> {
    pub(super) fn stamp(&self) -> Stamp {
        Stamp { log: self.entry.log, sequence: self.entry.sequence, event: self.told.event }
    }

    /// Tells whether the author of this event, who had seen `seen`, had seen what stands at `stamp`; what stands before
    /// it in the same log they always had.
    pub(super) fn saw(&self, seen: &Seen, stamp: Stamp) -> bool {
        if stamp.log == self.entry.log {
            return (stamp.sequence, stamp.event) < (self.entry.sequence, self.told.event);
        }
        seen.get(&stamp.log).is_some_and(|&upto| upto >= stamp.sequence)
    }
}

impl Ledger {
    /// Takes up the entries that are new, in whatever order they come; gives their numbers, and each topic once that is
    /// touched by those that count from now on; last the sources of which more is known now of what their authors had seen.
    pub(super) fn take_up(
        &mut self,
        entries: impl IntoIterator<Item: Into<Arc<Entry>>>,
    ) -> (Vec<u32>, Vec<TopicNo>, Vec<SourceId>) {
        let first = self.topics.is_empty();
        let entries = entries.into_iter();
        let most = entries.size_hint().0;
        self.entries.reserve(most);
        self.live.reserve(most);
        self.numbers.reserve(most, |number| self.entries[number as usize].id);
        self.topics.reserve(most);
        let (mut new, mut fresh) = (Vec::with_capacity(most), Vec::with_capacity(most));
        let (mut in_order, mut last) = (true, None);
        let mut late: BTreeMap<LogId, u64> = BTreeMap::new();
        for entry in entries {
            let entry: Arc<Entry> = entry.into();
            let number = u32::try_from(self.entries.len()).expect("fewer than 4 thousand million entries");
            if self.numbers.admit(entry.id, number, |number| self.entries[number as usize].id).is_some() {
                continue;
            }
            if !entry.seen().is_empty() && self.logs.latest(entry.log) > Some(entry.sequence) {
                let from = late.entry(entry.log).or_insert(u64::MAX);
                *from = entry.sequence.min(*from);
            }
            self.logs.note(&entry);
            let known = fresh.len();
            self.gestures.admit(number, &entry, &mut fresh);
            self.entries.push(entry);
            self.live.push(false);
            new.push(number);
            for &number in if in_order { fresh.get(known..).unwrap_or_default() } else { &[] } {
                let order = Some(self.order(number));
                (in_order, last) = (in_order && last < order, order);
            }
        }
        if !in_order {
            fresh = self.merged(&fresh);
        }
        self.sort_in(&fresh);
        let retracted = !self.retracted_by.is_empty();
        let (mut touched, mut again, mut takers) = (Vec::with_capacity(most), Vec::new(), Vec::new());
        for &number in &fresh {
            self.live[number as usize] = true;
            if self.file(number, &mut touched, &mut again) {
                takers.push(number);
            }
        }
        let retracted = if retracted { fresh.as_slice() } else { &[] };
        self.settle_retractions((&fresh, retracted, &takers), !late.is_empty(), &mut again);
        let mut answered = Vec::new();
        self.touch_later(&late, &mut answered);
        let source =
            |no: &TopicNo| if let Topic::Source(source) = self.topics.topic(*no) { Some(source) } else { None };
        let sources = answered.iter().filter_map(source).collect();
        again.append(&mut answered);
        // At first each topic is new, and they are left in the order of the journal, which is how it lies in memory.
        if first {
            self.logs.tighten();
        } else {
            touched.append(&mut again);
            touched.sort_unstable();
            touched.dedup();
        }
        (new, touched, sources)
    }

    /// Numbers in the order of their entries. Each log comes in order, so stretches that are in order are merged.
    fn merged(&self, numbers: &[u32]) -> Vec<u32> {
        let mut rows: Vec<&[u32]> = numbers.chunk_by(|&a, &b| self.order(a) < self.order(b)).collect();
        let head = |(at, row): (usize, &&[u32])| Some(Reverse((self.order(*row.first()?), at)));
        let mut heads: BinaryHeap<Reverse<(Order, usize)>> = rows.iter().enumerate().filter_map(head).collect();
        let mut merged = Vec::with_capacity(numbers.len());
        while let Some(mut head) = heads.peek_mut() {
            let Reverse((order, at)) = &mut *head;
            let Some((first, rest)) = rows.get(*at).and_then(|row| row.split_first()) else {
                PeekMut::pop(head);
                continue;
            };
            merged.push(*first);
            rows[*at] = rest;
            match rest.first() {
                Some(&next) => *order = self.order(next),
                None => drop(PeekMut::pop(head)),
            }
        }
        merged
    }

    /// What the later lines of a log answered is known only now, so what they touch may be a clash no more.
    fn touch_later(&self, late: &BTreeMap<LogId, u64>, touched: &mut Vec<TopicNo>) {
        if late.is_empty() {
            return;
        }
        for entry in &self.entries {
            if late.get(&entry.log).is_some_and(|from| entry.sequence > *from) {
                touched.extend(self.topics_of(entry));
            }
        }
    }

    /// The topics that an entry speaks of, of those that something was filed under.
    pub(super) fn topics_of(&self, entry: &Entry) -> impl Iterator<Item = TopicNo> {
        entry.events.iter().filter_map(Topic::of).filter_map(|topic| self.topics.number(topic))
    }

    /// The number of an entry.
    pub(super) fn number(&self, entry: EntryHash) -> Option<u32> {
        self.numbers.get(entry, |number| self.entries[number as usize].id)
    }

    pub(super) fn contains(&self, entry: EntryHash) -> bool {
        self.number(entry).is_some()
    }

    pub(super) fn is_live(&self, entry: EntryHash) -> bool {
        self.number(entry).is_some_and(|number| self.live[number as usize])
    }

    pub(super) fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }

    /// An entry, to be shared.
    pub(super) fn shared(&self, number: u32) -> &Arc<Entry> {
        &self.entries[number as usize]
    }

    /// How many entries there are.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// Takes the words out of an entry for good; gives the topics it speaks of.
    pub(super) fn erase_words(&mut self, number: u32) -> Vec<TopicNo> {
        let Some(entry) = self.entries.get_mut(number as usize) else { return Vec::new() };
        *entry = Arc::new(entry.without_words());
        self.topics_of(self.entry(number)).collect()
    }

    /// Every entry whose gesture is whole, in order.
    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &Arc<Entry>> + ExactSizeIterator + Clone {
        self.sorted.iter().map(|&number| &self.entries[number as usize])
    }

    /// Entries that wait for the rest of their gesture.
    pub(super) fn unfinished(&self) -> Vec<&Arc<Entry>> {
        self.gestures.waiting().map(|number| &self.entries[number as usize]).collect()
    }

    /// What was said about a topic, in order.
    pub(super) fn facts(&self, topic: Topic) -> impl DoubleEndedIterator<Item = Fact<'_>> + Clone {
        self.topics.number(topic).into_iter().flat_map(|no| self.facts_of(no))
    }

    /// What was said about a topic by its number, in order.
    pub(super) fn facts_of(&self, no: TopicNo) -> impl DoubleEndedIterator<Item = Fact<'_>> + Clone {
        self.topics.told(no).map(|told| self.fact(told))
    }

    /// What was said about a topic, where only one thing was.
    pub(super) fn only_fact(&self, no: TopicNo) -> Option<Fact<'_>> {
        self.topics.only_told(no).map(|told| self.fact(told))
    }

    pub(super) fn fact(&self, told: Told) -> Fact<'_> {
        let entry = &self.entries[told.entry as usize];
        let event = &entry.events[told.event as usize];
        Fact { told, entry, event, live: self.live[told.entry as usize] }
    }

    /// The memos that were ever written.
    pub(super) fn memos(&self) -> impl Iterator<Item = MemoId> + '_ {
        self.topics.all().filter_map(|topic| if let Topic::Memo(memo) = topic { Some(memo) } else { None })
    }

    pub(super) fn order(&self, number: u32) -> Order {
        self.entries[number as usize].order()
    }

    fn sort_in(&mut self, fresh: &[u32]) {
        let (Some(&first), last) = (fresh.first(), self.sorted.last().copied()) else { return };
        let at_the_end = last.is_none_or(|last| self.order(last) < self.order(first));
        if at_the_end {
            self.sorted.extend(fresh);
        } else if fresh.len() < 32 {
            for &number in fresh {
                let order = self.order(number);
                let at = self.sorted.partition_point(|&other| self.order(other) < order);
                self.sorted.insert(at, number);
            }
        } else {
            let mut sorted = std::mem::take(&mut self.sorted);
            sorted.extend(fresh);
            sorted.sort_by_key(|&number| self.order(number));
            self.sorted = sorted;
        }
    }

    /// Files the events of an entry under their topics: new ones, and such as were there before. Tells whether it takes
    /// anything back.
    fn file(&mut self, number: u32, touched: &mut Vec<TopicNo>, again: &mut Vec<TopicNo>) -> bool {
        let entry = Arc::clone(&self.entries[number as usize]);
        if let Some(part) = entry.part() {
            let gesture = (entry.log, part.gesture);
            self.parts.entry(gesture).or_default().push(number);
            if entry.events.iter().any(Event::is_final) {
                self.finals.insert(gesture);
            }
        }
        let mut takes_back = false;
        for (event, at) in entry.events.iter().zip(0_u32..) {
            let (named_by, named) = match event {
                Event::Retracted { entries } => (&mut self.retracted_by, entries.as_slice()),
                Event::SourceRedacted { erase, .. } => (&mut self.erased_by, erase.as_slice()),
                _ => (&mut self.retracted_by, [].as_slice()),
            };
            takes_back |= matches!(event, Event::Retracted { .. });
            for target in named {
                named_by.entry(*target).or_default().push(number);
            }
            let Some(topic) = Topic::of(event) else { continue };
            let told = Told { entry: number, event: at };
            let entries = &self.entries;
            let key = |told: &Told| (entries[told.entry as usize].order(), told.event);
            match self.topics.file(topic, told, key) {
                Filed::First(no) => touched.push(no),
                Filed::More(no) => again.push(no),
            }
        }
        takes_back
    }
}
