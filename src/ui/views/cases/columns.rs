//! The measures of the table: which rows and columns there are, and how wide.

use egui::{Ui, pos2, vec2};

use super::cell::{Cell, Column, shown};
use crate::lang::rooms::Rooms;
use crate::model::id::CaseId;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// How tall a row is.
pub(super) const ROW: f32 = 32.0;
/// How tall the heads of the columns are.
pub(super) const HEAD: f32 = 40.0;
/// How many rows are measured to find how wide a column is.
const MEASURED: usize = 300;

/// One column, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// What stands in it.
    pub column: Column,
    /// From the left of the table.
    pub left: f32,
    /// How wide it is.
    pub width: f32,
}

/// Rows and columns.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The cases in their order.
    pub cases: Vec<CaseId>,
    /// The columns from left to right; names first.
    pub placed: Vec<Placed>,
}

impl Columns {
    /// Measures the table.
    pub fn new(cx: &Cx<'_>, ui: &Ui) -> Self {
        let words = Rooms::of(cx.language);
        let project = cx.project;
        let cases: Vec<CaseId> = project.cases().into_iter().map(|case| case.id).collect();
        let values = project.attributes().into_iter().map(|attribute| Column::Value(attribute.id));
        let mut left = 0.0;
        let mut placed = Vec::new();
        for column in [Column::Name, Column::Sources].into_iter().chain(values) {
            let (head, least, most) = match column {
                Column::Name => (words.case_column.to_owned(), 170.0, 260.0),
                Column::Sources => (words.sources_column.to_owned(), 150.0, 260.0),
                Column::Value(attribute) => (shown(project, cx.language, Cell::Head(attribute)), 110.0, 280.0),
            };
            let wide = |words: String, font| ui.painter().layout_no_wrap(words, font, cx.palette.text).size().x;
            let cells = cases.iter().take(MEASURED).map(|case| shown(project, cx.language, Cell::Of(*case, column)));
            let widest = cells.map(|words| wide(words, fonts::body())).fold(wide(head, fonts::strong(13.0)), f32::max);
            let around = if column == Column::Name { space::XL + 28.0 } else { space::M };
            let width = (widest + around + space::M).clamp(least, most).round();
            placed.push(Placed { column, left, width });
            left += width;
        }
        Self { cases, placed }
    }

    /// How many attributes there are.
    pub fn attributes(&self) -> usize {
        self.placed.len().saturating_sub(2)
    }

    /// How wide the column of names is, which stays in view.
    pub fn names(&self) -> f32 {
        self.placed.first().map_or(0.0, |column| column.width)
    }

    /// The size of all cells and heads.
    #[expect(clippy::cast_precision_loss, reason = "cases are few enough")]
    pub fn size(&self) -> egui::Vec2 {
        let wide = self.placed.last().map_or(0.0, |last| last.left + last.width);
        vec2(wide, HEAD + ROW * self.cases.len() as f32)
    }

    /// Where a row and a column cross, from the left upper corner of the table.
    #[expect(clippy::cast_precision_loss, reason = "cases are few enough")]
    pub fn rect(&self, row: usize, column: &Placed) -> egui::Rect {
        let at = pos2(column.left, HEAD + ROW * row as f32);
        egui::Rect::from_min_size(at, vec2(column.width, ROW))
    }

    /// The cell so many rows and columns away.
    pub fn beside(&self, cell: Cell, (right, down): (isize, isize)) -> Option<Cell> {
        let Cell::Of(case, column) = cell else { return None };
        let row = self.cases.iter().position(|known| *known == case)?.checked_add_signed(down)?;
        let across = self.placed.iter().position(|known| known.column == column)?.checked_add_signed(right)?;
        Some(Cell::Of(*self.cases.get(row)?, self.placed.get(across)?.column))
    }

    /// The next cell that can be typed in; after the last of a row comes the first of the next.
    pub fn after(&self, cell: Cell, step: isize) -> Option<Cell> {
        let typed = |column: &Column| *column != Column::Sources;
        let Cell::Of(case, column) = cell else { return None };
        let fields: Vec<Column> = self.placed.iter().map(|known| known.column).filter(typed).collect();
        let row = self.cases.iter().position(|known| *known == case)?;
        let at = row * fields.len() + fields.iter().position(|known| *known == column)?;
        let next = at.checked_add_signed(step)?;
        let case = self.cases.get(next / fields.len())?;
        Some(Cell::Of(*case, *fields.get(next % fields.len())?))
    }
}
