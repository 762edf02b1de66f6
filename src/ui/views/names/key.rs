//! The name key beside the table: where it lies, its passphrase, and what it means to lose it.

use std::path::{Path, PathBuf};

use egui::{RichText, TextEdit, Ui, WidgetInfo, vec2};

use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::text::names::table::Row;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::{Kept, Naming, Secret};
use crate::ui::screen::Tone;
use crate::ui::widgets::controls;

/// The form and what the key holds, in memory only.
#[derive(Default)]
pub(super) struct KeyForm {
    path: String,
    passphrase: String,
    again: String,
    names: Vec<Row>,
    said: Option<(Tone, String)>,
}

impl KeyForm {
    /// What the key holds, once it is open.
    pub(super) fn names(&self) -> &[Row] {
        &self.names
    }

    /// The key is to lie there.
    pub(super) fn lies_at(&mut self, path: &Path) {
        self.path = path.display().to_string();
    }

    /// The key was opened or saved, or was not.
    pub(super) fn arrived(&mut self, key: Result<(Vec<Row>, Kept), String>, language: Language) {
        let words = PseudonymWords::of(language);
        self.said = Some(match key {
            Ok((names, kept)) => {
                let said = match kept {
                    Kept::Opened => fill(words.key_opened, &[("n", &names.len())]),
                    Kept::Saved => words.key_saved.to_owned(),
                };
                self.names = names;
                (self.passphrase, self.again) = (String::new(), String::new());
                (Tone::Plain, said)
            }
            Err(said) => (Tone::Trouble, said),
        });
    }

    /// Shows the form; `rows` are those that would be added.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, rows: &[Row]) {
        let words = PseudonymWords::of(cx.language);
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(RichText::new(words.key).font(fonts::strong(14.0)));
        ui.label(RichText::new(words.key_why).font(fonts::small()).color(cx.palette.muted));
        ui.add_space(space::S);
        controls::field(ui, &mut self.path, words.key_path);
        if controls::link(cx, ui, words.key_choose).clicked() {
            cx.send(Task::Names(Naming::ChooseKey));
        }
        ui.add_space(space::S);
        secret_ui(ui, &mut self.passphrase, words.passphrase);
        secret_ui(ui, &mut self.again, words.passphrase_again);
        ui.add_space(space::S);
        let path = PathBuf::from(self.path.trim());
        let ready = !self.path.trim().is_empty() && !self.passphrase.is_empty();
        ui.horizontal_wrapped(|ui| {
            let save = ui.add_enabled(ready && !rows.is_empty(), egui::Button::new(words.key_save));
            if save.clicked() && self.passphrase == self.again {
                cx.send(Task::Names(Naming::SaveKey(path.clone(), Secret(self.passphrase.clone()), rows.to_vec())));
                self.said = Some((Tone::Plain, words.key_working.to_owned()));
            } else if save.clicked() {
                self.said = Some((Tone::Trouble, words.passphrases_differ.to_owned()));
            }
            if ui.add_enabled(ready, egui::Button::new(words.key_open)).clicked() {
                cx.send(Task::Names(Naming::OpenKey(path.clone(), Secret(self.passphrase.clone()))));
                self.said = Some((Tone::Plain, words.key_working.to_owned()));
            }
        });
        if let Some((tone, said)) = &self.said {
            let ink = if *tone == Tone::Trouble { cx.palette.error } else { cx.palette.text };
            ui.add_space(space::S);
            ui.label(RichText::new(said).font(fonts::small()).color(ink));
        }
    }
}

/// A field that shows dots for letters; what a screen reader is told is its name alone.
fn secret_ui(ui: &mut Ui, typed: &mut String, name: &str) {
    let edit = TextEdit::singleline(typed).password(true).hint_text(name);
    let response = ui.add(edit.desired_width(f32::INFINITY).margin(vec2(8.0, 5.0)));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::PasswordInput, true, name);
        info.label = Some(name.to_owned());
        info
    });
}
