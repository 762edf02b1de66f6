//! Where words, sentences and lines begin and end around a place in a text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::indexed::IndexedText;

/// Abbreviations after which a sentence goes on, lower case, in Norwegian, Swedish and English.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "adm.", "bl.a.", "ca.", "dr.", "e.l.", "etc.", "evt.", "f.eks.", "fork.", "jf.", "kl.", "mfl.", "m.fl.", "mr.",
    "mrs.", "ms.", "mv.", "m.v.", "nr.", "osv.", "o.l.", "pga.", "prof.", "s.", "t.ex.", "t.o.m.", "vs.",
];

/// The scalars of the line that holds `at`, without its LF.
pub fn line_around(text: &IndexedText, at: u32) -> Range<u32> {
    text.line(text.line_of(at.min(text.len())))
}

/// The word that holds `at`, or the nearest one before it on the line; the single scalar where there is none.
pub fn word_around(text: &IndexedText, at: u32) -> Range<u32> {
    let line = line_around(text, at);
    let mut before = None;
    for piece in pieces(text, &line, |line| line.split_word_bounds()) {
        if piece.range.contains(&at) && piece.is_word {
            return piece.range;
        }
        if piece.range.contains(&at) {
            let touches = before.filter(|word: &Range<u32>| word.end == at);
            return touches.unwrap_or(piece.range);
        }
        if piece.is_word {
            before = Some(piece.range);
        }
    }
    before.unwrap_or(at..at)
}

/// The sentence that holds `at`, without white space at its ends.
pub fn sentence_around(text: &IndexedText, at: u32) -> Range<u32> {
    let line = line_around(text, at);
    let sentences = sentences(text, &line);
    let holds = sentences.iter().find(|sentence| at < sentence.end).or(sentences.last());
    holds.map_or(at..at, |sentence| trimmed(text, sentence.clone()))
}

/// The end of the first word that ends after `at`, or the end of the text.
pub fn word_end_after(text: &IndexedText, at: u32) -> u32 {
    let mut line = text.line_of(at);
    while line < text.line_count() {
        let words = pieces(text, &text.line(line), |line| line.split_word_bounds());
        if let Some(word) = words.iter().find(|piece| piece.is_word && piece.range.end > at) {
            return word.range.end;
        }
        line += 1;
    }
    text.len()
}

/// The start of the last word that starts before `at`, or 0.
pub fn word_start_before(text: &IndexedText, at: u32) -> u32 {
    let mut line = text.line_of(at.min(text.len()));
    loop {
        let words = pieces(text, &text.line(line), |line| line.split_word_bounds());
        if let Some(word) = words.iter().rev().find(|piece| piece.is_word && piece.range.start < at) {
            return word.range.start;
        }
        let Some(above) = line.checked_sub(1) else { return 0 };
        line = above;
    }
}

/// The end of the first sentence that ends after `at`, or the end of the text.
pub fn sentence_end_after(text: &IndexedText, at: u32) -> u32 {
    for line in text.line_of(at)..text.line_count() {
        let ends = sentences(text, &text.line(line)).into_iter().map(|sentence| trimmed(text, sentence).end);
        if let Some(end) = ends.into_iter().find(|end| *end > at) {
            return end;
        }
    }
    text.len()
}

/// The start of the last sentence that starts before `at`, or 0.
pub fn sentence_start_before(text: &IndexedText, at: u32) -> u32 {
    for line in (0..=text.line_of(at.min(text.len()))).rev() {
        let starts = sentences(text, &text.line(line)).into_iter().map(|sentence| trimmed(text, sentence).start);
        if let Some(start) = starts.rev().find(|start| *start < at) {
            return start;
        }
    }
    0
}

/// The next place after `at` where a caret may stand: after a whole grapheme, never inside one.
pub fn grapheme_after(text: &IndexedText, at: u32) -> u32 {
    let ahead = text.slice(at, at.saturating_add(16));
    let step = ahead.graphemes(true).next().map_or(0, |grapheme| grapheme.chars().count());
    at + u32::try_from(step).unwrap_or(1)
}

/// The place before `at` where a caret may stand.
pub fn grapheme_before(text: &IndexedText, at: u32) -> u32 {
    let behind = text.slice(at.saturating_sub(16), at);
    let step = behind.graphemes(true).next_back().map_or(0, |grapheme| grapheme.chars().count());
    at - u32::try_from(step).unwrap_or(1).min(at)
}

