//! The speakers' names above their turns: who speaks, what they are called, and who is one and the same.

use egui::{Align2, Button, Key, Popup, PopupCloseBehavior, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Correcting;
use crate::journal::edit::Edit;
use crate::journal::edit::turns::Speaking;
use crate::lang::correcting::CorrectingWords;
use crate::lang::{count, fill};
use crate::model::anchor::Anchor;
use crate::model::id::SourceId;
use crate::model::source::{Role, Source, Speaker};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::views::reader::keys::Open;
use crate::ui::views::reader::page::{HEADER, Page};
use crate::ui::views::reader::paint::Columns;
use crate::ui::widgets::controls;

/// What is half chosen in the menu of a speaker.
#[derive(Debug, Default)]
pub(super) struct SpeakerMenu {
    /// The turn whose menu is open.
    turn: Option<(SourceId, Anchor)>,
    new_name: String,
    renamed: String,
    /// Whether a name or a role is for every source where somebody is called the same.
    everywhere: bool,
}

/// A speaker of a turn to choose.
pub(super) fn said_by<'a>(cx: &Cx<'_>, name: &str, chosen: bool) -> Button<'a> {
    let ink = if chosen { cx.palette.accent } else { cx.palette.text };
    Button::selectable(chosen, RichText::new(name).color(ink))
}

impl Correcting {
    /// Lets the names above the turns be clicked.
    pub(in crate::ui::views::reader) fn speakers_ui(
        &mut self,
        cx: &Cx<'_>,
        ui: &Ui,
        (page, open): (&Page, &Open<'_>),
        columns: Columns,
    ) {
        let words = CorrectingWords::of(cx.language);
        let (mut asked, mut is_open) = (None, false);
        for placed in open.seen {
            let block = &page.blocks()[placed.block];
            let Some(number) = block.turn.filter(|_| block.lead) else { continue };
            let Some(turn) = open.source.turns.get(number) else { continue };
            let speaker = open.source.speaker_of(turn);
            let name = speaker.map_or(words.nobody, |speaker| speaker.name.as_str());
            let at = pos2(columns.text, placed.origin.y - HEADER);
            let galley = ui.painter().layout_no_wrap(name.to_owned(), fonts::strong(12.0), cx.palette.muted);
            let rect = Rect::from_min_size(at, galley.size()).expand2(vec2(4.0, 2.0));
            let response = ui.interact(rect, ui.scope_id().with(("speaker of", number)), Sense::click());
            let label = fill(words.speaker_of_turn, &[("name", &name), ("n", &(number + 1))]);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
            if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(rect, 4.0, cx.palette.hover);
                let ink = cx.palette.text;
                ui.painter().text(at, Align2::LEFT_TOP, name, fonts::strong(12.0), ink);
                ui.painter().hline(galley_line(at, &galley), at.y + galley.size().y, Stroke::new(1.0, ink));
            } else if speaker.is_none() {
                ui.painter().galley(at, galley, cx.palette.muted);
            }
            let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
            is_open |= popup.show(|ui| asked = self.menu.ui(cx, ui, (open.source, number))).is_some();
        }
        if !is_open {
            // What was half chosen for one turn is never meant for the next that is clicked.
            self.menu = SpeakerMenu::default();
        }
        if let Some(edit) = asked {
            cx.send(edit);
        }
    }
}

fn galley_line(at: egui::Pos2, galley: &egui::Galley) -> egui::Rangef {
    egui::Rangef::new(at.x, at.x + galley.size().x)
}

