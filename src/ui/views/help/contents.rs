//! What the help has: its pages with the sections of the one that is read, and what was found.

use egui::{Button, RichText, Ui, WidgetInfo};

use crate::help::reading::Block;
use crate::help::search::Hit;
use crate::help::{PAGES, Place};
use crate::lang::count;
use crate::lang::help::HelpWords;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// More hits than this say that the word is too common.
const MOST: usize = 40;

/// Shows the pages, and below the one that is read its sections. Gives where one wants to go.
pub(super) fn contents_ui(cx: &Cx<'_>, ui: &mut Ui, now: &Place, blocks: &[Block]) -> Option<Place> {
    let mut wanted = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    for page in PAGES {
        let read = page.name == now.page;
        if line_ui(cx, ui, page.title(cx.language), (read, 0.0)) {
            wanted = Some(Place::top(page.name));
        }
        for block in blocks.iter().filter(|_| read) {
            let Block::Heading(title, name) = block else { continue };
            if line_ui(cx, ui, title, (now.section.as_ref() == Some(name), space::L)) {
                wanted = Some(Place::at(page.name, name));
            }
        }
    }
    wanted
}

fn line_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str, (chosen, indent): (bool, f32)) -> bool {
    let mut clicked = false;
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        ui.spacing_mut().button_padding.x = space::S;
        let font = match (chosen, indent > 0.0) {
            (true, false) => fonts::strong(14.0),
            (false, false) => fonts::body(),
            (true, true) => fonts::strong(13.0),
            (false, true) => egui::FontId::proportional(13.0),
        };
        let ink = if chosen || indent == 0.0 { cx.palette.text } else { cx.palette.muted };
        let words = RichText::new(title).font(font).color(ink);
        let response = ui.add(Button::new(words).frame_when_inactive(false).wrap());
        response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, chosen, title));
        clicked = response.clicked();
    });
    clicked
}

/// Shows what was found. Gives where one wants to go.
pub(super) fn hits_ui(cx: &Cx<'_>, ui: &mut Ui, hits: &[Hit]) -> Option<Place> {
    let words = HelpWords::of(cx.language);
    let told = if hits.is_empty() {
        words.nothing_found.to_owned()
    } else {
        count(hits.len(), words.one_hit, words.many_hits)
    };
    ui.label(RichText::new(told).color(cx.palette.muted));
    let mut wanted = None;
    for hit in hits.iter().take(MOST) {
        ui.add_space(space::M);
        let title = [hit.page.as_str(), hit.heading.as_str()].into_iter().filter(|title| !title.is_empty());
        let title = title.collect::<Vec<_>>().join(" › ");
        let link = RichText::new(title).font(fonts::strong(14.0)).color(cx.palette.accent);
        if ui.add(egui::Link::new(link)).clicked() {
            wanted = Some(hit.place.clone());
        }
        ui.add(egui::Label::new(RichText::new(&hit.words).color(cx.palette.text)).wrap());
    }
    wanted
}
