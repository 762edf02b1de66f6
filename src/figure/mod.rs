//! PICTURES: an answer → a scene of plain shapes, which the window paints and the exporters write. Pure.

pub mod force;
pub mod palette;
pub mod scene;
pub mod squarified;
pub mod structure;
pub mod svg;
pub mod type_face;
