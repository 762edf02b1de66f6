//! Co-occurrence: which codes are put on the same words, near one another, or in the same turn.

use std::collections::{BTreeMap, BTreeSet};

use super::Reach;
use super::coded::{Coded, InSource, Level};
use super::scope::Scope;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, CodingId};
use crate::model::project::Project;

/// When two codings meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Near {
    /// They share at least one character.
    #[default]
    Overlap,
    /// At most so many words stand between them.
    Words(u32),
    /// Both have words in one turn; in a text without turns, in one paragraph.
    Turn,
}

/// Two codes whose codings meet; the first stands before the other in the codebook.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Their rows among [`CoOccurrence::codes`].
    pub rows: (usize, usize),
    /// How many pairs of codings meet.
    pub meetings: usize,
    /// The codings of the first that meet one of the other.
    pub of_one: BTreeSet<CodingId>,
    /// The codings of the other that meet one of the first.
    pub of_other: BTreeSet<CodingId>,
    /// The coefficient, from 0 to 1.
    pub coefficient: f64,
}

/// Which codes occur together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoOccurrence {
    /// The codes compared, in the order of the codebook.
    pub codes: Vec<CodeId>,
    /// How many codings each has.
    pub codings: Vec<usize>,
    /// The pairs that meet at all, by their rows.
    pub pairs: Vec<Pair>,
}

impl CoOccurrence {
    /// Compares the codes of a scope. A code never occurs together with itself or with one above it: the codings of
    /// the one are the codings of the other.
    pub fn of(project: &Project, scope: &Scope, near: Near, shown: (Level, Reach)) -> Self {
        let coded = Coded::of(project, scope, shown.0, shown.1);
        let mut codings = vec![0; coded.codes.len()];
        let mut found: BTreeMap<(usize, usize), Pair> = BTreeMap::new();
        let related = related(project, &coded.codes);
        for own in &coded.sources {
            for coding in &own.codings {
                coded.rows(coding.code).iter().for_each(|row| codings[*row] += 1);
            }
            meetings(own, near, &mut |one, other| {
                for row in coded.rows(one.code) {
                    for column in coded.rows(other.code) {
                        let (rows, of_one, of_other) = match row < column {
                            true => ((*row, *column), one.id, other.id),
                            false => ((*column, *row), other.id, one.id),
                        };
                        if row != column && !related.contains(&rows) {
                            let pair = found.entry(rows).or_insert_with(|| Pair::none(rows));
                            pair.meetings += 1;
                            pair.of_one.insert(of_one);
                            pair.of_other.insert(of_other);
                        }
                    }
                }
            });
        }
        let pairs = found.into_values().map(|pair| pair.rated(&codings)).collect();
        Self { codes: coded.codes, codings, pairs }
    }

    /// The pair of two rows, in either order.
    pub fn pair(&self, one: usize, other: usize) -> Option<&Pair> {
        let rows = (one.min(other), one.max(other));
        let at = self.pairs.binary_search_by_key(&rows, |pair| pair.rows).ok()?;
        self.pairs.get(at)
    }
}

impl Pair {
    fn none(rows: (usize, usize)) -> Self {
        Self { rows, meetings: 0, of_one: BTreeSet::new(), of_other: BTreeSet::new(), coefficient: 0.0 }
    }

    fn rated(mut self, codings: &[usize]) -> Self {
        // The smaller side: a long coding that meets five short ones is one meeting for the coefficient, so that it
        // never leaves 0 to 1.
        let both = self.of_one.len().min(self.of_other.len());
        self.coefficient = coefficient(both, codings[self.rows.0], codings[self.rows.1]);
        self
    }
}

/// The c-coefficient n₁₂ ÷ (n₁ + n₂ − n₁₂) of two codes with `one` and `other` codings, `both` of them together.
///
/// (Friese 2019, *Qualitative Data Analysis with ATLAS.ti*, 3rd edition; the measure is Jaccard's of 1912).
#[expect(clippy::cast_precision_loss, reason = "a study has fewer codings than an f64 has whole numbers")]
pub fn coefficient(both: usize, one: usize, other: usize) -> f64 {
    let either = (one + other).saturating_sub(both);
    if either == 0 { 0.0 } else { both as f64 / either as f64 }
}

/// The pairs of rows of which one stands above the other in the codebook.
fn related(project: &Project, codes: &[CodeId]) -> BTreeSet<(usize, usize)> {
    let place: BTreeMap<CodeId, usize> = codes.iter().enumerate().map(|(row, code)| (*code, row)).collect();
    let above = |(row, code): (usize, &CodeId)| {
        let rows = project.codebook().ancestors(*code).filter_map(|above| place.get(&above.id).copied());
        rows.map(|above| (above.min(row), above.max(row))).collect::<Vec<_>>()
    };
    codes.iter().enumerate().flat_map(above).collect()
}

/// Tells every two codings of a source that meet, each two once.
fn meetings<'p>(own: &InSource<'p>, near: Near, tell: &mut impl FnMut(&'p Coding, &'p Coding)) {
    let mut reaches: Vec<(u32, u32, &'p Coding)> = own
        .codings
        .iter()
        .filter_map(|coding| reach(own, near, coding).map(|(from, to)| (from, to, *coding)))
        .collect();
    reaches.sort_by_key(|(from, to, coding)| (*from, *to, coding.id));
    let mut open: Vec<(u32, &'p Coding)> = Vec::new();
    for (from, to, coding) in reaches {
        open.retain(|(end, _)| *end > from);
        open.iter().for_each(|(_, earlier)| tell(earlier, coding));
        open.push((to, coding));
    }
}

/// What a coding reaches, half-open: two codings meet where these overlap.
fn reach(own: &InSource<'_>, near: Near, coding: &Coding) -> Option<(u32, u32)> {
    match near {
        Near::Overlap => Some((coding.span.start(), coding.span.end())),
        Near::Turn => Some(own.turns_under(coding.span)),
        Near::Words(between) => {
            let words = own.source.text.as_ref()?.words();
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            let count = number(words.count_between(coding.span.start(), coding.span.end()));
            let first = number(words.count_between(0, coding.span.end())) - count;
            Some((first, first.saturating_add(count).saturating_add(between).saturating_add(1)))
        }
    }
}
