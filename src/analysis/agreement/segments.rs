//! Coded segments of two coders held against each other.

use std::cmp::Reverse;

use super::cells::{Cells, Places};
use crate::model::span::Span;

/// The pairs of segments that are the same to within an overlap, each segment in one pair at most: those that share
/// most first. The numbers are the places in the two lists.
pub(super) fn matched(first: &[Span], second: &[Span], per_cent: u8) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(Reverse<u64>, usize, usize)> = Vec::new();
    for (one, segment) in first.iter().enumerate() {
        for (other, theirs) in second.iter().enumerate() {
            let Some(shared) = segment.overlap(*theirs).map(|shared| u64::from(shared.len())) else { continue };
            let either = u64::from(segment.hull(*theirs).len());
            if shared * 100 >= either * u64::from(per_cent) {
                pairs.push((Reverse(shared * 1_000_000 / either), one, other));
            }
        }
    }
    pairs.sort_unstable();
    let (mut of_first, mut of_second) = (vec![false; first.len()], vec![false; second.len()]);
    let mut kept = Vec::new();
    for (_, one, other) in pairs {
        if !of_first[one] && !of_second[other] {
            (of_first[one], of_second[other]) = (true, true);
            kept.push((one, other));
        }
    }
    kept
}

/// Counts segments from both sides: one that both have is one of each (as MAXQDA counts them).
pub(super) fn count(first: &[Span], second: &[Span], per_cent: u8) -> Cells {
    let pairs = matched(first, second, per_cent).len();
    let left = |all: &[Span]| (all.len() - pairs) as u64;
    Cells { both: 2 * pairs as u64, first: left(first), second: left(second), neither: 0 }
}

/// Finds the segments that both have, as the first coder drew them, and those of one alone.
pub(super) fn places(first: &[Span], second: &[Span], per_cent: u8) -> Places {
    let pairs = matched(first, second, per_cent);
    let left = |all: &[Span], taken: Vec<usize>| {
        let alone = all.iter().enumerate().filter(|(place, _)| !taken.contains(place));
        alone.map(|(_, span)| *span).collect::<Vec<_>>()
    };
    let mut both: Vec<Span> = pairs.iter().filter_map(|(one, _)| first.get(*one).copied()).collect();
    both.sort_unstable();
    Places {
        both,
        first: left(first, pairs.iter().map(|(one, _)| *one).collect()),
        second: left(second, pairs.iter().map(|(_, other)| *other).collect()),
    }
}
