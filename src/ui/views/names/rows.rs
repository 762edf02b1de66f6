//! The table original → pseudonym: what is ticked is replaced.

use std::collections::BTreeMap;

use egui::{Align, Button, Checkbox, ComboBox, Layout, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{count, fill};
use crate::text::names::Kind;
use crate::text::names::candidates::Candidate;
use crate::text::names::table::Row;
use crate::told::erasing::kind;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// How high a row is.
const ROW: f32 = 30.0;
/// How wide the columns are where there is room: tick, name, pseudonym, kind, count, and at least so much for the forms.
const WIDE: [f32; 6] = [24.0, 220.0, 180.0, 130.0, 50.0, 90.0];
/// The gap between columns.
const GAP: f32 = 8.0;

/// One row with where its name stands.
struct Line {
    candidate: Candidate,
    row: Row,
    taken: bool,
    /// Whether somebody has added it, or changed what is written instead.
    by_hand: bool,
}

/// The rows and what is being typed.
#[derive(Default)]
pub(super) struct Rows {
    lines: Vec<Line>,
    shown: Option<usize>,
    /// A name that is being added by hand, and its pseudonym.
    adding: Option<(String, String)>,
    /// Whether somebody has ticked or typed something.
    touched: bool,
}

impl Rows {
    /// Takes what was found, and keeps what was ticked, changed or added by hand. A capital letter alone is too little to be
    /// ticked for.
    pub(super) fn fill(&mut self, candidates: Vec<Candidate>, rows: Vec<Row>) {
        let shown = self.shown().map(|candidate| candidate.original.clone());
        let mut known: BTreeMap<String, Line> =
            std::mem::take(&mut self.lines).into_iter().map(|line| (line.row.original.clone(), line)).collect();
        let found: Vec<Line> = candidates
            .into_iter()
            .zip(rows)
            .map(|(candidate, row)| match known.remove(&row.original) {
                Some(line) if line.by_hand => Line { candidate, ..line },
                Some(line) => Line { candidate, row, ..line },
                None => Line { taken: row.kind != Kind::Other, candidate, row, by_hand: false },
            })
            .collect();
        let by_hand = known.into_values().filter(|line| line.by_hand);
        self.lines = by_hand.chain(found).collect();
        let still = shown.and_then(|shown| self.lines.iter().position(|line| line.row.original == shown));
        self.shown = still.or((!self.lines.is_empty()).then_some(0));
    }

    /// Those that are ticked have been replaced; what was left alone stays so.
    pub(super) fn done(&mut self) {
        self.lines.retain(|line| !line.taken);
        self.shown = (!self.lines.is_empty()).then_some(0);
    }

    /// All of them, ticked or not: what a new search proposes again.
    pub(super) fn all(&self) -> Vec<Row> {
        self.lines.iter().map(|line| line.row.clone()).collect()
    }

    /// Tells whether just these are ticked.
    pub(super) fn are(&self, rows: &[Row]) -> bool {
        self.lines.iter().filter(|line| line.taken).map(|line| &line.row).eq(rows)
    }

    /// Tells whether somebody has ticked or typed something.
    pub(super) fn is_touched(&self) -> bool {
        self.touched || self.adding.is_some() || self.lines.iter().any(|line| line.by_hand)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    /// How many names are ticked and in how many places they stand, in words.
    pub(super) fn told(&self, words: &PseudonymWords) -> String {
        let ticked = || self.lines.iter().filter(|line| line.taken);
        let places = count(ticked().map(|line| line.candidate.count).sum(), words.places_one, words.places);
        let found = count(self.lines.len(), words.found_one, words.found);
        format!("{found} · {}", fill(words.chosen, &[("n", &ticked().count()), ("places", &places)]))
    }

    /// Those that are ticked.
    pub(super) fn chosen(&self) -> Vec<Row> {
        self.lines.iter().filter(|line| line.taken).map(|line| line.row.clone()).collect()
    }

    /// The one whose places are shown.
    pub(super) fn shown(&self) -> Option<&Candidate> {
        self.lines.get(self.shown?).map(|line| &line.candidate)
    }

    /// What can be done with all of them, and the field for one more.
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, texts: &dyn Fn() -> Vec<String>) {
        let words = PseudonymWords::of(cx.language);
        if !self.lines.is_empty() {
            for (title, taken) in [(words.take_all, true), (words.take_none, false)] {
                if ui.button(title).clicked() {
                    self.lines.iter_mut().for_each(|line| line.taken = taken);
                    self.touched = true;
                }
            }
        }
        let Some((original, pseudonym)) = &mut self.adding else {
            if ui.button(words.add_name).clicked() {
                // What is selected in the reader is what somebody wants to be replaced.
                let selected = cx.screen.words().and_then(|(id, span)| Some(cx.project.source(id)?.quote(span)));
                self.adding = Some((selected.unwrap_or("").trim().to_owned(), String::new()));
            }
            return;
        };
        for (typed, name) in [(&mut *original, words.new_original), (&mut *pseudonym, words.new_pseudonym)] {
            ui.allocate_ui(vec2(180.0, 28.0), |ui| controls::field(ui, typed, name));
        }
        let ready = !original.trim().is_empty() && !pseudonym.trim().is_empty();
        if ui.add_enabled(ready, Button::new(words.add)).clicked() {
            let row =
                Row { original: original.trim().to_owned(), pseudonym: pseudonym.trim().to_owned(), kind: Kind::Other };
            let texts = texts();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let table = crate::text::names::table::Table::new([row.clone()]);
            if let Some(candidate) = crate::text::names::candidates::standing(&table, &texts).into_iter().next() {
                self.lines.retain(|line| line.row.original != row.original);
                self.lines.insert(0, Line { candidate, row, taken: true, by_hand: true });
                self.shown = Some(0);
            }
            self.adding = None;
        }
        if ui.button(cx.say.cancel).clicked() {
            self.adding = None;
        }
    }

    /// Shows the table.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = PseudonymWords::of(cx.language);
        ui.horizontal(|ui| {
            let heads = [
                "",
                words.column_original,
                words.column_pseudonym,
                words.column_kind,
                words.column_count,
                words.column_forms,
            ];
            ui.spacing_mut().item_spacing.x = GAP;
            for (head, width) in heads.into_iter().zip(widths(ui.available_width())).filter(|(_, width)| *width > 0.0) {
                cell_ui(ui, width, |ui| {
                    ui.label(RichText::new(head).font(fonts::small()).color(cx.palette.muted));
                });
            }
        });
        let area = ScrollArea::vertical().id_salt("names").auto_shrink([false, false]);
        let shown = self.shown;
        let mut pressed = None;
        area.show_rows(ui, ROW, self.lines.len(), |ui, range| {
            for at in range {
                let Some(line) = self.lines.get_mut(at) else { continue };
                ui.push_id(at, |ui| {
                    let taken = line.taken;
                    if line.ui(cx, ui, shown == Some(at)) {
                        pressed = Some(at);
                    }
                    self.touched |= taken != line.taken;
                });
            }
        });
        self.shown = pressed.or(self.shown);
    }
}

