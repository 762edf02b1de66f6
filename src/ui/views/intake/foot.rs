//! What is done with the files: bring in those that are ticked, or go back to the study.

use egui::{Align, Layout, RichText, Ui};

use super::say;
use crate::lang::count;
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::intake::change::Change;
use crate::ui::intake::{Intake, Keeps, Phase};
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// Shows the buttons, and whether the files are kept.
pub(super) fn foot_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
    let say = say(cx);
    let going_on = match intake.phase {
        Phase::Looking => None,
        Phase::Keeping => Some(say.keeping),
        Phase::Adding(_) => Some(say.adding),
    };
    let buttons = |ui: &mut Ui| {
        if let Some(words) = going_on {
            ui.add(egui::Spinner::new().size(14.0).color(cx.palette.accent));
            ui.label(RichText::new(words).color(cx.palette.text));
            return;
        }
        let ready = intake.ready(cx.project).len();
        let words = count(ready, say.go_one, say.go);
        let go = ui.add_enabled_ui(ready > 0, |ui| controls::primary(cx, ui, &words)).inner;
        if go.clicked() {
            cx.send(Task::Accept);
        }
        if ui.button(cx.say.cancel).clicked() {
            cx.send(Task::LeaveIntake);
        }
    };
    let narrow = ui.available_width() < space::VERY_NARROW;
    if narrow {
        keeps_ui(cx, ui, intake);
        ui.horizontal(buttons);
    } else {
        ui.horizontal(|ui| {
            keeps_ui(cx, ui, intake);
            ui.with_layout(Layout::right_to_left(Align::Center), buttons);
        });
    }
}

fn keeps_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
    let say = say(cx);
    let has_files = intake.items.iter().any(|item| item.origin.file().is_some());
    let can_keep = cx.session.is_some_and(|session| session.folder().is_some()) && has_files;
    if !can_keep {
        return;
    }
    let mut keeps = intake.keeps == Keeps::FileToo;
    let words = RichText::new(say.keep_originals).font(fonts::small());
    if ui.checkbox(&mut keeps, words).on_hover_text(say.keep_originals_hint).changed() {
        let keeps = if keeps { Keeps::FileToo } else { Keeps::Text };
        cx.send(Look::Intake(Change::Keeps(keeps)));
    }
}
