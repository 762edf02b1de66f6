//! Reviews: the last word of each reviewer about a coding, with the coding as they found it, and what was done to it since.

use std::collections::BTreeMap;

use super::codes::Codes;
use super::codings::Standing;
use super::ledger::{Fact, Ledger};
use super::topics::TopicNo;
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::merge::Logs;
use crate::journal::notice::{Notice, Placed};
use crate::model::anchor::AnchoredSpan;
use crate::model::id::{CodeId, CoderId, CodingId, SourceId};
use crate::model::review::{Judged, Reviewed, Verdict};

/// Derives what was said in review about a coding, and which of the reviewers should know that it was changed later;
/// nothing where nobody has looked at it. It outlives the coding, which is `now`.
pub(super) fn derive(
    (id, no): (CodingId, TopicNo),
    ledger: &Ledger,
    codes: &Codes,
    now: Option<Standing>,
) -> (Option<Reviewed>, Vec<Notice>) {
    let facts = || ledger.facts_of(no);
    let Some(added) = facts().find(|fact| matches!(fact.event, Event::CodingAdded { .. })) else {
        return (None, Vec::new());
    };
    let Event::CodingAdded { source, .. } = added.event else { return (None, Vec::new()) };
    let counted_as = |code: CodeId| codes.fate(code).map_or(code, |fate| fate.target);
    let mut judged: Vec<Judged> = Vec::new();
    let mut said = Said::default();
    for fact in facts().filter(|fact| fact.live || fact.told == added.told) {
        said.take(&fact);
        let by = fact.entry.coder;
        if let Event::CodingReviewed { verdict, .. } = fact.event
            && let (Some(code), Some(at)) = (found(&said.coded, by), found(&said.placed, by))
        {
            judged.retain(|earlier| earlier.by != by);
            let (verdict, code, made_ms) = (*verdict, counted_as(code), fact.entry.made_ms());
            judged.push(Judged { by, verdict, code, at, made_ms, changed: false });
        }
        // Whoever has once reviewed it has seen it again by working on it.
        if judged.iter().any(|judged| judged.by == by) {
            said.seen_by(fact.entry, &ledger.logs);
        }
    }
    if judged.is_empty() {
        return (None, Vec::new());
    }
    let now = now.map(|now| Placed { code: counted_as(now.code(ledger)), at: now.at(ledger) });
    let mut changed = Vec::new();
    for judged in judged.iter_mut().filter(|judged| judged.verdict != Verdict::Removed) {
        let Some(left) = said.left.get(&judged.by) else { continue };
        let left = Placed { code: counted_as(left.code), at: left.at };
        let notice = said.changed(judged, (id, *source), left, now);
        judged.changed = notice.is_some();
        changed.extend(notice);
    }
    let (coder, made_ms) = (added.entry.coder, added.entry.made_ms());
    (Some(Reviewed { coding: id, source: *source, coder, made_ms, judged }), changed)
}

/// What was said about a coding so far, in order.
#[derive(Default)]
struct Said<'a> {
    coded: Vec<(&'a Entry, CodeId)>,
    placed: Vec<(&'a Entry, AnchoredSpan)>,
    /// Who took it away last, or made it and took that back.
    gone_by: Option<CoderId>,
    /// The coding as each reviewer saw it last.
    left: BTreeMap<CoderId, Placed>,
}

impl<'a> Said<'a> {
    fn take(&mut self, fact: &Fact<'a>) {
        match fact.event {
            Event::CodingAdded { code, at, .. } => {
                self.coded.push((fact.entry, *code));
                self.placed.push((fact.entry, *at));
                self.gone_by.get_or_insert(fact.entry.coder);
            }
            Event::CodingRecoded { code, .. } => self.coded.push((fact.entry, *code)),
            Event::CodingResized { at, .. } => self.placed.push((fact.entry, *at)),
            Event::CodingRemoved { .. } => self.gone_by = Some(fact.entry.coder),
            _ => {}
        }
    }

    /// Notes the coding as the author of an entry knew it then.
    fn seen_by(&mut self, entry: &Entry, logs: &Logs) {
        if let (Some(code), Some(at)) = (known(&self.coded, entry, logs), known(&self.placed, entry, logs)) {
            self.left.insert(entry.coder, Placed { code, at });
        }
    }

    /// What a reviewer should know of; nothing where it is as they left it, or where they changed it themselves.
    fn changed(
        &self,
        judged: &Judged,
        (coding, source): (CodingId, SourceId),
        left: Placed,
        now: Option<Placed>,
    ) -> Option<Notice> {
        let last = match now {
            None => self.gone_by,
            Some(now) if now.code != left.code => self.coded.last().map(|(entry, _)| entry.coder),
            Some(now) if now.at != left.at => self.placed.last().map(|(entry, _)| entry.coder),
            Some(_) => None,
        };
        let by = last.filter(|by| *by != judged.by)?;
        let (reviewer, verdict) = (judged.by, judged.verdict);
        Some(Notice::ChangedSinceReview { coding, source, reviewer, verdict, by, left, now })
    }
}

/// The latest of what was said that the author of an entry knew.
fn known<T: Copy>(said: &[(&Entry, T)], by: &Entry, logs: &Logs) -> Option<T> {
    let knew = |earlier: &Entry| earlier.id == by.id || logs.saw(by, earlier);
    said.iter().rev().find(|(entry, _)| knew(entry)).map(|(_, what)| *what)
}

/// What a reviewer found: the last that was said by another, or what they have said themselves where it is all theirs.
fn found<T: Copy>(said: &[(&Entry, T)], by: CoderId) -> Option<T> {
    let others = said.iter().rev().find(|(entry, _)| entry.coder != by);
    others.or(said.last()).map(|(_, what)| *what)
}
