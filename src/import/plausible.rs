//! How much sense a text makes as Nordic or English: what tells two encodings apart that can hold the same bytes.

/// Letters beyond ASCII that such texts use often.
const LETTERS: &str = "æøåäöéèêôàüÆØÅÄÖÉ";
/// And those they use now and then: a quotation mark of one encoding is such a letter in the other.
const RARE: &str = "ëóòáúíïñç";
/// Signs beyond ASCII that such texts use between words.
const SIGNS: &str = "«»“”„‘’‚–—…·•§°©€½²³´×\u{a0}\u{ad}";

/// More than nothing where the letters and signs beyond ASCII are mostly those of Nordic or English, at places where
/// such texts have them. A text in the wrong encoding has `Œ` where an å was, or a `¿` within a word.
pub(super) fn sense(text: &str) -> i64 {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    let mut sum = 0;
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        if !letter.is_ascii() {
            sum += weight(before, letter, after);
        }
        before = letter;
    }
    sum
}

fn weight(before: char, letter: char, after: char) -> i64 {
    let in_word = before.is_alphabetic() || after.is_alphabetic();
    let alone = matches!(letter, 'å' | 'Å' | 'ö' | 'Ö' | 'à' | 'é');
    match letter {
        // A capital does not follow a small letter.
        letter if LETTERS.contains(letter) && letter.is_uppercase() && before.is_lowercase() => -3,
        letter if LETTERS.contains(letter) && (in_word || alone) => 2,
        letter if RARE.contains(letter) && in_word => 1,
        letter if SIGNS.contains(letter) => {
            let within = before.is_alphabetic() && after.is_alphabetic();
            // An apostrophe, a dash and a soft hyphen may stand within a word.
            if within && !matches!(letter, '’' | '–' | '—' | '\u{ad}' | '·' | '…' | '\u{a0}') { -3 } else { 1 }
        }
        letter if letter.is_alphabetic() || letter.is_control() => -3,
        _ if in_word => -3,
        _ => -1,
    }
}
