//! One segment of the list, and the headings between.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, Galley, Rect, Response, Stroke, Ui, WidgetInfo, pos2};

use super::found::{Found, Group, Heading, Row};
use crate::analysis::retrieval::{Passage, Segment};
use crate::lang::rooms::Rooms;
use crate::lang::{fill, grouped};
use crate::model::id::CodeId;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::colours::Strength;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Selection;
use crate::ui::views::moments::clock;
use crate::ui::widgets::long_list::Rows;
use crate::ui::widgets::marks;

/// No line of the text is longer than this.
const MEASURE: f32 = 720.0;
/// How tall a heading is.
const HEADING: f32 = 36.0;
/// Above the text: the place, and the code.
const ABOVE: f32 = 32.0;
/// Below the text.
const BELOW: f32 = 14.0;
/// How many lines of a segment are shown; the rest is read in its place.
const LINES: usize = 9;
/// How many letters are laid out at most; more do not fit the lines.
const LETTERS: usize = 1200;
/// How many letters of its surroundings are shown on either side.
const CONTEXT: u32 = 90;

/// Words that are shown, with the coding they belong to where they do.
struct Quoted<'p> {
    passage: Passage<'p>,
    segment: Option<Segment<'p>>,
}

/// The segments as rows of a long list.
pub(in crate::ui::views) struct SegmentRows<'a> {
    /// What a view may see.
    pub cx: &'a Cx<'a>,
    /// The words of the room.
    pub words: &'static Rooms,
    /// What is listed.
    pub found: &'a Found,
    /// What they stand under, and so need not say themselves.
    pub group: Group,
}

impl Rows for SegmentRows<'_> {
    fn name(&self) -> &str {
        self.words.segments
    }

    fn count(&self) -> usize {
        self.found.rows.len()
    }

    fn height(&self, ui: &Ui, row: usize, width: f32) -> f32 {
        match self.quoted(row) {
            Some(quoted) => ABOVE + self.text(ui, &quoted, width).size().y + BELOW,
            None => HEADING,
        }
    }

    fn heading(&self, row: usize) -> Option<usize> {
        self.found.heading(row)
    }

    fn show(&self, ui: &mut Ui, row: usize, rect: Rect, response: &Response) {
        match (self.found.rows.get(row), self.quoted(row)) {
            (Some(Row::Heading(heading, count)), _) => self.heading_ui(ui, rect, response, (*heading, *count)),
            (_, Some(quoted)) => self.quoted_ui(ui, rect, response, &quoted),
            _ => {}
        }
    }
}

