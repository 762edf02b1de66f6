//! The panel behind a figure: the table of two by two, every figure of it, what to know, and the segments.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align, Align2, Button, CentralPanel, CornerRadius, Frame, Galley, Margin, Panel, RichText, ScrollArea, Sense,
    Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::figures::{Behind, Side, Told, behind, row_of};
use crate::analysis::agreement::question::Question;
use crate::analysis::agreement::words;
use crate::analysis::answers::agreement::lines::name_of;
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Kind, Opens};
use crate::lang::agreeing::AgreeingWords;
use crate::lang::agreement::AgreementWords;
use crate::lang::{Language, fill, grouped};
use crate::model::agreement::Of;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::views::analyses::behind::{Behind as Segments, title_ui};
use crate::ui::widgets::table::Clicked;
use crate::ui::widgets::{controls, page};

/// What is behind depends on.
type Key = (u64, Scope, Question, Of, Language);

/// A row that is open.
#[derive(Clone, Debug)]
struct Opened {
    of: Of,
    name: String,
    /// Which of the sides is read; all of them where none was chosen.
    side: Option<usize>,
}

/// The panel's memory between frames.
#[derive(Default)]
pub(super) struct Detail {
    open: Option<Opened>,
    behind: Derived<Key, Option<Behind>>,
    segments: Segments,
    /// What of it is seen where there is no room for both.
    part: Part,
}

/// What is behind a figure, where it is seen one part at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Figures,
    Segments,
}

impl Detail {
    /// Opens what is behind a cell; a cell that counts segments of one side opens that side.
    pub(super) fn open(&mut self, cx: &Cx<'_>, question: &Question, clicked: &Clicked) {
        let Some((row, column)) = clicked.at else { return };
        let Some(of) = row_of(cx.project, &cx.screen.scope, question, row) else { return };
        let name = name_of(cx.project, of, cx.language);
        let side = question.side_of(column);
        self.part = if side.is_some() { Part::Segments } else { Part::Figures };
        self.open = Some(Opened { of, name, side });
        self.segments.close();
    }

