//! Erasing an informant: who, what goes with them, a copy for them, and a last question.

use std::collections::BTreeSet;

use egui::scroll_area::ScrollBarVisibility;
use egui::{Button, Modal, RichText, ScrollArea, Ui};

use crate::lang::fill;
use crate::lang::pseudonym::PseudonymWords;
use crate::model::id::{CaseId, SourceId};
use crate::model::project::Project;
use crate::session::names::{own_case, sources_of};
use crate::told;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::Naming;
use crate::ui::widgets::controls;

/// How high a row of the list is.
const ROW: f32 = 24.0;
/// How many rows of it are seen.
const LISTED: f32 = 8.0;

/// Whom or what to erase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    Case(CaseId),
    Source(SourceId),
}

/// The question and what is typed for an answer.
#[derive(Default)]
pub(super) struct EraseForm {
    open: bool,
    /// What is sought among all that can be erased.
    sought: String,
    whom: Option<Whom>,
    typed: String,
}

impl Whom {
    fn title(self, project: &Project) -> Option<&str> {
        match self {
            Self::Case(case) => project.case(case).map(|case| case.name.as_str()),
            Self::Source(source) => project.source(source).map(|source| source.title.as_str()),
        }
    }

    fn sources(self, project: &Project) -> BTreeSet<SourceId> {
        match self {
            Self::Case(case) => sources_of(project, case),
            Self::Source(source) => [source].into(),
        }
    }

    fn case(self, project: &Project) -> Option<CaseId> {
        match self {
            Self::Case(case) => Some(case),
            Self::Source(source) => own_case(project, source),
        }
    }
}

impl EraseForm {
    /// Asks whom to erase.
    pub(super) fn open(&mut self) {
        *self = Self { open: true, ..Self::default() };
    }

    /// Asks whether to erase a source.
    pub(super) fn ask(&mut self, source: SourceId) {
        *self = Self { open: true, whom: Some(Whom::Source(source)), ..Self::default() };
    }

    /// Shows the question while it is asked.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &Ui) {
        if !self.open {
            return;
        }
        let words = PseudonymWords::of(cx.language);
        let shown = Modal::new(egui::Id::unique("erase an informant")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(500.0);
            ui.label(RichText::new(words.erase_which).font(fonts::strong(15.0)));
            ui.add_space(space::S);
            self.choice_ui(cx, ui);
            if let Some((whom, title)) = self.whom.and_then(|whom| Some((whom, whom.title(cx.project)?))) {
                self.told_ui(cx, ui, (whom, title));
            }
            ui.add_space(space::M);
            if ui.button(cx.say.cancel).clicked() {
                self.open = false;
            }
        });
        if shown.should_close() {
            self.open = false;
        }
    }

    /// Everybody and everything that can be erased, as far as it fits what is typed.
    fn choice_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        controls::field(ui, &mut self.sought, PseudonymWords::of(cx.language).erase_sought);
        ui.add_space(space::XS);
        let cases = cx.project.cases().into_iter().map(|case| (Whom::Case(case.id), case.name.as_str()));
        let sources = cx.project.sources().map(|source| (Whom::Source(source.id), source.title.as_str()));
        let sought = self.sought.trim().to_lowercase();
        let fits = |title: &str| sought.is_empty() || title.to_lowercase().contains(&sought);
        let listed: Vec<(Whom, &str)> = cases.chain(sources).filter(|(_, title)| fits(title)).collect();
        ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
        let mut area = ScrollArea::vertical().id_salt("whom").max_height(LISTED * ROW).auto_shrink([false, true]);
        area = area.scroll_bar_visibility(ScrollBarVisibility::AlwaysVisible);
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, listed.len(), |ui, range| {
            let first = range.start;
            for (number, (whom, title)) in listed.get(range).unwrap_or_default().iter().enumerate() {
                ui.push_id(first + number, |ui| {
                    let row = Button::selectable(self.whom == Some(*whom), *title).truncate();
                    if ui.add(row.min_size(egui::vec2(ui.available_width(), ROW))).clicked() {
                        (self.whom, self.typed) = (Some(*whom), String::new());
                    }
                });
            }
        });
    }

    fn told_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (whom, title): (Whom, &str)) {
        let words = PseudonymWords::of(cx.language);
        let sources = whom.sources(cx.project);
        ui.add_space(space::S);
        ui.label(told::erasing::touched(cx.project, (&sources, whom.case(cx.project)), cx.language));
        ui.add_space(space::S);
        if controls::link(cx, ui, words.erase_copy).clicked() {
            cx.send(Task::Names(Naming::ChooseCopy(sources.iter().copied().collect(), whom.case(cx.project))));
        }
        ui.add_space(space::S);
        controls::field(ui, &mut self.typed, &fill(words.erase_type, &[("title", &title)]));
        ui.add_space(space::S);
        let sure = self.typed.trim() == title;
        if ui.add_enabled_ui(sure, |ui| controls::irreversible(cx, ui, words.erase_button)).inner.clicked() {
            cx.send(Task::Names(Naming::Erase(sources.into_iter().collect(), whom.case(cx.project))));
            self.open = false;
        }
    }
}
