//! What is chosen about agreement: who, by what unit, for which codes, with which intervals; as chips in a row.

use egui::{DragValue, RichText, Ui, WidgetInfo};

use super::{abouts, ratings};
use crate::analysis::Reach;
use crate::analysis::agreement::bootstrap::Bootstrap;
use crate::analysis::agreement::question::Question;
use crate::analysis::agreement::words;
use crate::analysis::answers::agreement::presets::USUAL_OVERLAP;
use crate::analysis::coded::Level;
use crate::lang::agreeing::AgreeingWords;
use crate::lang::agreement::AgreementWords;
use crate::lang::analyses::AnalysesWords;
use crate::lang::{fill, grouped};
use crate::model::agreement::{About, Unit};
use crate::model::id::CoderId;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::reviewing::Agreeing;
use crate::ui::views::analyses::chips::{chip_ui, face_ui, pick_ui};
use crate::ui::widgets::controls;

/// What stands in the rows, where there is no room for a list of it.
pub(super) fn about_ui(cx: &Cx<'_>, ui: &mut Ui, question: &mut Question) {
    let words = AgreeingWords::of(cx.language);
    pick_ui(cx, ui, words.list, &mut question.about, &abouts(words));
}

/// The saved results, where there is no room for a list of them.
pub(super) fn saved_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = AgreeingWords::of(cx.language);
    let saved = cx.project.saved_agreements();
    if saved.is_empty() {
        return;
    }
    let mut choices = vec![(None, words.nobody)];
    choices.extend(saved.iter().map(|one| (Some(one.id), one.name.as_str())));
    if let Some(chosen) = chip_ui(cx, ui, words.group_saved, &cx.screen.agreement.saved, &choices) {
        let question = cx.screen.agreement.question.clone();
        cx.send(Look::Agreement(Box::new(Agreeing { question, saved: chosen })));
    }
}

/// A chip for each choice that matters for what is asked.
pub(super) fn chips_ui(cx: &Cx<'_>, ui: &mut Ui, question: &mut Question) {
    coders_ui(cx, ui, question);
    if question.about == About::Ratings {
        ratings::chips_ui(cx, ui, question);
        return bootstrap_ui(cx, ui, &mut question.bootstrap);
    }
    if question.heeds_unit() {
        unit_ui(cx, ui, question);
    } else if question.about == About::Maxqda {
        overlap_ui(cx, ui, &mut question.unit);
    }
    level_ui(cx, ui, question);
    if question.heeds_unit() && !matches!(question.unit, Unit::Segment(_)) {
        bootstrap_ui(cx, ui, &mut question.bootstrap);
    }
}

/// Who: a chip a coder, and one that adds another where there are more.
fn coders_ui(cx: &Cx<'_>, ui: &mut Ui, question: &mut Question) {
    let words = AgreeingWords::of(cx.language);
    let name = |coder: CoderId| words::coder_name(cx.project, coder, cx.language);
    let known: Vec<(CoderId, String)> = cx.project.coders().map(|coder| (coder.id, name(coder.id))).collect();
    let chosen = question.coders.clone();
    let shown = if question.is_of_two() { 2 } else { chosen.len() };
    for ((at, coder), letter) in chosen.iter().enumerate().take(shown).zip('A'..='Z') {
        let mut choices: Vec<(Option<CoderId>, &str)> =
            known.iter().map(|(id, name)| (Some(*id), name.as_str())).collect();
        if !known.iter().any(|(id, _)| id == coder) {
            choices.push((Some(*coder), AgreementWords::of(cx.language).nameless));
        }
        if at >= 2 {
            choices.push((None, words.nobody));
        }
        let title = fill(words.coder, &[("letter", &letter)]);
        match chip_ui(cx, ui, &title, &Some(*coder), &choices) {
            Some(Some(wanted)) => {
                // Who stood in another place takes this one.
                if let Some(other) = question.coders.iter().position(|known| *known == wanted) {
                    question.coders.swap(at, other);
                } else if let Some(place) = question.coders.get_mut(at) {
                    *place = wanted;
                }
            }
            Some(None) => drop(question.coders.remove(at)),
            None => {}
        }
    }
    let rest: Vec<(Option<CoderId>, &str)> =
        known.iter().filter(|(id, _)| !chosen.contains(id)).map(|(id, name)| (Some(*id), name.as_str())).collect();
    if !rest.is_empty() && !question.is_of_two() {
        let mut choices = vec![(None, words.nobody)];
        choices.extend(rest);
        if let Some(Some(added)) = chip_ui(cx, ui, words.add_coder, &None, &choices) {
            question.coders.push(added);
            // Segments are compared between two.
            if matches!(question.unit, Unit::Segment(_)) {
                question.unit = Unit::Character;
            }
        }
    }
}

