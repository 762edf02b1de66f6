//! Every table and every figure of the study: chosen in a list, asked of a part, read down to the words.

pub(super) mod behind;
pub(super) mod chips;
mod drawn;
pub(super) mod list;
pub(super) mod out;
mod told;

use std::collections::BTreeMap;

use egui::{CentralPanel, Frame, Margin, Panel, RichText, Ui};

use self::behind::Behind;
use self::drawn::Drawn;
use crate::analysis::Heed;
use crate::figure;
use crate::lang::analyses::AnalysesWords;
use crate::lang::count;
use crate::lang::rooms::Rooms;
use crate::ui::answers::{Answer, Answers, Asked, Form, Kept, Progress};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::table::{Clicked, TableView};
use crate::ui::widgets::{empty, page, scope};

/// How wide the list is.
const LIST: f32 = 232.0;

/// The room's memory between frames.
pub struct Analyses {
    chosen: &'static str,
    forms: BTreeMap<&'static str, Form>,
    options: BTreeMap<&'static str, figure::Options>,
    pub(in crate::ui) answers: Answers,
    table: TableView,
    drawn: Drawn,
    behind: Behind,
}

impl Default for Analyses {
    fn default() -> Self {
        Self {
            chosen: "codes",
            forms: BTreeMap::new(),
            options: BTreeMap::new(),
            answers: Answers::default(),
            table: TableView::default(),
            drawn: Drawn::default(),
            behind: Behind::default(),
        }
    }
}

impl Analyses {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        if cx.project.sources().next().is_none() {
            return empty::no_source_ui(cx, ui);
        }
        let wide = ui.available_width() >= space::VERY_NARROW;
        if wide {
            let frame =
                Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 10, right: 6, top: 0, bottom: 0 });
            let panel = Panel::left("tables and figures").exact_size(LIST).resizable(false).frame(frame);
            let chosen = panel.show(ui, |ui| list::list_ui(cx, ui, self.chosen)).inner;
            self.choose(chosen);
        }
        self.behind.ui(cx, ui, &cx.screen.scope);
        let asked = self.asked(cx);
        let progress = self.answers.ask(cx, asked.clone());
        let fits = |kept: &&Kept| kept.asked.name == asked.name && kept.asked.form == asked.form;
        let answer = self.answers.kept().filter(fits).map(|kept| (kept.answer.clone(), kept.number));
        out::method_of_ui(cx, ui, &asked, answer.as_ref().map(|(answer, _)| answer));
        CentralPanel::no_frame().show(ui, |ui| {
            self.head_ui(cx, ui, answer.as_ref().map(|(answer, _)| answer), wide);
            if progress == Progress::Working {
                working_ui(cx, ui);
            }
            let clicked = match &answer {
                Some((answer, number)) => self.answer_ui(cx, ui, (&asked, answer, *number)),
                None => {
                    let words = AnalysesWords::of(cx.language);
                    let told = if progress == Progress::Failed { words.failed } else { words.working };
                    empty::invitation_ui(cx, ui, told, None);
                    None
                }
            };
            if let Some(clicked) = clicked {
                self.behind.open(clicked);
            }
        });
    }

    fn choose(&mut self, chosen: Option<&'static str>) {
        if let Some(chosen) = chosen {
            self.chosen = chosen;
            self.another();
        }
    }

    /// Something else is shown now: from its top, and without what was open beside the last.
    fn another(&mut self) {
        self.table.reset();
        self.drawn.pages.to_the_top();
        self.behind.close();
    }

    fn form(&self) -> Form {
        let known = list::forms(self.chosen);
        let usual = known.first().copied().unwrap_or(Form::Table);
        self.forms.get(self.chosen).copied().filter(|form| known.contains(form)).unwrap_or(usual)
    }

    fn asked(&mut self, cx: &Cx<'_>) -> Asked {
        let mut options =
            self.options.entry(self.chosen).or_insert_with(|| chips::usual(self.chosen, cx.project)).clone();
        options.asked.language = cx.language;
        Asked {
            revision: cx.project.revision(),
            name: self.chosen,
            form: self.form(),
            scope: cx.screen.scope.clone(),
            options,
        }
    }

    fn head_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, answer: Option<&Answer>, wide: bool) {
        let (words, rooms) = (AnalysesWords::of(cx.language), Rooms::of(cx.language));
        let form = self.form();
        let title = match answer {
            Some(Answer::Table(table)) if !table.title.is_empty() => table.title.clone(),
            _ => list::title(self.chosen, cx.language).to_owned(),
        };
        let told = match answer {
            Some(Answer::Table(table)) => count(table.rows.len(), words.one_row, words.many_rows),
            Some(Answer::Figure(scenes)) => count(scenes.len(), rooms.one_page, rooms.many_pages),
            None => String::new(),
        };
        page::head_ui(cx, ui, (&title, &told), |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if !wide {
                let chosen = list::menu_ui(cx, ui, self.chosen);
                self.choose(chosen);
            }
            if list::forms(self.chosen).len() > 1 {
                let forms = [(Form::Figure, words.figure), (Form::Table, words.table)];
                if let Some(wanted) = page::choices_ui(cx, ui, form, &forms) {
                    self.forms.insert(self.chosen, wanted);
                }
            }
            if let Some(answer) = answer {
                out::out_ui(cx, ui, answer, |table| self.table.sorted(cx, table));
            }
            if form == Form::Figure {
                self.drawn.pages.zoom_ui(cx, ui);
                ui.end_row();
            }
            scope::scope_ui(cx, ui);
            if let Some(options) = self.options.get_mut(self.chosen) {
                chips::chips_ui(cx, ui, (self.chosen, form), options);
            }
        });
    }

    fn answer_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, answer: (&Asked, &Answer, u64)) -> Option<Clicked> {
        let words = AnalysesWords::of(cx.language);
        match answer {
            (asked, Answer::Table(table), number) => {
                if !table.rows.is_empty() {
                    return self.table.ui(cx, ui, (table, number));
                }
                let searches = crate::analysis::analysis(asked.name)
                    .is_some_and(|analysis| analysis.heeds().contains(&Heed::Search));
                let unasked = searches && asked.options.asked.search.words.trim().is_empty();
                let told = if unasked { words.write_to_find } else { words.empty_table };
                empty::invitation_ui(cx, ui, told, None);
                None
            }
            (_, Answer::Figure(scenes), number) => self.drawn.ui(cx, ui, (scenes, number)),
        }
    }
}

/// Says that the answer shown is the last one, and that another is on its way.
pub(super) fn working_ui(cx: &Cx<'_>, ui: &mut Ui) {
    Frame::new().fill(cx.palette.hover).inner_margin(Margin::symmetric(24, 4)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = RichText::new(AnalysesWords::of(cx.language).working);
        ui.label(words.font(fonts::small()).color(cx.palette.muted));
    });
}
