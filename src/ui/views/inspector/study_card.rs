//! The study itself in the inspector: its name, what is in it, and what was written about it.

use egui::{RichText, TextEdit, Ui};

use super::memo_card::MemoCard;
use crate::journal::edit::Edit;
use crate::lang::study::StudyWords;
use crate::model::memo::About;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// What is being typed in the card.
#[derive(Default)]
pub(super) struct StudyCard {
    name: Option<String>,
}

impl StudyCard {
    /// Shows the study.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, memo: &mut MemoCard) {
        let words = StudyWords::of(cx.language);
        self.name_ui(cx, ui, words);
        if let Some(folder) = cx.session.and_then(crate::session::Session::folder) {
            let folder = folder.display().to_string();
            let label = RichText::new(&folder).font(fonts::small()).color(cx.palette.muted);
            ui.add(egui::Label::new(label).truncate()).on_hover_text(folder);
        }
        controls::rule(cx, ui);
        let project = cx.project;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            controls::figure(cx, ui, project.sources().count(), (cx.say.figure_sources_one, cx.say.figure_sources));
            controls::figure(cx, ui, project.codebook().len(), (words.figure_codes_one, words.figure_codes));
            controls::figure(cx, ui, project.coding_count(), (cx.say.figure_codings_one, cx.say.figure_codings));
        });
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            controls::figure(cx, ui, project.cases().len(), (words.figure_cases_one, words.figure_cases));
            controls::figure(cx, ui, project.coders().count(), (cx.say.figure_coders_one, cx.say.figure_coders));
        });
        controls::rule(cx, ui);
        controls::section(cx, ui, words.memos_of_study, "");
        ui.add_space(space::XS);
        memo.ui(cx, ui, About::Project);
    }

    fn name_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, words: &StudyWords) {
        let mut typed = self.name.take().unwrap_or_else(|| cx.project.name().to_owned());
        let edit = TextEdit::singleline(&mut typed).font(fonts::strong(16.0)).frame(egui::Frame::NONE);
        let response = ui.add(edit.desired_width(f32::INFINITY).margin(egui::vec2(0.0, 2.0)));
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, &typed, &typed, words.study_name);
            info.label = Some(words.study_name.to_owned());
            info
        });
        if response.lost_focus() && typed.trim() != cx.project.name() {
            cx.send(Edit::RenameProject { name: typed.trim().to_owned() });
        } else if response.has_focus() {
            self.name = Some(typed);
        }
    }
}
