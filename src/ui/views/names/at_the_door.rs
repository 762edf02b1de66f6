//! Names replaced before a text enters the study: a step of the preview of an import.

use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::Moment;
use super::key::KeyForm;
use super::rows::Rows;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{count, fill};
use crate::model::source::{Speaker, Turn};
use crate::text::names::candidates::Candidate;
use crate::text::names::table::Row;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::intake::Intake;
use crate::ui::intake::change::Change;
use crate::ui::intake::names::{When, standing_in};
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, empty, page};

/// Below this height there is no room for the places of a name.
const LOW: f32 = 520.0;
/// How high the table is where all of the step scrolls.
const TABLE: f32 = 300.0;

/// The table of one import.
#[derive(Default)]
pub struct AtTheDoor {
    rows: Rows,
    /// The items of the texts that were looked through.
    places: Vec<usize>,
}

impl AtTheDoor {
    /// Another import begins.
    pub fn begin(&mut self) {
        *self = Self::default();
    }

    /// Tells whether somebody has ticked or typed something.
    pub fn is_touched(&self) -> bool {
        self.rows.is_touched()
    }

    /// The rows as they are now, ticked or not.
    pub fn rows(&self) -> Vec<Row> {
        self.rows.all()
    }

    /// Takes what was found in texts of the items at these places.
    pub fn found(&mut self, candidates: Vec<Candidate>, rows: Vec<Row>, places: Vec<usize>) {
        self.rows.fill(candidates, rows);
        self.places = places;
    }

    /// Says which names are replaced, where that is not known yet.
    pub fn tell(&self, cx: &Cx<'_>, intake: &Intake) {
        let names = &intake.names;
        let replaces = names.when == When::Before;
        let known = if replaces { self.rows.are(names.rows()) } else { names.rows().is_empty() };
        if !known {
            cx.send(Look::Intake(Change::Names(if replaces { self.rows.chosen() } else { Vec::new() })));
        }
    }

    /// Shows the step in all the space there is; on a narrow page the key is below the table, else beside it.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, key: &mut KeyForm, (intake, narrow): (&Intake, bool)) {
        let before = intake.names.when == When::Before;
        if narrow {
            ScrollArea::vertical().id_salt("names at the door").auto_shrink([false, false]).show(ui, |ui| {
                self.head_ui(cx, ui, intake);
                let side = Frame::new().inner_margin(Margin::symmetric(16, 8));
                side.show(ui, |ui| {
                    if before {
                        ui.allocate_ui(egui::vec2(ui.available_width(), TABLE), |ui| self.table_ui(cx, ui, intake));
                        controls::rule(cx, ui);
                        key.ui(cx, ui, Moment::Import);
                    } else {
                        later_ui(cx, ui);
                    }
                });
            });
            return;
        }
        self.head_ui(cx, ui, intake);
        if before {
            let side = Frame::new().fill(cx.palette.panel).inner_margin(Margin::same(16));
            Panel::right("name key at the door").exact_size(300.0).resizable(false).frame(side).show(ui, |ui| {
                ScrollArea::vertical().show(ui, |ui| key.ui(cx, ui, Moment::Import));
            });
        }
        if before && self.rows.count() > 0 && ui.available_height() > LOW {
            let below = Frame::new().fill(cx.palette.panel).inner_margin(Margin::symmetric(24, 10));
            Panel::bottom("where names stand at the door").exact_size(150.0).resizable(false).frame(below).show(
                ui,
                |ui| {
                    self.places_ui(cx, ui, intake);
                },
            );
        }
        let page = Frame::new().inner_margin(Margin::symmetric(24, 8));
        CentralPanel::no_frame()
            .frame(page)
            .show(ui, |ui| if before { self.table_ui(cx, ui, intake) } else { later_ui(cx, ui) });
    }

    fn head_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
        let words = PseudonymWords::of(cx.language);
        let names = &intake.names;
        let told = match self.rows.count() {
            0 => String::new(),
            _ => self.rows.told(words),
        };
        page::head_ui(cx, ui, (words.room, &told), |ui| {
            if names.when == When::Before {
                let texts = || standing_in(&intake.items).into_iter().map(str::to_owned).collect();
                self.rows.tools_ui(cx, ui, &texts);
            }
            if names.waits() {
                ui.add(egui::Spinner::new().size(12.0).color(cx.palette.accent));
                ui.label(RichText::new(words.looking).font(fonts::small()).color(cx.palette.text));
            }
        });
    }

    fn table_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
        let words = PseudonymWords::of(cx.language);
        if self.rows.count() > 0 {
            ui.label(RichText::new(words.before_entry_hint).font(fonts::small()).color(cx.palette.muted));
            ui.add_space(space::S);
            self.rows.ui(cx, ui);
        } else if !intake.names.waits() {
            empty::nothing_ui(cx, ui, words.nothing_found);
        }
    }

    fn places_ui(&self, cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
        let words = PseudonymWords::of(cx.language);
        let Some(candidate) = self.rows.shown() else { return };
        ui.label(RichText::new(fill(words.places_of, &[("name", &candidate.original)])).font(fonts::strong(13.0)));
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            if candidate.contexts.is_empty() {
                ui.label(RichText::new(words.speaker_only).font(fonts::small()).color(cx.palette.muted));
            }
            speaks_ui(cx, ui, intake, &candidate.original);
            for context in &candidate.contexts {
                let place = self.places.get(context.text).copied();
                let Some((place, item)) = place.and_then(|place| Some((place, intake.items.get(place)?))) else {
                    continue;
                };
                ui.horizontal_wrapped(|ui| {
                    if controls::link(cx, ui, &item.origin.name()).clicked() {
                        cx.send(Look::Intake(Change::Show(place)));
                    }
                    context_ui(cx, ui, context);
                });
            }
        });
    }
}

