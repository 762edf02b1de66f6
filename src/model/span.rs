//! Span: a stretch of a text, never empty, half-open, counted in Unicode scalars.

use serde::{Deserialize, Serialize};

/// A stretch of a text from `start` up to, but not including, `end`, in Unicode scalars from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Returns `None` if the span would be empty or reversed.
    pub fn new(start: u32, end: u32) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// The first Unicode scalar of the span.
    pub fn start(self) -> u32 {
        self.start
    }

    /// The first Unicode scalar after the span.
    pub fn end(self) -> u32 {
        self.end
    }

    /// How many Unicode scalars the span holds; at least 1.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Tells whether the scalar at `at` lies in the span.
    pub fn contains(self, at: u32) -> bool {
        self.start <= at && at < self.end
    }

    /// Tells whether the whole of `other` lies in the span.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The stretch both spans share; touching is not overlapping.
    pub fn overlap(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// The smallest span that covers both.
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl TryFrom<(u32, u32)> for Span {
    type Error = &'static str;

    fn try_from((start, end): (u32, u32)) -> Result<Self, Self::Error> {
        Self::new(start, end).ok_or("a span ends after it starts")
    }
}

/// Merges spans that overlap or touch into the fewest that cover the same scalars, in order.
pub fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => *last = last.hull(span),
            _ => merged.push(span),
        }
    }
    merged
}

/// What two lists of spans share. Both stand in order without overlaps, and so does what is given.
pub fn shared(one: &[Span], other: &[Span]) -> Vec<Span> {
    let (mut shared, mut one, mut other) = (Vec::new(), one, other);
    while let (Some((first, rest_of_one)), Some((second, rest_of_other))) = (one.split_first(), other.split_first()) {
        shared.extend(first.overlap(*second));
        // The one that ends first can share nothing more.
        if first.end <= second.end { one = rest_of_one } else { other = rest_of_other }
    }
    shared
}

/// What is left of a list of spans when another is taken out. Both stand in order without overlaps, and so does what
/// is given.
pub fn without(spans: &[Span], taken: &[Span]) -> Vec<Span> {
    let (mut left, mut taken) = (Vec::new(), taken);
    for span in spans {
        let mut start = span.start;
        taken = taken.get(taken.partition_point(|hole| hole.end <= start)..).unwrap_or_default();
        for hole in taken.iter().take_while(|hole| hole.start < span.end) {
            left.extend(Span::new(start, hole.start));
            start = start.max(hole.end);
        }
        left.extend(Span::new(start, span.end));
    }
    left
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Span, shared, union, without};

    /// Every set of the eight places of a short text, as the fewest spans that cover it.
    fn spans(places: u32) -> Vec<Span> {
        let bits = (0..8).filter(|place| places & 1 << place != 0);
        union(bits.filter_map(|place| Span::new(place, place + 1)).collect())
    }

    fn places(spans: &[Span]) -> BTreeSet<u32> {
        spans.iter().flat_map(|span| span.start()..span.end()).collect()
    }

    #[test]
    fn lists_of_spans_share_and_leave_what_sets_of_places_do() {
        for one in 0..256 {
            for other in 0..256 {
                let (one, other) = (spans(one), spans(other));
                assert_eq!(places(&shared(&one, &other)), &places(&one) & &places(&other), "{one:?} {other:?}");
                assert_eq!(places(&without(&one, &other)), &places(&one) - &places(&other), "{one:?} {other:?}");
            }
        }
    }
}
