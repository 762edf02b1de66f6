//! A new turn: asked for at the place where it is to begin, with the speakers of the source to choose from.

use egui::{Id, Key, Popup, PopupCloseBehavior, RichText, Ui};

use super::Correcting;
use super::speakers::said_by;
use crate::journal::edit::{Edit, Speaking};
use crate::lang::correcting::CorrectingWords;
use crate::model::source::{Role, Source};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Selection;
use crate::ui::views::reader::keys::Open;
use crate::ui::views::reader::page::Page;
use crate::ui::views::reader::reader_id;
use crate::ui::widgets::controls;

/// A turn that is about to begin.
#[derive(Debug)]
pub(super) struct NewTurn {
    /// Where, on the page.
    at: u32,
    /// The speaker of the turn it is cut from.
    before: Option<u16>,
    name: String,
    fresh: bool,
}

impl NewTurn {
    /// A turn that is to begin at a place of the page.
    pub(super) fn at(source: &Source, at: u32) -> Self {
        let turn = source.turn_at(at).and_then(|turn| source.turns.get(turn));
        Self { at, before: turn.and_then(|turn| turn.speaker), name: String::new(), fresh: true }
    }
}

impl Correcting {
    /// Asks who speaks in a turn that is about to begin.
    pub(super) fn new_turn_ui(&mut self, cx: &Cx<'_>, ui: &Ui, (page, open): (&Page, &Open<'_>)) {
        let Some(turn) = &mut self.new_turn else { return };
        let blocks = page.blocks();
        let holds = |range: &std::ops::Range<u32>| range.start <= turn.at && turn.at <= range.end;
        let Some(placed) = open.seen.iter().find(|placed| holds(&blocks[placed.block].range)) else {
            self.new_turn = None;
            return;
        };
        let words = CorrectingWords::of(cx.language);
        let place = placed.caret(blocks, turn.at);
        let popup = Popup::new(Id::unique("a new turn"), ui.ctx().clone(), place, ui.layer_id());
        let (mut open_still, mut chosen) = (true, None);
        let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).open_bool(&mut open_still);
        popup.show(|ui| {
            ui.set_width(230.0);
            ui.label(RichText::new(words.who_speaks_now).font(fonts::small()).color(cx.palette.muted));
            // Most often somebody else begins to speak.
            let mut speakers: Vec<_> = open.source.speakers_here().collect();
            speakers.sort_by_key(|(number, _)| Some(*number) == turn.before);
            for (at, (number, speaker)) in speakers.into_iter().enumerate() {
                let button = ui.add(said_by(cx, &speaker.name, false));
                if at == 0 && turn.fresh {
                    button.request_focus();
                }
                if button.clicked() {
                    chosen = Some(Speaking::Known(number));
                }
            }
            ui.add_space(space::XS);
            let field = controls::field(ui, &mut turn.name, words.new_speaker);
            if open.source.speakers_here().next().is_none() && turn.fresh {
                field.request_focus();
            }
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if enter && !turn.name.trim().is_empty() {
                chosen = Some(Speaking::New { name: turn.name.trim().to_owned(), role: Role::Unknown });
            }
        });
        turn.fresh = false;
        let (at, fits) = (turn.at, open.text.len() > turn.at);
        if let Some(speaker) = chosen {
            let gap = open.text.slice(at, open.text.len().min(at.saturating_add(64)));
            let gap = gap.chars().take_while(|letter| letter.is_whitespace()).count();
            let begins = at + u32::try_from(gap).unwrap_or(0);
            let before = open.text.slice(0, at);
            let trailing = before.chars().rev().take_while(|letter| letter.is_whitespace()).count();
            let breaks = open.text.slice(at.saturating_sub(u32::try_from(trailing).unwrap_or(0)), begins);
            let own_line = breaks.contains('\n') || trailing == before.chars().count();
            let shift = if own_line { begins } else { begins - u32::try_from(breaks.chars().count()).unwrap_or(0) + 1 };
            self.send(cx);
            cx.send(Edit::BeginTurn { source: open.source.id, at, speaker });
            self.led = fits && !own_line;
            cx.send(Look::Select(Some(Selection::caret(shift))));
        } else if open_still {
            return;
        }
        self.new_turn = None;
        ui.memory_mut(|memory| memory.request_focus(reader_id()));
    }
}