    /// Closes the panel.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// Shows the panel beside the table, below it where it is narrow, and in its place where it is low as well; tells
    /// whether the table has any room left.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) -> bool {
        let Some(opened) = self.open.clone() else { return true };
        let key = (cx.project.revision(), cx.screen.scope.clone(), question.clone(), opened.of, cx.language);
        let (scope, of) = (&cx.screen.scope, opened.of);
        let known = self.behind.get(key, || behind(cx.project, scope, (question, of), cx.language)).clone();
        let Some(known) = known else {
            self.close();
            return true;
        };
        let mut room = true;
        let frame = Frame::new().fill(cx.palette.paper).inner_margin(Margin::ZERO);
        if ui.available_width() >= space::VERY_NARROW {
            let wide = ui.available_width();
            let panel = Panel::right("behind a figure").default_size(440.0).size_range(340.0..=(wide * 0.6).max(360.0));
            panel.frame(frame).show(ui, |ui| self.both_ui(cx, ui, (question, &opened, &known)));
        } else if ui.available_height() >= space::LOW {
            let tall = ui.available_height();
            let panel = Panel::bottom("below a figure").default_size(tall * 0.55).size_range(160.0..=tall * 0.8);
            panel.frame(frame).show(ui, |ui| self.part_ui(cx, ui, (question, &opened, &known)));
        } else {
            room = false;
            CentralPanel::no_frame().frame(frame).show(ui, |ui| self.part_ui(cx, ui, (question, &opened, &known)));
        }
        let free = !ui.text_edit_focused() && !controls::floats(ui);
        if free && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            self.close();
        }
        room
    }

    /// The figures, and the segments below them.
    fn both_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, of: (&Question, &Opened, &Behind)) {
        let tall = ui.available_height();
        let closed = head_ui(cx, ui, of.1);
        let side = of.1.side;
        self.figures_ui(cx, ui, of, tall * 0.64 - 40.0);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), Stroke::new(1.0, cx.palette.line));
        self.segments_ui(cx, ui, (of.2, side));
        if closed {
            self.close();
        }
    }

    /// The figures or the segments.
    fn part_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, of: (&Question, &Opened, &Behind)) {
        let words = AgreeingWords::of(cx.language);
        let closed = head_ui(cx, ui, of.1);
        Frame::new().inner_margin(Margin { left: 24, right: 16, top: 0, bottom: 4 }).show(ui, |ui| {
            let parts = [(Part::Figures, words.figures), (Part::Segments, words.segments)];
            if let Some(part) = page::choices_ui(cx, ui, self.part, &parts) {
                self.part = part;
            }
        });
        match self.part {
            Part::Figures => self.figures_ui(cx, ui, of, f32::INFINITY),
            Part::Segments => self.segments_ui(cx, ui, (of.2, of.1.side)),
        }
        if closed {
            self.close();
        }
    }

    /// The table of two by two, the figures, and what to know; a number of the table opens its segments.
    fn figures_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, of: (&Question, &Opened, &Behind), tall: f32) {
        let (question, opened, known) = of;
        let words = AgreeingWords::of(cx.language);
        let mut side = opened.side;
        let margin = Margin { left: 24, right: 16, top: 0, bottom: 8 };
        ScrollArea::vertical().max_height(tall).id_salt("figures behind").show(ui, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 6.0;
                section_ui(cx, ui, words.the_table);
                if let Some(chosen) = table_ui(cx, ui, (question, known, side)) {
                    side = if side == Some(chosen) { None } else { Some(chosen) };
                }
                section_ui(cx, ui, words.figures);
                figures_ui(cx, ui, &known.figures);
                if !known.warnings.is_empty() {
                    section_ui(cx, ui, words.heed);
                    for warning in &known.warnings {
                        let told = RichText::new(warning).font(fonts::small()).color(cx.palette.warn);
                        ui.add(egui::Label::new(told).wrap());
                    }
                }
            });
        });
        if side != opened.side
            && let Some(open) = &mut self.open
        {
            open.side = side;
            self.part = Part::Segments;
        }
    }

    /// The segments of a side, or of all.
    fn segments_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (known, side): (&Behind, Option<usize>)) {
        let words = AgreeingWords::of(cx.language);
        let name = side.and_then(|side| known.sides.get(side)).map_or(words.either, |side| side.name.as_str());
        let places = match side.and_then(|side| known.sides.get(side)) {
            Some(side) => side.places.clone(),
            None => {
                let mut all: Vec<_> = known.sides.iter().flat_map(|side| side.places.iter().copied()).collect();
                all.sort_unstable();
                all
            }
        };
        Frame::new().inner_margin(Margin { left: 24, right: 16, top: 10, bottom: 2 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            controls::section(cx, ui, words.segments, name);
        });
        let clicked = Clicked { opens: Opens::Spans(places.into()), name: name.to_owned(), at: None };
        self.segments.places_ui(cx, ui, &cx.screen.scope, &clicked);
    }
}

/// The name of what is opened; tells whether it is to be closed.
fn head_ui(cx: &Cx<'_>, ui: &mut Ui, opened: &Opened) -> bool {
    let margin = Margin { left: 24, right: 16, top: 8, bottom: 0 };
    Frame::new().inner_margin(margin).show(ui, |ui| title_ui(cx, ui, &opened.name)).inner
}

fn section_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str) {
    ui.add_space(space::XS);
    let title = ui.label(RichText::new(title).font(fonts::strong(12.0)).color(cx.palette.muted));
    ui.accesskit_node_builder(title.id, |node| node.set_role(egui::Role::Heading));
}

