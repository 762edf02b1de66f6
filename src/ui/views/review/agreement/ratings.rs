//! Ratings: which attribute of cases was rated, what each coder said of each case, and one's own ratings, given without
//! seeing those of others.

use std::collections::BTreeMap;

use egui::{Frame, Margin, Panel, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::analysis::agreement::question::Question;
use crate::analysis::agreement::values::{attribute, cases};
use crate::analysis::answers::agreement::ratings::{asked, pairs_table};
use crate::analysis::scope::Scope;
use crate::analysis::table::Table;
use crate::journal::edit::Edit;
use crate::journal::edit::agreement::AgreementEdit;
use crate::lang::agreeing::AgreeingWords;
use crate::lang::{Language, fill};
use crate::model::case::{Attribute, AttributeKind};
use crate::model::id::{AttributeId, CaseId};
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::views::analyses::chips::pick_ui;
use crate::ui::widgets::table::TableView;
use crate::ui::widgets::{controls, page};

/// How tall a case is in the list of one's own ratings.
const ROW: f32 = 32.0;

/// What is shown beside the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Beside {
    /// What everybody said.
    #[default]
    All,
    /// One's own, to be given.
    Own,
}

/// What the table of everybody's ratings depends on.
type Key = (u64, Scope, Question, Language);

/// The memory of ratings between frames.
#[derive(Default)]
pub(super) struct Ratings {
    beside: Beside,
    /// Whether they are what is seen, where there is no room for the figures as well.
    alone: bool,
    pairs: Derived<Key, Option<(Table, u64)>>,
    number: u64,
    table: TableView,
    typed: BTreeMap<(CaseId, AttributeId), String>,
}

/// The attribute that is asked for.
pub(super) fn rated<'p>(cx: &Cx<'p>, question: &Question) -> Option<&'p Attribute> {
    attribute(cx.project, &cx.screen.scope, question.attribute)
}

/// The attribute, and the order of its words.
pub(super) fn chips_ui(cx: &Cx<'_>, ui: &mut Ui, question: &mut Question) {
    let words = AgreeingWords::of(cx.language);
    let Some(now) = rated(cx, question) else { return };
    let known = cx.project.attributes();
    let choices: Vec<(Option<AttributeId>, &str)> =
        known.iter().map(|attribute| (Some(attribute.id), attribute.name.as_str())).collect();
    let mut chosen = Some(now.id);
    pick_ui(cx, ui, words.attribute, &mut chosen, &choices);
    if chosen != Some(now.id) {
        (question.attribute, question.scale) = (chosen, Vec::new());
    }
    if now.kind == AttributeKind::Text {
        let mut order = question.scale.join(",");
        let edit = TextEdit::singleline(&mut order).hint_text(words.order_hint).desired_width(240.0);
        let field = ui.add(edit.margin(vec2(8.0, 4.0))).on_hover_text(words.order_about);
        field.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, words.order);
            info.label = Some(words.order.to_owned());
            info
        });
        if field.changed() {
            question.scale = if order.is_empty() { Vec::new() } else { order.split(',').map(str::to_owned).collect() };
        }
    }
}

