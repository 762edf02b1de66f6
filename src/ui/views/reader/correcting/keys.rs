//! The keyboard while the text is corrected: letters, deleting, the clipboard, new paragraphs, input methods.

use std::ops::Range;
use std::rc::Rc;
use std::time::Duration;

use egui::{Event, ImeEvent, Key, Modifiers, Ui};

use super::draft::{Draft, Goes};
use super::turns::NewTurn;
use super::{AT_LATEST, Correcting, PAUSE, Stroke};
use crate::journal::edit::{Edit, MAX_WORDS, Refusal};
use crate::model::source::Source;
use crate::text::bounds;
use crate::text::normal::normal;
use crate::told;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::screen::{Manner, Selection, Unit};
use crate::ui::views::reader::keys::{Open, Wanted, moved};
use crate::ui::views::reader::movement::{Way, step};
use crate::ui::views::reader::page::Page;
use crate::ui::views::reader::patch::scalars;
use crate::ui::views::reader::reader_id;
use crate::ui::views::reader::shown::Shown;

/// Words longer than this, in bytes, are said at once.
const MUCH: usize = 10_000;

/// The text while keys are answered one after the other.
struct Desk<'a> {
    shown: Rc<Shown>,
    caret: Selection,
    page: &'a Page,
    open: &'a Open<'a>,
}

impl Desk<'_> {
    fn selected(&self) -> Range<u32> {
        self.caret.anchor.min(self.caret.head)..self.caret.anchor.max(self.caret.head)
    }
}