impl SegmentRows<'_> {
    fn quoted(&self, row: usize) -> Option<Quoted<'_>> {
        let project = self.cx.project;
        match self.found.rows.get(row)? {
            Row::Segment(coding) => {
                let segment = Segment::of(project, project.coding(*coding)?)?;
                Some(Quoted { passage: segment.passage(), segment: Some(segment) })
            }
            Row::Words(source, span) => Some(Quoted { passage: Passage::of(project, *source, *span)?, segment: None }),
            Row::Heading(..) => None,
        }
    }

    fn shade(&self, code: CodeId) -> Color32 {
        self.cx.palette.shade(self.cx.project.codebook().hue(code))
    }

    /// Where a segment stands, as in *Informant 3 · 42 · 12:04 · Kari*.
    fn place(&self, passage: &Passage<'_>) -> String {
        let title = Some(passage.source.title.clone()).filter(|_| self.group == Group::Code);
        let turn = passage.turn_number().map(|turn| fill(self.words.turn, &[("n", &turn)]));
        let time = passage.start_ms().map(clock);
        let speaker = passage.speaker().map(|speaker| speaker.name.clone());
        let speaker = speaker.filter(|name| *name != passage.source.title);
        let parts = [title, turn, time, speaker];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// The colour behind the words: that of their code, or the accent.
    fn ink(&self, quoted: &Quoted<'_>) -> Color32 {
        quoted.segment.as_ref().map_or(self.cx.palette.accent, |segment| self.shade(segment.code.id))
    }

    /// Goes to the words in their source.
    fn open(&self, quoted: &Quoted<'_>) {
        if let Some(segment) = &quoted.segment {
            return self.cx.send(Look::AtCoding(segment.coding.id));
        }
        let Passage { source, span } = quoted.passage;
        self.cx.send(Look::AtSource(source.id));
        self.cx.send(Look::Select(Some(Selection::over(span))));
        self.cx.send(Look::Reveal(span));
    }

    fn text(&self, ui: &Ui, quoted: &Quoted<'_>, width: f32) -> Arc<Galley> {
        let palette = self.cx.palette;
        let font = fonts::reading(15.0);
        let plain =
            |ink| TextFormat { font_id: font.clone(), color: ink, line_height: Some(23.0), ..Default::default() };
        let tint = palette.tint(self.ink(quoted), Strength::Still);
        let coded = TextFormat { background: tint, ..plain(palette.text) };
        let (before, after) = surroundings(&quoted.passage);
        let mut job = LayoutJob::default();
        job.append(&before, 0.0, plain(palette.muted));
        let words: String = quoted.passage.words().chars().take(LETTERS).collect();
        job.append(&words.replace('\n', " "), 0.0, coded);
        job.append(&after, 0.0, plain(palette.muted));
        job.wrap = TextWrapping { max_width: measure(width), max_rows: LINES, ..TextWrapping::default() };
        ui.painter().layout_job(job)
    }

    fn quoted_ui(&self, ui: &Ui, rect: Rect, response: &Response, quoted: &Quoted<'_>) {
        let (cx, palette) = (self.cx, self.cx.palette);
        let (passage, segment) = (&quoted.passage, quoted.segment.as_ref());
        let place = self.place(passage);
        let path = segment.map_or(String::new(), |segment| segment.path().join(" › "));
        let coder = segment.map_or("", Segment::coder_name);
        let memos: Vec<&str> = segment.into_iter().flat_map(Segment::memos).collect();
        let said: String = passage.words().chars().take(LETTERS).collect();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &said));
        ui.accesskit_node_builder(response.id, |node| {
            let memo = if memos.is_empty() { "" } else { self.words.has_memo };
            let told = [passage.source.title.as_str(), place.as_str(), path.as_str(), coder, memo];
            node.set_description(told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
        });
        let painter = ui.painter();
        let left = rect.left() + space::XL;
        let right = left + measure(rect.width());
        let lifted = Rect::from_min_max(pos2(left - 12.0, rect.top() + 3.0), pos2(right + 12.0, rect.bottom() - 3.0));
        if response.hovered() || response.has_focus() {
            painter.rect_filled(lifted, 6.0, palette.hover);
        }
        if response.has_focus() {
            let edge = Stroke::new(1.5, palette.accent);
            painter.rect_stroke(lifted, 6.0, edge, egui::StrokeKind::Inside);
        }
        let y = rect.top() + 18.0;
        let coder = small(ui, coder.to_owned(), 200.0, palette.muted);
        let mut end = right - coder.size().x;
        painter.galley(pos2(end, y - coder.size().y / 2.0), coder, palette.muted);
        if !memos.is_empty() {
            end -= space::M;
            let memo = painter.text(pos2(end, y), Align2::RIGHT_CENTER, cx.say.memo, fonts::small(), palette.accent);
            end = memo.left();
        }
        let mut start = left;
        if self.group == Group::Source && segment.is_some() {
            marks::swatch(painter, pos2(left + 4.5, y), self.ink(quoted));
            let name = small(ui, path, (end - left - 16.0) * 0.7, palette.text);
            start = left + 16.0 + name.size().x + space::M;
            painter.galley(pos2(left + 16.0, y - name.size().y / 2.0), name, palette.text);
        }
        let place = small(ui, place, end - start - space::M, palette.muted);
        painter.galley(pos2(start, y - place.size().y / 2.0), place, palette.muted);
        let text = self.text(ui, quoted, rect.width());
        let elided = text.elided;
        painter.galley(pos2(left, rect.top() + ABOVE), text, palette.text);
        painter.hline(left..=right, rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
        if response.clicked() {
            self.open(quoted);
        }
        self.hover_ui(response, passage, elided, &memos);
    }

    /// What does not fit the row: the memos, and the words of a long segment.
    fn hover_ui(&self, response: &Response, passage: &Passage<'_>, elided: bool, memos: &[&str]) {
        if memos.is_empty() && !elided {
            return;
        }
        response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(460.0);
            for memo in memos {
                ui.label(egui::RichText::new(format!("{}: {memo}", self.cx.say.memo)).font(fonts::body()));
            }
            if elided {
                let words: String = passage.words().chars().take(2 * LETTERS).collect();
                ui.label(egui::RichText::new(words).font(fonts::reading(14.0)));
            }
        });
    }

    fn heading_ui(&self, ui: &Ui, rect: Rect, response: &Response, (heading, count): (Heading, usize)) {
        let palette = self.cx.palette;
        let project = self.cx.project;
        let (title, swatch) = match heading {
            Heading::Code(code) => (project.codebook().path(code).join(" › "), Some(self.shade(code))),
            Heading::Source(source) => (project.source(source).map_or(String::new(), |s| s.title.clone()), None),
        };
        let counted = crate::lang::count(count, self.words.one_segment, self.words.many_segments);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, format!("{title}, {counted}")));
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, palette.panel);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
        let mut left = rect.left() + space::XL;
        let right = left + measure(rect.width());
        let y = rect.center().y;
        let count = painter.text(pos2(right, y), Align2::RIGHT_CENTER, grouped(count), fonts::small(), palette.muted);
        if let Some(ink) = swatch {
            marks::swatch(painter, pos2(left + 4.5, y), ink);
            left += 16.0;
        }
        let mut job = LayoutJob::simple_singleline(title, fonts::strong(13.0), palette.text);
        job.wrap = TextWrapping::truncate_at_width((count.left() - left - space::M).max(40.0));
        let title = painter.layout_job(job);
        painter.galley(pos2(left, y - title.size().y / 2.0), title, palette.text);
    }
}

fn measure(width: f32) -> f32 {
    (width - 2.0 * space::XL).clamp(120.0, MEASURE)
}

fn small(ui: &Ui, words: String, width: f32, ink: Color32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(words, fonts::small(), ink);
    job.wrap = TextWrapping::truncate_at_width(width.max(20.0));
    ui.painter().layout_job(job)
}

/// The words around a segment, with an ellipsis where they are cut off.
fn surroundings(passage: &Passage<'_>) -> (String, String) {
    let (before, after) = passage.context(CONTEXT);
    let Some(text) = passage.source.text.as_ref() else { return Default::default() };
    let span = passage.span;
    let line = |at| text.line(text.line_of(at));
    let letters = |words: &str| u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    let starts = span.start().saturating_sub(letters(before)) <= line(span.start()).start;
    let ends = span.end().saturating_add(letters(after)) >= line(span.end()).end;
    let before = if starts { before.to_owned() } else { format!("… {before}") };
    let after = if ends { after.to_owned() } else { format!("{after} …") };
    (before, after)
}
