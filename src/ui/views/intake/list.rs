//! The files of an import: which of them come along, what each is, and a sign where something should be looked at.

use egui::{Align2, Checkbox, CornerRadius, Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::say;
use crate::import::Content;
use crate::lang::{count, fill};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::intake::Intake;
use crate::ui::intake::change::Change;
use crate::ui::intake::item::{Hindrance, Item, State};
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

const ROW: f32 = 46.0;
/// The room of the box at the left of a row.
const BOX: f32 = 26.0;

/// Shows the list; scrolls to the chosen file where another was shown before.
pub(super) fn list_ui(cx: &Cx<'_>, ui: &mut Ui, intake: &Intake, listed: &mut Option<usize>) {
    let say = say(cx);
    if intake.items.len() > 1 {
        let ready = intake.ready(cx.project).len();
        let can = intake.items.iter().filter(|item| item.hindrance(cx.project).is_none()).count();
        let (mut all, some) = (ready == can && can > 0, ready > 0 && ready < can);
        // In line with the boxes below it.
        let tick_all = |ui: &mut Ui| {
            ui.add_space(3.0);
            let now = all || some;
            let words = RichText::new(say.tick_all).color(cx.palette.text);
            let tick = Checkbox::new(&mut all, words).indeterminate(some);
            ui.add_enabled_ui(can > 0, |ui| controls::check_box(ui, now, tick)).inner
        };
        let ticked = ui.horizontal(tick_all).inner;
        if ticked.changed() {
            cx.send(Look::Intake(Change::WantAll(all)));
        }
        ui.add_space(space::XS);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().id_salt("files to import").auto_shrink([false, false]);
    if *listed != Some(intake.chosen) {
        *listed = Some(intake.chosen);
        #[expect(clippy::cast_precision_loss, reason = "a list of files is short")]
        let top = intake.chosen as f32 * ROW;
        area = area.vertical_scroll_offset((top - ui.available_height() / 2.0).max(0.0));
    }
    area.show_rows(ui, ROW, intake.items.len(), |ui, range| {
        for at in range {
            if let Some(item) = intake.items.get(at) {
                row_ui(cx, ui, (at, item), intake.chosen == at);
            }
        }
    });
}

fn row_ui(cx: &Cx<'_>, ui: &mut Ui, (at, item): (usize, &Item), chosen: bool) {
    let (palette, name) = (cx.palette, item.title());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let row = Rect::from_min_max(pos2(rect.left() + BOX, rect.top()), rect.max);
    let response = ui.interact(row, ui.scope_id().with(("file to import", at)), Sense::click());
    let (sign, told) = told(cx, item);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, &name));
    ui.accesskit_node_builder(response.id, |node| node.set_description(told.as_str()));
    if chosen || response.hovered() {
        let fill = if chosen { palette.selection } else { palette.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
    let able = item.hindrance(cx.project).is_none();
    let mut ticked = able && item.is_ticked();
    let corner = Rect::from_min_size(rect.min + vec2(3.0, 2.0), vec2(BOX - 6.0, ROW - 4.0));
    let named = fill(say(cx).tick, &[("file", &name)]);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(corner).id_salt(("tick", at)));
    let now = ticked;
    let shown = Checkbox::without_text(&mut ticked);
    let tick = inner.add_enabled_ui(able, |ui| controls::check_box(ui, now, shown)).inner;
    tick.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, able, ticked, &named));
    if tick.changed() {
        cx.send(Look::Intake(Change::Want(at, ticked)));
    }
    let ink = if able { palette.text } else { palette.muted };
    let width = row.width() - space::S - 16.0;
    let line = |words: String, font, ink| {
        let mut job = egui::text::LayoutJob::simple_singleline(words, font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        ui.painter().layout_job(job)
    };
    let painter = ui.painter();
    painter.galley(pos2(row.left(), row.top() + 5.0), line(name, fonts::body(), ink), ink);
    let below = line(told.clone(), fonts::small(), sign.unwrap_or(palette.muted));
    let below_ink = sign.unwrap_or(palette.muted);
    painter.galley(pos2(row.left(), row.top() + 24.0), below, below_ink);
    if let Some(ink) = sign {
        let centre = pos2(row.right() - 10.0, row.top() + 14.0);
        painter.text(centre, Align2::CENTER_CENTER, "!", fonts::strong(14.0), ink);
    }
    if response.on_hover_text(told).clicked() {
        cx.send(Look::Intake(Change::Show(at)));
    }
}

/// What stands below the title, and the ink of the sign where something should be looked at.
fn told(cx: &Cx<'_>, item: &Item) -> (Option<egui::Color32>, String) {
    let (say, palette) = (say(cx), cx.palette);
    let read = match &item.state {
        State::Waiting => return (None, say.waiting.to_owned()),
        State::Failed(_) => return (Some(palette.error), format!("{} · {}", item.origin.name(), say.cannot)),
        State::Read(read) => read,
    };
    let mut parts = vec![kind(item)];
    match &read.content {
        Content::Text(_) => parts.push(count(item.words, say.words_one, say.words)),
        Content::Survey(survey) => {
            parts.push(say.table.to_owned());
            parts.push(count(survey.table.rows.len(), say.rows_one, say.rows));
        }
    }
    let sign = match item.hindrance(cx.project) {
        Some(Hindrance::Here(_)) => Some((palette.warn, say.here.to_owned())),
        Some(Hindrance::Erased) => Some((palette.warn, say.erased.to_owned())),
        Some(Hindrance::Twice) => Some((palette.warn, say.twice.to_owned())),
        Some(Hindrance::Unread) => None,
        None if read.losses.is_empty() => None,
        None => Some((palette.warn, count(read.losses.len(), say.to_note_one, say.to_note))),
    };
    parts.extend(sign.as_ref().map(|(_, words)| words.clone()));
    (sign.map(|(ink, _)| ink), parts.join(" · "))
}

/// The ending of its name.
fn kind(item: &Item) -> String {
    let ending = item.origin.file().and_then(|file| file.extension());
    ending.map_or_else(|| item.origin.name(), |ending| ending.to_string_lossy().to_lowercase())
}

/// A heading in the details.
pub(super) fn heading(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(fonts::strong(13.0)).color(cx.palette.text));
}
