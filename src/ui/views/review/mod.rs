//! The room of review: a second coder goes through the codings of the first, by the keyboard alone.

mod card;
mod double;
mod queue;
mod result;

use egui::{Frame, Key, Margin, Modifiers, Panel, Popup, Ui};

use self::card::{Act, Card};
use self::double::Double;
use self::queue::{Order, Queue};
use self::result::Outcome;
use crate::analysis::review::Item;
use crate::journal::edit::Edit;
use crate::journal::edit::team::TeamEdit;
use crate::lang::reviewing::ReviewingWords;
use crate::lang::{fill, grouped};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::space;
use crate::ui::screen::{PaletteOpened, Purpose, Reviewing, Selection};
use crate::ui::views::reader::Reader;
use crate::ui::widgets::{empty, page, scope};

/// What is shown of the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// One coding after the other.
    #[default]
    Walk,
    /// What became of them.
    Result,
    /// What is coded twice, without seeing each other's work.
    Double,
}

/// The room's memory between frames.
#[derive(Default)]
pub struct Review {
    part: Part,
    order: Order,
    queue: Queue,
    card: Card,
    outcome: Outcome,
    double: Double,
}

impl Review {
    /// Sends what is half typed.
    pub fn flush(&mut self, cx: &Cx<'_>) {
        self.card.flush(cx);
        self.double.flush(cx);
    }

    /// Shows the room; the text is the reader's.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, reader: &mut Reader) {
        let words = ReviewingWords::of(cx.language);
        let Some(me) = cx.session.map(crate::session::Session::coder) else { return };
        if cx.project.sources().next().is_none() {
            return empty::no_source_ui(cx, ui);
        }
        let walks = self.part == Part::Walk;
        let items = self.queue.follow(cx, self.order, (me, walks));
        let reviewed = items.iter().filter(|item| item.judged.is_some()).count();
        let told = match self.part {
            Part::Walk if !items.is_empty() => {
                fill(words.progress, &[("n", &grouped(reviewed)), ("m", &grouped(items.len()))])
            }
            Part::Walk | Part::Result | Part::Double => String::new(),
        };
        page::head_ui(cx, ui, (words.review, &told), |ui| {
            let parts = [(Part::Walk, words.walk), (Part::Result, words.result), (Part::Double, words.double)];
            if let Some(part) = page::choices_ui(cx, ui, self.part, &parts) {
                self.part = part;
                self.queue.again();
                let walks = part == Part::Walk;
                cx.send(Look::Reviewing(if walks { Reviewing::Looking } else { Reviewing::Apart }));
            }
            if self.part == Part::Walk {
                let orders = [(Order::Source, words.by_source), (Order::Code, words.by_code)];
                if let Some(order) = page::choices_ui(cx, ui, self.order, &orders) {
                    self.order = order;
                }
            }
            match self.part {
                Part::Walk => scope::scope_ui(cx, ui),
                Part::Result => {
                    scope::scope_ui(cx, ui);
                    self.outcome.tools_ui(cx, ui);
                }
                Part::Double => self.double.tools_ui(cx, ui),
            }
        });
        match self.part {
            Part::Walk => self.walk_ui(cx, ui, reader, &items),
            Part::Result => self.outcome.ui(cx, ui),
            Part::Double => self.double.ui(cx, ui, reader),
        }
    }

    fn walk_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, reader: &mut Reader, items: &[Item]) {
        let words = ReviewingWords::of(cx.language);
        if items.is_empty() {
            return empty::invitation_ui(cx, ui, words.nothing_to_review, None);
        }
        let item = self.queue.at(items);
        let free = !ui.text_edit_focused() && cx.screen.palette.is_none() && !Popup::is_any_open(ui);
        if free {
            self.keys(cx, ui, (item, items));
        }
        let frame =
            Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 16, right: 12, top: 12, bottom: 8 });
        let act = if ui.available_width() >= space::VERY_NARROW {
            let panel = Panel::right("review card").default_size(324.0).size_range(260.0..=480.0);
            panel.frame(frame).show(ui, |ui| self.card_ui(cx, ui, (item, items))).inner
        } else {
            let tall = ui.available_height();
            let panel = Panel::bottom("review card below").default_size(tall * 0.45).size_range(140.0..=tall * 0.7);
            panel.frame(frame).show(ui, |ui| self.card_ui(cx, ui, (item, items))).inner
        };
        if let Some(act) = act {
            self.act(cx, act, (item, items));
        }
        reader.ui(cx, ui);
    }

    fn card_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (item, items): (Option<Item>, &[Item])) -> Option<Act> {
        let place = item.and_then(|item| items.iter().position(|other| other.coding.id == item.coding.id));
        self.card.ui(cx, ui, item, (place, items))
    }

    /// The keys of the room; they are used up, so that the reader does not take them for its own.
    fn keys(&mut self, cx: &Cx<'_>, ui: &Ui, (item, items): (Option<Item>, &[Item])) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let act = match cx.screen.reviewing {
            Reviewing::Looking if cx.screen.words().is_none() => {
                let words = ReviewingWords::of(cx.language);
                let named = Act::ALL.into_iter().find(|act| Key::from_name(act.key(words)).is_some_and(pressed));
                let step = || match (pressed(Key::ArrowRight), pressed(Key::ArrowLeft)) {
                    (true, _) => Some(Act::Next),
                    (_, true) => Some(Act::Previous),
                    _ => None,
                };
                named.or_else(step)
            }
            Reviewing::Looking | Reviewing::Apart => None,
            Reviewing::Bounds if pressed(Key::Enter) => Some(Act::TakeBounds),
            Reviewing::Bounds | Reviewing::Adding if pressed(Key::Escape) => Some(Act::GiveUp),
            Reviewing::Bounds | Reviewing::Adding => None,
        };
        if let Some(act) = act {
            self.act(cx, act, (item, items));
        }
    }

    fn act(&mut self, cx: &Cx<'_>, act: Act, (item, items): (Option<Item>, &[Item])) {
        match act {
            Act::Next => return self.queue.step(items, 1),
            Act::Previous => return self.queue.step(items, -1),
            Act::Result => {
                self.part = Part::Result;
                return cx.send(Look::Reviewing(Reviewing::Apart));
            }
            Act::GiveUp => {
                self.queue.again();
                return cx.send(Look::Reviewing(Reviewing::Looking));
            }
            _ => {}
        }
        let Some(coding) = item.and_then(|item| cx.project.coding(item.coding.id)) else { return };
        let id = coding.id;
        let draw = |what| {
            cx.send(Look::Select(Some(Selection::over(coding.span))));
            cx.send(Look::Reviewing(what));
        };
        match act {
            Act::Keep => cx.send(Edit::Team(TeamEdit::Keep { coding: id })),
            Act::Remove => cx.send(Edit::Team(TeamEdit::Remove { coding: id })),
            Act::Recode => {
                cx.send(Look::OpenPalette(PaletteOpened { typed: String::new(), purpose: Purpose::Recode(id) }));
            }
            Act::Bounds => draw(Reviewing::Bounds),
            Act::Add => draw(Reviewing::Adding),
            Act::Question => self.card.ask(id),
            Act::TakeBounds => {
                if let Some((_, span)) = cx.screen.words().filter(|(source, _)| *source == coding.source) {
                    cx.send(Edit::Team(TeamEdit::Rebound { coding: id, span }));
                    self.queue.again();
                }
                cx.send(Look::Reviewing(Reviewing::Looking));
            }
            Act::Next | Act::Previous | Act::Result | Act::GiveUp => {}
        }
    }
}
