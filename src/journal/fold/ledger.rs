//! The ledger: every entry once, in order, and under each topic what was said about it.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::gestures::Gestures;
use crate::journal::entry::{Entry, Order};
use crate::journal::event::{Event, Seen};
use crate::journal::merge::Logs;
use crate::model::id::{CodingId, EntryHash, GestureId, LogId, MemoId, ResultId, RoundId, SourceId};

/// What is derived by itself, from what was said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Topic {
    Study,
    Coders,
    Codes,
    Cases,
    Words,
    Figure,
    Source(SourceId),
    Coding(CodingId),
    Memo(MemoId),
    Round(RoundId),
    Result(ResultId),
}

/// Names one event of one entry of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    entry: u32,
    event: u32,
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

/// What was said about one topic, in order. About most codings only one thing was ever said.
#[derive(Clone)]
struct Row {
    first: Told,
    more: Vec<Told>,
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
    pub(super) numbers: HashMap<EntryHash, u32>,
    pub(super) retracted_by: HashMap<EntryHash, Vec<u32>>,
    /// Who has said that the words of an entry are to go.
    pub(super) erased_by: HashMap<EntryHash, Vec<u32>>,
    /// The lines of gestures of several lines that count.
    pub(super) parts: HashMap<(LogId, GestureId), Vec<u32>>,
    /// Those of them that erase something for good.
    pub(super) finals: HashSet<(LogId, GestureId)>,
    topics: HashMap<Topic, Row>,
    memos: BTreeSet<MemoId>,
    pub(super) logs: Logs,
}

impl Topic {
    pub(super) fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::ProjectCreated { .. } | Event::ProjectRenamed { .. } => Self::Study,
            Event::CoderNamed { .. } | Event::CoderRecoloured { .. } => Self::Coders,
            Event::SourceAdded { source, .. }
            | Event::TurnsAdded { source, .. }
            | Event::SourceFileKept { source, .. }
            | Event::SourceRenamed { source, .. }
            | Event::LanguageTold { source, .. }
            | Event::SpeakerChanged { source, .. }
            | Event::SourceRemoved { source, .. }
            | Event::SourceRestored { source }
            | Event::TextReplaced { source, .. }
            | Event::TurnBegun { source, .. }
            | Event::TurnJoined { source, .. }
            | Event::SpeakerTold { source, .. }
            | Event::SpeakersMerged { source, .. }
            | Event::WordsExcluded { source, .. }
            | Event::WordsIncluded { source, .. }
            | Event::SourceRedacted { source, .. }
            | Event::SourceErased { source } => Self::Source(*source),
            Event::CodeCreated { .. }
            | Event::CodeRenamed { .. }
            | Event::CodeDescribed { .. }
            | Event::CodeRecoloured { .. }
            | Event::CodeKindChanged { .. }
            | Event::CodeOriginChanged { .. }
            | Event::CodeMoved { .. }
            | Event::CodesMerged { .. }
            | Event::CodeDeleted { .. }
            | Event::CodeRestored { .. } => Self::Codes,
            Event::CodingAdded { coding, .. }
            | Event::CodingResized { coding, .. }
            | Event::CodingRecoded { coding, .. }
            | Event::CodingRemoved { coding, .. }
            | Event::CodingReviewed { coding, .. } => Self::Coding(*coding),
            Event::MemoWritten { memo, .. }
            | Event::MemoDeleted { memo, .. }
            | Event::MemoAnswered { memo, .. }
            | Event::ThreadClosed { memo }
            | Event::ThreadReopened { memo } => Self::Memo(*memo),
            Event::DoubleCodingBegun { round, .. }
            | Event::DoubleCodingPlaced { round, .. }
            | Event::DoubleCodingUnveiled { round }
            | Event::DisagreementSettled { round, .. } => Self::Round(*round),
            Event::AgreementSaved { result, .. }
            | Event::AgreementFound { result, .. }
            | Event::AgreementRenamed { result, .. }
            | Event::AgreementRemoved { result, .. } => Self::Result(*result),
            Event::CaseCreated { .. }
            | Event::CaseRenamed { .. }
            | Event::CaseDeleted { .. }
            | Event::CaseLinked { .. }
            | Event::CaseUnlinked { .. }
            | Event::AttributeCreated { .. }
            | Event::AttributeRenamed { .. }
            | Event::AttributeDeleted { .. }
            | Event::ValueSet { .. } => Self::Cases,
            Event::WordsWeighed { .. }
            | Event::WordsGrouped { .. }
            | Event::SearchKept { .. }
            | Event::SearchDropped { .. } => Self::Words,
            Event::PaperChosen { .. } | Event::BoxMoved { .. } => Self::Figure,
            Event::Retracted { .. } => return None,
        })
    }
}

