//! Reviews: the last word of each reviewer about a coding, with the coding as they found it.

use super::codes::Codes;
use super::ledger::Ledger;
use super::topics::TopicNo;
use crate::journal::event::Event;
use crate::model::anchor::AnchoredSpan;
use crate::model::id::{CodeId, CoderId, CodingId};
use crate::model::review::{Judged, Reviewed};

/// Derives what was said in review about a coding; nothing where nobody has looked at it. It outlives the coding.
pub(super) fn derive((id, no): (CodingId, TopicNo), ledger: &Ledger, codes: &Codes) -> Option<Reviewed> {
    if ledger.topics.only_told(no).is_some() {
        return None;
    }
    let facts = || ledger.facts_of(no);
    let added = facts().find(|fact| matches!(fact.event, Event::CodingAdded { .. }))?;
    let Event::CodingAdded { source, .. } = added.event else { return None };
    let mut judged: Vec<Judged> = Vec::new();
    let mut coded: Vec<(CoderId, CodeId)> = Vec::new();
    let mut placed: Vec<(CoderId, AnchoredSpan)> = Vec::new();
    for fact in facts().filter(|fact| fact.live || fact.told == added.told) {
        let by = fact.entry.coder;
        match fact.event {
            Event::CodingAdded { code, at, .. } => {
                coded.push((by, *code));
                placed.push((by, *at));
            }
            Event::CodingRecoded { code, .. } => coded.push((by, *code)),
            Event::CodingResized { at, .. } => placed.push((by, *at)),
            Event::CodingReviewed { verdict, .. } => {
                let (Some(code), Some(at)) = (found(&coded, by), found(&placed, by)) else { continue };
                let code = codes.fate(code).map_or(code, |fate| fate.target);
                judged.retain(|earlier| earlier.by != by);
                judged.push(Judged { by, verdict: *verdict, code, at, made_ms: fact.entry.made_ms() });
            }
            _ => {}
        }
    }
    (!judged.is_empty()).then_some(Reviewed {
        coding: id,
        source: *source,
        coder: added.entry.coder,
        made_ms: added.entry.made_ms(),
        judged,
    })
}

/// What a reviewer found: the last that was said by another, or what they have said themselves where it is all theirs.
fn found<T: Copy>(said: &[(CoderId, T)], by: CoderId) -> Option<T> {
    let others = said.iter().rev().find(|(coder, _)| *coder != by);
    others.or(said.last()).map(|(_, what)| *what)
}
