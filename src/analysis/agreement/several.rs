//! Any number of coders held against each other: by how many of them each unit was coded.

use super::bootstrap::{self, Bootstrap, Intervals};
use super::comparison::{Among, Comparison};
use super::ratings::Ratings;
use super::warnings::{self, Warning};
use super::{Coefficient, Figures, Undefined};
use crate::model::agreement::Unit;
use crate::model::id::SourceId;
use crate::model::span::{Span, union};

/// How far several coders agree on something.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// How many units none of them coded, how many one did, and so on up to all.
    pub by_number: Vec<u64>,
    /// The same for each source asked, in their order.
    pub by_source: Vec<Vec<u64>>,
    /// How many segments each of them coded.
    pub segments: Vec<usize>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    unit: Unit,
}

impl Comparison<'_> {
    /// How far all of the coders agree.
    pub fn compare_all(&self, among: &Among) -> Shared {
        let all = self.coders.len();
        let mut by_source = vec![vec![0; all + 1]; self.sources.len()];
        let mut segments = vec![0; all];
        for family in &among.codes {
            for (place, (divided, counts)) in self.sources.iter().zip(&mut by_source).enumerate() {
                if among.source.is_some_and(|source| source != divided.source.id) {
                    continue;
                }
                let spans = self.spans(family, place);
                for (count, own) in segments.iter_mut().zip(&spans) {
                    *count += own.len();
                }
                let reached: Vec<Vec<Span>> = spans.into_iter().map(|own| divided.axis.units(own)).collect();
                let mut left = divided.axis.len();
                for (stretch, number) in depths(&reached) {
                    let length = u64::from(stretch.len());
                    left = left.saturating_sub(length);
                    if let Some(count) = counts.get_mut(number) {
                        *count += length;
                    }
                }
                if let Some(none) = counts.first_mut() {
                    *none += left;
                }
            }
        }
        let by_number = summed(all, by_source.iter());
        let mut shared = Shared { by_number, by_source, segments, warnings: Vec::new(), unit: self.unit };
        shared.warnings = warnings::of_all(&shared, &self.coders);
        shared
    }

    /// Where a text is coded by so many of the coders; nothing for none of them.
    pub fn behind_all(&self, among: &Among) -> Vec<Vec<(SourceId, Span)>> {
        let mut behind = vec![Vec::new(); self.coders.len() + 1];
        for family in &among.codes {
            for (place, divided) in self.sources.iter().enumerate() {
                let id = divided.source.id;
                if among.source.is_some_and(|source| source != id) {
                    continue;
                }
                let reached: Vec<Vec<Span>> =
                    self.spans(family, place).into_iter().map(|own| divided.axis.units(own)).collect();
                let depths = depths(&reached);
                for (number, places) in behind.iter_mut().enumerate() {
                    let here = depths.iter().filter(|(_, known)| *known == number).map(|(stretch, _)| *stretch);
                    let here = divided.axis.text(&union(here.collect()));
                    places.extend(here.into_iter().map(|span| (id, span)));
                }
            }
        }
        behind
    }
}

impl Shared {
    /// Every figure; segments are compared between two.
    pub fn figures(&self) -> Figures {
        self.figures_of(&self.by_number)
    }

    fn figures_of(&self, by_number: &[u64]) -> Figures {
        match self.unit {
            Unit::Segment(_) => Figures(Coefficient::ALL.map(|_| Err(Undefined::MoreThanTwo))),
            _ => Ratings::of_several(by_number).figures(),
        }
    }

    /// Intervals around the figures, from drawing sources anew; none where there is one source.
    pub fn intervals(&self, how: Bootstrap) -> Intervals {
        let sources: Vec<&Vec<u64>> = self.by_source.iter().filter(|counts| counts.iter().any(|n| *n > 0)).collect();
        if sources.len() < 2 {
            return Intervals::default();
        }
        bootstrap::rounds(how, |chance| {
            let drawn = (0..sources.len()).filter_map(|_| sources.get(chance.below(sources.len())).copied());
            self.figures_of(&summed(self.segments.len(), drawn))
        })
    }

    /// The share of units that a coder coded, averaged over the coders; `None` where there are no units.
    #[expect(clippy::cast_precision_loss, reason = "there are fewer units than an f64 has whole numbers")]
    pub(super) fn prevalence(&self) -> Option<f64> {
        let units: u64 = self.by_number.iter().sum();
        let coded: u64 = (0_u64..).zip(&self.by_number).map(|(number, units)| number * units).sum();
        let all = units * self.segments.len() as u64;
        (all > 0).then(|| coded as f64 / all as f64)
    }
}

fn summed<'c>(coders: usize, counts: impl Iterator<Item = &'c Vec<u64>>) -> Vec<u64> {
    let mut sum = vec![0; coders + 1];
    for one in counts {
        for (all, count) in sum.iter_mut().zip(one) {
            *all += count;
        }
    }
    sum
}

/// The stretches that lists in order cover, each with how many of the lists do, in order.
fn depths(lists: &[Vec<Span>]) -> Vec<(Span, usize)> {
    let mut steps: Vec<(u32, bool)> = Vec::new();
    for span in lists.iter().flatten() {
        steps.push((span.start(), true));
        steps.push((span.end(), false));
    }
    steps.sort_unstable();
    let (mut stretches, mut number, mut from) = (Vec::new(), 0_usize, 0);
    for (at, begins) in steps {
        if let Some(stretch) = Span::new(from, at).filter(|_| number > 0) {
            stretches.push((stretch, number));
        }
        number = if begins { number + 1 } else { number.saturating_sub(1) };
        from = at;
    }
    stretches
}
