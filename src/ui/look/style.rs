//! Turns the palette, the faces and the sizes into egui's style, once for light and once for dark.

use egui::style::{ScrollStyle, WidgetVisuals};
use egui::{Color32, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

use super::colours::{self, Mode, Palette};
use super::{fonts, space};

/// Puts faces and style into the context.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.set_style_of(egui::Theme::Light, style(Palette::of(Mode::Light)));
    ctx.set_style_of(egui::Theme::Dark, style(Palette::of(Mode::Dark)));
}

/// The palette of the mode the context is in.
pub fn palette(ctx: &egui::Context) -> &'static Palette {
    match ctx.theme() {
        egui::Theme::Light => Palette::of(Mode::Light),
        egui::Theme::Dark => Palette::of(Mode::Dark),
    }
}

fn style(palette: &Palette) -> Style {
    let text_styles = [
        (TextStyle::Body, fonts::body()),
        (TextStyle::Button, fonts::body()),
        (TextStyle::Small, fonts::small()),
        (TextStyle::Heading, fonts::strong(17.0)),
        (TextStyle::Monospace, fonts::body()),
    ];
    let visuals = visuals(palette);
    let mut style = Style { text_styles: text_styles.into(), visuals, animation_time: 0.08, ..Style::default() };
    style.spacing.item_spacing = vec2(space::S, space::XS);
    style.spacing.button_padding = vec2(space::M, 5.0);
    style.spacing.interact_size = vec2(32.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.scroll = ScrollStyle::floating();
    style
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = match palette.mode {
        Mode::Light => Visuals::light(),
        Mode::Dark => Visuals::dark(),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small whole constants")]
    let (radius, float) = (CornerRadius::same(space::RADIUS as u8), CornerRadius::same(space::FLOAT_RADIUS as u8));
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.muted);
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.panel;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = float;
    visuals.menu_corner_radius = float;
    visuals.extreme_bg_color = palette.paper;
    visuals.faint_bg_color = palette.ground;
    visuals.text_edit_bg_color = Some(palette.paper);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = palette.error;
    visuals.selection.bg_fill = palette.selection;
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.accent);
    #[expect(clippy::disallowed_methods, reason = "this is where colours are made")]
    let shadow_ink = Color32::from_black_alpha(if palette.mode == Mode::Light { 28 } else { 110 });
    let shadow = Shadow { offset: [0, 6], blur: 22, spread: 0, color: shadow_ink };
    visuals.popup_shadow = shadow;
    visuals.window_shadow = shadow;
    let widget = |fill: Color32, edge: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(palette.panel, palette.line, palette.text);
    visuals.widgets.inactive = widget(palette.paper, palette.faint, palette.text);
    visuals.widgets.hovered = widget(palette.hover, palette.muted, palette.text);
    visuals.widgets.active = widget(palette.selection, palette.accent, palette.text);
    visuals.widgets.open = widget(palette.hover, palette.muted, palette.text);
    // Boxes to tick and the rails of sliders have no edge of their own in a menu.
    visuals.widgets.inactive.bg_fill = colours::mix(palette.paper, palette.muted, 0.3);
    visuals.widgets.hovered.bg_fill = colours::mix(palette.paper, palette.muted, 0.45);
    visuals
}
