//! Typing in a cell: Enter and Tab go on, Escape gives up.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Key, Rect, TextEdit, Ui, WidgetInfo};

use super::Cases;
use super::cell::{Cell, Column, name, shown, wish};
use super::columns::Columns;
use crate::journal::edit::decide;
use crate::lang::rooms::Rooms;
use crate::model::case::AttributeKind;
use crate::ui::cx::Cx;

/// How a cell is gone to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// It takes the keyboard, but nothing is typed yet.
    Look,
    /// With what it says.
    Whole,
    /// With nothing.
    Empty,
    /// With what was typed already.
    With(String),
}

/// What is being typed, and where.
#[derive(Clone, Debug)]
pub(super) struct Editing {
    /// Where.
    pub cell: Cell,
    /// The words so far.
    pub typed: String,
    fresh: bool,
}

impl Cases {
    /// Starts to type in a cell.
    pub fn start(&mut self, cx: &Cx<'_>, cell: Cell, start: Start) {
        if matches!(cell, Cell::Of(_, Column::Sources)) {
            return;
        }
        let typed = match start {
            Start::Look => return,
            Start::Whole => shown(cx.project, cx.language, cell),
            Start::Empty => String::new(),
            Start::With(typed) => typed,
        };
        if self.editing.as_ref().is_some_and(|editing| editing.cell != cell) {
            self.send(cx);
        }
        self.editing = Some(Editing { cell, typed, fresh: true });
    }

    /// Sends what is half typed, before the table goes away.
    pub fn flush(&mut self, cx: &Cx<'_>) {
        self.send(cx);
    }

    /// Sends what was typed; tells whether it can be done.
    fn send(&mut self, cx: &Cx<'_>) -> bool {
        let Some(editing) = self.editing.take() else { return true };
        if editing.cell == Cell::New && editing.typed.trim().is_empty() {
            return true;
        }
        let Some(edit) = wish(cx.project, cx.language, editing.cell, &editing.typed) else { return true };
        let coder = cx.session.map(crate::session::Session::coder);
        let able = coder.is_some_and(|coder| decide(cx.project, coder, &edit, &mut || 0).is_ok());
        cx.send(edit);
        able
    }

    /// Shows the field where a cell is being typed in.
    pub fn field_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, rect: Rect, columns: &Columns) {
        let Some(editing) = &mut self.editing else { return };
        let words = Rooms::of(cx.language);
        let cell = editing.cell;
        let label = name(cx.project, words, cell);
        let id = Id::unique("the cell that is typed in");
        if editing.fresh {
            forget_last_field(ui, id, &editing.typed);
        }
        let edit = TextEdit::singleline(&mut editing.typed).id(id).hint_text(hint(cx, words, cell));
        let edit = edit
            .margin(egui::vec2(if matches!(cell, Cell::Of(_, Column::Name) | Cell::New) { 21.0 } else { 9.0 }, 6.0))
            .desired_width(rect.width());
        let response = ui.place(rect.shrink2(egui::vec2(2.0, 1.0)), edit);
        let typed = editing.typed.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &typed, &typed, &label);
            info.label = Some(label.clone());
            info
        });
        if std::mem::take(&mut editing.fresh) {
            response.request_focus();
            response.scroll_to_me(None);
            return;
        }
        if !response.lost_focus() {
            return;
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let back = ui.input(|input| input.modifiers.shift);
        if pressed(Key::Escape) {
            self.editing = None;
            self.go = Some((cell, Start::Look));
        } else if pressed(Key::Enter) {
            let kept = editing.clone();
            if !self.send(cx) {
                // It is said in the status bar what is wrong; the words stay here to be mended.
                self.editing = Some(Editing { fresh: true, ..kept });
            } else if cell == Cell::New && !typed.trim().is_empty() {
                self.go = Some((Cell::New, Start::Empty));
            } else {
                self.go = columns.beside(cell, (0, 1)).or(Some(cell)).map(|cell| (cell, Start::Look));
            }
        } else if pressed(Key::Tab) {
            self.send(cx);
            self.go = columns.after(cell, if back { -1 } else { 1 }).map(|cell| (cell, Start::Whole));
        } else {
            self.send(cx);
        }
    }
}

/// The cells share one field: it starts with the caret at the end, and cannot undo into the cell before.
fn forget_last_field(ui: &Ui, id: Id, typed: &str) {
    let mut state = TextEditState::default();
    let end = CCursor::new(typed.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui, id);
}

/// What may be typed in a cell.
fn hint(cx: &Cx<'_>, words: &Rooms, cell: Cell) -> &'static str {
    let Cell::Of(_, Column::Value(attribute)) = cell else {
        return if cell == Cell::New { words.new_case_name } else { "" };
    };
    match cx.project.attribute(attribute).map(|known| known.kind) {
        Some(AttributeKind::Date) => words.hint_date,
        Some(AttributeKind::YesNo) => words.hint_yes_no,
        Some(AttributeKind::Number) => words.hint_number,
        Some(AttributeKind::Text) | None => "",
    }
}
