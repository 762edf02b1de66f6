//! One cell of a table and the head of a column: how wide, how dark, what is written, what a screen reader says.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::order::{Sort, Way};
use super::{Clicked, name};
use crate::analysis::table::{Cell, Kind, Opens, Row, Table};
use crate::figure::scene::Ink;
use crate::lang::analyses::AnalysesWords;
use crate::lang::{Language, grouped};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{marks, picture};

/// To the left and right of what stands in a cell.
const PAD: f32 = 10.0;
/// How far a name in a tree is moved for each level.
const INDENT: f32 = 14.0;
/// A letter of the interface, about.
const LETTER: f32 = 7.2;
/// More lines than these are cut off in the head of a column.
const LINES: usize = 3;

/// How wide the columns are, and how tall their heads.
#[derive(Debug, Default)]
pub(super) struct Layout {
    lefts: Vec<f32>,
    widths: Vec<f32>,
    /// The height of the head.
    pub(super) head: f32,
    /// The largest count, where the table is a matrix whose fields are shaded.
    most: Option<u64>,
}

impl Layout {
    /// Wide enough for what stands in the columns, within bounds.
    pub(super) fn of(ui: &Ui, table: &Table, language: Language) -> Self {
        let mut letters: Vec<usize> = vec![0; table.columns.len()];
        for row in &table.rows {
            for ((cell, column), most) in row.cells.iter().zip(&table.columns).zip(&mut letters) {
                let indent = if let Cell::Node { level, .. } = cell { usize::from(*level) * 2 } else { 0 };
                *most = (*most).max(indent + shown(cell, column.kind, language).chars().count());
            }
        }
        let many = table.columns.len() > 8;
        let width = |(at, column): (usize, &crate::analysis::table::Column)| {
            let needed = super::real(letters.get(at).copied().unwrap_or(0)) * LETTER + 2.0 * PAD;
            let laid = |name: &str| head(ui, name, f32::INFINITY, Color32::PLACEHOLDER).size().x + 2.0 * PAD + 14.0;
            let wide = laid(&column.name);
            // A head goes over several lines, but not in the middle of a word.
            let word = column.name.split_whitespace().map(laid).fold(0.0, f32::max);
            match (column.kind, at) {
                (Kind::Text, 0) => needed.max(wide).clamp(120.0, 320.0),
                (Kind::Text, _) => needed.max(wide).clamp(80.0, 280.0),
                _ => needed.max(word).max(wide.min(if many { 96.0 } else { 150.0 })).clamp(56.0, 200.0),
            }
        };
        let widths: Vec<f32> = table.columns.iter().enumerate().map(width).collect();
        let lefts = widths.iter().scan(0.0, |left, width| Some(std::mem::replace(left, *left + width))).collect();
        let tall = table
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, width)| head(ui, &column.name, width - 2.0 * PAD - 12.0, Color32::PLACEHOLDER).size().y);
        let head = tall.fold(16.0, f32::max) + 14.0;
        Self { lefts, widths, head, most: largest_of_matrix(table) }
    }

    /// How wide a column is.
    pub(super) fn wide(&self, column: usize) -> f32 {
        self.widths.get(column).copied().unwrap_or(0.0)
    }

    /// How far from the left a column begins.
    pub(super) fn left(&self, column: usize) -> f32 {
        self.lefts.get(column).copied().unwrap_or(0.0)
    }

    /// How wide all columns are.
    pub(super) fn width(&self) -> f32 {
        self.widths.iter().sum()
    }
}

/// The largest number of a table of which all columns but the first count the same thing.
fn largest_of_matrix(table: &Table) -> Option<u64> {
    let (first, rest) = table.columns.split_first()?;
    let matrix = first.kind == Kind::Text && rest.len() > 1 && rest.iter().all(|column| column.kind == Kind::Count);
    let counts = table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
        Cell::Count(count) => Some(*count),
        _ => None,
    });
    if matrix { counts.max() } else { None }
}

