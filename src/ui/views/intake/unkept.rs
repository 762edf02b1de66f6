//! The question before names are replaced on the way in without a key that keeps who stands behind the pseudonyms.

use egui::{Modal, RichText, Ui};

use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{count, fill};
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::intake::change::Change;
use crate::ui::intake::{Intake, Part};
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// Whether it is being asked.
#[derive(Default)]
pub(super) struct Unkept {
    asks: bool,
}

impl Unkept {
    /// Brings in what is ticked, or asks first where the link between names and pseudonyms would be lost.
    pub(super) fn accept(&mut self, cx: &Cx<'_>, intake: &Intake, has_key: bool) {
        self.asks = intake.names.replaces() && !has_key;
        if !self.asks {
            cx.send(Task::Accept);
        }
    }

    /// Tells whether it is being asked.
    pub(super) fn asks(&self) -> bool {
        self.asks
    }

    /// Shows the question.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &Ui, intake: &Intake) {
        if !self.asks {
            return;
        }
        let words = PseudonymWords::of(cx.language);
        let names = count(intake.names.rows().len(), words.names_one, words.names);
        let shown = Modal::new(egui::Id::unique("names without a key")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(530.0);
            ui.label(RichText::new(fill(words.replace_title_n, &[("names", &names)])).font(fonts::strong(15.0)));
            ui.add_space(space::S);
            ui.label(RichText::new(words.without_key_told).color(cx.palette.warn));
            ui.add_space(space::M);
            ui.horizontal_wrapped(|ui| {
                if ui.button(words.key_first).clicked() {
                    cx.send(Look::Intake(Change::Part(Part::Names)));
                    self.asks = false;
                }
                if controls::irreversible(cx, ui, words.replace_without_key).clicked() {
                    cx.send(Task::Accept);
                    self.asks = false;
                }
                if ui.button(cx.say.cancel).clicked() {
                    self.asks = false;
                }
            });
        });
        self.asks &= !shown.should_close();
    }
}
