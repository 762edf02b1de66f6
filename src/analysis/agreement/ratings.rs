//! Ratings: what coders said of units, as counts of what was said alike.

use std::collections::BTreeMap;

use super::Figures;
use super::bootstrap::{self, Bootstrap, Intervals};
use super::coefficients;
use super::sums::Sums;

/// What is known of the categories beside their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Words in no known order.
    Names,
    /// Words in the order in which they stand, each one step from the next.
    Ordered,
    /// Numbers, which know how far they are from each other.
    Numbers,
}

/// The categories that a unit can be put in.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    names: Vec<String>,
    places: Vec<f64>,
    measured: Measured,
}

impl Scale {
    /// Words, in their order if they have one. Two words need none: either order gives the same figures.
    pub fn words(names: Vec<String>, measured: Measured) -> Self {
        let measured = match measured {
            Measured::Names if names.len() != 2 => Measured::Names,
            _ => Measured::Ordered,
        };
        let places = (0..u32::MAX).take(names.len()).map(f64::from).collect();
        Self { names, places, measured }
    }

    /// Numbers with how they were written; they are put in order, and each must be another one.
    pub fn numbers(mut numbers: Vec<(f64, String)>) -> Self {
        numbers.sort_by(|one, other| one.0.total_cmp(&other.0));
        let (places, names) = numbers.into_iter().unzip();
        Self { names, places, measured: Measured::Numbers }
    }

    /// The categories as they are written, in their order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where each category stands on its scale: the number that it is, or its place in the order.
    pub(super) fn places(&self) -> &[f64] {
        &self.places
    }

    /// What is known of them.
    pub fn measured(&self) -> Measured {
        self.measured
    }
}

/// Units that were rated alike.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Alike {
    /// How many there are.
    pub(super) units: u64,
    /// Each category that was given, with how many gave it.
    pub(super) given: Vec<(usize, f64)>,
    /// How many rated.
    pub(super) raters: f64,
    /// What the first and the second of two coders gave, where both did.
    pub(super) pair: Option<(usize, usize)>,
    /// Each pair of different categories, by its number in [`Ratings::pairs`], with how many pairs of coders gave it.
    pub(super) apart: Vec<(usize, f64)>,
}

/// What coders said of units. Units that nobody rated are no units.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratings {
    scale: Scale,
    coders: usize,
    alike: Vec<Alike>,
    pairs: Vec<(usize, usize)>,
}

impl Ratings {
    /// Counts ratings: a row a unit, a category's number on the scale a coder, nothing where the coder did not rate. A
    /// number beyond the scale is no rating.
    pub fn new<R>(scale: Scale, coders: usize, rows: impl IntoIterator<Item = R>) -> Self
    where
        R: AsRef<[Option<usize>]>,
    {
        type Key = (Option<(usize, usize)>, Vec<(usize, u32)>);
        let mut known: BTreeMap<Key, u64> = BTreeMap::new();
        for row in rows {
            let on_scale = |rating: &Option<usize>| rating.filter(|category| *category < scale.names.len());
            let row: Vec<Option<usize>> = row.as_ref().iter().map(on_scale).collect();
            let mut given: BTreeMap<usize, u32> = BTreeMap::new();
            for category in row.iter().flatten() {
                *given.entry(*category).or_insert(0) += 1;
            }
            let pair = match row.as_slice() {
                [Some(one), Some(other)] if coders == 2 => Some((*one, *other)),
                _ => None,
            };
            if !given.is_empty() {
                *known.entry((pair, given.into_iter().collect())).or_insert(0) += 1;
            }
        }
        Self::counted(scale, coders, known.into_iter().map(|((pair, given), units)| (pair, given, units)))
    }

