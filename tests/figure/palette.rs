//! The shades for print can be read on paper.

use kodebok::figure::palette::{Rgb, print};
use kodebok::figure::scene::{Ink, Tint};
use kodebok::model::code::Hue;

/// Relative luminance as WCAG 2.2 defines it.
#[expect(clippy::disallowed_methods, reason = "a contrast is judged by its first digits")]
fn luminance(rgb: Rgb) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_hue_reads_as_text_on_paper_and_text_reads_on_every_tint() {
    for slot in 0..Hue::COUNT {
        let hue = print(Ink::Hue(Hue(slot), Tint::Full));
        assert!(contrast(hue, print(Ink::Paper)) >= 4.5, "hue {slot}");
        for tint in [Tint::Soft, Tint::Pale, Tint::Faint] {
            let ground = print(Ink::Hue(Hue(slot), tint));
            assert!(contrast(print(Ink::Text), ground) >= 7.0, "text on hue {slot} {tint:?}");
            assert!(contrast(print(Ink::Muted), ground) >= 3.0, "muted on hue {slot} {tint:?}");
        }
    }
    assert!(contrast(print(Ink::Muted), print(Ink::Paper)) >= 4.5);
}
