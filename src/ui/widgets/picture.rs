//! Paints a scene with the colours of the window, and lets its parts be clicked.

use std::sync::Arc;

use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui};
use egui::{pos2, vec2};

use crate::figure::palette::percent;
use crate::figure::polygon::triangles;
use crate::figure::scene::{self, Align, Ink, Scene, Shape, Tint, Weight};
use crate::ui::cx::Cx;
use crate::ui::look::{Palette, colours, fonts};

/// From points of a page to points of the window.
struct View<'a> {
    palette: &'a Palette,
    painter: Painter,
    corner: Pos2,
    scale: f32,
}

/// Shows a page, and gives what is done to each shape that answers, by its place in the scene.
pub fn page_ui(
    cx: &Cx<'_>,
    ui: &Ui,
    sheet: Rect,
    (scene, number, scale): (&Scene, usize, f32),
    answers: impl Fn(&Shape) -> bool,
) -> Vec<(usize, Response)> {
    let painter = ui.painter().clone();
    painter.rect(sheet, 2.0, cx.palette.paper, Stroke::new(1.0, cx.palette.line), StrokeKind::Outside);
    let view = View { palette: cx.palette, painter, corner: sheet.min, scale };
    let mut responses = Vec::new();
    for (at, shape) in scene.shapes.iter().enumerate() {
        view.paint(shape);
        if answers(shape) {
            let rect = view.bounds(shape);
            if rect.intersects(ui.clip_rect()) {
                let id = ui.scope_id().with(("a part of a picture", number, at));
                responses.push((at, ui.interact(rect, id, Sense::click())));
            }
        }
    }
    responses
}

/// Lifts a part of a picture that the pointer or the keyboard is on.
pub fn lift(cx: &Cx<'_>, ui: &Ui, response: &Response) {
    if response.hovered() || response.has_focus() {
        let edge = Stroke::new(2.0, cx.palette.accent);
        ui.painter().rect_stroke(response.rect.expand(1.0), 3.0, edge, StrokeKind::Outside);
    }
}

impl View<'_> {
    fn pos(&self, at: scene::Pos) -> Pos2 {
        self.corner + vec2(at.x, at.y) * self.scale
    }

    fn rect(&self, at: scene::Pos, size: scene::Size) -> Rect {
        Rect::from_min_size(self.pos(at), vec2(size.width, size.height) * self.scale)
    }

    /// Where a shape stands.
    fn bounds(&self, shape: &Shape) -> Rect {
        match shape {
            Shape::Rect { at, size, .. } => self.rect(*at, *size),
            Shape::Line { points, .. } | Shape::Path { points, .. } => {
                let points: Vec<Pos2> = points.iter().map(|at| self.pos(*at)).collect();
                Rect::from_points(&points)
            }
            Shape::Text { at, text, size, weight, align, .. } => {
                let (galley, ascent) = self.galley(text, (size * self.scale, *weight), self.palette.text);
                let at = self.pos(*at) - vec2(0.0, ascent);
                anchor(*align).anchor_size(at, galley.size())
            }
            Shape::Upright { at, text, size, weight, .. } => {
                let (galley, ascent) = self.galley(text, (size * self.scale, *weight), self.palette.text);
                let (corner, size) = (self.pos(*at) - vec2(ascent, 0.0), galley.size());
                Rect::from_min_max(pos2(corner.x, corner.y - size.x), pos2(corner.x + size.y, corner.y))
            }
        }
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
        let rect = anchor(align).anchor_size(pos2(at.x, at.y - ascent), galley.size());
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

fn anchor(align: Align) -> Align2 {
    match align {
        Align::Start => Align2::LEFT_TOP,
        Align::Middle => Align2::CENTER_TOP,
        Align::End => Align2::RIGHT_TOP,
    }
}
