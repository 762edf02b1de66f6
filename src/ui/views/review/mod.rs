//! The room of review: a second coder goes through the codings of the first, by the keyboard alone.

pub(in crate::ui) mod agreement;
mod card;
mod double;
mod queue;
mod result;

use egui::{Frame, Key, Margin, Modifiers, Panel, Ui};

use self::agreement::Agreement;
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
use crate::ui::reviewing::ReviewPart;
use crate::ui::screen::{PaletteOpened, Purpose, Reviewing, Selection};
use crate::ui::views::reader::Reader;
use crate::ui::widgets::{controls, empty, page, scope};

/// The room's memory between frames.
#[derive(Default)]
pub struct Review {
    part: ReviewPart,
    order: Order,
    queue: Queue,
    card: Card,
    outcome: Outcome,
    double: Double,
    pub(in crate::ui) agreement: Agreement,
}

impl Review {
    /// Sends what is half typed.
    pub fn flush(&mut self, cx: &Cx<'_>) {
        self.card.flush(cx);
        self.double.flush(cx);
        self.agreement.flush(cx);
    }

    /// Shows the room; the text is the reader's.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, reader: &mut Reader) {
        let words = ReviewingWords::of(cx.language);
        let Some(me) = cx.session.map(crate::session::Session::coder) else { return };
        if cx.project.sources().next().is_none() {
            return empty::no_source_ui(cx, ui);
        }
        if self.part != cx.screen.review {
            self.part = cx.screen.review;
            self.queue.again();
        }
        let walks = self.part == ReviewPart::Walk;
        let items = self.queue.follow(cx, self.order, (me, walks));
        let reviewed = items.iter().filter(|item| item.judged.is_some()).count();
        let told = match self.part {
            ReviewPart::Walk if !items.is_empty() => {
                fill(words.progress, &[("n", &grouped(reviewed)), ("m", &grouped(items.len()))])
            }
            _ => String::new(),
        };
        page::head_ui(cx, ui, (words.review, &told), |ui| {
            let parts = [
                (ReviewPart::Walk, words.walk),
                (ReviewPart::Result, words.result),
                (ReviewPart::Double, words.double),
                (ReviewPart::Agreement, words.agreement),
            ];
            if let Some(part) = page::choices_ui(cx, ui, self.part, &parts) {
                cx.send(Look::InReview(part));
            }
            if self.part == ReviewPart::Walk {
                let orders = [(Order::Source, words.by_source), (Order::Code, words.by_code)];
                if let Some(order) = page::choices_ui(cx, ui, self.order, &orders) {
                    self.order = order;
                }
            }
            match self.part {
                ReviewPart::Walk => scope::scope_ui(cx, ui),
                ReviewPart::Result => {
                    scope::scope_ui(cx, ui);
                    self.outcome.tools_ui(cx, ui);
                }
                ReviewPart::Double => self.double.tools_ui(cx, ui),
                ReviewPart::Agreement => self.agreement.tools_ui(cx, ui),
            }
        });
        match self.part {
            ReviewPart::Walk => self.walk_ui(cx, ui, reader, &items),
            ReviewPart::Result => self.outcome.ui(cx, ui),
            ReviewPart::Double => self.double.ui(cx, ui, reader),
            ReviewPart::Agreement => self.agreement.ui(cx, ui),
        }
    }

    fn walk_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, reader: &mut Reader, items: &[Item]) {
        let words = ReviewingWords::of(cx.language);
        if items.is_empty() {
            return empty::invitation_ui(cx, ui, words.nothing_to_review, None);
        }
        let item = self.queue.at(items);
        let free = !ui.text_edit_focused() && cx.screen.palette.is_none() && !controls::floats(ui);
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
            Act::Result => return cx.send(Look::InReview(ReviewPart::Result)),
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
