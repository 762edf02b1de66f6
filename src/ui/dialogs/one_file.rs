//! Saving the study as one file, with a passphrase if one is wanted, and the passphrase of one that is to be opened.

use egui::{Id, Key, Modal, RichText, Ui};

use crate::lang::fill;
use crate::lang::one_file::OneFileWords;
use crate::store::sealed::SHORTEST;
use crate::ui::action::{Look, Task};
use crate::ui::carrying::Carrying;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::Secret;
use crate::ui::screen::Sheet;
use crate::ui::wanted::Locked;
use crate::ui::widgets::controls;

/// The sheets' memory between frames; passphrases are forgotten with them.
#[derive(Default)]
pub struct OneFileSheet {
    passphrase: String,
    again: String,
    shown: bool,
}

impl OneFileSheet {
    /// Shows the sheet that is open, if one is.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &Ui) {
        if let Some(locked) = &cx.screen.locked {
            self.unlock_ui(cx, ui, locked);
        } else if cx.screen.sheet == Some(Sheet::OneFile) {
            self.save_ui(cx, ui);
        } else {
            *self = Self::default();
        }
    }

    fn save_ui(&mut self, cx: &Cx<'_>, ui: &Ui) {
        let words = OneFileWords::of(cx.language);
        let shown = Modal::new(Id::unique("one file")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            head_ui(cx, ui, (words.save, words.save_hint));
            controls::secret(ui, &mut self.passphrase, words.passphrase);
            if !self.passphrase.is_empty() {
                controls::secret(ui, &mut self.again, words.passphrase_again);
            }
            let short = !self.passphrase.is_empty() && self.passphrase.chars().count() < SHORTEST;
            let differs = !self.again.is_empty() && self.again != self.passphrase;
            let (ink, told) = match (short, differs) {
                (true, _) => (cx.palette.warn, fill(words.short, &[("n", &SHORTEST)])),
                (_, true) => (cx.palette.warn, words.differ.to_owned()),
                _ => (cx.palette.muted, words.passphrase_hint.to_owned()),
            };
            ui.label(RichText::new(told).font(fonts::small()).color(ink));
            ui.add_space(space::M);
            let ready = self.passphrase.is_empty() || (!short && self.again == self.passphrase);
            ui.horizontal(|ui| {
                let go = ui.add_enabled_ui(ready, |ui| controls::primary(cx, ui, words.choose_place)).inner;
                if go.clicked() {
                    let secret = (!self.passphrase.is_empty()).then(|| Secret(self.passphrase.clone()));
                    cx.send(Look::Sheet(None));
                    cx.send(Task::Carrying(Carrying::ChoosePlace(secret)));
                }
                if ui.button(cx.say.cancel).clicked() {
                    cx.send(Look::Sheet(None));
                }
            });
        });
        if shown.should_close() {
            cx.send(Look::Sheet(None));
        }
    }

    fn unlock_ui(&mut self, cx: &Cx<'_>, ui: &Ui, locked: &Locked) {
        let words = OneFileWords::of(cx.language);
        let name = locked.file.file_name().unwrap_or_default().to_string_lossy();
        let shown = Modal::new(Id::unique("one file locked")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            let title = fill(words.to_open, &[("file", &name)]);
            head_ui(cx, ui, (&title, words.locked));
            let field = controls::secret(ui, &mut self.passphrase, words.passphrase_needed);
            if !std::mem::replace(&mut self.shown, true) {
                field.request_focus();
            }
            if let Some(said) = &locked.said {
                ui.label(RichText::new(said).font(fonts::small()).color(cx.palette.error));
            }
            ui.add_space(space::M);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.horizontal(|ui| {
                let ready = !self.passphrase.is_empty();
                let go = ui.add_enabled_ui(ready, |ui| controls::primary(cx, ui, words.open)).inner;
                if ready && (go.clicked() || entered) {
                    let (file, place) = (locked.file.clone(), locked.place.clone());
                    let secret = Some(Secret(std::mem::take(&mut self.passphrase)));
                    cx.send(Look::NotUnlocked);
                    cx.send(Task::Carrying(Carrying::Open { file, secret, place }));
                }
                if ui.button(cx.say.cancel).clicked() {
                    cx.send(Look::NotUnlocked);
                }
            });
        });
        if shown.should_close() {
            cx.send(Look::NotUnlocked);
        }
    }
}

fn head_ui(cx: &Cx<'_>, ui: &mut Ui, (title, hint): (&str, &str)) {
    ui.set_width(460.0);
    ui.label(RichText::new(title).font(fonts::strong(15.0)));
    ui.label(RichText::new(hint).font(fonts::small()).color(cx.palette.muted));
    ui.add_space(space::S);
}
