//! The scope chooser: a quiet line that says which part of the study is asked, and a panel to choose another.

use std::collections::BTreeSet;

use egui::{CollapsingHeader, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui, WidgetInfo};

use crate::analysis::Reach;
use crate::analysis::scope::{Excluded, Scope};
use crate::lang::asking::Asking;
use crate::lang::{fill, grouped};
use crate::model::layer::Layer;
use crate::model::source::Role;
use crate::told;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// Shows which part is asked, and lets it be chosen. Rooms of questions share what is chosen.
pub fn scope_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let say = Asking::of(cx.language);
    let told = told::scope::scope(cx.project, &cx.screen.scope, cx.language);
    if let Some(scope) = part_ui(cx, ui, (say.scope, &told), &cx.screen.scope) {
        cx.send(Look::Scope(Box::new(scope)));
    }
}

/// Shows a part of the study by what it is told as, under the name of what it is for, and lets another be chosen; gives it.
pub fn part_ui(cx: &Cx<'_>, ui: &mut Ui, (name, told): (&str, &str), now: &Scope) -> Option<Scope> {
    let shown: String =
        if told.chars().count() > 70 { told.chars().take(69).chain(['…']).collect() } else { told.to_owned() };
    let button = controls::menu(cx, ui, (&shown, &format!("{name}, {told}")));
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let chosen = popup.show(|ui| panel_ui(cx, ui, name, now)).and_then(|shown| shown.inner);
    button.on_hover_text(told);
    chosen
}

fn panel_ui(cx: &Cx<'_>, ui: &mut Ui, name: &str, now: &Scope) -> Option<Scope> {
    let say = Asking::of(cx.language);
    let mut scope = now.clone();
    ui.set_width(340.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).font(fonts::strong(14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if scope != Scope::all() && controls::link(cx, ui, say.everything).clicked() {
                scope = Scope::all();
            }
        });
    });
    ui.add_space(space::XS);
    let most = (ui.ctx().content_rect().height() * 0.6).max(200.0);
    ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| groups_ui(cx, ui, &mut scope));
    ui.add_space(space::XS);
    let mut aside = scope.excluded == Excluded::In;
    if controls::check(ui, &mut aside, say.aside_too).changed() {
        scope.excluded = if aside { Excluded::In } else { Excluded::Out };
    }
    if cx.project.double_codings().iter().any(|round| round.unveiled.is_some()) || scope.layer == Layer::Agreed {
        let mut agreed = scope.layer == Layer::Agreed;
        if controls::check(ui, &mut agreed, say.agreed_only).changed() {
            scope.layer = if agreed { Layer::Agreed } else { Layer::Each };
        }
    }
    (scope != *now).then_some(scope)
}

fn groups_ui(cx: &Cx<'_>, ui: &mut Ui, scope: &mut Scope) {
    let (say, project) = (Asking::of(cx.language), cx.project);
    let sources: Vec<_> = project.sources().map(|source| (source.id, source.title.clone(), 0)).collect();
    group_ui(ui, say, (say.group_sources, &sources), &mut scope.sources);
    let speakers = || project.sources().flat_map(crate::model::source::Source::speakers_here).map(|(_, known)| known);
    let known: BTreeSet<Role> = speakers().map(|speaker| speaker.role).collect();
    let roles: Vec<_> =
        known.into_iter().map(|role| (role, told::scope::role(role, cx.language).to_owned(), 0)).collect();
    group_ui(ui, say, (say.group_roles, &roles), &mut scope.roles);
    let known: BTreeSet<&str> = speakers().map(|speaker| speaker.name.as_str()).collect();
    let names: Vec<_> = known.into_iter().map(|name| (name.to_owned(), name.to_owned(), 0)).collect();
    group_ui(ui, say, (say.group_speakers, &names), &mut scope.speakers);
    let cases: Vec<_> = project.cases().into_iter().map(|case| (case.id, case.name.clone(), 0)).collect();
    group_ui(ui, say, (say.group_cases, &cases), &mut scope.cases);
    for attribute in project.attributes() {
        let known: BTreeSet<&String> =
            project.cases().into_iter().filter_map(|case| case.values.get(&attribute.id)).collect();
        let values: Vec<_> = known.into_iter().map(|value| (value.clone(), value.clone(), 0)).collect();
        let mut chosen = scope.values.get(&attribute.id).cloned().unwrap_or_default();
        group_ui(ui, say, (&attribute.name, &values), &mut chosen);
        if chosen.is_empty() {
            scope.values.remove(&attribute.id);
        } else {
            scope.values.insert(attribute.id, chosen);
        }
    }
    let rows = project.codebook().rows().into_iter();
    let codes: Vec<_> =
        rows.filter_map(|row| Some((row.code, project.code_name(row.code)?.to_owned(), row.depth))).collect();
    group_ui(ui, say, (say.group_codes, &codes), &mut scope.codes);
    if !scope.codes.is_empty() {
        let mut below = scope.reach == Reach::Family;
        if controls::check(ui, &mut below, say.codes_below).changed() {
            scope.reach = if below { Reach::Family } else { Reach::Own };
        }
    }
    let coders: Vec<_> = project.coders().map(|coder| (coder.id, coder.name.clone(), 0)).collect();
    if coders.len() > 1 || !scope.coders.is_empty() {
        group_ui(ui, say, (say.group_coders, &coders), &mut scope.coders);
    }
    let rounds: Vec<_> =
        told::scope::rounds(project, cx.language).into_iter().map(|(id, name)| (id, name, 0)).collect();
    group_ui(ui, say, (say.group_rounds, &rounds), &mut scope.rounds);
}

/// A group of what can be chosen, folded until it is asked for.
fn group_ui<T: Clone + Ord>(
    ui: &mut Ui,
    say: &Asking,
    (title, choices): (&str, &[(T, String, usize)]),
    chosen: &mut BTreeSet<T>,
) {
    if choices.is_empty() {
        return;
    }
    let shown = match chosen.len() {
        0 => title.to_owned(),
        n => fill(say.chosen, &[("group", &title), ("n", &grouped(n))]),
    };
    let header = CollapsingHeader::new(&shown).id_salt(("scope", title)).default_open(!chosen.is_empty());
    let group = header.show(ui, |ui| {
        for (at, (choice, name, depth)) in choices.iter().enumerate() {
            ui.push_id(at, |ui| {
                ui.horizontal(|ui| {
                    #[expect(clippy::cast_precision_loss, reason = "a tree is a few levels deep")]
                    ui.add_space(*depth as f32 * space::M);
                    let mut ticked = chosen.contains(choice);
                    if controls::check(ui, &mut ticked, name).changed() {
                        if ticked {
                            chosen.insert(choice.clone());
                        } else {
                            chosen.remove(choice);
                        }
                    }
                });
            });
        }
    });
    group.header_response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &shown));
}
