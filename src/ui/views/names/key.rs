//! The name key beside the table: where it lies, its passphrase, what it holds, and what it means to lose it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::{RichText, ScrollArea, Ui};

use super::Moment;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::session::keys;
use crate::text::names::table::Row;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::keeping::{Keep, Kept, KeyTrouble, May};
use crate::ui::look::{fonts, space};
use crate::ui::naming::{Naming, Secret};
use crate::ui::widgets::controls;

/// How high a row of the table of who is who is.
const ROW: f32 = 20.0;

/// What the form tells of the key; facts, so that they are said in the language of the moment.
#[derive(Clone, Debug)]
enum Told {
    Working,
    Done(Kept),
    Trouble(KeyTrouble),
}

/// What is known of a path.
#[derive(Clone, Debug, Default)]
struct Place {
    typed: String,
    /// Whether a file lies there.
    lies: bool,
    /// Whether it is in the folder of a study.
    inside: bool,
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
    told: Option<Told>,
    place: Option<Place>,
    /// Whether this study has had a key there before.
    known: bool,
    /// Pseudonyms that were made up for this study before.
    made_up: BTreeSet<String>,
}

impl KeyForm {
    /// What the key holds, once it is open.
    pub fn names(&self) -> &[Row] {
        &self.names
    }

    /// The pseudonyms that were made up for this study, as far as they are known: nobody is named by them.
    pub fn made_up(&self) -> BTreeSet<String> {
        self.names.iter().map(|row| row.pseudonym.clone()).chain(self.made_up.iter().cloned()).collect()
    }

    /// These were made up.
    pub fn remembers(&mut self, made_up: BTreeSet<String>) {
        self.made_up = made_up;
    }

    /// The key is to lie there.
    pub fn lies_at(&mut self, path: &Path) {
        self.path = path.display().to_string();
        self.place = None;
    }

    /// This study has had a key there before.
    pub fn has_been_at(&mut self, path: &Path) {
        self.lies_at(path);
        self.known = true;
    }

    /// What names that are replaced now are kept in; `None` where no file is chosen.
    ///
    /// # Errors
    /// A sentence where something has to be typed first.
    pub fn keep(&mut self, language: Language) -> Result<Option<Keep>, String> {
        let words = PseudonymWords::of(language);
        let (path, secret) = (self.typed(), Secret(self.passphrase.clone()));
        if self.path.trim().is_empty() {
            let typed = !self.passphrase.is_empty();
            return if typed { Err(words.key_needs_file.to_owned()) } else { Ok(None) };
        }
        if let Some(secret) = self.open_with() {
            return Ok(Some(Keep { path, secret: secret.clone(), may: May::Add }));
        }
        let place = self.look_there();
        if place.inside {
            return Err(words.key_inside.to_owned());
        }
        if self.passphrase.is_empty() {
            return Err(words.key_needs_passphrase.to_owned());
        }
        match self.again.as_str() {
            _ if place.lies => Ok(Some(Keep { path, secret, may: May::Open })),
            "" => Err(words.key_needs_again.to_owned()),
            again if again == self.passphrase => Ok(Some(Keep { path, secret, may: May::Make })),
            _ => Err(words.passphrases_differ.to_owned()),
        }
    }

    /// The file that names are kept in, by its name; `None` where none is chosen.
    pub fn file(&self) -> Option<String> {
        Some(self.typed().file_name()?.to_string_lossy().into_owned())
    }

    /// This is being opened or saved.
    pub fn working(&mut self, path: PathBuf, secret: Secret) {
        self.asked = Some((path, secret));
        self.told = Some(Told::Working);
    }

    /// The key was opened or saved, or was not. Gives its path where it was.
    pub fn arrived(&mut self, key: Result<(Vec<Row>, Kept), KeyTrouble>) -> Option<PathBuf> {
        self.place = None;
        let asked = self.asked.take();
        match key {
            Ok((names, kept)) => {
                self.names = names;
                self.unlocked = asked;
                (self.passphrase, self.again) = (String::new(), String::new());
                self.told = Some(Told::Done(kept));
                self.unlocked.as_ref().map(|(path, _)| path.clone())
            }
            Err(trouble) => {
                self.told = Some(Told::Trouble(trouble));
                None
            }
        }
    }

    fn typed(&self) -> PathBuf {
        PathBuf::from(self.path.trim())
    }

    /// The passphrase of the key at the path that is typed, where that one is open.
    fn open_with(&self) -> Option<&Secret> {
        let path = self.typed();
        self.unlocked.as_ref().filter(|(known, _)| *known == path).map(|(_, secret)| secret)
    }