fn unit_ui(cx: &Cx<'_>, ui: &mut Ui, question: &mut Question) {
    let words = AgreementWords::of(cx.language);
    let overlap = if let Unit::Segment(per_cent) = question.unit { per_cent } else { USUAL_OVERLAP };
    let mut units = vec![
        (Unit::Character, words.unit_character),
        (Unit::Word, words.unit_word),
        (Unit::Sentence, words.unit_sentence),
        (Unit::Turn, words.unit_turn),
    ];
    if question.coders.len() == 2 {
        units.push((Unit::Segment(overlap), words.unit_segment));
    }
    units.push((Unit::Source, words.unit_source));
    pick_ui(cx, ui, words.unit, &mut question.unit, &units);
    if matches!(question.unit, Unit::Segment(_)) {
        overlap_ui(cx, ui, &mut question.unit);
    }
}

/// How much two segments share to be alike.
fn overlap_ui(cx: &Cx<'_>, ui: &mut Ui, unit: &mut Unit) {
    let words = AgreeingWords::of(cx.language);
    let mut overlap = if let Unit::Segment(per_cent) = *unit { per_cent } else { USUAL_OVERLAP };
    let value = fill(words.overlap_per_cent, &[("n", &overlap)]);
    let button = face_ui(cx, ui, words.overlap, &value);
    controls::form(&button).show(|ui| {
        ui.set_min_width(200.0);
        let slider = egui::Slider::new(&mut overlap, 1..=100).suffix(" %").step_by(5.0);
        let moved = ui.add(slider);
        moved.widget_info(|| WidgetInfo::slider(true, f64::from(overlap), words.overlap));
        if moved.changed() {
            *unit = Unit::Segment(overlap);
        }
    });
}

fn level_ui(cx: &Cx<'_>, ui: &mut Ui, question: &mut Question) {
    let words = AnalysesWords::of(cx.language);
    let levels = [
        (Level::All, words.level_all),
        (Level::Themes, words.level_themes),
        (Level::Categories, words.level_categories),
        (Level::Codes, words.level_codes),
    ];
    pick_ui(cx, ui, words.level, &mut question.level, &levels);
    let reaches = [(Reach::Family, words.with_below), (Reach::Own, words.alone)];
    pick_ui(cx, ui, words.reach, &mut question.reach, &reaches);
}

/// How often everything is drawn anew for the intervals, and from which seed.
pub(super) fn bootstrap_ui(cx: &Cx<'_>, ui: &mut Ui, how: &mut Bootstrap) {
    let words = AgreeingWords::of(cx.language);
    let told = match how.rounds {
        0 => words.not_drawn.to_owned(),
        rounds => fill(words.drawn, &[("n", &grouped(rounds as usize))]),
    };
    let button = face_ui(cx, ui, words.intervals, &told);
    controls::form(&button).show(|ui| {
        ui.set_width(240.0);
        ui.spacing_mut().item_spacing.y = space::S;
        let row = |ui: &mut Ui, name: &str, drag: DragValue<'_>| {
            ui.horizontal(|ui| {
                ui.label(name);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let field = ui.add(drag);
                    field.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, name));
                });
            });
        };
        row(ui, words.rounds, DragValue::new(&mut how.rounds).range(0..=10_000).speed(10.0));
        row(ui, words.seed, DragValue::new(&mut how.seed));
        ui.label(RichText::new(words.seed_hint).font(fonts::small()).color(cx.palette.muted));
    });
}
