//! What can be done to a code, as a menu.

use egui::{CornerRadius, RichText, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::merge;
use crate::journal::edit::Edit;
use crate::lang::code_tree::CodeTree;
use crate::lang::{count, fill};
use crate::model::code::{CodeKind, Hue, Origin};
use crate::model::id::CodeId;
use crate::model::memo::About;
use crate::ui::action::Look;
use crate::ui::cx::Cx;

/// The menu of a code.
pub fn code_menu_ui(cx: &Cx<'_>, ui: &mut Ui, code: CodeId) {
    let codebook = cx.project.codebook();
    let Some(known) = codebook.code(code) else { return };
    let say = cx.say;
    ui.set_min_width(210.0);
    let line = |ui: &mut Ui, title: &str, keys: &str| ui.add(egui::Button::new(title).shortcut_text(keys)).clicked();
    if let Some((source, span)) = cx.screen.words()
        && line(ui, say.apply_to_selection, "")
    {
        cx.send(Edit::ApplyCode { code, source, span });
    }
    if line(ui, say.show_segments, "") {
        cx.send(Look::AtCode(code));
        cx.send(Look::Retrieve);
    }
    ui.separator();
    if line(ui, say.new_code_here, "") {
        cx.send(Look::NewUnder(Some(code)));
    }
    if line(ui, say.rename, "F2") {
        cx.send(Look::Rename(Some(code)));
    }
    if line(ui, say.write_memo, "") {
        cx.send(Look::WriteMemo(About::Code(code)));
    }
    ui.menu_button(say.kind, |ui| kind_ui(cx, ui, code, known.kind));
    ui.menu_button(say.origin, |ui| origin_ui(cx, ui, code, known.origin));
    ui.menu_button(say.colour, |ui| colour_ui(cx, ui, code));
    ui.separator();
    if line(ui, say.merge_into, "") {
        merge(cx, code);
    }
    let below = codebook.family(code).len() - 1;
    let delete = match below {
        0 => say.delete_code.to_owned(),
        n => count(n, say.delete_code_and_one, say.delete_code_and_many),
    };
    let red = RichText::new(delete).color(cx.palette.error);
    if ui.button(red).clicked() {
        cx.send(Edit::DeleteCode { code });
    }
}

/// The name of a kind of code.
pub fn kind_name(cx: &Cx<'_>, kind: CodeKind) -> &'static str {
    let words = CodeTree::of(cx.language);
    match kind {
        CodeKind::Code => words.code,
        CodeKind::Category => words.category,
        CodeKind::Theme => words.theme,
    }
}

fn kind_ui(cx: &Cx<'_>, ui: &mut Ui, code: CodeId, now: CodeKind) {
    for kind in [CodeKind::Code, CodeKind::Category, CodeKind::Theme] {
        if ui.selectable_label(kind == now, kind_name(cx, kind)).clicked() {
            cx.send(Edit::SetCodeKind { code, kind });
            ui.close();
        }
    }
}

fn origin_ui(cx: &Cx<'_>, ui: &mut Ui, code: CodeId, now: Origin) {
    for (origin, title) in [(Origin::Theory, cx.say.from_theory), (Origin::Data, cx.say.from_data)] {
        if ui.selectable_label(origin == now, title).clicked() {
            cx.send(Edit::SetCodeOrigin { code, origin });
            ui.close();
        }
    }
}

/// The palette of colours, and the way back to the colour of the code above.
pub(super) fn colour_ui(cx: &Cx<'_>, ui: &mut Ui, code: CodeId) {
    let now = cx.project.codebook().code(code).and_then(|code| code.hue);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for slot in 0..Hue::COUNT {
            let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
            ui.painter().rect_filled(rect.shrink(3.0), CornerRadius::same(4), cx.palette.hue(Hue(slot)));
            if now == Some(Hue(slot)) || response.hovered() {
                let edge = Stroke::new(1.5, cx.palette.text);
                ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(5), edge, egui::StrokeKind::Inside);
            }
            let name = fill(cx.say.colour_number, &[("n", &(slot + 1))]);
            response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, now == Some(Hue(slot)), &name));
            if response.on_hover_text(name).clicked() {
                cx.send(Edit::RecolourCode { code, hue: Some(Hue(slot)) });
                ui.close();
            }
        }
    });
    if now.is_some() && ui.button(cx.say.colour_of_parent).clicked() {
        cx.send(Edit::RecolourCode { code, hue: None });
    }
}
