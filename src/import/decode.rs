//! Finds out how the letters of a text file are written.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::encoding::Encoding;
use super::plausible;
use super::report::Report;
use super::{Choices, ImportError, MAX_TEXT, Unsupported};

/// What the first bytes of files that are no text look like, for those that say what they are.
const KNOWN: &[(&[u8], Option<Unsupported>)] = &[
    (b"%PDF-", Some(Unsupported::Pdf)),
    (b"{\\rtf", Some(Unsupported::Rtf)),
    (b"PK\x03\x04", None),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(Unsupported::OldWord)),
];

/// Reads the text of a file, in the encoding chosen or else the one found; which one it was goes into the report.
pub fn text(bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<String, ImportError> {
    if bytes.len() > MAX_TEXT {
        return Err(ImportError::TooLarge { limit: MAX_TEXT });
    }
    if let Some((_, kind)) = KNOWN.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(kind.clone().map_or(ImportError::Binary, ImportError::Unsupported));
    }
    let marked = encoding_rs::Encoding::for_bom(bytes).map(|(found, mark)| (Encoding::of(found), mark));
    let (encoding, mark) = match (choices.encoding, marked) {
        // The mark of another encoding is no mark in the chosen one.
        (Some(chosen), Some((found, mark))) if chosen == found => (chosen, mark),
        (Some(chosen), _) => (chosen, 0),
        (None, Some(found)) => found,
        (None, None) => (found(bytes).ok_or(ImportError::Binary)?, 0),
    };
    report.encoding = Some(encoding);
    report.guessed = choices.encoding.is_none() && mark == 0 && encoding != Encoding::Utf8;
    let bytes = bytes.get(mark..).unwrap_or(&[]);
    let text = match encoding {
        Encoding::Latin1 => bytes.iter().copied().map(char::from).collect(),
        other => other.library().decode_without_bom_handling(bytes).0.into_owned(),
    };
    let replaced = text.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
    let controls = text.chars().filter(|letter| is_noise(*letter)).count();
    // A stray control character happens in text; one in fifty does not. Who has chosen shall see what comes of it.
    if choices.encoding.is_none() && (controls + replaced) * 50 > text.chars().count() {
        return Err(ImportError::Binary);
    }
    report.bad_characters += replaced;
    Ok(text)
}

fn is_noise(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')
}

/// Tells the encoding of bytes without a mark; `None` when they are no text.
fn found(bytes: &[u8]) -> Option<Encoding> {
    if bytes.contains(&0) {
        return wide(bytes);
    }
    let Err(error) = std::str::from_utf8(bytes) else { return Some(Encoding::Utf8) };
    if mostly_utf8(bytes, error.valid_up_to()) {
        return Some(Encoding::Utf8);
    }
    let (windows, mac) = (Encoding::Windows1252, Encoding::MacRoman);
    let sense = |encoding: Encoding| plausible::sense(&encoding.library().decode_without_bom_handling(bytes).0);
    let (as_windows, as_mac) = (sense(windows), sense(mac));
    // Where both make sense it is Windows: there are far more such files.
    if as_windows.max(as_mac) > 0 {
        return Some(if as_mac > as_windows { mac } else { windows });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Some(Encoding::of(detector.guess(Some(b"no"), Utf8Detection::Deny)))
}

/// UTF-16 without a mark: Latin letters have a zero byte each, always on the same side.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (pairs, even, odd) = (bytes.len() / 2, zeros(0), zeros(1));
    if odd * 2 > pairs && even * 20 < pairs.max(20) {
        Some(Encoding::Utf16Le)
    } else if even * 2 > pairs && odd * 20 < pairs.max(20) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Tells whether a text is UTF-8 with a few damaged places, rather than another encoding.
fn mostly_utf8(bytes: &[u8], first_bad: usize) -> bool {
    let (mut good, mut bad, mut rest) = (0, 0, bytes);
    let sound = |part: &[u8]| std::str::from_utf8(part).map_or(0, |s| s.chars().filter(|c| !c.is_ascii()).count());
    let mut at = first_bad;
    loop {
        let (before, after) = rest.split_at(at.min(rest.len()));
        good += sound(before);
        let Some((_, after)) = after.split_first() else { break };
        bad += 1;
        rest = after;
        at = match std::str::from_utf8(rest) {
            Ok(_) => rest.len(),
            Err(error) => error.valid_up_to(),
        };
    }
    good > bad * 4
}
