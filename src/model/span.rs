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
