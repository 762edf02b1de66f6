//! The settings: language, light, sizes, who codes, where the study lies, and the licences.

mod team;

use egui::{CornerRadius, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2};

use crate::help::Place;
use crate::journal::edit::Edit;
use crate::lang::help::HelpWords;
use crate::lang::rooms::Rooms;
use crate::lang::{Language, fill};
use crate::model::code::Hue;
use crate::store::app_data::preferences::Theme;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, page};

/// No line of the settings is longer than this.
const MEASURE: f32 = 680.0;
/// Where the choices begin, right of what they are about.
const LABELS: f32 = 170.0;
/// The licence of the type faces, as it must go along with them.
const FONT_LICENCE: &str = include_str!("../../../../assets/fonts/OFL.txt");

/// The room's memory between frames.
#[derive(Default)]
pub struct Settings {
    name: Option<String>,
}

impl Settings {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let area = ScrollArea::vertical().id_salt("settings").auto_shrink([false, false]);
        area.show(ui, |ui| {
            let margin = egui::Margin { left: 24, right: 24, top: 14, bottom: 24 };
            egui::Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width().min(MEASURE));
                ui.spacing_mut().item_spacing.y = 6.0;
                ui.label(RichText::new(words.settings).font(fonts::strong(17.0)));
                section_ui(cx, ui, words.look);
                look_ui(cx, ui);
                section_ui(cx, ui, words.who_codes);
                self.coder_ui(cx, ui);
                team::team_ui(cx, ui);
                section_ui(cx, ui, words.the_study);
                study_ui(cx, ui);
                section_ui(cx, ui, words.keys);
                keys_ui(cx, ui);
                section_ui(cx, ui, words.licences);
                licences_ui(cx, ui);
                ui.add_space(space::XL);
            });
        });
    }

    fn coder_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let Some(session) = cx.session else { return };
        let coder = cx.project.coder(session.coder());
        let known = cx.preferences.coder.as_ref().map_or("", |me| me.name.as_str());
        let name = coder.map_or(known, |coder| coder.name.as_str());
        line_ui(cx, ui, words.coder_name, |ui| {
            let typed = self.name.get_or_insert_with(|| name.to_owned());
            let response = ui.add(TextEdit::singleline(typed).desired_width(260.0).margin(vec2(8.0, 5.0)));
            let shown = typed.trim().to_owned();
            response.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &shown, &shown, words.coder_name);
                info.label = Some(words.coder_name.to_owned());
                info
            });
            let gave_up = ui.input(|input| input.key_pressed(egui::Key::Escape));
            if response.lost_focus() && !gave_up && !shown.is_empty() && shown != name {
                cx.send(Look::CoderIs(shown));
            }
            if !response.has_focus() {
                self.name = None;
            }
        });
        let now = coder.map(|coder| coder.hue);
        line_ui(cx, ui, words.coder_colour, |ui| {
            if let Some(hue) = hues_ui(cx, ui, now, "") {
                cx.send(Edit::RecolourCoder { coder: session.coder(), hue });
            }
        });
    }
}

fn section_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str) {
    ui.add_space(space::S);
    controls::rule(cx, ui);
    let title = ui.label(RichText::new(title).font(fonts::strong(14.0)).color(cx.palette.text));
    ui.accesskit_node_builder(title.id, |node| node.set_role(egui::Role::Heading));
    ui.add_space(space::XS);
}

/// What a choice is about, and the choice.
fn line_ui(cx: &Cx<'_>, ui: &mut Ui, about: &str, choice: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        let label = egui::Label::new(RichText::new(about).color(cx.palette.muted)).halign(egui::Align::LEFT);
        ui.allocate_ui(vec2(LABELS, 30.0), |ui| {
            ui.set_min_size(vec2(LABELS, 30.0));
            ui.horizontal_centered(|ui| ui.add(label));
        });
        choice(ui);
    });
}

fn look_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = Rooms::of(cx.language);
    line_ui(cx, ui, words.language, |ui| {
        let languages = Language::ALL.map(|language| (language, language.name()));
        if let Some(language) = page::choices_ui(cx, ui, cx.language, &languages) {
            cx.send(Look::Speak(language));
        }
    });
    line_ui(cx, ui, words.light, |ui| {
        let themes = [
            (Theme::Light, words.light_always),
            (Theme::Dark, words.dark_always),
            (Theme::System, words.as_the_desktop),
        ];
        if let Some(theme) = page::choices_ui(cx, ui, cx.preferences.theme, &themes) {
            cx.send(Look::Theme(theme));
        }
    });
    let all = cx.preferences.interface_zoom;
    line_ui(cx, ui, words.text_size, |ui| {
        if let Some(percent) = size_ui(cx, ui, words.text_size, cx.screen.text_zoom, (60, 300)) {
            cx.send(Look::TextZoom(percent));
        }
    });
    line_ui(cx, ui, words.all_size, |ui| {
        if let Some(percent) = size_ui(cx, ui, words.all_size, all, (50, 300)) {
            cx.send(Look::AllZoom(percent));
        }
    });
}

