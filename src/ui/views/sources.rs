//! The list of sources: title, whose interview it is, how much of it is coded.

use std::collections::BTreeMap;

use egui::{Align2, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::counted::coded_share;
use crate::journal::edit::Edit;
use crate::lang::{fill, grouped};
use crate::model::id::SourceId;
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Room;
use crate::ui::widgets::{controls, empty};

const ROW: f32 = 50.0;

/// The list's memory between frames.
#[derive(Default)]
pub struct Sources {
    /// How much of each source seen is coded, at a revision.
    shares: BTreeMap<SourceId, (u64, f32)>,
    /// The open source, and what came last, as they were when the list was shown last.
    known: (Option<SourceId>, Option<SourceId>),
    /// How far the list is scrolled.
    offset: f32,
    /// The title that is being typed.
    typed: Option<(SourceId, String)>,
}

impl Sources {
    /// How much of a source is coded; counted once a revision.
    fn share(&mut self, project: &Project, source: &Source) -> f32 {
        let revision = project.revision();
        match self.shares.get(&source.id) {
            Some((known, share)) if *known == revision => *share,
            _ => {
                let share = coded_share(project, source);
                self.shares.insert(source.id, (revision, share));
                share
            }
        }
    }
}

impl Sources {
    /// Where to scroll to so that what has come, or else what was opened, is seen; nothing where it is, or is as it was.
    fn scrolled(&mut self, cx: &Cx<'_>, sources: &[&Source], tall: f32) -> Option<f32> {
        let now = (cx.screen.source, cx.screen.arrived);
        let before = std::mem::replace(&mut self.known, now);
        let opened = now.0.filter(|_| now.0 != before.0);
        let wanted = now.1.filter(|_| now.1 != before.1).or(opened)?;
        #[expect(clippy::cast_precision_loss, reason = "sources are few enough")]
        let top = sources.iter().position(|source| source.id == wanted)? as f32 * ROW;
        let seen = self.offset..=self.offset + tall - ROW;
        (!seen.contains(&top)).then_some((top - (tall - ROW) / 2.0).max(0.0))
    }

    /// A row in which the title of a source is typed.
    fn title_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, source: &Source) {
        let typed = self.typed.take().filter(|(known, _)| *known == source.id);
        let (_, mut typed) = typed.unwrap_or_else(|| (source.id, source.title.clone()));
        ui.allocate_ui(vec2(ui.available_width(), ROW), |ui| {
            ui.horizontal_centered(|ui| {
                let response = controls::field(ui, &mut typed, cx.say.title);
                if response.lost_focus() {
                    let gave_up = ui.input(|input| input.key_pressed(egui::Key::Escape));
                    let title = typed.trim().to_owned();
                    if !gave_up && !title.is_empty() && title != source.title {
                        cx.send(Edit::RenameSource { source: source.id, title });
                    }
                    cx.send(Look::Retitle(None));
                } else {
                    response.request_focus();
                    self.typed = Some((source.id, typed));
                }
            });
        });
    }
}

/// Shows the sources, no taller than `most` points.
pub fn sources_ui(cx: &Cx<'_>, ui: &mut Ui, memory: &mut Sources, most: f32) {
    let sources: Vec<&Source> = cx.project.sources().collect();
    ui.horizontal(|ui| {
        ui.label(egui::RichText::new(cx.say.sources).font(fonts::strong(13.0)).color(cx.palette.text));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let plus = egui::Button::new(egui::RichText::new("+").font(fonts::strong(16.0))).frame_when_inactive(false);
            let response = ui.add(plus);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, cx.say.import_button));
            if response.on_hover_text(cx.say.import_button).clicked() {
                cx.send(Task::ChooseFiles);
            }
            ui.label(egui::RichText::new(grouped(sources.len())).font(fonts::small()).color(cx.palette.muted));
        });
    });
    if sources.is_empty() {
        empty::nothing_ui(cx, ui, cx.say.no_sources_short);
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "sources are few enough")]
    let wanted = sources.len() as f32 * ROW;
    ui.spacing_mut().item_spacing.y = 0.0;
    let tall = most.min(wanted);
    let mut area = ScrollArea::vertical().id_salt("sources").max_height(tall).auto_shrink([false, true]);
    if let Some(offset) = memory.scrolled(cx, &sources, tall) {
        area = area.vertical_scroll_offset(offset);
    }
    let shown = area.show_rows(ui, ROW, sources.len(), |ui, range| {
        for source in &sources[range] {
            let share = memory.share(cx.project, source);
            if cx.screen.retitling == Some(source.id) {
                memory.title_ui(cx, ui, source);
            } else {
                row_ui(cx, ui, source, share);
            }
        }
    });
    memory.offset = shown.state.unclamped_offset().y;
}

