//! The colours by their meaning, in light and in dark.

use egui::Color32;

use crate::figure::palette::HUES;
use crate::model::code::Hue;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Ink on paper.
    Light,
    /// Paper in the dark.
    Dark,
}

/// The colours of one mode; see the test for the contrasts they keep.
#[derive(Debug)]
pub struct Palette {
    /// Light or dark.
    pub mode: Mode,
    /// Behind the text that is read, and in fields.
    pub paper: Color32,
    /// Side panels and bars.
    pub panel: Color32,
    /// Behind all.
    pub ground: Color32,
    /// Rules between things.
    pub line: Color32,
    /// What is read.
    pub text: Color32,
    /// What is read second.
    pub muted: Color32,
    /// Edges of controls and marks: to be seen, and never letters.
    pub faint: Color32,
    /// Words that are set aside: quieter than the rest, and still to be read.
    pub aside: Color32,
    /// The one accent.
    pub accent: Color32,
    /// Selected words and rows.
    pub selection: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// All is well.
    pub ok: Color32,
    /// Look here.
    pub warn: Color32,
    /// Went wrong.
    pub error: Color32,
    hues: [Color32; Hue::COUNT as usize],
}

#[expect(clippy::disallowed_methods, reason = "this is where colours are made")]
const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The hues of the figures: what is seen in the light window is what is printed.
const fn printed() -> [Color32; Hue::COUNT as usize] {
    let mut hues = [Color32::BLACK; Hue::COUNT as usize];
    let mut slot = 0;
    while slot < hues.len() {
        let [r, g, b] = HUES[slot];
        hues[slot] = hex(u32::from_be_bytes([0, r, g, b]));
        slot += 1;
    }
    hues
}

/// Ink on paper.
pub static LIGHT: Palette = Palette {
    mode: Mode::Light,
    paper: hex(0xFFFFFF),
    panel: hex(0xF9F8F4),
    ground: hex(0xF4F2ED),
    line: hex(0xE2DED5),
    text: hex(0x24211D),
    muted: hex(0x67625A),
    faint: hex(0x8B857B),
    aside: hex(0x6F695F),
    accent: hex(0x2F6690),
    selection: hex(0xCFE2F5),
    hover: hex(0xEFECE5),
    ok: hex(0x2A7554),
    warn: hex(0x8A5C00),
    error: hex(0xB3261E),
    hues: printed(),
};

/// Paper in the dark.
pub static DARK: Palette = Palette {
    mode: Mode::Dark,
    paper: hex(0x25231F),
    panel: hex(0x201F1C),
    ground: hex(0x191816),
    line: hex(0x37342E),
    text: hex(0xE9E5DD),
    muted: hex(0xB0AA9F),
    faint: hex(0x7C776D),
    aside: hex(0x938D82),
    accent: hex(0x86B9E6),
    selection: hex(0x27415A),
    hover: hex(0x2E2B27),
    ok: hex(0x74C7A2),
    warn: hex(0xE0B252),
    error: hex(0xF2877F),
    hues: [
        hex(0x76B4FB),
        hex(0xE89A74),
        hex(0x77C9A3),
        hex(0xD9B452),
        hex(0xC88DD3),
        hex(0x6FC6D8),
        hex(0xEE96BD),
        hex(0xBBCB78),
        hex(0xCBAA8E),
        hex(0xABB0EE),
    ],
};

impl Palette {
    /// The colours of a mode.
    pub fn of(mode: Mode) -> &'static Self {
        match mode {
            Mode::Light => &LIGHT,
            Mode::Dark => &DARK,
        }
    }

    /// The colour of a slot of the palette.
    pub fn hue(&self, hue: Hue) -> Color32 {
        self.hues[usize::from(hue.0 % Hue::COUNT)]
    }

    /// The colour of a code that lies `below` levels under the owner of the hue: lighter the deeper.
    pub fn shade(&self, (hue, below): (Hue, usize)) -> Color32 {
        let share = [0.0, 0.18, 0.32, 0.40][below.min(3)];
        mix(self.hue(hue), self.paper, share)
    }

    /// The colour of a coding that counts nowhere.
    pub fn dimmed(&self, ink: Color32) -> Color32 {
        mix(ink, self.paper, 0.6)
    }

    /// The tint behind coded words: little enough to keep the contrast of the text.
    pub fn tint(&self, hue: Color32, strong: Strength) -> Color32 {
        let share = match strong {
            Strength::Still => 0.16,
            Strength::Lifted => 0.30,
        };
        mix(self.paper, hue, share)
    }
}

/// How strongly coded words are tinted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// As a rule.
    Still,
    /// Under the pointer, or selected.
    Lifted,
}

/// `share` of `b` in `a`, 0 to 1, in gamma space as designers mix.
pub fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    a.lerp_to_gamma(b, share)
}

/// The contrast between two colours as WCAG 2.1 defines it (success criterion 1.4.3): 1 to 21.
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let [r, g, b] = [colour.r(), colour.g(), colour.b()].map(|channel| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
