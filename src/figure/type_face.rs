//! The bundled type faces, and how wide their letters are: figures are laid out by them on every machine alike.

use std::sync::LazyLock;

use ttf_parser::Face;

use super::scene::Weight;

/// Inter, regular weight.
pub const INTER_REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// Inter, semi-bold.
pub const INTER_SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

static REGULAR: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(INTER_REGULAR, 0).ok());
static SEMI_BOLD: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(INTER_SEMI_BOLD, 0).ok());

/// The width of a letter the face does not have, in ems; wide, so that nothing is clipped.
const STRANGER: f32 = 1.0;

/// How wide a line of text is, in the unit of `size`. Kerning is left out: it only draws letters closer together.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let face = match weight {
        Weight::Regular => REGULAR.as_ref(),
        Weight::SemiBold => SEMI_BOLD.as_ref(),
    };
    let letter = |letter: char| {
        let known = face.and_then(|face| {
            let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
            Some(f32::from(advance) / f32::from(face.units_per_em()))
        });
        known.unwrap_or(STRANGER)
    };
    text.chars().map(letter).sum::<f32>() * size
}

/// The text, or as much of it as fits with an ellipsis; empty where not even two letters would.
pub fn shortened(text: &str, limit: f32, size: f32, weight: Weight) -> String {
    if width(text, size, weight) <= limit {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |count: usize| letters.iter().take(count).collect::<String>().trim_end().to_owned() + "…";
    let fitting = (2..letters.len()).rev().map(cut).find(|short| width(short, size, weight) <= limit);
    fitting.unwrap_or_default()
}

/// What each letter of a line of text inks: left, top, right and bottom from where the baseline starts, y downwards.
pub fn inked(text: &str, size: f32, weight: Weight) -> Vec<[f32; 4]> {
    let face = match weight {
        Weight::Regular => REGULAR.as_ref(),
        Weight::SemiBold => SEMI_BOLD.as_ref(),
    };
    let mut x = 0.0;
    let mut inked = Vec::new();
    for letter in text.chars() {
        let end = x + width(&letter.to_string(), size, weight);
        let known = face.and_then(|face| {
            let em = size / f32::from(face.units_per_em());
            // A letter without a box, such as a space, inks nothing.
            Some(face.glyph_bounding_box(face.glyph_index(letter)?).map(|ink| {
                let [left, right] = [ink.x_min, ink.x_max].map(|at| x + f32::from(at) * em);
                let [top, bottom] = [ink.y_max, ink.y_min].map(|at| -f32::from(at) * em);
                [left, top, right, bottom]
            }))
        });
        inked.extend(known.unwrap_or(Some([x, -size, end, size * 0.25])));
        x = end;
    }
    inked
}

/// Breaks a text into lines no wider than `limit`: between words, and within a word only where it is wider than a
/// line by itself.
pub fn wrap(text: &str, limit: f32, size: f32, weight: Weight) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= limit;
    let mut lines: Vec<String> = Vec::new();
    // The thin blank within a number does not part it.
    let parts = |letter: char| letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}');
    for word in text.split(parts).filter(|word| !word.is_empty()) {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| fits(line));
        if let (Some(longer), Some(last)) = (longer, lines.last_mut()) {
            *last = longer;
            continue;
        }
        let mut rest = word.to_owned();
        while !fits(&rest) {
            let (head, tail) = divide(&rest, &fits);
            lines.push(head);
            rest = tail;
        }
        lines.push(rest);
    }
    lines
}

/// Divides a word that is too wide after as many letters as fit: at its own hyphen if it has one, else with a new one.
fn divide(word: &str, fits: &dyn Fn(&str) -> bool) -> (String, String) {
    let letters: Vec<char> = word.chars().collect();
    let text = |part: &[char]| part.iter().collect::<String>();
    let mut most = 1;
    for count in 2..letters.len() {
        if !fits(&(text(&letters[..count]) + "-")) {
            break;
        }
        most = count;
    }
    let joint = letters[..most].iter().rposition(|letter| matches!(letter, '-' | '/' | '–')).map(|at| at + 1);
    let hyphen = if joint.is_some() || letters.len() == 1 { "" } else { "-" };
    let cut = joint.unwrap_or(most);
    (text(&letters[..cut]) + hyphen, text(&letters[cut..]))
}

#[cfg(test)]
mod tests {
    use super::{Weight, width, wrap};

    #[test]
    fn letters_are_as_wide_as_the_face_says() {
        // Advances read off with FontTools: i 516, W 2100-ish per 2048; only the order is certain across versions.
        assert!(width("i", 10.0, Weight::Regular) < width("W", 10.0, Weight::Regular));
        assert!(width("kode", 10.0, Weight::Regular) < width("kode", 10.0, Weight::SemiBold));
        assert_eq!(width("ææ", 10.0, Weight::Regular), 2.0 * width("æ", 10.0, Weight::Regular));
    }

    #[test]
    fn a_number_stays_on_its_line() {
        let lines = wrap("60 av 1\u{202f}948 ord", 50.0, 10.0, Weight::Regular);
        assert_eq!(lines.concat().replace(' ', ""), "60av1\u{202f}948ord");
        assert!(lines.iter().any(|line| line.contains("1\u{202f}948")), "{lines:?}");
    }

    #[test]
    fn no_line_is_wider_than_asked_and_no_letter_is_lost() {
        for text in [
            "konkurrent og partner på en gang",
            "leverandørutviklingsprogrammet",
            "FoU-og-akademia-samarbeid x",
            "",
            "W",
        ] {
            for limit in [3.0, 20.0, 47.0, 300.0] {
                let lines = wrap(text, limit, 9.0, Weight::Regular);
                let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>();
                assert_eq!(letters(&lines.concat()), letters(text));
                let narrow = |line: &String| width(line, 9.0, Weight::Regular) <= limit || line.chars().count() <= 2;
                assert!(lines.iter().all(narrow), "{lines:?} at {limit}");
            }
        }
    }
}
