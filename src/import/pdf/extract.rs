//! Takes the runs of letters out of a PDF. The library beneath may panic or take much of everything on a bad file, so
//! this is done in a process of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc_page};

use super::MAX_PAGES;
use super::runs::{Extracted, Run, write};
use crate::import::ImportError;

/// The runs of all pages, as they are written down between two processes.
pub(in crate::import) fn runs(bytes: &[u8]) -> Result<String, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    let damaged = ImportError::Damaged("it is no PDF");
    let Ok(Ok(mut document)) = catch_unwind(|| Document::load_mem(bytes)) else { return Err(damaged) };
    if document.is_encrypted() {
        let opened = catch_unwind(AssertUnwindSafe(|| document.decrypt("").is_ok()));
        if !opened.unwrap_or_default() {
            return Err(ImportError::PasswordProtected);
        }
    }
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    if numbers.len() > MAX_PAGES {
        return Err(ImportError::TooManyPages { limit: MAX_PAGES });
    }
    let mut extracted = Extracted::default();
    for number in numbers {
        let mut hand = Hand::default();
        // A page that cannot be read does not keep the others out.
        let read = catch_unwind(AssertUnwindSafe(|| output_doc_page(&document, &mut hand, number).is_ok()));
        extracted.lost += usize::from(!read.unwrap_or_default());
        hand.close();
        extracted.pages.push(hand.runs);
    }
    if extracted.pages.len() == extracted.lost {
        return Err(damaged);
    }
    let letters = extracted.pages.iter().flatten().any(|run| run.words.contains(char::is_alphanumeric));
    if letters { Ok(write(&extracted)) } else { Err(ImportError::Scanned) }
}

/// Where the letter before stands.
#[derive(Clone, Copy, Default)]
struct Before {
    left: f64,
    right: f64,
    y: f64,
    space: bool,
}

/// Gathers letters into runs.
#[derive(Default)]
struct Hand {
    runs: Vec<Run>,
    words: String,
    start: f64,
    size: f64,
    before: Before,
}

impl Hand {
    fn close(&mut self) {
        let words = std::mem::take(&mut self.words);
        if !words.trim().is_empty() {
            let (left, right) = (tenths(self.start), tenths(self.before.right));
            let (y, size) = (tenths(self.before.y), tenths(self.size));
            self.runs.push(Run { left, right, y, size, words });
        }
    }

    fn letter(&mut self, (x, y): (f64, f64), width: f64, size: f64, letter: &str) {
        let before = self.before;
        // Some programs make letters bold by drawing them twice.
        let again = (x - before.left).abs() < size * 0.1 && (y - before.y).abs() < size * 0.1;
        if again && self.words.ends_with(letter) {
            return;
        }
        let gap = x - before.right;
        // In a justified line the space is wide.
        let widest = if before.space { 1.6 } else { 0.9 };
        let goes_on = (y - before.y).abs() < size * 0.3 && gap > -size * 0.5 && gap < size * widest;
        if self.words.is_empty() || !goes_on {
            self.close();
            self.start = x;
            self.size = size;
        } else if gap > size * 0.15 && !before.space {
            self.words.push(' ');
        }
        self.words.push_str(letter);
        let space = letter.chars().all(char::is_whitespace);
        self.before = Before { left: x, right: x + width, y, space };
    }
}

impl OutputDev for Hand {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        let size = font_size * (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt();
        // A page that lies on its side is turned, so that its lines run from left to right.
        let at = match (place.m11.abs() >= place.m12.abs(), place.m12 > 0.0) {
            (true, _) => (place.m31, place.m32),
            (false, true) => (place.m32, -place.m31),
            (false, false) => (-place.m32, place.m31),
        };
        if size.is_finite() && size > 0.0 && at.0.is_finite() && at.1.is_finite() {
            self.letter(at, width * size, size, &plain(letter));
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Letters without the ligatures of type, and without what is no letter.
fn plain(letter: &str) -> String {
    let mut plain = String::with_capacity(letter.len());
    // Where one sign stands for several letters, the library may have taken the bytes of each the wrong way round.
    let turned = |letter: char| char::from_u32(u32::from(letter) >> 8).filter(char::is_ascii_alphabetic);
    let is_turned = |letter: char| u32::from(letter) & 0xff == 0 && turned(letter).is_some();
    let several = letter.chars().count() > 1 && letter.chars().all(is_turned);
    for letter in letter.chars().map(|letter| turned(letter).filter(|_| several).unwrap_or(letter)) {
        match letter {
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            '\u{a0}' | '\t' => plain.push(' '),
            letter if letter.is_control() => {}
            letter => plain.push(letter),
        }
    }
    plain
}

/// Points as tenths of points.
fn tenths(points: f64) -> i32 {
    format!("{:.0}", (points * 10.0).clamp(-1e6, 1e6)).parse().unwrap_or_default()
}
