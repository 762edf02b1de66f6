//! Exclusions of one source: what was set aside and not taken back.

use std::collections::BTreeSet;

use super::ledger::Fact;
use crate::journal::event::Event;
use crate::model::exclusion::Exclusion;
use crate::model::id::ExclusionId;
use crate::model::source::Source;
use crate::model::span::{Span, union};

/// Sets aside in a source what the facts that count say.
pub(super) fn set_aside<'a>(source: &mut Source, facts: impl Iterator<Item = Fact<'a>> + Clone) {
    let back: BTreeSet<ExclusionId> = facts
        .clone()
        .filter_map(|fact| match fact.event {
            Event::WordsIncluded { exclusion, .. } => Some(*exclusion),
            _ => None,
        })
        .collect();
    let mut known = BTreeSet::new();
    let mut exclusions: Vec<Exclusion> = facts
        .filter_map(|fact| match fact.event {
            Event::WordsExcluded { exclusion, at, reason, .. }
                if !back.contains(exclusion) && known.insert(*exclusion) =>
            {
                let span = source.resolve(*at)?;
                Some(Exclusion { id: *exclusion, at: *at, span, reason: *reason, coder: fact.entry.coder })
            }
            _ => None,
        })
        .collect();
    exclusions.sort_by_key(|exclusion| (exclusion.span, exclusion.id));
    let spans: Vec<Span> = exclusions.iter().map(|exclusion| exclusion.span).collect();
    source.excluded = union(spans).into();
    source.exclusions = exclusions.into();
}