impl Line {
    /// Shows the row; tells whether its places are asked for.
    fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, shown: bool) -> bool {
        let words = PseudonymWords::of(cx.language);
        let named = |phrase: &str| fill(phrase, &[("name", &self.row.original)]);
        let (replace, pseudonym, places) =
            (named(words.replace_this), named(words.pseudonym_for), named(words.show_places));
        let kind_of = named(words.kind_of);
        let mut pressed = false;
        ui.horizontal(|ui| {
            ui.set_height(ROW);
            ui.spacing_mut().item_spacing.x = GAP;
            let [tick, name, field, sort, number, forms] = widths(ui.available_width());
            cell_ui(ui, tick, |ui| {
                let now = self.taken;
                let response = controls::check_box(ui, now, Checkbox::without_text(&mut self.taken));
                let taken = self.taken;
                response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, taken, &replace));
            });
            cell_ui(ui, name, |ui| {
                let font = if shown { fonts::strong(14.0) } else { fonts::body() };
                let button = Button::new(RichText::new(&self.row.original).font(font)).truncate();
                let response = ui.add(button.frame_when_inactive(shown)).on_hover_text(&places);
                response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, shown, &places));
                pressed = response.clicked();
            });
            cell_ui(ui, field, |ui| {
                let edit = TextEdit::singleline(&mut self.row.pseudonym).desired_width(field - 16.0);
                let response = ui.add(edit);
                self.by_hand |= response.changed();
                let typed = self.row.pseudonym.clone();
                response.widget_info(|| {
                    let mut info = WidgetInfo::text_edit(true, &typed, &typed, &pseudonym);
                    info.label = Some(pseudonym.clone());
                    info
                });
            });
            if sort > 0.0 {
                cell_ui(ui, sort, |ui| {
                    let now = kind(self.row.kind, cx.language);
                    let chosen =
                        ComboBox::from_id_salt("kind").icon(controls::opens).selected_text(now).width(sort - 14.0);
                    let chosen = chosen.show_ui(ui, |ui| {
                        for other in Kind::ALL {
                            let chosen = ui.selectable_value(&mut self.row.kind, other, kind(other, cx.language));
                            self.by_hand |= chosen.changed();
                        }
                    });
                    chosen.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &kind_of));
                });
            }
            cell_ui(ui, number, |ui| {
                ui.label(RichText::new(self.candidate.count.to_string()).color(cx.palette.muted));
            });
            if forms > 0.0 {
                cell_ui(ui, forms, |ui| {
                    let forms = match self.candidate.count {
                        0 => words.speaks.to_owned(),
                        _ => self.candidate.forms.join(", "),
                    };
                    let forms = RichText::new(forms).font(fonts::small()).color(cx.palette.muted);
                    ui.add(egui::Label::new(forms).truncate());
                });
            }
        });
        pressed
    }
}

/// How wide the columns are in a width; where there is little room the forms go first, then the kind. 0 for one that is gone.
fn widths(all: f32) -> [f32; 6] {
    let [tick, name, field, sort, number, forms] = WIDE;
    let gaps = |columns: f32| (columns - 1.0) * GAP + space::S;
    let whole = tick + name + field + sort + number;
    if all >= whole + forms + gaps(6.0) {
        return [tick, name, field, sort, number, all - whole - gaps(6.0)];
    }
    let (sort, columns) = if all >= 480.0 { (sort, 5.0) } else { (0.0, 4.0) };
    let rest = (all - tick - sort - number - gaps(columns)).max(120.0);
    [tick, rest * 0.52, rest * 0.48, sort, number, 0.0]
}

fn cell_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, ROW - 4.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        content(ui);
    });
}
