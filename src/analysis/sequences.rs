//! Sequences: which code follows which in the text.

use std::collections::{BTreeMap, BTreeSet};

use super::Reach;
use super::coded::{Coded, InSource, Level};
use super::scope::Scope;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, CodingId};
use crate::model::project::Project;

/// How far one looks for what follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Within {
    /// To the end of the source.
    #[default]
    Source,
    /// To the end of the turn in which the first coding ends; in a text without turns, of the paragraph.
    Turn,
}

/// Which code follows which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequences {
    /// The codes, in the order of the codebook.
    pub codes: Vec<CodeId>,
    /// For the rows of what comes first and of what follows: how often, and the codings of both.
    pub steps: BTreeMap<(usize, usize), Step>,
}

/// One code after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// How often.
    pub times: usize,
    /// The codings that come first, and those that follow.
    pub codings: BTreeSet<CodingId>,
}

impl Sequences {
    /// Counts the steps of a scope. What follows a coding is what starts first after its end; of several that start
    /// at one place each follows. Overlapping codings do not follow one another.
    pub fn of(project: &Project, scope: &Scope, within: Within, shown: (Level, Reach)) -> Self {
        let coded = Coded::of(project, scope, shown.0, shown.1);
        let mut told: Vec<((usize, usize), [CodingId; 2])> = Vec::new();
        for own in &coded.sources {
            // Only what stands in a row is seen: a code that is not shown does not come between two that are.
            let seen: Vec<&Coding> =
                own.codings.iter().copied().filter(|coding| !coded.rows(coding.code).is_empty()).collect();
            for first in &seen {
                for next in followers(own, &seen, first, within) {
                    for from in coded.rows(first.code) {
                        told.extend(coded.rows(next.code).iter().map(|to| ((*from, *to), [first.id, next.id])));
                    }
                }
            }
        }
        told.sort_unstable_by_key(|(rows, _)| *rows);
        let step = |told: &[(_, [CodingId; 2])]| Step {
            times: told.len(),
            codings: told.iter().flat_map(|(_, codings)| *codings).collect(),
        };
        let rows = told.chunk_by(|one, other| one.0 == other.0);
        let steps = rows.filter_map(|told| Some((told.first()?.0, step(told)))).collect();
        Self { codes: coded.codes, steps }
    }

    /// How often one row follows another.
    pub fn times(&self, from: usize, to: usize) -> usize {
        self.steps.get(&(from, to)).map_or(0, |step| step.times)
    }
}

/// The codings that start first after the end of one.
fn followers<'s, 'p>(
    own: &InSource<'_>,
    seen: &'s [&'p Coding],
    first: &Coding,
    within: Within,
) -> impl Iterator<Item = &'s &'p Coding> {
    let after = seen.partition_point(|coding| coding.span.start() < first.span.end());
    let rest = seen.get(after..).unwrap_or_default();
    let start = rest.first().map(|coding| coding.span.start());
    let reachable = rest
        .first()
        .is_some_and(|next| within == Within::Source || own.turns_under(next.span).0 < own.turns_under(first.span).1);
    rest.iter().take_while(move |coding| reachable && Some(coding.span.start()) == start)
}
