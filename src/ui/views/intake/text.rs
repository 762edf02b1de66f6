//! The text of a file as it will stand: speakers and times in the margin, and only what is seen laid out.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Galley, Rect, Response, Role, Ui, WidgetInfo, pos2, vec2};

use super::say;
use crate::journal::edit::NewSource;
use crate::model::source::Role as Speaks;
use crate::ui::cx::Cx;
use crate::ui::intake::item::Item;
use crate::ui::look::{fonts, space};
use crate::ui::views::moments;
use crate::ui::widgets::long_list::{LongList, Rows};

/// The longest stretch that is laid out as one, in Unicode scalars; a longer line is cut after a space.
const LONGEST: usize = 3_000;
/// The speaker's line above a turn.
const HEADER: f32 = 20.0;
/// The gap above a turn, and above a line within one.
const GAPS: (f32, f32) = (14.0, 6.0);
/// Empty paper at the sides.
const MARGIN: f32 = 24.0;

/// The text's memory between frames.
#[derive(Default)]
pub(super) struct Text {
    list: LongList,
    cut: Option<(Arc<NewSource>, Vec<Line>)>,
}

/// A stretch of the text that is laid out as one.
struct Line {
    bytes: Range<usize>,
    turn: Option<usize>,
    /// Whether the turn begins here.
    leads: bool,
}

impl Text {
    /// Shows the text of an item in all the space there is.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, item: &Item) {
        let Some(draft) = item.draft() else { return };
        if !self.cut.as_ref().is_some_and(|(known, _)| Arc::ptr_eq(known, draft)) {
            let same = self.cut.as_ref().is_some_and(|(known, _)| known.text == draft.text);
            if !same {
                self.list.to_the_top();
            }
            self.cut = Some((Arc::clone(draft), cut(draft)));
        }
        let Some((source, lines)) = &self.cut else { return };
        self.list.ui(cx, ui, &Page { cx, source, lines });
    }
}

/// Cuts a text into lines, and very long lines into more.
fn cut(source: &NewSource) -> Vec<Line> {
    let (mut lines, mut byte, mut scalar, mut last) = (Vec::new(), 0, 0_u32, None);
    for line in source.text.split_inclusive('\n') {
        let mut rest = line.trim_end_matches('\n');
        let before = source.turns.partition_point(|turn| turn.span.start() <= scalar).checked_sub(1);
        let turn = before.filter(|turn| source.turns.get(*turn).is_some_and(|turn| scalar < turn.span.end()));
        let mut leads = turn.is_some() && turn != last;
        last = turn.or(last);
        let mut from = byte;
        loop {
            let piece = head(rest);
            lines.push(Line { bytes: from..from + piece.len(), turn, leads });
            from += piece.len();
            rest = rest.get(piece.len()..).unwrap_or_default();
            leads = false;
            if rest.is_empty() {
                break;
            }
        }
        byte += line.len();
        scalar = scalar.saturating_add(u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
    }
    lines
}

/// As much of a line as is laid out as one.
fn head(line: &str) -> &str {
    let Some((most, _)) = line.char_indices().nth(LONGEST) else { return line };
    let window = line.get(..most).unwrap_or(line);
    window.rfind(' ').and_then(|space| line.get(..=space)).unwrap_or(window)
}

/// The lines as rows of a list.
struct Page<'a> {
    cx: &'a Cx<'a>,
    source: &'a NewSource,
    lines: &'a [Line],
}

impl Page<'_> {
    fn galley(&self, ui: &Ui, line: &Line, width: f32) -> Arc<Galley> {
        let size = space::READING * f32::from(self.cx.screen.text_zoom) / 100.0;
        let turn = line.turn.and_then(|turn| self.source.turns.get(turn));
        let speaker = turn.and_then(|turn| self.source.speakers.get(usize::from(turn.speaker?)));
        let asks = speaker.is_some_and(|speaker| speaker.role == Speaks::Interviewer);
        let format = TextFormat {
            font_id: fonts::reading(size),
            color: if asks { self.cx.palette.muted } else { self.cx.palette.text },
            line_height: Some((size * space::READING_LINE).round()),
            ..TextFormat::default()
        };
        let words = self.source.text.get(line.bytes.clone()).unwrap_or_default();
        let mut job = LayoutJob::single_section(words.to_owned(), format);
        job.wrap.max_width = self.measure(width);
        ui.painter().layout_job(job)
    }

    /// How wide the lines are at a width of the page.
    fn measure(&self, width: f32) -> f32 {
        let whole = space::MEASURE * f32::from(self.cx.screen.text_zoom) / 100.0;
        (width - 2.0 * MARGIN).clamp(80.0, whole)
    }

    /// Where the lines begin: in the middle of a wide page, as in the reader.
    fn left(&self, rect: Rect) -> f32 {
        rect.left() + ((rect.width() - self.measure(rect.width())) / 2.0).max(MARGIN)
    }

    fn above(line: &Line) -> f32 {
        if line.leads { GAPS.0 + HEADER } else { GAPS.1 }
    }

    /// Who speaks and when.
    fn header(&self, line: &Line) -> (String, String) {
        let turn = line.turn.filter(|_| line.leads).and_then(|turn| self.source.turns.get(turn));
        let speaker = turn.and_then(|turn| self.source.speakers.get(usize::from(turn.speaker?)));
        let name = speaker.map_or_else(String::new, |speaker| speaker.name.clone());
        (name, turn.and_then(|turn| turn.start_ms).map_or_else(String::new, moments::clock))
    }
}

impl Rows for Page<'_> {
    fn name(&self) -> &str {
        say(self.cx).text_here
    }

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn height(&self, ui: &Ui, row: usize, width: f32) -> f32 {
        self.lines.get(row).map_or(0.0, |line| self.galley(ui, line, width).size().y + Self::above(line))
    }

    fn heading(&self, _: usize) -> Option<usize> {
        None
    }

    fn show(&self, ui: &mut Ui, row: usize, rect: Rect, response: &Response) {
        let Some(line) = self.lines.get(row) else { return };
        let words = self.source.text.get(line.bytes.clone()).unwrap_or_default();
        response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, words));
        let (name, time) = self.header(line);
        let (painter, palette) = (ui.painter(), self.cx.palette);
        let at = pos2(self.left(rect), rect.top() + GAPS.0);
        let head = vec2(self.measure(rect.width()), HEADER);
        if line.leads {
            let mut job = LayoutJob::default();
            let format = |font_id, color| TextFormat { font_id, color, ..TextFormat::default() };
            job.append(&name, 0.0, format(fonts::strong(12.0), palette.text));
            let gap = if name.is_empty() { 0.0 } else { space::S };
            job.append(&time, gap, format(fonts::small(), palette.muted));
            job.wrap = egui::text::TextWrapping::truncate_at_width(head.x);
            painter.galley(at, painter.layout_job(job), palette.text);
            let told = format!("{name} {time}");
            let header = ui.interact(Rect::from_min_size(at, head), response.id.with("speaker"), egui::Sense::hover());
            header.widget_info(|| WidgetInfo::labeled(Role::Label, true, told.trim()));
        }
        let galley = self.galley(ui, line, rect.width());
        ui.painter().galley(pos2(self.left(rect), rect.top() + Self::above(line)), galley, palette.text);
    }
}
