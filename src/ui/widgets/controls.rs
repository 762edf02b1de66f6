//! Controls in the one design language: quiet buttons, tabs, fields, section titles.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Button, Checkbox, Color32, Context, Id, Popup, PopupCloseBehavior, Response, RichText, Stroke, TextEdit, Ui,
    WidgetInfo, vec2,
};

use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// A button without a frame until it is hovered.
pub fn quiet(ui: &mut Ui, title: &str) -> Response {
    ui.add(Button::new(RichText::new(title)).frame_when_inactive(false))
}

/// A button that opens what can be chosen, with its name for those who do not see it.
pub fn menu(cx: &Cx<'_>, ui: &mut Ui, (title, name): (&str, &str)) -> Response {
    let button = ui.add(Button::new(format!("{title}      ")));
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    let at = button.rect.right_center() - vec2(space::L, 0.0);
    super::marks::triangle(ui.painter(), at, true, cx.palette.muted);
    button
}

/// What a button opens to be filled in: it stays while one types and chooses there, and is no menu, so that words in it
/// are not spread out and buttons look like buttons.
pub fn form(button: &Response) -> Popup<'_> {
    Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

/// Remembers at the start of a frame whether a menu or a form floats: what closes it is not for what lies below as well.
pub fn note_floating(ctx: &Context) {
    let floats = Popup::is_any_open(ctx);
    ctx.data_mut(|data| data.insert_temp(Id::unique("something floats"), floats));
}

/// Tells whether a menu or a form floats, or did when the frame began.
pub fn floats(ctx: &Context) -> bool {
    Popup::is_any_open(ctx) || ctx.data(|data| data.get_temp(Id::unique("something floats"))).unwrap_or(false)
}

/// A box to tick, with words beside it.
pub fn check(ui: &mut Ui, ticked: &mut bool, words: impl Into<RichText>) -> Response {
    let words = words.into().color(ui.visuals().text_color());
    let now = *ticked;
    check_box(ui, now, Checkbox::new(ticked, words))
}

/// Shows a box to tick as it is everywhere: filled where it is ticked, as the buttons that one is expected to press.
pub fn check_box(ui: &mut Ui, ticked: bool, checkbox: Checkbox<'_>) -> Response {
    let before = Arc::clone(ui.style());
    let visuals = ui.visuals_mut();
    let (paper, accent) = (visuals.extreme_bg_color, visuals.selection.stroke.color);
    let edge = if ticked { accent } else { visuals.weak_text_color() };
    let widgets = &mut visuals.widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
        state.bg_fill = if ticked { accent } else { paper };
        state.bg_stroke = Stroke::new(1.0, edge);
        state.fg_stroke = Stroke::new(1.6, if ticked { paper } else { edge });
    }
    let response = ui.add(checkbox);
    ui.set_style(before);
    response
}

/// The sign of a box from which one of several is chosen, as on a button that opens a menu.
pub fn opens(ui: &Ui, rect: egui::Rect, _: &egui::style::WidgetVisuals, _: bool) {
    super::marks::triangle(ui.painter(), rect.center(), true, ui.visuals().weak_text_color());
}

/// A small sentence that can be clicked, in the accent.
pub fn link(cx: &Cx<'_>, ui: &mut Ui, title: &str) -> Response {
    let words = RichText::new(title).font(fonts::small()).color(cx.palette.accent);
    ui.add(egui::Link::new(words))
}

/// The button one is expected to press.
pub fn primary(cx: &Cx<'_>, ui: &mut Ui, title: &str) -> Response {
    let words = RichText::new(title).font(fonts::strong(14.0)).color(cx.palette.paper);
    ui.add(Button::new(words).fill(cx.palette.accent).stroke(Stroke::NONE))
}

/// The button of what cannot be undone.
pub fn irreversible(cx: &Cx<'_>, ui: &mut Ui, title: &str) -> Response {
    let words = RichText::new(title).font(fonts::strong(14.0)).color(cx.palette.paper);
    ui.add(Button::new(words).fill(cx.palette.error).stroke(Stroke::NONE))
}

/// A tab of the top bar.
pub fn tab(cx: &Cx<'_>, ui: &mut Ui, title: &str, chosen: bool) -> Response {
    let font = if chosen { fonts::strong(14.0) } else { fonts::body() };
    let ink = if chosen { cx.palette.text } else { cx.palette.muted };
    let fill = if chosen { cx.palette.line } else { Color32::TRANSPARENT };
    let words = RichText::new(title).font(font).color(ink);
    let button = Button::new(words).fill(fill).stroke(Stroke::NONE).min_size(vec2(0.0, 30.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, chosen, title));
    response
}

/// A one-line field as wide as there is room; its name stands in it while it is empty.
pub fn field(ui: &mut Ui, value: &mut String, name: &str) -> Response {
    named_field(ui, value, name, name)
}

/// A one-line field whose name stands beside it, with a hint of its own.
pub fn named_field(ui: &mut Ui, value: &mut String, name: &str, hint: &str) -> Response {
    let edit = TextEdit::singleline(value).hint_text(hint).desired_width(f32::INFINITY).margin(vec2(8.0, 5.0));
    let response = ui.add(edit);
    let shown = value.clone();
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, &shown, &shown, name);
        info.label = Some(name.to_owned());
        info
    });
    response
}

/// Selects all that stands in a field, so that what is typed takes its place.
pub fn select_all(ui: &Ui, field: &Response, value: &str) {
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(value.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field.id);
}

/// A field that shows dots for letters; what a screen reader is told is its name alone.
pub fn secret(ui: &mut Ui, typed: &mut String, name: &str) -> Response {
    let edit = TextEdit::singleline(typed).password(true).hint_text(name);
    let response = ui.add(edit.desired_width(f32::INFINITY).margin(vec2(8.0, 5.0)));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::PasswordInput, true, name);
        info.label = Some(name.to_owned());
        info
    });
    response
}

/// What floats over the page and asks: room around the words, and the look of all that floats.
pub fn sheet(cx: &Cx<'_>, ui: &Ui) -> egui::Frame {
    egui::Frame::new()
        .fill(cx.palette.panel)
        .stroke(Stroke::new(1.0, cx.palette.line))
        .corner_radius(egui::CornerRadius::same(10))
        .shadow(ui.visuals().window_shadow)
        .inner_margin(20)
}

/// The title of a group, with what belongs to its right end.
pub fn section(cx: &Cx<'_>, ui: &mut Ui, title: &str, right: &str) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(fonts::strong(13.0)).color(cx.palette.text));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(RichText::new(right).font(fonts::small()).color(cx.palette.muted));
        });
    });
}

/// A rule across the panel.
pub fn rule(cx: &Cx<'_>, ui: &mut Ui) {
    ui.add_space(space::S);
    let rect = ui.available_rect_before_wrap();
    ui.painter().hline(rect.x_range(), ui.cursor().top(), Stroke::new(1.0, cx.palette.line));
    ui.add_space(space::S);
}

/// A figure above its word, in one form for one and another for more, as the inspector counts.
pub fn figure(cx: &Cx<'_>, ui: &mut Ui, number: usize, (one, many): (&str, &str)) {
    let word = if number == 1 { one } else { many };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(RichText::new(crate::lang::grouped(number)).font(fonts::strong(16.0)));
        ui.label(RichText::new(word).font(fonts::small()).color(cx.palette.muted));
    });
}