impl SpeakerMenu {
    fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (source, number): (&Source, usize)) -> Option<Edit> {
        let words = CorrectingWords::of(cx.language);
        let turn = source.turns.get(number)?;
        let key = source.turn_key(number)?;
        let known = turn.speaker.and_then(|at| Some((at, source.speakers.get(usize::from(at))?)));
        let here = Some((source.id, key));
        if self.turn != here {
            let renamed = known.map_or_else(String::new, |(_, speaker)| speaker.name.clone());
            *self = Self { turn: here, renamed, ..Self::default() };
        }
        ui.set_width(250.0);
        let mut asked = None;
        let set = |speaker| Edit::SetSpeaker { source: source.id, turn: key, speaker };
        small(cx, ui, words.who_speaks);
        for (at, speaker) in source.speakers_here() {
            if ui.add(said_by(cx, &speaker.name, turn.speaker == Some(at))).clicked() {
                asked = Some(set(Speaking::Known(at)));
            }
        }
        let field = edged(cx, ui, |ui| controls::field(ui, &mut self.new_name, words.new_speaker));
        if entered(ui, &field) && !self.new_name.trim().is_empty() {
            let name = std::mem::take(&mut self.new_name).trim().to_owned();
            asked = Some(set(Speaking::New { name, role: Role::Unknown }));
        }
        ui.separator();
        if number > 0 && ui.button(words.join_before).clicked() {
            asked = Some(Edit::JoinTurn { source: source.id, turn: key });
        }
        if let Some((at, speaker)) = known {
            asked = self.speaker_ui(cx, ui, (source, at, speaker)).or(asked);
        }
        if asked.is_some() {
            self.turn = None;
            ui.close();
        }
        asked
    }

    /// What is true of the speaker, and not of one turn alone.
    fn speaker_ui(
        &mut self,
        cx: &Cx<'_>,
        ui: &mut Ui,
        (source, at, speaker): (&Source, u16, &Speaker),
    ) -> Option<Edit> {
        let words = CorrectingWords::of(cx.language);
        let mut asked = None;
        let others: Vec<_> = source.speakers_here().filter(|(other, _)| *other != at).collect();
        if !others.is_empty() {
            ui.menu_button(fill(words.same_as, &[("name", &speaker.name)]), |ui| {
                for (other, known) in others {
                    if ui.button(&known.name).clicked() {
                        asked = Some(Edit::MergeSpeakers { source: source.id, from: at, into: other });
                    }
                }
            });
        }
        ui.separator();
        small(cx, ui, &fill(words.about_speaker, &[("name", &speaker.name)]));
        let elsewhere = namesakes(cx, source.id, &speaker.name);
        let field =
            edged(cx, ui, |ui| controls::named_field(ui, &mut self.renamed, words.speaker_name, words.speaker_name));
        let renamed = entered(ui, &field).then(|| self.renamed.trim().to_owned());
        let renamed = renamed.filter(|name| !name.is_empty() && *name != speaker.name);
        let mut role = None;
        ui.horizontal(|ui| {
            for (each, title) in [
                (Role::Interviewer, cx.say.interviewer),
                (Role::Informant, cx.say.informant),
                (Role::Unknown, cx.say.role_unknown),
            ] {
                if ui.selectable_label(speaker.role == each, title).clicked() && speaker.role != each {
                    role = Some(each);
                }
            }
        });
        if !elsewhere.is_empty() {
            ui.add_space(space::XS);
            let title = count(elsewhere.len(), words.also_in_one, words.also_in_many);
            controls::check(ui, &mut self.everywhere, title);
        }
        if renamed.is_some() || role.is_some() {
            let (name, role) = (renamed.unwrap_or_else(|| speaker.name.clone()), role.unwrap_or(speaker.role));
            let change = |(source, speaker)| Edit::ChangeSpeaker { source, speaker, name: name.clone(), role };
            let others = elsewhere.into_iter().filter(|_| self.everywhere);
            let mut changes: Vec<Edit> = [(source.id, at)].into_iter().chain(others).map(change).collect();
            asked = if changes.len() > 1 { Some(Edit::All(changes)) } else { changes.pop() };
        }
        asked
    }
}

/// The speakers of the same name in other sources.
fn namesakes(cx: &Cx<'_>, but: SourceId, name: &str) -> Vec<(SourceId, u16)> {
    let others = cx.project.sources().filter(|source| source.id != but);
    let called = |source: &Source| {
        let found = source.speakers_here().find(|(_, speaker)| speaker.name.to_lowercase() == name.to_lowercase());
        found.map(|(number, _)| (source.id, number))
    };
    others.filter_map(called).collect()
}

/// A field in a menu, where fields otherwise have no edge.
fn edged(cx: &Cx<'_>, ui: &mut Ui, field: impl FnOnce(&mut Ui) -> egui::Response) -> egui::Response {
    let shown = ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, cx.palette.line);
        field(ui)
    });
    shown.inner
}

fn entered(ui: &Ui, field: &egui::Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn small(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(fonts::small()).color(cx.palette.muted));
}
