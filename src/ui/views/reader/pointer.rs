//! The pointer in the reader: selecting, dragging words to a code and a code to words, pulling at bounds.

use std::ops::Range;

use egui::{CursorIcon, DragAndDrop, Pos2, Rect, Response, Vec2};

use super::keys::Open;
use super::movement::{Bound, around, drawn};
use super::page::Page;
use crate::journal::edit::Edit;
use crate::model::id::CodingId;
use crate::model::span::Span;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::screen::{Selection, Unit};
use crate::ui::widgets::carried::Carried;

/// How long after a click the next one still counts as the same, in seconds.
const CLICK_TIME: f64 = 0.4;
/// How far a press may wander before it is a drag, in points.
const SLIP: f32 = 4.0;

/// What the pressed pointer is doing.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Drag {
    /// Draws a selection by units from where it began.
    Select(Unit, Range<u32>),
    /// Has pressed on selected words: will carry them, or put the caret there.
    Lift(Pos2),
    /// Pulls at a bound of a coding; where it is now.
    Pull(CodingId, Bound, Span),
    /// Has pressed on a bound: where, and how far that is from the letter it belongs to.
    Grab(Handle, Pos2),
}

/// The pointer's memory between frames.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    /// What it is doing.
    pub drag: Option<Drag>,
    clicks: u8,
    /// How far the pointer is from the middle of the bound it pulls at.
    grip: Vec2,
    last: Option<(f64, Pos2)>,
}

/// A bound of the selected coding that can be pulled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Handle {
    /// The coding.
    pub coding: CodingId,
    /// Its words.
    pub span: Span,
    /// Which bound.
    pub bound: Bound,
    /// Where it is on the screen.
    pub at: Rect,
}

