//! The open source in the inspector: its title, its case, who speaks, its memos.

use std::sync::Arc;

use egui::{RichText, TextEdit, Ui};

use super::memo_card::MemoCard;
use crate::analysis::counted::{Speech, speech};
use crate::analysis::words::tongues::spoken;
use crate::journal::edit::Edit;
use crate::journal::edit::lexicon::WordEdit;
use crate::lang::aside::AsideWords;
use crate::lang::intake::IntakeWords;
use crate::lang::tongues::TongueWords;
use crate::lang::{count, fill};
use crate::model::id::{AttributeId, CaseId, SourceId};
use crate::model::memo::About;
use crate::model::source::{Role, Source, Speaker, Turn};
use crate::model::span::Span;
use crate::text::indexed::IndexedText;
use crate::text::tongue::Tongue;
use crate::told::tongues::{shares, tongue};
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::views::counted::words_in;
use crate::ui::views::set_aside;
use crate::ui::widgets::{controls, empty};

/// What is being typed in the card.
#[derive(Default)]
pub(super) struct SourceCard {
    title: Option<(SourceId, String)>,
    value: Option<(CaseId, AttributeId, String)>,
    /// What each speaker says; nothing while the words are being found.
    speech: Derived<Spoken, Vec<Speech>>,
    /// How many words are in each language; none while the words are being found, and in a very long text.
    spoken: Derived<(SourceId, u64, bool), [usize; 4]>,
}

/// What a source is that speakers are counted in: its words, if they are found, its turns, and what is set aside.
type Spoken = (SourceId, Option<Arc<IndexedText>>, Arc<[Turn]>, Arc<[Span]>);

/// In a text of more letters than this the languages are not told before somebody counts its words.
const LONG: u32 = 600_000;

impl SourceCard {
    /// Shows a source.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, memo: &mut MemoCard, source: &Source) {
        self.title_ui(cx, ui, source);
        ui.label(RichText::new(&source.file_name).font(fonts::small()).color(cx.palette.muted));
        if source.original.is_some() && controls::link(cx, ui, IntakeWords::of(cx.language).save_original).clicked() {
            cx.send(Task::ChooseOriginal(source.id));
        }
        controls::rule(cx, ui);
        self.cases_ui(cx, ui, source);
        controls::rule(cx, ui);
        let found = words_in(ui, source, None).is_some();
        let words = source.text.clone().filter(|_| found);
        let key = (source.id, words, Arc::clone(&source.turns), Arc::clone(&source.excluded));
        let said = self.speech.get(key, || if found { speech(source) } else { Vec::new() });
        speakers_ui(cx, ui, source, said);
        controls::rule(cx, ui);
        self.language_ui(cx, ui, source);
        controls::rule(cx, ui);
        set_aside::list_ui(cx, ui, source);
        controls::rule(cx, ui);
        memo.ui(cx, ui, About::Source(source.id));
    }

    fn title_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, source: &Source) {
        if self.title.as_ref().is_some_and(|(known, _)| *known != source.id) {
            self.title = None;
        }
        let mut typed = self.title.take().map_or_else(|| source.title.clone(), |(_, typed)| typed);
        let edit = TextEdit::singleline(&mut typed).font(fonts::strong(16.0)).frame(egui::Frame::NONE);
        let response = ui.add(edit.desired_width(f32::INFINITY).margin(egui::vec2(0.0, 2.0)));
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, &typed, &typed, cx.say.title);
            info.label = Some(cx.say.title.to_owned());
            info
        });
        if response.lost_focus() && typed.trim() != source.title {
            cx.send(Edit::RenameSource { source: source.id, title: typed.trim().to_owned() });
        } else if response.has_focus() {
            self.title = Some((source.id, typed));
        }
    }

    /// The language of the source: chosen, or found turn by turn, and then what was found.
    fn language_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, source: &Source) {
        let words = TongueWords::of(cx.language);
        let name = |chosen: Option<Tongue>| chosen.map_or(words.automatic, |chosen| tongue(chosen, cx.language));
        ui.horizontal(|ui| {
            ui.label(RichText::new(words.title).font(fonts::strong(13.0)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let button = controls::menu(cx, ui, (name(source.language), words.title)).on_hover_text(words.hint);
                egui::Popup::menu(&button).show(|ui| {
                    ui.set_min_width(180.0);
                    for language in std::iter::once(None).chain(Tongue::ALL.map(Some)) {
                        if ui.selectable_label(source.language == language, name(language)).clicked() {
                            cx.send(Edit::Words(WordEdit::SetLanguage { source: source.id, language }));
                        }
                    }
                });
            });
        });
        let found = source.length < LONG && words_in(ui, source, None).is_some();
        let key = (source.id, cx.project.revision(), found);
        let spoken = *self.spoken.get(key, || if found { spoken(source) } else { [0; 4] });
        if source.language.is_none() && spoken.iter().sum::<usize>() > 0 {
            let told = format!("{} · {}", words.turn_by_turn, shares(spoken, cx.language));
            ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
        }
    }

    fn cases_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, source: &Source) {
        let cases: Vec<_> = cx.project.cases_of(source.id).collect();
        if cases.is_empty() {
            controls::section(cx, ui, cx.say.case, "");
            empty::nothing_ui(cx, ui, cx.say.no_case);
            if controls::link(cx, ui, cx.say.make_case).clicked() {
                cx.send(Edit::CreateCase { name: source.title.clone(), source: Some(source.id) });
            }
        }
        for case in cases {
            controls::section(cx, ui, &case.name, cx.say.case);
            ui.add_space(space::XS);
            for attribute in cx.project.attributes() {
                let value = case.values.get(&attribute.id).map_or("", String::as_str);
                self.value_ui(cx, ui, (case.id, attribute.id), (&attribute.name, value));
            }
        }
    }

    fn value_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, cell: (CaseId, AttributeId), (name, value): (&str, &str)) {
        let typing = self.value.as_ref().is_some_and(|(case, attribute, _)| (*case, *attribute) == cell);
        let mut typed = match &self.value {
            Some((.., typed)) if typing => typed.clone(),
            _ => value.to_owned(),
        };
        ui.horizontal(|ui| {
            let label = RichText::new(name).font(fonts::small()).color(cx.palette.muted);
            ui.allocate_ui_with_layout(
                egui::vec2(84.0, 22.0),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_width(84.0);
                    ui.add(egui::Label::new(label).truncate());
                },
            );
            let response = controls::field(ui, &mut typed, name);
            if response.lost_focus() && typed.trim() != value {
                let (case, attribute) = cell;
                cx.send(Edit::SetValue { case, attribute, value: typed.trim().to_owned() });
            }
            if response.has_focus() {
                self.value = Some((cell.0, cell.1, typed));
            } else if typing {
                self.value = None;
            }
        });
    }
}

