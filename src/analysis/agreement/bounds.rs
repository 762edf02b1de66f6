//! Where segments begin and end: the texts of a scope laid one after the other as a continuum, marked by each coder.

use super::Figure;
use super::axis::length;
use super::comparison::{Among, Comparison};
use super::unitizing::{Marked, alpha_of_all};
use crate::model::id::{CodeId, SourceId};
use crate::model::span::{Span, shared, union};

/// How far coders agree on where segments begin and end.
#[derive(Clone, Debug, PartialEq)]
pub struct Bounded {
    /// Alpha for unitizing, of all codes together.
    pub alpha: Figure,
    /// The stretches that each coder marked; what touches or overlaps is one.
    pub marked: Vec<Vec<(SourceId, Span)>>,
    /// How many characters the continuum has.
    pub length: u64,
}

impl Comparison<'_> {
    /// Compares where segments begin and end; the comparison must be one of characters.
    pub fn bounds(&self, among: &Among) -> Bounded {
        let mut all = Vec::new();
        let mut marked = vec![Vec::new(); self.coders.len()];
        for family in &among.codes {
            let laid = self.laid_out(family, among.source, &mut marked);
            all.extend(laid);
        }
        let length = all.first().map_or(0, |one: &Marked| u64::from(one.continuum.len()));
        Bounded { alpha: alpha_of_all(&all), marked, length }
    }

    /// What each coder marked of all texts, laid one after the other with one character between, so that no unit goes
    /// from one text into the next; `None` where there are no words.
    fn laid_out(
        &self,
        family: &[CodeId],
        only: Option<SourceId>,
        known: &mut [Vec<(SourceId, Span)>],
    ) -> Option<Marked> {
        let (mut at, mut coders) = (0_u32, vec![Vec::new(); self.coders.len()]);
        for (place, divided) in self.sources.iter().enumerate() {
            let id = divided.source.id;
            if only.is_some_and(|source| source != id) {
                continue;
            }
            let asked = divided.axis.asked();
            for ((units, own), known) in coders.iter_mut().zip(self.spans(family, place)).zip(known.iter_mut()) {
                let within = shared(asked, &union(own));
                units.extend(
                    within
                        .iter()
                        .flat_map(|span| moved(asked, *span))
                        .filter_map(|(from, to)| Span::new(at.checked_add(from)?, at.checked_add(to)?)),
                );
                known.extend(within.into_iter().map(|span| (id, span)));
            }
            let long = u32::try_from(length(asked)).unwrap_or(u32::MAX);
            at = at.saturating_add(long).saturating_add(1);
        }
        let coders = coders.into_iter().map(union).collect();
        Some(Marked { continuum: Span::new(0, at.checked_sub(1)?)?, coders })
    }
}

/// Where a stretch of a text stands among what is asked of it, counted without the rest.
fn moved(asked: &[Span], span: Span) -> Option<(u32, u32)> {
    let mut before = 0;
    for stretch in asked {
        if let Some(here) = stretch.overlap(span) {
            let from = before + here.start() - stretch.start();
            return Some((from, from + here.len()));
        }
        before += stretch.len();
    }
    None
}
