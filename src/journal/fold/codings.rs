//! Codings: first which of them stand, from what was said about each; then where each is shown.

use std::collections::{BTreeMap, HashMap};

use super::ledger::{Fact, Ledger, Stamp, Told};
use super::topics::TopicNo;
use crate::journal::event::Event;
use crate::journal::notice::Notice;
use crate::model::anchor::AnchoredSpan;
use crate::model::id::{CodeId, CodingId, SourceId};

/// Every coding that nobody took away, with those of each code and each source.
#[derive(Clone, Default)]
pub(super) struct Codings {
    /// What added each, at the number of its topic; [`AWAY`] for what is none and for those that are away.
    added: Vec<Told>,
    /// What gave its code and its bounds to each of the few that were changed since.
    changed: HashMap<TopicNo, (Told, Told)>,
    by_code: BTreeMap<CodeId, Vec<TopicNo>>,
    by_source: BTreeMap<SourceId, Vec<TopicNo>>,
}

/// Stands for no coding.
const AWAY: Told = Told { entry: u32::MAX, event: u32::MAX };

/// A coding that nobody took away, by the events that say what it is; whether it is shown depends on its code and its
/// source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) added: Told,
    /// What gave it its code: its adding, or the last recoding.
    coded: Told,
    /// What gave it its bounds: its adding, or the last resizing.
    placed: Told,
}

/// Why a coding that stands is not shown, although nobody deleted its code or removed its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waiting {
    /// Its code has not arrived.
    Code(CodeId),
    /// Its source has not arrived.
    Source(SourceId),
    /// The text does not have the characters it was put on.
    Words(SourceId),
}

/// What a coding was and is.
pub(super) struct Change {
    pub(super) before: Option<(CodeId, SourceId)>,
    pub(super) now: Option<(CodeId, SourceId)>,
    pub(super) notice: Option<Notice>,
}

impl Standing {
    /// What one must have seen to have seen this coding under its code.
    pub(super) fn basis(&self, ledger: &Ledger) -> impl Iterator<Item = Stamp> {
        let recoded = (self.coded != self.added).then(|| ledger.fact(self.coded).stamp());
        std::iter::once(ledger.fact(self.added).stamp()).chain(recoded)
    }

    /// The code it was given; merges may count it for another.
    pub(super) fn code(&self, ledger: &Ledger) -> CodeId {
        match ledger.fact(self.coded).event {
            Event::CodingAdded { code, .. } | Event::CodingRecoded { code, .. } => *code,
            _ => unreachable!("it names what gave it its code"),
        }
    }

    /// The source it stands in.
    pub(super) fn source(&self, ledger: &Ledger) -> SourceId {
        match ledger.fact(self.added).event {
            Event::CodingAdded { source, .. } => *source,
            _ => unreachable!("it names what added it"),
        }
    }

    /// The characters it stands on.
    pub(super) fn at(&self, ledger: &Ledger) -> AnchoredSpan {
        match ledger.fact(self.placed).event {
            Event::CodingAdded { at, .. } | Event::CodingResized { at, .. } => *at,
            _ => unreachable!("it names what gave it its bounds"),
        }
    }
}

impl Codings {
    pub(super) fn is_empty(&self) -> bool {
        self.added.is_empty()
    }

    /// Makes room for all there are.
    pub(super) fn reserve(&mut self, topics: usize) {
        self.added.reserve(topics.saturating_sub(self.added.len()));
    }

    pub(super) fn get(&self, no: TopicNo) -> Option<Standing> {
        let added = *self.added.get(no.place()).filter(|added| **added != AWAY)?;
        let (coded, placed) = self.changed.get(&no).copied().unwrap_or((added, added));
        Some(Standing { added, coded, placed })
    }

