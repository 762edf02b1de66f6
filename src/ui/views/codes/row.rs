//! One row of the code tree.

use egui::{Align2, CornerRadius, DragAndDrop, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::rows::{Branch, TreeRow};
use super::{carry, code_menu_ui, tree_id};
use crate::journal::edit::Edit;
use crate::lang::{fill, grouped};
use crate::model::code::{Code, CodeKind, Origin};
use crate::ui::action::{Fold, Look};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::carried::Carried;
use crate::ui::widgets::marks;

/// How far a row is indented.
pub(super) fn indent(depth: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "at most 64 deep")]
    let depth = depth.min(12) as f32;
    depth * 16.0
}

/// Shows a row and answers what is done to it.
pub(super) fn row_ui(cx: &Cx<'_>, ui: &mut Ui, row: &TreeRow) {
    let codebook = cx.project.codebook();
    let Some(code) = codebook.code(row.code) else { return };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::hover());
    let id = ui.scope_id().with(("code", row.code));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let chosen = cx.screen.codes.contains(&row.code);
    name_for_readers(cx, ui, &response, (code, row, chosen));
    if chosen || response.hovered() {
        let fill = if chosen { cx.palette.selection } else { cx.palette.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
    draw(cx, ui, rect, (code, row));
    answer(cx, ui, &response, rect, row);
    carry::target_ui(cx, ui, &response, row.code);
    response.context_menu(|ui| code_menu_ui(cx, ui, row.code));
}

fn name_for_readers(cx: &Cx<'_>, ui: &Ui, response: &Response, (code, row, chosen): (&Code, &TreeRow, bool)) {
    response.widget_info(|| WidgetInfo::selected(egui::Role::TreeItem, true, chosen, &code.name));
    let counted = fill(cx.say.codings_of_code, &[("n", &grouped(row.count))]);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_level(row.depth + 1);
        node.set_description(counted);
        if row.branch != Branch::Leaf {
            node.set_expanded(row.branch == Branch::Open);
        }
    });
}

fn draw(cx: &Cx<'_>, ui: &Ui, rect: Rect, (code, row): (&Code, &TreeRow)) {
    let palette = cx.palette;
    let painter = ui.painter();
    let y = rect.center().y;
    let x = rect.left() + indent(row.depth);
    if row.branch != Branch::Leaf {
        marks::triangle(painter, pos2(x + 8.0, y), row.branch == Branch::Open, palette.muted);
    }
    marks::swatch(painter, pos2(x + 24.0, y), palette.shade(cx.project.codebook().hue(row.code)));
    let font = if code.kind == CodeKind::Theme { fonts::strong(14.0) } else { fonts::body() };
    let counted = if row.count == 0 { "–".to_owned() } else { grouped(row.count) };
    let right = rect.right() - space::S;
    let count = painter.layout_no_wrap(counted, fonts::small(), palette.muted);
    let room = right - count.size().x - space::S - 18.0 - (x + 36.0);
    let mut job = egui::text::LayoutJob::simple_singleline(code.name.clone(), font, palette.text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(40.0));
    let name = painter.layout_job(job);
    let end = x + 36.0 + name.size().x;
    painter.galley(pos2(x + 36.0, y - name.size().y / 2.0), name, palette.text);
    if code.kind != CodeKind::Theme {
        marks::origin(painter, pos2(end + 11.0, y), code.origin, palette.faint);
    }
    let at = Align2::RIGHT_CENTER.anchor_size(pos2(right, y), count.size());
    painter.galley(at.min, count, palette.muted);
}

fn answer(cx: &Cx<'_>, ui: &Ui, response: &Response, rect: Rect, row: &TreeRow) {
    let pos = response.interact_pointer_pos();
    let on_triangle = pos.is_some_and(|pos| {
        let left = rect.left() + indent(row.depth);
        row.branch != Branch::Leaf && (left..left + 16.0).contains(&pos.x)
    });
    if response.clicked() && on_triangle {
        let fold = if row.branch == Branch::Open { Fold::Closed } else { Fold::Open };
        cx.send(Look::Fold(row.code, fold));
    } else if response.double_clicked() && cx.screen.words().is_none() {
        cx.send(Look::AtCode(row.code));
        cx.send(Look::Retrieve);
    } else if response.clicked() {
        ui.memory_mut(|memory| memory.request_focus(tree_id()));
        let also = ui.input(|input| input.modifiers.command);
        match cx.screen.words() {
            _ if also => cx.send(Look::AlsoAtCode(row.code)),
            Some((source, span)) => cx.send(Edit::ApplyCode { code: row.code, source, span }),
            None => cx.send(Look::AtCode(row.code)),
        }
    }
    if response.drag_started() && !on_triangle {
        DragAndDrop::set_payload(ui, Carried::Code(row.code));
    }
    if response.hovered() && !ui.input(|input| input.pointer.any_down()) {
        let Some(code) = cx.project.codebook().code(row.code) else { return };
        let origin = match code.origin {
            Origin::Theory => cx.say.from_theory,
            Origin::Data => cx.say.from_data,
        };
        if !code.description.is_empty() {
            response.clone().on_hover_text_at_pointer(format!("{}\n{origin}", code.description));
        }
    }
}
