//! The table of a survey: its first rows as they stand in the file, and above each column what becomes of it.

use egui::{Align2, Button, Rect, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::say;
use crate::import::survey::Layout;
use crate::import::{Choices, Survey};
use crate::lang::rooms::Rooms;
use crate::lang::{fill, grouped};
use crate::model::case::AttributeKind;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::intake::item::Item;
use crate::ui::look::{fonts, space};
use crate::ui::views::cases::cell::kind_name;

const COLUMN: f32 = 190.0;
const NUMBER: f32 = 52.0;
const HEAD: f32 = 74.0;
const ROW: f32 = 24.0;

/// The table's memory between frames.
#[derive(Default)]
pub(super) struct Grid {
    shown: Option<usize>,
}

/// What becomes of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Becomes {
    Case,
    Text,
    Attribute(AttributeKind),
    Nothing,
}

/// To be chosen among.
const ALL: [Becomes; 7] = [
    Becomes::Case,
    Becomes::Text,
    Becomes::Attribute(AttributeKind::Text),
    Becomes::Attribute(AttributeKind::Number),
    Becomes::Attribute(AttributeKind::Date),
    Becomes::Attribute(AttributeKind::YesNo),
    Becomes::Nothing,
];

impl Grid {
    /// Shows the table of an item in all the space there is.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (at, item): (usize, &Item), survey: &Survey) {
        let say = say(cx);
        let layout = item.choices.survey.as_ref().unwrap_or(&survey.layout);
        egui::Frame::new().inner_margin(egui::Margin::symmetric(24, 6)).show(ui, |ui| {
            ui.label(RichText::new(say.table_becomes).font(fonts::small()).color(cx.palette.muted));
            if layout.case.is_none() {
                ui.label(RichText::new(say.no_case_column).font(fonts::small()).color(cx.palette.warn));
            }
        });
        // There may be far more columns than fit: what scrolls to them is always seen.
        ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
        let mut area = ScrollArea::both().id_salt("survey").auto_shrink([false, false]);
        if self.shown != Some(at) {
            self.shown = Some(at);
            area = area.scroll_offset(egui::Vec2::ZERO);
        }
        area.show_viewport(ui, |ui, seen| {
            let table = Table { cx, survey, layout, choices: &item.choices, names: item.table(), at };
            ui.set_min_size(table.size());
            table.ui(ui, seen);
        });
    }
}

/// The table as it is shown.
struct Table<'a> {
    cx: &'a Cx<'a>,
    survey: &'a Survey,
    layout: &'a Layout,
    choices: &'a Choices,
    names: &'a crate::text::names::table::Table,
    at: usize,
}

