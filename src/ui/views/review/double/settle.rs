//! After the unveiling: how much is alike, and what is not, side by side in its context, settled by the keyboard.

use std::rc::Rc;

use egui::{Button, Frame, Key, Margin, Modifiers, Panel, ProgressBar, RichText, ScrollArea, Ui, WidgetInfo};

use super::wait::facts_ui;
use crate::analysis::Reach;
use crate::analysis::agreement::question::Question;
use crate::analysis::scope::Scope;
use crate::journal::edit::Edit;
use crate::journal::edit::team::{TeamEdit, Wanted};
use crate::lang::double::DoubleWords;
use crate::lang::reviewing::ReviewingWords;
use crate::lang::{fill, grouped};
use crate::model::double_coding::{Answer, DoubleCoding, Match, Settled, matches};
use crate::model::id::{CodeId, CoderId, CodingId, RoundId, SourceId};
use crate::model::layer::Layer;
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::told;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::reviewing::{Agreeing, ReviewPart};
use crate::ui::views::inspector::memo_card::MemoCard;
use crate::ui::views::inspector::quotes::quoted;
use crate::ui::views::moments;
use crate::ui::views::reader::Reader;
use crate::ui::widgets::{controls, empty, marks};

/// A disagreement with what was said about it last.
type Case = (Match, Option<Settled>);

/// What both have, and what of it is alike.
struct Compared {
    cases: Rc<[Case]>,
    alike: usize,
    all: usize,
}

/// The queue's memory between frames.
#[derive(Default)]
pub(super) struct Settle {
    compared: Derived<(u64, RoundId), Compared>,
    at: Option<(SourceId, CodeId, Span)>,
    shown: Option<(SourceId, CodeId, Span)>,
    was: Option<Settled>,
    /// Other bounds are being drawn.
    draws: bool,
    memo: MemoCard,
}

/// What one can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Count(Wanted),
    Draw,
    Take,
    GiveUp,
    Next,
    Previous,
}

