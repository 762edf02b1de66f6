//! A page of the help as it is read.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Label, RichText, Ui, vec2};

use super::keyboard::keyboard_ui;
use crate::help::Place;
use crate::help::reading::{Block, Inline};
use crate::ui::commands;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// How far apart lines stand.
const LINE: f32 = 22.0;
/// Where the words of a list begin.
const INDENT: f32 = 22.0;

/// Shows the pieces of a page, and brings a section into view. Gives where a link was followed to.
pub(super) fn page_ui(cx: &Cx<'_>, ui: &mut Ui, blocks: &[Block], towards: Option<&str>) -> Option<Place> {
    let mut wanted = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for block in blocks {
        let led = match block {
            Block::Title(title) => {
                heading_ui(cx, ui, title, 22.0);
                None
            }
            Block::Heading(title, name) => {
                ui.add_space(space::L);
                let at = heading_ui(cx, ui, title, 16.0);
                if towards == Some(name.as_str()) {
                    at.scroll_to_me(Some(Align::Min));
                }
                None
            }
            Block::Paragraph(words) => words_ui(cx, ui, words),
            Block::Item(words) => listed_ui(cx, ui, "•", words),
            Block::Step(number, words) => listed_ui(cx, ui, &format!("{number}."), words),
            Block::Keys => {
                keyboard_ui(cx, ui);
                None
            }
        };
        wanted = led.or(wanted);
        ui.add_space(if matches!(block, Block::Item(_) | Block::Step(..)) { space::XS } else { space::S });
    }
    wanted
}

fn heading_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str, size: f32) -> egui::Response {
    let words = RichText::new(title).font(fonts::strong(size)).color(cx.palette.text);
    let heading = ui.add(Label::new(words).wrap());
    ui.accesskit_node_builder(heading.id, |node| {
        node.set_role(egui::Role::Heading);
        node.set_label(title);
    });
    ui.add_space(space::XS);
    heading
}

/// A thing in a list, with its sign.
fn listed_ui(cx: &Cx<'_>, ui: &mut Ui, sign: &str, words: &[Inline]) -> Option<Place> {
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(vec2(INDENT, LINE), |ui| {
            ui.set_min_width(INDENT);
            ui.add(Label::new(job(cx, ui, &[Inline::Plain(sign.to_owned())])).selectable(false));
        });
        ui.vertical(|ui| words_ui(cx, ui, words)).inner
    });
    shown.inner
}

/// Sentences, with their links. Gives where one was followed to.
fn words_ui(cx: &Cx<'_>, ui: &mut Ui, words: &[Inline]) -> Option<Place> {
    if !words.iter().any(|piece| matches!(piece, Inline::Link(..))) {
        ui.add(Label::new(job(cx, ui, words)).wrap());
        return None;
    }
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let mut rest = words;
        while let Some((piece, after)) = rest.split_first() {
            if let Inline::Link(words, place) = piece {
                let link = RichText::new(words).color(cx.palette.accent).line_height(Some(LINE));
                if ui.add(egui::Link::new(link)).clicked() {
                    wanted = Some(place.clone());
                }
                rest = after;
            } else {
                let until = rest.iter().position(|piece| matches!(piece, Inline::Link(..))).unwrap_or(rest.len());
                let (plain, beyond) = rest.split_at(until);
                ui.add(Label::new(job(cx, ui, plain)).wrap());
                rest = beyond;
            }
        }
    });
    wanted
}

/// Words as they are laid out: names and keys stand out, and a command tells its keys.
fn job(cx: &Cx<'_>, ui: &Ui, words: &[Inline]) -> LayoutJob {
    let mut job = LayoutJob::default();
    // As a link lies in its line, so that they stand on one.
    let valign = Align::Center;
    let plain = TextFormat { line_height: Some(LINE), valign, ..TextFormat::simple(fonts::body(), cx.palette.text) };
    let name = TextFormat { font_id: fonts::strong(14.0), ..plain.clone() };
    let key = TextFormat { font_id: fonts::strong(13.0), background: cx.palette.hover, ..plain.clone() };
    for piece in words {
        match piece {
            Inline::Plain(words) | Inline::Link(words, _) => job.append(words, 0.0, plain.clone()),
            Inline::Name(words) => job.append(words, 0.0, name.clone()),
            Inline::Key(keys) => job.append(&format!("\u{a0}{keys}\u{a0}"), 0.0, key.clone()),
            Inline::Command(named, title) => {
                job.append(title.trim_end_matches('…'), 0.0, name.clone());
                let keys = commands::named(named).map_or_else(String::new, |command| commands::keys(ui, command));
                if !keys.is_empty() {
                    job.append(" ", 0.0, plain.clone());
                    job.append(&format!("\u{a0}{keys}\u{a0}"), 0.0, key.clone());
                }
            }
        }
    }
    job
}
