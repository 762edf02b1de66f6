//! The table itself. The heads of the columns and the names of the cases stay in view while the rest scrolls.

use egui::style::ScrollAnimation;
use egui::{Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

use super::Cases;
use super::cell::{Cell, Column};
use super::columns::{Columns, HEAD, ROW};
use super::editing::Start;
use super::squares::cell_id;
use crate::ui::cx::Cx;
use crate::ui::look::space;

/// What is seen of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// What has to be added to a place in the table.
    pub origin: Vec2,
    /// The part of the window.
    pub rect: Rect,
    /// How wide the column is that stays.
    pub names: f32,
}

impl Seen {
    /// The part that scrolls both ways.
    fn body(&self) -> Rect {
        Rect::from_min_max(self.rect.min + vec2(self.names, HEAD), self.rect.max)
    }

    /// The part that scrolls up and down only.
    fn side(&self) -> Rect {
        Rect::from_min_max(self.rect.min + vec2(0.0, HEAD), pos2(self.rect.left() + self.names, self.rect.bottom()))
    }

    /// The part that scrolls sideways only.
    fn top(&self) -> Rect {
        Rect::from_min_max(self.rect.min + vec2(self.names, 0.0), pos2(self.rect.right(), self.rect.top() + HEAD))
    }

    /// Where a cell stands in the window; `None` for one that is gone.
    pub(super) fn place(&self, columns: &Columns, cell: Cell) -> Option<Rect> {
        let first = columns.placed.first()?;
        let (row, column) = match cell {
            Cell::Of(case, column) => (columns.cases.iter().position(|known| *known == case)?, column),
            Cell::New => (columns.cases.len(), Column::Name),
            Cell::Head(attribute) => {
                let column = columns.placed.iter().find(|known| known.column == Column::Value(attribute))?;
                let rect = Rect::from_min_size(pos2(column.left, 0.0), vec2(column.width, HEAD)).translate(self.origin);
                return Some(rect.translate(vec2(0.0, self.rect.top() - rect.top())));
            }
        };
        if column == Column::Name {
            let rect = columns.rect(row, first).translate(self.origin);
            return Some(rect.translate(vec2(self.rect.left() - rect.left(), 0.0)));
        }
        let column = columns.placed.iter().find(|known| known.column == column)?;
        Some(columns.rect(row, column).translate(self.origin))
    }

    /// The part of the window in which a cell may be drawn.
    fn clip(&self, cell: Cell) -> Rect {
        match cell {
            Cell::Of(_, Column::Name) | Cell::New => self.side(),
            Cell::Of(..) => self.body(),
            Cell::Head(_) => self.top(),
        }
    }

    /// The rows of the table that are in view.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row lies between 0 and the last")]
    fn rows(&self, columns: &Columns) -> std::ops::Range<usize> {
        let top = self.rect.top() - self.origin.y;
        let first = (top / ROW).floor().max(0.0) as usize;
        let last = ((top + self.rect.height()) / ROW).ceil().max(0.0) as usize;
        first.min(columns.cases.len())..last.min(columns.cases.len())
    }
}

impl Cases {
    /// Shows the table and answers the hand and the keys.
    pub(super) fn table_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, columns: &Columns) {
        let go = self.go.take();
        if let Some((cell, start)) = &go {
            if *start == Start::Look {
                ui.memory_mut(|memory| memory.request_focus(cell_id(*cell)));
            } else {
                self.start(cx, *cell, start.clone());
            }
        }
        ScrollArea::both().id_salt("cases").auto_shrink([false, false]).show_viewport(ui, |ui, viewport| {
            let wanted = columns.size() + vec2(space::XL, ROW * 2.0);
            let (_, whole) = ui.allocate_space(wanted.max(viewport.size()));
            let rect = Rect::from_min_size(whole.min + viewport.min.to_vec2(), viewport.size());
            let seen = Seen { origin: whole.min.to_vec2(), rect, names: columns.names() };
            if let Some(rect) = go.as_ref().and_then(|(cell, _)| seen.place(columns, *cell)) {
                let shown = Rect::from_min_max(rect.min - vec2(seen.names, HEAD), rect.max + vec2(0.0, 4.0));
                ui.scroll_to_rect_animation(shown, None, ScrollAnimation::none());
            }
            self.parts_ui(cx, ui, columns, &seen);
        });
        if self.go.is_some() {
            ui.request_repaint();
        }
    }

    fn parts_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, columns: &Columns, seen: &Seen) {
        let part = |ui: &mut Ui, name: &str, clip: Rect| {
            let mut part = ui.new_child(UiBuilder::new().id_salt(name).max_rect(clip));
            part.set_clip_rect(clip.intersect(ui.clip_rect()));
            part
        };
        let mut body = part(ui, "body", seen.body());
        for row in seen.rows(columns) {
            for column in columns.placed.iter().skip(1) {
                let cell = Cell::Of(columns.cases[row], column.column);
                self.square_ui(cx, &mut body, columns, seen, cell);
            }
        }
        let mut side = part(ui, "side", seen.side());
        for row in seen.rows(columns) {
            self.square_ui(cx, &mut side, columns, seen, Cell::Of(columns.cases[row], Column::Name));
        }
        let top = part(ui, "top", seen.top());
        top.painter().rect_filled(seen.top(), 0.0, cx.palette.panel);
        for column in columns.placed.iter().skip(1) {
            self.head_ui(cx, &top, seen, column);
        }
        let corner = Rect::from_min_max(seen.rect.min, seen.body().min);
        let corner_part = part(ui, "corner", corner);
        corner_part.painter().rect_filled(corner, 0.0, cx.palette.panel);
        if let Some(names) = columns.placed.first() {
            self.head_ui(cx, &corner_part, seen, names);
        }
        let line = Stroke::new(1.0, cx.palette.line);
        ui.painter().hline(seen.rect.x_range(), seen.rect.top() + HEAD, line);
        let bottom = (seen.origin.y + columns.size().y).min(seen.rect.bottom());
        ui.painter().vline(seen.rect.left() + seen.names, seen.rect.top()..=bottom, line);
        let Some(cell) = self.editing.as_ref().map(|editing| editing.cell) else { return };
        match seen.place(columns, cell) {
            Some(rect) => {
                let mut field = part(ui, "field", seen.clip(cell));
                self.field_ui(cx, &mut field, rect, columns);
            }
            // Somebody has deleted what was being named.
            None => self.editing = None,
        }
    }
}
