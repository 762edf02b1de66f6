//! What became of the codings in review: a table whose numbers open their segments, and a paragraph for the methods.

use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};

use crate::analysis::review::paragraph;
use crate::analysis::scope::Scope;
use crate::analysis::table::Table;
use crate::analysis::{Options, analysis};
use crate::lang::Language;
use crate::lang::reviewing::ReviewingWords;
use crate::ui::action::Look;
use crate::ui::answers::Answer;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::views::analyses::behind::Behind;
use crate::ui::views::analyses::out;
use crate::ui::widgets::table::TableView;
use crate::ui::widgets::{controls, empty, page};

/// What the answer depends on.
type Key = (u64, Scope, &'static str, Language);

/// What is shown: a table, the paragraph, and the number of the answer.
type Told = (Arc<Table>, String, u64);

/// The result's memory between frames.
pub(super) struct Outcome {
    by: &'static str,
    told: Derived<Key, Told>,
    number: u64,
    table: TableView,
    behind: Behind,
}

impl Default for Outcome {
    fn default() -> Self {
        Self {
            by: "review",
            told: Derived::default(),
            number: 0,
            table: TableView::default(),
            behind: Behind::default(),
        }
    }
}

impl Outcome {
    /// What can be chosen, and what leaves the room.
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = ReviewingWords::of(cx.language);
        let tables = [("review", words.by_people), ("review-sources", words.sources), ("review-codes", words.codes)];
        if let Some(by) = page::choices_ui(cx, ui, self.by, &tables) {
            self.by = by;
            self.table.reset();
            self.behind.close();
        }
        let (table, ..) = self.answer(cx);
        out::out_ui(cx, ui, &Answer::Table(table), |table| self.table.sorted(cx, table));
    }

    fn answer(&mut self, cx: &Cx<'_>) -> Told {
        let (scope, by, language) = (&cx.screen.scope, self.by, cx.language);
        let number = &mut self.number;
        let told = self.told.get((cx.project.revision(), scope.clone(), by, language), || {
            *number += 1;
            let options = Options { language, ..Options::default() };
            let table = analysis(by).map(|analysis| analysis.run(cx.project, scope, &options));
            (Arc::new(table.unwrap_or_default()), paragraph(cx.project, scope, language), *number)
        });
        told.clone()
    }

    /// Shows the table and the paragraph.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = ReviewingWords::of(cx.language);
        let (table, paragraph, number) = self.answer(cx);
        if paragraph.is_empty() {
            return empty::invitation_ui(cx, ui, words.nothing_reviewed, None);
        }
        self.behind.ui(cx, ui, &cx.screen.scope);
        let frame = Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 24, right: 16, top: 8, bottom: 8 });
        Panel::bottom("for the chapter on methods").resizable(false).frame(frame).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                ui.label(RichText::new(words.for_the_method).font(fonts::strong(12.0)));
                if controls::link(cx, ui, words.copy).clicked() {
                    ui.copy_text(paragraph.clone());
                    cx.send(Look::Say(words.copied.to_owned()));
                }
            });
            ScrollArea::vertical().max_height(170.0).id_salt("paragraph").show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(820.0));
                ui.label(RichText::new(&paragraph).font(fonts::reading(14.0)));
            });
        });
        let clicked = CentralPanel::no_frame().show(ui, |ui| self.table.ui(cx, ui, (&table, number))).inner;
        if let Some(clicked) = clicked {
            self.behind.open(clicked);
        }
    }
}