    /// The ratings of two coders who said of units whether something is there: of both, of the first or the second
    /// alone, of neither.
    pub fn of_two([both, first, second, neither]: [u64; 4]) -> Self {
        let scale = Scale::numbers(vec![(0.0, "0".to_owned()), (1.0, "1".to_owned())]);
        let said = [((1, 1), both), ((1, 0), first), ((0, 1), second), ((0, 0), neither)];
        let known = said.into_iter().filter(|(_, units)| *units > 0).map(|(pair, units)| {
            let given = match pair {
                (one, other) if one == other => vec![(one, 2)],
                _ => vec![(0, 1), (1, 1)],
            };
            (Some(pair), given, units)
        });
        Self::counted(scale, 2, known)
    }

    /// The ratings of several coders who said of units whether something is there: how many units none of them said it
    /// of, how many one did, and so on up to all.
    pub fn of_several(by_number: &[u64]) -> Self {
        let scale = Scale::numbers(vec![(0.0, "0".to_owned()), (1.0, "1".to_owned())]);
        let coders = by_number.len().saturating_sub(1);
        let all = u32::try_from(coders).unwrap_or(u32::MAX);
        let known = (0..=all).zip(by_number).filter(|(_, units)| **units > 0).map(|(number, units)| {
            let given = [(0, all - number), (1, number)].into_iter().filter(|(_, coders)| *coders > 0);
            (None, given.collect(), *units)
        });
        Self::counted(scale, coders, known)
    }

    fn counted(
        scale: Scale,
        coders: usize,
        known: impl Iterator<Item = (Option<(usize, usize)>, Vec<(usize, u32)>, u64)>,
    ) -> Self {
        let mut numbers: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let mut alike = Vec::new();
        for (pair, given, units) in known {
            let given: Vec<(usize, f64)> = given.into_iter().map(|(at, coders)| (at, f64::from(coders))).collect();
            let mut apart = Vec::new();
            for (place, (one, of_one)) in given.iter().enumerate() {
                for (other, of_other) in given.iter().skip(place + 1) {
                    let next = numbers.len();
                    let number = *numbers.entry((*one, *other)).or_insert(next);
                    apart.push((number, of_one * of_other));
                }
            }
            let raters = given.iter().map(|(_, coders)| coders).sum();
            alike.push(Alike { units, given, raters, pair, apart });
        }
        let mut pairs = vec![(0, 0); numbers.len()];
        for (pair, number) in numbers {
            if let Some(place) = pairs.get_mut(number) {
                *place = pair;
            }
        }
        Self { scale, coders, alike, pairs }
    }

    /// The categories.
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    /// How many coders there are.
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// How many units somebody rated.
    pub fn units(&self) -> u64 {
        self.alike.iter().map(|alike| alike.units).sum()
    }

    /// How many units at least two coders rated.
    pub fn paired_units(&self) -> u64 {
        self.alike.iter().filter(|alike| alike.raters >= 2.0).map(|alike| alike.units).sum()
    }

    /// How many units two coders put into each pair of categories: a row a category of the first, a column one of the
    /// second. Empty where there are not two coders.
    pub fn crossed(&self) -> Vec<Vec<u64>> {
        if self.coders != 2 {
            return Vec::new();
        }
        let size = self.scale.names.len();
        let mut table = vec![vec![0; size]; size];
        for alike in &self.alike {
            let Some((one, other)) = alike.pair else { continue };
            if let Some(cell) = table.get_mut(one).and_then(|row: &mut Vec<u64>| row.get_mut(other)) {
                *cell += alike.units;
            }
        }
        table
    }

    /// Every figure.
    pub fn figures(&self) -> Figures {
        coefficients::figures(&Sums::of(self, self.alike.iter().map(|alike| alike.units)))
    }

    /// Intervals around the figures, from drawing units anew.
    pub fn intervals(&self, how: Bootstrap) -> Intervals {
        bootstrap::over_units(self, how)
    }

    pub(super) fn alike(&self) -> &[Alike] {
        &self.alike
    }

    pub(super) fn pairs(&self) -> &[(usize, usize)] {
        &self.pairs
    }
}
