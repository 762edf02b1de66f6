//! What can be done to cases and attributes beside typing in cells.

use egui::{Key, RichText, ScrollArea, Ui};

use super::cell::kind_name;
use crate::journal::edit::Edit;
use crate::lang::rooms::Rooms;
use crate::model::case::{Attribute, AttributeKind, Case};
use crate::model::id::AttributeId;
use crate::model::memo::About;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, empty, page};

/// An attribute that is about to be made.
#[derive(Debug)]
pub(super) struct NewAttribute {
    name: String,
    kind: AttributeKind,
    open: bool,
}

impl Default for NewAttribute {
    fn default() -> Self {
        Self { name: String::new(), kind: AttributeKind::Text, open: false }
    }
}

const KINDS: [AttributeKind; 4] =
    [AttributeKind::Text, AttributeKind::Number, AttributeKind::Date, AttributeKind::YesNo];

impl NewAttribute {
    /// The button, and what it opens.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let button = ui.button(words.new_attribute);
        let shown = controls::form(&button).show(|ui| {
            ui.set_width(250.0);
            self.form_ui(cx, ui, words);
        });
        self.open = shown.is_some();
    }

    fn form_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, words: &Rooms) {
        let field = controls::field(ui, &mut self.name, words.attribute_name);
        if !self.open {
            field.request_focus();
        }
        ui.add_space(space::XS);
        if let Some(kind) = page::choices_ui(cx, ui, self.kind, &KINDS.map(|kind| (kind, kind_name(words, kind)))) {
            self.kind = kind;
        }
        ui.add_space(space::XS);
        let able = !self.name.trim().is_empty();
        let make = ui.add_enabled_ui(able, |ui| controls::primary(cx, ui, words.make_attribute)).inner;
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if able && (make.clicked() || enter) {
            cx.send(Edit::CreateAttribute { name: self.name.trim().to_owned(), kind: self.kind });
            self.name.clear();
            ui.close();
        }
    }
}

/// Whether typing in a cell was asked for in its menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// It was.
    Rename,
    /// It was not.
    Nothing,
}

/// What can be done to a case.
pub(super) fn case_menu_ui(cx: &Cx<'_>, ui: &mut Ui, case: &Case) -> Asked {
    let words = Rooms::of(cx.language);
    ui.set_min_width(180.0);
    let asked = if ui.button(cx.say.rename).clicked() { Asked::Rename } else { Asked::Nothing };
    if ui.button(cx.say.write_memo).clicked() {
        cx.send(Look::WriteMemo(About::Case(case.id)));
    }
    ui.separator();
    if ui.button(RichText::new(words.delete_case).color(cx.palette.error)).clicked() {
        cx.send(Edit::DeleteCase { case: case.id });
    }
    asked
}

/// What can be done to an attribute.
pub(super) fn attribute_menu_ui(cx: &Cx<'_>, ui: &mut Ui, attribute: &Attribute) -> Asked {
    let words = Rooms::of(cx.language);
    ui.set_min_width(180.0);
    ui.label(RichText::new(kind_name(words, attribute.kind)).font(fonts::small()).color(cx.palette.muted));
    let asked = if ui.button(cx.say.rename).clicked() { Asked::Rename } else { Asked::Nothing };
    ui.separator();
    if ui.button(RichText::new(words.delete_attribute).color(cx.palette.error)).clicked() {
        cx.send(Edit::DeleteAttribute { attribute: attribute.id });
    }
    asked
}

/// The sources of a case, to link and unlink.
pub(super) fn sources_menu_ui(cx: &Cx<'_>, ui: &mut Ui, case: &Case) {
    let words = Rooms::of(cx.language);
    ui.set_min_width(220.0);
    if cx.project.sources().next().is_none() {
        return empty::nothing_ui(cx, ui, cx.say.no_sources_short);
    }
    ui.label(RichText::new(words.sources_of_case).font(fonts::small()).color(cx.palette.muted));
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for source in cx.project.sources() {
            let (case, source_id) = (case.id, source.id);
            let mut linked = cx.project.case(case).is_some_and(|case| case.sources.contains(&source_id));
            if controls::check(ui, &mut linked, &source.title).changed() {
                cx.send(if linked {
                    Edit::LinkCase { case, source: source_id }
                } else {
                    Edit::UnlinkCase { case, source: source_id }
                });
            }
        }
    });
}

/// Yes, no, or not known.
pub(super) fn yes_no_menu_ui(cx: &Cx<'_>, ui: &mut Ui, case: &Case, attribute: AttributeId) {
    let words = Rooms::of(cx.language);
    let now = case.values.get(&attribute).map_or("", String::as_str);
    ui.set_min_width(120.0);
    for (value, title) in [("yes", words.yes), ("no", words.no), ("", words.not_known)] {
        if ui.selectable_label(value == now, title).clicked() {
            cx.send(Edit::SetValue { case: case.id, attribute, value: value.to_owned() });
            ui.close();
        }
    }
}
