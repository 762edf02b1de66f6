//! Agreement on where units begin and end, in a continuum that nobody has divided beforehand.

use super::{Figure, Undefined};
use crate::model::span::{Span, union, without};

/// What coders have marked of a continuum with one category: for each coder the units, in order and without overlaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The whole continuum.
    pub continuum: Span,
    /// A coder's units; what lies outside the continuum does not count, and what touches or overlaps is one unit.
    pub coders: Vec<Vec<Span>>,
}

/// How much coders disagree on one category, as they were seen to do and as chance would have it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Disagreement {
    /// What was seen.
    pub seen: f64,
    /// What chance would give.
    pub by_chance: f64,
}

/// Krippendorff's alpha for unitizing, `α_U`, of one category (Krippendorff 1995; 2004, pp. 251–256).
///
/// It looks at where units begin and end: near misses cost the square of the distance. The other members of the family,
/// `uα` of the book of 2013 and of Krippendorff, Mathet, Bouvry and Widlöcher (2016), count the lengths that units share
/// instead, as alpha over characters does.
///
/// # Errors
/// Where nothing was marked, or where there are fewer than two coders.
pub fn alpha(marked: &Marked) -> Figure {
    alpha_of_all(std::slice::from_ref(marked))
}

/// `α_U` of several categories together: their disagreements are added before they are divided (2004, p. 256).
///
/// # Errors
/// As [`alpha`].
pub fn alpha_of_all(categories: &[Marked]) -> Figure {
    let mut all = Disagreement::default();
    for marked in categories {
        let one = disagreement(marked)?;
        all.seen += one.seen;
        all.by_chance += one.by_chance;
    }
    if all.by_chance > 0.0 { Ok(1.0 - all.seen / all.by_chance) } else { Err(Undefined::NoVariation) }
}

/// The two disagreements on one category.
///
/// # Errors
/// Where there are fewer than two coders.
pub fn disagreement(marked: &Marked) -> Result<Disagreement, Undefined> {
    if marked.coders.len() < 2 {
        return Err(Undefined::NoPair);
    }
    let within = |spans: &Vec<Span>| union(spans.iter().filter_map(|span| span.overlap(marked.continuum)).collect());
    let coders: Vec<Vec<Span>> = marked.coders.iter().map(within).collect();
    let gaps: Vec<Vec<Span>> = coders.iter().map(|units| without(&[marked.continuum], units)).collect();
    Ok(Disagreement {
        seen: seen(marked.continuum, &coders, &gaps),
        by_chance: by_chance(marked.continuum, &coders, &gaps),
    })
}

/// Σ δ² over all ordered pairs of coders, over m(m − 1)L².
fn seen(continuum: Span, coders: &[Vec<Span>], gaps: &[Vec<Span>]) -> f64 {
    let mut sum = 0.0;
    for (one, units) in coders.iter().enumerate() {
        for (other, others) in coders.iter().enumerate().filter(|(other, _)| *other != one) {
            let misses = units.iter().flat_map(|unit| {
                let met = others.iter().filter(|met| unit.overlap(**met).is_some());
                met.map(|met| squared(apart(unit.start(), met.start())) + squared(apart(unit.end(), met.end())))
            });
            // A unit in a gap of the other is missed by all of its length; so it is from the other's side.
            let lost = units.iter().filter(|unit| gaps.get(other).into_iter().flatten().any(|gap| gap.covers(**unit)));
            sum += misses.sum::<f64>() + 2.0 * lost.map(|unit| squared(f64::from(unit.len()))).sum::<f64>();
        }
    }
    let (coders, length) = (count(coders.len()), f64::from(continuum.len()));
    sum / (coders * (coders - 1.0) * length * length)
}

/// What the units would give if they lay anywhere on the continuum.
fn by_chance(continuum: Span, coders: &[Vec<Span>], gaps: &[Vec<Span>]) -> f64 {
    let length = f64::from(continuum.len());
    let units = || coders.iter().flatten().map(|unit| f64::from(unit.len()));
    let all = count(coders.iter().map(Vec::len).sum());
    let of_unit = |unit: f64| {
        let meeting = (all - 1.0) / 3.0 * (2.0 * unit.powi(3) - 3.0 * unit.powi(2) + unit);
        let room = gaps.iter().flatten().map(|gap| f64::from(gap.len())).filter(|gap| *gap >= unit);
        meeting + unit * unit * room.map(|gap| gap - unit + 1.0).sum::<f64>()
    };
    let sum: f64 = units().map(of_unit).sum();
    let places = count(coders.len()) * length;
    let taken: f64 = units().map(|unit| unit * (unit - 1.0)).sum();
    2.0 / length * sum / (places * (places - 1.0) - taken)
}

fn apart(one: u32, other: u32) -> f64 {
    f64::from(one.abs_diff(other))
}

fn squared(number: f64) -> f64 {
    number * number
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer units than an f64 has whole numbers")]
fn count(number: usize) -> f64 {
    number as f64
}
