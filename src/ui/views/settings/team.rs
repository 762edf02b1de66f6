//! Settings of work that several share: whether only remarks are made here, and how the work of others is shown.

use egui::{RichText, Ui};

use super::{hues_ui, line_ui};
use crate::journal::edit::Edit;
use crate::lang::fill;
use crate::lang::reviewing::ReviewingWords;
use crate::model::coder::Coder;
use crate::store::app_data::preferences::{Colours, Sight};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, page};

/// Shows them.
pub(super) fn team_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = ReviewingWords::of(cx.language);
    let Some(session) = cx.session else { return };
    line_ui(cx, ui, words.who_may, |ui| {
        let mut only = cx.preferences.remarks_only;
        if controls::check(ui, &mut only, words.remarks_only).changed() {
            cx.send(Look::RemarksOnly(only));
        }
    });
    ui.add(
        egui::Label::new(RichText::new(words.remarks_only_hint).font(fonts::small()).color(cx.palette.muted)).wrap(),
    );
    let others: Vec<&Coder> = cx.project.coders().filter(|coder| coder.id != session.coder()).collect();
    if others.is_empty() {
        return;
    }
    line_ui(cx, ui, words.colours, |ui| {
        let choices = [(Colours::Codes, words.colours_of_codes), (Colours::Coders, words.colours_of_coders)];
        if let Some(colours) = page::choices_ui(cx, ui, cx.preferences.colours, &choices) {
            cx.send(Look::Colours(colours));
        }
    });
    ui.add_space(space::S);
    ui.label(RichText::new(words.others).font(fonts::strong(13.0)));
    for coder in others {
        line_ui(cx, ui, &coder.name, |ui| {
            let now = cx.preferences.others.get(&coder.id).copied().unwrap_or_default();
            let sights = [
                (Sight::Shown, words.other_shown),
                (Sight::Dimmed, words.other_dimmed),
                (Sight::Hidden, words.other_hidden),
            ];
            if let Some(sight) = page::choices_ui(cx, ui, now, &sights) {
                cx.send(Look::Other(coder.id, sight));
            }
            let whose = fill(words.colour_of, &[("name", &coder.name)]);
            if let Some(hue) = hues_ui(cx, ui, Some(coder.hue), &whose) {
                cx.send(Edit::RecolourCoder { coder: coder.id, hue });
            }
        });
    }
}
