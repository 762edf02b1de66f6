//! What is done with the files: bring in those that are ticked, or go back to the study.

use egui::{Align, Layout, RichText, Ui};

use super::say;
use super::unkept::Unkept;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{count, fill};
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::intake::change::Change;
use crate::ui::intake::names::When;
use crate::ui::intake::{Intake, Keeps, Part, Phase};
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// Shows the buttons, and whether the files are kept.
pub(super) fn foot_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake, (key, unkept): (Option<String>, &mut Unkept)) {
    let has_key = key.is_some();
    let say = say(cx);
    let going_on = match intake.phase {
        Phase::Looking => None,
        Phase::Locking => Some(say.locking),
        Phase::Keeping(_) => Some(say.keeping),
        Phase::Adding(_) => Some(say.adding),
    };
    let buttons = |ui: &mut Ui| {
        if let Some(words) = going_on {
            ui.add(egui::Spinner::new().size(14.0).color(cx.palette.accent));
            ui.label(RichText::new(words).color(cx.palette.text));
            return;
        }
        let ready = intake.ready(cx.project).len();
        let mut words = count(ready, say.go_one, say.go);
        if intake.names.replaces() && ready > 0 {
            let names = PseudonymWords::of(cx.language);
            let n = count(intake.names.rows().len(), names.names_one, names.names);
            words = fill(names.go_and_replace, &[("go", &words), ("names", &n)]);
        }
        let go = ui.add_enabled_ui(ready > 0 && !intake.names.waits(), |ui| controls::primary(cx, ui, &words)).inner;
        if go.clicked() {
            unkept.accept(cx, intake, has_key);
        }
        if ui.button(cx.say.cancel).clicked() {
            cx.send(Task::LeaveIntake);
        }
    };
    ui.horizontal_wrapped(|ui| names_ui(cx, ui, intake, key));
    if ui.available_width() < space::VERY_NARROW {
        keeps_ui(cx, ui, intake);
        ui.horizontal_wrapped(buttons);
    } else {
        ui.horizontal(|ui| {
            keeps_ui(cx, ui, intake);
            ui.with_layout(Layout::right_to_left(Align::Center), buttons);
        });
    }
}

/// Whether names are replaced on the way in: the one choice about it, with how many there are, which leads to them.
fn names_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake, key: Option<String>) {
    let (words, names) = (PseudonymWords::of(cx.language), &intake.names);
    if names.waits() {
        ui.add(egui::Spinner::new().size(12.0).color(cx.palette.accent));
        ui.label(RichText::new(words.looking).font(fonts::small()).color(cx.palette.text));
        return;
    }
    if names.possible == 0 && !names.replaces() {
        return;
    }
    let mut before = names.when == When::Before;
    if controls::check(ui, &mut before, words.replace_on_entry).changed() {
        let when = if before { When::Before } else { When::Later };
        cx.send(Look::Intake(Change::When(when)));
    }
    let told = match (names.rows().len(), key) {
        (0, _) => count(names.possible, words.look_over_one, words.look_over),
        (n, Some(file)) => fill(words.replaced_kept, &[("n", &n), ("file", &file)]),
        (n, None) => fill(words.replaced_not_kept, &[("n", &n)]),
    };
    if controls::link(cx, ui, &told).clicked() {
        cx.send(Look::Intake(Change::Part(Part::Names)));
    }
}

fn keeps_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
    let say = say(cx);
    let has_files = intake.items.iter().any(|item| item.origin.file().is_some());
    let can_keep = cx.session.is_some_and(|session| session.folder().is_some()) && has_files;
    if !can_keep {
        return;
    }
    if intake.names.replaces() {
        let why = PseudonymWords::of(cx.language).originals_hold_names;
        ui.label(RichText::new(why).font(fonts::small()).color(cx.palette.muted));
        return;
    }
    let mut keeps = intake.keeps == Keeps::FileToo;
    let tick = controls::check(ui, &mut keeps, RichText::new(say.keep_originals).font(fonts::small()));
    if tick.on_hover_text(say.keep_originals_hint).changed() {
        let keeps = if keeps { Keeps::FileToo } else { Keeps::Text };
        cx.send(Look::Intake(Change::Keeps(keeps)));
    }
}
