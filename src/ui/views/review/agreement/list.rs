//! The list beside the table: what agreement can be looked at of, and the results that were saved.

use egui::{Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::{Agreement, abouts, ask, shown};
use crate::analysis::agreement::question::Question;
use crate::lang::agreeing::AgreeingWords;
use crate::model::agreement::About;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::views::analyses::list;

/// How wide the list is.
const LIST: f32 = 232.0;

impl Agreement {
    /// The list beside the table: what can be looked at, and what was saved.
    pub(super) fn list_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) {
        let words = AgreeingWords::of(cx.language);
        let frame = Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 10, right: 6, top: 0, bottom: 0 });
        let panel = Panel::left("what agreement is of").exact_size(LIST).resizable(false).frame(frame);
        panel.show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).id_salt("agreement of").show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                heading_ui(cx, ui, words.group_coding);
                let asks = shown(cx).is_none();
                for (about, title) in abouts(words) {
                    if about == About::Ratings {
                        heading_ui(cx, ui, words.group_ratings);
                    }
                    if list::entry_ui(cx, ui, title, asks && about == question.about) {
                        ask(cx, Question { about, ..question.clone() });
                    }
                }
                if !cx.project.saved_agreements().is_empty() {
                    heading_ui(cx, ui, words.group_saved);
                    self.saved.list_ui(cx, ui);
                }
                ui.add_space(space::M);
            });
        });
    }
}

fn heading_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str) {
    ui.add_space(space::M);
    ui.label(RichText::new(title).font(fonts::strong(12.0)).color(cx.palette.muted));
    ui.add_space(space::XS);
}
