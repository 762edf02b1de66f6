//! The words that one is to code without seeing what another has coded: a line in the accent beside them.

use egui::{Painter, Rect, Stroke};

use super::page::{Page, Placed};
use super::shown::Shown;
use crate::model::span::{Span, union};
use crate::ui::cx::Cx;

/// Where in a source one is to code blind, in order and without overlaps.
pub(super) fn places(cx: &Cx<'_>, shown: &Shown) -> Vec<Span> {
    let Some(me) = cx.session.map(crate::session::Session::coder) else { return Vec::new() };
    let rounds = cx.project.double_codings().into_iter();
    let mine = rounds.filter(|round| round.unveiled.is_none() && round.coders.contains(&me));
    union(mine.flat_map(|round| round.spans(cx.project, shown.source.id)).collect())
}

/// Draws the line beside what is seen of them.
pub(super) fn lines(cx: &Cx<'_>, painter: &Painter, (page, shown): (&Page, &Shown), seen: &[Placed], places: &[Span]) {
    for placed in seen.iter().filter(|_| !places.is_empty()) {
        let own = &page.blocks()[placed.block].range;
        let here = places
            .iter()
            .filter_map(|span| shown.span(*span))
            .filter(|span| span.start() < own.end && span.end() > own.start);
        let rows = here.flat_map(|span| placed.rects(page.blocks(), &(span.start()..span.end())));
        if let Some(all) = rows.reduce(Rect::union) {
            painter.vline(placed.origin.x - 14.0, all.y_range().shrink(1.0), Stroke::new(2.5, cx.palette.accent));
        }
    }
}