    /// Puts a coding at its number, or nothing; gives what was there.
    fn put(&mut self, no: TopicNo, now: Option<Standing>) -> Option<Standing> {
        let before = self.get(no);
        if self.added.len() <= no.place() {
            self.added.resize(no.place() + 1, AWAY);
        }
        self.added[no.place()] = now.map_or(AWAY, |now| now.added);
        match now.filter(|now| now.coded != now.added || now.placed != now.added) {
            Some(now) => drop(self.changed.insert(no, (now.coded, now.placed))),
            None => drop(self.changed.remove(&no)),
        }
        before
    }

    /// Those that were given a code, in no order.
    pub(super) fn of_code(&self, code: CodeId) -> &[TopicNo] {
        self.by_code.get(&code).map_or(&[], Vec::as_slice)
    }

    /// Those that stand in a source, in no order.
    pub(super) fn of_source(&self, source: SourceId) -> &[TopicNo] {
        self.by_source.get(&source).map_or(&[], Vec::as_slice)
    }

    /// Those of each source, in no order.
    pub(super) fn by_source(&self) -> impl Iterator<Item = (SourceId, &[TopicNo])> {
        self.by_source.iter().map(|(source, codings)| (*source, codings.as_slice()))
    }

    /// Derives one coding anew.
    pub(super) fn derive(&mut self, (id, no): (CodingId, TopicNo), ledger: &Ledger) -> Change {
        let (standing, notice) = standing(id, no, ledger).unzip();
        let place = |coding: Standing| (coding.code(ledger), coding.source(ledger));
        let (before, now) = (self.put(no, standing).map(place), standing.map(place));
        if before != now {
            if let Some((code, source)) = before {
                take(&mut self.by_code, &code, no);
                take(&mut self.by_source, &source, no);
            }
            if let Some((code, source)) = now {
                self.by_code.entry(code).or_default().push(no);
                self.by_source.entry(source).or_default().push(no);
            }
        }
        Change { before, now, notice: notice.flatten() }
    }
}

fn take<K: Ord>(index: &mut BTreeMap<K, Vec<TopicNo>>, key: &K, no: TopicNo) {
    if let Some(row) = index.get_mut(key)
        && let Some(at) = row.iter().position(|other| *other == no)
    {
        row.swap_remove(at);
    }
}

/// The coding as it was last left, or nothing where it was taken back or removed.
fn standing(id: CodingId, no: TopicNo, ledger: &Ledger) -> Option<(Standing, Option<Notice>)> {
    if let Some(only) = ledger.only_fact(no) {
        let added = matches!(only.event, Event::CodingAdded { .. }) && only.live;
        return added.then_some((Standing { added: only.told, coded: only.told, placed: only.told }, None));
    }
    let facts = ledger.facts_of(no);
    let adds = |fact: &Fact<'_>| matches!(fact.event, Event::CodingAdded { .. });
    let first = facts.clone().find(|fact| fact.live && adds(fact)).or_else(|| facts.clone().find(adds))?;
    let by = first.entry;
    let mut coding = Standing { added: first.told, coded: first.told, placed: first.told };
    let mut kept_by_others = first.live;
    let mut changes: Vec<Stamp> = Vec::new();
    let mut removals: Vec<Fact<'_>> = Vec::new();
    for fact in facts.filter(|fact| fact.live) {
        match fact.event {
            Event::CodingResized { .. } => coding.placed = fact.told,
            Event::CodingRecoded { .. } => coding.coded = fact.told,
            Event::CodingRemoved { .. } => {
                removals.push(fact);
                continue;
            }
            _ => continue,
        }
        changes.push(fact.stamp());
        // Undoing one's coding leaves it where somebody else has worked on it since.
        kept_by_others |= fact.entry.coder != by.coder;
    }
    if !kept_by_others {
        return None;
    }
    let effective = removals.iter().any(|removal| {
        let Event::CodingRemoved { seen, .. } = removal.event else { return false };
        changes.iter().all(|&change| removal.saw(seen, change))
    });
    let notice = removals.last().map(|by| Notice::CodingKept { coding: id, removed_by: by.entry.coder });
    (!effective).then_some((coding, notice))
}