/// Shows the table behind the figures; gives the side that was pressed.
fn table_ui(cx: &Cx<'_>, ui: &mut Ui, (question, known, side): (&Question, &Behind, Option<usize>)) -> Option<usize> {
    if known.two && known.neither.is_some() {
        return two_by_two_ui(cx, ui, (question, known, side));
    }
    let words = AgreeingWords::of(cx.language);
    let mut pressed = None;
    ui.spacing_mut().item_spacing.y = 4.0;
    for (at, one) in known.sides.iter().enumerate() {
        ui.horizontal(|ui| {
            let width = (ui.available_width() * 0.55).max(120.0);
            label_ui(cx, ui, (&one.name, vec2(width, ROW)), Align2::LEFT_CENTER);
            if cell_ui(cx, ui, (one, ui.available_width(), side == Some(at))) {
                pressed = Some(at);
            }
        });
    }
    if let Some(neither) = known.neither {
        ui.horizontal(|ui| {
            let width = (ui.available_width() * 0.55).max(120.0);
            let nobody = AgreementWords::of(cx.language).nobody;
            label_ui(cx, ui, (nobody, vec2(width, ROW)), Align2::LEFT_CENTER);
            number_ui(cx, ui, (words.neither, neither, ui.available_width()));
        });
    }
    pressed
}

/// The table of two by two: a row for what the first has and has not, a column for the second.
fn two_by_two_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    (question, known, side): (&Question, &Behind, Option<usize>),
) -> Option<usize> {
    let words = AgreeingWords::of(cx.language);
    let [both, first, second] = known.sides.as_slice() else { return None };
    let neither = known.neither.unwrap_or_default();
    let name = |at: usize| {
        question.coders.get(at).map_or_else(String::new, |coder| words::coder_name(cx.project, *coder, cx.language))
    };
    let mut pressed = None;
    let width = ui.available_width();
    let cell = ((width - 24.0) * 0.21).clamp(56.0, 110.0);
    let rest = (width - 3.0 * cell - 24.0).max(80.0);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let heads = [fill(words.has, &[("name", &name(1))]), words.has_not.to_owned(), words.sum.to_owned()];
    let tall = heads.iter().map(|head| label(cx, ui, (head, cell), Align::Max).size().y).fold(ROW, f32::max);
    ui.horizontal(|ui| {
        ui.add_space(rest + ui.spacing().item_spacing.x);
        for head in &heads {
            label_ui(cx, ui, (head, vec2(cell, tall)), Align2::RIGHT_BOTTOM);
        }
    });
    ui.horizontal(|ui| {
        label_ui(cx, ui, (&fill(words.has, &[("name", &name(0))]), vec2(rest, ROW)), Align2::LEFT_CENTER);
        for (at, one) in [(0, both), (1, first)] {
            if cell_ui(cx, ui, (one, cell, side == Some(at))) {
                pressed = Some(at);
            }
        }
        number_ui(cx, ui, (words.sum, both.count + first.count, cell));
    });
    ui.horizontal(|ui| {
        label_ui(cx, ui, (words.has_not, vec2(rest, ROW)), Align2::LEFT_CENTER);
        if cell_ui(cx, ui, (second, cell, side == Some(2))) {
            pressed = Some(2);
        }
        number_ui(cx, ui, (words.neither, neither, cell));
        number_ui(cx, ui, (words.sum, second.count + neither, cell));
    });
    ui.horizontal(|ui| {
        label_ui(cx, ui, (words.sum, vec2(rest, ROW)), Align2::LEFT_CENTER);
        let all = both.count + first.count + second.count + neither;
        for count in [both.count + second.count, first.count + neither, all] {
            number_ui(cx, ui, (words.sum, count, cell));
        }
    });
    pressed
}

/// How tall a row of the table is.
const ROW: f32 = 30.0;

/// Words of the table over a few lines, none of them spread out.
fn label(cx: &Cx<'_>, ui: &Ui, (words, width): (&str, f32), align: Align) -> Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), fonts::small(), cx.palette.muted, width);
    job.halign = align;
    job.wrap.max_rows = 3;
    ui.painter().layout_job(job)
}

