//! Quotes, each one click from its place.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::lang::Language;
use crate::model::coding::Coding;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::views::moments::clock;

/// Shows a quote with its place and its coder.
pub(super) fn quote_ui(cx: &Cx<'_>, ui: &mut Ui, coding: &Coding) {
    let Some(source) = cx.project.source(coding.source) else { return };
    let turn = source.turn_at(coding.span.start());
    let time = turn.and_then(|turn| source.turns.get(turn)).and_then(|turn| turn.start_ms).map(clock);
    let place = [Some(source.title.clone()), turn.map(|turn| (turn + 1).to_string()), time];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let words = quoted(cx.language, source.quote(coding.span));
    let width = ui.available_width();
    let mut job = LayoutJob::single_section(
        words.clone(),
        TextFormat { font_id: fonts::reading(13.5), color: cx.palette.text, ..TextFormat::default() },
    );
    job.wrap = TextWrapping { max_width: width, max_rows: 3, ..TextWrapping::default() };
    let galley = ui.painter().layout_job(job);
    let height = 20.0 + galley.size().y + space::M;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &words));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, cx.palette.hover);
    }
    let top = rect.top() + 3.0;
    painter.text(pos2(rect.left(), top), Align2::LEFT_TOP, place, fonts::small(), cx.palette.muted);
    let coder = cx.project.coder_name(coding.coder);
    painter.text(pos2(rect.right(), top), Align2::RIGHT_TOP, coder, fonts::small(), cx.palette.muted);
    painter.galley(pos2(rect.left(), rect.top() + 20.0), Arc::clone(&galley), cx.palette.text);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, cx.palette.line));
    if response.clicked() {
        cx.send(Look::AtCoding(coding.id));
    }
    if galley.elided {
        response.on_hover_text(words);
    }
}

/// Words in the quotation marks of the language, with paragraphs run together.
pub(in crate::ui::views) fn quoted(language: Language, words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match language {
        Language::Bokmal => format!("«{words}»"),
        Language::English => format!("“{words}”"),
    }
}