/// The files in which somebody of that name speaks.
fn speaks_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake, name: &str) {
    let words = PseudonymWords::of(cx.language);
    for (place, item) in intake.items.iter().enumerate() {
        let Some(turns) = item.named().and_then(|named| turns_of(&named.speakers, &named.turns, name)) else {
            continue;
        };
        ui.horizontal_wrapped(|ui| {
            if controls::link(cx, ui, &item.origin.name()).clicked() {
                cx.send(Look::Intake(Change::Show(place)));
            }
            let turns = count(turns, words.turns_one, words.turns);
            ui.label(RichText::new(fill(words.speaks_in, &[("turns", &turns)])).color(cx.palette.muted));
        });
    }
}

/// How many turns somebody of that name has, however it is written; `None` where nobody is called so.
pub(super) fn turns_of(speakers: &[Speaker], turns: &[Turn], name: &str) -> Option<usize> {
    let small = name.to_lowercase();
    let number = speakers.iter().position(|speaker| speaker.name.to_lowercase() == small)?;
    let number = u16::try_from(number).ok();
    Some(turns.iter().filter(|turn| turn.speaker.is_some() && turn.speaker == number).count())
}

/// A place where a name stands, with the words about it.
pub(super) fn context_ui(cx: &Cx<'_>, ui: &mut Ui, context: &crate::text::names::candidates::Context) {
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.add_space(space::S);
    ui.label(RichText::new(format!("…{}", context.before)).color(cx.palette.muted));
    ui.label(RichText::new(&context.words).font(fonts::strong(14.0)));
    ui.label(RichText::new(format!("{}…", context.after)).color(cx.palette.muted));
}

/// What it means to replace them later.
fn later_ui(cx: &Cx<'_>, ui: &mut Ui) {
    ui.set_max_width(560.0);
    ui.add_space(space::M);
    ui.label(RichText::new(PseudonymWords::of(cx.language).as_they_are_told).color(cx.palette.text));
}
