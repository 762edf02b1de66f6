//! The table original → pseudonym: what is ticked is replaced.

use egui::{Align, Button, Checkbox, ComboBox, Layout, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::lang::fill;
use crate::lang::pseudonym::PseudonymWords;
use crate::text::names::Kind;
use crate::text::names::candidates::Candidate;
use crate::text::names::table::Row;
use crate::told::erasing::kind;
use crate::ui::cx::Cx;
use crate::ui::look::fonts;
use crate::ui::widgets::controls;

/// How high a row is.
const ROW: f32 = 30.0;
/// How wide the columns are: tick, name, pseudonym, kind, count; the rest is for the forms.
const WIDE: [f32; 5] = [24.0, 220.0, 180.0, 130.0, 50.0];

/// One row with where its name stands.
struct Line {
    candidate: Candidate,
    row: Row,
    taken: bool,
}

/// The rows and what is being typed.
#[derive(Default)]
pub(super) struct Rows {
    lines: Vec<Line>,
    shown: Option<usize>,
    /// A name that is being added by hand, and its pseudonym.
    adding: Option<(String, String)>,
}

impl Rows {
    /// Takes what was found, and keeps what was added by hand. A capital letter alone is too little to be ticked for.
    pub(super) fn fill(&mut self, candidates: Vec<Candidate>, rows: Vec<Row>) {
        let found =
            |line: &Line| !rows.iter().any(|row| row.original == line.row.original) && line.candidate.count == 0;
        let by_hand: Vec<Line> = std::mem::take(&mut self.lines).into_iter().filter(found).collect();
        let line = |(candidate, row): (Candidate, Row)| Line { taken: row.kind != Kind::Other, candidate, row };
        self.lines = by_hand.into_iter().chain(candidates.into_iter().zip(rows).map(line)).collect();
        self.shown = (!self.lines.is_empty()).then_some(0);
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.lines.len()
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
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = PseudonymWords::of(cx.language);
        if !self.lines.is_empty() {
            for (title, taken) in [(words.take_all, true), (words.take_none, false)] {
                if ui.button(title).clicked() {
                    self.lines.iter_mut().for_each(|line| line.taken = taken);
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
            let texts: Vec<&str> =
                cx.project.sources().filter_map(|source| Some(source.text.as_ref()?.as_str())).collect();
            let table = crate::text::names::table::Table::new([row.clone()]);
            if let Some(candidate) = crate::text::names::candidates::standing(&table, &texts).into_iter().next() {
                self.lines.retain(|line| line.row.original != row.original);
                self.lines.insert(0, Line { candidate, row, taken: true });
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
            for (head, width) in heads.into_iter().zip(WIDE.into_iter().chain([200.0])) {
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
                    if line.ui(cx, ui, shown == Some(at)) {
                        pressed = Some(at);
                    }
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
            let [tick, name, field, sort, number] = WIDE;
            cell_ui(ui, tick, |ui| {
                let response = ui.add(Checkbox::without_text(&mut self.taken));
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
                let typed = self.row.pseudonym.clone();
                response.widget_info(|| {
                    let mut info = WidgetInfo::text_edit(true, &typed, &typed, &pseudonym);
                    info.label = Some(pseudonym.clone());
                    info
                });
            });
            cell_ui(ui, sort, |ui| {
                let now = kind(self.row.kind, cx.language);
                let chosen = ComboBox::from_id_salt("kind").selected_text(now).width(sort - 14.0);
                let chosen = chosen.show_ui(ui, |ui| {
                    for other in Kind::ALL {
                        ui.selectable_value(&mut self.row.kind, other, kind(other, cx.language));
                    }
                });
                chosen.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &kind_of));
            });
            cell_ui(ui, number, |ui| {
                ui.label(RichText::new(self.candidate.count.to_string()).color(cx.palette.muted));
            });
            let rest = ui.available_width();
            cell_ui(ui, rest, |ui| {
                let forms = RichText::new(self.candidate.forms.join(", ")).font(fonts::small()).color(cx.palette.muted);
                ui.add(egui::Label::new(forms).truncate());
            });
        });
        pressed
    }
}

fn cell_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, ROW - 4.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        content(ui);
    });
}
