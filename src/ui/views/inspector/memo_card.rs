//! The memos about something: read, written in place, two versions side by side.

use std::collections::BTreeMap;

use egui::{CornerRadius, Frame, RichText, TextEdit, Ui};

use crate::journal::edit::Edit;
use crate::journal::edit::team::TeamEdit;
use crate::lang::fill;
use crate::lang::reviewing::ReviewingWords;
use crate::model::id::MemoId;
use crate::model::memo::{About, Memo};
use crate::model::project::Project;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::views::moments;
use crate::ui::widgets::controls;

/// The memo that is being typed.
#[derive(Default)]
pub(in crate::ui::views) struct MemoCard {
    about: Option<About>,
    memo: Option<MemoId>,
    /// The memo that is being answered.
    answers: Option<MemoId>,
    typed: String,
    fresh: bool,
    /// How tall each thread was when it was last shown.
    heights: BTreeMap<MemoId, f32>,
}

/// How far beyond what is seen memos are shown all the same, in points, so that they are there for whoever goes on reading
/// by the keyboard.
const BEYOND: f32 = 600.0;

impl MemoCard {
    /// Shows the memos about something, each with its answers, and the field for a new one when asked for.
    pub(in crate::ui::views) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, about: About) {
        if self.about.is_some_and(|known| known != about) {
            self.send(cx);
        }
        let threads = threads(cx.project, about);
        let asked = cx.screen.memo == Some(about);
        if asked && self.about.is_none() {
            let only = threads.first().map(|thread| thread[0]).filter(|memo| memo.versions.len() == 1);
            self.start(about, only.map(|memo| memo.id), only.map_or("", |memo| &memo.versions[0].text));
        }
        for thread in &threads {
            let (top, view) = (ui.cursor().top(), ui.clip_rect().expand(BEYOND));
            let typed = thread.iter().any(|memo| self.memo == Some(memo.id) || self.answers == Some(memo.id));
            let known = self.heights.get(&thread[0].id).filter(|_| !typed);
            // There may be hundreds of them: what is far from what is seen keeps its place and is not shown.
            match known.filter(|height| top + **height < view.top() || top > view.bottom()) {
                Some(height) => ui.add_space(*height),
                None => {
                    self.thread_ui(cx, ui, about, thread);
                    self.heights.insert(thread[0].id, ui.cursor().top() - top);
                }
            }
        }
        if self.about.is_some() && self.memo.is_none() && self.answers.is_none() {
            self.field_ui(cx, ui);
        } else if self.about.is_none() && controls::link(cx, ui, cx.say.add_memo).clicked() {
            self.start(about, None, "");
            cx.send(Look::WriteMemo(about));
        }
    }

    /// A memo with its answers, and what can be done about them; of a closed thread only how it began.
    fn thread_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, about: About, thread: &[&Memo]) {
        let words = ReviewingWords::of(cx.language);
        let Some((first, answers)) = thread.split_first() else { return };
        self.memo_ui(cx, ui, about, first);
        if let Some((by, when)) = first.closed {
            let (who, when) = (cx.project.coder_name(by), moments::day(cx.language, when));
            ui.horizontal_wrapped(|ui| {
                let told = fill(words.closed_by, &[("who", &who), ("when", &when)]);
                ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
                if controls::link(cx, ui, words.open_thread).clicked() {
                    cx.send(Edit::Team(TeamEdit::ReopenThread { memo: first.id }));
                }
            });
            return;
        }
        ui.indent(("answers", first.id), |ui| {
            for answer in answers {
                self.memo_ui(cx, ui, about, answer);
            }
            if self.about.is_some() && self.answers == Some(first.id) {
                return self.field_ui(cx, ui);
            }
            if self.about.is_some() {
                return;
            }
            ui.horizontal_wrapped(|ui| {
                if controls::link(cx, ui, words.answer).clicked() {
                    self.start(about, None, "");
                    self.answers = Some(first.id);
                    cx.send(Look::WriteMemo(about));
                }
                if !answers.is_empty() && controls::link(cx, ui, words.close_thread).clicked() {
                    cx.send(Edit::Team(TeamEdit::CloseThread { memo: first.id }));
                }
            });
        });
    }

    fn memo_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, about: About, memo: &Memo) {
        if self.about.is_some() && self.memo == Some(memo.id) {
            return self.field_ui(cx, ui);
        }
        if memo.versions.len() > 1 {
            ui.label(RichText::new(cx.say.two_versions).font(fonts::small()).color(cx.palette.warn));
        }
        for version in &memo.versions {
            let what = if memo.answers.is_some() { ReviewingWords::of(cx.language).answer } else { cx.say.memo };
            let (who, when) = (cx.project.coder_name(version.coder), moments::day(cx.language, version.made_ms));
            if card(cx, ui, &format!("{what} · {who} · {when}"), &version.text).clicked() {
                self.send(cx);
                self.start(about, Some(memo.id), &version.text);
                cx.send(Look::WriteMemo(about));
            }
        }
    }

    fn start(&mut self, about: About, memo: Option<MemoId>, words: &str) {
        (self.about, self.memo, self.answers, self.fresh) = (Some(about), memo, None, true);
        words.clone_into(&mut self.typed);
    }

    fn field_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        ui.add_space(space::XS);
        let done = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter));
        let edit = TextEdit::multiline(&mut self.typed).desired_rows(4).desired_width(f32::INFINITY);
        let response = ui.add(edit.hint_text(cx.say.memo_hint));
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, &self.typed, &self.typed, cx.say.memo);
            info.label = Some(cx.say.memo.to_owned());
            info
        });
        if self.fresh {
            response.request_focus();
            self.fresh = false;
        }
        if response.lost_focus() || done {
            self.send(cx);
            cx.send(Look::MemoDone);
        }
        ui.label(RichText::new(cx.say.memo_keys).font(fonts::small()).color(cx.palette.muted));
    }

    /// Sends what is half typed.
    pub(in crate::ui::views) fn flush(&mut self, cx: &Cx<'_>) {
        self.send(cx);
    }

    /// Sends what has been typed; nothing when nothing has changed.
    fn send(&mut self, cx: &Cx<'_>) {
        let Some(about) = self.about.take() else { return };
        let text = self.typed.trim().to_owned();
        match self.memo.take() {
            Some(memo) => {
                let known = cx.project.memo(memo);
                let same = known.is_some_and(|memo| memo.versions.len() == 1 && memo.versions[0].text == text);
                if !same {
                    cx.send(Edit::RewriteMemo { memo, text });
                }
            }
            None if text.is_empty() => {}
            None => match self.answers {
                Some(memo) => cx.send(Edit::Team(TeamEdit::Answer { memo, text })),
                None => cx.send(Edit::AddMemo { about, text }),
            },
        }
        self.answers = None;
        self.typed.clear();
    }
}

