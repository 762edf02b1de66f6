//! Where files that hang over the window will go.

use egui::{Align2, CornerRadius, LayerId, Order, Stroke, StrokeKind, Ui};

use super::say;
use crate::ui::cx::Cx;
use crate::ui::look::fonts;

/// Shows, while files hang over the window, what letting them go does.
pub fn drop_ui(cx: &Cx<'_>, ui: &Ui) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let words = if cx.session.is_some() { say(cx).drop_here } else { say(cx).drop_new };
    let rect = ui.content_rect();
    let painter = ui.layer_painter(LayerId::new(Order::Foreground, egui::Id::unique("drop")));
    painter.rect_filled(rect, CornerRadius::ZERO, cx.palette.paper.gamma_multiply(0.9));
    let edge = Stroke::new(2.0, cx.palette.accent);
    painter.rect_stroke(rect.shrink(12.0), CornerRadius::same(10), edge, StrokeKind::Inside);
    let galley = painter.layout(words.to_owned(), fonts::strong(17.0), cx.palette.text, rect.width() - 80.0);
    painter.galley(Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min, galley, cx.palette.text);
    let id = ui.scope_id().with("drop");
    let told = ui.interact(rect.shrink(rect.width() / 3.0), id, egui::Sense::hover());
    told.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
}
