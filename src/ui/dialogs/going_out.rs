//! A question before something goes out of a study where names were replaced and others may be left.

use egui::{Id, Modal, RichText};

use crate::lang::pseudonym::PseudonymWords;
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::Naming;
use crate::ui::screen::Room;
use crate::ui::views::names::KeyForm;
use crate::ui::widgets::controls;

/// The sheet's memory between frames.
#[derive(Default)]
pub struct GoingOutSheet {
    no_more: bool,
}

impl GoingOutSheet {
    /// Shows the question while it is asked.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &egui::Ui, key: &KeyForm) {
        let Some(going_out) = &cx.screen.going_out else { return };
        let words = PseudonymWords::of(cx.language);
        let shown = Modal::new(Id::unique("going out")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(480.0_f32.min(ui.ctx().content_rect().width() - 80.0));
            ui.label(RichText::new(words.ask_title).font(fonts::strong(15.0)));
            ui.add_space(space::S);
            for line in &going_out.told {
                ui.label(line);
                ui.add_space(space::XS);
            }
            ui.add_space(space::XS);
            controls::check(ui, &mut self.no_more, words.ask_no_more);
            ui.add_space(space::M);
            ui.horizontal_wrapped(|ui| {
                if controls::primary(cx, ui, words.ask_see).clicked() {
                    cx.send(Look::NotOut);
                    cx.send(Look::In(Room::Names));
                    cx.send(Task::Names(Naming::Find(key.names().to_vec())));
                }
                if ui.button(words.ask_anyway).clicked() {
                    cx.send(Look::AskNoMore(self.no_more));
                    cx.send(Task::ExportAnyway);
                }
                if ui.button(cx.say.cancel).clicked() {
                    cx.send(Look::NotOut);
                }
            });
        });
        if shown.should_close() {
            cx.send(Look::NotOut);
        }
    }
}
