//! Rounds of double coding: what is coded twice by whom, whether it was unveiled, and what was agreed.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Codes;
use super::last_word::LastWord;
use super::ledger::{Fact, Ledger};
use super::topics::Topic;
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::notice::{Disputed, Made, Notice};
use crate::model::double_coding::{Answer, DoubleCoding, Settled};
use crate::model::id::{CodeId, CoderId, RoundId};

/// Derives a round, or nothing where nobody has begun it or its beginning was undone before others worked on it.
pub(super) fn derive(id: RoundId, ledger: &Ledger, codes: &Codes) -> (Option<DoubleCoding>, Vec<Notice>) {
    let facts = || ledger.facts(Topic::Round(id));
    let begins = |fact: &Fact<'_>| matches!(fact.event, Event::DoubleCodingBegun { .. });
    let Some(begun) = facts().find(|fact| fact.live && begins(fact)).or_else(|| facts().find(begins)) else {
        return (None, Vec::new());
    };
    let Event::DoubleCodingBegun { coders, codes: about, drawn, .. } = begun.event else { return (None, Vec::new()) };
    let now = |code: &CodeId| codes.fate(*code).map_or(*code, |fate| fate.target);
    let by = begun.entry.coder;
    let mut round = DoubleCoding {
        id,
        coders: coders.to_vec(),
        codes: about.iter().map(now).collect(),
        places: BTreeMap::new(),
        drawn: *drawn,
        begun_by: by,
        begun_ms: begun.entry.made_ms(),
        unveiled: None,
        settled: Vec::new(),
        made_since: BTreeMap::new(),
    };
    let mut worked = BTreeSet::new();
    let mut answers: BTreeMap<Disputed, LastWord<'_, Answer>> = BTreeMap::new();
    for fact in facts() {
        let (entry, live) = (fact.entry, fact.live);
        match fact.event {
            // The words are part of the beginning, whether or not that was undone.
            Event::DoubleCodingPlaced { source, at, .. } if live || !begun.live => {
                round.places.entry(*source).or_default().extend(at.iter().copied());
            }
            _ if !live => {}
            Event::DoubleCodingUnveiled { .. } => {
                round.unveiled.get_or_insert((entry.coder, entry.made_ms()));
                worked.insert(entry.coder);
            }
            Event::DisagreementSettled { source, at, code, answer, .. } => {
                let (source, at, code) = (*source, **at, now(code));
                let settled = Settled { source, at, code, answer: **answer, by: entry.coder, made_ms: entry.made_ms() };
                round.settled.push(settled);
                answers.entry(Disputed { source, at, code }).or_default().say(**answer, entry);
                worked.insert(entry.coder);
            }
            _ => {}
        }
    }
    worked.remove(&by);
    if !begun.live && worked.is_empty() {
        return (None, Vec::new());
    }
    if round.unveiled.is_none() && round.codes.is_empty() {
        round.made_since = made_since(begun.entry, coders, ledger);
    }
    let mut notices = Vec::new();
    if !begun.live {
        notices.push(Notice::StillUsed { made: Made::DoubleCoding(id), undone_by: by });
    }
    notices.extend(answers.iter().filter_map(|(about, said)| {
        let clash = said.clash(&ledger.logs).filter(|clash| !is_same(*clash.kept, *clash.other))?;
        Some(Notice::TwoAnswers {
            round: id,
            about: *about,
            kept: *clash.kept,
            kept_by: clash.kept_by,
            other: *clash.other,
            other_by: clash.other_by,
        })
    }));
    (Some(round), notices)
}

/// The codes that some coders have made since an entry was written.
fn made_since(begun: &Entry, coders: &[CoderId], ledger: &Ledger) -> BTreeMap<CodeId, CoderId> {
    let mut known = BTreeSet::new();
    let mut made = BTreeMap::new();
    for fact in ledger.facts(Topic::Codes) {
        // A name that was erased is told anew; the code is as old as it was.
        if let Event::CodeCreated { code, .. } = fact.event
            && known.insert(*code)
            && coders.contains(&fact.entry.coder)
            && fact.entry.order() > begun.order()
        {
            made.insert(*code, fact.entry.coder);
        }
    }
    made
}

/// Two who mean the same bounds have drawn an id each.
fn is_same(one: Answer, other: Answer) -> bool {
    match (one, other) {
        (Answer::Bounds(_, one), Answer::Bounds(_, other)) => one == other,
        (one, other) => one == other,
    }
}
