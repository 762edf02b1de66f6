//! Paints a scene with the colours of the window, and lets its codes be clicked.

use std::sync::Arc;

use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{pos2, vec2};

use crate::figure::palette::percent;
use crate::figure::polygon::triangles;
use crate::figure::scene::{self, Align, Ink, Scene, Shape, Tint, Weight};
use crate::lang::count;
use crate::lang::rooms::Rooms;
use crate::model::id::CodeId;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{Palette, colours, fonts};

/// From points of a page to points of the window.
struct View<'a> {
    palette: &'a Palette,
    painter: Painter,
    corner: Pos2,
    scale: f32,
}

/// Shows a page.
pub(super) fn page_ui(cx: &Cx<'_>, ui: &Ui, sheet: Rect, (scene, number, scale): (&Scene, usize, f32)) {
    let painter = ui.painter().clone();
    painter.rect(sheet, 2.0, cx.palette.paper, Stroke::new(1.0, cx.palette.line), StrokeKind::Outside);
    let view = View { palette: cx.palette, painter, corner: sheet.min, scale };
    for (at, shape) in scene.shapes.iter().enumerate() {
        view.paint(shape);
        if let Shape::Rect { at: corner, size, opens, .. } = shape
            && let Some(code) = opens.one_code()
        {
            let rect = view.rect(*corner, *size);
            if rect.intersects(ui.clip_rect()) {
                let id = ui.scope_id().with(("a code of the structure", number, at));
                let response = ui.interact(rect, id, Sense::click());
                code_ui(cx, ui, response, code);
            }
        }
    }
}

fn code_ui(cx: &Cx<'_>, ui: &Ui, response: Response, code: CodeId) {
    let codebook = cx.project.codebook();
    let Some(known) = codebook.code(code) else { return };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &known.name));
    if response.hovered() || response.has_focus() {
        let edge = Stroke::new(2.0, cx.palette.accent);
        ui.painter().rect_stroke(response.rect.expand(1.0), 3.0, edge, StrokeKind::Outside);
    }
    if response.clicked() {
        cx.send(Look::AtCode(code));
        cx.send(Look::Retrieve);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.on_hover_ui(|ui| {
        let words = Rooms::of(cx.language);
        ui.set_max_width(320.0);
        ui.label(egui::RichText::new(&known.name).font(fonts::strong(14.0)));
        if !known.description.is_empty() {
            ui.label(&known.description);
        }
        let own = count(cx.project.coding_count_of(code), words.one_segment, words.many_segments);
        let told = format!("{own} · {}", words.click_for_segments);
        ui.label(egui::RichText::new(told).font(fonts::small()).color(cx.palette.muted));
    });
}

impl View<'_> {
    fn pos(&self, at: scene::Pos) -> Pos2 {
        self.corner + vec2(at.x, at.y) * self.scale
    }

    fn rect(&self, at: scene::Pos, size: scene::Size) -> Rect {
        Rect::from_min_size(self.pos(at), vec2(size.width, size.height) * self.scale)
    }

    fn stroke(&self, stroke: scene::Stroke) -> Stroke {
        Stroke::new((stroke.width * self.scale).max(0.6), self.colour(stroke.ink))
    }

    fn colour(&self, ink: Ink) -> Color32 {
        let palette = self.palette;
        match ink {
            Ink::Paper => palette.paper,
            Ink::Text => palette.text,
            Ink::Muted => palette.muted,
            Ink::Line => colours::mix(palette.line, palette.muted, 0.25),
            Ink::Hue(hue, Tint::Full) => palette.hue(hue),
            Ink::Heat(part) => colours::mix(palette.paper, palette.text, f32::from(part.min(100)) / 100.0),
            #[expect(clippy::cast_precision_loss, reason = "at most a hundred")]
            Ink::Hue(hue, tint) => colours::mix(palette.paper, palette.hue(hue), percent(tint) as f32 / 100.0),
        }
    }

    fn paint(&self, shape: &Shape) {
        let stroke = |stroke: &Option<scene::Stroke>| stroke.map_or(Stroke::NONE, |stroke| self.stroke(stroke));
        let fill = |fill: &Option<Ink>| fill.map_or(Color32::TRANSPARENT, |ink| self.colour(ink));
        match shape {
            Shape::Rect { at, size, radius, fill: ink, stroke: edge, opens: _ } => {
                let rect = self.rect(*at, *size);
                if rect.intersects(self.painter.clip_rect()) {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
                    let radius = CornerRadius::same((radius * self.scale).round().clamp(0.0, 40.0) as u8);
                    self.painter.rect(rect, radius, fill(ink), stroke(edge), StrokeKind::Middle);
                }
            }
            Shape::Line { points, stroke, opens: _ } => {
                let points = points.iter().map(|at| self.pos(*at)).collect();
                self.painter.add(egui::Shape::line(points, self.stroke(*stroke)));
            }
            Shape::Path { points: at_page, fill: ink, stroke: edge, opens: _ } => {
                let points: Vec<Pos2> = at_page.iter().map(|at| self.pos(*at)).collect();
                self.outline(points, (at_page, fill(ink), stroke(edge)));
            }
            Shape::Text { at, text, size, weight, align, ink, opens: _ } => {
                self.text(self.pos(*at), text, (size * self.scale, *weight), (*align, self.colour(*ink)));
            }
            Shape::Upright { at, text, size, weight, ink, opens: _ } => {
                let ink = self.colour(*ink);
                let (galley, ascent) = self.galley(text, (size * self.scale, *weight), ink);
                let corner = self.pos(*at) - vec2(ascent, 0.0);
                let upwards = -std::f32::consts::FRAC_PI_2;
                self.painter.add(egui::epaint::TextShape::new(corner, galley, ink).with_angle(upwards));
            }
        }
    }

    /// An outline of any shape.
    fn outline(&self, points: Vec<Pos2>, (page, fill, stroke): (&[scene::Pos], Color32, Stroke)) {
        if fill != Color32::TRANSPARENT {
            let mut mesh = egui::Mesh::default();
            points.iter().for_each(|at| mesh.colored_vertex(*at, fill));
            let number = |corner: usize| u32::try_from(corner).unwrap_or(0);
            for [one, two, three] in triangles(page) {
                mesh.add_triangle(number(one), number(two), number(three));
            }
            self.painter.add(mesh);
        }
        self.painter.add(egui::Shape::closed_line(points, stroke));
    }

    fn text(&self, at: Pos2, text: &str, (size, weight): (f32, Weight), (align, ink): (Align, Color32)) {
        let clip = self.painter.clip_rect();
        if at.y < clip.top() - size || at.y > clip.bottom() + 2.0 * size {
            return;
        }
        let (galley, ascent) = self.galley(text, (size, weight), ink);
        let anchor = match align {
            Align::Start => Align2::LEFT_TOP,
            Align::Middle => Align2::CENTER_TOP,
            Align::End => Align2::RIGHT_TOP,
        };
        let rect = anchor.anchor_size(pos2(at.x, at.y - ascent), galley.size());
        self.painter.galley(rect.min, galley, ink);
    }

    /// A line of text, and how far below its top the baseline lies.
    fn galley(&self, text: &str, (size, weight): (f32, Weight), ink: Color32) -> (Arc<egui::Galley>, f32) {
        let font = match weight {
            Weight::Regular => egui::FontId::proportional(size),
            Weight::SemiBold => fonts::strong(size),
        };
        let galley = self.painter.layout_no_wrap(text.to_owned(), font, ink);
        let row = galley.rows.first();
        let ascent = row.map_or(0.0, |row| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y));
        (galley, ascent)
    }
}
