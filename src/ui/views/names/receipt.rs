//! The receipt: what was replaced and erased, what is left, and what the program cannot reach.

use egui::{Key, Modal, Modifiers, RichText, Ui};

use crate::journal::redaction::Redaction;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::session::names::Remaining;
use crate::store::scrub::Scrubbed;
use crate::told;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::Naming;
use crate::ui::widgets::controls;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Names were replaced, and lie in the key of this name.
    Kept(String),
    /// Names were replaced, and nothing tells who they stood for.
    NotKept,
    /// A source or a case was erased.
    Erased,
}

/// What was done; facts, so that they are said in the language of the moment.
#[derive(Debug)]
pub(super) struct Receipt {
    told: Redaction,
    scrubbed: Scrubbed,
    done: Done,
    /// What may still tell who somebody is, once that was looked for.
    left: Option<Remaining>,
    /// Whether it has been on the screen.
    pub(super) shown: bool,
}

impl Receipt {
    /// A receipt of what was told and is off the disk.
    pub(super) fn new(told: &Redaction, scrubbed: Scrubbed, done: Done) -> Self {
        // The words are not needed again, and may be many.
        let told = Redaction {
            events: Vec::new(),
            texts: Vec::new(),
            replaced: told.replaced,
            sources: told.sources,
            entries: told.entries,
        };
        Self { told, scrubbed, done, left: None, shown: false }
    }

    /// Takes what may still tell who somebody is.
    pub(super) fn remains(&mut self, left: Remaining) {
        self.left = Some(left);
    }

    /// It, in sentences.
    fn lines(&self, language: Language) -> Vec<String> {
        let words = PseudonymWords::of(language);
        let mut lines = told::erasing::receipt(&self.told, &self.scrubbed, language);
        lines.push(match &self.done {
            Done::Kept(file) => fill(words.receipt_kept, &[("file", file)]),
            Done::NotKept => words.receipt_not_kept.to_owned(),
            Done::Erased => return lines,
        });
        match &self.left {
            None => lines.push(words.looking.to_owned()),
            Some(left) if left.names.is_empty() => lines.push(words.receipt_none_left.to_owned()),
            Some(left) => lines.extend(told::erasing::left_in_study(left, language)),
        }
        lines
    }

    /// Shows it; tells whether it has been read.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &Ui) -> bool {
        let words = PseudonymWords::of(cx.language);
        self.shown = true;
        let lines = self.lines(cx.language);
        let asked = cx.screen.asking.is_some();
        let entered = !asked && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut read = entered;
        let shown = Modal::new(egui::Id::unique("receipt")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(520.0);
            ui.label(RichText::new(words.receipt).font(fonts::strong(15.0)));
            ui.add_space(space::S);
            for line in &lines {
                ui.label(line);
                ui.add_space(space::XS);
            }
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                read |= controls::primary(cx, ui, cx.say.close).clicked();
                if ui.button(words.receipt_save).clicked() {
                    cx.send(Task::Names(Naming::ChooseReceipt(lines.clone())));
                }
            });
        });
        read || shown.should_close()
    }
}