impl Pointer {
    /// Answers what the pointer did over the text. Gives how many points to scroll because it left the page.
    pub(super) fn answer(
        &mut self,
        cx: &Cx<'_>,
        ui: &egui::Ui,
        response: &Response,
        page: &Page,
        open: &Open<'_>,
        handles: &[Handle],
    ) -> f32 {
        let Some(pos) = ui.input(|input| input.pointer.latest_pos()) else {
            return 0.0;
        };
        let (pressed, down, time, shift) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_pressed(), pointer.primary_down(), input.time, input.modifiers.shift)
        });
        // A quick hand, or a slow machine, may press, draw and release within one frame.
        let pressed_at = ui.input(pressed_at).filter(|_| pressed).unwrap_or(pos);
        let Some(at) = page.scalar_at(open.seen, pos) else { return 0.0 };
        let hover = response.contains_pointer();
        let on_handle = |pos| handles.iter().find(|handle| handle.at.expand(8.0).contains(pos));
        let over_handle = on_handle(pos).filter(|_| hover);
        if over_handle.is_some() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        } else if hover {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        // Names and stripes lie on the page: only a press on the page itself is for the text.
        let at_once = !down
            && response.rect.contains(pressed_at)
            && pressed_at.x < open.right
            && ui.layer_id_at(pressed_at) == Some(response.layer_id);
        let on_page = response.is_pointer_button_down_on() || response.clicked() || response.drag_stopped() || at_once;
        if pressed && on_page {
            response.request_focus();
            self.count(time, pressed_at);
            let from = page.scalar_at(open.seen, pressed_at).unwrap_or(at);
            match on_handle(pressed_at) {
                Some(handle) => self.drag = Some(Drag::Grab(*handle, pressed_at)),
                None => self.press(cx, open, (pressed_at, from), shift),
            }
        }
        if let Some(Drag::Grab(handle, from)) = self.drag
            && from.distance(pos) > SLIP
        {
            self.drag = Some(Drag::Pull(handle.coding, handle.bound, handle.span));
            self.grip = handle.at.center() - from;
        }
        if self.drag.is_some() {
            let pulled = matches!(self.drag, Some(Drag::Pull(..)));
            let letter = if pulled { page.scalar_at(open.seen, pos + self.grip).unwrap_or(at) } else { at };
            self.draw(cx, ui, open, (pos, letter));
        }
        if down {
            if matches!(self.drag, Some(Drag::Select(..) | Drag::Pull(..))) {
                return beyond(pos, response.rect);
            }
        } else if let Some(drag) = self.drag.take() {
            match drag {
                Drag::Lift(_) => cx.send(Look::Select(Some(Selection::caret(at)))),
                Drag::Pull(coding, _, span) => {
                    if cx.project.coding(coding).is_some_and(|known| known.span != span) {
                        cx.send(Edit::ResizeCoding { coding, span });
                    }
                }
                Drag::Select(..) | Drag::Grab(..) => {}
            }
        }
        0.0
    }

    fn count(&mut self, time: f64, pos: Pos2) {
        let again = self.last.is_some_and(|(then, place)| time - then < CLICK_TIME && place.distance(pos) < 6.0);
        self.clicks = if again { self.clicks % 4 + 1 } else { 1 };
        self.last = Some((time, pos));
    }

    fn press(&mut self, cx: &Cx<'_>, open: &Open<'_>, (pos, at): (Pos2, u32), shift: bool) {
        let selected = cx.screen.words().map(|(_, span)| span);
        if shift && let Some(selection) = cx.screen.selection {
            cx.send(Look::Select(Some(Selection { anchor: selection.anchor, head: at })));
            self.drag = Some(Drag::Select(Unit::Character, selection.anchor..selection.anchor));
            return;
        }
        if self.clicks == 1 && selected.is_some_and(|span| span.contains(at)) {
            self.drag = Some(Drag::Lift(pos));
            return;
        }
        let unit = [Unit::Character, Unit::Word, Unit::Sentence, Unit::Turn][usize::from(self.clicks.clamp(1, 4) - 1)];
        let range = around(open.source, open.text, at, unit);
        cx.send(Look::Select(Some(Selection { anchor: range.start, head: range.end })));
        self.drag = Some(Drag::Select(unit, range));
    }

    fn draw(&mut self, cx: &Cx<'_>, ui: &egui::Ui, open: &Open<'_>, (pos, at): (Pos2, u32)) {
        match &mut self.drag {
            Some(Drag::Select(unit, origin)) => {
                let to = around(open.source, open.text, at, *unit);
                let (anchor, head) = drawn(origin, &to);
                let selection = Selection { anchor, head };
                if cx.screen.selection != Some(selection) && (at != origin.start || origin.start < origin.end) {
                    cx.send(Look::Select(Some(selection)));
                }
            }
            Some(Drag::Lift(from)) if from.distance(pos) > SLIP => {
                if let Some((source, span)) = cx.screen.words() {
                    DragAndDrop::set_payload(ui, Carried::Words(source, span));
                }
                self.drag = None;
            }
            Some(Drag::Pull(_, bound, span)) => {
                let moved = match bound {
                    Bound::Start => Span::new(at, span.end()),
                    Bound::End => Span::new(span.start(), at),
                };
                *span = moved.unwrap_or(*span);
            }
            _ => {}
        }
    }
}

/// Where the pointer was when it was pressed in this frame.
fn pressed_at(input: &egui::InputState) -> Option<Pos2> {
    input.events.iter().find_map(|event| match event {
        egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed: true, .. } => Some(*pos),
        _ => None,
    })
}

/// How fast to scroll while the pressed pointer is above or below the page, in points a frame.
fn beyond(pos: Pos2, rect: Rect) -> f32 {
    let over = (pos.y - rect.bottom()).max(0.0) + (pos.y - rect.top()).min(0.0);
    (over * 0.3).clamp(-40.0, 40.0)
}

/// The words a code would be put on if it were dropped here: the selection if it lies there, else the sentence.
pub(super) fn drop_target(cx: &Cx<'_>, open: &Open<'_>, at: u32) -> Option<Span> {
    if let Some((source, span)) = cx.screen.words()
        && source == open.source.id
        && span.contains(at)
    {
        return Some(span);
    }
    let sentence = around(open.source, open.text, at, Unit::Sentence);
    Span::new(sentence.start, sentence.end)
}
