//! How everything looks: the only folder that knows colours, sizes and font names.

pub mod colours;
pub mod fonts;
pub mod icon;
pub mod space;
pub mod style;

pub use self::colours::{Mode, Palette};
