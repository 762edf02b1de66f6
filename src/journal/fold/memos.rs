//! Memos: every wording that nobody who had seen it wrote anew or threw away, side by side.

use std::collections::BTreeSet;

use super::codes::Codes;
use super::ledger::{Fact, Ledger};
use super::topics::Topic;
use crate::journal::event::Event;
use crate::journal::notice::Notice;
use crate::model::id::{EntryHash, MemoId};
use crate::model::memo::{About, Memo, MemoVersion};

/// Derives a memo, or nothing where all its wordings are gone.
pub(super) fn derive(id: MemoId, ledger: &Ledger, codes: &Codes) -> (Option<Memo>, Option<Notice>) {
    let facts = || ledger.facts(Topic::Memo(id)).filter(|fact| fact.live);
    // What it answers it answers for good, also where somebody else has written it anew since its author took it back.
    let answers = ledger.facts(Topic::Memo(id)).find_map(|fact| match fact.event {
        Event::MemoAnswered { to, .. } => Some(*to),
        _ => None,
    });
    let mut closed = None;
    let mut replaced: BTreeSet<EntryHash> = BTreeSet::new();
    let mut deletions: Vec<Fact<'_>> = Vec::new();
    for fact in facts() {
        match fact.event {
            Event::MemoWritten { replaces, .. } => replaced.extend(replaces),
            Event::MemoDeleted { .. } => deletions.push(fact),
            Event::ThreadClosed { .. } => closed = Some((fact.entry.coder, fact.entry.made_ms())),
            Event::ThreadReopened { .. } => closed = None,
            _ => {}
        }
    }
    let deleted = |fact: &Fact<'_>| {
        let saw = |by: &Fact<'_>| matches!(by.event, Event::MemoDeleted { seen, .. } if by.saw(seen, fact.stamp()));
        deletions.iter().any(saw)
    };
    // Of most memos there is one version.
    let (mut first_about, mut versions) = (None, Vec::<MemoVersion>::with_capacity(1));
    for fact in facts() {
        let (Event::MemoWritten { about, text, .. } | Event::MemoAnswered { about, text, .. }) = fact.event else {
            continue;
        };
        first_about.get_or_insert(*about);
        if replaced.contains(&fact.entry.id) || deleted(&fact) {
            continue;
        }
        let (entry, text) = (fact.entry.id, text.as_str().to_owned());
        // Within one gesture the last wording is the one that was left standing.
        versions.retain(|version| version.entry != entry);
        versions.push(MemoVersion { entry, text, coder: fact.entry.coder, made_ms: fact.entry.made_ms() });
    }
    let (Some(about), false) = (first_about, versions.is_empty()) else { return (None, None) };
    let about = match about {
        About::Code(code) => About::Code(codes.fate(code).map_or(code, |fate| fate.target)),
        other => other,
    };
    let notice = (versions.len() > 1).then_some(Notice::MemoVersions { memo: id, versions: versions.len() });
    (Some(Memo { id, about, answers, closed, versions }), notice)
}
