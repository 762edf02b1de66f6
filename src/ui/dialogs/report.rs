//! A report that stays until it is read: what an import brought and what it did not.

use egui::{Id, Modal, RichText, ScrollArea};

use crate::lang::intake::IntakeWords;
use crate::lang::one_file::OneFileWords;
use crate::ui::action::{Look, Task};
use crate::ui::carrying::Carrying;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Tone;
use crate::ui::widgets::controls;

/// Shows a report.
pub fn report_ui(cx: &Cx<'_>, ui: &egui::Ui) {
    let Some(report) = &cx.screen.report else { return };
    let shown = Modal::new(Id::unique("report")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
        ui.set_width(520.0);
        ui.label(RichText::new(&report.title).font(fonts::strong(15.0)));
        ui.add_space(space::S);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for (tone, line) in &report.lines {
                let ink = if *tone == Tone::Trouble { cx.palette.error } else { cx.palette.text };
                ui.label(RichText::new(line).color(ink));
                ui.add_space(space::XS);
            }
        });
        ui.add_space(space::M);
        ui.horizontal(|ui| {
            if controls::primary(cx, ui, cx.say.close).clicked() {
                cx.send(Look::ReportRead);
            }
            let words = OneFileWords::of(cx.language);
            if report.restores && ui.button(words.restore).on_hover_text(words.restore_named).clicked() {
                cx.send(Look::ReportRead);
                cx.send(Task::Carrying(Carrying::Restore));
            }
            if report.brought > 0 && ui.button(IntakeWords::of(cx.language).save_report).clicked() {
                cx.send(Task::ChooseReport);
            }
        });
    });
    let typing = ui.memory(|memory| memory.focused().is_some()) || cx.screen.asking.is_some();
    let entered = !typing && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    if entered || shown.should_close() {
        cx.send(Look::ReportRead);
    }
}
