//! A coding in the inspector: its code, its words, who made it, and what can be done to it.

use egui::{RichText, Ui};

use super::memo_card::MemoCard;
use super::quotes::quoted;
use crate::lang::count;
use crate::model::coding::Coding;
use crate::model::id::CodingId;
use crate::model::memo::About;
use crate::ui::action::Look;
use crate::ui::commands::{Command, keys};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::views::counted::words_in;
use crate::ui::views::moments;
use crate::ui::widgets::{controls, marks};

/// Shows a coding.
pub(super) fn coding_ui(cx: &Cx<'_>, ui: &mut Ui, memo: &mut MemoCard, (coding, here): (&Coding, &[CodingId])) {
    let codebook = cx.project.codebook();
    let Some(code) = codebook.code(coding.code) else { return };
    ui.label(RichText::new(cx.say.coding).font(fonts::small()).color(cx.palette.muted));
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(14.0, 24.0), egui::Sense::hover());
        marks::swatch(ui.painter(), rect.center(), cx.palette.shade(codebook.hue(code.id)));
        let title = RichText::new(&code.name).font(fonts::strong(16.0));
        let label = ui.add(egui::Label::new(title).wrap().sense(egui::Sense::click()));
        if label.on_hover_text(cx.say.to_the_code).clicked() {
            cx.send(Look::AtCode(code.id));
        }
    });
    let path = codebook.path(code.id);
    let above = path[..path.len().saturating_sub(1)].join(" › ");
    ui.label(RichText::new(above).font(fonts::small()).color(cx.palette.muted));
    controls::rule(cx, ui);
    let quote = cx.project.quote(coding);
    ui.label(RichText::new(quoted(cx.language, quote)).font(fonts::reading(14.0)));
    ui.add_space(space::XS);
    let source = cx.project.source(coding.source);
    let words = source.and_then(|source| words_in(ui, source, Some(coding.span))).unwrap_or(0);
    let told = [
        cx.project.coder_name(coding.coder).to_owned(),
        moments::moment(cx.language, coding.made_ms),
        count(words, cx.say.one_word, cx.say.many_words),
    ];
    ui.label(RichText::new(told.join(" · ")).font(fonts::small()).color(cx.palette.muted));
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        for (command, title) in [(Command::Recode, cx.say.change_code), (Command::RemoveCoding, cx.say.remove)] {
            if ui.button(title).on_hover_text(keys(ui, command)).clicked() {
                cx.send(command);
            }
        }
    });
    ui.add_space(space::XS);
    ui.label(RichText::new(cx.say.nudge_keys).font(fonts::small()).color(cx.palette.muted));
    controls::rule(cx, ui);
    memo.ui(cx, ui, About::Coding(coding.id));
    also_here_ui(cx, ui, coding, here);
}

/// The other codings on the same words.
fn also_here_ui(cx: &Cx<'_>, ui: &mut Ui, coding: &Coding, here: &[CodingId]) {
    let others = here.iter().filter(|id| **id != coding.id).filter_map(|id| cx.project.coding(*id));
    let others: Vec<&Coding> = others.collect();
    if others.is_empty() {
        return;
    }
    controls::rule(cx, ui);
    controls::section(cx, ui, cx.say.also_coded_here, "");
    for other in others {
        coding_row_ui(cx, ui, other);
    }
}

/// A coding as a row: colour, code, coder.
pub(super) fn coding_row_ui(cx: &Cx<'_>, ui: &mut Ui, coding: &Coding) {
    let codebook = cx.project.codebook();
    let Some(code) = codebook.code(coding.code) else { return };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), space::ROW), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &code.name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, cx.palette.hover);
    }
    let centre = rect.left_center();
    marks::swatch(ui.painter(), centre + egui::vec2(7.0, 0.0), cx.palette.shade(codebook.hue(code.id)));
    let painter = ui.painter();
    let right = rect.right_center();
    let coder = cx.project.coder_name(coding.coder);
    let coder = painter.text(right, egui::Align2::RIGHT_CENTER, coder, fonts::small(), cx.palette.muted);
    let mut job = egui::text::LayoutJob::simple_singleline(code.name.clone(), fonts::body(), cx.palette.text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(coder.left() - centre.x - 28.0);
    let name = painter.layout_job(job);
    painter.galley(centre + egui::vec2(20.0, -name.size().y / 2.0), name, cx.palette.text);
    if response.clicked() {
        cx.send(Look::AtCoding(coding.id));
    }
}
