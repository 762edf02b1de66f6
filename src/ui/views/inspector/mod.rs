//! The inspector: what is selected, what it means, how often it was used, and what was written about it.

mod code_card;
mod coding_card;
pub(super) mod memo_card;
mod quotes;
mod selection_card;
mod source_card;
mod study_card;

use egui::{ScrollArea, Ui};

use self::code_card::CodeCard;
use self::memo_card::MemoCard;
use crate::ui::cx::Cx;
use crate::ui::screen::Focus;

/// The inspector's memory between frames.
#[derive(Default)]
pub struct Inspector {
    code: CodeCard,
    source: source_card::SourceCard,
    study: study_card::StudyCard,
    memo: MemoCard,
}

impl Inspector {
    /// Shows what is selected.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let area = ScrollArea::vertical().id_salt("inspector").auto_shrink([false, false]);
        area.show(ui, |ui| {
            let screen = cx.screen;
            let coding = screen.coding.and_then(|id| cx.project.coding(id));
            let code = screen.active_code().and_then(|id| cx.project.codebook().code(id));
            match (screen.focus, coding, code) {
                (Focus::Coding, Some(coding), _) => coding_card::coding_ui(cx, ui, &mut self.memo, coding),
                (Focus::Code, _, Some(code)) => self.code.ui(cx, ui, &mut self.memo, code),
                (Focus::Selection, ..) if screen.words().is_some() => selection_card::selection_ui(cx, ui),
                _ => match screen.source.and_then(|id| cx.project.source(id)) {
                    Some(source) if screen.focus != Focus::Study => self.source.ui(cx, ui, &mut self.memo, source),
                    _ => self.study.ui(cx, ui, &mut self.memo),
                },
            }
        });
    }
}
