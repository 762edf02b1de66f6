//! Asks for a path in a plain field, where the desktop has no dialog.

use egui::{Id, Key, Modal, RichText};

use crate::lang::intake::IntakeWords;
use crate::lang::one_file::OneFileWords;
use crate::ui::action::{Look, Task};
use crate::ui::carrying::Carrying;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::naming::Naming;
use crate::ui::wanted::Wanted;
use crate::ui::widgets::controls;

/// The field.
#[derive(Default)]
pub struct AskPath {
    open: Option<Wanted>,
    typed: String,
}

impl AskPath {
    /// Shows the field while a path is asked for.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &egui::Ui) {
        let Some((wanted, suggested)) = &cx.screen.asking else {
            self.open = None;
            return;
        };
        let fresh = self.open.as_ref() != Some(wanted);
        if fresh {
            (self.open, self.typed) = (Some(wanted.clone()), suggested.clone());
        }
        let one_file = OneFileWords::of(cx.language);
        let title = match wanted {
            Wanted::Files => cx.say.path_of_files,
            Wanted::Project => cx.say.path_of_project,
            Wanted::Export(..) | Wanted::Answer(..) | Wanted::Report | Wanted::CopyFor(..) | Wanted::Receipt(_) => {
                cx.say.path_of_export
            }
            Wanted::SourcesFolder => cx.say.path_of_sources,
            Wanted::OneFile(_) => one_file.path_of_one,
            Wanted::OneFileToOpen => one_file.path_to_open,
            Wanted::PlaceOf { .. } => one_file.path_of_new,
            Wanted::Copy => one_file.path_to_merge,
            Wanted::Original(_) => IntakeWords::of(cx.language).save_original,
        };
        let shown = Modal::new(Id::unique("ask for a path")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(460.0);
            ui.label(RichText::new(title).font(fonts::strong(15.0)));
            let several = if *wanted == Wanted::Files { cx.say.several_files } else { "" };
            let hint = format!("{} {several}", cx.say.no_dialog);
            ui.label(RichText::new(hint.trim()).font(fonts::small()).color(cx.palette.muted));
            ui.add_space(space::S);
            let field = controls::field(ui, &mut self.typed, cx.say.path);
            if fresh {
                field.request_focus();
            }
            let replaces = matches!(wanted, Wanted::Export(..) | Wanted::Answer(..) | Wanted::Report)
                || matches!(
                    wanted,
                    Wanted::Original(_) | Wanted::OneFile(_) | Wanted::CopyFor(..) | Wanted::Receipt(_)
                );
            if replaces && std::path::Path::new(self.typed.trim()).exists() {
                ui.label(RichText::new(cx.say.will_replace).font(fonts::small()).color(cx.palette.warn));
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let go = controls::primary(cx, ui, cx.say.go_on).clicked();
                if (go || entered) && !self.typed.trim().is_empty() {
                    cx.send(self.task(wanted));
                    cx.send(Look::Asked);
                }
                if ui.button(cx.say.cancel).clicked() {
                    cx.send(Look::Asked);
                }
            });
        });
        if shown.should_close() {
            cx.send(Look::Asked);
        }
    }

    fn task(&self, wanted: &Wanted) -> Task {
        let path = |typed: &str| std::path::PathBuf::from(typed.trim());
        match wanted {
            Wanted::Files => {
                let parts = self.typed.split([';', '\n']).filter(|part| !part.trim().is_empty());
                Task::Import(parts.map(path).collect())
            }
            Wanted::Project => Task::OpenProject(path(&self.typed)),
            Wanted::SourcesFolder => Task::ExportSources(path(&self.typed)),
            Wanted::OneFile(secret) => Task::Carrying(Carrying::Save(path(&self.typed), secret.clone())),
            Wanted::OneFileToOpen => {
                Task::Carrying(Carrying::Open { file: path(&self.typed), secret: None, place: None })
            }
            Wanted::PlaceOf { file, secret } => {
                let (file, secret) = (file.clone(), secret.clone());
                Task::Carrying(Carrying::Open { file, secret, place: Some(path(&self.typed)) })
            }
            Wanted::Copy => Task::Carrying(Carrying::Merge(path(&self.typed))),
            Wanted::Report => Task::SaveReport(path(&self.typed)),
            Wanted::Original(source) => Task::SaveOriginal(*source, path(&self.typed)),
            Wanted::Answer(answer, ending) => Task::SaveAnswer(answer.clone(), ending, path(&self.typed)),
            Wanted::CopyFor(sources, case) => Task::Names(Naming::SaveCopy(sources.clone(), *case, path(&self.typed))),
            Wanted::Receipt(lines) => Task::Names(Naming::SaveReceipt(lines.clone(), path(&self.typed))),
            Wanted::Export(what, ending) => Task::Export(*what, ending, path(&self.typed)),
        }
    }
}
