//! Above the gestures: what to look at and what can be restored, each folded to a line when it is not wanted.

use egui::{Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::attention::{Answer, Item, Urge, deleted, read, to_look_at};
use crate::journal::notice::Notice;
use crate::lang::study::StudyWords;
use crate::lang::{Language, count, grouped};
use crate::ui::action::{Fold, Look};
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, marks};

/// How many things are shown at first, and how many more at each wish.
const AT_ONCE: usize = 50;
/// How much of the room's height the things take at most.
const SHARE: f32 = 0.45;
/// How wide a sentence gets.
const MEASURE: f32 = 720.0;

/// What the things shown depend on.
type Key = (u64, usize, usize, usize, Language);

/// The shelf's memory between frames.
pub(super) struct Shelf {
    listed: Derived<Key, [Vec<Item>; 3]>,
    groups: [(Fold, usize); 3],
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            listed: Derived::default(),
            groups: [(Fold::Open, AT_ONCE), (Fold::Closed, AT_ONCE), (Fold::Closed, AT_ONCE)],
        }
    }
}

impl Shelf {
    /// Shows the groups that are not empty.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let Some(session) = cx.session else { return };
        let (noticed, found) = (session.notices().len(), session.findings().len());
        let key = (cx.project.revision(), noticed, session.unread(), found, cx.language);
        let listed = self.listed.get(key, || [to_look_at(cx), read(cx), deleted(cx)]);
        if listed.iter().all(Vec::is_empty) {
            return;
        }
        let words = StudyWords::of(cx.language);
        let most = ui.available_height() * SHARE;
        let margin = Margin { left: 24, right: 16, top: 6, bottom: 8 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::XS;
            ScrollArea::vertical().id_salt("to look at").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
                let titles = [words.to_look_at, words.read, words.deleted];
                for ((title, items), group) in titles.into_iter().zip(listed.iter()).zip(&mut self.groups) {
                    if !items.is_empty() {
                        group_ui(cx, ui, (title, items), group);
                    }
                }
            });
        });
        let line = ui.max_rect().x_range();
        ui.painter().hline(line, ui.min_rect().bottom(), Stroke::new(1.0, cx.palette.line));
    }
}

fn group_ui(cx: &Cx<'_>, ui: &mut Ui, (title, items): (&str, &[Item]), (fold, shown): &mut (Fold, usize)) {
    let size = vec2(ui.available_width().min(260.0), 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let open = *fold == Fold::Open;
    let counted = grouped(items.len());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, format!("{title} {counted}")));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 6.0, cx.palette.hover);
    }
    let (left, ink) = (rect.left_center(), cx.palette.text);
    marks::triangle(painter, left + vec2(4.0, 0.0), open, cx.palette.muted);
    let at = left + vec2(16.0, 0.0);
    let drawn = painter.text(at, egui::Align2::LEFT_CENTER, title, fonts::strong(13.0), ink);
    let at = drawn.right_center() + vec2(space::S, 0.0);
    painter.text(at, egui::Align2::LEFT_CENTER, counted, fonts::small(), cx.palette.muted);
    if response.clicked() {
        *fold = if open { Fold::Closed } else { Fold::Open };
    }
    if !open {
        return;
    }
    let unread: Vec<Notice> = items.iter().filter_map(|item| item.unread.clone()).collect();
    let words = StudyWords::of(cx.language);
    if unread.len() > 1 && controls::link(cx, ui, words.mark_all_read).clicked() {
        cx.send(Look::Read(unread));
    }
    for item in items.iter().take(*shown) {
        item_ui(cx, ui, item);
    }
    let more = items.len().saturating_sub(*shown).min(AT_ONCE);
    if more > 0 && controls::link(cx, ui, &count(more, words.show_more_one, words.show_more)).clicked() {
        *shown += AT_ONCE;
    }
    ui.add_space(space::XS);
}

fn item_ui(cx: &Cx<'_>, ui: &mut Ui, item: &Item) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (dot, _) = ui.allocate_exact_size(vec2(10.0, 23.0), Sense::hover());
        let ink = match item.urge {
            Urge::Trouble => cx.palette.error,
            Urge::Notice => cx.palette.warn,
            Urge::None => cx.palette.faint,
        };
        ui.painter().circle_filled(dot.center() - vec2(1.0, 0.0), 3.0, ink);
        let for_button = match item.answers.len() {
            0 => 0.0,
            1 => 220.0,
            several => 110.0 * several as f32,
        };
        let for_button = for_button + if item.unread.is_some() { 110.0 } else { 0.0 };
        let width = (ui.available_width() - for_button).clamp(120.0, MEASURE);
        ui.allocate_ui(vec2(width, 24.0), |ui| {
            ui.set_width(width);
            ui.add_space(3.0);
            ui.add(egui::Label::new(RichText::new(&item.words).font(fonts::body())).wrap());
            ui.add_space(3.0);
        });
        if let Some(notice) = &item.unread {
            let words = StudyWords::of(cx.language);
            let link = controls::link(cx, ui, words.mark_read);
            let named = format!("{}: {}", words.mark_read, item.words);
            link.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
            if link.clicked() {
                cx.send(Look::Read(vec![notice.clone()]));
            }
        }
        for (title, named, answer) in &item.answers {
            let button = ui.add(egui::Button::new(RichText::new(title).font(fonts::small())).truncate());
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, named));
            if button.clicked() {
                match answer {
                    Answer::Do(edit) => cx.send(edit.clone()),
                    Answer::Begin(task) => cx.send(task.clone()),
                    Answer::Go(looks) => looks.iter().for_each(|look| cx.send(look.clone())),
                }
            }
        }
    });
}
