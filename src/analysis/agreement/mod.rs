//! Agreement: how far people who rate, or code, the same things say the same of them.

mod axis;
pub mod bootstrap;
pub mod bounds;
pub mod cells;
mod coefficients;
pub mod comparison;
pub mod question;
pub mod ratings;
pub mod reading;
mod saved;
mod segments;
pub mod several;
mod sums;
pub mod unitizing;
pub mod values;
pub mod warnings;
pub mod words;

/// A figure of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the variants are the names of the figures")]
pub enum Coefficient {
    Percent,
    CohenKappa,
    KappaLinear,
    KappaSquared,
    ScottPi,
    FleissKappa,
    AlphaNominal,
    AlphaOrdinal,
    AlphaInterval,
    AlphaRatio,
    Ac1,
    Ac2Quadratic,
    BrennanPrediger,
}

impl Coefficient {
    /// Every figure, in the order in which they are told.
    pub const ALL: [Self; 13] = [
        Self::Percent,
        Self::CohenKappa,
        Self::KappaLinear,
        Self::KappaSquared,
        Self::ScottPi,
        Self::FleissKappa,
        Self::AlphaNominal,
        Self::AlphaOrdinal,
        Self::AlphaInterval,
        Self::AlphaRatio,
        Self::Ac1,
        Self::Ac2Quadratic,
        Self::BrennanPrediger,
    ];

    /// Its name for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::CohenKappa => "cohen_kappa",
            Self::KappaLinear => "kappa_linear",
            Self::KappaSquared => "kappa_squared",
            Self::ScottPi => "scott_pi",
            Self::FleissKappa => "fleiss_kappa",
            Self::AlphaNominal => "alpha_nominal",
            Self::AlphaOrdinal => "alpha_ordinal",
            Self::AlphaInterval => "alpha_interval",
            Self::AlphaRatio => "alpha_ratio",
            Self::Ac1 => "ac1",
            Self::Ac2Quadratic => "ac2_quadratic",
            Self::BrennanPrediger => "brennan_prediger",
        }
    }
}

impl Coefficient {
    /// The figure of a name for scripts.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Why a figure is not defined. It is then neither 0 nor 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undefined {
    /// No unit was rated by two coders.
    NoPair,
    /// The figure is for two coders, and there are more.
    MoreThanTwo,
    /// All ratings that could differ are the same, so chance would agree everywhere too.
    NoVariation,
    /// The categories are words, and nobody has said in which order they stand.
    NoOrder,
    /// The categories are no numbers.
    NoNumbers,
    /// Ratios are asked of numbers below zero.
    BelowZero,
    /// The figure asks how much neither coder coded, and segments that nobody coded cannot be counted.
    NoNeither,
}

/// A figure, or why there is none. Agreement in per cent is from 0 to 1; the others are 1 at most, and 0 by chance.
pub type Figure = Result<f64, Undefined>;

/// Every figure of one set of ratings.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures([Figure; 13]);

impl Figures {
    /// One of them.
    pub fn get(&self, coefficient: Coefficient) -> Figure {
        self.0.get(coefficient as usize).copied().unwrap_or(Err(Undefined::NoPair))
    }

    /// All of them, in the order in which they are told.
    pub fn iter(&self) -> impl Iterator<Item = (Coefficient, Figure)> {
        Coefficient::ALL.into_iter().zip(self.0)
    }
}