impl Settle {
    /// Sends what is half typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        self.memo.flush(cx);
    }

    /// Shows a round that was unveiled.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, round: &DoubleCoding, reader: &mut Reader) {
        // What each has is compared, also while only what was agreed is shown.
        let Some(project) = cx.session.map(|session| session.project().as_ref()) else { return };
        let compared = self.compared.get((project.revision(), round.id), || compare(project, round));
        let (cases, alike, all) = (Rc::clone(&compared.cases), compared.alike, compared.all);
        self.follow(cx, &cases);
        let place = self.place(&cases);
        let free = !ui.text_edit_focused() && cx.screen.palette.is_none() && !controls::floats(ui);
        let pressed = if free { self.keys(cx, ui, round) } else { None };
        let frame =
            Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 16, right: 12, top: 12, bottom: 8 });
        let card = |ui: &mut Ui, settle: &mut Self| {
            let area = ScrollArea::vertical().id_salt("settle card").auto_shrink([false, false]);
            area.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 5.0;
                facts_ui(cx, ui, round);
                summary_ui(cx, ui, round, (&cases, alike, all));
                let one = place.and_then(|place| cases.get(place));
                one.and_then(|case| settle.case_ui(cx, ui, (project, round), (case, place, cases.len())))
            })
            .inner
        };
        let clicked = if ui.available_width() >= space::VERY_NARROW {
            let panel = Panel::right("settle").default_size(348.0).size_range(280.0..=520.0);
            panel.frame(frame).show(ui, |ui| card(ui, self)).inner
        } else {
            let tall = ui.available_height();
            let panel = Panel::bottom("settle below").default_size(tall * 0.5).size_range(140.0..=tall * 0.7);
            panel.frame(frame).show(ui, |ui| card(ui, self)).inner
        };
        if let Some(act) = pressed.or(clicked) {
            self.act(cx, act, round, &cases);
        }
        if cases.is_empty() {
            return empty::invitation_ui(cx, ui, DoubleWords::of(cx.language).no_disagreement, None);
        }
        reader.ui(cx, ui);
    }

    /// Goes on to the next that is open where this one was just settled, and shows it in the text.
    fn follow(&mut self, cx: &Cx<'_>, cases: &[Case]) {
        let open = |(_, settled): &Case| settled.is_none();
        match self.place(cases) {
            None => {
                let first = cases.iter().position(open).or((!cases.is_empty()).then_some(0));
                self.go_to(cases, first);
            }
            Some(place) => {
                let now = cases.get(place).and_then(|(_, settled)| *settled);
                if now != self.was {
                    self.was = now;
                    let next = (place + 1..cases.len()).chain(0..place).find(|at| cases.get(*at).is_some_and(open));
                    if now.is_some() && next.is_some() {
                        self.go_to(cases, next);
                    }
                }
            }
        }
        if self.shown != self.at {
            self.shown = self.at;
            self.draws = false;
            if let Some((source, _, span)) = self.at {
                cx.send(Look::AtWords(source, span));
            }
        }
    }

    fn place(&self, cases: &[Case]) -> Option<usize> {
        cases.iter().position(|(one, _)| Some((one.source, one.code, one.span)) == self.at)
    }

    fn go_to(&mut self, cases: &[Case], place: Option<usize>) {
        let case = place.and_then(|place| cases.get(place));
        self.at = case.map(|(one, _)| (one.source, one.code, one.span));
        self.was = case.and_then(|(_, settled)| *settled);
    }

    fn keys(&self, cx: &Cx<'_>, ui: &Ui, round: &DoubleCoding) -> Option<Act> {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if self.draws {
            let take = pressed(Key::Enter).then_some(Act::Take);
            return take.or_else(|| pressed(Key::Escape).then_some(Act::GiveUp));
        }
        let offered = offered(DoubleWords::of(cx.language), round);
        let named = offered.iter().find(|(_, key)| Key::from_name(key).is_some_and(pressed)).map(|(act, _)| *act);
        named.or_else(|| match (pressed(Key::ArrowRight), pressed(Key::ArrowLeft)) {
            (true, _) => Some(Act::Next),
            (_, true) => Some(Act::Previous),
            _ => None,
        })
    }

    fn act(&mut self, cx: &Cx<'_>, act: Act, round: &DoubleCoding, cases: &[Case]) {
        let Some(place) = self.place(cases) else { return };
        let Some((one, _)) = cases.get(place) else { return };
        let settle = |answer| {
            let (source, span, code) = (one.source, one.span, one.code);
            cx.send(Edit::Team(TeamEdit::Settle { round: round.id, source, span, code, answer }));
        };
        match act {
            Act::Count(answer) => settle(answer),
            Act::Draw => self.draws = true,
            Act::Take => {
                if let Some((_, span)) = cx.screen.words().filter(|(source, _)| *source == one.source) {
                    settle(Wanted::Bounds(span));
                }
                self.draws = false;
            }
            Act::GiveUp => (self.draws, self.shown) = (false, None),
            Act::Next if place + 1 < cases.len() => self.go_to(cases, Some(place + 1)),
            Act::Previous if place > 0 => self.go_to(cases, Some(place - 1)),
            Act::Next | Act::Previous => {}
        }
    }

    fn case_ui(
        &mut self,
        cx: &Cx<'_>,
        ui: &mut Ui,
        (project, round): (&Project, &DoubleCoding),
        ((one, settled), place, of): (&Case, Option<usize>, usize),
    ) -> Option<Act> {
        let (words, reviewing) = (DoubleWords::of(cx.language), ReviewingWords::of(cx.language));
        let mut act = None;
        controls::rule(cx, ui);
        ui.horizontal(|ui| {
            let at = place.map_or(0, |place| place + 1);
            let told = fill(words.place_of, &[("at", &grouped(at)), ("m", &grouped(of))]);
            ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                for (step, title) in [(Act::Next, reviewing.next), (Act::Previous, reviewing.previous)] {
                    if ui.add(Button::new(RichText::new(title).font(fonts::small()))).clicked() {
                        act = Some(step);
                    }
                }
            });
        });
        code_ui(cx, ui, one.code);
        for ((letter, coder), codings) in letters(round).zip(&one.codings) {
            side_ui(cx, ui, (project, letter, coder), codings);
        }
        if let Some(settled) = settled {
            let answer = told::team::answer(project, settled.answer, cx.language);
            let (who, when) = (project.coder_name(settled.by), moments::moment(cx.language, settled.made_ms));
            let told = fill(words.answered, &[("who", &who), ("when", &when), ("answer", &answer)]);
            let ink = if settled.answer == Answer::Discuss { cx.palette.warn } else { cx.palette.ok };
            ui.add(egui::Label::new(RichText::new(told).font(fonts::small()).color(ink)).wrap());
        }
        ui.add_space(space::XS);
        act = if self.draws { drawing_ui(cx, ui) } else { answers_ui(cx, ui, (project, round)) }.or(act);
        controls::rule(cx, ui);
        if let Some(coding) = one.codings.iter().flatten().next() {
            self.memo.ui(cx, ui, About::Coding(*coding));
        }
        act
    }
}

