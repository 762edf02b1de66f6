//! Coders of a study held against each other: by code, by source, and all together.

use std::collections::{BTreeMap, BTreeSet};

use super::axis::Axis;
use super::bootstrap::{self, Bootstrap, Intervals};
use super::cells::{self, Cells, Places};
use super::warnings::{self, Warning};
use super::{Figures, segments};
use crate::analysis::Reach;
use crate::analysis::coded::{self, InSource, Level};
use crate::analysis::scope::Scope;
use crate::model::agreement::Unit;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, CoderId, SourceId};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::Span;

/// What is asked of coders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// Who, the first of two first; fewer than two stand for the two with the most codings of those asked.
    pub coders: Vec<CoderId>,
    /// What is compared.
    pub unit: Unit,
    /// How intervals are made; sources are drawn.
    pub bootstrap: Bootstrap,
}

/// What a figure is of: each member is compared by itself, and their tables are added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Among {
    /// The codes compared, each with those that count for it.
    pub codes: Vec<Vec<CodeId>>,
    /// Only this source; `None` where all that are asked.
    pub source: Option<SourceId>,
}

/// How far two coders agree on something.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The table behind every figure.
    pub cells: Cells,
    /// The same for each source asked, in their order.
    pub by_source: Vec<Cells>,
    /// How many segments each of the two coded.
    pub segments: [usize; 2],
    /// What a reader of the figures should know.
    pub warnings: Vec<Warning>,
    unit: Unit,
    codes: usize,
}

/// Where a text is coded by both or one alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// By both.
    pub both: Vec<(SourceId, Span)>,
    /// Only by the first.
    pub first: Vec<(SourceId, Span)>,
    /// Only by the second.
    pub second: Vec<(SourceId, Span)>,
}

/// Coders of a part of a study, two or more.
#[derive(Debug)]
pub struct Comparison<'p> {
    project: &'p Project,
    /// Who; where two are compared they are the first two.
    pub coders: Vec<CoderId>,
    /// What is compared.
    pub unit: Unit,
    pub(super) sources: Vec<Divided<'p>>,
    /// What the scope says of codes.
    codes: Scope,
    /// The stretches of each code in each source, coder by coder.
    coded: BTreeMap<CodeId, BTreeMap<usize, Vec<Vec<Span>>>>,
    not_arrived: Vec<SourceId>,
}

#[derive(Debug)]
pub(super) struct Divided<'p> {
    pub(super) source: &'p Source,
    pub(super) axis: Axis,
    /// How many codings of any code each coder has here.
    codings: Vec<usize>,
}

impl<'p> Comparison<'p> {
    /// Gathers what coders did in a scope; `None` where there are no two. The scope says which words count and which
    /// codes are compared; all of these words do, coded or not.
    pub fn of(project: &'p Project, scope: &Scope, between: &Between) -> Option<Self> {
        let heard = Scope { codes: BTreeSet::new(), coders: BTreeSet::new(), ..scope.clone() };
        let chosen = heard.chosen(project);
        let all = coded::in_sources(&chosen);
        let coders = match between.coders.as_slice() {
            [] | [_] => busiest(scope, &all)?,
            coders => coders.to_vec(),
        };
        let (mut sources, mut not_arrived) = (Vec::new(), Vec::new());
        let mut coded: BTreeMap<CodeId, BTreeMap<usize, Vec<Vec<Span>>>> = BTreeMap::new();
        for InSource { source, asked, codings } in all {
            let Some(axis) = Axis::of(source, asked, between.unit) else {
                not_arrived.push(source.id);
                continue;
            };
            let mut counts = vec![0; coders.len()];
            let who = |coding: &Coding| coders.iter().position(|coder| *coder == coding.coder);
            for (coding, who) in codings.into_iter().filter_map(|coding| Some((coding, who(coding)?))) {
                counts[who] += 1;
                let here = coded.entry(coding.code).or_default().entry(sources.len());
                here.or_insert_with(|| vec![Vec::new(); coders.len()])[who].push(coding.span);
            }
            sources.push(Divided { source, axis, codings: counts });
        }
        let unit = between.unit;
        Some(Self { project, coders, unit, sources, codes: scope.clone(), coded, not_arrived })
    }

