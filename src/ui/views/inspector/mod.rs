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
use crate::model::id::{CodingId, SourceId};
use crate::model::project::Project;
use crate::model::span::Span;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::screen::Focus;

/// The inspector's memory between frames.
#[derive(Default)]
pub struct Inspector {
    code: CodeCard,
    source: source_card::SourceCard,
    study: study_card::StudyCard,
    memo: MemoCard,
    /// The codings on the words that are shown.
    here: Derived<(u64, SourceId, Span), Vec<CodingId>>,
}

impl Inspector {
    /// Sends what is half typed, before the cards go away.
    pub fn flush(&mut self, cx: &Cx<'_>) {
        self.memo.flush(cx);
        self.code.flush(cx);
    }

    /// Shows what is selected.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let area = ScrollArea::vertical().id_salt("inspector").auto_shrink([false, false]);
        area.show(ui, |ui| {
            let screen = cx.screen;
            let coding = screen.coding.and_then(|id| cx.project.coding(id));
            let code = screen.active_code().and_then(|id| cx.project.codebook().code(id));
            match (screen.focus, coding, code) {
                (Focus::Coding, Some(coding), _) => {
                    let here = self.here.get((cx.project.revision(), coding.source, coding.span), || {
                        on_words(cx.project, coding.source, coding.span)
                    });
                    coding_card::coding_ui(cx, ui, &mut self.memo, (coding, here));
                }
                (Focus::Code, _, Some(code)) => self.code.ui(cx, ui, &mut self.memo, code),
                (Focus::Selection, ..) if screen.words().is_some() => {
                    let Some((source, span)) = screen.words() else { return };
                    let key = (cx.project.revision(), source, span);
                    let here = self.here.get(key, || on_words(cx.project, source, span));
                    selection_card::selection_ui(cx, ui, (source, span), here);
                }
                _ => match screen.source.and_then(|id| cx.project.source(id)) {
                    Some(source) if screen.focus != Focus::Study => self.source.ui(cx, ui, &mut self.memo, source),
                    _ => self.study.ui(cx, ui, &mut self.memo),
                },
            }
        });
    }
}

/// The codings that share words with a span, in the order of the text.
fn on_words(project: &Project, source: SourceId, span: Span) -> Vec<CodingId> {
    project.codings_over(source, span).map(|coding| coding.id).collect()
}
