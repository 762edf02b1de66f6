//! The memos about a case, beside the table.

use egui::{Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::Cases;
use crate::lang::fill;
use crate::lang::study::StudyWords;
use crate::model::memo::About;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

impl Cases {
    /// Shows the memos of the case whose menu asked for them, until they are closed.
    pub(super) fn memos_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let Some(case) = self.memos_of.and_then(|case| cx.project.case(case)) else {
            self.memos_of = None;
            return;
        };
        let margin = Margin { left: 16, right: 12, top: 12, bottom: 8 };
        let frame = Frame::new().fill(cx.palette.panel).inner_margin(margin);
        let panel = Panel::right("memos of a case").default_size(312.0).size_range(220.0..=460.0).frame(frame);
        let mut closed = false;
        panel.show(ui, |ui| {
            ScrollArea::vertical().id_salt("memos of a case").auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                let title = fill(StudyWords::of(cx.language).memos_of_case, &[("case", &case.name)]);
                ui.horizontal_top(|ui| {
                    let width = ui.available_width() - 60.0;
                    ui.allocate_ui(egui::vec2(width, 24.0), |ui| {
                        ui.set_width(width);
                        ui.add(egui::Label::new(RichText::new(title).font(fonts::strong(14.0))).wrap());
                    });
                    closed = crate::ui::widgets::controls::quiet(ui, cx.say.close).clicked();
                });
                self.memo.ui(cx, ui, About::Case(case.id));
            });
        });
        if closed {
            self.memos_of = None;
            cx.send(Look::MemoDone);
        }
    }
}
