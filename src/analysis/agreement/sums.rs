//! The sums that every figure is made of: they grow by the unit, so units can be drawn anew without being looked at.

use super::ratings::{Ratings, Scale};

/// What all units come to.
pub(super) struct Sums<'r> {
    pub(super) scale: &'r Scale,
    pub(super) coders: usize,
    /// The pairs of different categories that occur, the lower number first.
    pub(super) pairs: &'r [(usize, usize)],
    /// Units that somebody rated.
    pub(super) rated: f64,
    /// Units that at least two rated.
    pub(super) paired: f64,
    /// For each category the shares of the raters who gave it, over all units.
    pub(super) shares: Vec<f64>,
    /// For each category how often it was given to units that at least two rated.
    pub(super) pairable: Vec<f64>,
    /// For each of the pairs the share of the pairs of coders who gave it, over all units.
    pub(super) apart: Vec<f64>,
    /// The same, each unit weighted by its raters (the coincidences of Krippendorff).
    pub(super) coinciding: Vec<f64>,
    /// What the first of two coders gave to units that both rated.
    pub(super) first: Vec<f64>,
    /// What the second gave.
    pub(super) second: Vec<f64>,
}

impl<'r> Sums<'r> {
    /// Adds up units that were rated alike, so many of each kind.
    pub(super) fn of(ratings: &'r Ratings, units: impl Iterator<Item = u64>) -> Self {
        let categories = ratings.scale().names().len();
        let none = vec![0.0; categories];
        let no_pair = vec![0.0; ratings.pairs().len()];
        let mut sums = Self {
            scale: ratings.scale(),
            coders: ratings.coders(),
            pairs: ratings.pairs(),
            rated: 0.0,
            paired: 0.0,
            shares: none.clone(),
            pairable: none.clone(),
            apart: no_pair.clone(),
            coinciding: no_pair,
            first: none.clone(),
            second: none,
        };
        for (alike, units) in ratings.alike().iter().zip(units).filter(|(_, units)| *units > 0) {
            #[expect(clippy::cast_precision_loss, reason = "there are fewer units than an f64 has whole numbers")]
            let units = units as f64;
            sums.rated += units;
            for (category, coders) in &alike.given {
                sums.shares[*category] += units * coders / alike.raters;
            }
            if alike.raters < 2.0 {
                continue;
            }
            sums.paired += units;
            for (category, coders) in &alike.given {
                sums.pairable[*category] += units * coders;
            }
            for (pair, times) in &alike.apart {
                let both_ways = 2.0 * units * times / (alike.raters - 1.0);
                sums.coinciding[*pair] += both_ways;
                sums.apart[*pair] += both_ways / alike.raters;
            }
            if let Some((one, other)) = alike.pair {
                sums.first[one] += units;
                sums.second[other] += units;
            }
        }
        sums
    }
}
