//! Saturation: what each interview, in the order in which they were made, adds to the codes already found.

use std::collections::BTreeSet;

use super::coded::{InSource, in_sources};
use super::scope::Scope;
use crate::model::case::{Attribute, AttributeKind};
use crate::model::id::{AttributeId, CodeId, CodingId, SourceId};
use crate::model::project::{Project, natural_key};

/// What one source adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The source.
    pub source: SourceId,
    /// How many codings it has.
    pub codings: usize,
    /// How many different codes.
    pub codes: usize,
    /// How many of these no earlier source has.
    pub new: usize,
    /// How many different codes there are so far.
    pub so_far: usize,
    /// The codings of the new codes.
    pub of_new: Vec<CodingId>,
}

/// What every source of a scope adds: in the order of the sources or, with an attribute, in the order of its values
/// (dates and numbers by size); sources without a value stand last.
pub fn saturation(project: &Project, scope: &Scope, by: Option<AttributeId>) -> Vec<Step> {
    let mut sources = in_sources(&scope.chosen(project));
    if let Some(attribute) = by.and_then(|id| project.attribute(id)) {
        sources.sort_by_cached_key(|own| order(project, own, attribute));
    }
    let mut known: BTreeSet<CodeId> = BTreeSet::new();
    let step = |own: InSource<'_>| {
        let codes: BTreeSet<CodeId> = own.codings.iter().map(|coding| coding.code).collect();
        let new: BTreeSet<CodeId> = codes.difference(&known).copied().collect();
        known.extend(&new);
        let of_new = own.codings.iter().filter(|coding| new.contains(&coding.code)).map(|coding| coding.id);
        Step {
            source: own.source.id,
            codings: own.codings.len(),
            codes: codes.len(),
            new: new.len(),
            so_far: known.len(),
            of_new: of_new.collect(),
        }
    };
    sources.into_iter().map(step).collect()
}

/// The number of sources, from 1, after which saturation is reached; `None` while it is not.
///
/// The codes of the first `base` are what is known, and the next `run` together add at most `threshold` of that (Guest, Namey and Chen 2020, *PLOS ONE* 15(5)).
pub fn reached(steps: &[Step], base: usize, run: usize, threshold: f64) -> Option<usize> {
    let known = steps.get(base.checked_sub(1)?)?.so_far;
    let added = |window: &[Step]| window.iter().map(|step| step.new).sum::<usize>();
    #[expect(clippy::cast_precision_loss, reason = "a codebook has few codes")]
    let enough = |window: &[Step]| known > 0 && added(window) as f64 / known as f64 <= threshold;
    let later = steps.get(base..)?;
    later.windows(run.max(1)).position(enough).map(|at| base + at)
}

/// Where a source stands by a value of its cases.
fn order(project: &Project, own: &InSource<'_>, attribute: &Attribute) -> (bool, Vec<(u64, String)>) {
    let values = project.cases_of(own.source.id).filter_map(|case| case.values.get(&attribute.id));
    let keys = values.map(|value| sorting(attribute.kind, value));
    keys.min().map_or((true, Vec::new()), |key| (false, key))
}

/// A key by which values of an attribute sort: numbers by size, all else as names do.
pub(super) fn sorting(kind: AttributeKind, value: &str) -> Vec<(u64, String)> {
    match (kind, value.parse::<f64>()) {
        // The bits of numbers sort as the numbers do when the sign is turned.
        (AttributeKind::Number, Ok(number)) => {
            let bits = number.to_bits();
            vec![(if number.is_sign_negative() { !bits } else { bits | 1 << 63 }, String::new())]
        }
        _ => natural_key(value),
    }
}