impl Correcting {
    /// Answers what was typed since the last frame, and says what was typed before a pause.
    pub(in crate::ui::views::reader) fn answer(
        &mut self,
        cx: &Cx<'_>,
        ui: &Ui,
        page: &Page,
        (open, shown): (&Open<'_>, &Rc<Shown>),
        own_keys: bool,
    ) -> Vec<Wanted> {
        self.new_turn_ui(cx, ui, (page, open));
        if let (true, Some(caret)) = (own_keys, cx.screen.selection) {
            let mut desk = Desk { shown: Rc::clone(shown), caret, page, open };
            let events = ui.input(|input| input.events.clone());
            for event in &events {
                self.event(cx, ui, &mut desk, event);
            }
            if desk.caret != caret {
                cx.send(Look::Select(Some(desk.caret)));
                self.shows_caret = true;
            }
            place_candidates(ui, page, open, desk.caret.head);
            self.pause(cx, ui, Some(desk.caret));
        } else {
            let pressed = |key| own_keys && ui.input(|input| input.key_pressed(key));
            if pressed(Key::Escape) {
                cx.send(Look::Do(Manner::Coding));
            } else if [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown].into_iter().any(pressed) {
                let first = open.seen.first().map_or(0, |placed| page.blocks()[placed.block].range.start);
                cx.send(Look::Select(Some(Selection::caret(first))));
            }
            self.pause(cx, ui, cx.screen.selection);
        }
        scrolled(ui, open).filter(|_| own_keys).collect()
    }

    /// Says what was typed, after a pause or when the caret has left the paragraph.
    fn pause(&mut self, cx: &Cx<'_>, ui: &Ui, caret: Option<Selection>) {
        let Some(draft) = &self.draft else { return };
        let range = draft.range();
        let stays =
            caret.is_some_and(|caret| caret.span().is_none() && range.start <= caret.head && caret.head <= range.end);
        let now = ui.input(|input| input.time);
        let left = (PAUSE - (now - self.typed)).min(AT_LATEST - (now - self.since));
        if stays && (left > 0.0 || self.composing.is_some()) {
            ui.request_repaint_after(Duration::from_secs_f64(left.max(0.05)));
            return;
        }
        self.send(cx);
    }

    fn event(&mut self, cx: &Cx<'_>, ui: &Ui, desk: &mut Desk<'_>, event: &Event) {
        match event {
            Event::Text(words) if !words.is_empty() && words != "\n" && words != "\r" => {
                self.write(cx, ui, desk, words);
            }
            Event::Paste(words) => self.write(cx, ui, desk, words),
            Event::Copy | Event::Cut => {
                let range = desk.selected();
                if !range.is_empty() {
                    ui.copy_text(desk.shown.text.slice(range.start, range.end).to_owned());
                    if *event == Event::Cut {
                        self.replace(cx, ui, desk, &range, "");
                    }
                }
            }
            Event::Ime(ime) => self.compose(cx, ui, desk, ime),
            Event::Key { key, pressed: true, modifiers, .. } => self.press(cx, ui, desk, (*key, *modifiers)),
            _ => {}
        }
    }

    fn press(&mut self, cx: &Cx<'_>, ui: &Ui, desk: &mut Desk<'_>, (key, modifiers): (Key, Modifiers)) {
        let source = &desk.shown.source;
        match key {
            Key::Escape => cx.send(Look::Do(Manner::Coding)),
            Key::Enter if modifiers.command => {
                let at = desk.caret.head;
                desk.caret = Selection::caret(at);
                self.new_turn = Some(NewTurn::at(source, at));
            }
            Key::Enter if !modifiers.alt => {
                let range = desk.selected();
                self.replace(cx, ui, desk, &range, "\n");
            }
            Key::Backspace | Key::Delete if !desk.selected().is_empty() => {
                let range = desk.selected();
                self.replace(cx, ui, desk, &range, "");
            }
            Key::Backspace => self.delete(cx, ui, desk, (Way::Back, modifiers)),
            Key::Delete => self.delete(cx, ui, desk, (Way::Forth, modifiers)),
            Key::A if modifiers.command => {
                let text = &desk.shown.text;
                let paragraph = bounds::line_around(text, desk.caret.head);
                desk.caret = Selection { anchor: paragraph.start, head: paragraph.end };
            }
            _ if modifiers.alt => {}
            _ => {
                let open = Open { source, text: &desk.shown.text, ..*desk.open };
                if let Some(head) = moved(desk.page, &open, desk.caret.head, (key, modifiers)) {
                    let anchor = if modifiers.shift { desk.caret.anchor } else { head };
                    // An arrow without Shift goes to the end of what is selected, as everywhere.
                    let selected = desk.selected();
                    let head = match key {
                        Key::ArrowLeft if !modifiers.any() && !selected.is_empty() => selected.start,
                        Key::ArrowRight if !modifiers.any() && !selected.is_empty() => selected.end,
                        _ => head,
                    };
                    desk.caret = Selection { anchor: if modifiers.shift { anchor } else { head }, head };
                    self.stroke = None;
                }
            }
        }
    }

    /// Deletes a letter or a word; at the end of a paragraph it is joined with the next one.
    fn delete(&mut self, cx: &Cx<'_>, ui: &Ui, desk: &mut Desk<'_>, (way, modifiers): (Way, Modifiers)) {
        let (source, text) = (&desk.shown.source, &desk.shown.text);
        let at = desk.caret.head;
        let unit = if modifiers.command { Unit::Word } else { Unit::Character };
        let line = bounds::line_around(text, at);
        let edge = match way {
            Way::Back if at <= line.start => line.start.checked_sub(1),
            Way::Forth if at >= line.end => Some(line.end).filter(|end| *end < text.len()),
            _ => {
                let to = step(source, text, at, (unit, way)).clamp(line.start, line.end);
                let range = at.min(to)..at.max(to);
                return self.replace(cx, ui, desk, &range, "");
            }
        };
        if let Some(line_break) = edge {
            self.join(cx, ui, desk, line_break);
        }
    }

    /// Joins the paragraphs, or the turns, on both sides of a line break.
    fn join(&mut self, cx: &Cx<'_>, ui: &Ui, desk: &mut Desk<'_>, line_break: u32) {
        let (source, text) = (&desk.shown.source, &desk.shown.text);
        let behind = line_break + 1;
        let turn = source.turns.binary_search_by_key(&behind, |turn| turn.span.start()).ok().filter(|turn| *turn > 0);
        if let Some(turn) = turn {
            let end = source.turns.get(turn - 1).map_or(line_break, |before| before.span.end());
            if let Some(turn) = source.turn_key(turn) {
                let id = source.id;
                self.led = true;
                desk.caret = Selection::caret(end + 1);
                cx.send(Edit::JoinTurn { source: id, turn });
            }
            return;
        }
        let open = |at: u32| text.slice(at, at + 1).chars().next().is_none_or(char::is_whitespace);
        let spaced = line_break.checked_sub(1).is_none_or(open) || open(behind);
        self.replace(cx, ui, desk, &(line_break..behind), if spaced { "" } else { " " });
    }

    /// Writes words in place of what is selected.
    fn write(&mut self, cx: &Cx<'_>, ui: &Ui, desk: &mut Desk<'_>, words: &str) {
        let (words, _) = normal(words);
        if words.len() > MAX_WORDS {
            let refusal = Refusal::TooLong { bytes: words.len(), limit: MAX_WORDS };
            return cx.send(Look::Say(told::refusal::refusal(&refusal, cx.language)));
        }
        let range = desk.selected();
        self.replace(cx, ui, desk, &range, &words);
        if words.len() > MUCH {
            // So that several of these never become more than can be said at once.
            self.typed = f64::MIN;
        }
    }

    fn replace(&mut self, cx: &Cx<'_>, ui: &Ui, desk: &mut Desk<'_>, range: &Range<u32>, words: &str) {
        let (range, words, tail) = between_turns(&desk.shown.source, range, words);
        if range.is_empty() && words.is_empty() {
            desk.caret = Selection::caret(range.start);
            return;
        }
        let Some(base) = cx.project.source(desk.shown.source.id) else { return };
        if self.draft.is_none() {
            self.since = ui.input(|input| input.time);
            self.draft = Draft::new(base, &range, desk.caret);
        }
        let Some(draft) = &mut self.draft else { return };
        let stroke = if words.is_empty() { Stroke::Deleting(range.start) } else { Stroke::Letters(range.start) };
        let one = range.end - range.start <= 1;
        let goes = match (self.stroke, stroke) {
            (Some(Stroke::Letters(end)), Stroke::Letters(start)) if end == start && range.is_empty() => Goes::On,
            (Some(Stroke::Deleting(end)), Stroke::Deleting(start)) if one && (end == start || end == range.end) => {
                Goes::On
            }
            _ => Goes::Afresh,
        };
        let at = draft.write(&range, &words, (desk.caret, goes)) - tail;
        desk.caret = Selection::caret(at);
        // A blank ends a word, and with it a step of undo.
        self.stroke = match stroke {
            Stroke::Letters(_) if words.ends_with(char::is_whitespace) => None,
            Stroke::Letters(_) => Some(Stroke::Letters(at)),
            Stroke::Deleting(_) => Some(stroke),
        };
        self.typed = ui.input(|input| input.time);
        self.refused = false;
        self.edition += 1;
        let revision = cx.project.revision();
        if let Some(shown) = self.shown(revision, base) {
            self.made = Some(((revision, self.edition), Rc::clone(&shown)));
            desk.shown = shown;
        }
        ui.request_repaint();
    }

    /// What an input method composes stands in the text, underlined by being selected, until it is done.
    fn compose(&mut self, cx: &Cx<'_>, ui: &Ui, desk: &mut Desk<'_>, ime: &ImeEvent) {
        let composed = self.composing.clone();
        match ime {
            ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text) if text.is_empty() && composed.is_none() => {}
            ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text) if text == "\n" || text == "\r" => {}
            ImeEvent::Preedit { text, .. } => {
                let range = composed.unwrap_or_else(|| desk.selected());
                self.replace(cx, ui, desk, &range, text);
                let end = desk.caret.head;
                self.composing = (!text.is_empty()).then(|| end.saturating_sub(scalars(text))..end);
            }
            ImeEvent::Commit(text) => {
                let range = composed.unwrap_or_else(|| desk.selected());
                self.composing = None;
                self.replace(cx, ui, desk, &range, text);
            }
            ImeEvent::DeleteSurrounding { before_chars, after_chars } => {
                let count = |chars: usize| u32::try_from(chars).unwrap_or(0);
                let line = bounds::line_around(&desk.shown.text, desk.caret.head);
                let start = desk.caret.head.saturating_sub(count(*before_chars)).max(line.start);
                let end = (desk.caret.head + count(*after_chars)).min(line.end);
                self.replace(cx, ui, desk, &(start..end), "");
            }
            #[expect(deprecated, reason = "nobody sends them any more")]
            ImeEvent::Enabled | ImeEvent::Disabled => {}
        }
    }
}

