//! The coding that is reviewed: its code, its words, what can be said about it with which key, and what was written.

use egui::{Button, ProgressBar, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::analysis::review::Item;
use crate::journal::edit::Edit;
use crate::journal::edit::team::TeamEdit;
use crate::lang::reviewing::ReviewingWords;
use crate::lang::{fill, grouped};
use crate::model::id::CodingId;
use crate::model::memo::About;
use crate::model::review::{Judged, Verdict};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Reviewing;
use crate::ui::views::inspector::memo_card::MemoCard;
use crate::ui::views::inspector::quotes::quoted;
use crate::ui::views::moments;
use crate::ui::widgets::{controls, marks};

/// A card that is wider than this lies below the text.
const STANDING: f32 = 500.0;

/// What one can do with a coding that is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Keep,
    Recode,
    Bounds,
    Remove,
    Add,
    Question,
    TakeBounds,
    GiveUp,
    Next,
    Previous,
    Result,
}

impl Act {
    /// Those that have a letter.
    pub(super) const ALL: [Self; 6] = [Self::Keep, Self::Recode, Self::Bounds, Self::Remove, Self::Add, Self::Question];

    /// Its letter on the keyboard; empty for those that have none.
    pub(super) fn key(self, words: &ReviewingWords) -> &'static str {
        match self {
            Self::Keep => words.key_keep,
            Self::Recode => words.key_recode,
            Self::Bounds => words.key_bounds,
            Self::Remove => words.key_remove,
            Self::Add => words.key_add,
            Self::Question => words.key_question,
            _ => "",
        }
    }

    fn title(self, words: &ReviewingWords) -> &'static str {
        match self {
            Self::Keep => words.keep,
            Self::Recode => words.recode,
            Self::Bounds => words.bounds,
            Self::Remove => words.remove,
            Self::Add => words.add,
            Self::Question => words.question,
            Self::TakeBounds => words.take_bounds,
            Self::GiveUp => words.give_up,
            Self::Next => words.next,
            Self::Previous => words.previous,
            Self::Result => words.see_result,
        }
    }
}

/// The card's memory between frames.
#[derive(Default)]
pub(super) struct Card {
    memo: MemoCard,
    asking: Option<(CodingId, String)>,
    fresh: bool,
}

impl Card {
    /// Sends what is half typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        self.memo.flush(cx);
    }

    /// Lets a question be typed.
    pub(super) fn ask(&mut self, coding: CodingId) {
        if self.asking.as_ref().is_none_or(|(known, _)| *known != coding) {
            self.asking = Some((coding, String::new()));
        }
        self.fresh = true;
    }

    /// Shows the coding at a place among all; gives what is to be done.
    pub(super) fn ui(
        &mut self,
        cx: &Cx<'_>,
        ui: &mut Ui,
        item: Option<Item>,
        (place, all): (Option<usize>, &[Item]),
    ) -> Option<Act> {
        let words = ReviewingWords::of(cx.language);
        let area = ScrollArea::vertical().id_salt("review card").auto_shrink([false, false]);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            let mut act = progress_ui(cx, ui, (place, all));
            let Some(coding) = item.and_then(|item| cx.project.coding(item.coding.id)) else {
                ui.label(RichText::new(words.all_reviewed).font(fonts::strong(14.0)));
                return controls::link(cx, ui, words.see_result).clicked().then_some(Act::Result).or(act);
            };
            controls::rule(cx, ui);
            // Below the text there is little height: what can be said comes before what it is said of.
            let lies = ui.available_width() > STANDING;
            let verdicts = |ui: &mut Ui| match cx.screen.reviewing {
                Reviewing::Looking | Reviewing::Apart if lies => {
                    ui.horizontal_wrapped(|ui| verdicts_ui(cx, ui, item, 0.0)).inner
                }
                Reviewing::Looking | Reviewing::Apart => verdicts_ui(cx, ui, item, ui.available_width()),
                Reviewing::Bounds => drawing_ui(cx, ui, words.drawing_bounds, &[Act::TakeBounds, Act::GiveUp]),
                Reviewing::Adding => drawing_ui(cx, ui, words.adding, &[Act::GiveUp]),
            };
            if lies {
                act = verdicts(ui).or(act);
            }
            coding_ui(cx, ui, coding);
            if let Some(judged) = item.and_then(|item| item.judged) {
                ui.label(RichText::new(told(cx, judged)).font(fonts::small()).color(cx.palette.ok));
            }
            ui.add_space(space::XS);
            if !lies {
                act = verdicts(ui).or(act);
            }
            self.asking_ui(cx, ui, coding.id);
            controls::rule(cx, ui);
            self.memo.ui(cx, ui, About::Coding(coding.id));
            act
        })
        .inner
    }

    fn asking_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, id: CodingId) {
        let words = ReviewingWords::of(cx.language);
        let Some((_, typed)) = self.asking.as_mut().filter(|(coding, _)| *coding == id) else {
            self.asking = None;
            return;
        };
        let done = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter));
        let stop = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
        let edit = TextEdit::multiline(typed).desired_rows(3).desired_width(f32::INFINITY).hint_text(words.ask);
        let response = ui.add(edit);
        let shown = typed.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &shown, &shown, words.ask);
            info.label = Some(words.ask.to_owned());
            info
        });
        if std::mem::take(&mut self.fresh) {
            response.request_focus();
        }
        let sent = ui.horizontal(|ui| {
            let send = ui.button(words.send_question).on_hover_text("Ctrl+Enter").clicked();
            let stopped = ui.button(words.give_up).clicked();
            (send, stopped)
        });
        let (send, stopped) = sent.inner;
        if send || done {
            cx.send(Edit::Team(TeamEdit::Question { coding: id, text: shown }));
        }
        if send || done || stopped || stop {
            self.asking = None;
            ui.memory_mut(|memory| memory.surrender_focus(response.id));
        }
    }
}

