//! Draws the page: tints, lines, selection, words, speakers and times, stripes and their names.

use egui::{Align2, Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::aside;
use super::keys::Open;
use super::marks::{Mark, stretches};
use super::movement::Bound;
use super::page::{HEADER, Page, Placed};
use super::pointer::{Drag, Handle};
use crate::model::source::Role;
use crate::model::span::{Span, without};
use crate::ui::cx::Cx;
use crate::ui::look::colours::Strength;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Focus;
use crate::ui::views::moments::clock;

/// How thick a stripe is while there are few.
pub(super) const STRIPE: f32 = 4.0;
/// How far stripes stand apart while there are few.
pub(super) const LANE: f32 = 8.0;

/// Where the columns of the page stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// The right edge of turn numbers and times.
    pub gutter: f32,
    /// Where the words begin.
    pub text: f32,
    /// How wide they run.
    pub width: f32,
    /// The first lane of stripes.
    pub stripes: f32,
    /// How far stripes stand apart, and how thick they are.
    pub lane: (f32, f32),
    /// Where their names begin.
    pub names: f32,
    /// How wide names may run.
    pub names_width: f32,
}

/// Draws tints and lines below coded words, and the selection.
pub(super) fn behind(
    cx: &Cx<'_>,
    painter: &Painter,
    page: &Page,
    seen: &[Placed],
    (marks, drag): (&[Vec<Mark>], Option<&Drag>),
) {
    let palette = cx.palette;
    let lifted = |mark: &Mark| is_lifted(cx, mark);
    let with_new_bounds = |mark: &Mark| match drag {
        Some(Drag::Pull(id, _, span)) if *id == mark.id => Mark { span: *span, ..mark.clone() },
        _ => mark.clone(),
    };
    for (placed, marks) in seen.iter().zip(marks) {
        aside::ground(cx, painter, page, placed);
        let mut here: Vec<Mark> = marks.iter().map(with_new_bounds).collect();
        here.sort_by_key(|mark| mark.span);
        for stretch in stretches(here.iter(), lifted) {
            let strength = if stretch.lifted { Strength::Lifted } else { Strength::Still };
            // What is set aside keeps its line and its stripe, and no tint: its words are quiet enough already.
            let tinted = without(&[stretch.span], page.set_aside()).into_iter();
            let rows = tinted.flat_map(|span| placed.rects(page.blocks(), &(span.start()..span.end())));
            for rect in rows {
                let band = rect.shrink2(vec2(0.0, 1.0));
                painter.rect_filled(band, CornerRadius::ZERO, palette.tint(stretch.ink, strength));
            }
        }
        if let Some((_, span)) = cx.screen.words() {
            for rect in placed.rects(page.blocks(), &(span.start()..span.end())) {
                painter.rect_filled(rect, CornerRadius::same(3), palette.selection);
            }
        }
        for mark in &here {
            let thick = if lifted(mark) { 2.5 } else { 1.5 };
            let level = [0.0, 3.0, 6.0][mark.lane % 3];
            for rect in placed.rects(page.blocks(), &(mark.span.start()..mark.span.end())) {
                let y = rect.bottom() - 1.0 - level;
                painter.hline(rect.x_range(), y, Stroke::new(thick, mark.ink));
            }
        }
    }
}

/// Whether a coding stands out: under the pointer, selected, or of a selected code.
pub(super) fn is_lifted(cx: &Cx<'_>, mark: &Mark) -> bool {
    let of_code = cx.screen.focus == Focus::Code && cx.screen.codes.contains(&mark.code);
    of_code || cx.screen.hovered == Some(mark.id) || cx.screen.coding == Some(mark.id)
}

/// Draws the words with the speaker above and turn and time beside them.
pub(super) fn words(cx: &Cx<'_>, painter: &Painter, page: &Page, open: &Open<'_>, columns: Columns) {
    let palette = cx.palette;
    for placed in open.seen {
        painter.galley(placed.origin, std::sync::Arc::clone(&placed.galley), palette.text);
        let block = &page.blocks()[placed.block];
        aside::line(cx, painter, page, placed, columns.text);
        if block.hidden {
            continue;
        }
        let beside = |y: f32, words: String| {
            painter.text(pos2(columns.gutter, y), Align2::RIGHT_TOP, words, fonts::small(), palette.muted);
        };
        let Some(turn) = block.turn else {
            if !block.range.is_empty() {
                beside(placed.origin.y + 6.0, (block.line + 1).to_string());
            }
            continue;
        };
        if !block.lead {
            continue;
        }
        let Some(told) = open.source.turns.get(turn) else { continue };
        beside(placed.origin.y - HEADER, (turn + 1).to_string());
        if let Some(ms) = told.start_ms {
            beside(placed.origin.y + 6.0, clock(ms));
        }
        if let Some(speaker) = open.source.speaker_of(told) {
            let asks = speaker.role == Role::Interviewer;
            let (font, ink) =
                if asks { (fonts::small(), palette.muted) } else { (fonts::strong(12.0), palette.accent) };
            let at = pos2(columns.text, placed.origin.y - HEADER);
            painter.text(at, Align2::LEFT_TOP, &speaker.name, font, ink);
        }
    }
}

