//! What leaves the room: files and the clipboard, and the sentences on how all was computed.

use std::sync::Arc;

use egui::{Frame, Margin, Panel, Popup, RichText, ScrollArea, Ui};

use super::chips::line;
use crate::analysis::analysis;
use crate::analysis::table::Table;
use crate::export::table;
use crate::figure::figure;
use crate::lang::analyses::AnalysesWords;
use crate::lang::fill;
use crate::ui::action::{Look, Task};
use crate::ui::answers::{Answer, Asked, Form, PICTURES};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// Shows the button that saves and copies; `sorted` gives the table as it is shown.
pub(in crate::ui::views) fn out_ui(cx: &Cx<'_>, ui: &mut Ui, answer: &Answer, sorted: impl Fn(&Table) -> Table) {
    let words = AnalysesWords::of(cx.language);
    let button = ui.button(words.export);
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(220.0);
        let save = |ui: &mut Ui, ending: &'static str| {
            ui.button(line(&fill(words.save_as, &[("ending", &ending.to_uppercase())]))).clicked()
        };
        match answer {
            Answer::Table(shown) => {
                if ui.button(line(words.copy_table)).clicked() {
                    ui.copy_text(table::tabbed(&sorted(shown), cx.language));
                    cx.send(Look::Say(words.table_copied.to_owned()));
                }
                ui.separator();
                for ending in table::ENDINGS {
                    if save(ui, ending) {
                        cx.send(Task::ChooseAnswer(Answer::Table(Arc::new(sorted(shown))), ending));
                    }
                }
            }
            Answer::Figure(scenes) => {
                if ui.button(line(words.copy_picture)).clicked() {
                    cx.send(Task::CopyPicture(Arc::clone(scenes)));
                }
                ui.separator();
                for ending in PICTURES {
                    if save(ui, ending) {
                        cx.send(Task::ChooseAnswer(Answer::Figure(Arc::clone(scenes)), ending));
                    }
                }
            }
        }
    });
}

/// How the answer was computed, in the words of a chapter on methods.
pub(in crate::ui::views) fn method(asked: &Asked) -> String {
    let options = &asked.options.asked;
    let told = match asked.form {
        Form::Figure => figure(asked.name).map(|figure| figure.method(options)),
        Form::Table => analysis(asked.name).map(|analysis| analysis.method(options)),
    };
    told.unwrap_or_default()
}

/// Shows how an answer was computed at the foot of the room, to be copied; below a figure its caption too.
pub(super) fn method_of_ui(cx: &Cx<'_>, ui: &mut Ui, asked: &Asked, answer: Option<&Answer>) {
    let caption = match answer {
        Some(Answer::Figure(scenes)) => scenes.first().map(|scene| scene.caption.as_str()),
        _ => None,
    };
    method_ui(cx, ui, &method(asked), caption);
}

/// Shows a method at the foot of the room, and a caption in its place where there is one; both can be copied.
pub(in crate::ui::views) fn method_ui(cx: &Cx<'_>, ui: &mut Ui, method: &str, caption: Option<&str>) {
    let words = AnalysesWords::of(cx.language);
    let frame = Frame::new().fill(cx.palette.panel).inner_margin(Margin { left: 24, right: 16, top: 8, bottom: 8 });
    let low = ui.available_height() < space::VERY_LOW;
    Panel::bottom("how it was computed").resizable(false).show_separator_line(true).frame(frame).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let copy = |ui: &mut Ui, title: &str, told: &str| {
            if controls::link(cx, ui, title).on_hover_text(told).clicked() {
                ui.copy_text(told.to_owned());
                cx.send(Look::Say(words.copied.to_owned()));
            }
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.label(RichText::new(words.how_computed).font(fonts::strong(12.0)).color(cx.palette.text));
            copy(ui, words.copy_method, method);
            if let Some(caption) = caption {
                copy(ui, words.copy_caption, caption);
            }
        });
        // In a low window the rows need the room; then the words stand where the pointer rests on the link.
        if low {
            return;
        }
        ScrollArea::vertical().max_height(76.0).id_salt("method").show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(900.0));
            let told = caption.unwrap_or(method);
            ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
        });
    });
}
