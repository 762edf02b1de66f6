//! Coded segments of two coders held against each other.

use std::cmp::Reverse;

use super::axis::{Axis, length};
use super::cells::{Cells, Places};
use crate::model::span::{Span, shared};

/// The pairs of segments that are the same to within an overlap of the characters that count, each segment in one pair
/// at most: those that share most first. The numbers are the places in the two lists.
fn matched(axis: &Axis, first: &[Span], second: &[Span], per_cent: u8) -> Vec<(usize, usize)> {
    let counted = |segments: &[Span]| segments.iter().map(|segment| axis.units(vec![*segment])).collect::<Vec<_>>();
    let (of_one, of_other) = (counted(first), counted(second));
    let mut pairs: Vec<(Reverse<u64>, usize, usize)> = Vec::new();
    for (one, segment) in first.iter().enumerate() {
        for (other, _) in second.iter().enumerate().filter(|(_, theirs)| theirs.overlap(*segment).is_some()) {
            let common = length(&shared(&of_one[one], &of_other[other]));
            let either = length(&of_one[one]) + length(&of_other[other]) - common;
            if common > 0 && common * 100 >= either * u64::from(per_cent) {
                pairs.push((Reverse(common * 1_000_000 / either), one, other));
            }
        }
    }
    pairs.sort_unstable();
    let (mut of_first, mut of_second) = (vec![false; first.len()], vec![false; second.len()]);
    pairs.retain(|(_, one, other)| {
        let free = !of_first[*one] && !of_second[*other];
        if free {
            (of_first[*one], of_second[*other]) = (true, true);
        }
        free
    });
    pairs.into_iter().map(|(_, one, other)| (one, other)).collect()
}

/// Counts segments from both sides: one that both have is one of each (as MAXQDA counts them).
pub(super) fn count(axis: &Axis, first: &[Span], second: &[Span], per_cent: u8) -> Cells {
    let pairs = matched(axis, first, second, per_cent).len();
    let left = |all: &[Span]| (all.len() - pairs) as u64;
    Cells { both: 2 * pairs as u64, first: left(first), second: left(second), neither: 0 }
}

/// Finds the segments that both have, as the first coder drew them, and those of one alone.
pub(super) fn places(axis: &Axis, first: &[Span], second: &[Span], per_cent: u8) -> Places {
    let pairs = matched(axis, first, second, per_cent);
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