/// The memos about something, each with the answers to it, the earliest first.
fn threads(project: &Project, about: About) -> Vec<Vec<&Memo>> {
    let mut memos: Vec<&Memo> = project.memos_about(about).collect();
    memos.sort_by_key(|memo| (memo.versions.first().map(|version| version.made_ms), memo.id));
    // An answer whose memo is gone stands by itself.
    let first = |memo: &Memo| memo.answers.filter(|id| project.memo(*id).is_some()).unwrap_or(memo.id);
    let mut threads: Vec<Vec<&Memo>> =
        memos.iter().filter(|memo| first(memo) == memo.id).map(|memo| vec![*memo]).collect();
    for memo in memos.into_iter().filter(|memo| first(memo) != memo.id) {
        if let Some(thread) = threads.iter_mut().find(|thread| thread[0].id == first(memo)) {
            thread.push(memo);
        }
    }
    threads
}

/// A note on a tinted card.
fn card(cx: &Cx<'_>, ui: &mut Ui, head: &str, words: &str) -> egui::Response {
    let frame = Frame::new().fill(cx.palette.hover).corner_radius(CornerRadius::same(6)).inner_margin(10);
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(RichText::new(head).font(fonts::small()).color(cx.palette.muted));
        ui.label(RichText::new(words).font(egui::FontId::proportional(13.0)));
    });
    ui.add_space(space::XS);
    let response = inner.response.interact(egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    response.on_hover_cursor(egui::CursorIcon::Text)
}
