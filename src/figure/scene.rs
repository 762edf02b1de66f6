//! A scene: shapes on a page, in points (1/72 inch) from its top left corner. Draw once, show anywhere.

use crate::analysis::table::Opens;
use crate::model::code::Hue;

/// A page with its shapes, those behind first.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What the picture shows.
    pub title: String,
    /// What a thesis says under it: what is shown, and how it was computed; for those who cannot see it as well.
    pub caption: String,
    /// The size of the page.
    pub size: Size,
    /// The shapes, in the order in which they are painted.
    pub shapes: Vec<Shape>,
}

/// A place on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "x to the right, y downwards")]
pub struct Pos {
    pub x: f32,
    pub y: f32,
}

/// An extent on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

/// A colour by its meaning; the window's theme and the print palette each hold the shades.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The page.
    Paper,
    /// What is read.
    Text,
    /// What is read second.
    Muted,
    /// Rules.
    Line,
    /// The colour of a theme.
    Hue(Hue, Tint),
    /// How much of something, in per cent: the more, the further from the paper, in grey as in colour.
    Heat(u8),
}

/// How much of a hue lies over the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tint {
    /// The hue itself, for lines and marks.
    Full,
    /// A quarter, behind a theme.
    Soft,
    /// A tenth, behind a category.
    Pale,
    /// A twentieth, behind a code.
    Faint,
}

/// A line's ink and width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its ink.
    pub ink: Ink,
    /// Its width.
    pub width: f32,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// For what is read.
    Regular,
    /// For what stands above it.
    SemiBold,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants say what they are")]
pub enum Align {
    Start,
    Middle,
    End,
}

/// Something on the page. A shape that stands for something says what it opens, so that the window can make it answer
/// a click.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Shape {
    /// A rectangle with round corners.
    Rect { at: Pos, size: Size, radius: f32, fill: Option<Ink>, stroke: Option<Stroke>, opens: Opens },
    /// A line through points.
    Line { points: Vec<Pos>, stroke: Stroke, opens: Opens },
    /// A closed outline through points.
    Path { points: Vec<Pos>, fill: Option<Ink>, stroke: Option<Stroke>, opens: Opens },
    /// One line of text; `at` is on its baseline.
    Text { at: Pos, text: String, size: f32, weight: Weight, align: Align, ink: Ink, opens: Opens },
    /// One line of text that runs upwards; its baseline starts at `at`.
    Upright { at: Pos, text: String, size: f32, weight: Weight, ink: Ink, opens: Opens },
}

impl Shape {
    /// What it opens.
    pub fn opens(&self) -> &Opens {
        match self {
            Self::Rect { opens, .. }
            | Self::Line { opens, .. }
            | Self::Path { opens, .. }
            | Self::Text { opens, .. }
            | Self::Upright { opens, .. } => opens,
        }
    }
}

impl Ink {
    /// Above this much heat, letters are written in the ink of the paper.
    const HOT: u8 = 57;
    /// Up from here, these can be read (WCAG AA); no field is between the two.
    const WHITE_HOT: u8 = 67;

    /// Heat of `part` among `most`; what is there at all can be told from nothing.
    pub fn heat(part: usize, most: usize) -> Self {
        let percent = (part * 90).checked_div(most).unwrap_or(0).min(90);
        let percent = u8::try_from(percent).unwrap_or(90).max(if part > 0 { 6 } else { 0 });
        Self::Heat(match percent {
            between if between > Self::HOT && between < u8::midpoint(Self::HOT, Self::WHITE_HOT) => Self::HOT,
            between if between > Self::HOT && between < Self::WHITE_HOT => Self::WHITE_HOT,
            clear => clear,
        })
    }

    /// The ink of letters that stand on this one.
    pub fn letters(self) -> Self {
        match self {
            Self::Hue(_, Tint::Full) | Self::Text | Self::Muted => Self::Paper,
            Self::Heat(percent) if percent > Self::HOT => Self::Paper,
            Self::Heat(_) | Self::Hue(..) | Self::Paper | Self::Line => Self::Text,
        }
    }
}

impl Pos {
    /// A place.
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

impl Size {
    /// An extent.
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }
}
