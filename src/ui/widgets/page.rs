//! What the rooms have in common: a head with a title and what it counts, and choices side by side.

use egui::{Button, Color32, CornerRadius, Frame, Margin, RichText, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// The head of a room: its title, what there is of it, and below them what can be chosen.
pub fn head_ui(cx: &Cx<'_>, ui: &mut Ui, (title, told): (&str, &str), tools: impl FnOnce(&mut Ui)) {
    let margin = Margin { left: 24, right: 16, top: 14, bottom: 10 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.label(RichText::new(title).font(fonts::strong(17.0)).color(cx.palette.text));
            ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
        });
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal_wrapped(tools);
    });
    let line = ui.max_rect().x_range();
    ui.painter().hline(line, ui.min_rect().bottom(), Stroke::new(1.0, cx.palette.line));
    ui.spacing_mut().item_spacing.y = 0.0;
}

/// Choices of which one holds, side by side. Gives the one that was pressed.
pub fn choices_ui<T: Copy + PartialEq>(cx: &Cx<'_>, ui: &mut Ui, now: T, choices: &[(T, &str)]) -> Option<T> {
    let mut pressed = None;
    let wide = |words: &str| ui.painter().layout_no_wrap(words.to_owned(), fonts::small(), cx.palette.text).size().x;
    let needed: f32 = choices.iter().map(|(_, title)| wide(title) + 22.0).sum::<f32>() + 4.0;
    if ui.available_size_before_wrap().x < needed {
        ui.end_row();
    }
    let frame = Frame::new().fill(cx.palette.ground).corner_radius(CornerRadius::same(6)).inner_margin(2);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = vec2(10.0, 3.0);
        ui.spacing_mut().interact_size.y = 24.0;
        ui.horizontal(|ui| {
            for (choice, title) in choices {
                let chosen = *choice == now;
                let ink = if chosen { cx.palette.text } else { cx.palette.muted };
                let fill = if chosen { cx.palette.paper } else { Color32::TRANSPARENT };
                let edge = if chosen { Stroke::new(1.0, cx.palette.line) } else { Stroke::NONE };
                let words = RichText::new(*title).font(fonts::small()).color(ink);
                let response = ui.add(Button::new(words).fill(fill).stroke(edge));
                response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, chosen, title));
                if response.clicked() && !chosen {
                    pressed = Some(*choice);
                }
            }
        });
    });
    pressed
}
