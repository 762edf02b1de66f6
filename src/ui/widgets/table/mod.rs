//! A table of answers: only what is in view is laid out, columns are sorted, and every cell can be opened.

mod cells;
mod order;

use egui::{EventFilter, Key, Modifiers, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use self::cells::{Cells, Layout};
pub use self::order::{Sort, Way};
use crate::analysis::table::{Opens, Table};
use crate::lang::analyses::AnalysesWords;
use crate::lang::fill;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::widgets::controls;

/// How tall a row is.
const ROW: f32 = 27.0;

/// What was clicked.
#[derive(Clone, Debug, PartialEq)]
pub struct Clicked {
    /// What it opens.
    pub opens: Opens,
    /// The row and the column in words.
    pub name: String,
    /// The row and the column, where it is a cell of a table.
    pub at: Option<(usize, usize)>,
}

/// A table's memory between frames.
#[derive(Default)]
pub struct TableView {
    sort: Option<Sort>,
    rows: Derived<(u64, Option<Sort>), Vec<usize>>,
    layout: Derived<u64, Layout>,
    go: Option<(usize, usize)>,
    /// How far the table is to be scrolled.
    to: Option<f32>,
}

impl TableView {
    /// Another table: unsorted, from the top.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// The rows in the order in which they are shown.
    pub fn sorted(&self, cx: &Cx<'_>, table: &Table) -> Table {
        let rows = order::rows(table, self.sort, cx.language);
        let rows = rows.into_iter().filter_map(|row| table.rows.get(row).cloned()).collect();
        Table { title: table.title.clone(), columns: table.columns.clone(), rows }
    }

    /// Shows the table in all the space there is; `number` is another for another table. Gives what was clicked.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (table, number): (&Table, u64)) -> Option<Clicked> {
        if self.sort.is_some_and(|sort| sort.column >= table.columns.len()) {
            self.sort = None;
        }
        let rows = std::mem::take(self.rows.get((number, self.sort), || order::rows(table, self.sort, cx.language)));
        let layout = std::mem::take(self.layout.get(number, || Layout::of(ui, table, cx.language)));
        let rect = ui.available_rect_before_wrap();
        let whole = ui.interact(rect, ui.scope_id().with("table"), Sense::hover());
        whole.widget_info(|| WidgetInfo::labeled(egui::Role::Table, true, &table.title));
        let size = vec2(layout.width(), layout.head + ROW * real(rows.len()));
        let mut area = ScrollArea::both().auto_shrink(false).id_salt("rows of a table");
        if let Some(to) = self.to.take() {
            area = area.vertical_scroll_offset(to);
        }
        let scrolled = area.show_viewport(ui, |ui, view| {
            ui.set_min_size(size);
            let origin = ui.max_rect().min;
            let mut shown = Shown { cx, table, layout: &layout, rows: &rows, origin, view, sort: self.sort };
            let clicked = shown.body_ui(ui, &mut self.go);
            let sorted = shown.head_ui(ui);
            (clicked, sorted)
        });
        self.to = self.turned(ui, scrolled.state.clamped_offset().y, ((rect.height() - layout.head).max(ROW), size.y));
        let (clicked, of_head) = scrolled.inner;
        *self.rows.get((number, self.sort), Vec::new) = rows;
        *self.layout.get(number, Layout::default) = layout;
        match of_head {
            Some(OfHead::Sort(column)) => {
                self.sort = Sort::next(self.sort, column, table);
                None
            }
            Some(OfHead::Open(clicked)) => Some(clicked),
            None => clicked,
        }
    }

    /// How far the keys that go by pages scroll a table of some height, from where it is.
    fn turned(&self, ui: &Ui, from: f32, (page, tall): (f32, f32)) -> Option<f32> {
        if ui.text_edit_focused() || controls::floats(ui) {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let keys = [(Key::PageDown, from + page), (Key::PageUp, from - page), (Key::Home, 0.0), (Key::End, tall)];
        let to = keys.into_iter().find(|(key, _)| pressed(*key))?.1;
        ui.request_repaint();
        Some(to.clamp(0.0, (tall - page).max(0.0)))
    }
}

/// What was done to the head of a column.
enum OfHead {
    Sort(usize),
    Open(Clicked),
}

/// A table where it lies in the window, for one frame.
struct Shown<'a> {
    cx: &'a Cx<'a>,
    table: &'a Table,
    layout: &'a Layout,
    rows: &'a [usize],
    /// Where the first cell of the head would lie if nothing were scrolled.
    origin: egui::Pos2,
    /// What of the table is in view.
    view: Rect,
    sort: Option<Sort>,
}

