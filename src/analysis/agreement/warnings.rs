//! Warnings instead of false confidence: what a reader of a figure should know.

use super::Coefficient;
use super::comparison::Compared;
use super::several::Shared;
use crate::model::agreement::Unit;
use crate::model::id::{CoderId, SourceId};
use crate::model::span::Span;

/// What a reader of a figure should know.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// The two have so few segments between them.
    FewSegments(usize),
    /// So small a share of the units is coded that chance agreement is nearly all.
    Rare(f64),
    /// So large a share is coded.
    Common(f64),
    /// Only this one of the two used the code.
    OneCoder(CoderId),
    /// The coders agree nearly everywhere, and kappa is low all the same (Feinstein and Cicchetti 1990).
    Paradox,
    /// Most segments that meet one of the other coder's begin or end elsewhere.
    OtherBounds {
        /// How many pairs of segments meet.
        met: usize,
        /// How many of them differ.
        differ: usize,
    },
    /// One of the two put the code twice on the same words so many times; words count once, segments each.
    Overlapping(usize),
    /// One of the two has coded nothing here, and the other has.
    Untouched {
        /// Who has not.
        coder: CoderId,
        /// Where.
        sources: Vec<SourceId>,
    },
    /// These texts have not arrived, so they are not compared.
    NotArrived(Vec<SourceId>),
}

/// Fewer segments than this tell little.
const FEW: usize = 5;
/// Below this share a code is rare; what is left out is, above its counterpart.
const RARE: f64 = 0.05;

/// What was seen of the segments of two coders.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    met: usize,
    differ: usize,
    overlapping: usize,
}

impl Seen {
    /// Looks at the segments of a code in a source, each list in order.
    pub(super) fn look(&mut self, first: &[Span], second: &[Span]) {
        for segment in first {
            let from = second.partition_point(|theirs| theirs.start() < segment.end());
            for theirs in second.iter().take(from).filter(|theirs| theirs.overlap(*segment).is_some()) {
                self.met += 1;
                self.differ += usize::from(theirs != segment);
            }
        }
        for own in [first, second] {
            let mut end = 0;
            for segment in own {
                self.overlapping += usize::from(segment.start() < end);
                end = end.max(segment.end());
            }
        }
    }
}

/// The warnings of a comparison.
pub(super) fn of(compared: &Compared, seen: &Seen, coders: [CoderId; 2]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let all = compared.segments.iter().sum();
    match (compared.segments, coders) {
        ([0, 0], _) => {}
        ([_, 0], [only, _]) | ([0, _], [_, only]) => warnings.push(Warning::OneCoder(only)),
        _ => {}
    }
    if all < FEW {
        warnings.push(Warning::FewSegments(all));
    }
    if !matches!(compared.unit(), Unit::Segment(_)) {
        match compared.cells.prevalence() {
            Some(share) if all > 0 && share < RARE => warnings.push(Warning::Rare(share)),
            Some(share) if share > 1.0 - RARE => warnings.push(Warning::Common(share)),
            _ => {}
        }
        let figures = compared.figures();
        let value = |coefficient| figures.get(coefficient).ok();
        if value(Coefficient::Percent) >= Some(0.8) && value(Coefficient::CohenKappa).is_some_and(|kappa| kappa < 0.4) {
            warnings.push(Warning::Paradox);
        }
    }
    if seen.differ * 2 > seen.met {
        warnings.push(Warning::OtherBounds { met: seen.met, differ: seen.differ });
    }
    if seen.overlapping > 0 {
        warnings.push(Warning::Overlapping(seen.overlapping));
    }
    warnings
}

/// The warnings of a comparison of several.
pub(super) fn of_all(shared: &Shared, coders: &[CoderId]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let all = shared.segments.iter().sum();
    let mut who = coders.iter().zip(&shared.segments).filter(|(_, segments)| **segments > 0);
    if let (Some((only, _)), None) = (who.next(), who.next()) {
        warnings.push(Warning::OneCoder(*only));
    }
    if all < FEW {
        warnings.push(Warning::FewSegments(all));
    }
    match shared.prevalence() {
        Some(share) if all > 0 && share < RARE => warnings.push(Warning::Rare(share)),
        Some(share) if share > 1.0 - RARE => warnings.push(Warning::Common(share)),
        _ => {}
    }
    warnings
}
