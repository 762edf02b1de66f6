//! What is set aside, in the reader: the thin line beside it, the quiet line in its place, and the menu of the text.

use std::ops::Range;

use egui::{Painter, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::blocks::Block;
use super::keys::Open;
use super::page::{HEADER, Page, Placed};
use crate::lang::aside::AsideWords;
use crate::lang::{Language, count};
use crate::model::span::Span;
use crate::text::bounds::line_around;
use crate::text::indexed::IndexedText;
use crate::text::words;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::screen::{Aside, Manner};
use crate::ui::views::set_aside;

/// The menu's memory between frames: where it was opened.
#[derive(Debug, Default)]
pub(super) struct Menu {
    at: Option<u32>,
}

impl Menu {
    /// Answers a press of the second button on the text, or on the name of a speaker above it.
    pub(super) fn menu_ui(&mut self, cx: &Cx<'_>, response: &Response, page: &Page, open: &Open<'_>) {
        if response.secondary_clicked()
            && let Some(pos) = response.interact_pointer_pos()
        {
            self.at = scalar_at(page, open.seen, pos);
        }
        response.context_menu(|ui| {
            ui.set_min_width(280.0);
            let Some(at) = self.at else { return };
            let selected = cx.screen.words().map(|(_, span)| span).filter(|span| span.contains(at));
            if let Some(span) = selected {
                set_aside::menu_ui(cx, ui, open.source, (AsideWords::of(cx.language).selected, &[span]));
                ui.separator();
            }
            let words = AsideWords::of(cx.language);
            match open.source.turn_at(at).and_then(|turn| open.source.turns.get(turn)) {
                Some(turn) => {
                    set_aside::menu_ui(cx, ui, open.source, (words.turn, &[turn.span]));
                    if let Some(speaker) = turn.speaker {
                        set_aside::speaker_menu_ui(cx, ui, open.source, speaker);
                    }
                }
                None => {
                    let line = line_around(open.text, at);
                    let line: Vec<Span> = Span::new(line.start, line.end).into_iter().collect();
                    set_aside::menu_ui(cx, ui, open.source, (words.line, &line));
                }
            }
            let here = Span::new(at, at + 1);
            let passages: Vec<Span> =
                here.into_iter().flat_map(|here| open.source.set_aside(here)).map(|known| known.span).collect();
            if let Some(whole) = passages.into_iter().reduce(Span::hull) {
                ui.separator();
                set_aside::take_in_ui(cx, ui, open.source, words.take_in_passage, &[whole]);
            }
        });
    }
}

/// How the page shows what is set aside, and in which language: nothing is hidden from a hand that corrects.
pub(super) fn now(cx: &Cx<'_>) -> (Aside, Language) {
    let aside = if cx.screen.manner == Manner::Coding { cx.screen.aside } else { Aside::Greyed };
    (aside, cx.language)
}

/// How many words are hidden in a block, as the quiet line in their place says it.
pub(super) fn hidden_words(block: &Block, text: &IndexedText, language: Language) -> String {
    let (start, end) = (block.range.start, block.range.end);
    let found = text.words_if_found().map(|words| words.count_between(start, end));
    let say = AsideWords::of(language);
    count(found.unwrap_or_else(|| words::count(text.slice(start, end))), say.hidden_one, say.hidden_many)
}

/// Cuts a stretch of text where something begins or ends that is set aside; tells which is. One at least, also of nothing.
pub(super) fn stretches(range: &Range<u32>, aside: &[Span]) -> Vec<(Range<u32>, bool)> {
    let (mut at, mut cut) = (range.start, Vec::new());
    let from = aside.partition_point(|span| span.end() <= range.start);
    for span in aside.iter().skip(from).take_while(|span| span.start() < range.end) {
        let (start, end) = (span.start().max(at), span.end().min(range.end));
        if at < start {
            cut.push((at..start, false));
        }
        cut.push((start..end, true));
        at = end;
    }
    if at < range.end || cut.is_empty() {
        cut.push((at..range.end, false));
    }
    cut
}

/// The scalar at a place; the name above a turn belongs to the turn.
fn scalar_at(page: &Page, seen: &[Placed], pos: Pos2) -> Option<u32> {
    let leads = |placed: &&Placed| page.blocks()[placed.block].lead && !page.blocks()[placed.block].hidden;
    let above = |placed: &&Placed| (placed.origin.y - HEADER..placed.origin.y).contains(&pos.y);
    let named = seen.iter().filter(leads).find(above);
    named.map(|placed| page.blocks()[placed.block].range.start).or_else(|| page.scalar_at(seen, pos))
}

/// Draws the ground that words stand on which are set aside: an interviewer's grey words stand on paper.
pub(super) fn ground(cx: &Cx<'_>, painter: &Painter, page: &Page, placed: &Placed) {
    let block = &page.blocks()[placed.block];
    let from = page.set_aside().partition_point(|span| span.end() <= block.range.start);
    for span in page.set_aside().iter().skip(from).take_while(|span| span.start() < block.range.end) {
        for rect in placed.rects(page.blocks(), &(span.start()..span.end())) {
            painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, cx.palette.ground);
        }
    }
}

/// Draws a thin line to the left of words that are set aside.
pub(super) fn line(cx: &Cx<'_>, painter: &Painter, page: &Page, placed: &Placed, left: f32) {
    let block = &page.blocks()[placed.block];
    let from = page.set_aside().partition_point(|span| span.end() <= block.range.start);
    for span in page.set_aside().iter().skip(from).take_while(|span| span.start() < block.range.end) {
        let rows = placed.rects(page.blocks(), &(span.start()..span.end()));
        if let Some(all) = rows.into_iter().reduce(egui::Rect::union) {
            painter.vline(left - 8.0, all.y_range().shrink(2.0), Stroke::new(1.5, cx.palette.faint));
        }
    }
}

/// A quiet line in place of hidden words is a button that shows them.
pub(super) fn hidden_ui(cx: &Cx<'_>, ui: &Ui, page: &Page, open: &Open<'_>) {
    for placed in open.seen.iter().filter(|placed| page.blocks()[placed.block].hidden) {
        let block = &page.blocks()[placed.block];
        let rect = placed.galley.rect.translate(placed.origin.to_vec2());
        let response = ui.interact(rect, ui.scope_id().with(("hidden", block.range.start)), Sense::click());
        let told = hidden_words(block, open.text, cx.language);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
        if response.hovered() {
            let ink = Stroke::new(1.0, cx.palette.aside);
            ui.painter()
                .line_segment([pos2(rect.left(), rect.bottom() - 4.0), pos2(rect.right(), rect.bottom() - 4.0)], ink);
            ui.set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        if response.clicked() {
            cx.send(Look::Aside(Aside::Greyed));
            Span::new(block.range.start, block.range.start + 1)
                .into_iter()
                .for_each(|first| cx.send(Look::Reveal(first)));
        }
    }
}
