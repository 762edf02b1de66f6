//! The line above the text: whose interview it is and how far it has come.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Layout, Rect, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::counted::words_in;
use super::reader::lost::{list_ui, lost_in};
use super::sources::about;
use crate::lang::aside::AsideWords;
use crate::lang::correcting::CorrectingWords;
use crate::lang::{count, fill};
use crate::model::code::Hue;
use crate::model::id::{CoderId, SourceId};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::store::app_data::preferences::Colours;
use crate::ui::action::Look;
use crate::ui::commands::{Command, keys};
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::screen::{Aside, Manner};
use crate::ui::widgets::controls;

const HEIGHT: f32 = 46.0;

/// The header's memory between frames: what it counts is counted once a revision.
#[derive(Default)]
pub(super) struct SourceHeader {
    codings: Derived<(SourceId, u64), Vec<(CoderId, usize)>>,
}

impl SourceHeader {
    /// Shows title, case, length and codings of a source; `left` is where the words of the text begin.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, source: &Source, left: f32) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), egui::Sense::hover());
        let words = words_in(ui, source, None);
        let codings = self.codings.get((source.id, cx.project.revision()), || by_coder(cx.project, source.id));
        let buttons = buttons_ui(cx, ui, rect, source);
        let mut parts = vec![about(cx.project, source.id)];
        if let Some(minutes) = source.turns.iter().rev().find_map(|turn| turn.start_ms).map(|ms| ms / 60_000) {
            parts.push(fill(cx.say.minutes, &[("n", &minutes)]));
        }
        parts.extend(words.map(|words| count(words, cx.say.one_word, cx.say.many_words)));
        parts.retain(|part| !part.is_empty());
        let words = CorrectingWords::of(cx.language);
        let (told, ink) = match cx.screen.manner {
            Manner::Coding => (parts.join(" · "), cx.palette.muted),
            Manner::Correcting => (words.correcting.to_owned(), cx.palette.accent),
            Manner::Comparing => (words.comparing.to_owned(), cx.palette.accent),
        };
        let mut job = LayoutJob::default();
        let format = |font, color| TextFormat { font_id: font, color, ..TextFormat::default() };
        job.append(&source.title, 0.0, format(fonts::strong(17.0), cx.palette.text));
        // Where colours stand for coders, this is their legend, and stands first.
        let legend = cx.preferences.colours == Colours::Coders;
        let coders = if cx.screen.manner == Manner::Coding { coded(cx, codings) } else { Vec::new() };
        if !legend || coders.is_empty() {
            job.append(&told, space::M, format(fonts::small(), ink));
        }
        for (at, (words, hue)) in coders.iter().enumerate() {
            let (before, space) = match (at, legend) {
                (0, true) => ("", space::M),
                (0, false) => (" · ", 0.0),
                _ => (", ", 0.0),
            };
            job.append(before, space, format(fonts::small(), ink));
            if let Some(hue) = hue.filter(|_| legend) {
                job.append("● ", 0.0, format(fonts::small(), cx.palette.hue(hue)));
            }
            job.append(words, 0.0, format(fonts::small(), ink));
        }
        if legend && !coders.is_empty() {
            job.append(&format!(" · {told}"), 0.0, format(fonts::small(), ink));
        }
        let told = job.text.strip_prefix(&source.title).unwrap_or_default().to_owned();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
        job.wrap = egui::text::TextWrapping::truncate_at_width((buttons - left - space::M).max(80.0));
        let galley = ui.painter().layout_job(job);
        if galley.elided {
            response.on_hover_text(&told);
        }
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, cx.palette.text);
        let edge = match cx.screen.manner {
            Manner::Coding => Stroke::new(1.0, cx.palette.line),
            Manner::Correcting | Manner::Comparing => Stroke::new(2.0, cx.palette.accent),
        };
        ui.painter().hline(rect.x_range(), rect.bottom(), edge);
    }
}

/// What can be done to the text, at the right; gives where it begins.
fn buttons_ui(cx: &Cx<'_>, ui: &mut Ui, rect: Rect, source: &Source) -> f32 {
    if source.text.is_none() {
        return rect.right();
    }
    let words = CorrectingWords::of(cx.language);
    let lost = lost_in(cx, source);
    let layout = Layout::right_to_left(Align::Center);
    let right = UiBuilder::new().max_rect(rect.shrink2(vec2(space::M, 6.0))).layout(layout);
    let shown = ui.scope_builder(right, |ui| {
        let change_to = |ui: &mut Ui, title: &str, command: Command| {
            let keys = keys(ui, command);
            if controls::quiet(ui, title).on_hover_text(keys).clicked() {
                cx.send(command);
            }
        };
        match cx.screen.manner {
            Manner::Coding => change_to(ui, words.correct, Command::Correct),
            Manner::Correcting => change_to(ui, words.done, Command::Correct),
            Manner::Comparing => {}
        }
        if cx.screen.manner == Manner::Comparing {
            change_to(ui, words.show_corrected, Command::Compare);
            if controls::quiet(ui, words.next_change).on_hover_text("F8").clicked() {
                cx.send(Look::NextChange);
            }
        } else if source.is_corrected() {
            change_to(ui, words.show_original, Command::Compare);
        }
        if cx.screen.manner == Manner::Coding {
            aside_ui(cx, ui, source);
        }
        if !lost.is_empty() {
            let title = count(lost.len(), words.lost_one, words.lost_many);
            let button =
                ui.add(egui::Button::new(egui::RichText::new(title).color(cx.palette.warn)).frame_when_inactive(false));
            list_ui(cx, ui, &button, (source, &lost));
        }
        ui.min_rect().left()
    });
    shown.inner
}

/// Shows or hides what is set aside.
fn aside_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source) {
    let say = AsideWords::of(cx.language);
    let aside: usize = source.excluded().iter().filter_map(|span| words_in(ui, source, Some(*span))).sum();
    if aside == 0 {
        return;
    }
    let hidden = cx.screen.aside == Aside::Hidden;
    let (one, many) = if hidden { (say.show_one, say.show_many) } else { (say.hide_one, say.hide_many) };
    if controls::quiet(ui, &count(aside, one, many)).on_hover_text(keys(ui, Command::HideAside)).clicked() {
        cx.send(Command::HideAside);
    }
}

fn by_coder(project: &Project, source: SourceId) -> Vec<(CoderId, usize)> {
    let mut counts: Vec<(CoderId, usize)> = Vec::new();
    for coding in project.codings_in(source) {
        match counts.iter_mut().find(|(coder, _)| *coder == coding.coder) {
            Some((_, count)) => *count += 1,
            None => counts.push((coding.coder, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    counts
}

/// *48 kodinger av Kari*, *6 av Ola*, each with the colour of the coder.
fn coded(cx: &Cx<'_>, codings: &[(CoderId, usize)]) -> Vec<(String, Option<Hue>)> {
    let part = |(at, (coder, n)): (usize, &(CoderId, usize))| {
        let name = cx.project.coder_name(*coder);
        let counted = if at == 0 { count(*n, cx.say.one_coding, cx.say.many_codings) } else { n.to_string() };
        let words = fill(cx.say.counted_by, &[("counted", &counted), ("coder", &name)]);
        (words, cx.project.coder(*coder).map(|coder| coder.hue))
    };
    codings.iter().enumerate().map(part).collect()
}
