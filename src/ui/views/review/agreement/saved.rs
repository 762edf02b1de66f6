//! Results that were saved: a list of them, and each beside what it would be now.

use std::sync::Arc;

use egui::{CentralPanel, Frame, Key, Margin, RichText, Ui};

use crate::analysis::agreement::question::Question;
use crate::analysis::answers::agreement::found::{Kept, found, then_and_now};
use crate::analysis::scope::Scope;
use crate::analysis::table::Table;
use crate::journal::edit::Edit;
use crate::journal::edit::agreement::AgreementEdit;
use crate::lang::agreeing::AgreeingWords;
use crate::lang::{Language, fill};
use crate::model::agreement::{NewAgreement, SavedAgreement};
use crate::model::id::ResultId;
use crate::told;
use crate::ui::action::Look;
use crate::ui::answers::Answer;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::later::{Later, Work};
use crate::ui::look::{fonts, space};
use crate::ui::reviewing::Agreeing;
use crate::ui::views::analyses::{list, out, working_ui};
use crate::ui::views::moments;
use crate::ui::widgets::controls;
use crate::ui::widgets::table::TableView;

/// From so many codings on a result is worked out on a thread of its own.
const MANY: usize = 200;

/// What is shown of a saved result: the table beside what it would be now, and its number.
type Beside = (Arc<Table>, u64);

/// The memory of saved results between frames.
#[derive(Default)]
pub(super) struct Saved {
    /// What is about to be saved.
    keeping: Later<(u64, Scope, Question), Option<Kept>>,
    name: String,
    /// Whether it is to be saved as soon as its figures are there.
    wanted: bool,
    /// The name that is typed for a saved result.
    renaming: String,
    now: Later<(u64, ResultId), Option<Kept>>,
    beside: Derived<(u64, ResultId, Language, bool), Beside>,
    number: u64,
    table: TableView,
}

