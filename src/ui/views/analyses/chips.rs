//! The options that a table or a figure heeds, as small chips that open a list of choices.

use egui::{Button, CornerRadius, DragValue, Popup, RichText, ScrollArea, Stroke, Ui, WidgetInfo};

use crate::analysis::clusters::{Likeness, Linkage};
use crate::analysis::coded::Level;
use crate::analysis::context::Order;
use crate::analysis::cooccurrence::Near;
use crate::analysis::matrix::Measure;
use crate::analysis::scope::Scope;
use crate::analysis::sequences::Within;
use crate::analysis::words::options::{Grouping, StopLists, WordOptions};
use crate::analysis::{Heed, Reach, analysis};
use crate::figure::cloud::{Run, Shades};
use crate::figure::{self, figure};
use crate::lang::analyses::AnalysesWords;
use crate::lang::fill;
use crate::model::arrangement::Paper;
use crate::model::code::CodeKind;
use crate::model::id::AttributeId;
use crate::model::project::Project;
use crate::told;
use crate::ui::answers::Form;
use crate::ui::cx::Cx;
use crate::ui::look::fonts;
use crate::ui::widgets::{controls, scope};

/// How many words may stand between two codings, where nobody has said.
const NEAR: u32 = 10;

/// How a table or a figure is asked at first: where every code meets the one above it, categories are shown instead.
pub(super) fn usual(name: &str, project: &Project) -> figure::Options {
    let mut options = figure::Options::default();
    options.asked.words = WordOptions::of(project.lexicon());
    if ["co-occurrence", "code-pairs", "network", "sequences", "clusters-codes"].contains(&name) {
        let categories = project.codebook().codes().any(|code| code.kind == CodeKind::Category);
        match categories {
            true => options.asked.level = Level::Categories,
            false => options.asked.reach = Reach::Own,
        }
    }
    options
}

/// What a table or a figure heeds.
fn heeds(name: &str, form: Form) -> &'static [Heed] {
    let found = match form {
        Form::Figure => figure(name).map(|figure| figure.heeds()),
        Form::Table => analysis(name).map(|analysis| analysis.heeds()),
    };
    found.unwrap_or_default()
}

/// Shows a chip for each option.
pub(super) fn chips_ui(cx: &Cx<'_>, ui: &mut Ui, (name, form): (&str, Form), options: &mut figure::Options) {
    for heed in heeds(name, form) {
        heed_ui(cx, ui, *heed, options);
    }
    if form == Form::Figure {
        let words = AnalysesWords::of(cx.language);
        let papers = [(Paper::Portrait, words.upright), (Paper::Landscape, words.on_side)];
        pick_ui(cx, ui, words.paper, &mut options.paper, &papers);
    }
}

fn heed_ui(cx: &Cx<'_>, ui: &mut Ui, heed: Heed, options: &mut figure::Options) {
    let words = AnalysesWords::of(cx.language);
    let asked = &mut options.asked;
    match heed {
        Heed::Level => {
            let levels = [
                (Level::All, words.level_all),
                (Level::Themes, words.level_themes),
                (Level::Categories, words.level_categories),
                (Level::Codes, words.level_codes),
            ];
            pick_ui(cx, ui, words.level, &mut asked.level, &levels);
        }
        Heed::Reach => {
            let reaches = [(Reach::Family, words.with_below), (Reach::Own, words.alone)];
            pick_ui(cx, ui, words.reach, &mut asked.reach, &reaches);
        }
        Heed::Measure => {
            let measures = [
                (Measure::Codings, words.codings),
                (Measure::Sources, words.sources),
                (Measure::Cases, words.of_cases),
                (Measure::Words, words.words),
            ];
            pick_ui(cx, ui, words.measure, &mut asked.measure, &measures);
        }
        Heed::Near => near_ui(cx, ui, &mut asked.near),
        Heed::Within => {
            let ends = [(Within::Source, words.within_source), (Within::Turn, words.within_turn)];
            pick_ui(cx, ui, words.within, &mut asked.within, &ends);
        }
        Heed::Likeness => {
            let by = [(Likeness::Coding, words.by_coding), (Likeness::Words, words.by_words)];
            pick_ui(cx, ui, words.likeness, &mut asked.likeness, &by);
        }
        Heed::Linkage => {
            let by = [(Linkage::Average, words.by_average), (Linkage::Ward, words.by_ward)];
            pick_ui(cx, ui, words.linkage, &mut asked.linkage, &by);
        }
        Heed::Attribute => {
            attribute_ui(cx, ui, (words.attribute, words.first_attribute), &mut asked.attribute);
        }
        Heed::Other => attribute_ui(cx, ui, (words.other, words.next_attribute), &mut asked.other),
        // Agreement has a place of its own.
        Heed::Between => {}
        Heed::Order => {
            let orders = [(Order::Text, words.by_text), (Order::Left, words.by_left), (Order::Right, words.by_right)];
            pick_ui(cx, ui, words.order, &mut asked.order, &orders);
        }
        Heed::Search => {
            let size = egui::vec2(220.0, 28.0);
            ui.allocate_ui(size, |ui| controls::field(ui, &mut asked.search.words, words.look_for));
        }
        Heed::Words => {
            let forms = [(Grouping::Stem, words.forms_together), (Grouping::Form, words.forms_apart)];
            pick_ui(cx, ui, words.forms, &mut asked.words.grouping, &forms);
            let lists = [(StopLists::Used, words.left_out), (StopLists::Unused, words.counted)];
            pick_ui(cx, ui, words.stop_words, &mut asked.words.stop_lists, &lists);
        }
        Heed::Cloud => {
            let cloud = &mut options.cloud;
            let runs = [(Run::Horizontal, words.level_words), (Run::Mixed, words.some_upright)];
            pick_ui(cx, ui, words.run, &mut cloud.run, &runs);
            let shades =
                [(Shades::Plain, words.plain), (Shades::Turns, words.in_turn), (Shades::Codes, words.by_theme)];
            pick_ui(cx, ui, words.shades, &mut cloud.shades, &shades);
            anew_ui(cx, ui, &mut cloud.seed);
        }
        Heed::Seed => anew_ui(cx, ui, &mut options.seed),
        Heed::Against => {
            let told = match &asked.against {
                None => words.the_rest.to_owned(),
                Some(against) => told::scope::scope(cx.project, against, cx.language),
            };
            let told = fill(words.chip, &[("name", &words.against), ("value", &told)]);
            let now = asked.against.clone().unwrap_or_default();
            if let Some(wanted) = scope::part_ui(cx, ui, (words.against, &told), &now) {
                asked.against = (wanted != Scope::all()).then_some(wanted);
            }
        }
    }
}