    /// The two who are compared where two are.
    pub fn two(&self) -> [CoderId; 2] {
        let coder = |at: usize| self.coders.get(at).copied().unwrap_or(CoderId::new(0));
        [coder(0), coder(1)]
    }

    /// The sources that are compared, in their order.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        self.sources.iter().map(|divided| divided.source.id)
    }

    /// How many units a source has.
    pub fn units_in(&self, source: SourceId) -> u64 {
        self.sources.iter().find(|divided| divided.source.id == source).map_or(0, |divided| divided.axis.len())
    }

    /// The codes of a level that stand in rows: those that one of the two used, or that the scope names.
    pub fn codes(&self, level: Level, reach: Reach) -> Vec<CodeId> {
        let asked = coded::codes(self.project, &self.codes, level);
        let used = |code: &CodeId| self.family(*code, reach).iter().any(|code| self.coded.contains_key(code));
        asked.into_iter().filter(|code| !self.codes.codes.is_empty() || used(code)).collect()
    }

    /// One code.
    pub fn code(&self, code: CodeId, reach: Reach) -> Among {
        Among { codes: vec![self.family(code, reach)], source: None }
    }

    /// All codes of a level that either used, each by itself. Themes and categories stand for what is below them; where
    /// some of them stand below others, only the uppermost count.
    pub fn pooled(&self, level: Level, reach: Reach) -> Among {
        let reach = match level {
            Level::All | Level::Codes => Reach::Own,
            Level::Themes | Level::Categories => reach,
        };
        let rows = self.codes(level, reach);
        let known: BTreeSet<CodeId> = rows.iter().copied().collect();
        let book = self.project.codebook();
        let nested =
            |code: &CodeId| reach == Reach::Family && book.ancestors(*code).any(|above| known.contains(&above.id));
        let used = |family: &Vec<CodeId>| family.iter().any(|code| self.coded.contains_key(code));
        let families = rows.iter().filter(|code| !nested(code)).map(|code| self.family(*code, reach));
        Among { codes: families.filter(used).collect(), source: None }
    }

    fn family(&self, code: CodeId, reach: Reach) -> Vec<CodeId> {
        match reach {
            Reach::Own => vec![code],
            Reach::Family => self.project.codebook().family(code),
        }
    }

    /// How far the first two agree.
    pub fn compare(&self, among: &Among) -> Compared {
        let mut by_source = vec![Cells::default(); self.sources.len()];
        let (mut segments, mut seen) = ([0, 0], warnings::Seen::default());
        for family in &among.codes {
            for (place, (divided, cells)) in self.sources.iter().zip(&mut by_source).enumerate() {
                if among.source.is_some_and(|source| source != divided.source.id) {
                    continue;
                }
                let [first, second] = self.spans_of_two(family, place);
                segments[0] += first.len();
                segments[1] += second.len();
                seen.look(&first, &second);
                let here = match self.unit {
                    Unit::Segment(per_cent) => segments::count(&divided.axis, &first, &second, per_cent),
                    _ => cells::count(&divided.axis, first, second),
                };
                *cells = [*cells, here].into_iter().sum();
            }
        }
        let (cells, codes) = (by_source.iter().copied().sum(), among.codes.len());
        let mut compared = Compared { cells, by_source, segments, warnings: Vec::new(), unit: self.unit, codes };
        compared.warnings = warnings::of(&compared, &seen, self.two());
        compared
    }

    /// The stretches behind the table.
    pub fn behind(&self, among: &Among) -> Behind {
        let mut behind = Behind::default();
        for family in &among.codes {
            for (place, divided) in self.sources.iter().enumerate() {
                let id = divided.source.id;
                if among.source.is_some_and(|source| source != id) {
                    continue;
                }
                let [first, second] = self.spans_of_two(family, place);
                let Places { both, first, second } = match self.unit {
                    Unit::Segment(per_cent) => segments::places(&divided.axis, &first, &second, per_cent),
                    _ => cells::places(&divided.axis, first, second),
                };
                behind.both.extend(both.into_iter().map(|span| (id, span)));
                behind.first.extend(first.into_iter().map(|span| (id, span)));
                behind.second.extend(second.into_iter().map(|span| (id, span)));
            }
        }
        behind
    }

    /// What a reader of any of the figures should know: what is compared although one of the coders has not coded there.
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (who, coder) in self.coders.iter().copied().enumerate() {
            let untouched = self.sources.iter().filter(|divided| {
                divided.codings.get(who) == Some(&0) && divided.codings.iter().any(|codings| *codings > 0)
            });
            let sources: Vec<SourceId> = untouched.map(|divided| divided.source.id).collect();
            if !sources.is_empty() {
                warnings.push(Warning::Untouched { coder, sources });
            }
        }
        if !self.not_arrived.is_empty() {
            warnings.push(Warning::NotArrived(self.not_arrived.clone()));
        }
        warnings
    }

    /// The stretches of some codes in a source, coder by coder, in order; the same stretch with two of the codes counts
    /// once.
    pub(super) fn spans(&self, family: &[CodeId], place: usize) -> Vec<Vec<Span>> {
        let mut spans = vec![Vec::new(); self.coders.len()];
        for here in family.iter().filter_map(|code| self.coded.get(code)?.get(&place)) {
            for (all, these) in spans.iter_mut().zip(here) {
                all.extend(these);
            }
        }
        for all in &mut spans {
            all.sort_unstable();
            all.dedup();
        }
        spans
    }

    fn spans_of_two(&self, family: &[CodeId], place: usize) -> [Vec<Span>; 2] {
        let mut spans = self.spans(family, place).into_iter();
        [spans.next().unwrap_or_default(), spans.next().unwrap_or_default()]
    }
}

