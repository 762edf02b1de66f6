//! The table of two by two behind every figure of two coders.

use std::iter::Sum;

use super::axis::{Axis, length};
use super::ratings::Ratings;
use super::{Coefficient, Figure, Figures, Undefined};
use crate::model::span::{Span, shared, without};

/// How many units both coders coded, only the one, only the other, and neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// Both.
    pub both: u64,
    /// Only the first.
    pub first: u64,
    /// Only the second.
    pub second: u64,
    /// Neither. Segments that nobody coded cannot be counted, so there it is 0.
    pub neither: u64,
}

impl Cells {
    /// All units.
    pub fn all(self) -> u64 {
        self.both + self.first + self.second + self.neither
    }

    /// The share of units that a coder coded, averaged over the two; `None` where there are no units.
    pub fn prevalence(self) -> Option<f64> {
        share(2 * self.both + self.first + self.second, 2 * self.all())
    }

    /// Every figure of units that were coded or not.
    pub fn figures(self) -> Figures {
        Ratings::of_two([self.both, self.first, self.second, self.neither]).figures()
    }

    /// The figures of coded segments: the share that both have, and, where several codes are compared, what Brennan and
    /// Prediger (1981) make of it with each code as likely by chance. The others ask for what neither coded.
    pub fn figures_of_segments(self, codes: usize) -> Figures {
        let seen = share(self.both, self.both + self.first + self.second).ok_or(Undefined::NoPair);
        #[expect(clippy::cast_precision_loss, reason = "there are few codes")]
        let by_chance = |seen: f64| match codes {
            0 | 1 => Err(Undefined::NoNeither),
            codes => Ok((seen - 1.0 / codes as f64) / (1.0 - 1.0 / codes as f64)),
        };
        Figures(Coefficient::ALL.map(|coefficient| -> Figure {
            match coefficient {
                Coefficient::Percent => seen,
                Coefficient::BrennanPrediger => seen.and_then(by_chance),
                _ => seen.and(Err(Undefined::NoNeither)),
            }
        }))
    }
}

impl Sum for Cells {
    fn sum<I: Iterator<Item = Self>>(cells: I) -> Self {
        cells.fold(Self::default(), |sum, one| Self {
            both: sum.both + one.both,
            first: sum.first + one.first,
            second: sum.second + one.second,
            neither: sum.neither + one.neither,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer units than an f64 has whole numbers")]
fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Where in a text the coders agree and differ, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) both: Vec<Span>,
    pub(super) first: Vec<Span>,
    pub(super) second: Vec<Span>,
}

/// Counts the units that two coders reach.
pub(super) fn count(axis: &Axis, first: Vec<Span>, second: Vec<Span>) -> Cells {
    let (one, other) = (axis.units(first), axis.units(second));
    let (both, first, second) = (length(&shared(&one, &other)), length(&one), length(&other));
    Cells { both, first: first - both, second: second - both, neither: axis.len() + both - first - second }
}

/// Finds where the units stand that two coders reach.
pub(super) fn places(axis: &Axis, first: Vec<Span>, second: Vec<Span>) -> Places {
    let (one, other) = (axis.units(first), axis.units(second));
    Places {
        both: axis.text(&shared(&one, &other)),
        first: axis.text(&without(&one, &other)),
        second: axis.text(&without(&other, &one)),
    }
}
