//! The faces: Inter for the interface, Noto Serif for reading. All are bundled; none is looked for on the machine.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

const REGULAR: &str = "inter";
const SEMIBOLD: &str = "inter semibold";
const SERIF: &str = "noto serif";
const SERIF_ITALIC: &str = "noto serif italic";

/// Every face the window uses, with fallbacks for symbols.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let faces: [(&str, &'static [u8]); 4] = [
        (REGULAR, include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
        (SEMIBOLD, include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
        (SERIF, include_bytes!("../../../assets/fonts/NotoSerif-Regular.ttf")),
        (SERIF_ITALIC, include_bytes!("../../../assets/fonts/NotoSerif-Italic.ttf")),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let symbols = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let family = |own: &[&str]| {
        let own = own.iter().map(|name| (*name).to_owned());
        own.chain(symbols.iter().cloned()).collect::<Vec<_>>()
    };
    fonts.families.insert(FontFamily::Proportional, family(&[REGULAR]));
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), family(&[SEMIBOLD, REGULAR]));
    fonts.families.insert(FontFamily::Name(SERIF.into()), family(&[SERIF, REGULAR]));
    fonts.families.insert(FontFamily::Name(SERIF_ITALIC.into()), family(&[SERIF_ITALIC, REGULAR]));
    fonts
}

/// The interface.
pub fn body() -> FontId {
    FontId::new(14.0, FontFamily::Proportional)
}

/// What is read second.
pub fn small() -> FontId {
    FontId::new(12.0, FontFamily::Proportional)
}

/// What one acts on, at a size.
pub fn strong(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// The face for reading, at a size.
pub fn reading(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF.into()))
}

/// The face for a word that stands apart in what is read.
pub fn reading_italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF_ITALIC.into()))
}