/// The cells of a table.
pub(super) struct Cells<'a> {
    /// What a view may see.
    pub(super) cx: &'a Cx<'a>,
    /// The table.
    pub(super) table: &'a Table,
    /// How wide its columns are.
    pub(super) layout: &'a Layout,
    /// Names of a tree stand without their depth: the rows are sorted.
    pub(super) flat: bool,
}

impl Cells<'_> {
    fn row(&self, row: usize) -> Option<(&Row, String)> {
        let known = self.table.rows.get(row)?;
        let kind = self.table.columns.first()?.kind;
        Some((known, known.cells.first()?.shown(kind, self.cx.language)))
    }

    /// What a click on a cell opens; `None` where nothing is behind it.
    pub(super) fn opened(&self, number: usize, column: usize) -> Option<Clicked> {
        let (known, row) = self.row(number)?;
        let opens = known.opens_at(column);
        let empty = matches!(known.cells.get(column), Some(Cell::Count(0)) | None);
        let empty = empty || (column > 0 && known.cells.get(column) == Some(&Cell::Empty));
        let name = match column {
            0 => row,
            _ => [row.as_str(), &self.table.columns.get(column)?.name].join(" · "),
        };
        (*opens != Opens::Nothing && !empty).then(|| Clicked { opens: opens.clone(), name, at: Some((number, column)) })
    }

    /// Shows a cell.
    pub(super) fn cell_ui(&self, ui: &Ui, rect: Rect, (row, column): (usize, usize)) -> Response {
        let palette = self.cx.palette;
        let sense = if self.opened(row, column).is_some() { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, ui.scope_id().with(("cell", row, column)), sense);
        let Some((known, row_name)) = self.row(row) else { return response };
        let (Some(cell), Some(head)) = (known.cells.get(column), self.table.columns.get(column)) else {
            return response;
        };
        let (told, shown) = (cell.shown(head.kind, self.cx.language), shown(cell, head.kind, self.cx.language));
        response.widget_info(|| match column {
            0 => WidgetInfo::labeled(egui::Role::RowHeader, true, &told),
            _ => WidgetInfo::labeled(egui::Role::Cell, true, name(&row_name, &head.name, &told)),
        });
        let heat = match (self.layout.most, cell) {
            (Some(most), Cell::Count(count)) if column > 0 && *count > 0 => Some(Ink::heat(
                usize::try_from(*count).unwrap_or(usize::MAX / 100),
                usize::try_from(most).unwrap_or(usize::MAX / 100),
            )),
            _ => None,
        };
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, palette.paper);
        if let Some(heat) = heat {
            painter.rect_filled(rect.shrink(0.5), 0.0, picture::colour(palette, heat));
        }
        let pointed = sense.senses_click() && (response.hovered() || response.has_focus());
        if pointed && heat.is_none() {
            painter.rect_filled(rect, 0.0, palette.hover);
        }
        let ink = match (heat, cell) {
            (Some(heat), _) => picture::colour(palette, heat.letters()),
            (None, Cell::Count(0)) => palette.muted,
            (None, _) => palette.text,
        };
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(0.5, palette.line));
        let cut = if head.kind.is_number() {
            self.number_ui(ui, rect, &shown, ink);
            false
        } else {
            self.words_ui(ui, rect, (cell, &shown), ink)
        };
        if pointed {
            painter.rect_stroke(rect.shrink(1.0), 3.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
        }
        let response = if cut { response.on_hover_text(shown) } else { response };
        if sense.senses_click() { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
    }

    /// Writes a number so that digits stand under digits, which the face alone does not do.
    fn number_ui(&self, ui: &Ui, rect: Rect, shown: &str, ink: Color32) {
        let painter = ui.painter();
        let laid = |sign: char| painter.layout_no_wrap(sign.to_string(), fonts::body(), ink);
        let digit = laid('0').size().x;
        let mut right = rect.right() - PAD;
        for sign in shown.chars().rev() {
            let galley = laid(sign);
            let width = if sign.is_ascii_digit() { digit } else { galley.size().x };
            let at = pos2(right - width / 2.0 - galley.size().x / 2.0, rect.center().y - galley.size().y / 2.0);
            painter.galley(at, galley, ink);
            right -= width;
        }
    }

    /// Writes words; tells whether some were cut off.
    fn words_ui(&self, ui: &Ui, rect: Rect, (cell, shown): (&Cell, &str), ink: Color32) -> bool {
        let indent = match cell {
            Cell::Node { level, .. } if !self.flat => f32::from(*level) * INDENT,
            _ => 0.0,
        };
        let font = match cell {
            Cell::Node { level: 0, .. } if !self.flat => fonts::strong(14.0),
            _ => fonts::body(),
        };
        let mut job = LayoutJob::simple_singleline(shown.replace('\n', " "), font, ink);
        job.wrap = TextWrapping::truncate_at_width((rect.width() - 2.0 * PAD - indent).max(20.0));
        let galley = ui.painter().layout_job(job);
        let cut = galley.elided;
        ui.painter().galley(pos2(rect.left() + PAD + indent, rect.center().y - galley.size().y / 2.0), galley, ink);
        cut
    }

    /// Shows the head of a column.
    pub(super) fn head_ui(&self, ui: &Ui, rect: Rect, (column, sort): (usize, Option<Sort>)) -> Response {
        let (palette, words) = (self.cx.palette, AnalysesWords::of(self.cx.language));
        let response = ui.interact(rect, ui.scope_id().with(("head", column)), Sense::click());
        let Some(head) = self.table.columns.get(column) else { return response };
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, &head.name));
        if let Some(sort) = sort {
            let told = if sort.way == Way::Up { words.sorted_up } else { words.sorted_down };
            ui.accesskit_node_builder(response.id, |node| node.set_description(told));
        }
        let painter = ui.painter();
        let pointed = response.hovered() || response.has_focus();
        painter.rect_filled(rect, 0.0, if pointed { palette.hover } else { palette.panel });
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
        let ink = if sort.is_some() { palette.text } else { palette.muted };
        let sign = if sort.is_some() { 12.0 } else { 0.0 };
        let galley = self::head(ui, &head.name, rect.width() - 2.0 * PAD - sign, ink);
        let left = if head.kind.is_number() { rect.right() - PAD - sign - galley.size().x } else { rect.left() + PAD };
        let cut = galley.elided;
        let size = galley.size();
        painter.galley(pos2(left, rect.bottom() - 7.0 - size.y), galley, ink);
        if let Some(sort) = sort {
            let side = if head.kind.is_number() { rect.right() - PAD - 3.0 } else { left + size.x + space::S };
            let centre = pos2(side, rect.bottom() - 15.0);
            marks::arrow(painter, centre, sort.way == Way::Up, palette.text);
        }
        if response.has_focus() {
            painter.rect_stroke(rect.shrink(1.0), 3.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
        }
        let hint = if head.opens == Opens::Nothing { String::new() } else { words.sort_hint.to_owned() };
        let told = [if cut { head.name.as_str() } else { "" }, hint.as_str()];
        let told = told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        if told.is_empty() { response } else { response.on_hover_text(told) }
    }
}

/// A cell as it is read in the window, where large numbers stand in groups of three digits.
fn shown(cell: &Cell, kind: Kind, language: Language) -> String {
    match cell {
        Cell::Count(count) => usize::try_from(*count).map_or_else(|_| count.to_string(), grouped),
        cell => cell.shown(kind, language),
    }
}

/// The name of a column over a few lines.
fn head(ui: &Ui, name: &str, width: f32, ink: Color32) -> Arc<Galley> {
    let mut job = LayoutJob::simple(name.to_owned(), fonts::small(), ink, width.max(24.0));
    job.wrap.max_rows = LINES;
    job.wrap.overflow_character = Some('…');
    ui.painter().layout_job(job)
}
