//! Runs of letters on the pages of a PDF, and how they are written down between two processes.

use std::fmt::Write as _;

/// Letters that stand side by side. Lengths are in tenths of a point; y grows upwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// Where it begins.
    pub(super) left: i32,
    /// Where it ends.
    pub(super) right: i32,
    /// Its baseline.
    pub(super) y: i32,
    /// The size of its letters.
    pub(super) size: i32,
    pub(super) words: String,
}

/// What could be taken out of a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Extracted {
    /// The runs of each page, in the order in which they are drawn.
    pub(super) pages: Vec<Vec<Run>>,
    /// How many pages could not be read.
    pub(super) lost: usize,
}

/// Writes the number of lost pages on a line, then a run a line, and an empty line after each page.
pub(super) fn write(extracted: &Extracted) -> String {
    let mut text = format!("{}\n", extracted.lost);
    for page in &extracted.pages {
        for Run { left, right, y, size, words } in page {
            let words = words.replace(char::is_control, " ");
            // Writing to a string cannot fail.
            writeln!(text, "{left}\t{right}\t{y}\t{size}\t{words}").ok();
        }
        text.push('\n');
    }
    text
}

/// Reads what [`write`] has written; `None` where it is something else.
pub(super) fn read(text: &str) -> Option<Extracted> {
    let (lost, text) = text.split_once('\n')?;
    let mut extracted = Extracted { pages: Vec::new(), lost: lost.parse().ok()? };
    let mut page = Vec::new();
    for line in text.lines() {
        if line.is_empty() {
            extracted.pages.push(std::mem::take(&mut page));
            continue;
        }
        let mut cells = line.splitn(5, '\t');
        // No page is larger than this; sums of such numbers stay numbers.
        let mut number = || cells.next()?.parse().ok().map(|number: i32| number.clamp(-1_000_000, 1_000_000));
        let (left, right, y, size) = (number()?, number()?, number()?, number()?.max(1));
        page.push(Run { left, right, y, size, words: cells.next()?.to_owned() });
    }
    page.is_empty().then_some(extracted)
}
