//! The shades for print: on white paper, told apart by the colour-blind as far as ten hues can be, AA as text.

use super::scene::{Ink, Tint};
use crate::model::code::Hue;

/// Red, green and blue, 0 to 255.
pub type Rgb = [u8; 3];

const PAPER: Rgb = [0xff, 0xff, 0xff];
const TEXT: Rgb = [0x24, 0x21, 0x1d];
const MUTED: Rgb = [0x6b, 0x66, 0x5d];
/// The far end of heat.
const HOT: Rgb = [0x12, 0x35, 0x5b];
const LINE: Rgb = [0xc9, 0xc4, 0xba];

/// The hues in the order of their slots, for paper and for the light window.
pub const HUES: [Rgb; Hue::COUNT as usize] = [
    [0x2e, 0x76, 0xc5],
    [0xae, 0x50, 0x32],
    [0x2f, 0x80, 0x5e],
    [0x88, 0x68, 0x03],
    [0x8a, 0x49, 0x9b],
    [0x08, 0x6e, 0x81],
    [0xa8, 0x3c, 0x6b],
    [0x5b, 0x6b, 0x2b],
    [0x7a, 0x5c, 0x45],
    [0x5a, 0x5f, 0xb0],
];

/// The shade of an ink on paper.
pub fn print(ink: Ink) -> Rgb {
    match ink {
        Ink::Paper => PAPER,
        Ink::Text => TEXT,
        Ink::Muted => MUTED,
        Ink::Line => LINE,
        Ink::Hue(Hue(slot), tint) => over_paper(HUES[usize::from(slot % Hue::COUNT)], percent(tint)),
        Ink::Heat(part) => over_paper(HOT, u32::from(part.min(100))),
    }
}

fn over_paper(shade: Rgb, part: u32) -> Rgb {
    shade.map(|full| u8::try_from((u32::from(full) * part + 255 * (100 - part)) / 100).unwrap_or(u8::MAX))
}

/// How much of a hue lies over the paper, in per cent.
pub fn percent(tint: Tint) -> u32 {
    match tint {
        Tint::Full => 100,
        Tint::Soft => 24,
        Tint::Pale => 11,
        Tint::Faint => 5,
    }
}