    /// What is known of the path that is typed; the disk is asked once for each.
    fn look_there(&mut self) -> Place {
        let typed = self.path.trim();
        if let Some(place) = self.place.as_ref().filter(|place| place.typed == typed) {
            return place.clone();
        }
        let path = Path::new(typed);
        let (lies, inside) = (!typed.is_empty() && keys::lies(path), !typed.is_empty() && keys::lies_in_study(path));
        let place = Place { typed: typed.to_owned(), lies, inside };
        self.place = Some(place.clone());
        place
    }

    /// Shows the form, with what becomes of the names that are replaced at that moment.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, moment: Moment) {
        let words = PseudonymWords::of(cx.language);
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(RichText::new(words.key).font(fonts::strong(14.0)));
        ui.label(RichText::new(words.key_why).font(fonts::small()).color(cx.palette.muted));
        ui.add_space(space::S);
        controls::field(ui, &mut self.path, words.key_path);
        if controls::link(cx, ui, words.key_choose).clicked() {
            cx.send(Task::Names(Naming::ChooseKey));
        }
        let place = self.look_there();
        if self.open_with().is_none() {
            if self.known && place.lies {
                ui.label(RichText::new(words.key_known).font(fonts::small()).color(cx.palette.warn));
            }
            self.unlocking_ui(cx, ui, &place);
        }
        let (ink, told) = match (self.file(), self.keep(cx.language), moment) {
            (None, _, Moment::Import) => (cx.palette.warn, words.key_none_told.to_owned()),
            (None, _, Moment::Replace) => (cx.palette.text, words.key_none_asked.to_owned()),
            (Some(file), Ok(_), Moment::Import) => (cx.palette.text, fill(words.key_on_import, &[("file", &file)])),
            (Some(file), Ok(_), Moment::Replace) => (cx.palette.text, fill(words.key_on_replace, &[("file", &file)])),
            (Some(_), Err(why), _) => (cx.palette.warn, why),
        };
        ui.add_space(space::S);
        ui.label(RichText::new(told).font(fonts::small()).color(ink));
        if let Some(told) = &self.told {
            let (ink, said) = match told {
                Told::Working => (cx.palette.text, words.key_working.to_owned()),
                Told::Done(Kept::Opened) => (cx.palette.text, fill(words.key_opened, &[("n", &self.names.len())])),
                Told::Done(Kept::Saved) => (cx.palette.text, fill(words.key_saved, &[("n", &self.names.len())])),
                Told::Trouble(trouble) => (cx.palette.error, trouble.told(cx.language)),
            };
            ui.add_space(space::S);
            ui.label(RichText::new(said).font(fonts::small()).color(ink));
        }
        if self.open_with().is_some() && !self.names.is_empty() {
            self.who_is_who_ui(cx, ui);
        }
    }

    /// The passphrase, and one button: a key that lies there is opened, else one is made.
    fn unlocking_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, place: &Place) {
        let words = PseudonymWords::of(cx.language);
        ui.add_space(space::S);
        controls::secret(ui, &mut self.passphrase, words.passphrase);
        if !place.lies {
            controls::secret(ui, &mut self.again, words.passphrase_again);
        }
        ui.add_space(space::S);
        let ready = matches!(self.keep(cx.language), Ok(Some(_)));
        let (path, secret) = (self.typed(), Secret(self.passphrase.clone()));
        let (title, naming) = match place.lies {
            true => (words.key_open, Naming::OpenKey(path.clone(), secret.clone())),
            false => (words.key_make, Naming::MakeKey(path.clone(), secret.clone())),
        };
        if ui.add_enabled(ready, egui::Button::new(title)).clicked() {
            cx.send(Task::Names(naming));
            self.working(path, secret);
        }
    }

    /// Who stands behind each pseudonym, while the key is open.
    fn who_is_who_ui(&self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = PseudonymWords::of(cx.language);
        ui.add_space(space::S);
        ui.label(RichText::new(words.key_holds).font(fonts::strong(13.0)));
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("who is who").max_height(12.0 * ROW).auto_shrink([false, true]);
        area.show_rows(ui, ROW, self.names.len(), |ui, range| {
            for row in self.names.get(range).unwrap_or_default() {
                let words = format!("{} → {}", row.original, row.pseudonym);
                ui.add_sized(
                    [ui.available_width(), ROW],
                    egui::Label::new(RichText::new(words).font(fonts::small())).truncate().halign(egui::Align::Min),
                );
            }
        });
    }
}
