//! What stands where there is nothing yet: one sentence, one button.

use egui::{RichText, Ui};

use crate::lang::fill;
use crate::model::source::Source;
use crate::ui::action::{Action, Task};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// A sentence in the middle with a button below it.
pub fn invitation_ui(cx: &Cx<'_>, ui: &mut Ui, sentence: &str, button: Option<(&str, Action)>) {
    let rect = ui.available_rect_before_wrap();
    let id = ui.scope_id().with("invitation");
    let child = egui::UiBuilder::new().max_rect(rect).id_salt(id);
    ui.scope_builder(child, |ui| {
        ui.add_space((rect.height() * 0.36).max(space::XL));
        ui.vertical_centered(|ui| {
            ui.set_max_width(rect.width().min(420.0));
            ui.label(RichText::new(sentence).font(fonts::body()).color(cx.palette.muted));
            ui.add_space(space::M);
            if let Some((title, action)) = button
                && ui.button(title).clicked()
            {
                cx.send(action);
            }
        });
    });
}

/// No source is open.
pub fn no_source_ui(cx: &Cx<'_>, ui: &mut Ui) {
    if cx.project.sources().next().is_none() {
        invitation_ui(cx, ui, cx.say.no_sources, Some((cx.say.import_button, Task::ChooseFiles.into())));
    } else {
        invitation_ui(cx, ui, cx.say.no_source_open, None);
    }
}

/// The text of a source has not arrived.
pub fn no_text_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source) {
    invitation_ui(cx, ui, &fill(cx.say.text_missing, &[("source", &source.title)]), None);
}

/// A faint sentence in a panel that has nothing to show.
pub fn nothing_ui(cx: &Cx<'_>, ui: &mut Ui, sentence: &str) {
    ui.add_space(space::S);
    ui.label(RichText::new(sentence).font(fonts::small()).color(cx.palette.muted));
}