impl Row {
    fn insert<K: Ord>(&mut self, mut told: Told, key: impl Fn(&Told) -> K) {
        if key(&told) < key(&self.first) {
            std::mem::swap(&mut told, &mut self.first);
        }
        if self.more.last().is_none_or(|last| key(last) < key(&told)) {
            self.more.push(told);
        } else {
            let place = self.more.partition_point(|other| key(other) < key(&told));
            self.more.insert(place, told);
        }
    }
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
    ) -> (Vec<u32>, Vec<Topic>, Vec<SourceId>) {
        let first = self.topics.is_empty();
        let entries = entries.into_iter();
        self.numbers.reserve(entries.size_hint().0);
        let (mut new, mut fresh) = (Vec::new(), Vec::new());
        let mut late: BTreeMap<LogId, u64> = BTreeMap::new();
        for entry in entries {
            let entry: Arc<Entry> = entry.into();
            let Slot::Vacant(slot) = self.numbers.entry(entry.id) else { continue };
            let number = u32::try_from(self.entries.len()).expect("fewer than 4 thousand million entries");
            slot.insert(number);
            if !entry.seen.is_empty() && self.logs.latest(entry.log) > Some(entry.sequence) {
                let from = late.entry(entry.log).or_insert(u64::MAX);
                *from = entry.sequence.min(*from);
            }
            self.logs.note(&entry);
            self.gestures.admit(number, &entry, &mut fresh);
            self.entries.push(entry);
            self.live.push(false);
            new.push(number);
        }
        // Mostly they come in order already.
        if !fresh.is_sorted_by_key(|&number| self.order(number)) {
            fresh.sort_by_cached_key(|&number| self.order(number));
        }
        self.sort_in(&fresh);
        let (mut touched, mut again) = (Vec::new(), Vec::new());
        for &number in &fresh {
            self.live[number as usize] = true;
            self.file(number, &mut touched, &mut again);
        }
        self.settle_retractions(&fresh, !late.is_empty(), &mut again);
        let mut answered = Vec::new();
        self.touch_later(&late, &mut answered);
        let source = |topic: &Topic| if let Topic::Source(source) = topic { Some(*source) } else { None };
        let sources = answered.iter().filter_map(source).collect();
        again.append(&mut answered);
        // At first each topic is new, and they are left in the order of the journal, which is how it lies in memory.
        if !first {
            touched.append(&mut again);
            touched.sort_unstable();
            touched.dedup();
        }
        (new, touched, sources)
    }

    /// What the later lines of a log answered is known only now, so what they touch may be a clash no more.
    fn touch_later(&self, late: &BTreeMap<LogId, u64>, touched: &mut Vec<Topic>) {
        if late.is_empty() {
            return;
        }
        for entry in &self.entries {
            if late.get(&entry.log).is_some_and(|from| entry.sequence > *from) {
                touched.extend(entry.events.iter().filter_map(Topic::of));
            }
        }
    }

    pub(super) fn contains(&self, entry: EntryHash) -> bool {
        self.numbers.contains_key(&entry)
    }

    pub(super) fn is_live(&self, entry: EntryHash) -> bool {
        self.numbers.get(&entry).is_some_and(|&number| self.live[number as usize])
    }

    pub(super) fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }

    /// How many entries there are.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// Takes the words out of an entry for good; gives the topics it speaks of.
    pub(super) fn erase_words(&mut self, number: u32) -> Vec<Topic> {
        let Some(entry) = self.entries.get_mut(number as usize) else { return Vec::new() };
        *entry = Arc::new(entry.without_words());
        entry.events.iter().filter_map(Topic::of).collect()
    }

    /// Every entry whose gesture is whole, in order.
    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &Arc<Entry>> + ExactSizeIterator {
        self.sorted.iter().map(|&number| &self.entries[number as usize])
    }

    /// Entries that wait for the rest of their gesture.
    pub(super) fn unfinished(&self) -> Vec<&Arc<Entry>> {
        self.gestures.waiting().map(|number| &self.entries[number as usize]).collect()
    }

    /// What was said about a topic, in order.
    pub(super) fn facts(&self, topic: Topic) -> impl DoubleEndedIterator<Item = Fact<'_>> + Clone {
        let row = self.topics.get(&topic).into_iter();
        row.flat_map(|row| std::iter::once(&row.first).chain(&row.more)).map(|&told| self.fact(told))
    }

    /// What was said about a topic, where only one thing was.
    pub(super) fn only_fact(&self, topic: Topic) -> Option<Fact<'_>> {
        self.topics.get(&topic).filter(|row| row.more.is_empty()).map(|row| self.fact(row.first))
    }

    pub(super) fn fact(&self, told: Told) -> Fact<'_> {
        let entry = &self.entries[told.entry as usize];
        let event = &entry.events[told.event as usize];
        Fact { told, entry, event, live: self.live[told.entry as usize] }
    }

    /// The memos that were ever written.
    pub(super) fn memos(&self) -> impl Iterator<Item = MemoId> + '_ {
        self.memos.iter().copied()
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
            sorted.sort_by_cached_key(|&number| self.order(number));
            self.sorted = sorted;
        }
    }

    /// Files the events of an entry under their topics: new ones, and such as were there before.
    fn file(&mut self, number: u32, touched: &mut Vec<Topic>, again: &mut Vec<Topic>) {
        let entry = Arc::clone(&self.entries[number as usize]);
        if let Some(part) = &entry.part {
            let gesture = (entry.log, part.gesture);
            self.parts.entry(gesture).or_default().push(number);
            if entry.events.iter().any(Event::is_final) {
                self.finals.insert(gesture);
            }
        }
        for (event, at) in entry.events.iter().zip(0_u32..) {
            let (named_by, named) = match event {
                Event::Retracted { entries } => (&mut self.retracted_by, entries.as_slice()),
                Event::SourceRedacted { erase, .. } => (&mut self.erased_by, erase.as_slice()),
                _ => (&mut self.retracted_by, [].as_slice()),
            };
            for target in named {
                named_by.entry(*target).or_default().push(number);
            }
            let Some(topic) = Topic::of(event) else { continue };
            if let Topic::Memo(memo) = topic {
                self.memos.insert(memo);
            }
            let told = Told { entry: number, event: at };
            let entries = &self.entries;
            let key = |told: &Told| (entries[told.entry as usize].order(), told.event);
            match self.topics.entry(topic) {
                Slot::Occupied(row) => {
                    again.push(topic);
                    row.into_mut().insert(told, key);
                }
                Slot::Vacant(slot) => {
                    touched.push(topic);
                    slot.insert(Row { first: told, more: Vec::new() });
                }
            }
        }
    }
}

/// When something was said: the wall clock where it was told, the order's clock otherwise.
pub(super) fn made_ms(entry: &Entry) -> u64 {
    entry.wall_ms.unwrap_or(entry.clock.ms)
}
