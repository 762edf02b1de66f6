//! What is typed over the text while nothing else has the keyboard: digits, letters and Enter put codes on words.

use egui::{Context, Event};

use crate::journal::edit::Edit;
use crate::ui::action::{Action, Look};
use crate::ui::app::App;
use crate::ui::commands::Command;
use crate::ui::screen::{Manner, Purpose, Reviewing, Room};
use crate::ui::views::reader::reader_id;

impl App {
    /// Digits apply recent codes; any other letter opens the palette; Enter applies the active code.
    pub(super) fn listen_for_codes(&mut self, ctx: &Context) {
        let busy = ctx.text_edit_focused() || self.screen.palette.is_some() || egui::Popup::is_any_open(ctx);
        let adding = self.screen.room == Room::Review && self.screen.reviewing == Reviewing::Adding;
        if busy || !(adding || matches!(self.screen.room, Room::Code | Room::Segments)) {
            return;
        }
        if ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F2)) {
            let in_text = ctx.memory(|memory| memory.has_focus(reader_id()));
            self.outbox.send(if in_text && self.screen.room == Room::Code {
                Action::Command(Command::Correct)
            } else {
                Look::Rename(self.screen.active_code()).into()
            });
        }
        if !(adding || self.screen.room == Room::Code) || self.screen.manner != Manner::Coding {
            return;
        }
        let typed: String = ctx.input(|input| {
            let text = |event: &Event| match event {
                Event::Text(text) if !input.modifiers.command => Some(text.clone()),
                _ => None,
            };
            input.events.iter().filter_map(text).collect()
        });
        let words = self.screen.words();
        if let (Some((source, span)), Some(digit)) = (words, typed.chars().next().and_then(|c| c.to_digit(10))) {
            if let Some(code) = (digit as usize).checked_sub(1).and_then(|at| self.screen.recent.get(at)) {
                self.outbox.send(Edit::ApplyCode { code: *code, source, span }.into());
            }
            return;
        }
        if !typed.trim().is_empty() {
            self.palette(typed.trim_start().to_owned(), Purpose::Apply);
            return;
        }
        self.listen_for_enter(ctx);
    }

    fn listen_for_enter(&mut self, ctx: &Context) {
        use egui::{Key, Modifiers};
        let in_tree = ctx.memory(|memory| memory.focused().is_some_and(|id| id != reader_id()));
        let Some((source, span)) = self.screen.words().filter(|_| !in_tree) else { return };
        let pressed = |modifiers| ctx.input_mut(|input| input.consume_key(modifiers, Key::Enter));
        if pressed(Modifiers::SHIFT) {
            self.palette(String::new(), Purpose::Apply);
            return;
        }
        let with_memo = pressed(Modifiers::ALT);
        if !with_memo && !pressed(Modifiers::NONE) {
            return;
        }
        match self.screen.active_code() {
            Some(code) => {
                self.outbox.send(Edit::ApplyCode { code, source, span }.into());
                if with_memo {
                    self.outbox.send(Look::WriteMemoOnLastCoding.into());
                }
            }
            None => self.palette(String::new(), Purpose::Apply),
        }
    }
}
