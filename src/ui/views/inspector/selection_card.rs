//! Selected words in the inspector: how many, which codes lie on them, what can be done.

use egui::{RichText, Ui};

use super::coding_card::coding_row_ui;
use super::quotes::quoted;
use crate::lang::count;
use crate::model::id::{CodingId, SourceId};
use crate::model::span::Span;
use crate::ui::action::Look;
use crate::ui::commands::{Command, keys};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::PaletteOpened;
use crate::ui::views::counted::words_in;
use crate::ui::widgets::{controls, empty};

/// How many letters of a long selection are shown.
const SHOWN: u32 = 400;

/// Shows the selected words.
pub(super) fn selection_ui(cx: &Cx<'_>, ui: &mut Ui, (source, span): (SourceId, Span), here: &[CodingId]) {
    let Some(source) = cx.project.source(source) else { return };
    let words = words_in(ui, source, Some(span)).map(|words| count(words, cx.say.one_word, cx.say.many_words));
    controls::section(cx, ui, cx.say.selected_words, &words.unwrap_or_default());
    ui.add_space(space::XS);
    let end = span.end().min(span.start() + SHOWN);
    let more = if end < span.end() { "…" } else { "" };
    let short = Span::new(span.start(), end).map_or("", |span| source.quote(span)).to_owned() + more;
    ui.label(RichText::new(quoted(cx.language, &short)).font(fonts::reading(14.0)));
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        if controls::primary(cx, ui, cx.say.code_it).on_hover_text(cx.say.code_it_hint).clicked() {
            cx.send(Look::OpenPalette(PaletteOpened::default()));
        }
        if ui.button(cx.say.in_vivo).on_hover_text(keys(ui, Command::InVivo)).clicked() {
            cx.send(Command::InVivo);
        }
    });
    controls::rule(cx, ui);
    controls::section(cx, ui, cx.say.codes_here, "");
    if here.is_empty() {
        empty::nothing_ui(cx, ui, cx.say.no_codes_here);
    }
    for coding in here.iter().filter_map(|id| cx.project.coding(*id)) {
        coding_row_ui(cx, ui, coding);
    }
}
