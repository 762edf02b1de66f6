//! Lays stripes into lanes so that no two collide, and names beside them so that no two overlap.

use crate::model::span::Span;

/// The lane of each span, from 0 next to the text. Spans must come in the order of the text, each with the scalar up to
/// which its stripe may reach: to the end of its row, where the next stripe on that row would lie over it.
pub(super) fn lanes(spans: &[(Span, u32)]) -> Vec<usize> {
    let mut free_from: Vec<u32> = Vec::new();
    let lay = |(span, reach): &(Span, u32)| {
        let free = free_from.iter().position(|end| *end <= span.start());
        let lane = free.unwrap_or_else(|| {
            free_from.push(0);
            free_from.len() - 1
        });
        free_from[lane] = span.end().max(*reach);
        lane
    };
    spans.iter().map(lay).collect()
}

/// A name that wants to stand at a height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wanted {
    /// Where it would like to stand.
    pub y: f32,
    /// How tall it is.
    pub height: f32,
}

/// Where each name stands: where it wants to, or as far down as the ones above push it; `None` when that would be
/// farther than `reach` from its words. The names must come in the order of their heights.
pub(super) fn names(wanted: &[Wanted], reach: f32) -> Vec<Option<f32>> {
    let mut free = f32::NEG_INFINITY;
    let place = |name: &Wanted| {
        let y = name.y.max(free);
        (y - name.y <= reach).then(|| {
            free = y + name.height;
            y
        })
    };
    wanted.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spans drawn as `a..b`, one a word.
    fn spans(drawn: &str) -> Vec<Span> {
        let span = |word: &str| {
            let (start, end) = word.split_once("..").unwrap();
            Span::new(start.parse().unwrap(), end.parse().unwrap()).unwrap()
        };
        drawn.split_whitespace().map(span).collect()
    }

    #[test]
    fn overlapping_stripes_never_share_a_lane() {
        let reaching = |drawn, by| spans(drawn).into_iter().map(|span| (span, span.end() + by)).collect::<Vec<_>>();
        assert_eq!(lanes(&reaching("0..10 2..4 4..8 10..12 11..13", 0)), [0, 1, 1, 0, 1]);
        assert_eq!(lanes(&reaching("0..10 20..22 35..40", 15)), [0, 1, 0]);
    }

    #[test]
    fn names_move_down_and_give_up_when_too_far() {
        let at = |y| Wanted { y, height: 10.0 };
        let wanted = [at(0.0), at(2.0), at(3.0), at(60.0)];
        assert_eq!(names(&wanted, 12.0), [Some(0.0), Some(10.0), None, Some(60.0)]);
    }
}
