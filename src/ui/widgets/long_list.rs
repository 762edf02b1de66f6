//! A list of very many rows, each as tall as it needs to be.
//!
//! Only the rows in view are ever laid out: the list knows which row stands first and how far it is scrolled out, so
//! a million rows cost no more than a hundred.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::ui::cx::Cx;
use crate::ui::widgets::controls;

/// How wide the scroll bar's groove is; it lies over the rows, which keep a margin there.
const GROOVE: f32 = 12.0;

/// The rows of a list.
pub trait Rows {
    /// What the list is, for screen readers.
    fn name(&self) -> &str;

    /// How many rows there are.
    fn count(&self) -> usize;

    /// How tall a row is at a width.
    fn height(&self, ui: &Ui, row: usize, width: f32) -> f32;

    /// The heading that a row stands under; the row itself for a heading. Headings stay in view and are not chosen.
    fn heading(&self, row: usize) -> Option<usize>;

    /// Shows a row and answers what is done to it.
    fn show(&self, ui: &mut Ui, row: usize, rect: Rect, response: &Response);
}

/// Where a list is scrolled to.
#[derive(Debug, Default)]
pub struct LongList {
    first: usize,
    out: f32,
}

/// Which way the arrow keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// A list in the space it has for one frame.
struct Laid<'a> {
    rows: &'a dyn Rows,
    page: Rect,
    id: Id,
}

impl Laid<'_> {
    fn height(&self, ui: &Ui, row: usize) -> f32 {
        self.rows.height(ui, row, self.page.width()).max(1.0)
    }

    fn row_id(&self, row: usize) -> Id {
        self.id.with(row)
    }

    /// The nearest row after or before that can be chosen.
    fn next(&self, row: usize, way: Way) -> Option<usize> {
        let chosen = |row: &usize| self.rows.heading(*row) != Some(*row);
        match way {
            Way::Up => (0..row).rev().find(chosen),
            Way::Down => (row + 1..self.rows.count()).find(chosen),
        }
    }

    /// How much of the page the heading covers that stays in view.
    fn pinned(&self, ui: &Ui, list: &LongList) -> Option<(usize, f32)> {
        let heading = self.rows.heading(list.first)?;
        (heading != list.first || list.out > 0.0).then(|| (heading, self.height(ui, heading)))
    }
}

impl LongList {
    /// Back to the first row.
    pub fn to_the_top(&mut self) {
        *self = Self::default();
    }

