//! Setting words aside and taking them back in: the lines of menus that do it, and the list in the card of a source.

use egui::{Button, RichText, Ui, WidgetInfo};

use crate::journal::edit::Edit;
use crate::lang::aside::AsideWords;
use crate::lang::{count, fill, grouped};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::source::Source;
use crate::model::span::Span;
use crate::told::aside::reason;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::views::counted::words_in;
use crate::ui::widgets::{controls, empty};

/// Every reason, the most usual one first.
const REASONS: [Reason; 3] = [Reason::SmallTalk, Reason::Irrelevant, Reason::OffTheRecord];

/// How many passages the card lists.
const LISTED: usize = 40;

/// How many letters of a passage it shows.
const SHOWN: u32 = 70;

/// A line of a menu that opens the reasons for setting spans aside, and one that takes them back in, where each can be.
pub fn menu_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, (title, spans): (&str, &[Span])) {
    if spans.iter().any(|span| source.counts(*span)) {
        ui.menu_button(title, |ui| {
            for why in REASONS {
                if ui.button(reason(why, cx.language)).clicked() {
                    cx.send(Edit::Exclude { source: source.id, spans: spans.to_vec(), reason: why });
                }
            }
        });
    }
    let selected = AsideWords::of(cx.language).selected;
    if title == selected && spans.iter().any(|span| source.set_aside(*span).next().is_some()) {
        take_in_ui(cx, ui, source, AsideWords::of(cx.language).take_in_selected, spans);
    }
}

/// The lines of a menu about all that one speaker says.
pub fn speaker_menu_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, speaker: u16) {
    let Some(name) = source.speakers.get(usize::from(speaker)).map(|speaker| &speaker.name) else { return };
    let words = AsideWords::of(cx.language);
    let turns = source.turns.iter().filter(|turn| turn.speaker == Some(speaker));
    let spans: Vec<Span> = turns.map(|turn| turn.span).collect();
    menu_ui(cx, ui, source, (&fill(words.of_speaker, &[("name", name)]), &spans));
    if !spans.is_empty() && spans.iter().all(|span| source.set_aside(*span).next().is_some()) {
        take_in_ui(cx, ui, source, &fill(words.of_speaker_back, &[("name", name)]), &spans);
    }
}

/// A line of a menu that takes spans back in.
pub fn take_in_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, title: &str, spans: &[Span]) {
    if ui.button(title).clicked() {
        cx.send(take_in(source, spans));
    }
}

/// Takes spans back in, as one gesture.
fn take_in(source: &Source, spans: &[Span]) -> Edit {
    Edit::Include { source: source.id, spans: spans.to_vec() }
}

/// Lists what is set aside in a source: why, by whom, which words; each is a way to its place and back.
pub fn list_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source) {
    let words = AsideWords::of(cx.language);
    let all: usize = source.excluded().iter().filter_map(|span| words_in(ui, source, Some(*span))).sum();
    let counted = if all == 0 { String::new() } else { count(all, cx.say.one_word, cx.say.many_words) };
    controls::section(cx, ui, words.set_aside, &counted);
    if source.exclusions.is_empty() {
        empty::nothing_ui(cx, ui, words.nothing_aside);
        if controls::link(cx, ui, words.proposals).clicked() {
            cx.send(crate::ui::commands::Command::ProposeSmallTalk);
        }
        return;
    }
    for exclusion in source.exclusions.iter().take(LISTED) {
        passage_ui(cx, ui, source, exclusion);
    }
    ui.add_space(space::XS);
    let rest = source.exclusions.len().saturating_sub(LISTED);
    if rest > 0 {
        let more = fill(words.and_more, &[("n", &grouped(rest))]);
        ui.label(RichText::new(more).font(fonts::small()).color(cx.palette.muted));
    }
    if source.exclusions.len() > 1 && controls::link(cx, ui, words.take_in_all).clicked() {
        cx.send(take_in(source, source.excluded()));
    }
}

fn passage_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, exclusion: &Exclusion) {
    let words = AsideWords::of(cx.language);
    let span = exclusion.span;
    let short = Span::new(span.start(), span.end().min(span.start() + SHOWN)).map_or("", |span| source.quote(span));
    let short = short.replace('\n', " ") + if span.len() > SHOWN { "…" } else { "" };
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        let coder = cx.project.coder_name(exclusion.coder);
        let told = fill(words.by, &[("reason", &reason(exclusion.reason, cx.language)), ("coder", &coder)]);
        ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let button = controls::link(cx, ui, words.take_in);
            let named = fill(words.take_in_of, &[("words", &short)]);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
            if button.clicked() {
                cx.send(take_in(source, &[span]));
            }
        });
    });
    let quote = RichText::new(&short).font(fonts::reading(13.0)).color(cx.palette.aside);
    let response = ui.add(Button::new(quote).wrap().frame(false));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &short));
    if response.on_hover_text(words.go_to).clicked() {
        cx.send(Look::Aside(crate::ui::screen::Aside::Greyed));
        cx.send(Look::Reveal(span));
    }
}