fn compare(project: &Project, round: &DoubleCoding) -> Compared {
    let all = matches(project, round);
    let alike = all.iter().filter(|one| one.agreed).count();
    let count = all.len();
    let unlike = all.into_iter().filter(|one| !one.agreed);
    let cases = unlike.map(|one| {
        let settled = one.answer(project, round).copied();
        (one, settled)
    });
    Compared { cases: cases.collect(), alike, all: count }
}

/// The coders of a round with their letters.
fn letters(round: &DoubleCoding) -> impl Iterator<Item = (char, CoderId)> {
    ('A'..='Z').zip(round.coders.iter().copied())
}

/// What can be answered, and with which key.
fn offered(words: &'static DoubleWords, round: &DoubleCoding) -> Vec<(Act, String)> {
    let own = letters(round).map(|(letter, coder)| (Act::Count(Wanted::Of(coder)), letter.to_string()));
    let rest = [
        (Act::Count(Wanted::All), words.key_both),
        (Act::Count(Wanted::Neither), words.key_neither),
        (Act::Draw, words.key_bounds),
        (Act::Count(Wanted::Discuss), words.key_discuss),
    ];
    own.chain(rest.map(|(act, key)| (act, key.to_owned()))).collect()
}

/// First how much is alike; then how far one has come with the rest.
fn summary_ui(cx: &Cx<'_>, ui: &mut Ui, round: &DoubleCoding, (cases, alike, all): (&[Case], usize, usize)) {
    let words = DoubleWords::of(cx.language);
    let told = fill(words.alike, &[("n", &grouped(alike)), ("m", &grouped(all))]);
    ui.label(RichText::new(told).font(fonts::strong(13.0)));
    if controls::link(cx, ui, words.agreement).clicked() {
        measure(cx, round);
    }
    let done = |(_, settled): &&Case| settled.is_some_and(|settled| settled.answer != Answer::Discuss);
    let settled = cases.iter().filter(done).count();
    if !cases.is_empty() {
        let told = fill(words.settled, &[("n", &grouped(settled)), ("m", &grouped(cases.len()))]);
        #[expect(clippy::cast_precision_loss, reason = "a bar is as exact as its pixels")]
        let share = settled as f32 / cases.len() as f32;
        let bar = ui.add(ProgressBar::new(share).desired_height(6.0).fill(cx.palette.accent));
        bar.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &told));
        ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
        if settled == cases.len() {
            ui.add(egui::Label::new(words.all_settled).wrap());
        }
    }
    let shows = cx.screen.scope.layer == Layer::Agreed;
    let (title, layer) = if shows { (words.show_each, Layer::Each) } else { (words.show_agreed, Layer::Agreed) };
    if controls::link(cx, ui, title).clicked() {
        let scope = Scope { layer, ..cx.screen.scope.clone() };
        cx.send(Look::Scope(Box::new(scope)));
    }
}

