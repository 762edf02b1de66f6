//! Squarified treemaps: areas → rectangles as near to squares as can be (Bruls, Huizing and van Wijk 2000).

use super::scene::{Pos, Size};

/// A rectangle of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tile {
    /// Its top left corner.
    pub at: Pos,
    /// Its extent.
    pub size: Size,
}

impl Tile {
    /// The rectangle with `edge` less on every side; empty where nothing is left.
    pub fn inset(self, edge: f32) -> Self {
        let at = Pos::new(self.at.x + edge, self.at.y + edge);
        let size = Size::new((self.size.width - 2.0 * edge).max(0.0), (self.size.height - 2.0 * edge).max(0.0));
        Self { at, size }
    }

    /// The rectangle without a strip of `height` at its top.
    pub fn below(self, height: f32) -> Self {
        let height = height.min(self.size.height);
        let at = Pos::new(self.at.x, self.at.y + height);
        Self { at, size: Size::new(self.size.width, self.size.height - height) }
    }
}

/// Divides `whole` among `parts` in proportion to their sizes, which are given largest first; a part without a size
/// gets an empty tile.
pub fn squarified(parts: &[f64], whole: Tile) -> Vec<Tile> {
    let sum: f64 = parts.iter().sum();
    let mut free = Free {
        x: f64::from(whole.at.x),
        y: f64::from(whole.at.y),
        width: f64::from(whole.size.width),
        height: f64::from(whole.size.height),
    };
    let scale = if sum > 0.0 { free.width * free.height / sum } else { 0.0 };
    let areas: Vec<f64> = parts.iter().map(|part| part.max(0.0) * scale).collect();
    let mut tiles = Vec::with_capacity(parts.len());
    let mut rest = areas.as_slice();
    while !rest.is_empty() {
        let side = free.width.min(free.height);
        let mut taken = 1;
        while taken < rest.len() && worst(&rest[..=taken], side) <= worst(&rest[..taken], side) {
            taken += 1;
        }
        let (row, after) = rest.split_at(taken);
        free.lay(row, &mut tiles);
        rest = after;
    }
    tiles
}

/// The highest ratio of the sides among the rectangles of a row laid along `side` (p. 37, with the sum s of the row:
/// max(w²·r⁺/s², s²/(w²·r⁻))).
fn worst(row: &[f64], side: f64) -> f64 {
    let sum: f64 = row.iter().sum();
    let largest = row.iter().copied().fold(0.0, f64::max);
    let smallest = row.iter().copied().fold(f64::INFINITY, f64::min);
    if sum <= 0.0 || smallest <= 0.0 || side <= 0.0 {
        return f64::INFINITY;
    }
    (side * side * largest / (sum * sum)).max(sum * sum / (side * side * smallest))
}

/// What is left of the whole.
struct Free {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Free {
    /// Lays a row along the shorter side, and keeps what is left beside it.
    fn lay(&mut self, row: &[f64], tiles: &mut Vec<Tile>) {
        let sum: f64 = row.iter().sum();
        let upright = self.width >= self.height;
        let side = if upright { self.height } else { self.width };
        let thick = if side > 0.0 { sum / side } else { 0.0 };
        let mut along = 0.0;
        for area in row {
            let long = if thick > 0.0 { area / thick } else { 0.0 };
            tiles.push(match upright {
                true => tile(self.x, self.y + along, thick, long),
                false => tile(self.x + along, self.y, long, thick),
            });
            along += long;
        }
        if upright {
            self.x += thick;
            self.width = (self.width - thick).max(0.0);
        } else {
            self.y += thick;
            self.height = (self.height - thick).max(0.0);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a page has few points")]
fn tile(x: f64, y: f64, width: f64, height: f64) -> Tile {
    Tile { at: Pos::new(x as f32, y as f32), size: Size::new(width as f32, height as f32) }
}
