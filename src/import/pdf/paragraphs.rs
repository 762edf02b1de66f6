//! Paragraphs: lines that only end because the page does are joined, and words divided there are mended.

use std::collections::BTreeSet;

use super::lines::Line;
use crate::import::report::Report;
use crate::import::turns;

/// The usual distance from one baseline to the next, in tenths of a point.
pub(super) fn pitch(pages: &[Vec<Line>]) -> i32 {
    let down = |pair: &[Line]| match pair {
        [above, below] => Some(above.y - below.y).filter(|step| *step > above.size / 2),
        _ => None,
    };
    let mut steps: Vec<i32> = pages.iter().flat_map(|page| page.windows(2).filter_map(down)).collect();
    steps.sort_unstable();
    steps.get(steps.len() / 2).copied().unwrap_or(140)
}

/// The text of all pages, a paragraph a line.
pub(super) fn join(pages: &[Vec<Line>], report: &mut Report) -> String {
    let pitch = pitch(pages);
    let words = undivided(pages);
    let hanging = hangs(pages);
    let mut text = String::new();
    let mut before: Option<(&Line, Flow)> = None;
    for page in pages {
        for flow in flows(page) {
            let bounds = Flow::of(flow);
            for line in flow {
                match &before {
                    Some((above, edges))
                        if !fresh(above, *edges, line, bounds, hanging) && !far(above, line, pitch) =>
                    {
                        append(&mut text, &line.words, &words, report);
                    }
                    Some(_) => {
                        text.push('\n');
                        text.push_str(&line.words);
                    }
                    None => text.push_str(&line.words),
                }
                before = Some((line, bounds));
            }
        }
    }
    text
}

/// The lines of a page that run down without a jump: its columns.
fn flows(page: &[Line]) -> impl Iterator<Item = &[Line]> {
    page.chunk_by(|above, below| below.y < above.y)
}

/// The edges of a column.
#[derive(Clone, Copy)]
struct Flow {
    left: i32,
    right: i32,
    /// Tells whether there are lines enough to say where the right edge is.
    sure: bool,
}

impl Flow {
    fn of(lines: &[Line]) -> Self {
        let left = lines.iter().map(|line| line.left).min().unwrap_or_default();
        let right = lines.iter().map(|line| line.right).max().unwrap_or_default();
        Self { left, right, sure: lines.len() > 2 }
    }

    fn indents(self, line: &Line) -> bool {
        line.left - self.left > line.size
    }

    /// Tells whether the first word of the line below would have found room at the end of the line above.
    fn has_room(self, above: &Line, below: &Line) -> bool {
        let letters = i32::try_from(below.words.chars().count().max(1)).unwrap_or(i32::MAX);
        let first = below.words.split(' ').next().unwrap_or_default().chars().count() + 1;
        let width = (below.right - below.left).max(1);
        let first = i32::try_from(first).unwrap_or(i32::MAX).saturating_mul(width) / letters;
        self.right - above.right > first.saturating_add(below.size / 2)
    }
}

/// Tells whether paragraphs hang: their first line begins at the edge and the others are set in. Then the line above
/// one that is set in is full; in the other custom it ends a paragraph, and so is mostly short.
fn hangs(pages: &[Vec<Line>]) -> bool {
    let (mut full, mut short) = (0, 0);
    for flow in pages.iter().flat_map(|page| flows(page)) {
        let bounds = Flow::of(flow);
        for pair in flow.windows(2) {
            let [above, below] = pair else { continue };
            if !bounds.indents(above) && bounds.indents(below) {
                if bounds.has_room(above, below) { short += 1 } else { full += 1 }
            }
        }
    }
    full > 4 * short
}

/// Tells whether more than a usual line's height is between two lines.
fn far(above: &Line, line: &Line, pitch: i32) -> bool {
    (above.y - line.y) * 10 > pitch * 13
}

/// Tells whether a line begins a paragraph by how it and the line before it look.
fn fresh(above: &Line, edges: Flow, line: &Line, bounds: Flow, hanging: bool) -> bool {
    let other_size = (above.size - line.size).abs() * 10 > above.size.max(line.size);
    let by_indent = match hanging {
        true => edges.indents(above) && !bounds.indents(line),
        false => !edges.indents(above) && bounds.indents(line),
    };
    let ended = !edges.sure && above.words.ends_with(['.', '?', '!', ':']);
    let listed = line.words.starts_with(['•', '▪', '◦', '‣', '\u{f0b7}', '\u{f0a7}']) || line.words.starts_with("– ");
    other_size || by_indent || ended || listed || edges.has_room(above, line) || turns::names_speaker(&line.words)
}

/// All words of the text that no end of a line divides, in small letters.
fn undivided(pages: &[Vec<Line>]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for line in pages.iter().flatten() {
        let divided = ends_divided(&line.words);
        let mut of_line: Vec<&str> = line.words.split_whitespace().collect();
        if divided {
            of_line.pop();
        }
        words.extend(of_line.into_iter().map(bare));
    }
    words
}

/// A word in small letters without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn ends_divided(words: &str) -> bool {
    let mut letters = words.chars().rev();
    matches!(letters.next(), Some('-' | '\u{2010}' | '\u{ad}')) && letters.next().is_some_and(char::is_alphabetic)
}

/// Puts a line after the words of its paragraph.
fn append(text: &mut String, line: &str, words: &BTreeSet<String>, report: &mut Report) {
    if !ends_divided(text) || !line.starts_with(char::is_alphabetic) {
        text.push(' ');
        text.push_str(line);
        return;
    }
    let start = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let hyphenated = text.get(start..).unwrap_or_default();
    let soft = hyphenated.ends_with('\u{ad}');
    let part = hyphenated.trim_end_matches(['-', '\u{2010}', '\u{ad}']);
    let rest = line.split_whitespace().next().unwrap_or_default();
    let (whole, kept) = (format!("{part}{rest}"), format!("{part}-{rest}"));
    if words.contains(&bare(&kept)) {
        text.push_str(line);
    } else if soft || (words.contains(&bare(&whole)) && line.starts_with(char::is_lowercase)) {
        report.joined.push(bare(&whole));
        text.pop();
        text.push_str(line);
    } else if line.starts_with("og ") || line.starts_with("eller ") || line.starts_with("och ") {
        // As in `kunst- og kulturliv`.
        text.push(' ');
        text.push_str(line);
    } else {
        report.hyphens.push(bare(&kept));
        text.push_str(line);
    }
}
