//! The place of agreement: who is compared and by what is chosen above, each figure opens its table and its segments.

mod choosing;
mod detail;
mod figures;

use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};

use self::detail::Detail;
use crate::analysis::agreement::comparison;
use crate::analysis::agreement::question::Question;
use crate::analysis::scope::Scope;
use crate::figure;
use crate::lang::agreeing::AgreeingWords;
use crate::lang::analyses::AnalysesWords;
use crate::model::agreement::About;
use crate::model::id::CoderId;
use crate::ui::action::Look;
use crate::ui::answers::{Answer, Answers, Asked, Form, Progress};
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::reviewing::{Agreeing, ReviewPart};
use crate::ui::views::analyses::{list, out, working_ui};
use crate::ui::widgets::table::TableView;
use crate::ui::widgets::{empty, scope};

/// How wide the list is.
const LIST: f32 = 232.0;

/// The place's memory between frames.
#[derive(Default)]
pub(in crate::ui) struct Agreement {
    pub(in crate::ui) answers: Answers,
    /// Who has coded in the part that is asked, those with the most codings first.
    coders: Derived<(u64, Scope), Vec<CoderId>>,
    shown: Option<Question>,
    table: TableView,
    detail: Detail,
}

impl Agreement {
    /// What is asked: the two who have coded most stand for coders that nobody has chosen, by their names.
    fn question(&mut self, cx: &Cx<'_>) -> Question {
        let mut question = cx.screen.agreement.question.clone();
        let scope = cx.screen.scope.clone();
        let known =
            self.coders.get((cx.project.revision(), scope), || comparison::coders(cx.project, &cx.screen.scope));
        if question.coders.len() < 2 {
            question.coders = comparison::two_of(known).unwrap_or_default();
            question.coders.sort_by_key(|coder| (cx.project.coder_name(*coder), *coder));
        }
        question
    }

    /// What can be chosen, and what leaves the place.
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let question = self.question(cx);
        if question.coders.is_empty() {
            return scope::scope_ui(cx, ui);
        }
        ui.spacing_mut().item_spacing.y = 6.0;
        let mut wanted = question.clone();
        if ui.available_width() < space::VERY_NARROW {
            choosing::about_ui(cx, ui, &mut wanted);
        }
        choosing::chips_ui(cx, ui, &mut wanted);
        scope::scope_ui(cx, ui);
        if let Some(Answer::Table(table)) = self.answers.kept().map(|kept| &kept.answer) {
            out::out_ui(cx, ui, &Answer::Table(table.clone()), |table| self.table.sorted(cx, table));
        }
        if wanted != question {
            ask(cx, wanted);
        }
    }

    /// Shows the answer.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let question = self.question(cx);
        if question.coders.is_empty() {
            let words = AgreeingWords::of(cx.language);
            let double = Look::InReview(ReviewPart::Double).into();
            return empty::invitation_ui(cx, ui, words.needs_two, Some((words.go_double, double)));
        }
        if self.shown.as_ref() != Some(&question) {
            self.shown = Some(question.clone());
            self.table.reset();
            self.detail.close();
        }
        if ui.available_width() >= space::VERY_NARROW {
            list_ui(cx, ui, &question);
        }
        self.detail.ui(cx, ui, &question);
        let options = figure::Options { asked: question.options(cx.language), ..figure::Options::default() };
        let asked = Asked {
            revision: cx.project.revision(),
            name: question.analysis(),
            form: Form::Table,
            scope: cx.screen.scope.clone(),
            options,
        };
        let progress = self.answers.ask(cx, asked.clone());
        out::method_ui(cx, ui, &out::method(&asked), None);
        CentralPanel::no_frame().show(ui, |ui| {
            if progress == Progress::Working {
                working_ui(cx, ui);
            }
            let kept = self.answers.kept().filter(|kept| kept.asked.name == asked.name);
            let Some((Answer::Table(table), number)) = kept.map(|kept| (&kept.answer, kept.number)) else {
                let words = AnalysesWords::of(cx.language);
                let told = if progress == Progress::Failed { words.failed } else { words.working };
                return empty::invitation_ui(cx, ui, told, None);
            };
            if table.rows.is_empty() {
                return empty::invitation_ui(cx, ui, AnalysesWords::of(cx.language).empty_table, None);
            }
            let clicked = self.table.ui(cx, ui, (table, number));
            if let (Some(clicked), Progress::Done) = (clicked, progress) {
                self.detail.open(cx, &question, &clicked);
            }
        });
    }
}

/// Asks something else.
fn ask(cx: &Cx<'_>, question: Question) {
    cx.send(Look::Agreement(Box::new(Agreeing { question, saved: None })));
}

/// What can stand in the rows, with the names of each.
fn abouts(words: &AgreeingWords) -> [(About, &'static str); 5] {
    [
        (About::Codes, words.by_code),
        (About::Sources, words.by_source),
        (About::Nvivo, words.as_nvivo),
        (About::Maxqda, words.as_maxqda),
        (About::Bounds, words.by_bounds),
    ]
}

/// The list beside the table: what can be looked at.
fn list_ui(cx: &Cx<'_>, ui: &mut Ui, question: &Question) {
    let words = AgreeingWords::of(cx.language);
    let frame = Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 10, right: 6, top: 0, bottom: 0 });
    let panel = Panel::left("what agreement is of").exact_size(LIST).resizable(false).frame(frame);
    panel.show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).id_salt("agreement of").show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            heading_ui(cx, ui, words.group_coding);
            for (about, title) in abouts(words) {
                if list::entry_ui(cx, ui, title, about == question.about) {
                    ask(cx, Question { about, ..question.clone() });
                }
            }
            ui.add_space(space::M);
        });
    });
}

fn heading_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str) {
    ui.add_space(space::M);
    ui.label(RichText::new(title).font(fonts::strong(12.0)).color(cx.palette.muted));
    ui.add_space(space::XS);
}
