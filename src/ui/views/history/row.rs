//! One gesture of the history, and the days between.

use std::collections::VecDeque;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, Galley, Rect, Response, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::goal::goal;
use super::listed::{Line, Listed};
use crate::lang::rooms::Rooms;
use crate::session::history::Gesture;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::views::moments;
use crate::ui::widgets::long_list::Rows;

/// How tall the head of a day is.
const DAY: f32 = 36.0;
/// Above and below the words of a gesture.
const AROUND: f32 = 7.0;
/// Where the words begin.
const WORDS: f32 = 220.0;
/// How many lines a gesture takes at most.
const LINES: usize = 4;

/// The gestures as rows of a long list.
pub(super) struct HistoryRows<'a> {
    /// What a view may see.
    pub cx: &'a Cx<'a>,
    /// The words of the room.
    pub words: &'static Rooms,
    /// All gestures.
    pub gestures: &'a VecDeque<Gesture>,
    /// Those listed.
    pub listed: &'a Listed,
}

impl Rows for HistoryRows<'_> {
    fn name(&self) -> &str {
        self.words.history
    }

    fn count(&self) -> usize {
        self.listed.lines.len()
    }

    fn height(&self, ui: &Ui, row: usize, width: f32) -> f32 {
        match self.gesture(row) {
            Some(gesture) => (self.text(ui, gesture, width).size().y + 2.0 * AROUND).max(30.0),
            None => DAY,
        }
    }

    fn heading(&self, row: usize) -> Option<usize> {
        self.listed.day(row)
    }

    fn show(&self, ui: &mut Ui, row: usize, rect: Rect, response: &Response) {
        match (self.listed.lines.get(row), self.gesture(row)) {
            (Some(Line::Day(ms)), _) => self.day_ui(ui, rect, response, *ms),
            (_, Some(gesture)) => self.gesture_ui(ui, rect, response, gesture),
            _ => {}
        }
    }
}

impl HistoryRows<'_> {
    fn gesture(&self, row: usize) -> Option<&Gesture> {
        self.gestures.get(super::gesture_of(self.listed.lines.get(row))?)
    }

    fn text(&self, ui: &Ui, gesture: &Gesture, width: f32) -> Arc<Galley> {
        let palette = self.cx.palette;
        let told = self.listed.words(self.cx, self.gestures, gesture);
        let ink = if gesture.taken_back { palette.muted } else { palette.text };
        let struck = if gesture.taken_back { Stroke::new(1.0, palette.muted) } else { Stroke::NONE };
        let format = TextFormat { font_id: fonts::body(), color: ink, strikethrough: struck, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(told, format);
        let room = (width - WORDS - space::XL).clamp(120.0, 820.0);
        job.wrap = TextWrapping { max_width: room, max_rows: LINES, ..TextWrapping::default() };
        ui.painter().layout_job(job)
    }

    fn day_ui(&self, ui: &Ui, rect: Rect, response: &Response, ms: u64) {
        let palette = self.cx.palette;
        let day = moments::day(self.cx.language, ms);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &day));
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, palette.panel);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
        let at = pos2(rect.left() + space::XL, rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, day, fonts::strong(13.0), palette.text);
    }

    fn gesture_ui(&self, ui: &Ui, rect: Rect, response: &Response, gesture: &Gesture) {
        let (cx, palette) = (self.cx, self.cx.palette);
        let text = self.text(ui, gesture, rect.width());
        let goes = goal(cx.project, gesture);
        let coder = cx.project.coder(gesture.coder());
        let name = coder.map_or(self.words.unknown_coder, |coder| coder.name.as_str());
        let time = moments::time(cx.language, gesture.ms());
        let back = if gesture.taken_back { self.words.taken_back } else { "" };
        let role = if goes.is_empty() { egui::Role::ListItem } else { egui::Role::Button };
        response.widget_info(|| WidgetInfo::labeled(role, true, text.text()));
        ui.accesskit_node_builder(response.id, |node| {
            let told = [time.as_str(), name, back].into_iter().filter(|part| !part.is_empty());
            node.set_description(told.collect::<Vec<_>>().join(" · "));
        });
        let painter = ui.painter();
        if response.hovered() && !goes.is_empty() {
            painter.rect_filled(rect.shrink2(vec2(8.0, 1.0)), 6.0, palette.hover);
        }
        if response.has_focus() {
            let edge = Stroke::new(1.5, palette.accent);
            painter.rect_stroke(rect.shrink2(vec2(8.0, 1.0)), 6.0, edge, StrokeKind::Inside);
        }
        let y = rect.top() + AROUND + 8.5;
        let left = rect.left() + space::XL;
        painter.text(pos2(left, y), Align2::LEFT_CENTER, time, fonts::small(), palette.muted);
        let dot = coder.map_or(palette.faint, |coder| palette.hue(coder.hue));
        painter.circle_filled(pos2(left + 52.0, y), 4.0, dot);
        let galley = line(ui, name, WORDS - 52.0 - 14.0 - 24.0 - space::S, palette.muted);
        painter.galley(pos2(left + 62.0, y - galley.size().y / 2.0), galley, palette.muted);
        painter.galley(pos2(rect.left() + WORDS, rect.top() + AROUND), Arc::clone(&text), palette.text);
        if response.clicked() {
            goes.into_iter().for_each(|look| cx.send(look));
        }
        if text.elided {
            let whole: String = text.text().chars().take(1500).collect();
            response.clone().on_hover_text_at_pointer(whole);
        }
    }
}

fn line(ui: &Ui, words: &str, width: f32, ink: Color32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), fonts::small(), ink);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}