impl Compared {
    /// Every figure.
    pub fn figures(&self) -> Figures {
        self.figures_of(self.cells)
    }

    fn figures_of(&self, cells: Cells) -> Figures {
        match self.unit {
            Unit::Segment(_) => cells.figures_of_segments(self.codes),
            _ => cells.figures(),
        }
    }

    /// Intervals around the figures, from drawing sources anew; none where there is one source.
    pub fn intervals(&self, how: Bootstrap) -> Intervals {
        let sources: Vec<Cells> = self.by_source.iter().copied().filter(|cells| cells.all() > 0).collect();
        if sources.len() < 2 {
            return Intervals::default();
        }
        bootstrap::rounds(how, |chance| {
            let drawn = (0..sources.len()).filter_map(|_| sources.get(chance.below(sources.len())).copied());
            self.figures_of(drawn.sum())
        })
    }

    pub(super) fn unit(&self) -> Unit {
        self.unit
    }
}

/// The coders who have coded in a scope, those with the most codings first; those who have as many by their ids.
pub fn coders(project: &Project, scope: &Scope) -> Vec<CoderId> {
    let all = Scope { coders: BTreeSet::new(), ..scope.clone() };
    let mut codings: BTreeMap<CoderId, usize> = BTreeMap::new();
    for coding in all.chosen(project).codings() {
        *codings.entry(coding.coder).or_insert(0) += 1;
    }
    in_order(codings)
}

/// The two coders with the most codings among those asked.
fn busiest(scope: &Scope, sources: &[InSource<'_>]) -> Option<Vec<CoderId>> {
    let mut codings: BTreeMap<CoderId, usize> = scope.coders.iter().map(|coder| (*coder, 0)).collect();
    for coding in sources.iter().flat_map(|own| &own.codings) {
        if scope.coders.is_empty() || scope.coders.contains(&coding.coder) {
            *codings.entry(coding.coder).or_insert(0) += 1;
        }
    }
    two_of(&in_order(codings))
}

/// The first two of some coders, by their ids, so that the same is *only the first* whoever codes more tomorrow.
pub fn two_of(coders: &[CoderId]) -> Option<Vec<CoderId>> {
    match coders {
        [one, other, ..] => Some(vec![*one.min(other), *one.max(other)]),
        _ => None,
    }
}

fn in_order(codings: BTreeMap<CoderId, usize>) -> Vec<CoderId> {
    let mut coders: Vec<(CoderId, usize)> = codings.into_iter().collect();
    coders.sort_by_key(|(coder, codings)| (std::cmp::Reverse(*codings), *coder));
    coders.into_iter().map(|(coder, _)| coder).collect()
}
