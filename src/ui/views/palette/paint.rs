//! What a line of the palette is drawn of: a key, and a name with the typed letters in it.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, Rect, Stroke, Ui, pos2, vec2};

use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// Draws a key at the right end; gives where what is left of it must end.
pub(super) fn key_ui(cx: &Cx<'_>, ui: &Ui, rect: Rect, key: &str) -> f32 {
    if key.is_empty() {
        return rect.right() - space::S;
    }
    let galley = ui.painter().layout_no_wrap(key.to_owned(), fonts::small(), cx.palette.text);
    let size = galley.size() + vec2(14.0, 6.0);
    let cap = Rect::from_min_size(pos2(rect.right() - space::S - size.x, rect.center().y - size.y / 2.0), size);
    ui.painter().rect_filled(cap, CornerRadius::same(4), cx.palette.paper);
    ui.painter().rect_stroke(cap, CornerRadius::same(4), Stroke::new(1.0, cx.palette.line), egui::StrokeKind::Inside);
    ui.painter().galley(cap.min + vec2(7.0, 3.0), galley, cx.palette.text);
    cap.left() - space::S
}

/// A name with the typed letters in bold and something small behind it.
pub(super) fn lettered(
    cx: &Cx<'_>,
    name: &str,
    typed: &[std::ops::Range<usize>],
    behind: &str,
    width: f32,
) -> LayoutJob {
    let mut job = LayoutJob::default();
    let format = |font, color: Color32| TextFormat { font_id: font, color, ..TextFormat::default() };
    for (at, letter) in name.chars().enumerate() {
        let bold = typed.iter().any(|range| range.contains(&at));
        let font = if bold { fonts::strong(14.0) } else { fonts::body() };
        job.append(letter.encode_utf8(&mut [0; 4]), 0.0, format(font, cx.palette.text));
    }
    if !behind.is_empty() {
        job.append(behind, space::S, format(fonts::small(), cx.palette.muted));
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(80.0));
    job
}

/// Draws words with the middle of their left edge at a point.
pub(super) fn put(ui: &Ui, left_centre: egui::Pos2, job: LayoutJob) {
    let galley = ui.painter().layout_job(job);
    let at = left_centre - vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
}
