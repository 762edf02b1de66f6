//! Codings whose words were all deleted: listed where it is seen, each with what can become of it.

use egui::{Id, Popup, PopupCloseBehavior, RectAlign, Response, RichText, ScrollArea, Ui};

use crate::journal::edit::Edit;
use crate::lang::correcting::CorrectingWords;
use crate::lang::fill;
use crate::model::coding::LostCoding;
use crate::model::source::Source;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, marks};

/// How many letters of the words are shown.
const LETTERS: usize = 160;

/// The name under which the list opens.
fn list_id() -> Id {
    Id::unique("codings without words")
}

/// The codings of a source that lack words.
pub(in crate::ui::views) fn lost_in<'a>(cx: &'a Cx<'_>, source: &Source) -> Vec<&'a LostCoding> {
    let mut lost: Vec<_> = cx.project.lost_codings().filter(|lost| lost.source == source.id).collect();
    lost.sort_by_key(|lost| (lost.place, lost.id));
    lost
}

/// Shows the list below the button that opens it.
pub(in crate::ui::views) fn list_ui(
    cx: &Cx<'_>,
    ui: &Ui,
    button: &Response,
    (source, lost): (&Source, &[&LostCoding]),
) {
    if button.clicked() {
        Popup::toggle_id(ui, list_id());
    }
    if cx.screen.to_lost {
        Popup::open_id(ui, list_id());
    }
    let popup = Popup::from_response(button).id(list_id()).open_memory(None).align(RectAlign::BOTTOM_END);
    popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(380.0);
        let words = CorrectingWords::of(cx.language);
        ui.label(RichText::new(words.lost_hint).font(fonts::small()).color(cx.palette.muted));
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for coding in lost {
                ui.add_space(space::S);
                coding_ui(cx, ui, source, coding);
            }
        });
    });
}

fn coding_ui(cx: &Cx<'_>, ui: &mut Ui, source: &Source, lost: &LostCoding) {
    let words = CorrectingWords::of(cx.language);
    let code = cx.project.codebook().path(lost.code).join(" › ");
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(12.0, 14.0), egui::Sense::hover());
        let ink = cx.palette.shade(cx.project.codebook().hue(lost.code));
        marks::swatch(ui.painter(), rect.center(), ink);
        ui.label(RichText::new(&code).font(fonts::strong(13.0)));
        ui.label(RichText::new(cx.project.coder_name(lost.coder)).font(fonts::small()).color(cx.palette.muted));
    });
    let former: String = source.words_ever(lost.at).chars().take(LETTERS).collect();
    let former = fill(words.former_words, &[("words", &former.trim())]);
    ui.label(RichText::new(former).font(fonts::reading(14.0)).color(cx.palette.muted));
    ui.horizontal(|ui| {
        let selected = cx.screen.words().filter(|(id, _)| *id == source.id);
        let put = ui.add_enabled(selected.is_some(), egui::Button::new(words.put_on_selected));
        let put = put.on_disabled_hover_text(words.select_words_first);
        named(&put, words.put_on_selected, &code);
        if let Some((_, span)) = selected.filter(|_| put.clicked()) {
            cx.send(Edit::ResizeCoding { coding: lost.id, span });
        }
        let go = controls::quiet(ui, words.go_to_place);
        named(&go, words.go_to_place, &code);
        if go.clicked() {
            cx.send(Look::AtPlace(source.id, lost.place));
            ui.close();
        }
        let remove = ui.button(RichText::new(words.remove_lost).color(cx.palette.error));
        named(&remove, words.remove_lost, &code);
        if remove.clicked() {
            cx.send(Edit::RemoveCodings { codings: vec![lost.id] });
        }
    });
}

/// Says to a screen reader which coding a button is about.
fn named(button: &Response, title: &str, code: &str) {
    let name = format!("{title}: {code}");
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, button.enabled(), &name));
}
