//! The squares of the table: cells and the heads of columns, with their menus and keys.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Event, EventFilter, FontId, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::Cases;
use super::cell::{Cell, Column, kind_name, name, shown};
use super::columns::{Columns, Placed};
use super::editing::Start;
use super::menus::{Asked, attribute_menu_ui, case_menu_ui, sources_menu_ui, yes_no_menu_ui};
use super::table::Seen;
use crate::journal::edit::Edit;
use crate::lang::fill;
use crate::lang::rooms::Rooms;
use crate::model::case::{AttributeKind, Case};
use crate::model::memo::About;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// The name under which a cell takes the keyboard.
pub(super) fn cell_id(cell: Cell) -> Id {
    Id::unique(("a cell of the cases", cell))
}

/// What each coder has said, where they have said different things.
fn ratings_apart(cx: &Cx<'_>, case: &Case, column: Column) -> Option<String> {
    let Column::Value(attribute) = column else { return None };
    let ratings = case.ratings(attribute);
    let mut said = ratings.values();
    let first = said.next()?;
    if said.all(|other| other == first) {
        return None;
    }
    let told = ratings.iter().map(|(coder, value)| format!("{} {value}", cx.project.coder_name(*coder)));
    Some(told.collect::<Vec<_>>().join(" · "))
}