/// What may be replaced so that nobody's words become another's: a range over several turns either takes whole turns, or
/// leaves a line break between what is left of the first and of the last. Gives also how far the caret stands before
/// the end of the words.
fn between_turns(source: &Source, range: &Range<u32>, words: &str) -> (Range<u32>, String, u32) {
    let as_it_is = (range.clone(), words.to_owned(), 0);
    let first = source.turns.partition_point(|turn| turn.span.start() <= range.start);
    let inside: Vec<_> = source.turns.iter().skip(first).take_while(|turn| turn.span.start() <= range.end).collect();
    let Some(last) = inside.last().filter(|_| !range.is_empty()) else { return as_it_is };
    let before = first.checked_sub(1).and_then(|before| source.turns.get(before));
    let whole_before = before.is_some_and(|turn| turn.span.start() == range.start);
    if last.span.start() == range.end {
        if whole_before && words.is_empty() {
            return as_it_is;
        }
        // The line break before a turn stays with that turn.
        let number = first + inside.len() - 1;
        let end =
            number.checked_sub(1).and_then(|before| source.turns.get(before)).map_or(range.end, |turn| turn.span.end());
        return between_turns(source, &(range.start..end.max(range.start)), words);
    }
    if whole_before || before.is_none() || last.span.end() <= range.end {
        return as_it_is;
    }
    (range.clone(), format!("{words}\n"), 1)
}

/// Tells the input method where it may show what can be chosen.
fn place_candidates(ui: &Ui, page: &Page, open: &Open<'_>, head: u32) {
    let blocks = page.blocks();
    let holds = |range: &Range<u32>| range.start <= head && head <= range.end;
    let Some(placed) = open.seen.iter().find(|placed| holds(&blocks[placed.block].range)) else { return };
    if !ui.memory(|memory| memory.owns_ime_events(reader_id())) {
        return;
    }
    let cursor_rect = placed.caret(blocks, head);
    ui.output_mut(|output| {
        output.ime = Some(egui::output::IMEOutput {
            purpose: egui::IMEPurpose::Normal,
            rect: cursor_rect,
            cursor_rect,
            should_interrupt_composition: false,
        });
    });
}

/// Whole pages up and down, which do not move the caret.
fn scrolled(ui: &Ui, open: &Open<'_>) -> impl Iterator<Item = Wanted> {
    let (down, up) = ui.input(|input| (input.key_pressed(Key::PageDown), input.key_pressed(Key::PageUp)));
    let by = open.height * 0.9;
    [down.then_some(Wanted::Scroll(by)), up.then_some(Wanted::Scroll(-by))].into_iter().flatten()
}