fn speakers_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, said: &[Speech]) {
    controls::section(cx, ui, cx.say.speakers, "");
    if source.speakers.is_empty() {
        empty::nothing_ui(cx, ui, cx.say.no_speakers);
    }
    let words = AsideWords::of(cx.language);
    for (number, speaker) in source.speakers_here() {
        let name = ui.horizontal(|ui| {
            let name = ui.add(egui::Label::new(&speaker.name).truncate().sense(egui::Sense::click()));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                role_ui(cx, ui, source, (number, speaker));
            });
            name
        });
        let menu = |ui: &mut Ui| {
            ui.set_min_width(240.0);
            set_aside::speaker_menu_ui(cx, ui, source, number);
        };
        name.inner.context_menu(menu);
        let Some(speech) = said.get(usize::from(number)) else { continue };
        let told = [
            count(speech.turns, words.turns_one, words.turns_many),
            count(speech.words, cx.say.one_word, cx.say.many_words),
        ];
        ui.horizontal(|ui| {
            ui.label(RichText::new(told.join(" · ")).font(fonts::small()).color(cx.palette.muted));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let more = ui.add(egui::Button::new("…").frame_when_inactive(false));
                let named = fill(words.speaker_menu, &[("name", &speaker.name)]);
                more.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &named));
                egui::Popup::menu(&more).show(menu);
            });
        });
    }
}

fn role_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, (number, speaker): (u16, &Speaker)) {
    let name = |role| match role {
        Role::Interviewer => cx.say.interviewer,
        Role::Informant => cx.say.informant,
        Role::Unknown => cx.say.role_unknown,
    };
    let button = controls::quiet(ui, name(speaker.role));
    egui::Popup::menu(&button).show(|ui| {
        for role in [Role::Interviewer, Role::Informant, Role::Unknown] {
            if ui.selectable_label(role == speaker.role, name(role)).clicked() {
                let name = speaker.name.clone();
                cx.send(Edit::ChangeSpeaker { source: source.id, speaker: number, name, role });
            }
        }
    });
}
