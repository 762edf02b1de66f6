//! Names and places: what may tell who somebody is, what is written instead, the name key, and erasing for good.

mod at_the_door;
mod erase;
mod key;
mod rows;

pub use at_the_door::AtTheDoor;
pub use key::{Keep, KeyForm, May};

use egui::{CentralPanel, Frame, Margin, Modal, Panel, RichText, ScrollArea, Ui};

use self::erase::EraseForm;
use self::rows::Rows;
use crate::journal::redaction::{Elsewhere, Redaction};
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, count, fill};
use crate::model::id::SourceId;
use crate::store::scrub::Scrubbed;
use crate::text::names::candidates::Candidate;
use crate::text::names::table::Row;
use crate::told;
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::Naming;
use crate::ui::screen::Selection;
use crate::ui::widgets::{controls, empty, page};

/// The room's memory between frames.
#[derive(Default)]
pub struct Names {
    rows: Rows,
    /// The sources that were looked through; `None` before anybody has looked.
    looked: Option<Vec<SourceId>>,
    erase: EraseForm,
    confirming: bool,
    also_elsewhere: bool,
    /// What was told and is not off the disk yet.
    told: Option<Redaction>,
    receipt: Option<Vec<String>>,
}

impl Names {
    /// Takes what was told; the receipt comes later.
    pub fn erasing(&mut self, told: Redaction) {
        self.told = Some(told);
        self.looked = None;
        self.rows = Rows::default();
    }

    /// Tells whether a receipt is waited for.
    pub fn waits(&self) -> bool {
        self.told.is_some()
    }

    /// Makes the receipt.
    pub fn erased(&mut self, done: &Scrubbed, key: &KeyForm, language: Language) {
        let Some(told) = self.told.take() else { return };
        let mut lines = told::erasing::receipt(&told, done, language);
        if told.replaced > 0 && !key.names().is_empty() {
            lines.push(PseudonymWords::of(language).receipt_key.to_owned());
        }
        self.receipt = Some(lines);
    }

