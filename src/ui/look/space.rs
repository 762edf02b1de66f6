//! Sizes in points, on a grid of four.

/// The smallest gap.
pub const XS: f32 = 4.0;
/// Between things that belong together.
pub const S: f32 = 8.0;
/// Inside panels.
pub const M: f32 = 12.0;
/// Between groups.
pub const L: f32 = 16.0;
/// Around pages.
pub const XL: f32 = 24.0;
/// A row of the code tree.
pub const ROW: f32 = 27.0;
/// The top bar.
pub const TOP_BAR: f32 = 44.0;
/// The status bar.
pub const STATUS_BAR: f32 = 28.0;
/// The corners of what is pressed.
pub const RADIUS: f32 = 6.0;
/// The corners of what floats.
pub const FLOAT_RADIUS: f32 = 10.0;
/// Below this width the inspector folds away.
pub const NARROW: f32 = 1100.0;
/// Below this width the left column folds away too.
pub const VERY_NARROW: f32 = 860.0;
/// A place that is lower than this shows one thing at a time.
pub const LOW: f32 = 480.0;
/// A table in a place that is lower than this needs all of it.
pub const VERY_LOW: f32 = 340.0;
/// The size of the reading face at 100 %.
pub const READING: f32 = 17.0;
/// Line height of the reading face as a multiple of its size.
pub const READING_LINE: f32 = 27.0 / 17.0;
/// The measure of the text at 100 %: 60 to 75 letters a line.
pub const MEASURE: f32 = 580.0;
