//! The name key beside the table: where it lies, its passphrase, and what it means to lose it.

use std::path::{Path, PathBuf};

use egui::{RichText, Ui};

use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::text::names::table::Row;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::{Kept, Naming, Secret};
use crate::ui::screen::Tone;
use crate::ui::widgets::controls;

/// Names that are to be added to a key: where it lies, and what opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The file.
    pub path: PathBuf,
    /// Its passphrase.
    pub secret: Secret,
    /// What may be done.
    pub may: May,
}

/// What may be done with the file of a key before somebody is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// It was opened, so names are added.
    Add,
    /// A new one may be made, since the passphrase was typed twice.
    Make,
    /// One that lies there may be opened.
    Open,
}

/// The form and what the key holds, in memory only.
#[derive(Default)]
pub struct KeyForm {
    path: String,
    passphrase: String,
    again: String,
    names: Vec<Row>,
    /// What is being opened or saved, and what was.
    asked: Option<(PathBuf, Secret)>,
    unlocked: Option<(PathBuf, Secret)>,
    said: Option<(Tone, String)>,
}

impl KeyForm {
    /// What the key holds, once it is open.
    pub fn names(&self) -> &[Row] {
        &self.names
    }

    /// The key is to lie there.
    pub fn lies_at(&mut self, path: &Path) {
        self.path = path.display().to_string();
    }

    /// What names that enter the study now are kept in; `None` where no file is chosen.
    ///
    /// # Errors
    /// A sentence where something has to be typed first.
    pub fn keep(&self, language: Language) -> Result<Option<Keep>, String> {
        let words = PseudonymWords::of(language);
        let (path, secret) = (PathBuf::from(self.path.trim()), Secret(self.passphrase.clone()));
        if self.path.trim().is_empty() {
            let typed = !self.passphrase.is_empty();
            return if typed { Err(words.key_needs_file.to_owned()) } else { Ok(None) };
        }
        if let Some((_, secret)) = self.unlocked.as_ref().filter(|(known, _)| *known == path) {
            return Ok(Some(Keep { path, secret: secret.clone(), may: May::Add }));
        }
        if self.passphrase.is_empty() {
            return Err(words.key_needs_passphrase.to_owned());
        }
        match self.again.as_str() {
            "" => Ok(Some(Keep { path, secret, may: May::Open })),
            again if again == self.passphrase => Ok(Some(Keep { path, secret, may: May::Make })),
            _ => Err(words.passphrases_differ.to_owned()),
        }
    }

    /// The file that the names of an import are kept in, by its name; `None` where none is chosen.
    pub fn file(&self) -> Option<String> {
        let path = PathBuf::from(self.path.trim());
        Some(path.file_name()?.to_string_lossy().into_owned())
    }

    /// This is being opened or saved.
    pub fn working(&mut self, path: PathBuf, secret: Secret, language: Language) {
        self.asked = Some((path, secret));
        self.said = Some((Tone::Plain, PseudonymWords::of(language).key_working.to_owned()));
    }

    /// The key was opened or saved, or was not.
    pub fn arrived(&mut self, key: Result<(Vec<Row>, Kept), String>, language: Language) {
        let words = PseudonymWords::of(language);
        self.said = Some(match key {
            Ok((names, kept)) => {
                let said = match kept {
                    Kept::Opened => fill(words.key_opened, &[("n", &names.len())]),
                    Kept::Saved => words.key_saved.to_owned(),
                };
                self.names = names;
                self.unlocked = self.asked.take();
                (self.passphrase, self.again) = (String::new(), String::new());
                (Tone::Plain, said)
            }
            Err(said) => {
                self.asked = None;
                (Tone::Trouble, said)
            }
        });
    }

    /// Shows the form; `rows` are those that would be added, `None` where that is done by importing.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, rows: Option<&[Row]>) {
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
        controls::secret(ui, &mut self.passphrase, words.passphrase);
        controls::secret(ui, &mut self.again, words.passphrase_again);
        ui.add_space(space::S);
        let path = PathBuf::from(self.path.trim());
        let ready = !self.path.trim().is_empty() && !self.passphrase.is_empty();
        ui.horizontal_wrapped(|ui| {
            if let Some(rows) = rows {
                let save = ui.add_enabled(ready && !rows.is_empty(), egui::Button::new(words.key_save));
                if save.clicked() && self.passphrase == self.again {
                    let secret = Secret(self.passphrase.clone());
                    cx.send(Task::Names(Naming::SaveKey(path.clone(), secret.clone(), rows.to_vec())));
                    self.working(path.clone(), secret, cx.language);
                } else if save.clicked() {
                    self.said = Some((Tone::Trouble, words.passphrases_differ.to_owned()));
                }
            }
            if ui.add_enabled(ready, egui::Button::new(words.key_open)).clicked() {
                let secret = Secret(self.passphrase.clone());
                cx.send(Task::Names(Naming::OpenKey(path.clone(), secret.clone())));
                self.working(path.clone(), secret, cx.language);
            }
        });
        if rows.is_none() {
            let (ink, told) = match (self.file(), self.keep(cx.language)) {
                (None, _) => (cx.palette.warn, words.key_none_told.to_owned()),
                (Some(file), Ok(_)) => (cx.palette.text, fill(words.key_on_import, &[("file", &file)])),
                (Some(_), Err(why)) => (cx.palette.warn, why),
            };
            ui.add_space(space::S);
            ui.label(RichText::new(told).font(fonts::small()).color(ink));
        }
        if let Some((tone, said)) = &self.said {
            let ink = if *tone == Tone::Trouble { cx.palette.error } else { cx.palette.text };
            ui.add_space(space::S);
            ui.label(RichText::new(said).font(fonts::small()).color(ink));
        }
    }
}
