//! The names beside the stripes: each a button that selects its coding, shortened in the middle, whole on hover.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::lanes::{Wanted, names};
use super::paint::{Beside, Columns, is_lifted, stripe};
use crate::lang::fill;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::colours::Strength;
use crate::ui::look::fonts;

/// How far a name may be pushed down from its words before it is left to the stripe alone.
const REACH: f32 = 54.0;

/// Draws stripes and names and answers the pointer over them.
pub(super) fn stripes_ui(cx: &Cx<'_>, ui: &Ui, columns: Columns, beside: &[Beside<'_>]) {
    let mut hovered = None;
    let named: Vec<(&Beside<'_>, Arc<Galley>)> = beside
        .iter()
        .filter(|beside| beside.starts)
        .map(|beside| (beside, name_galley(cx, ui, columns.names_width, beside)))
        .collect();
    let mut order: Vec<usize> = (0..named.len()).collect();
    order.sort_by(|a, b| named[*a].0.y.min.total_cmp(&named[*b].0.y.min));
    let wanted: Vec<Wanted> =
        order.iter().map(|at| Wanted { y: named[*at].0.y.min + 4.0, height: named[*at].1.size().y + 2.0 }).collect();
    let mut places: Vec<Option<f32>> = vec![None; named.len()];
    let mut unnamed: Vec<Unnamed> = Vec::new();
    for (at, y) in order.into_iter().zip(names(&wanted, REACH)) {
        places[at] = y;
        match (y, unnamed.last_mut()) {
            (Some(y), _) => unnamed.push(Unnamed { y, names: Vec::new() }),
            (None, Some(last)) => last.names.push(coding_name(cx, named[at].0)),
            (None, None) => {}
        }
    }
    unnamed.iter().for_each(|unnamed| unnamed_ui(cx, ui, columns, unnamed));
    for beside in beside {
        let rect = stripe(columns, beside);
        let lifted = is_lifted(cx, beside.mark);
        let thick = if lifted { rect.expand2(vec2(1.0, 0.0)) } else { rect };
        ui.painter().rect_filled(thick, 2.0, beside.mark.ink);
        if let Some((_, ink)) = &beside.mark.by {
            // A cap in the colour of who made it, or of its code, tells what the stripe's own colour does not.
            ui.painter().circle_filled(rect.center_top(), rect.width() * 0.5 + 1.5, *ink);
        }
        let id = ui.scope_id().with(("stripe", beside.mark.id));
        let response = ui.interact(rect.expand2(vec2(2.0, 0.0)), id, Sense::click());
        let name = coding_name(cx, beside);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.clicked() {
            cx.send(Look::AtCoding(beside.mark.id));
        }
        if response.hovered() {
            hovered = Some(beside.mark.id);
            response.on_hover_text(whole_name(cx, beside));
        }
    }
    for ((beside, galley), y) in named.into_iter().zip(places) {
        let Some(y) = y else { continue };
        let rect = Rect::from_min_size(pos2(columns.names, y), galley.size());
        let id = ui.scope_id().with(("name", beside.mark.id));
        let response = ui.interact(rect, id, Sense::click());
        let cut = galley.elided || galley.job.text.contains('…');
        if is_lifted(cx, beside.mark) {
            let band = rect.expand2(vec2(4.0, 1.0));
            ui.painter().rect_filled(band, 4.0, cx.palette.tint(beside.mark.ink, Strength::Lifted));
        }
        ui.painter().galley(rect.min, galley, cx.palette.text);
        if response.clicked() {
            cx.send(Look::AtCoding(beside.mark.id));
        }
        if response.hovered() {
            hovered = Some(beside.mark.id);
            if cut {
                response.on_hover_text(whole_name(cx, beside));
            }
        }
    }
    if hovered != cx.screen.hovered {
        cx.send(Look::Hover(hovered));
    }
}

/// Codings whose names found no room beside the name at this height.
struct Unnamed {
    y: f32,
    names: Vec<String>,
}

/// Says how many more codings begin here than names have room; their names on hover.
fn unnamed_ui(cx: &Cx<'_>, ui: &Ui, columns: Columns, unnamed: &Unnamed) {
    if unnamed.names.is_empty() {
        return;
    }
    let words = format!("+{}", unnamed.names.len());
    let galley = ui.painter().layout_no_wrap(words, fonts::small(), cx.palette.muted);
    let at = pos2(columns.names + columns.names_width - galley.size().x, unnamed.y);
    let rect = Rect::from_min_size(at, galley.size()).expand(2.0);
    ui.painter().rect_filled(rect, 3.0, cx.palette.paper);
    ui.painter().galley(at, galley, cx.palette.muted);
    let first = unnamed.names.first().cloned().unwrap_or_default();
    let response = ui.interact(rect, ui.scope_id().with(("more names", first)), Sense::hover());
    let all = unnamed.names.join("\n");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &all));
    response.on_hover_text(all);
}

fn coding_name(cx: &Cx<'_>, beside: &Beside<'_>) -> String {
    let code = cx.project.codebook().code(beside.mark.code).map_or("", |code| code.name.as_str());
    fill(cx.say.coding_named, &[("code", &code)])
}

fn whole_name(cx: &Cx<'_>, beside: &Beside<'_>) -> String {
    let path = cx.project.codebook().path(beside.mark.code).join(" › ");
    format!("{path}\n{}", cx.project.coder_name(beside.mark.coder))
}

fn name_galley(cx: &Cx<'_>, ui: &Ui, width: f32, beside: &Beside<'_>) -> Arc<Galley> {
    let name = cx.project.codebook().code(beside.mark.code).map_or("", |code| code.name.as_str());
    let lay = |words: String| {
        let format = TextFormat { font_id: fonts::small(), color: Color32::PLACEHOLDER, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(words, format.clone());
        if let Some((initials, _)) = &beside.mark.by {
            job.append(initials, 5.0, TextFormat { color: cx.palette.muted, ..format });
        }
        job.wrap.max_width = width;
        ui.painter().layout_job(job)
    };
    let mut galley = lay(name.to_owned());
    let letters: Vec<char> = name.chars().collect();
    let mut kept = letters.len();
    while galley.rows.len() > 2 && kept > 8 {
        kept -= (kept / 8).max(1);
        let (head, tail) = (kept - kept / 3, kept / 3);
        let short: String = letters[..head].iter().chain(&['…']).chain(&letters[letters.len() - tail..]).collect();
        galley = lay(short);
    }
    galley
}
