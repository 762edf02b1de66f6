//! The status bar: whether all is saved, what has just happened, and which keys work now.

use egui::{Align, Layout, RichText, Sense, Ui, vec2};

use crate::lang::correcting::CorrectingWords;
use crate::lang::{count, fill};
use crate::store::writer::Saved;
use crate::told;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::{Manner, Room, Tone};
use crate::ui::tasks::Running;
use crate::ui::views::counted::words_in;

/// Shows the status bar.
pub fn status_bar_ui(cx: &Cx<'_>, ui: &mut Ui, running: &[Running]) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        saved_ui(cx, ui);
        for task in running {
            task_ui(cx, ui, task);
        }
        let selected = selected(cx, ui);
        if let Some(said) = &cx.screen.said {
            let ink = if said.tone == Tone::Trouble { cx.palette.error } else { cx.palette.text };
            let label = egui::Label::new(RichText::new(&said.words).font(fonts::small()).color(ink)).truncate();
            ui.add(label).on_hover_text(&said.words);
        } else if cx.screen.room == Room::Code && cx.screen.manner != Manner::Coding {
            let words = CorrectingWords::of(cx.language);
            let comparing = cx.screen.manner == Manner::Comparing;
            small(cx, ui, if comparing { words.keys_comparing } else { words.keys });
        } else if !selected.is_empty() {
            small(cx, ui, &selected);
            small(cx, ui, cx.say.keys_selection);
        } else if cx.screen.room == Room::Code {
            let keys = if cx.screen.coding.is_some() { cx.say.keys_coding } else { cx.say.keys_reading };
            small(cx, ui, keys);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let zoom =
                fill(cx.say.zoom_state, &[("text", &cx.screen.text_zoom), ("all", &cx.preferences.interface_zoom)]);
            let wide = ui.painter().layout_no_wrap(zoom.clone(), fonts::small(), cx.palette.muted).size().x;
            // Half of it says less than nothing.
            if wide <= ui.available_width() {
                small(cx, ui, &zoom);
            }
        });
    });
}

fn small(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(RichText::new(words).font(fonts::small()).color(cx.palette.muted)).truncate());
}

fn selected(cx: &Cx<'_>, ui: &Ui) -> String {
    let Some((source, span)) = cx.screen.words().filter(|_| cx.screen.room == Room::Code) else {
        return String::new();
    };
    let words = cx.project.source(source).and_then(|source| words_in(ui, source, Some(span)));
    let counted = words.map(|words| count(words, cx.say.one_word, cx.say.many_words));
    counted.map_or_else(String::new, |counted| fill(cx.say.selected_counted, &[("counted", &counted)]))
}

fn saved_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let Some(session) = cx.session else { return };
    let state = session.saved();
    let (ink, words, hint) = match &state {
        Saved::Saved => (cx.palette.ok, cx.say.saved.to_owned(), cx.say.saved_hint.to_owned()),
        Saved::Saving { .. } => (cx.palette.muted, cx.say.saving.to_owned(), String::new()),
        Saved::NotSaved { changes, .. } => (
            cx.palette.error,
            count(*changes, cx.say.not_saved_one, cx.say.not_saved_many),
            told::store::saved(&state, cx.language),
        ),
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (dot, _) = ui.allocate_exact_size(vec2(12.0, 10.0), Sense::hover());
        ui.painter().circle_filled(dot.center(), 4.0, ink);
        let label = ui.label(RichText::new(words).font(fonts::small()).color(ink));
        if !hint.is_empty() {
            label.on_hover_text(hint);
        }
    });
}

fn task_ui(cx: &Cx<'_>, ui: &mut Ui, task: &Running) {
    let (done, total) = task.progress();
    let words = if total > 1 { format!("{} {done}/{total}", task.title) } else { task.title.clone() };
    ui.add(egui::Spinner::new().size(12.0));
    small(cx, ui, &words);
    if total > 1 && ui.small_button(cx.say.cancel).clicked() {
        task.cancel();
        cx.send(Look::Say(cx.say.cancelled.to_owned()));
    }
}
