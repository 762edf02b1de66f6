//! The colours: what is read can be read, and the hues of the codes stay apart for the colour-blind.
//!
//! Contrast is WCAG 2.2, success criterion 1.4.3: 4.5 : 1 for text. Colour blindness is simulated with the matrices for
//! severity 1.0 in Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
//! Deficiency", IEEE TVCG 15 (6), 2009, on linear RGB. Distance is CIE 1976 ΔE in L*a*b* under D65; 2.3 is just seen.

use egui::Color32;
use kodebok::figure::palette::print;
use kodebok::figure::scene::{Ink, Tint};
use kodebok::model::code::Hue;
use kodebok::ui::look::colours::{Mode, Palette, Strength, contrast, mix};
use kodebok::ui::look::style;
use kodebok::ui::widgets::picture;

const READABLE: f32 = 4.5;

/// How far apart the hues of the five themes are, to everybody.
const THEMES_APART: f64 = 12.0;
/// How far apart any two of the ten are; names, not colours, carry which is which.
const ALL_APART: f64 = 7.0;

type Matrix = [[f64; 3]; 3];

const EYES: [(&str, Matrix); 4] = [
    ("all three cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

fn modes() -> [(&'static str, &'static Palette); 2] {
    [("light", Palette::of(Mode::Light)), ("dark", Palette::of(Mode::Dark))]
}

#[expect(clippy::disallowed_methods, reason = "a distance is judged by its first digits")]
fn linear(colour: Color32) -> [f64; 3] {
    [colour.r(), colour.g(), colour.b()].map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &Matrix, vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

fn lab(rgb: [f64; 3]) -> [f64; 3] {
    let to_xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = times(&to_xyz, rgb);
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let (x, y, z) = (f(x / 0.950_47), f(y), f(z / 1.088_83));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How a colour looks to somebody.
fn seen(colour: Color32, eyes: &Matrix) -> [f64; 3] {
    lab(times(eyes, linear(colour)).map(|channel| channel.clamp(0.0, 1.0)))
}

fn apart(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn contrast_is_what_wcag_says() {
    let close = |a: f32, b: f32| (a - b).abs() < 0.01;
    assert!(close(contrast(Color32::BLACK, Color32::WHITE), 21.0));
    // The example most often worked through: #777 on white just fails.
    assert!(close(contrast(Color32::from_hex("#777777").unwrap(), Color32::WHITE), 4.48));
}

#[test]
fn numbers_on_the_fields_of_a_matrix_can_be_read() {
    for (mode, palette) in modes() {
        for part in 0..=100 {
            let field = Ink::heat(part, 100);
            let (ground, letters) = (picture::colour(palette, field), picture::colour(palette, field.letters()));
            let kept = contrast(letters, ground);
            assert!(kept >= READABLE, "{field:?} in the {mode} window: {kept}");
        }
    }
}

/// Success criterion 1.4.11: what shows a control, or its state, without letters.
const SEEN: f32 = 3.0;

/// What letters stand on, with the inks they have there.
#[test]
fn what_is_read_can_be_read() {
    for (mode, palette) in modes() {
        let all = [
            ("text", palette.text),
            ("muted", palette.muted),
            ("accent", palette.accent),
            ("ok", palette.ok),
            ("warn", palette.warn),
            ("error", palette.error),
        ];
        let read = [("text", palette.text), ("muted", palette.muted), ("accent", palette.accent)];
        let pairs = [
            // Pages and fields, bars and panels, what lies behind pages, rows under the pointer.
            ("paper", palette.paper, all.as_slice()),
            ("panel", palette.panel, all.as_slice()),
            ("ground", palette.ground, all.as_slice()),
            ("hover", palette.hover, all.as_slice()),
            // A chosen row says what it is, and what belongs to it; a chosen tab only what it is.
            ("selection", palette.selection, read.as_slice()),
            ("line", palette.line, &read[..1]),
            // Buttons one is expected to press, and those that cannot be undone.
            ("accent", palette.accent, &[("paper", palette.paper)]),
            ("error", palette.error, &[("paper", palette.paper)]),
            ("paper", palette.paper, &[("aside", palette.aside)]),
        ];
        for (what, ground, inks) in pairs {
            for (ink, colour) in inks {
                let contrast = contrast(*colour, ground);
                assert!(contrast >= READABLE, "{mode}: {ink} on {what} has {contrast:.2}");
            }
        }
        let aside = contrast(palette.aside, palette.ground);
        assert!(aside >= READABLE, "{mode}: what is set aside has {aside:.2} on its ground");
    }
}

/// Every state of what egui draws by itself: buttons, fields, boxes to tick.
#[test]
fn every_control_can_be_read_and_seen_in_every_state() {
    let ctx = egui::Context::default();
    style::install(&ctx);
    for (theme, (mode, palette)) in [egui::Theme::Light, egui::Theme::Dark].into_iter().zip(modes()) {
        let style = ctx.style_of(theme);
        let (visuals, widgets) = (&style.visuals, &style.visuals.widgets);
        for (state, widget) in [
            ("resting", &widgets.inactive),
            ("hovered", &widgets.hovered),
            ("pressed", &widgets.active),
            ("open", &widgets.open),
            ("passive", &widgets.noninteractive),
        ] {
            for fill in [widget.bg_fill, widget.weak_bg_fill] {
                let read = contrast(widget.fg_stroke.color, fill);
                assert!(read >= READABLE, "{mode}: letters and ticks, {state}: {read:.2}");
            }
            for ground in [palette.paper, palette.panel, palette.ground] {
                let seen = contrast(widget.bg_stroke.color, ground);
                assert!(state == "passive" || seen >= SEEN, "{mode}: edges, {state}: {seen:.2}");
            }
        }
        let caret = contrast(visuals.text_cursor.stroke.color, visuals.text_edit_bg_color());
        assert!(caret >= SEEN, "{mode}: the caret has {caret:.2}");
        let chosen = contrast(visuals.selection.stroke.color, visuals.selection.bg_fill);
        assert!(chosen >= SEEN, "{mode}: what is chosen has {chosen:.2}");
        // What cannot be pressed now need not be read (1.4.3); it is to be seen all the same.
        let pale = mix(palette.paper, palette.text, visuals.disabled_alpha());
        assert!(contrast(pale, palette.paper) >= SEEN, "{mode}: disabled has {:.2}", contrast(pale, palette.paper));
    }
}

#[test]
fn marks_without_letters_can_be_seen() {
    for (mode, palette) in modes() {
        for (what, ground) in [("paper", palette.paper), ("panel", palette.panel), ("hover", palette.hover)] {
            let marks =
                [("faint", palette.faint), ("accent", palette.accent), ("warn", palette.warn), ("ok", palette.ok)];
            let hues = (0..Hue::COUNT).map(|slot| ("a hue", palette.hue(Hue(slot))));
            for (mark, colour) in marks.into_iter().chain(hues) {
                let seen = contrast(colour, ground);
                assert!(seen >= SEEN, "{mode}: {mark} on {what} has {seen:.2}");
            }
        }
    }
}

#[test]
fn no_letters_are_faint() {
    let window = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut folders = vec![window];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let code = std::fs::read_to_string(&path).expect("the file can be read");
                let letters = ["fonts::", "RichText", ".text(", ".color("];
                let wrong =
                    |line: &&str| line.contains("palette.faint") && letters.iter().any(|word| line.contains(word));
                assert_eq!(code.lines().find(wrong), None, "{}", path.display());
            }
        }
    }
}

#[test]
fn every_hue_can_be_read_on_paper_and_words_can_be_read_on_its_tint() {
    for (mode, palette) in modes() {
        for slot in 0..Hue::COUNT {
            let hue = palette.hue(Hue(slot));
            let on_paper = contrast(hue, palette.paper);
            assert!(on_paper >= READABLE, "{mode}: hue {slot} has {on_paper:.2}");
            // Words are read for hours on the still tint (AAA), and looked at on the lifted one (AA).
            for (strength, least) in [(Strength::Still, 7.0), (Strength::Lifted, READABLE)] {
                for below in 0..4 {
                    let tint = palette.tint(palette.shade((Hue(slot), below)), strength);
                    let words = contrast(palette.text, tint);
                    assert!(words >= least, "{mode}: words on hue {slot} {strength:?} have {words:.2}");
                    // What an interviewer says is read on it as well; lifted it is under the hand for a moment.
                    let asked = contrast(palette.muted, tint);
                    let least = if strength == Strength::Still { READABLE } else { SEEN };
                    assert!(asked >= least, "{mode}: what is asked on hue {slot} {strength:?} has {asked:.2}");
                }
            }
        }
    }
}

#[test]
fn the_hues_stay_apart_for_everybody() {
    for (mode, palette) in modes() {
        for (who, eyes) in &EYES {
            for one in 0..Hue::COUNT {
                for other in one + 1..Hue::COUNT {
                    let look = |slot| seen(palette.hue(Hue(slot)), eyes);
                    let distance = apart(look(one), look(other));
                    let least = if other < 5 { THEMES_APART } else { ALL_APART };
                    assert!(distance >= least, "{mode}, {who}: hues {one} and {other} are only {distance:.1} apart");
                }
            }
        }
    }
}

#[test]
fn what_is_printed_has_the_colours_of_the_light_window() {
    let light = Palette::of(Mode::Light);
    for slot in 0..Hue::COUNT {
        let hue = light.hue(Hue(slot));
        assert_eq!(print(Ink::Hue(Hue(slot), Tint::Full)), [hue.r(), hue.g(), hue.b()], "hue {slot}");
    }
}