/// A size in steps of ten per cent. Gives the size that was asked for.
fn size_ui(cx: &Cx<'_>, ui: &mut Ui, about: &str, now: u16, (least, most): (u16, u16)) -> Option<u16> {
    let words = Rooms::of(cx.language);
    let mut wanted = None;
    let step = |ui: &mut Ui, sign: &str, name: &str, to: u16| {
        let button = ui.add_enabled(to != now, egui::Button::new(sign).min_size(vec2(30.0, 28.0)));
        let label = format!("{about}, {name}");
        button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, to != now, &label));
        button.on_hover_text(name).clicked().then_some(to)
    };
    wanted = step(ui, "−", words.smaller, now.saturating_sub(10).max(least)).or(wanted);
    let shown = fill(words.per_cent, &[("n", &now)]);
    ui.add_sized([52.0, 28.0], egui::Label::new(RichText::new(shown).color(cx.palette.text)));
    wanted = step(ui, "+", words.larger, (now + 10).min(most)).or(wanted);
    if now != 100 && controls::link(cx, ui, words.as_usual).clicked() {
        wanted = Some(100);
    }
    wanted
}

/// The colours to choose from. Gives the one that was chosen.
pub(super) fn hues_ui(cx: &Cx<'_>, ui: &mut Ui, now: Option<Hue>, whose: &str) -> Option<Hue> {
    let mut chosen = None;
    ui.spacing_mut().item_spacing.x = 2.0;
    for slot in 0..Hue::COUNT {
        let hue = Hue(slot);
        let same = now.is_some_and(|now| now.0 % Hue::COUNT == slot);
        let (rect, response) = ui.allocate_exact_size(vec2(26.0, 28.0), Sense::click());
        ui.painter().circle_filled(rect.center(), 9.0, cx.palette.hue(hue));
        if same || response.hovered() || response.has_focus() {
            let ink = if same { cx.palette.text } else { cx.palette.faint };
            let ring = egui::Rect::from_center_size(rect.center(), vec2(25.0, 25.0));
            let round = CornerRadius::same(13);
            ui.painter().rect_stroke(ring, round, Stroke::new(1.5, ink), StrokeKind::Inside);
        }
        let name = fill(cx.say.colour_number, &[("n", &(slot + 1))]);
        let name = if whose.is_empty() { name } else { format!("{name}, {whose}") };
        response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, same, &name));
        if response.on_hover_text(name).clicked() && !same {
            chosen = Some(hue);
        }
    }
    chosen
}

fn study_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = Rooms::of(cx.language);
    let folder = cx.session.and_then(crate::session::Session::folder);
    let shown = folder.map_or_else(|| words.only_in_memory.to_owned(), |folder| folder.display().to_string());
    line_ui(cx, ui, words.study_lies_in, |ui| {
        ui.add(egui::Label::new(&shown).wrap().selectable(true));
        if folder.is_some() && controls::link(cx, ui, words.copy_path).clicked() {
            ui.copy_text(shown.clone());
            cx.send(Look::Say(words.path_copied.to_owned()));
        }
    });
    ui.add(egui::Label::new(RichText::new(words.study_hint).font(fonts::small()).color(cx.palette.muted)).wrap());
}

fn keys_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = HelpWords::of(cx.language);
    ui.add(egui::Label::new(RichText::new(words.keys_stand).color(cx.palette.text)).wrap());
    if controls::link(cx, ui, words.all_keys).clicked() {
        cx.send(Look::Help(Some(Place::top("keys"))));
    }
}

fn licences_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = Rooms::of(cx.language);
    let told = fill(words.licence_of_program, &[("version", &env!("CARGO_PKG_VERSION"))]);
    ui.add(egui::Label::new(RichText::new(told).color(cx.palette.text)).wrap());
    ui.add(egui::Label::new(RichText::new(words.licence_of_fonts).color(cx.palette.text)).wrap());
    egui::CollapsingHeader::new(words.read_licence).id_salt("the licence of the type faces").show(ui, |ui| {
        let text = RichText::new(FONT_LICENCE).font(fonts::small()).color(cx.palette.muted);
        ui.add(egui::Label::new(text).wrap().selectable(true));
    });
}
