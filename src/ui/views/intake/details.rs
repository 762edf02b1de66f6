//! What is known of the file that is shown: how its letters were read, who speaks, and what is different from the file.

use egui::{RichText, ScrollArea, Ui};

use super::list::heading;
use super::people::People;
use super::say;
use crate::import::encoding::Encoding;
use crate::import::{Choices, Content, Read, Speakers};
use crate::lang::fill;
use crate::told;
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::intake::change::Change;
use crate::ui::intake::item::Item;
use crate::ui::intake::{Intake, Scope};
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, page};

/// The details' memory between frames.
#[derive(Default)]
pub(super) struct Details {
    people: People,
}

impl Details {
    /// Shows what is known of the file, and what may be chosen.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
        let Some(item) = intake.shown() else { return };
        ScrollArea::vertical().id_salt(("details", intake.chosen)).auto_shrink([false, false]).show(ui, |ui| {
            // Room for the scroll bar, which lies over what it scrolls.
            ui.set_max_width(ui.available_width() - space::S);
            if let Some(read) = item.read() {
                self.read_ui(cx, ui, intake, (item, read));
            }
            if !intake.left_out.is_empty() {
                if item.draft().is_none() && item.read().is_some() {
                    controls::rule(cx, ui);
                }
                heading(cx, ui, say(cx).left_out);
                intake.left_out.iter().for_each(|line| small(cx, ui, line));
            }
        });
    }

    fn read_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, intake: &Intake, (item, read): (&Item, &Read)) {
        let say = say(cx);
        losses_ui(cx, ui, item, read);
        controls::rule(cx, ui);
        encoding_ui(cx, ui, intake.chosen, (item, read));
        let Content::Text(_) = read.content else { return };
        controls::rule(cx, ui);
        heading(cx, ui, say.names_and_times);
        let choices = [(Speakers::Found, say.names_found), (Speakers::Kept, say.names_kept)];
        ui.horizontal_wrapped(|ui| {
            if let Some(speakers) = page::choices_ui(cx, ui, item.choices.speakers, &choices) {
                cx.send(Task::ReadAgain(with_speakers(intake, speakers)));
            }
        });
        small(cx, ui, say.names_hint);
        controls::rule(cx, ui);
        self.people.ui(cx, ui, intake, item);
        if intake.items.len() > 1 {
            let mut all = intake.scope == Scope::All;
            if controls::check(ui, &mut all, say.for_all).on_hover_text(say.for_all_hint).changed() {
                cx.send(Look::Intake(Change::Scope(if all { Scope::All } else { Scope::One })));
            }
        }
        controls::rule(cx, ui);
    }
}

/// The same choices with another one for names and times: for this file, or for every text.
fn with_speakers(intake: &Intake, speakers: Speakers) -> Vec<(usize, Choices)> {
    let meant = |at: usize, item: &Item| at == intake.chosen || (intake.scope == Scope::All && item.draft().is_some());
    let items = intake.items.iter().enumerate().filter(|(at, item)| meant(*at, item));
    items.map(|(at, item)| (at, Choices { speakers, ..item.choices.clone() })).collect()
}

fn small(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(fonts::small()).color(cx.palette.muted));
}

fn losses_ui(cx: &Cx<'_>, ui: &mut Ui, item: &Item, read: &Read) {
    let say = say(cx);
    heading(cx, ui, say.losses);
    if read.losses.is_empty() {
        small(cx, ui, say.no_losses);
    }
    for loss in &read.losses {
        let words = told::import::loss(loss, &item.origin.name(), cx.language);
        ui.label(RichText::new(words).font(fonts::small()).color(cx.palette.text));
    }
}

/// How the letters were read, with a choice of others; kinds that leave no doubt have none.
fn encoding_ui(cx: &Cx<'_>, ui: &mut Ui, at: usize, (item, read): (&Item, &Read)) {
    let say = say(cx);
    heading(cx, ui, say.encoding);
    let Some(found) = read.encoding else { return small(cx, ui, say.encoding_certain) };
    let shown = match item.choices.encoding {
        Some(chosen) => chosen.name().to_owned(),
        None => fill(say.encoding_found, &[("name", &found.name())]),
    };
    let button = ui.button(&shown);
    let named = format!("{} {shown}", say.encoding);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &named));
    egui::Popup::menu(&button).show(|ui| {
        let choose = |ui: &mut Ui, encoding: Option<Encoding>, name: &str| {
            if ui.selectable_label(item.choices.encoding == encoding, name).clicked() {
                cx.send(Task::ReadAgain(vec![(at, Choices { encoding, ..item.choices.clone() })]));
            }
        };
        choose(ui, None, say.find_out);
        Encoding::ALL.into_iter().for_each(|encoding| choose(ui, Some(encoding), encoding.name()));
    });
}