impl Table<'_> {
    #[expect(clippy::cast_precision_loss, reason = "a table is as exact as its pixels")]
    fn size(&self) -> egui::Vec2 {
        let table = &self.survey.table;
        vec2(NUMBER + table.header.len() as f32 * COLUMN, HEAD + table.rows.len() as f32 * ROW)
    }

    /// Shows what is seen of it: the head stays at the top.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is seen lies within the table"
    )]
    fn ui(&self, ui: &mut Ui, seen: Rect) {
        let origin = ui.max_rect().min;
        let table = &self.survey.table;
        let first = ((seen.left() - NUMBER) / COLUMN).floor().max(0.0) as usize;
        let last = (((seen.right() - NUMBER) / COLUMN).ceil().max(0.0) as usize).min(table.header.len());
        let top = (seen.top() / ROW).floor().max(0.0) as usize;
        let bottom = (((seen.bottom() - HEAD) / ROW).ceil().max(0.0) as usize).min(table.rows.len());
        let head = Rect::from_min_size(pos2(origin.x + seen.left(), origin.y + seen.top()), vec2(seen.width(), HEAD));
        let below = Rect::from_min_max(pos2(head.left(), head.bottom()), head.min + seen.size());
        let painter = ui.painter().with_clip_rect(below.intersect(ui.clip_rect()));
        let palette = self.cx.palette;
        for row in top..bottom {
            let y = origin.y + HEAD + row as f32 * ROW;
            painter.hline(below.x_range(), y + ROW, Stroke::new(1.0, palette.line));
            let number = pos2(origin.x + NUMBER - space::S, y + ROW / 2.0);
            painter.text(number, Align2::RIGHT_CENTER, grouped(row + 1), fonts::small(), palette.muted);
            for column in first..last {
                let cell = table.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
                let ink = if self.becomes(column) == Becomes::Nothing { palette.muted } else { palette.text };
                let x = origin.x + NUMBER + column as f32 * COLUMN;
                let cell = self.names.applied_to_name(&first_line(cell));
                let galley = line(ui, &cell, COLUMN - 2.0 * space::S, ink);
                painter.galley(pos2(x + space::S, y + (ROW - galley.size().y) / 2.0), galley, ink);
            }
        }
        ui.painter().rect_filled(head, 0.0, palette.panel);
        ui.painter().hline(head.x_range(), head.bottom(), Stroke::new(1.0, palette.line));
        for column in first..last {
            let x = origin.x + NUMBER + column as f32 * COLUMN;
            let rect = Rect::from_min_size(pos2(x, head.top()), vec2(COLUMN, HEAD));
            ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, palette.line));
            self.head_ui(ui, column, rect.shrink2(vec2(space::S, 6.0)));
        }
    }

    /// A column's name, and what becomes of it.
    fn head_ui(&self, ui: &mut Ui, column: usize, rect: Rect) {
        let (say, words) = (say(self.cx), Rooms::of(self.cx.language));
        let name = self.survey.table.header.get(column).map_or("", String::as_str);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("column", column)));
        let galley = line(&ui, name, rect.width(), self.cx.palette.text);
        let (title, response) = ui.allocate_exact_size(vec2(rect.width(), 22.0), Sense::hover());
        ui.painter().galley(title.min, galley, self.cx.palette.text);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, name));
        response.on_hover_text(name);
        let now = self.becomes(column);
        let told = |becomes| match becomes {
            Becomes::Case => say.column_case.to_owned(),
            Becomes::Text => say.column_text.to_owned(),
            Becomes::Attribute(kind) => fill(say.column_attribute, &[("kind", &kind_name(words, kind).to_lowercase())]),
            Becomes::Nothing => say.column_out.to_owned(),
        };
        let label = RichText::new(told(now)).font(fonts::small()).color(self.cx.palette.text);
        let button = ui.add(Button::new(label).min_size(vec2(rect.width(), 26.0)).truncate());
        let named = format!("{} {}", fill(say.column_becomes, &[("column", &name)]), told(now));
        button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
        egui::Popup::menu(&button).show(|ui| {
            for becomes in ALL {
                if ui.selectable_label(becomes == now, told(becomes)).clicked() {
                    let survey = Some(self.with(column, becomes));
                    let choices = Choices { survey, ..self.choices.clone() };
                    self.cx.send(Task::ReadAgain(vec![(self.at, choices)]));
                }
            }
        });
    }

    fn becomes(&self, column: usize) -> Becomes {
        if self.layout.case == Some(column) {
            Becomes::Case
        } else if self.layout.texts.contains(&column) {
            Becomes::Text
        } else {
            let known = self.layout.attributes.iter().find(|(known, _)| *known == column);
            known.map_or(Becomes::Nothing, |(_, kind)| Becomes::Attribute(*kind))
        }
    }

    /// The layout with another fate for a column; texts and attributes stay in the order of the table.
    fn with(&self, column: usize, becomes: Becomes) -> Layout {
        let mut layout = self.layout.clone();
        layout.case = layout.case.filter(|known| *known != column);
        layout.texts.retain(|known| *known != column);
        layout.attributes.retain(|(known, _)| *known != column);
        match becomes {
            Becomes::Case => layout.case = Some(column),
            Becomes::Text => layout.texts.push(column),
            Becomes::Attribute(kind) => layout.attributes.push((column, kind)),
            Becomes::Nothing => {}
        }
        layout.texts.sort_unstable();
        layout.attributes.sort_by_key(|(column, _)| *column);
        layout
    }
}

/// As much of words as may be seen on one line.
fn first_line(words: &str) -> String {
    words.lines().next().unwrap_or("").chars().take(200).collect()
}

/// Words on one line, cut short where there is no room.
fn line(ui: &Ui, words: &str, width: f32, ink: egui::Color32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(first_line(words), fonts::small(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}