impl Saved {
    /// The button that saves what is shown, with a name that is asked for.
    pub(super) fn save_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, question: &Question) {
        let words = AgreeingWords::of(cx.language);
        let button = ui.button(words.save);
        if button.clicked() {
            self.name = told::agreement::name(cx.project, question, cx.language);
            self.wanted = false;
        }
        controls::form(&button).show(|ui| {
            ui.set_width(280.0);
            ui.spacing_mut().item_spacing.y = space::S;
            let field = controls::field(ui, &mut self.name, words.save_name);
            if button.clicked() {
                field.request_focus();
                controls::select_all(ui, &field, &self.name);
            }
            let told = RichText::new(words.save_told).font(fonts::small()).color(cx.palette.muted);
            ui.add(egui::Label::new(told).wrap());
            let kept = self.kept(cx, ui, question);
            let able = !self.name.trim().is_empty();
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let pressed = ui.add_enabled_ui(able, |ui| controls::primary(cx, ui, words.save_now)).inner.clicked();
            self.wanted = able && (self.wanted || pressed || entered);
            if let (Some((found, size)), true) = (kept, self.wanted) {
                self.wanted = false;
                let new = NewAgreement {
                    name: self.name.trim().to_owned(),
                    manner: question.manner(),
                    scale: question.scale.clone(),
                    part: cx.screen.scope.part(),
                    size,
                    found,
                    version: env!("CARGO_PKG_VERSION").to_owned(),
                };
                cx.send(Edit::Agreement(AgreementEdit::Save(Box::new(new))));
                ui.close();
            }
        });
    }

    /// What comes of the question that is to be saved; `None` until it is there.
    fn kept(&mut self, cx: &Cx<'_>, ui: &Ui, question: &Question) -> Option<Kept> {
        let project = Arc::clone(cx.session?.project());
        let (scope, question) = (cx.screen.scope.clone(), question.clone());
        let key = (project.revision(), scope.clone(), question.clone());
        let size = work(project.coding_count());
        let kept =
            self.keeping.get(ui.ctx(), (key.clone(), size, "agreement"), move || found(&project, &scope, &question));
        let kept = kept.cloned().flatten();
        kept.filter(|_| self.keeping.newest_key() == Some(&key))
    }

    /// The saved results in the list, the newest first.
    pub(super) fn list_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = AgreeingWords::of(cx.language);
        for saved in cx.project.saved_agreements() {
            let day = moments::short_day(cx.language, saved.made_ms);
            let name = if saved.name.is_empty() { words.unnamed } else { saved.name.as_str() };
            let title = format!("{name} · {day}");
            let now = cx.screen.agreement.saved == Some(saved.id);
            if ui.push_id(saved.id.bits(), |ui| list::entry_ui(cx, ui, &title, now)).inner {
                let question = cx.screen.agreement.question.clone();
                cx.send(Look::Agreement(Box::new(Agreeing { question, saved: Some(saved.id) })));
            }
        }
    }

    /// The tools of a saved result: another name, out of here, away with it.
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, saved: &SavedAgreement) {
        let words = AgreeingWords::of(cx.language);
        let result = saved.id;
        if let Some(part) = &saved.part
            && ui.button(words.again).on_hover_text(words.again_hint).clicked()
        {
            cx.send(Look::Scope(Box::new(Scope::of_part(part))));
            cx.send(Look::Agreement(Box::new(Agreeing { question: Question::of(saved), saved: None })));
        }
        let button = ui.button(words.rename);
        if button.clicked() {
            self.renaming.clone_from(&saved.name);
        }
        controls::form(&button).show(|ui| {
            ui.set_width(280.0);
            ui.spacing_mut().item_spacing.y = space::S;
            let field = controls::field(ui, &mut self.renaming, words.save_name);
            if button.clicked() {
                field.request_focus();
                controls::select_all(ui, &field, &self.renaming);
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if controls::primary(cx, ui, words.rename_now).clicked() || entered {
                let name = self.renaming.clone();
                cx.send(Edit::Agreement(AgreementEdit::Rename { result, name }));
                ui.close();
            }
        });
        if ui.button(words.remove).clicked() {
            cx.send(Edit::Agreement(AgreementEdit::Remove { result }));
            let question = cx.screen.agreement.question.clone();
            cx.send(Look::Agreement(Box::new(Agreeing { question, saved: None })));
        }
        let (table, _) = self.beside(cx, ui, saved);
        out::out_ui(cx, ui, &Answer::Table(table), |table| self.table.sorted(cx, table));
    }

    /// What it would be now; `None` until it is there, or where it cannot be told.
    fn now(&mut self, cx: &Cx<'_>, ui: &Ui, saved: &SavedAgreement) -> Option<Kept> {
        let project = Arc::clone(cx.session?.project());
        let scope = Scope::of_part(saved.part.as_ref()?);
        let (key, question) = ((project.revision(), saved.id), Question::of(saved));
        let size = work(project.coding_count());
        let now = self.now.get(ui.ctx(), (key, size, "agreement now"), move || found(&project, &scope, &question));
        let now = now.cloned().flatten();
        now.filter(|_| self.now.newest_key() == Some(&key))
    }

    fn beside(&mut self, cx: &Cx<'_>, ui: &Ui, saved: &SavedAgreement) -> Beside {
        let now = self.now(cx, ui, saved);
        let key = (cx.project.revision(), saved.id, cx.language, now.is_some());
        let number = &mut self.number;
        self.beside
            .get(key, || {
                *number += 1;
                let rows = now.map(|(rows, _)| rows).unwrap_or_default();
                (Arc::new(then_and_now(cx.project, saved, &rows, cx.language)), *number)
            })
            .clone()
    }

    /// Shows a saved result beside what it would be now.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, saved: &SavedAgreement) {
        let words = AgreeingWords::of(cx.language);
        let now = self.now(cx, ui, saved);
        let (table, number) = self.beside(cx, ui, saved);
        out::method_ui(cx, ui, &told::agreement::sentence(cx.project, saved, cx.language), None);
        CentralPanel::no_frame().show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 24, right: 16, top: 10, bottom: 8 }).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 3.0;
                let name = if saved.name.is_empty() { words.unnamed } else { saved.name.as_str() };
                ui.label(RichText::new(name).font(fonts::strong(15.0)));
                let (who, when) = (cx.project.coder_name(saved.by), moments::moment(cx.language, saved.made_ms));
                let by = fill(words.saved_by, &[("who", &who), ("when", &when), ("version", &saved.version)]);
                ui.label(RichText::new(by).font(fonts::small()).color(cx.palette.muted));
                let rows = now.as_ref().map(|(rows, _)| rows.as_slice());
                let since = told::agreement::since(saved, rows, cx.language);
                ui.add(egui::Label::new(RichText::new(since).font(fonts::body())).wrap());
            });
            if now.is_none() && saved.part.is_some() && self.now.is_coming() {
                working_ui(cx, ui);
            }
            self.table.ui(cx, ui, (&table, number));
        });
    }
}

fn work(codings: usize) -> Work {
    if codings < MANY { Work::Small } else { Work::Large }
}
