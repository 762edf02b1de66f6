//! A new turn: asked for at the place where it is to begin, with the speakers of the source to choose from.

use egui::{Id, Key, Popup, PopupCloseBehavior, RichText, Ui};

use super::Correcting;
use super::speakers::said_by;
use crate::journal::edit::Edit;
use crate::journal::edit::turns::Speaking;
use crate::lang::correcting::CorrectingWords;
use crate::model::source::{Role, Source};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Selection;
use crate::ui::views::reader::keys::Open;
use crate::ui::views::reader::page::Page;
use crate::ui::views::reader::patch::scalars;
use crate::ui::views::reader::reader_id;
use crate::ui::widgets::controls;

/// What stands in a turn until its words are typed.
const TO_BE_TYPED: char = '…';

/// A turn that is about to begin.
#[derive(Debug)]
pub(super) struct NewTurn {
    /// Where, on the page; it stays behind its letter when others change the text.
    pub(super) at: u32,
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
        let at = turn.at;
        if let Some(speaker) = chosen {
            self.led = true;
            self.begin(cx, open, at, speaker);
        } else if open_still {
            return;
        }
        self.new_turn = None;
        ui.memory_mut(|memory| memory.request_focus(reader_id()));
    }

    /// Lets a turn begin, with the caret at its first word. Where there is none yet, a mark stands for what will be typed.
    fn begin(&mut self, cx: &Cx<'_>, open: &Open<'_>, at: u32, speaker: Speaking) {
        let (source, text) = (open.source.id, open.text);
        let line = text.line(text.line_of(at));
        if text.slice(at, line.end).trim().is_empty() && at > line.start {
            let words = format!("\n{TO_BE_TYPED}");
            cx.send(Edit::ReplaceText { source, start: line.end, end: line.end, words });
            cx.send(Edit::BeginTurn { source, at: line.end + 1, speaker });
            return cx.send(Look::Select(Some(Selection { anchor: line.end + 1, head: line.end + 2 })));
        }
        let blank = |words: &str| scalars(words) - scalars(words.trim_start());
        let begins = at + blank(text.slice(at, line.end));
        let own_line = text.slice(line.start, at).trim().is_empty();
        let before = text.slice(line.start, at);
        let kept = line.start + scalars(before.trim_end());
        cx.send(Edit::BeginTurn { source, at, speaker });
        // The blanks before a new line give way to the line break.
        cx.send(Look::Select(Some(Selection::caret(if own_line { begins } else { kept + 1 }))));
    }
}