impl Cases {
    /// Shows a cell and answers what is done to it.
    pub(super) fn square_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, columns: &Columns, seen: &Seen, cell: Cell) {
        let (Cell::Of(id, column), Some(rect)) = (cell, seen.place(columns, cell)) else { return };
        let Some(case) = cx.project.case(id).filter(|_| rect.intersects(ui.clip_rect())) else { return };
        if self.editing.as_ref().is_some_and(|editing| editing.cell == cell) {
            // The field stands in its place.
            return;
        }
        let words = Rooms::of(cx.language);
        let response = ui.interact(rect, cell_id(cell), Sense::click());
        let value = shown(cx.project, cx.language, cell);
        let role = if column == Column::Name { egui::Role::RowHeader } else { egui::Role::Cell };
        let label = name(cx.project, words, cell);
        response.widget_info(|| WidgetInfo::labeled(role, true, &label));
        ui.accesskit_node_builder(response.id, |node| node.set_value(value.as_str()));
        let palette = cx.palette;
        ui.painter().rect_filled(rect, 0.0, if response.hovered() { palette.hover } else { palette.paper });
        let font = if column == Column::Name { fonts::strong(14.0) } else { fonts::body() };
        let ink = if column == Column::Sources { palette.muted } else { palette.text };
        let margins = if column == Column::Name { (space::XL, 28.0) } else { (space::M, 0.0) };
        let elided = words_ui(ui, rect, margins, (&value, font, ink));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
        if response.has_focus() {
            let edge = Stroke::new(1.5, palette.accent);
            ui.painter().rect_stroke(rect.shrink(1.0), 4.0, edge, StrokeKind::Inside);
            self.keys(cx, ui, columns, (cell, &response));
        }
        if column == Column::Name && cx.project.memos_about(About::Case(id)).next().is_some() {
            // A dot where something was written about the case.
            let at = pos2(rect.left() + space::XL / 2.0, rect.center().y);
            ui.painter().circle_filled(at, 2.5, palette.accent);
            ui.accesskit_node_builder(response.id, |node| node.set_description(words.has_memo));
        }
        let apart = ratings_apart(cx, case, column);
        if apart.is_some() {
            // A ring where coders have said different things of the case.
            let at = pos2(rect.right() - space::S, rect.center().y);
            ui.painter().circle_stroke(at, 3.0, Stroke::new(1.5, palette.warn));
        }
        if let Some(told) = &apart {
            ui.accesskit_node_builder(response.id, |node| node.set_description(told.as_str()));
        }
        if column == Column::Name {
            self.more_ui(cx, ui, rect, case);
        }
        let response = match apart {
            Some(told) => response.on_hover_text(told),
            None if elided => response.on_hover_text(value),
            None => response,
        };
        self.answer(cx, ui, &response, (cell, case, column));
    }

    /// What a click, or Enter, does in a cell.
    fn answer(&mut self, cx: &Cx<'_>, ui: &Ui, response: &Response, (cell, case, column): (Cell, &Case, Column)) {
        let kind = match column {
            Column::Value(attribute) => cx.project.attribute(attribute).map(|known| known.kind),
            Column::Name | Column::Sources => None,
        };
        match (column, kind) {
            (Column::Sources, _) => {
                let popup = Popup::menu(response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
                popup.show(|ui| sources_menu_ui(cx, ui, case));
            }
            (Column::Value(attribute), Some(AttributeKind::YesNo)) => {
                Popup::menu(response).show(|ui| yes_no_menu_ui(cx, ui, case, attribute));
            }
            _ if response.clicked() => self.go = Some((cell, Start::Whole)),
            _ => {}
        }
        if response.clicked() {
            ui.memory_mut(|memory| memory.request_focus(response.id));
        }
    }

    /// The keys in a cell that is looked at but not typed in.
    fn keys(&mut self, cx: &Cx<'_>, ui: &Ui, columns: &Columns, (cell, response): (Cell, &Response)) {
        if self.editing.is_some() || controls::floats(ui) {
            return;
        }
        let filter = EventFilter { tab: false, escape: false, horizontal_arrows: true, vertical_arrows: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let ways =
            [(Key::ArrowLeft, (-1, 0)), (Key::ArrowRight, (1, 0)), (Key::ArrowUp, (0, -1)), (Key::ArrowDown, (0, 1))];
        if let Some((_, way)) = ways.into_iter().find(|(key, _)| pressed(*key)) {
            self.go = columns.beside(cell, way).map(|cell| (cell, Start::Look));
            return;
        }
        if pressed(Key::F2) {
            self.go = Some((cell, Start::Whole));
        } else if let Cell::Of(case, Column::Value(attribute)) = cell
            && pressed(Key::Backspace)
        {
            cx.send(Edit::SetValue { case, attribute, value: String::new() });
        }
        let typed: String = ui.input(|input| {
            let text = |event: &Event| match event {
                Event::Text(text) if !input.modifiers.command => Some(text.clone()),
                _ => None,
            };
            input.events.iter().filter_map(text).collect()
        });
        if !typed.trim().is_empty() {
            self.go = Some((cell, Start::With(typed)));
        }
    }

    /// The quiet button behind a case's name.
    fn more_ui(&mut self, cx: &Cx<'_>, ui: &Ui, rect: Rect, case: &Case) {
        let at = pos2(rect.right() - 16.0, rect.center().y);
        let square = Rect::from_center_size(at, vec2(24.0, 24.0));
        let id = ui.scope_id().with(("more about the case", case.id));
        let response = ui.interact(square, id, Sense::click());
        let label = fill(Rooms::of(cx.language).more_about, &[("name", &case.name)]);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
        dots_ui(cx, ui, &response);
        let asked = Popup::menu(&response).show(|ui| case_menu_ui(cx, ui, case));
        if asked.is_some_and(|asked| asked.inner == Asked::Rename) {
            self.go = Some((Cell::Of(case.id, Column::Name), Start::Whole));
        }
    }

    /// Shows the head of a column.
    pub(super) fn head_ui(&mut self, cx: &Cx<'_>, ui: &Ui, seen: &Seen, placed: &Placed) {
        let words = Rooms::of(cx.language);
        let attribute = match placed.column {
            Column::Value(attribute) => cx.project.attribute(attribute),
            Column::Name | Column::Sources => None,
        };
        let left = if placed.column == Column::Name { seen.rect.left() } else { seen.origin.x + placed.left };
        let size = vec2(placed.width, super::columns::HEAD);
        let rect = Rect::from_min_size(pos2(left, seen.rect.top()), size);
        if !rect.intersects(ui.clip_rect()) {
            return;
        }
        let title = match (placed.column, attribute) {
            (Column::Name, _) => words.case_column,
            (Column::Sources, _) => words.sources_column,
            (_, Some(attribute)) => attribute.name.as_str(),
            (_, None) => "",
        };
        let sense = if attribute.is_some() { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, cell_id_of_head(placed.column), sense);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, title));
        if attribute.is_some() && (response.hovered() || response.has_focus()) {
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 0.0, cx.palette.hover);
        }
        let left = if placed.column == Column::Name { space::XL } else { space::M };
        words_ui(ui, rect, (left, 0.0), (title, fonts::strong(13.0), cx.palette.text));
        let Some(attribute) = attribute else { return };
        let asked = Popup::menu(&response).show(|ui| attribute_menu_ui(cx, ui, attribute));
        if asked.is_some_and(|asked| asked.inner == Asked::Rename) {
            self.go = Some((Cell::Head(attribute.id), Start::Whole));
        }
        response.on_hover_text(kind_name(words, attribute.kind));
    }
}

fn cell_id_of_head(column: Column) -> Id {
    Id::unique(("the head of a column", column))
}

/// Draws the words of a square; tells whether some did not fit.
fn words_ui(ui: &Ui, rect: Rect, (left, menu): (f32, f32), (words, font, ink): (&str, FontId, egui::Color32)) -> bool {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width((rect.width() - left - space::M - menu).max(20.0));
    let galley = ui.painter().layout_job(job);
    let elided = galley.elided;
    let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    elided
}

/// Three dots, faint until the pointer or the keyboard is near.
fn dots_ui(cx: &Cx<'_>, ui: &Ui, response: &Response) {
    let near = response.hovered() || response.has_focus();
    let ink = if near { cx.palette.text } else { cx.palette.faint };
    if near {
        ui.painter().rect_filled(response.rect, 6.0, cx.palette.hover);
    }
    for step in [-5.0, 0.0, 5.0] {
        ui.painter().circle_filled(response.rect.center() + vec2(step, 0.0), 1.4, ink);
    }
}
