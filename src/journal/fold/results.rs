//! Results of agreement that were saved: never changed, only named anew or thrown away.

use std::collections::BTreeSet;

use super::last_word::LastWord;
use super::ledger::{Fact, Ledger};
use super::topics::Topic;
use crate::journal::event::{Event, FreeText, PartTold};
use crate::journal::notice::{Field, Made, Notice};
use crate::model::agreement::{Part, SavedAgreement};
use crate::model::id::ResultId;

/// Derives a result, or nothing where nobody has saved it, its saving was undone, or somebody who had seen its names
/// threw it away.
pub(super) fn derive(id: ResultId, ledger: &Ledger) -> (Option<SavedAgreement>, Vec<Notice>) {
    let facts = || ledger.facts(Topic::Result(id));
    let saves = |fact: &Fact<'_>| matches!(fact.event, Event::AgreementSaved { .. });
    let Some(saved) = facts().find(|fact| fact.live && saves(fact)).or_else(|| facts().find(saves)) else {
        return (None, Vec::new());
    };
    let Event::AgreementSaved { name: first, manner, scale, part, size, version, .. } = saved.event else {
        return (None, Vec::new());
    };
    let by = saved.entry.coder;
    let (mut name, mut found, mut named) = (LastWord::default(), Vec::new(), BTreeSet::new());
    let (mut removals, mut stamps): (Vec<Fact<'_>>, _) = (Vec::new(), vec![saved.stamp()]);
    name.say(first.as_str(), saved.entry);
    for fact in facts() {
        match fact.event {
            // The figures are part of the saving, whether or not that was undone.
            Event::AgreementFound { rows, .. } if fact.live || !saved.live => found.extend(rows.iter().cloned()),
            _ if !fact.live => {}
            Event::AgreementRenamed { name: other, .. } => {
                name.say(other.as_str(), fact.entry);
                named.insert(fact.entry.coder);
                stamps.push(fact.stamp());
            }
            Event::AgreementRemoved { .. } => removals.push(fact),
            _ => {}
        }
    }
    named.remove(&by);
    let saw_all = |removal: &&Fact<'_>| match removal.event {
        Event::AgreementRemoved { seen, .. } => stamps.iter().all(|stamp| removal.saw(seen, *stamp)),
        _ => false,
    };
    if removals.iter().any(|removal| saw_all(&removal)) || (!saved.live && named.is_empty()) {
        return (None, Vec::new());
    }
    let mut notices: Vec<Notice> = name.notice(Field::AgreementName(id), &ledger.logs).into_iter().collect();
    if !saved.live {
        notices.push(Notice::StillUsed { made: Made::Agreement(id), undone_by: by });
    }
    let kept = removals.last().map(|removal| removal.entry.coder);
    notices.extend(kept.map(|removed_by| Notice::AgreementKept { result: id, removed_by }));
    let known = !scale.iter().any(FreeText::is_erased);
    let result = SavedAgreement {
        id,
        name: (*name.get().unwrap_or(&"")).to_owned(),
        manner: manner.as_ref().clone(),
        scale: scale.iter().map(|word| word.as_str().to_owned()).collect(),
        part: asked(part).filter(|_| known),
        size: *size,
        found,
        version: version.to_string(),
        by,
        made_ms: saved.entry.made_ms(),
    };
    (Some(result), notices)
}

/// The part that was asked; `None` where words that say which have been erased.
fn asked(part: &PartTold) -> Option<Part> {
    let words = |words: &[FreeText]| {
        words.iter().map(|word| (!word.is_erased()).then(|| word.as_str().to_owned())).collect::<Option<BTreeSet<_>>>()
    };
    let values = part.values.iter().map(|(id, values)| Some((*id, words(values)?)));
    Some(Part {
        sources: part.sources.iter().copied().collect(),
        speakers: words(&part.speakers)?,
        roles: part.roles.iter().copied().collect(),
        cases: part.cases.iter().copied().collect(),
        values: values.collect::<Option<_>>()?,
        codes: part.codes.iter().copied().collect(),
        below: part.below,
        coders: part.coders.iter().copied().collect(),
        rounds: part.rounds.iter().copied().collect(),
        agreed: part.agreed,
        aside: part.aside,
    })
}
