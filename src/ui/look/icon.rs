//! The icon, drawn from the picture that the packages carry as well.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

const PICTURE: &str = include_str!("../../../assets/icon.svg");
/// How many dots square a window's icon is; desktops make smaller ones of it.
const SIDE: u16 = 128;

/// The icon, so many dots square; `None` where there is no room for it.
pub fn drawn(side: u16) -> Option<Pixmap> {
    let tree = Tree::from_str(PICTURE, &Options::default()).ok()?;
    let mut dots = Pixmap::new(side.into(), side.into())?;
    let scale = f32::from(side) / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut dots.as_mut());
    Some(dots)
}

/// The icon of the window.
pub fn of_window() -> egui::IconData {
    let Some(dots) = drawn(SIDE) else { return egui::IconData::default() };
    let plain = dots.pixels().iter().map(|dot| dot.demultiply());
    let rgba = plain.flat_map(|dot| [dot.red(), dot.green(), dot.blue(), dot.alpha()]).collect();
    egui::IconData { rgba, width: dots.width(), height: dots.height() }
}