    /// Shows the list in all the space there is.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, rows: &dyn Rows) {
        let rect = ui.available_rect_before_wrap();
        let (id, _) = ui.allocate_space(rect.size());
        let list = ui.interact(rect, id, Sense::hover());
        list.widget_info(|| WidgetInfo::labeled(egui::Role::List, true, rows.name()));
        let laid = Laid { rows, page: rect, id };
        if rows.count() == 0 {
            return self.to_the_top();
        }
        if self.first >= rows.count() {
            (self.first, self.out) = (rows.count() - 1, 0.0);
        }
        self.scroll_by_hand(ui, &laid, rect);
        self.settle(ui, &laid);
        let seen = self.rows_ui(ui, &laid);
        self.bar_ui(cx, ui, &laid, (rect, seen));
    }

    /// The wheel, and the keys that go by pages.
    fn scroll_by_hand(&mut self, ui: &Ui, laid: &Laid<'_>, rect: Rect) {
        if ui.rect_contains_pointer(rect) {
            let (delta, ctrl) = ui.input(|input| (input.smooth_scroll_delta().y, input.modifiers.command));
            if !ctrl {
                self.scroll(ui, laid, -delta);
            }
        }
        if ui.text_edit_focused() || controls::floats(ui) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::PageDown) {
            self.scroll(ui, laid, laid.page.height() * 0.9);
        } else if pressed(Key::PageUp) {
            self.scroll(ui, laid, -laid.page.height() * 0.9);
        } else if pressed(Key::Home) {
            self.to_the_top();
        } else if pressed(Key::End) {
            (self.first, self.out) = (laid.rows.count() - 1, 0.0);
        }
    }

    fn scroll(&mut self, ui: &Ui, laid: &Laid<'_>, by: f32) {
        self.out += by;
        while self.out < 0.0 && self.first > 0 {
            self.first -= 1;
            self.out += laid.height(ui, self.first);
        }
        self.out = self.out.max(0.0);
        while self.first + 1 < laid.rows.count() {
            let height = laid.height(ui, self.first);
            if self.out < height {
                break;
            }
            self.out -= height;
            self.first += 1;
        }
    }

    /// Leaves no empty space below the last row, where there are rows above to fill it.
    fn settle(&mut self, ui: &Ui, laid: &Laid<'_>) {
        let mut bottom = -self.out;
        for row in self.first..laid.rows.count() {
            bottom += laid.height(ui, row);
            if bottom >= laid.page.height() {
                return;
            }
        }
        self.scroll(ui, laid, bottom - laid.page.height());
    }

    /// Shows the rows in view; gives how many they are.
    fn rows_ui(&mut self, ui: &mut Ui, laid: &Laid<'_>) -> usize {
        let pinned = laid.pinned(ui, self);
        let mut seen = laid.page;
        let mut inner = ui.new_child(UiBuilder::new().max_rect(laid.page));
        if let Some((heading, height)) = pinned {
            let rect = Rect::from_min_size(laid.page.min, vec2(laid.page.width(), height));
            inner.set_clip_rect(rect.intersect(ui.clip_rect()));
            let response = inner.interact(rect, laid.id.with("heading that stays"), Sense::hover());
            laid.rows.show(&mut inner, heading, rect, &response);
            seen.min.y += height;
        }
        inner.set_clip_rect(seen.intersect(ui.clip_rect()));
        let mut top = laid.page.top() - self.out;
        let mut count = 0;
        let mut go = None;
        for row in self.first..laid.rows.count() {
            let height = laid.height(ui, row);
            let rect = Rect::from_min_size(pos2(laid.page.left(), top), vec2(laid.page.width(), height));
            top += height;
            count += 1;
            if rect.bottom() > seen.top() {
                let heads = laid.rows.heading(row) == Some(row);
                let sense = if heads { Sense::hover() } else { Sense::click() };
                let response = inner.interact(rect, laid.row_id(row), sense);
                laid.rows.show(&mut inner, row, rect, &response);
                if response.has_focus() {
                    go = moved(&inner, &response).and_then(|way| laid.next(row, way)).or(go);
                }
            }
            if top >= laid.page.bottom() {
                break;
            }
        }
        if let Some(row) = go {
            ui.memory_mut(|memory| memory.request_focus(laid.row_id(row)));
            self.bring_into_view(ui, laid, row);
        }
        count
    }

    fn bring_into_view(&mut self, ui: &Ui, laid: &Laid<'_>, row: usize) {
        let above = laid.rows.heading(row).map_or(0.0, |heading| laid.height(ui, heading));
        let top = if row >= self.first {
            (self.first..row).map(|row| laid.height(ui, row)).sum::<f32>() - self.out
        } else {
            -(row..self.first).map(|row| laid.height(ui, row)).sum::<f32>() - self.out
        };
        let bottom = top + laid.height(ui, row);
        if top < above {
            self.scroll(ui, laid, top - above);
        } else if bottom > laid.page.height() {
            self.scroll(ui, laid, (bottom - laid.page.height()).min(top - above));
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a scroll bar is as exact as its pixels")]
    fn bar_ui(&mut self, cx: &Cx<'_>, ui: &Ui, laid: &Laid<'_>, (rect, seen): (Rect, usize)) {
        let total = laid.rows.count() as f32;
        let rest = total - seen.saturating_sub(1) as f32;
        if seen >= laid.rows.count() && self.first == 0 && self.out == 0.0 {
            return;
        }
        let corner = pos2(rect.right() - GROOVE, rect.top() + 2.0);
        let groove = Rect::from_min_max(corner, rect.max - vec2(0.0, 2.0));
        let length = (groove.height() * seen as f32 / total).clamp(28.0, groove.height().max(28.0));
        let room = (groove.height() - length).max(1.0);
        let response = ui.interact(groove, laid.id.with("scroll bar"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ScrollBar, true, cx.say.scroll_bar));
        if let Some(at) = response.interact_pointer_pos() {
            let share = ((at.y - groove.top() - length / 2.0) / room).clamp(0.0, 1.0);
            let wanted = (share * rest).min(total - 1.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to the number of rows")]
            let first = wanted as usize;
            self.first = first;
            self.out = wanted.fract() * laid.height(ui, first);
            self.settle(ui, laid);
        }
        let passed = (self.first as f32 + self.out / laid.height(ui, self.first)) / rest.max(1.0);
        let top = groove.top() + room * passed.clamp(0.0, 1.0);
        let thumb = Rect::from_min_size(pos2(groove.left() + 3.0, top), vec2(6.0, length));
        let ink = if response.hovered() || response.dragged() { cx.palette.muted } else { cx.palette.line };
        ui.painter().rect(thumb, 3.0, ink, Stroke::NONE, egui::StrokeKind::Inside);
    }
}

/// Where the arrow keys go from a row that has the keyboard.
fn moved(ui: &Ui, response: &Response) -> Option<Way> {
    let filter = EventFilter { tab: false, escape: false, horizontal_arrows: false, vertical_arrows: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        Some(Way::Down)
    } else if pressed(Key::ArrowUp) {
        Some(Way::Up)
    } else {
        None
    }
}