impl Ratings {
    /// Shows what is behind the figures, beside them or below, or in their place where it is low as well; tells whether
    /// the figures have any room left.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) -> bool {
        let frame = Frame::new().fill(cx.palette.paper).inner_margin(Margin::ZERO);
        if ui.available_width() >= space::VERY_NARROW {
            let wide = ui.available_width();
            let panel = Panel::right("ratings").default_size(440.0).size_range(300.0..=(wide * 0.6).max(320.0));
            panel.frame(frame).show(ui, |ui| self.inner_ui(cx, ui, question));
        } else if ui.available_height() >= space::LOW {
            let tall = ui.available_height();
            let panel = Panel::bottom("ratings below").default_size(tall * 0.5).size_range(140.0..=tall * 0.7);
            panel.frame(frame).show(ui, |ui| self.inner_ui(cx, ui, question));
        } else {
            return self.alone_ui(cx, ui, question);
        }
        true
    }

    /// The figures, everybody's ratings, or one's own.
    fn alone_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) -> bool {
        let words = AgreeingWords::of(cx.language);
        Frame::new().inner_margin(Margin { left: 24, right: 16, top: 0, bottom: 8 }).show(ui, |ui| {
            let ways = [
                (None, words.figures),
                (Some(Beside::All), words.ratings_of_all),
                (Some(Beside::Own), words.ratings_own),
            ];
            let now = self.alone.then_some(self.beside);
            if let Some(chosen) = page::choices_ui(cx, ui, now, &ways) {
                (self.alone, self.beside) = (chosen.is_some(), chosen.unwrap_or(self.beside));
            }
        });
        if self.alone {
            self.told_ui(cx, ui, question);
        }
        !self.alone
    }

    fn inner_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) {
        let words = AgreeingWords::of(cx.language);
        Frame::new().inner_margin(Margin { left: 24, right: 16, top: 12, bottom: 4 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let ways = [(Beside::All, words.ratings_of_all), (Beside::Own, words.ratings_own)];
            if let Some(beside) = page::choices_ui(cx, ui, self.beside, &ways) {
                self.beside = beside;
            }
        });
        self.told_ui(cx, ui, question);
    }

    fn told_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) {
        let words = AgreeingWords::of(cx.language);
        Frame::new().inner_margin(Margin { left: 24, right: 16, top: 0, bottom: 8 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let told = match self.beside {
                Beside::All => words.about_all_ratings,
                Beside::Own => words.about_own_ratings,
            };
            ui.add(egui::Label::new(RichText::new(told).font(fonts::small()).color(cx.palette.muted)).wrap());
        });
        match self.beside {
            Beside::All => self.pairs_ui(cx, ui, question),
            Beside::Own => self.own_ui(cx, ui, question),
        }
    }

    /// What everybody said, a row a case.
    fn pairs_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) {
        let key = (cx.project.revision(), cx.screen.scope.clone(), question.clone(), cx.language);
        let number = &mut self.number;
        let pairs = self.pairs.get(key, || {
            *number += 1;
            let (rated, coders) = asked(cx.project, &cx.screen.scope, &question.options(cx.language))?;
            Some((pairs_table(cx.project, &rated, &coders, cx.language), *number))
        });
        if let Some((table, number)) = pairs {
            self.table.ui(cx, ui, (table, *number));
        } else {
            let words = AgreeingWords::of(cx.language);
            Frame::new().inner_margin(Margin { left: 24, right: 16, top: 0, bottom: 8 }).show(ui, |ui| {
                ui.label(RichText::new(words.no_ratings).color(cx.palette.muted));
            });
        }
    }

    /// One's own ratings, a field a case; those of others are not shown.
    fn own_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) {
        let words = AgreeingWords::of(cx.language);
        let (Some(rated), Some(me)) = (rated(cx, question), cx.session.map(crate::session::Session::coder)) else {
            return;
        };
        let cases = cases(cx.project, &cx.screen.scope);
        // Words take more room than a number or a date.
        let room = if rated.kind == AttributeKind::Text { 190.0 } else { 110.0 };
        let done = cases.iter().filter(|case| case.ratings(rated.id).contains_key(&me)).count();
        Frame::new().inner_margin(Margin { left: 24, right: 16, top: 0, bottom: 0 }).show(ui, |ui| {
            let told = fill(words.rated_of, &[("n", &done), ("m", &cases.len())]);
            controls::section(cx, ui, &rated.name, &told);
            ui.add_space(space::XS);
            ScrollArea::vertical().id_salt("own ratings").auto_shrink(false).show_rows(
                ui,
                ROW,
                cases.len(),
                |ui, rows| {
                    for case in rows.filter_map(|row| cases.get(row)) {
                        let own = case.ratings(rated.id).get(&me).map(|value| (*value).to_owned()).unwrap_or_default();
                        let key = (case.id, rated.id);
                        ui.horizontal(|ui| {
                            ui.set_height(ROW - ui.spacing().item_spacing.y);
                            let width = (ui.available_width() - room - 30.0).max(80.0);
                            ui.allocate_ui(vec2(width, ROW), |ui| {
                                ui.set_width(width);
                                ui.add(egui::Label::new(&case.name).truncate());
                            });
                            let mut value = self.typed.get(&key).cloned().unwrap_or_else(|| own.clone());
                            let field = ui.add(TextEdit::singleline(&mut value).desired_width(room));
                            let name = fill(words.own_rating, &[("case", &case.name)]);
                            let shown = value.clone();
                            field.widget_info(|| {
                                let mut info = WidgetInfo::text_edit(true, &shown, &shown, &name);
                                info.label = Some(name.clone());
                                info
                            });
                            if field.changed() {
                                self.typed.insert(key, value);
                            }
                            if field.lost_focus()
                                && let Some(value) = self.typed.remove(&key)
                                && value.trim() != own
                            {
                                let (case, attribute) = key;
                                cx.send(Edit::Agreement(AgreementEdit::Rate { case, attribute, value }));
                            }
                        });
                    }
                },
            );
        });
    }

    /// Sends what is half typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        for ((case, attribute), value) in std::mem::take(&mut self.typed) {
            cx.send(Edit::Agreement(AgreementEdit::Rate { case, attribute, value }));
        }
    }
}