impl Shown<'_> {
    fn rect(&self, place: usize, column: usize) -> Rect {
        let left = if column == 0 { self.view.left() } else { self.layout.left(column) };
        let corner = self.origin + vec2(left, self.layout.head + ROW * real(place));
        Rect::from_min_size(corner, vec2(self.layout.wide(column), ROW))
    }

    /// The columns in view, the first one last: it stays and lies over the others.
    fn columns(&self) -> impl Iterator<Item = usize> + use<'_> {
        let from = self.view.left() + self.layout.wide(0);
        let seen = move |column: &usize| {
            let left = self.layout.left(*column);
            left + self.layout.wide(*column) > from && left < self.view.right()
        };
        (1..self.table.columns.len()).filter(seen).chain(std::iter::once(0).filter(|_| !self.table.columns.is_empty()))
    }

    fn body_ui(&self, ui: &mut Ui, go: &mut Option<(usize, usize)>) -> Option<Clicked> {
        let cells = Cells { cx: self.cx, table: self.table, layout: self.layout, flat: self.sort.is_some() };
        let first = whole((self.view.top() / ROW).floor());
        let last = whole(((self.view.bottom() - self.layout.head) / ROW).ceil()).min(self.rows.len());
        let (mut clicked, mut wanted) = (None, None);
        let clip = ui.clip_rect();
        let pinned = self.origin + self.view.min.to_vec2() + vec2(self.layout.wide(0), self.layout.head);
        for column in self.columns() {
            let left = if column == 0 { clip.left() } else { pinned.x };
            ui.set_clip_rect(Rect::from_min_max(pos2(left, pinned.y), clip.max).intersect(clip));
            for place in first..last {
                let Some(row) = self.rows.get(place).copied() else { continue };
                let rect = self.rect(place, column);
                let response = cells.cell_ui(ui, rect, (row, column));
                if *go == Some((place, column)) {
                    response.request_focus();
                    *go = None;
                }
                if response.has_focus() {
                    wanted = self.moved(ui, &response, (place, column)).or(wanted);
                }
                if response.clicked() {
                    clicked = cells.opened(row, column);
                }
            }
        }
        ui.set_clip_rect(clip);
        if let Some((place, column)) = wanted {
            *go = wanted;
            // Neither under the head nor under the first column.
            let mut rect = self.rect(place, column);
            rect.min -= vec2(if column == 0 { 0.0 } else { self.layout.wide(0) }, self.layout.head);
            ui.scroll_to_rect(rect, None);
            ui.request_repaint();
        }
        clicked
    }

    /// Where the arrow keys go from a cell that has the keyboard.
    fn moved(&self, ui: &Ui, response: &Response, (place, column): (usize, usize)) -> Option<(usize, usize)> {
        let filter = EventFilter { tab: false, escape: false, horizontal_arrows: true, vertical_arrows: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let to = if pressed(Key::ArrowDown) {
            (place + 1, column)
        } else if pressed(Key::ArrowUp) {
            (place.checked_sub(1)?, column)
        } else if pressed(Key::ArrowRight) {
            (place, column + 1)
        } else if pressed(Key::ArrowLeft) {
            (place, column.checked_sub(1)?)
        } else {
            return None;
        };
        (to.0 < self.rows.len() && to.1 < self.table.columns.len()).then_some(to)
    }

    fn head_ui(&mut self, ui: &mut Ui) -> Option<OfHead> {
        let words = AnalysesWords::of(self.cx.language);
        let cells = Cells { cx: self.cx, table: self.table, layout: self.layout, flat: true };
        let clip = ui.clip_rect();
        let top = self.origin.y + self.view.top();
        let mut done = None;
        for column in self.columns() {
            let Some(head) = self.table.columns.get(column) else { continue };
            let left = if column == 0 { self.view.left() } else { self.layout.left(column) };
            let size = vec2(self.layout.wide(column), self.layout.head);
            let rect = Rect::from_min_size(pos2(self.origin.x + left, top), size);
            let from = if column == 0 { clip.left() } else { self.origin.x + self.view.left() + self.layout.wide(0) };
            ui.set_clip_rect(Rect::from_min_max(pos2(from, clip.top()), clip.max).intersect(clip));
            let sort = self.sort.filter(|sort| sort.column == column);
            let response = cells.head_ui(ui, rect, (column, sort));
            if response.clicked() {
                done = Some(OfHead::Sort(column));
            }
            if head.opens != Opens::Nothing {
                response.context_menu(|ui| {
                    if ui.button(words.read_column).clicked() {
                        done = Some(OfHead::Open(Clicked {
                            opens: head.opens.clone(),
                            name: head.name.clone(),
                            at: None,
                        }));
                    }
                });
            }
        }
        ui.set_clip_rect(clip);
        done
    }
}

/// A cell in words: its row, its column, and what stands there.
fn name(row: &str, column: &str, value: &str) -> String {
    let place = if row.is_empty() { column.to_owned() } else { format!("{row}, {column}") };
    fill("{name}: {value}", &[("name", &place), ("value", &value)])
}

#[expect(clippy::cast_precision_loss, reason = "a place in the window is as exact as its pixels")]
fn real(number: usize) -> f32 {
    number as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to the number of rows")]
fn whole(number: f32) -> usize {
    number.max(0.0) as usize
}