/// Lays out the same thing in another way.
fn anew_ui(cx: &Cx<'_>, ui: &mut Ui, seed: &mut u64) {
    let words = AnalysesWords::of(cx.language);
    if ui.button(words.lay_anew).on_hover_text(words.lay_anew_hint).clicked() {
        *seed = seed.wrapping_add(1);
    }
}

/// A chip whose choice holds at once.
pub(in crate::ui::views) fn pick_ui<T: Clone + PartialEq>(
    cx: &Cx<'_>,
    ui: &mut Ui,
    name: &str,
    now: &mut T,
    choices: &[(T, &str)],
) {
    if let Some(wanted) = chip_ui(cx, ui, name, now, choices) {
        *now = wanted;
    }
}

fn near_ui(cx: &Cx<'_>, ui: &mut Ui, near: &mut Near) {
    let words = AnalysesWords::of(cx.language);
    let within = if let Near::Words(within) = near { *within } else { NEAR };
    let in_words = fill(words.near_words, &[("n", &within)]);
    let ways =
        [(Near::Overlap, words.near_overlap), (Near::Turn, words.near_turn), (Near::Words(within), in_words.as_str())];
    pick_ui(cx, ui, words.near, near, &ways);
    if let Near::Words(within) = near {
        let name = ui.add(DragValue::new(within).range(0..=500)).on_hover_text(in_words.as_str());
        name.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, &in_words));
    }
}

fn attribute_ui(cx: &Cx<'_>, ui: &mut Ui, (name, nothing): (&str, &str), now: &mut Option<AttributeId>) {
    let known = cx.project.attributes();
    let mut choices: Vec<(Option<AttributeId>, &str)> = vec![(None, nothing)];
    choices.extend(known.iter().map(|attribute| (Some(attribute.id), attribute.name.as_str())));
    pick_ui(cx, ui, name, now, &choices);
}

/// A small button that says what is chosen, and opens what can be. Gives what was chosen instead.
pub(in crate::ui::views) fn chip_ui<T: Clone + PartialEq>(
    cx: &Cx<'_>,
    ui: &mut Ui,
    name: &str,
    now: &T,
    choices: &[(T, &str)],
) -> Option<T> {
    let value = choices.iter().find(|(choice, _)| choice == now).map_or("", |(_, title)| *title);
    let button = face_ui(cx, ui, name, value);
    let mut pressed = None;
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(160.0);
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for (choice, title) in choices {
                let chosen = choice == now;
                let response = ui.selectable_label(chosen, *title);
                response.widget_info(|| WidgetInfo::selected(egui::Role::MenuItemRadio, true, chosen, title));
                if response.clicked() && !chosen {
                    pressed = Some(choice.clone());
                }
            }
        });
    });
    pressed
}

/// The button of a chip: its name quiet, its value to be read.
pub(in crate::ui::views) fn face_ui(cx: &Cx<'_>, ui: &mut Ui, name: &str, value: &str) -> egui::Response {
    let mut job = egui::text::LayoutJob::default();
    let format = |ink| egui::TextFormat { font_id: fonts::small(), color: ink, ..Default::default() };
    job.append(name, 0.0, format(cx.palette.muted));
    job.append(value, 5.0, format(cx.palette.text));
    let button = Button::new(job).fill(cx.palette.paper).stroke(Stroke::new(1.0, cx.palette.faint));
    let needed = {
        let wide =
            |words: &str| ui.painter().layout_no_wrap(words.to_owned(), fonts::small(), cx.palette.text).size().x;
        wide(name) + wide(value) + 32.0
    };
    if ui.available_size_before_wrap().x < needed {
        ui.end_row();
    }
    let response = ui.add(button.corner_radius(CornerRadius::same(12)));
    let told = fill(AnalysesWords::of(cx.language).chip, &[("name", &name), ("value", &value)]);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    response
}

/// A line of a menu with small words.
pub(super) fn line(words: &str) -> RichText {
    RichText::new(words).font(fonts::body())
}