fn label_ui(cx: &Cx<'_>, ui: &mut Ui, (words, size): (&str, Vec2), align: Align2) {
    let galley = label(cx, ui, (words, size.x), align.x());
    let (rect, response) = ui.allocate_exact_size(vec2(size.x, size.y.max(galley.size().y)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
    let top = match align.y() {
        Align::Max => rect.bottom() - galley.size().y,
        _ => rect.center().y - galley.size().y / 2.0,
    };
    let left = if align.x() == Align::Max { rect.right() } else { rect.left() };
    let cut = galley.elided;
    ui.painter().galley(pos2(left, top), galley, cx.palette.muted);
    if cut {
        response.on_hover_text(words);
    }
}

/// A number of the table that can be read; tells whether it was pressed.
fn cell_ui(cx: &Cx<'_>, ui: &mut Ui, (side, width, chosen): (&Side, f32, bool)) -> bool {
    let fill_ink = if chosen { cx.palette.selection } else { cx.palette.hover };
    let words = RichText::new(grouped(usize::try_from(side.count).unwrap_or(usize::MAX))).font(fonts::strong(14.0));
    let button = Button::new(words).fill(fill_ink).stroke(Stroke::NONE).corner_radius(CornerRadius::same(4));
    let layout =
        egui::Layout::right_to_left(egui::Align::Center).with_main_justify(true).with_main_align(egui::Align::Max);
    let response = ui
        .allocate_ui_with_layout(vec2(width, ROW), layout, |ui| ui.add_enabled(!side.places.is_empty(), button))
        .inner;
    let told = fill(AgreeingWords::of(cx.language).cell, &[("name", &side.name), ("n", &side.count)]);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen, &told));
    response.clicked()
}

/// A number of the table behind which nothing is to be read.
fn number_ui(cx: &Cx<'_>, ui: &mut Ui, (name, count, width): (&str, u64, f32)) {
    let words = RichText::new(grouped(usize::try_from(count).unwrap_or(usize::MAX))).font(fonts::body());
    let layout =
        egui::Layout::left_to_right(egui::Align::Center).with_main_align(egui::Align::Max).with_main_justify(true);
    ui.allocate_ui_with_layout(vec2(width, ROW), layout, |ui| {
        ui.set_width(width);
        let label = ui.add(egui::Label::new(words.color(cx.palette.muted)).halign(egui::Align::Max));
        let told = fill(AgreeingWords::of(cx.language).cell, &[("name", &name), ("n", &count)]);
        label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
    });
}

/// Every figure with its interval; what it says stands where the pointer rests.
fn figures_ui(cx: &Cx<'_>, ui: &mut Ui, figures: &[Told]) {
    let words = AgreeingWords::of(cx.language);
    let shown = |told: &Told, number: f64| match told.percent {
        true => Cell::Share(number).shown(Kind::Share, cx.language),
        false => Cell::Real(number).shown(Kind::Real(3), cx.language),
    };
    ui.spacing_mut().interact_size.y = 20.0;
    egui::Grid::new("figures").num_columns(3).spacing(vec2(16.0, 4.0)).show(ui, |ui| {
        for told in figures {
            let name = ui.label(RichText::new(told.name).font(fonts::body()));
            name.on_hover_text(told.about);
            let (value, reason) = match told.figure {
                Ok(number) => (shown(told, number), None),
                Err(why) => (words.undefined.to_owned(), Some(words::undefined(why, cx.language))),
            };
            let ink = if reason.is_some() { cx.palette.muted } else { cx.palette.text };
            let value = ui.label(RichText::new(value).font(fonts::strong(14.0)).color(ink));
            if let Some(reason) = reason {
                value.on_hover_text(reason);
            }
            if let Some(interval) = told.interval {
                let between = [("low", &shown(told, interval.low)), ("high", &shown(told, interval.high))];
                let between = fill(words.interval, &[(between[0].0, between[0].1), (between[1].0, between[1].1)]);
                ui.label(RichText::new(between).font(fonts::small()).color(cx.palette.muted));
            } else {
                ui.label("");
            }
            ui.end_row();
        }
    });
    if let [only] = figures {
        ui.label(RichText::new(only.about).font(fonts::small()).color(cx.palette.muted));
    }
}
