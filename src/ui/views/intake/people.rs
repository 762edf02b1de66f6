//! Who speaks in the file that is shown: what they are called, what they do, and who is the same person.

use egui::{Align, Layout, RichText, Ui, WidgetInfo};

use super::list::heading;
use super::say;
use crate::lang::{fill, grouped};
use crate::model::source::{Role, Speaker};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::intake::Intake;
use crate::ui::intake::change::Change;
use crate::ui::intake::item::Item;
use crate::ui::look::fonts;
use crate::ui::widgets::controls;

/// A name as it is being typed: of which item, what it is in the file, and what it is to be.
#[derive(Default)]
pub(super) struct People {
    typed: Option<(usize, String, String)>,
}

impl People {
    /// Shows the speakers by their names in the file.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, intake: &Intake, item: &Item) {
        let say = say(cx);
        heading(cx, ui, say.who_speaks);
        if item.speakers().next().is_none() {
            ui.label(RichText::new(say.nobody).font(fonts::small()).color(cx.palette.muted));
        }
        for speaker in item.speakers() {
            self.speaker_ui(cx, ui, (intake.chosen, item), speaker);
        }
    }

    fn speaker_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (at, item): (usize, &Item), speaker: &Speaker) {
        let (say, person) = (say(cx), item.person(speaker));
        let call = |person: Speaker| {
            cx.send(Look::Intake(Change::Person { item: at, named: speaker.name.clone(), person }));
        };
        let mut typed = match &self.typed {
            Some((known, named, typed)) if *known == at && *named == speaker.name => typed.clone(),
            _ => person.name.clone(),
        };
        let named = fill(say.speaker_name, &[("name", &speaker.name)]);
        let field = controls::named_field(ui, &mut typed, &named, "");
        if field.has_focus() {
            self.typed = Some((at, speaker.name.clone(), typed));
        } else if field.lost_focus() {
            self.typed = None;
            if typed.trim() != person.name {
                call(Speaker { name: typed.trim().to_owned(), role: person.role });
            }
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            role_ui(cx, ui, person, call);
            let turns = turns_of(item, speaker);
            ui.label(RichText::new(grouped(turns)).font(fonts::small()).color(cx.palette.muted));
            if person.name != speaker.name {
                let words = fill(say.called_in_file, &[("name", &speaker.name)]);
                let label = RichText::new(words).font(fonts::small()).color(cx.palette.muted);
                ui.add(egui::Label::new(label).truncate());
            }
            let others: Vec<&Speaker> =
                item.speakers().map(|other| item.person(other)).filter(|other| other.name != person.name).collect();
            if !others.is_empty() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| merge_ui(cx, ui, (speaker, &others), call));
            }
        });
        ui.add_space(4.0);
    }
}

/// What a speaker does, with the other roles.
fn role_ui(cx: &Cx<'_>, ui: &mut Ui, person: &Speaker, call: impl Fn(Speaker)) {
    let name = |role| match role {
        Role::Interviewer => cx.say.interviewer,
        Role::Informant => cx.say.informant,
        Role::Unknown => cx.say.role_unknown,
    };
    let button = controls::quiet(ui, name(person.role));
    let named = fill(say(cx).speaker_role, &[("name", &person.name)]);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
    egui::Popup::menu(&button).show(|ui| {
        for role in [Role::Interviewer, Role::Informant, Role::Unknown] {
            if ui.selectable_label(role == person.role, name(role)).clicked() {
                call(Speaker { name: person.name.clone(), role });
            }
        }
    });
}

/// Whom a speaker is the same as.
fn merge_ui(cx: &Cx<'_>, ui: &mut Ui, (speaker, others): (&Speaker, &[&Speaker]), call: impl Fn(Speaker)) {
    let button = controls::quiet(ui, "…");
    let named = fill(say(cx).speaker_more, &[("name", &speaker.name)]);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
    let button = button.on_hover_text(named);
    egui::Popup::menu(&button).show(|ui| {
        let mut names = std::collections::BTreeSet::new();
        for other in others.iter().filter(|other| names.insert(other.name.as_str())) {
            if ui.button(fill(say(cx).same_as, &[("name", &other.name)])).clicked() {
                call((**other).clone());
            }
        }
    });
}

/// How many turns a speaker has in the file.
fn turns_of(item: &Item, speaker: &Speaker) -> usize {
    let Some(source) = item.read().and_then(crate::import::Read::text) else { return 0 };
    let number = source.speakers.iter().position(|known| known.name == speaker.name);
    let number = number.and_then(|number| u16::try_from(number).ok());
    source.turns.iter().filter(|turn| turn.speaker.is_some() && turn.speaker == number).count()
}