/// A coding that is seen, with the heights of its first and last words.
pub(super) struct Beside<'m> {
    /// The coding.
    pub mark: &'m Mark,
    /// From the top of its first row to the bottom of its last, as far as they are laid out.
    pub y: egui::Rangef,
    /// Whether its first word is seen.
    pub starts: bool,
}

/// Every coding that is seen, in the order of the text.
pub(super) fn beside<'m>(page: &Page, seen: &[Placed], marks: &'m [Vec<Mark>]) -> Vec<Beside<'m>> {
    let mut found: Vec<Beside<'m>> = Vec::new();
    for (placed, marks) in seen.iter().zip(marks) {
        let blocks = page.blocks();
        for mark in marks {
            let (top, bottom) = ends(placed, blocks, mark.span);
            match found.iter_mut().find(|known| known.mark.id == mark.id) {
                Some(known) => known.y.max = bottom,
                None => {
                    let starts = blocks[placed.block].range.contains(&mark.span.start());
                    found.push(Beside { mark, y: egui::Rangef::new(top, bottom), starts });
                }
            }
        }
    }
    found
}

fn ends(placed: &Placed, blocks: &[super::blocks::Block], span: Span) -> (f32, f32) {
    let own = &blocks[placed.block].range;
    // A caret between two rows belongs to either; so the first and the last character are asked for.
    let row = |at: u32| {
        let at = at.clamp(own.start, own.end.saturating_sub(1).max(own.start));
        placed.rects(blocks, &(at..at + 1)).first().copied().unwrap_or_else(|| placed.caret(blocks, at))
    };
    (row(span.start()).top(), row(span.end().saturating_sub(1)).bottom())
}

/// The rectangle of a stripe.
pub(super) fn stripe(columns: Columns, beside: &Beside<'_>) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "lanes are few")]
    let x = columns.stripes + beside.mark.lane as f32 * columns.lane.0;
    Rect::from_x_y_ranges(x..=x + columns.lane.1, beside.y.min + 3.0..=beside.y.max - 3.0)
}

/// Draws the two bounds of the selected coding that can be pulled.
pub(super) fn handles(painter: &Painter, handles: &[Handle], ink: Color32, paper: Color32) {
    for handle in handles {
        let x = handle.at.center().x;
        painter.vline(x, handle.at.y_range(), Stroke::new(2.0, ink));
        let knob = match handle.bound {
            Bound::Start => pos2(x, handle.at.top()),
            Bound::End => pos2(x, handle.at.bottom()),
        };
        painter.circle(knob, 4.5, ink, Stroke::new(1.5, paper));
    }
}

/// Draws where a carried code would be put.
pub(super) fn target(cx: &Cx<'_>, painter: &Painter, page: &Page, seen: &[Placed], span: Span) {
    for placed in seen {
        for rect in placed.rects(page.blocks(), &(span.start()..span.end())) {
            let edge = Stroke::new(1.5, cx.palette.accent);
            painter.rect_stroke(rect.expand(1.0), CornerRadius::same(3), edge, StrokeKind::Outside);
        }
    }
}

/// Draws the caret where no words are selected.
pub(super) fn caret(cx: &Cx<'_>, painter: &Painter, page: &Page, seen: &[Placed]) {
    let Some(selection) = cx.screen.selection.filter(|selection| selection.span().is_none()) else {
        return;
    };
    let blocks = page.blocks();
    let holds = |placed: &&Placed| {
        let range = &blocks[placed.block].range;
        range.start <= selection.head && selection.head <= range.end
    };
    if let Some(placed) = seen.iter().find(holds) {
        let rect = placed.caret(blocks, selection.head);
        painter.vline(rect.center().x, rect.y_range().shrink(2.0), Stroke::new(1.5, cx.palette.accent));
    }
}

/// Draws the scroll bar; gives the rectangles of its groove and its thumb.
#[expect(clippy::cast_possible_truncation, reason = "shares of a page are small numbers")]
pub(super) fn scroll_bar(rect: Rect, page: &Page) -> (Rect, Rect) {
    let groove = Rect::from_min_max(pos2(rect.right() - 10.0, rect.top()), rect.right_bottom());
    let total = (page.last_offset(rect.height()) + f64::from(rect.height())).max(1.0);
    let share = (f64::from(rect.height()) / total).min(1.0) as f32;
    let tall = (groove.height() * share).max(28.0).min(groove.height());
    let range = page.last_offset(rect.height()).max(1.0);
    let at = (page.offset().max(0.0) / range).min(1.0) as f32;
    let top = groove.top() + at * (groove.height() - tall);
    let thumb = Rect::from_min_size(pos2(groove.left() + 2.0, top), vec2(6.0, tall));
    (groove, thumb.shrink2(vec2(0.0, space::XS / 2.0)))
}
