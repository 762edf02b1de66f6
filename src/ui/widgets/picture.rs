//! Paints a scene with the colours of the window, and knows which shape lies where.

use std::sync::Arc;

use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, Ui};
use egui::{pos2, vec2};

use crate::figure::palette::percent;
use crate::figure::polygon::triangles;
use crate::figure::scene::{self, Align, Ink, Shape, Tint, Weight};
use crate::ui::look::{Mode, Palette, colours, fonts};
use crate::ui::widgets::pages::Sheet;

/// How near a line one must point to mean it.
const NEAR: f32 = 4.0;

/// A page on its way to the window: from points of the page to points of the window.
pub struct Picture<'a> {
    palette: &'a Palette,
    painter: Painter,
    corner: Pos2,
    scale: f32,
}

/// How far from the paper a heat lies, so that the letters on it can be read: the ink of the window is not as black as
/// that of a page, and light letters need more of the dark.
fn heat(mode: Mode, part: u8) -> f32 {
    let part = f32::from(part.min(100)) / 100.0;
    match mode {
        Mode::Light if part < 0.6 => part * 0.92,
        Mode::Light => part,
        Mode::Dark if part < 0.6 => part * 0.57,
        Mode::Dark => 0.55 + (part - 0.67).max(0.0) * 1.3,
    }
}

/// The colour of an ink in the window.
pub fn colour(palette: &Palette, ink: Ink) -> Color32 {
    match ink {
        Ink::Paper => palette.paper,
        Ink::Text => palette.text,
        Ink::Muted => palette.muted,
        Ink::Line => colours::mix(palette.line, palette.muted, 0.25),
        Ink::Hue(hue, Tint::Full) => palette.hue(hue),
        Ink::Heat(part) => colours::mix(palette.paper, palette.text, heat(palette.mode, part)),
        #[expect(clippy::cast_precision_loss, reason = "at most a hundred")]
        Ink::Hue(hue, tint) => colours::mix(palette.paper, palette.hue(hue), percent(tint) as f32 / 100.0),
    }
}

impl<'a> Picture<'a> {
    /// The page of a sheet, with nothing on it yet.
    pub fn on(palette: &'a Palette, ui: &Ui, sheet: &Sheet<'_>) -> Self {
        let painter = ui.painter().clone();
        painter.rect(sheet.rect, 2.0, palette.paper, Stroke::new(1.0, palette.line), StrokeKind::Outside);
        Self { palette, painter, corner: sheet.rect.min, scale: sheet.scale }
    }

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
        colour(self.palette, ink)
    }

    /// Paints a shape.
    pub fn paint(&self, shape: &Shape) {
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
        let rect = anchored(align, pos2(at.x, at.y - ascent), galley.size());
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

    /// The rectangle around a shape.
    pub fn around(&self, shape: &Shape) -> Rect {
        match shape {
            Shape::Rect { at, size, .. } => self.rect(*at, *size),
            Shape::Line { points, .. } | Shape::Path { points, .. } => points
                .iter()
                .fold(Rect::NOTHING, |rect, at| rect.union(Rect::from_min_max(self.pos(*at), self.pos(*at)))),
            Shape::Text { at, text, size, weight, align, ink, .. } => {
                let (galley, ascent) = self.galley(text, (size * self.scale, *weight), self.colour(*ink));
                let at = self.pos(*at);
                anchored(*align, pos2(at.x, at.y - ascent), galley.size())
            }
            Shape::Upright { at, text, size, weight, ink, .. } => {
                let (galley, ascent) = self.galley(text, (size * self.scale, *weight), self.colour(*ink));
                let corner = self.pos(*at) - vec2(ascent, galley.size().x);
                Rect::from_min_size(corner, vec2(galley.size().y, galley.size().x))
            }
        }
    }

    /// A place on a shape: its middle, or the middle of one of its parts where it is not as simple as that.
    pub fn place_on(&self, shape: &Shape) -> Pos2 {
        let middle = |points: &[scene::Pos]| {
            let sum = points.iter().fold(vec2(0.0, 0.0), |sum, at| sum + vec2(at.x, at.y));
            #[expect(clippy::cast_precision_loss, reason = "a few corners")]
            let parts = points.len().max(1) as f32;
            self.pos(scene::Pos::new(sum.x / parts, sum.y / parts))
        };
        match shape {
            Shape::Line { points, .. } => middle(points.windows(2).next().unwrap_or(points)),
            Shape::Path { points, .. } => {
                let largest = triangles(points).into_iter().max_by(|one, other| {
                    let area = |corners: &[usize; 3]| twice_the_area(points, *corners);
                    area(one).total_cmp(&area(other))
                });
                let corners =
                    largest.map(|corners| corners.map(|corner| points.get(corner).copied().unwrap_or_default()));
                corners.map_or_else(|| middle(points), |corners| middle(&corners))
            }
            shape => self.around(shape).center(),
        }
    }

    /// Tells whether a place of the window is on a shape.
    pub fn touches(&self, shape: &Shape, at: Pos2) -> bool {
        if !self.around(shape).expand(NEAR).contains(at) {
            return false;
        }
        match shape {
            Shape::Line { points, stroke, .. } => {
                let near = NEAR.max(stroke.width * self.scale / 2.0);
                points.windows(2).any(|ends| match ends {
                    [from, to] => distance(at, self.pos(*from), self.pos(*to)) <= near,
                    _ => false,
                })
            }
            Shape::Path { points, .. } => {
                let corners: Vec<Pos2> = points.iter().map(|at| self.pos(*at)).collect();
                within(&corners, at)
            }
            shape => self.around(shape).contains(at),
        }
    }

    /// Shows that a shape is meant.
    pub fn lift(&self, shape: &Shape) {
        let edge = Stroke::new(2.0, self.palette.accent);
        match shape {
            Shape::Path { points, .. } => {
                self.painter.add(egui::Shape::closed_line(points.iter().map(|at| self.pos(*at)).collect(), edge));
            }
            Shape::Line { points, stroke, .. } => {
                let edge = Stroke::new(2.0 + stroke.width * self.scale, self.palette.accent);
                self.painter.add(egui::Shape::line(points.iter().map(|at| self.pos(*at)).collect(), edge));
            }
            shape => {
                self.painter.rect_stroke(self.around(shape).expand(1.0), 3.0, edge, StrokeKind::Outside);
            }
        }
    }
}

