//! Names and places: what may tell who somebody is, what is written instead, the name key, and erasing for good.

mod at_the_door;
mod erase;
mod key;
mod receipt;
mod rows;

pub use at_the_door::AtTheDoor;
pub use key::KeyForm;
pub use receipt::Done;

use egui::{CentralPanel, Frame, Margin, Modal, Panel, RichText, ScrollArea, Ui};

use self::erase::EraseForm;
use self::receipt::Receipt;
use self::rows::Rows;
use crate::journal::redaction::{Elsewhere, Redaction};
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{count, fill};
use crate::model::id::SourceId;
use crate::model::source::Source;
use crate::session::names::Remaining;
use crate::store::scrub::Scrubbed;
use crate::text::names::candidates::Candidate;
use crate::text::names::table::{Row, Table};
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
    confirming: Option<Confirming>,
    /// What was told and is not off the disk yet.
    told: Option<(Redaction, Done)>,
    receipt: Option<Receipt>,
}

/// When the names in the table are replaced, and so kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    /// With the import.
    Import,
    /// In texts that are here already.
    Replace,
}

/// The last question before names are replaced.
struct Confirming {
    /// In how many sources one of them stands.
    sources: usize,
    also_elsewhere: bool,
}

impl Names {
    /// Takes what was told; the receipt comes later.
    pub fn erasing(&mut self, told: Redaction, done: Done) {
        if done != Done::Erased {
            self.rows.done();
        }
        self.told = Some((told, done));
    }

    /// Tells whether names have been looked for.
    pub fn has_looked(&self) -> bool {
        self.looked.is_some()
    }

    /// Tells whether a receipt is waited for.
    pub fn waits(&self) -> bool {
        self.told.is_some()
    }

    /// Asks whether to erase a source.
    pub fn ask_to_erase(&mut self, source: SourceId) {
        self.erase.ask(source);
    }

    /// Makes the receipt.
    pub fn erased(&mut self, scrubbed: Scrubbed) {
        let Some((told, done)) = self.told.take() else { return };
        self.receipt = Some(Receipt::new(&told, scrubbed, done));
    }

    /// Takes what may still tell who somebody is, for the receipt.
    pub fn remains(&mut self, left: Remaining) {
        if let Some(receipt) = &mut self.receipt {
            receipt.remains(left);
        }
    }

    /// Another room is open: a receipt that was shown has been read.
    pub fn left(&mut self) {
        self.receipt.take_if(|receipt| receipt.shown);
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
            _ => self.rows.told(words),
        };
        page::head_ui(cx, ui, (words.room, &told), |ui| {
            if self.looked.is_some() && ui.button(words.find).on_hover_text(words.find_hint).clicked() {
                cx.send(Task::Names(Naming::Find(key.names().to_vec())));
            }
            let texts =
                || cx.project.sources().filter_map(|source| Some(source.text.as_ref()?.as_str().to_owned())).collect();
            self.rows.tools_ui(cx, ui, &texts);
            if !self.rows.chosen().is_empty() && controls::primary(cx, ui, words.replace_now).clicked() {
                self.confirming = Some(Confirming { sources: self.touched(cx), also_elsewhere: true });
            }
            if ui.button(words.erase_informant).on_hover_text(words.erase_hint).clicked() {
                self.erase.open();
            }
        });
        let side = Frame::new().inner_margin(Margin::same(16));
        Panel::right("name key").exact_size(300.0).resizable(false).frame(side).show(ui, |ui| {
            ScrollArea::vertical().show(ui, |ui| {
                key.ui(cx, ui, Moment::Replace);
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
        if self.receipt.as_mut().is_some_and(|receipt| receipt.ui(cx, ui)) {
            self.receipt = None;
        }
    }

    /// In how many sources one of the chosen names stands, in the text, the title or the name of a speaker.
    fn touched(&self, cx: &Cx<'_>) -> usize {
        let table = Table::new(self.rows.chosen());
        let names = |source: &&Source| {
            source.text.as_ref().is_some_and(|text| table.is_in(text.as_str()))
                || table.is_in_name(&source.title)
                || source.speakers.iter().any(|speaker| table.is_in_name(&speaker.name))
        };
        cx.project.sources().filter(names).count()
    }

    fn places_ui(&self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = PseudonymWords::of(cx.language);
        let Some(candidate) = self.rows.shown() else { return };
        ui.label(RichText::new(fill(words.places_of, &[("name", &candidate.original)])).font(fonts::strong(13.0)));
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            speaks_ui(cx, ui, &candidate.original);
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

    /// The last question: in how many sources, where the link is kept, and whether it is to be done.
    fn confirm_ui(&mut self, cx: &Cx<'_>, ui: &Ui, key: &mut KeyForm) {
        let Some(confirming) = &mut self.confirming else { return };
        let words = PseudonymWords::of(cx.language);
        let keep = key.keep(cx.language);
        let mut over = false;
        let shown = Modal::new(egui::Id::unique("replace names")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(530.0);
            ui.label(RichText::new(words.replace_title).font(fonts::strong(15.0)));
            ui.add_space(space::S);
            let sources = count(confirming.sources, words.sources_one, words.sources);
            ui.label(fill(words.replace_told, &[("sources", &sources)]));
            ui.add_space(space::S);
            let (ink, told) = match (&keep, key.file()) {
                (Ok(Some(_)), Some(file)) => (cx.palette.text, fill(words.key_on_replace, &[("file", &file)])),
                (Ok(_), _) => (cx.palette.warn, words.without_key_told.to_owned()),
                (Err(why), _) => (cx.palette.warn, why.clone()),
            };
            ui.label(RichText::new(told).color(ink));
            ui.add_space(space::S);
            controls::check(ui, &mut confirming.also_elsewhere, words.also_elsewhere);
            ui.add_space(space::M);
            ui.horizontal_wrapped(|ui| {
                let without = matches!(keep, Ok(None));
                if without && ui.button(words.key_first).clicked() {
                    over = true;
                }
                let title = if without { words.replace_without_key } else { words.replace_button };
                let replace = ui.add_enabled_ui(keep.is_ok(), |ui| controls::irreversible(cx, ui, title)).inner;
                if let (true, Ok(keep)) = (replace.clicked(), keep) {
                    let elsewhere = if confirming.also_elsewhere { Elsewhere::Replaced } else { Elsewhere::Kept };
                    cx.send(Task::Names(Naming::Replace(self.rows.chosen(), elsewhere, keep)));
                    over = true;
                }
                over |= ui.button(cx.say.cancel).clicked();
            });
        });
        if over || shown.should_close() {
            self.confirming = None;
        }
    }
}

/// The sources in which somebody of that name speaks.
fn speaks_ui(cx: &Cx<'_>, ui: &mut Ui, name: &str) {
    let words = PseudonymWords::of(cx.language);
    for source in cx.project.sources() {
        let Some(turns) = at_the_door::turns_of(&source.speakers, &source.turns, name) else { continue };
        ui.horizontal_wrapped(|ui| {
            if controls::link(cx, ui, &source.title).clicked() {
                cx.send(Look::AtSource(source.id));
            }
            let turns = count(turns, words.turns_one, words.turns);
            ui.label(RichText::new(fill(words.speaks_in, &[("turns", &turns)])).color(cx.palette.muted));
        });
    }
}