fn row_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, share: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let chosen = cx.screen.source == Some(source.id);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, &source.title));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_description(fill(cx.say.share_coded, &[("n", &percent(share))]));
    });
    let palette = cx.palette;
    if chosen || response.hovered() {
        let fill = if chosen { palette.selection } else { palette.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
    let inner = rect.shrink2(vec2(space::S, 0.0));
    let painter = ui.painter();
    let counted = if share == 0.0 { "–".to_owned() } else { format!("{} %", percent(share)) };
    let count =
        painter.text(pos2(inner.right(), rect.top() + 8.0), Align2::RIGHT_TOP, counted, fonts::small(), palette.muted);
    let line = |words: String, font, ink, room: f32| {
        let mut job = egui::text::LayoutJob::simple_singleline(words, font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        painter.layout_job(job)
    };
    let title = line(source.title.clone(), fonts::body(), palette.text, count.left() - inner.left() - space::S);
    painter.galley(pos2(inner.left(), rect.top() + 6.0), title, palette.text);
    let about = line(about(cx.project, source.id), fonts::small(), palette.muted, inner.width());
    painter.galley(pos2(inner.left(), rect.top() + 25.0), about, palette.muted);
    let y = rect.bottom() - 5.0;
    painter.hline(inner.x_range(), y, Stroke::new(2.0, palette.line));
    let done = Rect::from_min_max(pos2(inner.left(), y), pos2(inner.left() + inner.width() * share, y));
    if share > 0.0 {
        painter.hline(done.x_range(), y, Stroke::new(2.0, palette.accent));
    }
    if response.clicked() {
        cx.send(Look::AtSource(source.id));
    }
    response.context_menu(|ui| source_menu_ui(cx, ui, source.id));
}

/// What can be done to a source, as a menu.
pub fn source_menu_ui(cx: &Cx<'_>, ui: &mut Ui, source: SourceId) {
    ui.set_min_width(200.0);
    if ui.button(cx.say.write_memo).clicked() {
        cx.send(Look::AtSource(source));
        cx.send(Look::WriteMemo(About::Source(source)));
    }
    if ui.button(cx.say.retitle_source).clicked() {
        cx.send(Look::Retitle(Some(source)));
    }
    ui.separator();
    let words = egui::RichText::new(cx.say.remove_source).color(cx.palette.error);
    if ui.button(words).clicked() {
        cx.send(Edit::RemoveSource { source });
    }
    let words = egui::RichText::new(cx.say.erase_source).color(cx.palette.error);
    if ui.button(words).clicked() {
        cx.send(Look::In(Room::Names));
        cx.send(Look::AskToErase(source));
    }
}

/// The values of the case a source belongs to, as in *CTO · klynge B*; the speakers where there is no case.
pub fn about(project: &Project, source: SourceId) -> String {
    let attributes = project.attributes();
    let mut values: Vec<&str> = Vec::new();
    for case in project.cases_of(source) {
        values.extend(attributes.iter().filter_map(|attribute| case.values.get(&attribute.id)).map(String::as_str));
    }
    if values.is_empty() {
        let speakers = project.source(source).into_iter().flat_map(|source| &source.speakers);
        values.extend(speakers.map(|speaker| speaker.name.as_str()).take(4));
    }
    values.join(" · ")
}

/// A share in whole per cent; what is there but small is not shown as nothing.
pub fn percent(share: f32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share lies between 0 and 1")]
    let rounded = (share * 100.0).round() as u32;
    if rounded == 0 && share > 0.0 { 1 } else { rounded }
}
