//! While both code by themselves: what is to be coded, how far one has come, and the unveiling.

use std::rc::Rc;

use egui::{Frame, Margin, RichText, ScrollArea, Ui, WidgetInfo};

use crate::journal::edit::Edit;
use crate::journal::edit::team::TeamEdit;
use crate::lang::double::DoubleWords;
use crate::lang::rooms::Rooms;
use crate::lang::team::TeamWords;
use crate::lang::{count, fill, grouped};
use crate::model::double_coding::DoubleCoding;
use crate::model::id::{RoundId, SourceId};
use crate::model::span::Span;
use crate::told;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Room;
use crate::ui::views::moments;
use crate::ui::widgets::controls;

/// More places than these are not listed; the reader marks all of them.
const LISTED: usize = 400;

/// A place to be coded, and how many codings one has made there.
type Place = (SourceId, Span, usize);

/// The memory of the wait between frames.
#[derive(Default)]
pub(super) struct Wait {
    sure: bool,
    places: Derived<(u64, RoundId), Rc<[Place]>>,
}

impl Wait {
    /// Shows a round that has not been unveiled.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, round: &DoubleCoding) {
        let words = DoubleWords::of(cx.language);
        let Some(me) = cx.session.map(crate::session::Session::coder) else { return };
        let places = Rc::clone(self.places.get((cx.project.revision(), round.id), || places(cx, round)));
        let takes_part = round.coders.contains(&me);
        let area = ScrollArea::vertical().id_salt("double coding goes on").auto_shrink([false, false]);
        area.show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 24, right: 24, top: 12, bottom: 24 }).show(ui, |ui| {
                ui.set_width(ui.available_width().min(720.0));
                ui.spacing_mut().item_spacing.y = 6.0;
                facts_ui(cx, ui, round);
                ui.add(egui::Label::new(words.plainly).wrap());
                let own: usize = places.iter().map(|(.., own)| own).sum();
                let told = match takes_part {
                    true => fill(words.yours, &[("n", &grouped(own))]),
                    false => words.not_yours.to_owned(),
                };
                ui.label(RichText::new(told).font(fonts::strong(14.0)));
                self.unveil_ui(cx, ui, round);
                controls::rule(cx, ui);
                controls::section(cx, ui, words.places, &grouped(places.len()));
                for (number, place) in places.iter().take(LISTED).enumerate() {
                    place_ui(cx, ui, number, place, takes_part);
                }
            });
        });
    }

    fn unveil_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, round: &DoubleCoding) {
        let words = DoubleWords::of(cx.language);
        if !self.sure {
            let button = ui.button(words.unveil);
            self.sure = button.on_hover_text(words.unveil_hint).clicked();
            return;
        }
        ui.label(words.unveil_sure);
        ui.horizontal(|ui| {
            if controls::primary(cx, ui, words.unveil).clicked() {
                cx.send(Edit::Team(TeamEdit::Unveil { round: round.id }));
                self.sure = false;
            }
            if ui.button(words.not_yet).clicked() {
                self.sure = false;
            }
        });
    }
}

/// Who codes what, and who began it when.
pub(super) fn facts_ui(cx: &Cx<'_>, ui: &mut Ui, round: &DoubleCoding) {
    let (words, rooms) = (DoubleWords::of(cx.language), Rooms::of(cx.language));
    let names = round.coders.iter().map(|coder| cx.project.coder_name(*coder)).collect();
    let coders = told::team::listed(names, TeamWords::of(cx.language));
    let phrase = if round.unveiled.is_none() { words.of_coders } else { words.of_coders_done };
    ui.label(RichText::new(fill(phrase, &[("coders", &coders)])).font(fonts::strong(16.0)));
    let places = round.places.values().map(Vec::len).sum::<usize>();
    let how = match round.drawn {
        Some(drawn) => fill(
            words.drawn,
            &[
                ("n", &grouped(places)),
                ("of", &grouped(drawn.of as usize)),
                ("percent", &drawn.percent),
                ("seed", &drawn.seed),
            ],
        ),
        None if round.places.keys().all(|source| is_whole(cx, round, *source)) => {
            count(places, words.one_text, words.many_texts)
        }
        None => fill(words.chosen, &[("n", &grouped(places))]),
    };
    let codes = match round.codes.len() {
        0 => words.all_codes.to_owned(),
        n => count(n, words.one_code, words.many_codes),
    };
    let who = cx.project.coder_name(round.begun_by);
    let begun = fill(words.begun, &[("who", &who), ("when", &moments::moment(cx.language, round.begun_ms))]);
    let sources = count(round.places.len(), rooms.one_source, rooms.many_sources);
    let line = [how, sources, codes, begun].join(" · ");
    ui.add(egui::Label::new(RichText::new(line).font(fonts::small()).color(cx.palette.muted)).wrap());
}

/// Tells whether all of a text is coded twice.
fn is_whole(cx: &Cx<'_>, round: &DoubleCoding, id: SourceId) -> bool {
    let spans = round.spans(cx.project, id);
    cx.project.source(id).is_some_and(|source| spans.first().copied() == Span::new(0, source.length))
}

fn places(cx: &Cx<'_>, round: &DoubleCoding) -> Rc<[Place]> {
    let me = cx.session.map(crate::session::Session::coder);
    let mut places = Vec::new();
    for source in cx.project.sources().filter(|source| round.places.contains_key(&source.id)) {
        let mut spans: Vec<Span> = round.places[&source.id].iter().filter_map(|at| source.resolve(*at)).collect();
        spans.sort_unstable();
        let own: Vec<Span> = cx
            .project
            .codings_in(source.id)
            .filter(|coding| Some(coding.coder) == me && round.has_code(coding.code))
            .map(|coding| coding.span)
            .collect();
        let count = |span: Span| own.iter().filter(|coding| coding.overlap(span).is_some()).count();
        places.extend(spans.into_iter().map(|span| (source.id, span, count(span))));
    }
    places.into()
}

fn place_ui(cx: &Cx<'_>, ui: &mut Ui, number: usize, (id, span, own): &Place, takes_part: bool) {
    let words = DoubleWords::of(cx.language);
    let Some(source) = cx.project.source(*id) else { return };
    let name = match source.turn_at(span.start()).filter(|_| !source.turns.is_empty()) {
        _ if span.len() == source.length => source.title.clone(),
        Some(turn) => fill(words.place, &[("source", &source.title), ("n", &(turn + 1))]),
        None => fill(words.place_in, &[("source", &source.title), ("n", &(span.start() + 1))]),
    };
    let begins: String = source.quote(*span).chars().take(90).collect();
    let begins = begins.replace('\n', " ");
    ui.push_id(number, |ui| {
        ui.horizontal(|ui| {
            let link = controls::link(cx, ui, &name);
            link.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &name));
            if link.clicked() {
                cx.send(Look::In(Room::Code));
                cx.send(Look::AtWords(*id, *span));
            }
            if takes_part && *own > 0 {
                let told = fill(words.coded_here, &[("n", &grouped(*own))]);
                ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.ok));
            }
            ui.add_space(space::XS);
            ui.add(egui::Label::new(RichText::new(begins).font(fonts::small()).color(cx.palette.muted)).truncate());
        });
    });
}
