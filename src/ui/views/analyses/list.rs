//! The list of all tables and figures, in groups.

use egui::{Button, Color32, RichText, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

use super::chips;
use crate::analysis::{ANALYSES, analysis};
use crate::figure::{FIGURES, figure};
use crate::lang::Language;
use crate::lang::analyses::AnalysesWords;
use crate::lang::reviewing::ReviewingWords;
use crate::ui::action::Look;
use crate::ui::answers::Form;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::reviewing::ReviewPart;

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Codes,
    Across,
    Relations,
    Text,
    Cases,
    Coders,
}

impl Group {
    const ALL: [Self; 6] = [Self::Codes, Self::Across, Self::Relations, Self::Text, Self::Cases, Self::Coders];

    /// Where a table or a figure stands; one that nobody has placed stands with the text.
    fn of(name: &str) -> Self {
        match name {
            "codes" | "treemap" | "sunburst" => Self::Codes,
            "co-occurrence" | "code-pairs" | "network" | "sequences" | "clusters-codes" => Self::Relations,
            "cases" | "cross-table" => Self::Cases,
            name if name.starts_with("review") => Self::Coders,
            name if name.starts_with("codes-") => Self::Across,
            _ => Self::Text,
        }
    }

    fn title(self, words: &AnalysesWords) -> &'static str {
        match self {
            Self::Codes => words.codes,
            Self::Across => words.across,
            Self::Relations => words.relations,
            Self::Text => words.text,
            Self::Cases => words.cases,
            Self::Coders => words.coders,
        }
    }
}

/// Tells whether it is a table of agreement, which has a place of its own in the room of review.
fn is_of_agreement(name: &str) -> bool {
    name.starts_with("agreement")
}

/// The names of all that are shown here, each once.
fn names() -> Vec<&'static str> {
    let all = ANALYSES.iter().map(|analysis| analysis.name());
    let mut names: Vec<&str> = all.filter(|name| !is_of_agreement(name)).collect();
    for figure in FIGURES {
        if !names.contains(&figure.name()) {
            names.push(figure.name());
        }
    }
    names
}

/// What one is called.
pub(super) fn title(name: &str, language: Language) -> &'static str {
    let of_table = analysis(name).map(|analysis| analysis.title(language));
    of_table.or_else(|| figure(name).map(|figure| figure.title(language))).unwrap_or_default()
}

/// How one can be shown, the usual way first.
pub(super) fn forms(name: &str) -> &'static [Form] {
    match (figure(name).is_some(), analysis(name).is_some()) {
        // Where the numbers are what is read, the table stands first.
        (true, true) if Group::of(name) == Group::Across || name == "codes" => &[Form::Table, Form::Figure],
        (true, true) => &[Form::Figure, Form::Table],
        (true, false) => &[Form::Figure],
        _ => &[Form::Table],
    }
}

/// Shows the list; gives the one that was chosen.
pub(super) fn list_ui(cx: &Cx<'_>, ui: &mut Ui, now: &str) -> Option<&'static str> {
    let mut chosen = None;
    ScrollArea::vertical().auto_shrink(false).id_salt("tables and figures").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for group in Group::ALL {
            ui.add_space(space::M);
            let words = RichText::new(group.title(AnalysesWords::of(cx.language)));
            ui.label(words.font(fonts::strong(12.0)).color(cx.palette.muted));
            ui.add_space(space::XS);
            for name in names().into_iter().filter(|name| Group::of(name) == group) {
                if entry_ui(cx, ui, title(name, cx.language), name == now) {
                    chosen = Some(name);
                }
            }
            let title = ReviewingWords::of(cx.language).agreement_between;
            if group == Group::Coders && entry_ui(cx, ui, title, false) {
                cx.send(Look::InReview(ReviewPart::Agreement));
            }
        }
        ui.add_space(space::M);
    });
    chosen
}

/// Shows one of a list; tells whether it was chosen.
pub(in crate::ui::views) fn entry_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str, now: bool) -> bool {
    let font = if now { fonts::strong(14.0) } else { fonts::body() };
    let fill = if now { cx.palette.selection } else { Color32::TRANSPARENT };
    let width = ui.available_width();
    let button = Button::new(RichText::new(title).font(font).color(cx.palette.text)).fill(fill).stroke(Stroke::NONE);
    let left =
        egui::Layout::left_to_right(egui::Align::Center).with_main_justify(true).with_main_align(egui::Align::Min);
    let added = ui.allocate_ui_with_layout(vec2(width, 28.0), left, |ui| ui.add(button.truncate()));
    let response = added.inner;
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, now, title));
    response.clicked()
}

/// Shows the list as a menu, where there is no room for it; gives the one that was chosen.
pub(super) fn menu_ui(cx: &Cx<'_>, ui: &mut Ui, now: &'static str) -> Option<&'static str> {
    let names = names();
    let titles: Vec<(&str, &str)> = names.iter().map(|name| (*name, title(name, cx.language))).collect();
    chips::chip_ui(cx, ui, AnalysesWords::of(cx.language).list, &now, &titles)
}
