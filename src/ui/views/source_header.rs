//! The line above the text: whose interview it is and how far it has come.

use egui::text::{LayoutJob, TextFormat};
use egui::{RichText, Stroke, Ui, UiBuilder, pos2, vec2};

use super::counted::words_in;
use super::sources::about;
use crate::lang::aside::AsideWords;
use crate::lang::{count, fill};
use crate::model::id::{CoderId, SourceId};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::ui::commands::{Command, keys};
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Aside;

const HEIGHT: f32 = 46.0;

/// The header's memory between frames: what it counts is counted once a revision.
#[derive(Default)]
pub(super) struct SourceHeader {
    codings: Derived<(SourceId, u64), Vec<(CoderId, usize)>>,
}

impl SourceHeader {
    /// Shows title, case, length and codings of a source; `left` is where the words of the text begin.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, source: &Source, left: f32) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), egui::Sense::hover());
        let words = words_in(ui, source, None);
        let codings = self.codings.get((source.id, cx.project.revision()), || by_coder(cx.project, source.id));
        let room = rect.right() - left - space::M - aside_ui(cx, ui, source, rect);
        let mut parts = vec![about(cx.project, source.id)];
        if let Some(minutes) = source.turns.iter().rev().find_map(|turn| turn.start_ms).map(|ms| ms / 60_000) {
            parts.push(fill(cx.say.minutes, &[("n", &minutes)]));
        }
        parts.extend(words.map(|words| count(words, cx.say.one_word, cx.say.many_words)));
        parts.push(told(cx, codings));
        parts.retain(|part| !part.is_empty());
        let mut job = LayoutJob::default();
        let format = |font, color| TextFormat { font_id: font, color, ..TextFormat::default() };
        job.append(&source.title, 0.0, format(fonts::strong(17.0), cx.palette.text));
        job.append(&parts.join(" · "), space::M, format(fonts::small(), cx.palette.muted));
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, cx.palette.text);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, cx.palette.line));
    }
}

/// Shows or hides what is set aside; gives the width that takes.
fn aside_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, rect: egui::Rect) -> f32 {
    let say = AsideWords::of(cx.language);
    let aside: usize = source.excluded().iter().filter_map(|span| words_in(ui, source, Some(*span))).sum();
    if aside == 0 {
        return 0.0;
    }
    let hidden = cx.screen.aside == Aside::Hidden;
    let (one, many) = if hidden { (say.show_one, say.show_many) } else { (say.hide_one, say.hide_many) };
    let words = RichText::new(count(aside, one, many)).font(fonts::small()).color(cx.palette.muted);
    let row = rect.shrink2(vec2(space::M, 8.0));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let button = ui.scope_builder(UiBuilder::new().max_rect(row).layout(layout), |ui| {
        ui.add(egui::Button::new(words).frame_when_inactive(false))
    });
    let width = button.inner.rect.width();
    if button.inner.on_hover_text(keys(ui, Command::HideAside)).clicked() {
        cx.send(Command::HideAside);
    }
    width + space::M
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

/// *48 kodinger av Kari, 6 av Ola*.
fn told(cx: &Cx<'_>, codings: &[(CoderId, usize)]) -> String {
    let part = |(at, (coder, n)): (usize, &(CoderId, usize))| {
        let name = cx.project.coder_name(*coder);
        let counted = if at == 0 { count(*n, cx.say.one_coding, cx.say.many_codings) } else { n.to_string() };
        fill(cx.say.counted_by, &[("counted", &counted), ("coder", &name)])
    };
    codings.iter().enumerate().map(part).collect::<Vec<_>>().join(", ")
}
