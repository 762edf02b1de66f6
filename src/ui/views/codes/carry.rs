//! Carrying in the tree: a code to another place, words to a code, and moves from the keyboard.

use egui::{CornerRadius, CursorIcon, DragAndDrop, Rect, Response, Sense, Stroke, StrokeKind, Ui, vec2};

use super::put;
use crate::journal::edit::Edit;
use crate::journal::edit::places::Beside;
use crate::model::id::CodeId;
use crate::ui::cx::Cx;
use crate::ui::widgets::carried::Carried;

/// Where a carried code would go, seen from the row under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Landing {
    Before,
    Under,
    After,
}

fn landing(rect: Rect, y: f32) -> Landing {
    let share = (y - rect.top()) / rect.height();
    if share < 0.28 {
        Landing::Before
    } else if share > 0.72 {
        Landing::After
    } else {
        Landing::Under
    }
}

/// Shows where what is carried would land on this row, and lets it land.
pub(super) fn target_ui(cx: &Cx<'_>, ui: &Ui, response: &Response, code: CodeId) {
    let Some(carried) = DragAndDrop::payload::<Carried>(ui) else { return };
    let Some(pos) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let rect = response.rect;
    if !rect.contains(pos) || !ui.clip_rect().contains(pos) {
        return;
    }
    let edge = Stroke::new(2.0, cx.palette.accent);
    let released = ui.input(|input| input.pointer.any_released());
    match *carried {
        Carried::Words(source, span) => {
            ui.set_cursor_icon(CursorIcon::Copy);
            ui.painter().rect_stroke(rect, CornerRadius::same(4), edge, StrokeKind::Inside);
            if released {
                DragAndDrop::clear_payload(ui);
                cx.send(Edit::ApplyCode { code, source, span });
            }
        }
        Carried::Code(moved) if moved != code => {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            let landing = landing(rect, pos.y);
            let painter = ui.painter();
            match landing {
                Landing::Before => painter.hline(rect.x_range(), rect.top(), edge),
                Landing::After => painter.hline(rect.x_range(), rect.bottom(), edge),
                Landing::Under => painter.rect_stroke(rect, CornerRadius::same(4), edge, StrokeKind::Inside),
            };
            if released {
                DragAndDrop::clear_payload(ui);
                let parent = cx.project.codebook().code(code).and_then(|code| code.parent);
                match landing {
                    Landing::Before => put(cx, moved, parent, Beside::Before(code)),
                    Landing::After => put(cx, moved, parent, Beside::After(code)),
                    Landing::Under => put(cx, moved, Some(code), Beside::Last),
                }
            }
        }
        Carried::Code(_) => {}
    }
}

/// The empty room below the last row: a code dropped here goes to the top level.
pub(super) fn rest_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let size = vec2(ui.available_width(), ui.available_height().max(16.0));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let Some(carried) = DragAndDrop::payload::<Carried>(ui) else { return };
    let Carried::Code(moved) = *carried else { return };
    if !ui.input(|input| input.pointer.latest_pos()).is_some_and(|pos| rect.contains(pos)) {
        return;
    }
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(2.0, cx.palette.accent));
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui);
        put(cx, moved, None, Beside::Last);
    }
}

/// A step from the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nudge {
    /// Before the sibling above.
    Up,
    /// After the sibling below.
    Down,
    /// Out to the level of its parent, right after it.
    Out,
    /// Under the sibling above.
    In,
}

/// Moves the active code by one step.
pub(super) fn nudge(cx: &Cx<'_>, how: Nudge) {
    let codebook = cx.project.codebook();
    let Some(code) = cx.screen.active_code().and_then(|id| codebook.code(id)) else { return };
    let siblings = codebook.children(code.parent);
    let Some(at) = siblings.iter().position(|id| *id == code.id) else { return };
    let above = at.checked_sub(1).map(|at| siblings[at]);
    match how {
        Nudge::Up => above.into_iter().for_each(|above| put(cx, code.id, code.parent, Beside::Before(above))),
        Nudge::Down => {
            let below = siblings.get(at + 1).copied();
            below.into_iter().for_each(|below| put(cx, code.id, code.parent, Beside::After(below)));
        }
        Nudge::In => above.into_iter().for_each(|above| put(cx, code.id, Some(above), Beside::Last)),
        Nudge::Out => {
            if let Some(parent) = code.parent.and_then(|id| codebook.code(id)) {
                put(cx, code.id, parent.parent, Beside::After(parent.id));
            }
        }
    }
}
