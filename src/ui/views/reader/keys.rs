//! The keyboard in the reader: caret, selection, and the bounds of the selected coding.

use egui::{Event, Key, Modifiers};

use super::movement::{Bound, Way, around, nudged, step};
use super::page::{Page, Placed};
use crate::journal::edit::Edit;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::indexed::IndexedText;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::screen::{Selection, Unit};

/// What a key press wants of the page itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wanted {
    /// Nothing.
    Nothing,
    /// Scroll by so many points.
    Scroll(f32),
    /// Show where the caret went.
    Reveal(u32),
}

/// The open text, as keys and pointer need it.
pub(super) struct Open<'a> {
    /// The source.
    pub source: &'a Source,
    /// Its words.
    pub text: &'a IndexedText,
    /// What is seen of it.
    pub seen: &'a [Placed],
    /// How tall the page is.
    pub height: f32,
    /// Where the words end and the stripes begin.
    pub right: f32,
}

/// Answers every key that was pressed since the last frame.
pub(super) fn answer(cx: &Cx<'_>, ui: &egui::Ui, page: &Page, open: &Open<'_>) -> Vec<Wanted> {
    let presses: Vec<(Key, Modifiers)> = ui.input(|input| {
        let press = |event: &Event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
            _ => None,
        };
        input.events.iter().filter_map(press).collect()
    });
    let copies = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
    if copies && let Some((_, span)) = cx.screen.words() {
        ui.copy_text(open.source.quote(span).to_owned());
    }
    presses.into_iter().map(|(key, modifiers)| press(cx, page, open, (key, modifiers))).collect()
}

/// Selects the first turn that begins in view, or the one that fills the page.
pub(super) fn select_turn(cx: &Cx<'_>, page: &Page, open: &Open<'_>, rect: egui::Rect) {
    let words = |placed: &&Placed| {
        let block = &page.blocks()[placed.block];
        !block.hidden && !block.range.is_empty()
    };
    let begins = |placed: &&Placed| placed.origin.y >= rect.top();
    let seen = || open.seen.iter().filter(words);
    let Some(first) = seen().find(begins).or_else(|| seen().next()) else { return };
    let turn = around(open.source, open.text, page.blocks()[first.block].range.start, Unit::Turn);
    if let Some(span) = Span::new(turn.start, turn.end) {
        cx.send(Look::Select(Some(Selection::over(span))));
    }
}

fn press(cx: &Cx<'_>, page: &Page, open: &Open<'_>, (key, modifiers): (Key, Modifiers)) -> Wanted {
    if modifiers.alt {
        nudge(cx, open, key, modifiers);
        return Wanted::Nothing;
    }
    let line = 40.0;
    let caret = cx.screen.selection;
    match (key, caret) {
        (Key::Escape, _) => {
            // First the words are let go of, then the coding or the code: what comes next begins afresh.
            let gone = if cx.screen.words().is_some() { Look::Select(None) } else { Look::AtSourceCard };
            cx.send(gone);
            Wanted::Nothing
        }
        (Key::F8, _) => next_coding(cx, page, open, if modifiers.shift { Way::Back } else { Way::Forth }),
        (Key::PageDown, _) => Wanted::Scroll(open.height * 0.9),
        (Key::PageUp, _) => Wanted::Scroll(-open.height * 0.9),
        (Key::ArrowDown, None) => Wanted::Scroll(line),
        (Key::ArrowUp, None) => Wanted::Scroll(-line),
        (Key::Home, None) if modifiers.command => Wanted::Scroll(f32::MIN / 4.0),
        (Key::End, None) if modifiers.command => Wanted::Scroll(f32::MAX / 4.0),
        (Key::ArrowLeft | Key::ArrowRight, None) => {
            let first = open.seen.first().map_or(0, |placed| page.blocks()[placed.block].range.start);
            cx.send(Look::Select(Some(Selection::caret(first))));
            Wanted::Reveal(first)
        }
        (_, Some(selection)) => {
            let Some(head) = moved(page, open, selection.head, (key, modifiers)) else {
                return Wanted::Nothing;
            };
            let anchor = if modifiers.shift { selection.anchor } else { head };
            cx.send(Look::Select(Some(Selection { anchor, head })));
            Wanted::Reveal(head)
        }
        _ => Wanted::Nothing,
    }
}

/// Where the caret goes; `None` when the key does not move it.
pub(super) fn moved(page: &Page, open: &Open<'_>, head: u32, (key, modifiers): (Key, Modifiers)) -> Option<u32> {
    let unit = if modifiers.command { Unit::Word } else { Unit::Character };
    let (source, text) = (open.source, open.text);
    Some(match key {
        Key::ArrowLeft => step(source, text, head, (unit, Way::Back)),
        Key::ArrowRight => step(source, text, head, (unit, Way::Forth)),
        Key::ArrowUp if modifiers.command => step(source, text, head, (Unit::Turn, Way::Back)),
        Key::ArrowDown if modifiers.command => step(source, text, head, (Unit::Turn, Way::Forth)),
        Key::ArrowUp => row(page, open, head, Way::Back),
        Key::ArrowDown => row(page, open, head, Way::Forth),
        Key::Home if modifiers.command => 0,
        Key::End if modifiers.command => text.len(),
        Key::Home => row_end(page, open, head, Way::Back),
        Key::End => row_end(page, open, head, Way::Forth),
        Key::A if modifiers.command => return None,
        _ => return None,
    })
}

