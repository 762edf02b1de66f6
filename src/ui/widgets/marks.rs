//! Small drawn signs: a code's colour, where it came from, the triangle of a tree.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::model::code::Origin;

/// A code's colour as a small square.
pub fn swatch(painter: &Painter, centre: Pos2, ink: Color32) {
    painter.rect_filled(Rect::from_center_size(centre, vec2(9.0, 9.0)), 2.5, ink);
}

/// Where a code came from: hollow for theory, filled for data.
pub fn origin(painter: &Painter, centre: Pos2, origin: Origin, ink: Color32) {
    let r = 3.6;
    let [x, y] = [centre.x, centre.y];
    let points = vec![pos2(x, y - r), pos2(x + r, y), pos2(x, y + r), pos2(x - r, y)];
    let shape = match origin {
        Origin::Theory => Shape::closed_line(points, Stroke::new(1.0, ink)),
        Origin::Data => Shape::convex_polygon(points, ink, Stroke::NONE),
    };
    painter.add(shape);
}

/// The triangle that folds a branch.
pub fn triangle(painter: &Painter, centre: Pos2, open: bool, ink: Color32) {
    let r = 3.4;
    let [x, y] = [centre.x, centre.y];
    let points = if open {
        vec![pos2(x - r, y - r * 0.6), pos2(x + r, y - r * 0.6), pos2(x, y + r * 0.8)]
    } else {
        vec![pos2(x - r * 0.6, y - r), pos2(x + r * 0.8, y), pos2(x - r * 0.6, y + r)]
    };
    painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
}

/// Which way a column is sorted: upwards is from the least.
pub fn arrow(painter: &Painter, centre: Pos2, upwards: bool, ink: Color32) {
    let tip = if upwards { -3.4 } else { 3.4 };
    let [x, y] = [centre.x, centre.y];
    let points = vec![pos2(x - 3.4, y - tip * 0.7), pos2(x + 3.4, y - tip * 0.7), pos2(x, y + tip)];
    painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
}

/// The cross that takes something away.
pub fn cross(painter: &Painter, centre: Pos2, ink: Color32) {
    let r = 4.0;
    for (from, to) in [(vec2(-r, -r), vec2(r, r)), (vec2(-r, r), vec2(r, -r))] {
        painter.line_segment([centre + from, centre + to], Stroke::new(1.4, ink));
    }
}

/// A coder as a disc with initials.
pub fn coder(painter: &Painter, centre: Pos2, (initials, fill, ink): (&str, Color32, Color32)) {
    painter.circle_filled(centre, 10.0, fill);
    let font = crate::ui::look::fonts::strong(10.0);
    painter.text(centre, egui::Align2::CENTER_CENTER, initials, font, ink);
}
