//! Codings: first which of them stand, from what was said about each; then where each is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{Fact, Ledger, Stamp, Topic, made_ms};
use crate::journal::event::Event;
use crate::journal::notice::Notice;
use crate::model::anchor::AnchoredSpan;
use crate::model::id::{CodeId, CoderId, CodingId, SourceId};

/// Every coding that nobody took away, with those of each code and each source.
#[derive(Clone, Default)]
pub(super) struct Codings {
    standing: BTreeMap<CodingId, Standing>,
    by_code: BTreeMap<CodeId, BTreeSet<CodingId>>,
    by_source: BTreeMap<SourceId, BTreeSet<CodingId>>,
}

/// A coding that nobody took away; whether it is shown depends on its code and its source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) id: CodingId,
    /// The code it was given; merges may count it for another.
    pub(super) code: CodeId,
    pub(super) source: SourceId,
    pub(super) at: AnchoredSpan,
    pub(super) coder: CoderId,
    pub(super) made_ms: u64,
    pub(super) added: Stamp,
    recoded: Option<Stamp>,
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
    pub(super) before: Option<Standing>,
    pub(super) now: Option<Standing>,
    pub(super) notice: Option<Notice>,
}

impl Standing {
    /// What one must have seen to have seen this coding under its code.
    pub(super) fn basis(&self) -> impl Iterator<Item = Stamp> {
        std::iter::once(self.added).chain(self.recoded)
    }
}

impl Codings {
    pub(super) fn get(&self, id: CodingId) -> Option<&Standing> {
        self.standing.get(&id)
    }

    pub(super) fn of_code(&self, code: CodeId) -> impl Iterator<Item = &Standing> {
        self.by_code.get(&code).into_iter().flatten().filter_map(|id| self.standing.get(id))
    }

    pub(super) fn of_source(&self, source: SourceId) -> impl Iterator<Item = &Standing> {
        self.by_source.get(&source).into_iter().flatten().filter_map(|id| self.standing.get(id))
    }

    /// Derives one coding anew.
    pub(super) fn derive(&mut self, id: CodingId, ledger: &Ledger) -> Change {
        let (now, notice) = match standing(id, ledger) {
            Some((now, notice)) => (Some(now), notice),
            None => (None, None),
        };
        let before = match now {
            Some(now) => self.standing.insert(id, now),
            None => self.standing.remove(&id),
        };
        let same =
            |a: Option<Standing>, b: Option<Standing>| a.map(|c| (c.code, c.source)) == b.map(|c| (c.code, c.source));
        if !same(before, now) {
            if let Some(before) = before {
                take(&mut self.by_code, &before.code, id);
                take(&mut self.by_source, &before.source, id);
            }
            if let Some(now) = now {
                self.by_code.entry(now.code).or_default().insert(id);
                self.by_source.entry(now.source).or_default().insert(id);
            }
        }
        Change { before, now, notice }
    }
}

fn take<K: Ord>(index: &mut BTreeMap<K, BTreeSet<CodingId>>, key: &K, id: CodingId) {
    if let Some(row) = index.get_mut(key) {
        row.remove(&id);
    }
}

/// The coding as it was last left, or nothing where it was taken back or removed.
fn standing(id: CodingId, ledger: &Ledger) -> Option<(Standing, Option<Notice>)> {
    let facts = ledger.facts(Topic::Coding(id));
    let adds = |fact: &Fact<'_>| matches!(fact.event, Event::CodingAdded { .. });
    let first = facts.clone().find(|fact| fact.live && adds(fact)).or_else(|| facts.clone().find(adds))?;
    let Event::CodingAdded { code, source, at, .. } = first.event else { return None };
    let by = first.entry;
    let mut coding = Standing {
        id,
        code: *code,
        source: *source,
        at: *at,
        coder: by.coder,
        made_ms: made_ms(by),
        added: first.stamp(),
        recoded: None,
    };
    let mut kept_by_others = first.live;
    let mut changes: Vec<Stamp> = Vec::new();
    let mut removals: Vec<Fact<'_>> = Vec::new();
    for fact in facts.filter(|fact| fact.live) {
        match fact.event {
            Event::CodingResized { at, .. } => coding.at = *at,
            Event::CodingRecoded { code, .. } => {
                coding.code = *code;
                coding.recoded = Some(fact.stamp());
            }
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
