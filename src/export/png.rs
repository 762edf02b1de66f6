//! PNG of scenes at 300 dots an inch, drawn with the bundled faces only, so every machine draws the same.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::ExportError;
use crate::figure::scene::Scene;
use crate::figure::{svg, type_face};

/// Dots an inch: what printers and journals ask for.
const DOTS: f32 = 300.0;
/// A picture of more pages than this is larger than most programs open.
const MAX_PAGES: usize = 9;

/// Draws pages below each other.
pub fn png(scenes: &[Scene]) -> Result<Vec<u8>, ExportError> {
    let bytes = drawn(scenes)?.encode_png().map_err(|error| ExportError::Picture(error.to_string()))?;
    Ok(with_density(bytes))
}

/// Draws pages below each other, for the clipboard: how many dots there are in a row and in a column, and red, green,
/// blue and alpha of each, multiplied.
pub fn dots(scenes: &[Scene]) -> Result<([usize; 2], Vec<u8>), ExportError> {
    let drawn = drawn(scenes)?;
    let size = [drawn.width() as usize, drawn.height() as usize];
    Ok((size, drawn.take()))
}

fn drawn(scenes: &[Scene]) -> Result<Pixmap, ExportError> {
    if scenes.len() > MAX_PAGES {
        return Err(ExportError::TooManyPages { pages: scenes.len(), max: MAX_PAGES });
    }
    let tree = tree(&svg::stacked(scenes))?;
    let points_wide = scenes.iter().map(|scene| scene.size.width).fold(0.0, f32::max);
    let points_high: f32 = scenes.iter().map(|scene| scene.size.height).sum();
    let scale = DOTS / 72.0;
    let no_room = || ExportError::Picture("the page has no size".to_owned());
    let mut dots = Pixmap::new(whole(points_wide * scale), whole(points_high * scale)).ok_or_else(no_room)?;
    dots.fill(Color::WHITE);
    let size = tree.size();
    let to_dots = Transform::from_scale(dots.width() as f32 / size.width(), dots.height() as f32 / size.height());
    resvg::render(&tree, to_dots, &mut dots.as_mut());
    Ok(dots)
}

/// Reads an SVG of ours with the bundled faces.
pub(super) fn tree(picture: &str) -> Result<usvg::Tree, ExportError> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(type_face::INTER_REGULAR.to_vec());
    fonts.load_font_data(type_face::INTER_SEMI_BOLD.to_vec());
    let options =
        usvg::Options { fontdb: Arc::new(fonts), font_family: "Inter".to_owned(), ..usvg::Options::default() };
    usvg::Tree::from_str(picture, &options).map_err(|error| ExportError::Picture(error.to_string()))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pages are small and have positive sizes")]
fn whole(dots: f32) -> u32 {
    dots.round() as u32
}

/// Says in the file how many dots make a metre, so that a word processor places it at its true size.
fn with_density(png: Vec<u8>) -> Vec<u8> {
    /// The signature, and the first chunk with length, name, 13 bytes and checksum.
    const AFTER_HEADER: usize = 8 + 4 + 4 + 13 + 4;
    const DOTS_A_METRE: u32 = 11_811;
    let Some((header, rest)) = png.split_at_checked(AFTER_HEADER) else { return png };
    let mut chunk = b"pHYs".to_vec();
    chunk.extend(DOTS_A_METRE.to_be_bytes());
    chunk.extend(DOTS_A_METRE.to_be_bytes());
    chunk.push(1);
    let mut dense = header.to_vec();
    dense.extend(9_u32.to_be_bytes());
    dense.extend(&chunk);
    dense.extend(checksum(&chunk).to_be_bytes());
    dense.extend(rest);
    dense
}

/// CRC-32 as PNG (ISO 3309) asks for.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    let take = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum));
    !bytes.iter().fold(u32::MAX, take)
}
