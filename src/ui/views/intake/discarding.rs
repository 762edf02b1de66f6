//! A question before what was chosen in the preview is let go.

use egui::{Id, Modal, RichText, Ui};

use super::say;
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::intake::Intake;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// Shows the question while it is asked.
pub(super) fn discarding_ui(cx: &Cx<'_>, ui: &Ui, intake: &Intake) {
    if !intake.leaving {
        return;
    }
    let say = say(cx);
    let shown = Modal::new(Id::unique("discard the import")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
        ui.set_width(420.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        ui.label(RichText::new(say.discard_title).font(fonts::strong(15.0)));
        ui.add_space(space::S);
        ui.label(say.discard_told);
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            if controls::primary(cx, ui, say.discard_not).clicked() {
                cx.send(Look::KeepIntake);
            }
            if ui.button(say.discard).clicked() {
                cx.send(Task::DropIntake);
            }
        });
    });
    if shown.should_close() {
        cx.send(Look::KeepIntake);
    }
}