struct Piece {
    range: Range<u32>,
    is_word: bool,
}

fn pieces<'t, I>(text: &'t IndexedText, line: &Range<u32>, split: impl Fn(&'t str) -> I) -> Vec<Piece>
where
    I: Iterator<Item = &'t str>,
{
    let mut at = line.start;
    let parts = split(text.slice(line.start, line.end));
    let piece = |part: &str| {
        let start = at;
        at += u32::try_from(part.chars().count()).unwrap_or(0);
        Piece { range: start..at, is_word: part.chars().any(char::is_alphanumeric) }
    };
    parts.map(piece).collect()
}

/// The sentences of a line: Unicode's, joined again after abbreviations and before a small letter.
pub fn sentences(text: &IndexedText, line: &Range<u32>) -> Vec<Range<u32>> {
    let mut joined: Vec<Range<u32>> = Vec::new();
    for piece in pieces(text, line, |line| line.split_sentence_bounds()) {
        let goes_on = joined.last().is_some_and(|last| {
            let before = text.slice(last.start, last.end).trim_end().to_lowercase();
            let after = text.slice(piece.range.start, piece.range.end);
            let small = after.chars().next().is_some_and(char::is_lowercase);
            let last_word = before.rsplit(char::is_whitespace).next().unwrap_or("");
            small || ABBREVIATIONS.contains(&last_word)
        });
        match joined.last_mut() {
            Some(last) if goes_on => last.end = piece.range.end,
            _ => joined.push(piece.range),
        }
    }
    joined
}

fn trimmed(text: &IndexedText, range: Range<u32>) -> Range<u32> {
    let words = text.slice(range.start, range.end);
    let count = |part: &str| u32::try_from(part.chars().count()).unwrap_or(0);
    let start = range.start + count(words) - count(words.trim_start());
    let end = start + count(words.trim());
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the place in what goes in; what is found is quoted.
    fn around(marked: &str, find: fn(&IndexedText, u32) -> Range<u32>) -> String {
        let at = marked.chars().position(|c| c == '|').unwrap();
        let text = IndexedText::new(marked.replace('|', ""));
        let range = find(&text, u32::try_from(at).unwrap());
        text.slice(range.start, range.end).to_owned()
    }

    #[test]
    fn words_are_whole_in_norwegian() {
        assert_eq!(around("Vi får bl|åbær på lager.", word_around), "blåbær");
        assert_eq!(around("Vi får blåbær|.", word_around), "blåbær");
        assert_eq!(around("|Vi får", word_around), "Vi");
        assert_eq!(around("ett\nto| tre", word_around), "to");
        assert_eq!(around("Hva sier du da?|", word_around), "da");
    }

    #[test]
    fn sentences_do_not_end_at_abbreviations() {
        let text = "Vi møttes kl. 10 hos dr. Vik, f.eks. i går. Så ble| det stille. Ja?";
        assert_eq!(around(text, sentence_around), "Så ble det stille.");
        let text = "Vi møttes kl. 10 hos| dr. Vik, f.eks. i går. Så ble det stille.";
        assert_eq!(around(text, sentence_around), "Vi møttes kl. 10 hos dr. Vik, f.eks. i går.");
    }

    #[test]
    fn steps_cross_lines_and_stop_at_the_ends() {
        let text = IndexedText::new("En to.\nTre fire.".to_owned());
        assert_eq!(word_end_after(&text, 5), 10);
        assert_eq!(word_start_before(&text, 7), 3);
        assert_eq!(sentence_end_after(&text, 6), 16);
        assert_eq!(sentence_start_before(&text, 7), 0);
        assert_eq!(word_start_before(&text, 0), 0);
        assert_eq!(word_end_after(&text, 16), 16);
    }

    #[test]
    fn carets_never_stand_inside_a_grapheme() {
        let text = IndexedText::new("e\u{301}👩‍👩‍👧!".to_owned());
        assert_eq!(grapheme_after(&text, 0), 2);
        assert_eq!(grapheme_after(&text, 2), 7);
        assert_eq!(grapheme_before(&text, 7), 2);
        assert_eq!(grapheme_before(&text, 0), 0);
    }
}
