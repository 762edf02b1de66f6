//! The place of agreement: who is compared and by what is chosen above, each figure opens its table and its segments.

mod choosing;
mod detail;
mod figures;
mod list;
mod ratings;
mod saved;

use egui::{CentralPanel, Ui};

use self::detail::Detail;
use self::ratings::Ratings;
use self::saved::Saved;
use crate::analysis::agreement::question::Question;
use crate::analysis::agreement::{comparison, values};
use crate::analysis::scope::Scope;
use crate::figure;
use crate::lang::agreeing::AgreeingWords;
use crate::lang::analyses::AnalysesWords;
use crate::model::agreement::{About, SavedAgreement};
use crate::model::id::{AttributeId, CoderId};
use crate::ui::action::Look;
use crate::ui::answers::{Answer, Answers, Asked, Form, Progress};
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::space;
use crate::ui::reviewing::{Agreeing, ReviewPart};
use crate::ui::screen::Room;
use crate::ui::views::analyses::{out, working_ui};
use crate::ui::widgets::table::TableView;
use crate::ui::widgets::{empty, scope};

/// The part of the study that is asked for ratings, and of which attribute.
type OfRatings = (u64, Scope, Option<AttributeId>);

/// The place's memory between frames.
#[derive(Default)]
pub(in crate::ui) struct Agreement {
    pub(in crate::ui) answers: Answers,
    /// Who has coded in the part that is asked, those with the most codings first.
    coders: Derived<(u64, Scope), Vec<CoderId>>,
    /// The attribute that was rated, and the coders, those with the most ratings first.
    rated: Derived<OfRatings, (Option<AttributeId>, Vec<CoderId>)>,
    shown: Option<Question>,
    table: TableView,
    detail: Detail,
    saved: Saved,
    ratings: Ratings,
}

impl Agreement {
    /// What is asked: the two who have coded most stand for coders that nobody has chosen, by their names.
    fn question(&mut self, cx: &Cx<'_>) -> Question {
        let mut question = cx.screen.agreement.question.clone();
        let scope = cx.screen.scope.clone();
        if question.about == About::Ratings {
            let asked = question.attribute;
            let (attribute, raters) = self.rated.get((cx.project.revision(), scope.clone(), asked), || {
                let attribute = values::attribute(cx.project, &scope, asked).map(|attribute| attribute.id);
                let mut coders = values::raters(cx.project, &scope, attribute);
                let others = cx.project.coders().map(|coder| coder.id).filter(|coder| !coders.contains(coder));
                let others: Vec<CoderId> = others.collect();
                coders.extend(others);
                (attribute, coders)
            });
            question.attribute = *attribute;
            if question.coders.len() < 2 {
                question.coders = two(cx, raters);
            }
            return question;
        }
        let known =
            self.coders.get((cx.project.revision(), scope), || comparison::coders(cx.project, &cx.screen.scope));
        if question.coders.len() < 2 {
            question.coders = two(cx, known);
        }
        question
    }

    /// Sends what is half typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        self.ratings.flush(cx);
    }

    /// What can be chosen, and what leaves the place.
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some(saved) = shown(cx) {
            if ui.available_width() < space::VERY_NARROW {
                choosing::saved_ui(cx, ui);
            }
            return self.saved.tools_ui(cx, ui, saved);
        }
        let question = self.question(cx);
        let mut wanted = question.clone();
        if ui.available_width() < space::VERY_NARROW {
            choosing::about_ui(cx, ui, &mut wanted);
            choosing::saved_ui(cx, ui);
        }
        if lacks_coders(&question) {
            scope::scope_ui(cx, ui);
            if wanted != question {
                ask(cx, wanted);
            }
            return;
        }
        choosing::chips_ui(cx, ui, &mut wanted);
        scope::scope_ui(cx, ui);
        let kept = self.answers.kept().filter(|kept| kept.asked.name == question.analysis());
        if let Some(Answer::Table(table)) = kept.map(|kept| &kept.answer) {
            out::out_ui(cx, ui, &Answer::Table(table.clone()), |table| self.table.sorted(cx, table));
        }
        self.saved.save_ui(cx, ui, &question);
        if wanted != question {
            ask(cx, wanted);
        }
    }

    /// Shows the answer.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let question = self.question(cx);
        if let Some(saved) = shown(cx) {
            if ui.available_width() >= space::VERY_NARROW {
                self.list_ui(cx, ui, &question);
            }
            return self.saved.ui(cx, ui, saved);
        }
        if lacks_coders(&question) {
            if ui.available_width() >= space::VERY_NARROW {
                self.list_ui(cx, ui, &question);
            }
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
            self.list_ui(cx, ui, &question);
        }
        if question.about == About::Ratings {
            if cx.project.attributes().is_empty() {
                let words = AgreeingWords::of(cx.language);
                let cases = Look::In(Room::Cases).into();
                return empty::invitation_ui(cx, ui, words.no_attributes, Some((words.go_cases, cases)));
            }
            if !self.ratings.ui(cx, ui, &question) {
                return;
            }
        }
        if !self.detail.ui(cx, ui, &question) {
            return;
        }
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
                let told = match question.about {
                    About::Ratings => AgreeingWords::of(cx.language).no_ratings,
                    _ => AnalysesWords::of(cx.language).empty_table,
                };
                return empty::invitation_ui(cx, ui, told, None);
            }
            let clicked = self.table.ui(cx, ui, (table, number));
            if let (Some(clicked), Progress::Done) = (clicked, progress) {
                self.detail.open(cx, &question, &clicked);
            }
        });
    }
}

/// The first two, by their names.
fn two(cx: &Cx<'_>, coders: &[CoderId]) -> Vec<CoderId> {
    let mut two = comparison::two_of(coders).unwrap_or_default();
    two.sort_by_key(|coder| (cx.project.coder_name(*coder), *coder));
    two
}

/// Tells whether nobody else has coded; who has rated is another question.
fn lacks_coders(question: &Question) -> bool {
    question.coders.is_empty() && question.about != About::Ratings
}

/// Asks something else.
fn ask(cx: &Cx<'_>, question: Question) {
    cx.send(Look::Agreement(Box::new(Agreeing { question, saved: None })));
}

/// What can stand in the rows, with the names of each.
fn abouts(words: &AgreeingWords) -> [(About, &'static str); 6] {
    [
        (About::Codes, words.by_code),
        (About::Sources, words.by_source),
        (About::Nvivo, words.as_nvivo),
        (About::Maxqda, words.as_maxqda),
        (About::Bounds, words.by_bounds),
        (About::Ratings, words.by_ratings),
    ]
}

/// The saved result that is shown.
fn shown<'p>(cx: &Cx<'p>) -> Option<&'p SavedAgreement> {
    cx.project.saved_agreement(cx.screen.agreement.saved?).map(AsRef::as_ref)
}