/// The place one row up or down; one line of the text where the caret is not in view.
fn row(page: &Page, open: &Open<'_>, head: u32, way: Way) -> u32 {
    let blocks = page.blocks();
    let holds = |placed: &&Placed| blocks[placed.block].range.start <= head && head <= blocks[placed.block].range.end;
    let Some(at) = open.seen.iter().position(|placed| holds(&placed)) else {
        return step(open.source, open.text, head, (Unit::Sentence, way));
    };
    let placed = &open.seen[at];
    let caret = placed.caret(blocks, head);
    let bottom = placed.origin.y + placed.galley.size().y;
    let (other, y) = match way {
        Way::Back if caret.top() - 1.0 > placed.origin.y => (Some(placed), caret.top() - 1.0),
        Way::Forth if caret.bottom() + 1.0 < bottom => (Some(placed), caret.bottom() + 1.0),
        Way::Back => {
            let above = at.checked_sub(1).and_then(|at| open.seen.get(at));
            (above, above.map_or(0.0, |above| above.origin.y + above.galley.size().y - 1.0))
        }
        Way::Forth => {
            let below = open.seen.get(at + 1);
            (below, below.map_or(0.0, |below| below.origin.y + 1.0))
        }
    };
    match other {
        Some(placed) => {
            let seen = std::slice::from_ref(placed);
            page.scalar_at(seen, egui::pos2(caret.center().x, y)).unwrap_or(head)
        }
        None => {
            let line = open.text.line_of(head);
            match way {
                Way::Back => open.text.line(line.saturating_sub(1)).start,
                Way::Forth => open.text.line(line + 1).start,
            }
        }
    }
}

fn row_end(page: &Page, open: &Open<'_>, head: u32, way: Way) -> u32 {
    let blocks = page.blocks();
    let holds = |placed: &&Placed| blocks[placed.block].range.start <= head && head <= blocks[placed.block].range.end;
    let Some(placed) = open.seen.iter().find(holds) else {
        let line = open.text.line(open.text.line_of(head));
        return if way == Way::Back { line.start } else { line.end };
    };
    let x = if way == Way::Back { f32::MIN / 4.0 } else { f32::MAX / 4.0 };
    let y = placed.caret(blocks, head).center().y;
    page.scalar_at(std::slice::from_ref(placed), egui::pos2(x, y)).unwrap_or(head)
}

/// Alt with arrows moves the end of the selected coding, with Shift its start; Ctrl goes by words, up and down by
/// sentences. With no coding selected the selected words get other bounds in the same way.
fn nudge(cx: &Cx<'_>, open: &Open<'_>, key: Key, modifiers: Modifiers) {
    let by_word = if modifiers.command { Unit::Word } else { Unit::Character };
    let (unit, way) = match key {
        Key::ArrowLeft => (by_word, Way::Back),
        Key::ArrowRight => (by_word, Way::Forth),
        Key::ArrowUp => (Unit::Sentence, Way::Back),
        Key::ArrowDown => (Unit::Sentence, Way::Forth),
        _ => return,
    };
    let bound = if modifiers.shift { Bound::Start } else { Bound::End };
    let coding = cx.screen.coding.and_then(|id| cx.project.coding(id));
    if let Some(coding) = coding.filter(|coding| coding.source == open.source.id) {
        if let Some(span) = nudged(open.source, open.text, coding.span, (bound, unit, way)) {
            cx.send(Edit::ResizeCoding { coding: coding.id, span });
        }
    } else if let Some((_, span)) = cx.screen.words()
        && let Some(span) = nudged(open.source, open.text, span, (bound, unit, way))
    {
        cx.send(Look::Select(Some(Selection::over(span))));
    }
}

/// The next coding in the order of the text, or the one before.
fn next_coding(cx: &Cx<'_>, page: &Page, open: &Open<'_>, way: Way) -> Wanted {
    let codings: Vec<_> =
        cx.project.codings_in(open.source.id).map(|coding| (coding.id, coding.span.start())).collect();
    let now = cx.screen.coding.and_then(|id| codings.iter().position(|(known, _)| *known == id));
    let seen = open.seen.first().map_or(0, |placed| page.blocks()[placed.block].range.start);
    let from = cx.screen.selection.map_or(seen, |selection| selection.head);
    let next = match (way, now) {
        (Way::Forth, Some(now)) => codings.get(now + 1),
        (Way::Back, Some(now)) => now.checked_sub(1).and_then(|at| codings.get(at)),
        (Way::Forth, None) => codings.iter().find(|(_, start)| *start >= from),
        (Way::Back, None) => codings.iter().rev().find(|(_, start)| *start < from),
    };
    let Some((id, start)) = next else { return Wanted::Nothing };
    cx.send(Look::AtCoding(*id));
    Wanted::Reveal(*start)
}