    /// Takes what was found in these sources.
    pub fn found(&mut self, candidates: Vec<Candidate>, rows: Vec<Row>, sources: Vec<SourceId>) {
        self.rows.fill(candidates, rows);
        self.looked = Some(sources);
    }

    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, key: &mut KeyForm) {
        let words = PseudonymWords::of(cx.language);
        let told = match self.rows.count() {
            0 => String::new(),
            _ => {
                let found = count(self.rows.count(), words.found_one, words.found);
                format!("{found} · {}", fill(words.chosen, &[("n", &self.rows.chosen().len())]))
            }
        };
        page::head_ui(cx, ui, (words.room, &told), |ui| {
            if self.looked.is_some() && ui.button(words.find).on_hover_text(words.find_hint).clicked() {
                cx.send(Task::Names(Naming::Find(key.names().to_vec())));
            }
            let texts =
                || cx.project.sources().filter_map(|source| Some(source.text.as_ref()?.as_str().to_owned())).collect();
            self.rows.tools_ui(cx, ui, &texts);
            if !self.rows.chosen().is_empty() && controls::primary(cx, ui, words.replace_now).clicked() {
                (self.confirming, self.also_elsewhere) = (true, true);
            }
            if ui.button(words.erase_informant).on_hover_text(words.erase_hint).clicked() {
                self.erase.open();
            }
        });
        let side = Frame::new().inner_margin(Margin::same(16));
        Panel::right("name key").exact_size(300.0).resizable(false).frame(side).show(ui, |ui| {
            ScrollArea::vertical().show(ui, |ui| {
                let rows = self.rows.chosen();
                key.ui(cx, ui, Some(&rows));
            });
        });
        if self.rows.count() > 0 {
            let below = Frame::new().fill(cx.palette.panel).inner_margin(Margin::symmetric(24, 10));
            Panel::bottom("where names stand").exact_size(176.0).resizable(false).frame(below).show(ui, |ui| {
                self.places_ui(cx, ui);
            });
        }
        CentralPanel::no_frame().frame(Frame::new().inner_margin(Margin::symmetric(24, 8))).show(ui, |ui| {
            if self.rows.count() > 0 {
                self.rows.ui(cx, ui);
            } else if self.looked.is_some() {
                empty::nothing_ui(cx, ui, words.nothing_found);
            } else {
                let find = Task::Names(Naming::Find(key.names().to_vec()));
                empty::invitation_ui(cx, ui, words.invitation, Some((words.find, find.into())));
            }
        });
        self.confirm_ui(cx, ui, key);
        self.erase.ui(cx, ui);
        self.receipt_ui(cx, ui);
    }

    fn places_ui(&self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = PseudonymWords::of(cx.language);
        let Some(candidate) = self.rows.shown() else { return };
        ui.label(RichText::new(fill(words.places_of, &[("name", &candidate.original)])).font(fonts::strong(13.0)));
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            for context in &candidate.contexts {
                let looked = self.looked.as_ref().and_then(|sources| sources.get(context.text)).copied();
                let with_text = || cx.project.sources().filter(|source| source.text.is_some()).nth(context.text);
                let source = looked.and_then(|id| cx.project.source(id));
                let Some(source) = source.or_else(|| with_text().filter(|_| self.looked.is_none())) else { continue };
                ui.horizontal_wrapped(|ui| {
                    if controls::link(cx, ui, &source.title).clicked() {
                        let length = u32::try_from(context.words.chars().count()).unwrap_or(0);
                        cx.send(Look::AtSource(source.id));
                        cx.send(Look::Select(Some(Selection { anchor: context.at, head: context.at + length })));
                    }
                    at_the_door::context_ui(cx, ui, context);
                });
            }
        });
    }

    fn confirm_ui(&mut self, cx: &Cx<'_>, ui: &Ui, key: &KeyForm) {
        if !self.confirming {
            return;
        }
        let words = PseudonymWords::of(cx.language);
        let shown = Modal::new(egui::Id::unique("replace names")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(480.0);
            ui.label(RichText::new(words.replace_title).font(fonts::strong(15.0)));
            ui.add_space(space::S);
            let sources = count(cx.project.sources().count(), words.sources_one, words.sources);
            ui.label(fill(words.replace_told, &[("sources", &sources)]));
            if key.names().is_empty() {
                ui.add_space(space::S);
                ui.label(RichText::new(words.without_key_told).color(cx.palette.warn));
            }
            ui.add_space(space::S);
            ui.checkbox(&mut self.also_elsewhere, words.also_elsewhere);
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                if controls::primary(cx, ui, words.replace_button).clicked() {
                    let elsewhere = if self.also_elsewhere { Elsewhere::Replaced } else { Elsewhere::Kept };
                    cx.send(Task::Names(Naming::Replace(self.rows.chosen(), elsewhere)));
                    self.confirming = false;
                }
                if ui.button(cx.say.cancel).clicked() {
                    self.confirming = false;
                }
            });
        });
        if shown.should_close() {
            self.confirming = false;
        }
    }

    fn receipt_ui(&mut self, cx: &Cx<'_>, ui: &Ui) {
        let Some(lines) = &self.receipt else { return };
        let words = PseudonymWords::of(cx.language);
        let mut read = false;
        let shown = Modal::new(egui::Id::unique("receipt")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(520.0);
            ui.label(RichText::new(words.receipt).font(fonts::strong(15.0)));
            ui.add_space(space::S);
            for line in lines {
                ui.label(line);
                ui.add_space(space::XS);
            }
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                read |= controls::primary(cx, ui, cx.say.close).clicked();
                if ui.button(words.receipt_save).clicked() {
                    cx.send(Task::Names(Naming::SaveReceipt(lines.clone())));
                }
            });
        });
        if read || shown.should_close() {
            self.receipt = None;
        }
    }
}
