//! A plate: the page of a figure that grows downwards, with title above and legend below, as wide as a thesis sets it.

use super::scene::{Align, Ink, Pos, Scene, Shape, Size, Stroke, Weight};
use super::type_face;
use crate::analysis::table::Opens;
use crate::model::arrangement::Paper;

/// White on every side.
pub(super) const EDGE: f32 = 8.0;
/// The size of names.
pub(super) const NAME: f32 = 7.5;
/// The size of numbers and of what is said below.
pub(super) const SMALL: f32 = 6.5;
/// The height of capitals over the size of the type; lines are centred by it.
pub(super) const CAPITALS: f32 = 0.727;

/// A page under the pen.
pub(super) struct Plate {
    title: String,
    width: f32,
    /// Where the next thing goes.
    pub(super) y: f32,
    shapes: Vec<Shape>,
}

/// How wide a figure is: the text of an A4 page with 25 mm on either side, upright or on its side.
pub(super) fn wide(paper: Paper) -> f32 {
    match paper {
        Paper::Portrait => 453.54,
        Paper::Landscape => 700.16,
    }
}

/// How high a figure may be, so that a caption has room on the same page.
pub(super) fn most_high(paper: Paper) -> f32 {
    match paper {
        Paper::Portrait => 630.0,
        Paper::Landscape => 400.0,
    }
}

impl Plate {
    /// A page with its title and what stands below it.
    pub(super) fn new(paper: Paper, title: &str, told: &str) -> Self {
        let mut plate = Self { title: title.to_owned(), width: wide(paper), y: EDGE, shapes: Vec::new() };
        for line in type_face::wrap(title, plate.room(), 11.0, Weight::SemiBold).iter().take(2) {
            plate.y += 11.0;
            plate.words(Pos::new(EDGE, plate.y), line, (11.0, Weight::SemiBold), Align::Start, Ink::Text);
            plate.y += 3.0;
        }
        plate.note(told);
        plate.y += 6.0;
        plate
    }

    /// How wide the drawing may be.
    pub(super) fn room(&self) -> f32 {
        self.width - 2.0 * EDGE
    }

    /// Lines of small words.
    pub(super) fn note(&mut self, told: &str) {
        self.remark(told, SMALL);
    }

    /// Lines of words of a size.
    pub(super) fn remark(&mut self, told: &str, size: f32) {
        for line in type_face::wrap(told, self.room(), size, Weight::Regular) {
            self.y += size + 2.5;
            self.words(Pos::new(EDGE, self.y), &line, (size, Weight::Regular), Align::Start, Ink::Muted);
        }
    }

    /// Adds a shape.
    pub(super) fn put(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    /// Words that open nothing.
    pub(super) fn words(&mut self, at: Pos, text: &str, face: (f32, Weight), align: Align, ink: Ink) {
        self.opening(at, text, face, align, ink, Opens::Nothing);
    }

    /// Words that open something.
    pub(super) fn opening(
        &mut self,
        at: Pos,
        text: &str,
        (size, weight): (f32, Weight),
        align: Align,
        ink: Ink,
        opens: Opens,
    ) {
        if !text.is_empty() {
            self.put(Shape::Text { at, text: text.to_owned(), size, weight, align, ink, opens });
        }
    }

    /// A rectangle.
    pub(super) fn block(&mut self, at: Pos, size: Size, fill: Ink, opens: Opens) {
        self.put(Shape::Rect { at, size, radius: 0.0, fill: Some(fill), stroke: None, opens });
    }

    /// A thin line.
    pub(super) fn rule(&mut self, from: Pos, to: Pos) {
        self.line(vec![from, to], Ink::Line, 0.5, Opens::Nothing);
    }

    /// A line through points.
    pub(super) fn line(&mut self, points: Vec<Pos>, ink: Ink, width: f32, opens: Opens) {
        self.put(Shape::Line { points, stroke: Stroke { ink, width }, opens });
    }

    /// The page, as high as what stands on it.
    pub(super) fn scene(self, caption: String) -> Scene {
        Scene { title: self.title, caption, size: Size::new(self.width, self.y + EDGE), shapes: self.shapes }
    }
}

/// Where the baseline of a line lies that is centred on `middle`.
pub(super) fn baseline(middle: f32, size: f32) -> f32 {
    middle + size * CAPITALS / 2.0
}

/// The step between the lines of a scale with some four of them, and how many there are: 1, 2 or 5 times a power of
/// ten.
pub(super) fn scale(most: usize) -> (usize, usize) {
    let mut unit = 1;
    loop {
        for step in [unit, 2 * unit, 5 * unit] {
            if most.div_ceil(step) <= 5 {
                return (step, most.div_ceil(step).max(1));
            }
        }
        unit *= 10;
    }
}

/// A count as a length.
#[expect(clippy::cast_precision_loss, reason = "a figure shows few digits")]
pub(super) fn real(count: usize) -> f32 {
    count as f32
}

/// `part` of `whole` as a part of 1; nothing of nothing is 0.
pub(super) fn part(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}
