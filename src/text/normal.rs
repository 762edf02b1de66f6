//! The canonical form in which texts are kept: LF, NFC, and nothing that cannot be seen.

use unicode_normalization::UnicodeNormalization as _;

/// The canonical form of a text, and how many letters that cannot be seen were left out.
pub fn normal(text: &str) -> (String, usize) {
    let mut hidden = 0;
    let mut letters = text.chars().peekable();
    let mut seen = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                seen.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => seen.push('\n'),
            '\n' | '\t' => seen.push(letter),
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {
                hidden += 1;
            }
            letter if letter.is_control() => hidden += 1,
            letter => seen.push(letter),
        }
    }
    (seen.nfc().collect(), hidden)
}
