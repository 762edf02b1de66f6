//! Intervals: how much the figures change when what was rated is drawn anew.

use super::coefficients;
use super::ratings::Ratings;
use super::sums::Sums;
use super::{Coefficient, Figures};
use crate::analysis::chance::Chance;

/// How intervals are made: the percentile bootstrap (Efron 1979; Efron and Tibshirani 1993, pp. 168–177), 95 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bootstrap {
    /// How often everything is drawn anew; at 0 there are no intervals.
    pub rounds: u32,
    /// The same seed gives the same intervals.
    pub seed: u64,
}

impl Default for Bootstrap {
    fn default() -> Self {
        Self { rounds: 1000, seed: 1 }
    }
}

/// Where the middle 95 % of the rounds lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// 2.5 % of the rounds lie below.
    pub low: f64,
    /// 2.5 % lie above.
    pub high: f64,
}

/// The intervals around every figure; none where a figure is undefined in more than one round of twenty, for the rounds
/// that are left would tell of too good a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intervals([Option<Interval>; 13]);

impl Intervals {
    /// That around one figure.
    pub fn get(&self, coefficient: Coefficient) -> Option<Interval> {
        self.0.get(coefficient as usize).copied().flatten()
    }
}

/// Draws as many units as there are, with replacement; by counts, so that it costs the same however many there are.
pub(super) fn over_units(ratings: &Ratings, how: Bootstrap) -> Intervals {
    let (alike, units) = (ratings.alike(), ratings.units());
    rounds(how, |chance| {
        let (mut left, mut of_left) = (units, units);
        let drawn = alike.iter().map(|alike| {
            #[expect(clippy::cast_precision_loss, reason = "there are fewer units than an f64 has whole numbers")]
            let p = if of_left == 0 { 0.0 } else { alike.units as f64 / of_left as f64 };
            let drawn = chance.successes(left, p);
            of_left -= alike.units;
            left -= drawn;
            drawn
        });
        coefficients::figures(&Sums::of(ratings, drawn))
    })
}

/// Asks for the figures so many times, and keeps the middle of what comes.
pub(super) fn rounds(how: Bootstrap, mut draw: impl FnMut(&mut Chance) -> Figures) -> Intervals {
    let mut chance = Chance::new(how.seed);
    let mut found: [Vec<f64>; 13] = Default::default();
    for _ in 0..how.rounds {
        let figures = draw(&mut chance);
        for (known, (_, figure)) in found.iter_mut().zip(figures.iter()) {
            known.extend(figure.ok());
        }
    }
    Intervals(found.map(|mut known| {
        known.sort_by(f64::total_cmp);
        let enough = how.rounds > 0 && known.len() * 20 >= how.rounds as usize * 19;
        enough.then(|| Interval { low: quantile(&known, 0.025), high: quantile(&known, 0.975) })
    }))
}

/// The quantile of numbers in order, between two of them in proportion (Hyndman and Fan 1996, type 7).
#[expect(clippy::cast_precision_loss, reason = "there are few rounds")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies within the list")]
fn quantile(ordered: &[f64], p: f64) -> f64 {
    let at = p * (ordered.len().saturating_sub(1)) as f64;
    let below = at.floor();
    let number = |at: f64| ordered.get(at as usize).copied();
    let low = number(below).unwrap_or_default();
    low + (number(below + 1.0).unwrap_or(low) - low) * (at - below)
}