fn anchored(align: Align, at: Pos2, size: egui::Vec2) -> Rect {
    let anchor = match align {
        Align::Start => Align2::LEFT_TOP,
        Align::Middle => Align2::CENTER_TOP,
        Align::End => Align2::RIGHT_TOP,
    };
    anchor.anchor_size(at, size)
}

fn twice_the_area(points: &[scene::Pos], corners: [usize; 3]) -> f32 {
    let [one, two, three] = corners.map(|corner| points.get(corner).copied().unwrap_or_default());
    ((two.x - one.x) * (three.y - one.y) - (three.x - one.x) * (two.y - one.y)).abs()
}

/// How far a place lies from a line between two others.
fn distance(at: Pos2, from: Pos2, to: Pos2) -> f32 {
    let (way, out) = (to - from, at - from);
    let share = if way.length_sq() > 0.0 { (out.dot(way) / way.length_sq()).clamp(0.0, 1.0) } else { 0.0 };
    (out - way * share).length()
}

/// Tells whether a place lies within an outline: a line from it to the right crosses the outline an odd number of times.
fn within(corners: &[Pos2], at: Pos2) -> bool {
    let ends = corners.iter().zip(corners.iter().cycle().skip(1));
    let crossed = ends.filter(|(from, to)| {
        let between = (from.y > at.y) != (to.y > at.y);
        between && at.x < from.x + (at.y - from.y) / (to.y - from.y) * (to.x - from.x)
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::{distance, within};

    #[test]
    fn a_place_is_within_an_outline_or_not() {
        let hook = [pos2(0.0, 0.0), pos2(4.0, 0.0), pos2(4.0, 4.0), pos2(3.0, 4.0), pos2(3.0, 1.0), pos2(0.0, 1.0)];
        assert!(within(&hook, pos2(1.0, 0.5)) && within(&hook, pos2(3.5, 3.0)));
        assert!(!within(&hook, pos2(1.0, 2.0)) && !within(&hook, pos2(5.0, 0.5)));
    }

    #[test]
    fn the_distance_to_a_line_ends_with_the_line() {
        let (from, to) = (pos2(0.0, 0.0), pos2(4.0, 0.0));
        assert!((distance(pos2(2.0, 3.0), from, to) - 3.0).abs() < 1e-6);
        assert!((distance(pos2(7.0, 4.0), from, to) - 5.0).abs() < 1e-6);
        assert!((distance(pos2(3.0, 4.0), from, from) - 5.0).abs() < 1e-6);
    }
}
