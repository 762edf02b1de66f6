//! Erasing an informant: who, what goes with them, a copy for them, and a last question.

use std::collections::BTreeSet;

use egui::{ComboBox, Modal, RichText, Ui, WidgetInfo};

use crate::lang::fill;
use crate::lang::pseudonym::PseudonymWords;
use crate::model::id::{CaseId, SourceId};
use crate::model::project::Project;
use crate::session::erasing::sources_of;
use crate::told;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::Naming;
use crate::ui::widgets::controls;

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

    fn case(self) -> Option<CaseId> {
        match self {
            Self::Case(case) => Some(case),
            Self::Source(_) => None,
        }
    }
}

impl EraseForm {
    /// Asks whom to erase.
    pub(super) fn open(&mut self) {
        *self = Self { open: true, ..Self::default() };
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

    fn choice_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let now = self.whom.and_then(|whom| whom.title(cx.project)).unwrap_or("–");
        let chosen = ComboBox::from_id_salt("whom").selected_text(now).width(360.0).show_ui(ui, |ui| {
            let cases = cx.project.cases().into_iter().map(|case| (Whom::Case(case.id), case.name.as_str()));
            let sources = cx.project.sources().map(|source| (Whom::Source(source.id), source.title.as_str()));
            for (number, (whom, title)) in cases.chain(sources).enumerate() {
                ui.push_id(number, |ui| {
                    if ui.selectable_label(self.whom == Some(whom), title).clicked() {
                        (self.whom, self.typed) = (Some(whom), String::new());
                    }
                });
            }
        });
        let name = PseudonymWords::of(cx.language).erase_which;
        chosen.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    }

    fn told_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (whom, title): (Whom, &str)) {
        let words = PseudonymWords::of(cx.language);
        let sources = whom.sources(cx.project);
        ui.add_space(space::S);
        ui.label(told::erasing::touched(cx.project, (&sources, whom.case()), cx.language));
        ui.add_space(space::S);
        if controls::link(cx, ui, words.erase_copy).clicked() {
            cx.send(Task::Names(Naming::SaveCopy(sources.iter().copied().collect(), whom.case())));
        }
        ui.add_space(space::S);
        controls::field(ui, &mut self.typed, &fill(words.erase_type, &[("title", &title)]));
        ui.add_space(space::S);
        let sure = self.typed.trim() == title;
        if ui.add_enabled(sure, egui::Button::new(words.erase_button)).clicked() {
            cx.send(Task::Names(Naming::Erase(sources.into_iter().collect(), whom.case())));
            self.open = false;
        }
    }
}