/// Goes to the agreement of these coders, on these words and codes.
fn measure(cx: &Cx<'_>, round: &DoubleCoding) {
    let question = Question { coders: round.coders.clone(), reach: Reach::Own, ..Question::default() };
    let (codes, rounds) = (round.codes.iter().copied().collect(), [round.id].into());
    let scope = Scope { codes, rounds, reach: Reach::Own, ..Scope::all() };
    cx.send(Look::Scope(Box::new(scope)));
    cx.send(Look::Agreement(Box::new(Agreeing { question, saved: None })));
    cx.send(Look::InReview(ReviewPart::Agreement));
}

fn code_ui(cx: &Cx<'_>, ui: &mut Ui, id: CodeId) {
    let codebook = cx.project.codebook();
    let Some(code) = codebook.code(id) else { return };
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(14.0, 24.0), egui::Sense::hover());
        marks::swatch(ui.painter(), rect.center(), cx.palette.shade(codebook.hue(id)));
        ui.add(egui::Label::new(RichText::new(&code.name).font(fonts::strong(16.0))).wrap());
    });
    if !code.description.is_empty() {
        ui.label(RichText::new(&code.description).font(fonts::small()).color(cx.palette.muted));
    }
}

/// What one coder has.
fn side_ui(cx: &Cx<'_>, ui: &mut Ui, (project, letter, coder): (&Project, char, CoderId), codings: &[CodingId]) {
    let words = DoubleWords::of(cx.language);
    let frame = Frame::new().fill(cx.palette.hover).corner_radius(6).inner_margin(8);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let known = project.coder(coder);
        ui.horizontal(|ui| {
            if let Some(known) = known {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(22.0, 22.0), egui::Sense::hover());
                let initials = known.initials();
                let sign = (initials.as_str(), cx.palette.hue(known.hue), cx.palette.paper);
                marks::coder(ui.painter(), rect.center(), sign);
            }
            let name = project.coder_name(coder);
            let side = fill(words.side, &[("letter", &letter), ("coder", &name)]);
            ui.label(RichText::new(side).font(fonts::strong(13.0)));
        });
        for coding in codings.iter().filter_map(|id| project.coding(*id)) {
            let quote: String = project.quote(coding).chars().take(400).collect();
            ui.label(RichText::new(quoted(cx.language, &quote)).font(fonts::reading(13.5)));
        }
        if codings.is_empty() {
            ui.label(RichText::new(words.not_coded).font(fonts::small()).color(cx.palette.muted));
        }
    });
}

fn answers_ui(cx: &Cx<'_>, ui: &mut Ui, (project, round): (&Project, &DoubleCoding)) -> Option<Act> {
    let words = DoubleWords::of(cx.language);
    let mut chosen = None;
    for (act, key) in offered(words, round) {
        let title = match act {
            Act::Count(Wanted::Of(coder)) => {
                fill(words.counts_of, &[("letter", &key), ("coder", &project.coder_name(coder))])
            }
            Act::Count(Wanted::All) => words.both.to_owned(),
            Act::Count(Wanted::Neither) => words.neither.to_owned(),
            Act::Count(_) => words.discuss.to_owned(),
            _ => words.bounds.to_owned(),
        };
        let response = ui.add_sized([ui.available_width(), 28.0], Button::new(&title).shortcut_text(&key));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &title));
        if response.clicked() {
            chosen = Some(act);
        }
    }
    chosen
}

fn drawing_ui(cx: &Cx<'_>, ui: &mut Ui) -> Option<Act> {
    let (words, reviewing) = (DoubleWords::of(cx.language), ReviewingWords::of(cx.language));
    ui.add(egui::Label::new(words.drawing).wrap());
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for (act, title, key) in [(Act::Take, reviewing.take_bounds, "Enter"), (Act::GiveUp, reviewing.give_up, "Esc")]
        {
            let button = ui.add(Button::new(title).shortcut_text(key));
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, title));
            if button.clicked() {
                chosen = Some(act);
            }
        }
    });
    chosen
}
