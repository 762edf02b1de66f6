//! The head of the preview, and the title of the file that is shown with what must be known of it.

use egui::{RichText, Ui};

use super::{Room, say};
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::window::Window;
use crate::lang::{Language, count, fill, grouped};
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::intake::change::Change;
use crate::ui::intake::item::{Hindrance, Item, State};
use crate::ui::intake::{Intake, Part};
use crate::ui::look::{fonts, space};
use crate::ui::screen::Tone;
use crate::ui::tasks::Running;
use crate::ui::widgets::{controls, page};

/// What is imported and where, how far reading is, and the parts that have no room beside each other.
pub(super) fn bar_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake, (room, running): (Room, &[Running])) {
    let say = say(cx);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let title = fill(say.title, &[("study", &cx.project.name())]);
        ui.label(RichText::new(title).font(fonts::strong(15.0)).color(cx.palette.text));
        let told = count(intake.items.len(), say.told_files_one, say.told_files);
        ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
        let reads = |task: &&Running| Language::ALL.iter().any(|known| Window::of(*known).importing == task.title);
        if running.iter().any(|task| reads(&task)) {
            let (done, total) = (grouped(intake.done()), grouped(intake.items.len()));
            ui.add(egui::Spinner::new().size(12.0).color(cx.palette.accent));
            let told = fill(say.reading, &[("done", &done), ("total", &total)]);
            ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.text));
            if controls::link(cx, ui, say.stop_reading).clicked() {
                cx.send(Task::StopReading);
            }
        }
        if let Some(said) = &cx.screen.said {
            let ink = if said.tone == Tone::Trouble { cx.palette.error } else { cx.palette.text };
            ui.label(RichText::new(&said.words).font(fonts::small()).color(ink));
        }
        let names = PseudonymWords::of(cx.language).room;
        let all = [
            (Part::Files, say.files),
            (Part::Content, say.content),
            (Part::Details, say.details),
            (Part::Names, names),
        ];
        let beside: &[Part] = match room {
            Room::Wide => &[Part::Files, Part::Details],
            Room::Middling => &[Part::Files],
            Room::Narrow => &[],
        };
        let shown = if beside.contains(&intake.part) { Part::Content } else { intake.part };
        let parts: Vec<(Part, &str)> = all.into_iter().filter(|(part, _)| !beside.contains(part)).collect();
        if let Some(part) = page::choices_ui(cx, ui, shown, &parts) {
            cx.send(Look::Intake(Change::Part(part)));
        }
    });
}

/// The title as it is being typed.
#[derive(Default)]
pub(super) struct Head {
    typed: Option<(usize, String)>,
}

impl Head {
    /// The title, what it is, and why it does not come along.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, at: usize, item: &Item) {
        let margin = egui::Margin { left: 24, right: 16, top: 10, bottom: 8 };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if item.draft().is_some() {
                self.title_ui(cx, ui, at, item);
            } else {
                ui.label(RichText::new(item.origin.name()).font(fonts::strong(16.0)).color(cx.palette.text));
            }
            ui.label(RichText::new(about(cx, item)).font(fonts::small()).color(cx.palette.muted));
            for (ink, words) in notes(cx, item) {
                ui.label(RichText::new(words).color(ink));
            }
        });
        let line = ui.max_rect().x_range();
        ui.painter().hline(line, ui.min_rect().bottom(), egui::Stroke::new(1.0, cx.palette.line));
    }

    fn title_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, at: usize, item: &Item) {
        let title = item.title();
        let mut typed = match self.typed.take() {
            Some((known, typed)) if known == at => typed,
            _ => title.clone(),
        };
        ui.add_enabled_ui(item.hindrance(cx.project).is_none(), |ui| {
            let response = controls::named_field(ui, &mut typed, cx.say.title, "");
            if response.changed() && !typed.trim().is_empty() {
                cx.send(Look::Intake(Change::Title(at, typed.trim().to_owned())));
            }
            if response.has_focus() {
                self.typed = Some((at, typed));
            }
        });
    }
}

/// Where it comes from and how much it is.
fn about(cx: &Cx<'_>, item: &Item) -> String {
    let say = say(cx);
    let mut parts = vec![item.origin.name()];
    if let Some(draft) = item.draft() {
        let times = draft.turns.iter().filter(|turn| turn.start_ms.is_some()).count();
        parts.push(count(item.words, say.words_one, say.words));
        let counted = [
            (draft.speakers.len(), say.speakers_one, say.speakers),
            (draft.turns.len(), say.turns_one, say.turns),
            (times, say.times_one, say.times),
        ];
        parts.extend(counted.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many)));
    } else if let Some(crate::import::Content::Survey(survey)) = item.read().map(|read| &read.content) {
        parts.push(count(survey.table.rows.len(), say.rows_one, say.rows));
        parts.push(count(survey.table.header.len(), say.columns_one, say.columns));
        parts.push(count(item.words, say.words_one, say.words));
    }
    parts.join(" · ")
}

/// What must be known of it: why it cannot be read, that it is here already.
fn notes(cx: &Cx<'_>, item: &Item) -> Vec<(egui::Color32, String)> {
    let (say, palette) = (say(cx), cx.palette);
    let mut notes = Vec::new();
    match &item.state {
        State::Failed(why) => notes.push((palette.error, why.clone())),
        State::Waiting => notes.push((palette.muted, say.waiting.to_owned())),
        State::Read(_) => {}
    }
    match item.hindrance(cx.project) {
        Some(Hindrance::Here(source)) => {
            let title = cx.project.source(source).map_or("", |source| source.title.as_str());
            notes.push((palette.warn, fill(say.same_text, &[("title", &title)])));
        }
        Some(Hindrance::Erased) => notes.push((palette.warn, say.erased_text.to_owned())),
        Some(Hindrance::Twice) => notes.push((palette.warn, say.twice_text.to_owned())),
        Some(Hindrance::Unread) => {}
        None => {
            let removed = cx.project.removed_sources().find(|(id, _)| Some(*id) == item.source);
            let title = item.title().to_lowercase();
            let same = cx.project.sources().find(|source| source.title.to_lowercase() == title);
            if let Some((_, title)) = removed {
                notes.push((palette.warn, fill(say.removed_text, &[("title", &title)])));
            } else if let Some(same) = same.filter(|_| item.draft().is_some()) {
                notes.push((palette.muted, fill(say.same_title, &[("title", &same.title)])));
            }
        }
    }
    notes
}
