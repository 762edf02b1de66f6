//! A code in the inspector: its name, definition in place, four figures, quotes and memos.

use std::collections::BTreeMap;

use egui::{RichText, TextEdit, Ui};

use super::memo_card::MemoCard;
use super::quotes::quote_ui;
use crate::analysis::Reach;
use crate::analysis::frequency::{Tally, family};
use crate::analysis::retrieval::retrieval;
use crate::journal::edit::Edit;
use crate::lang::count;
use crate::model::code::{Code, Origin};
use crate::model::id::{CodeId, CodingId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::views::codes::code_menu_ui;
use crate::ui::widgets::{controls, marks};

/// How many quotes are shown before one has to ask for all.
const QUOTES: usize = 30;

/// What is counted about a code and those under it.
#[derive(Debug, Default)]
struct Counted {
    tally: Tally,
    quotes: Vec<CodingId>,
}

/// The card's memory between frames.
#[derive(Default)]
pub(super) struct CodeCard {
    counted: Derived<(CodeId, u64), Counted>,
    describing: Option<(CodeId, String)>,
}

impl CodeCard {
    /// Shows a code.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, memo: &mut MemoCard, code: &Code) {
        title_ui(cx, ui, code);
        self.description_ui(cx, ui, code);
        controls::rule(cx, ui);
        let counted = self.counted.get((code.id, cx.project.revision()), || counted(cx.project, code.id));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            let (tally, say) = (counted.tally, cx.say);
            for (n, words) in [
                (tally.codings, (say.figure_codings_one, say.figure_codings)),
                (tally.sources, (say.figure_sources_one, say.figure_sources)),
                (tally.coders, (say.figure_coders_one, say.figure_coders)),
                (tally.words, (say.figure_words_one, say.figure_words)),
            ] {
                controls::figure(cx, ui, n, words);
            }
        });
        let own = cx.project.coding_count_of(code.id);
        if own != counted.tally.codings {
            let words = count(own, cx.say.of_these_one_own, cx.say.of_these_own);
            ui.label(RichText::new(words).font(fonts::small()).color(cx.palette.muted));
        }
        controls::rule(cx, ui);
        memo.ui(cx, ui, About::Code(code.id));
        ui.add_space(space::S);
        ui.spacing_mut().item_spacing.y = 0.0;
        for coding in counted.quotes.iter().take(QUOTES).filter_map(|id| cx.project.coding(*id)) {
            quote_ui(cx, ui, coding);
        }
        if counted.quotes.len() > QUOTES {
            let words = count(counted.quotes.len(), cx.say.show_all_one, cx.say.show_all);
            if controls::link(cx, ui, &words).clicked() {
                cx.send(Look::Retrieve);
            }
        }
    }

    fn description_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, code: &Code) {
        if self.describing.as_ref().is_some_and(|(known, _)| *known != code.id) {
            self.send(cx);
        }
        let fresh = self.describing.is_none();
        let typed = &mut self.describing.get_or_insert_with(|| (code.id, code.description.clone())).1;
        let edit = TextEdit::multiline(typed).desired_rows(2).desired_width(f32::INFINITY);
        let edit = edit.hint_text(cx.say.description_hint).frame(egui::Frame::NONE).margin(egui::vec2(0.0, 4.0));
        let response = ui.add(edit);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, &code.description, &code.description, cx.say.description);
            info.label = Some(cx.say.description.to_owned());
            info
        });
        if response.lost_focus() {
            self.send(cx);
        } else if !response.has_focus() && !fresh {
            // Nobody types here: what another gesture has changed must be seen.
            self.describing = None;
        }
    }

    /// Sends a definition that is half typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        self.send(cx);
    }

    fn send(&mut self, cx: &Cx<'_>) {
        let Some((code, description)) = self.describing.take() else { return };
        let known = cx.project.codebook().code(code);
        if known.is_some_and(|known| known.description != description.trim()) {
            cx.send(Edit::DescribeCode { code, description: description.trim().to_owned() });
        }
    }
}

fn title_ui(cx: &Cx<'_>, ui: &mut Ui, code: &Code) {
    let codebook = cx.project.codebook();
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(14.0, 24.0), egui::Sense::hover());
        marks::swatch(ui.painter(), rect.center(), cx.palette.shade(codebook.hue(code.id)));
        let width = ui.available_width() - 64.0;
        let title = RichText::new(&code.name).font(fonts::strong(16.0));
        ui.allocate_ui(egui::vec2(width, 24.0), |ui| {
            ui.set_width(width);
            ui.add(egui::Label::new(title).wrap());
        });
        let more = ui.add(egui::Button::new(RichText::new("…").font(fonts::strong(15.0))).frame_when_inactive(false));
        more.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, cx.say.more));
        egui::Popup::menu(&more).show(|ui| code_menu_ui(cx, ui, code.id));
    });
    let path = codebook.path(code.id);
    let above = path[..path.len().saturating_sub(1)].join(" › ");
    let origin = match code.origin {
        Origin::Theory => cx.say.from_theory,
        Origin::Data => cx.say.from_data,
    };
    let parts: Vec<&str> = [above.as_str(), super::super::codes::kind_name(cx, code.kind), origin].to_vec();
    let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    ui.label(RichText::new(line).font(fonts::small()).color(cx.palette.muted));
}

fn counted(project: &Project, code: CodeId) -> Counted {
    let mut segments = retrieval(project, &[code], Reach::Family);
    let order: BTreeMap<SourceId, usize> = project.sources().enumerate().map(|(at, source)| (source.id, at)).collect();
    segments.sort_by_key(|segment| (order.get(&segment.source.id).copied(), segment.coding.span));
    Counted { tally: family(project, code), quotes: segments.iter().map(|segment| segment.coding.id).collect() }
}