fn progress_ui(cx: &Cx<'_>, ui: &mut Ui, (place, all): (Option<usize>, &[Item])) -> Option<Act> {
    let words = ReviewingWords::of(cx.language);
    let reviewed = all.iter().filter(|item| item.judged.is_some()).count();
    let told = fill(words.progress, &[("n", &grouped(reviewed)), ("m", &grouped(all.len()))]);
    #[expect(clippy::cast_precision_loss, reason = "a bar is as exact as its pixels")]
    let share = reviewed as f32 / all.len().max(1) as f32;
    let bar = ui.add(ProgressBar::new(share).desired_height(6.0).fill(cx.palette.accent));
    bar.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &told));
    let mut act = None;
    ui.horizontal(|ui| {
        if let Some(place) = place {
            let at = fill(words.place, &[("at", &grouped(place + 1)), ("m", &grouped(all.len()))]);
            ui.label(RichText::new(at).font(fonts::small()).color(cx.palette.muted));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            for (step, key) in [(Act::Next, "→"), (Act::Previous, "←")] {
                let button = ui.add(Button::new(RichText::new(step.title(words)).font(fonts::small())));
                button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, step.title(words)));
                if button.on_hover_text(key).clicked() {
                    act = Some(step);
                }
            }
        });
    });
    if reviewed == all.len() {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(words.all_reviewed).font(fonts::strong(13.0)));
            if controls::link(cx, ui, words.see_result).clicked() {
                act = Some(Act::Result);
            }
        });
    }
    act
}

fn coding_ui(cx: &Cx<'_>, ui: &mut Ui, coding: &crate::model::coding::Coding) {
    let words = ReviewingWords::of(cx.language);
    let codebook = cx.project.codebook();
    let Some(code) = codebook.code(coding.code) else { return };
    ui.label(RichText::new(words.to_review).font(fonts::small()).color(cx.palette.muted));
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 24.0), egui::Sense::hover());
        marks::swatch(ui.painter(), rect.center(), cx.palette.shade(codebook.hue(code.id)));
        ui.add(egui::Label::new(RichText::new(&code.name).font(fonts::strong(16.0))).wrap());
    });
    let path = codebook.path(code.id);
    let above = path[..path.len().saturating_sub(1)].join(" › ");
    if !above.is_empty() {
        ui.label(RichText::new(above).font(fonts::small()).color(cx.palette.muted));
    }
    if !code.description.is_empty() {
        ui.label(RichText::new(&code.description).font(fonts::small()).color(cx.palette.muted));
    }
    let quote: String = cx.project.quote(coding).chars().take(600).collect();
    ui.label(RichText::new(quoted(cx.language, &quote)).font(fonts::reading(14.0)));
    let coder = cx.project.coder(coding.coder);
    ui.horizontal_wrapped(|ui| {
        if let Some(coder) = coder {
            let (rect, _) = ui.allocate_exact_size(vec2(22.0, 22.0), egui::Sense::hover());
            let sign = (coder.initials(), cx.palette.hue(coder.hue));
            marks::coder(ui.painter(), rect.center(), (&sign.0, sign.1, cx.palette.paper));
        }
        let when = moments::moment(cx.language, coding.made_ms);
        let told = fill(words.by, &[("coder", &cx.project.coder_name(coding.coder)), ("when", &when)]);
        ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
    });
}

/// The verdicts, each as wide as is told or as its words are.
fn verdicts_ui(cx: &Cx<'_>, ui: &mut Ui, item: Option<Item>, width: f32) -> Option<Act> {
    let words = ReviewingWords::of(cx.language);
    let now = item.and_then(|item| item.judged).map(|judged| judged.verdict);
    let mut chosen = None;
    for act in Act::ALL {
        let title = act.title(words);
        let is_now = match act {
            Act::Keep => now == Some(Verdict::Kept),
            Act::Recode => now == Some(Verdict::Recoded),
            Act::Bounds => now == Some(Verdict::Rebounded),
            Act::Question => now == Some(Verdict::Questioned),
            _ => false,
        };
        let font = if is_now { fonts::strong(14.0) } else { fonts::body() };
        let button = Button::new(RichText::new(title).font(font)).shortcut_text(act.key(words));
        let response = ui.add(button.min_size(vec2(width, 28.0)));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, title));
        if response.clicked() {
            chosen = Some(act);
        }
    }
    chosen
}

fn drawing_ui(cx: &Cx<'_>, ui: &mut Ui, told: &str, acts: &[Act]) -> Option<Act> {
    let words = ReviewingWords::of(cx.language);
    ui.label(RichText::new(told).color(cx.palette.text));
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for act in acts {
            let key = if *act == Act::TakeBounds { "Enter" } else { "Esc" };
            let button = ui.add(Button::new(act.title(words)).shortcut_text(key));
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, act.title(words)));
            if button.clicked() {
                chosen = Some(*act);
            }
        }
    });
    chosen
}

/// What was said about it, by whom and when.
fn told(cx: &Cx<'_>, judged: Judged) -> String {
    let words = ReviewingWords::of(cx.language);
    let phrase = match judged.verdict {
        Verdict::Kept => words.now_kept,
        Verdict::Recoded => words.now_recoded,
        Verdict::Rebounded => words.now_rebounded,
        Verdict::Removed => words.now_removed,
        Verdict::Added => words.now_added,
        Verdict::Questioned => words.now_questioned,
    };
    let when = moments::moment(cx.language, judged.made_ms);
    let code = cx.project.code_name(judged.code).unwrap_or_default();
    fill(phrase, &[("who", &cx.project.coder_name(judged.by)), ("when", &when), ("code", &code)])
}
