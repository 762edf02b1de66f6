//! Wishes about the words of a text.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use super::decider::{Decider, Decision};
use super::{MAX_TEXT, MAX_WORDS, Refusal};
use crate::journal::event::{Event, FreeText, Inserted};
use crate::model::anchor::Anchor;
use crate::model::id::{RunId, SourceId};
use crate::model::source::Source;
use crate::model::weave::Again;
use crate::text::indexed::IndexedText;
use crate::text::normal::normal;

/// New words for a stretch of a text, which may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// What is replaced, in scalars of the text as it was.
    pub old: Range<u32>,
    /// What is written instead.
    pub words: String,
    /// Which letter is the deleted one written again.
    pub again: Option<Again>,
}

/// What is replaced when a stretch of a text is corrected to `words`, in the order of the text; empty while the text has
/// not arrived.
pub fn corrections(source: &Source, old: Range<u32>, words: &str) -> Vec<Splice> {
    let Some(text) = source.text.as_deref() else { return Vec::new() };
    let splices = differences(text.slice(old.start, old.end), words, old.start);
    splices.into_iter().map(|splice| grown(text, opening(source, splice))).collect()
}

impl Decider<'_> {
    pub(super) fn replace_text(&mut self, source: SourceId, old: Range<u32>, words: &str) -> Decision {
        let (known, text) = self.text(source, &old)?;
        let (words, _) = normal(words);
        if text.slice(old.start, old.end) == words {
            return Ok(Vec::new());
        }
        self.splice(known.id, vec![Splice { old, words, again: None }])
    }

    pub(super) fn correct_text(&mut self, source: SourceId, old: Range<u32>, words: &str) -> Decision {
        let (known, _) = self.text(source, &old)?;
        let (words, _) = normal(words);
        self.splice(known.id, corrections(known, old, &words))
    }

    fn text(&self, source: SourceId, old: &Range<u32>) -> Result<(&Source, &IndexedText), Refusal> {
        let known = self.source(source)?;
        let text = known.text.as_deref().ok_or(Refusal::NoTextYet)?;
        if old.start > old.end || old.end > known.length {
            return Err(Refusal::SpanOutsideText { within: source, length: known.length });
        }
        Ok((known, text))
    }

    fn splice(&mut self, source: SourceId, splices: Vec<Splice>) -> Decision {
        let known = self.project.source(source).ok_or(Refusal::NoSuchSource)?;
        let text = known.text.as_deref().ok_or(Refusal::NoTextYet)?;
        let bytes = splices.iter().fold(text.as_str().len(), |sum, splice| sum + splice.words.len());
        if bytes > MAX_TEXT {
            return Err(Refusal::TooLong { bytes, limit: MAX_TEXT });
        }
        let mut events = Vec::new();
        for splice in splices {
            if splice.words.len() > MAX_WORDS {
                return Err(Refusal::TooLong { bytes: splice.words.len(), limit: MAX_WORDS });
            }
            let Splice { old, words, again } = grown(text, opening(known, splice));
            let deleted = known.anchors(old.start, old.end);
            let inserted = (!words.is_empty()).then(|| {
                Box::new(Inserted {
                    run: RunId::new((self.draw)()),
                    length: u32::try_from(words.chars().count()).unwrap_or(u32::MAX),
                    words: FreeText::new(words),
                    again,
                })
            });
            let after = old.end.checked_sub(1).and_then(|last| known.anchor_of(last));
            events.push(Event::TextReplaced { source, deleted: deleted.into(), after, inserted });
        }
        Ok(events)
    }
}

impl Source {
    /// Names the character at `at` of the text now.
    pub(crate) fn anchor_of(&self, at: u32) -> Option<Anchor> {
        match &self.weave {
            None => (at < self.length).then_some(Anchor::Imported(at)),
            Some(weave) => weave.anchor(at),
        }
    }

    /// Names the characters from `start` to before `end` of the text now.
    pub(crate) fn anchors(&self, start: u32, end: u32) -> Vec<(Anchor, u32)> {
        match &self.weave {
            None if start < end => vec![(Anchor::Imported(start), end - start)],
            None => Vec::new(),
            Some(weave) => weave.anchors(start, end),
        }
    }
}

/// Takes the first letter of a turn along before which something is inserted: it becomes the beginning of that turn, and
/// not the end of the one before.
fn opening(source: &Source, splice: Splice) -> Splice {
    let Splice { old, words, again } = splice;
    let at = source.turns.binary_search_by_key(&old.start, |turn| turn.span.start());
    match at.ok().filter(|_| old.is_empty()).and_then(|turn| source.turns.get(turn)) {
        Some(turn) => {
            let first = turn.span.start();
            let letter = source.text.as_deref().map_or("", |text| text.slice(first, first + 1));
            Splice { old: first..first + 1, words: format!("{words}{letter}"), again: Some(Again::Last) }
        }
        None => Splice { old, words, again },
    }
}

/// Takes the letter along to which new letters are attached: whoever adds the ending of a coded word means the whole word
/// to be coded, and the coding holds on to that letter.
fn grown(text: &IndexedText, splice: Splice) -> Splice {
    if !splice.old.is_empty() {
        return splice;
    }
    let Splice { old, words, .. } = splice;
    let letter = |at: u32| text.slice(at, at + 1).chars().next().filter(|letter| letter.is_alphanumeric());
    let before = old.start.checked_sub(1).and_then(letter).filter(|_| words.starts_with(char::is_alphanumeric));
    let behind = letter(old.end).filter(|_| words.ends_with(char::is_alphanumeric));
    match (before, behind) {
        (Some(before), None) => {
            Splice { old: old.start - 1..old.end, words: format!("{before}{words}"), again: Some(Again::First) }
        }
        (None, Some(behind)) => {
            Splice { old: old.start..old.end + 1, words: format!("{words}{behind}"), again: Some(Again::Last) }
        }
        _ => Splice { old, words, again: None },
    }
}

/// What differs between two wordings: word by word, and within a changed word without the letters it begins and ends with
/// in both. Places are scalars, counted from `start`.
fn differences(old: &str, new: &str, start: u32) -> Vec<Splice> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    let mut splices = Vec::new();
    let mut at = start;
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (was, is) = (words(&old, op.old_range()), words(&new, op.new_range()));
        let length = scalars(&was);
        if !matches!(op, DiffOp::Equal { .. }) {
            splices.push(trimmed(&was, &is, at));
        }
        at += length;
    }
    splices
}

fn words(all: &[&str], range: Range<usize>) -> String {
    all.get(range).unwrap_or_default().concat()
}

fn scalars(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or(u32::MAX)
}

/// The change without what both wordings begin and end with.
fn trimmed(was: &str, is: &str, at: u32) -> Splice {
    let (was, is): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
    let head = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let room = was.len().min(is.len()) - head;
    let tail = was.iter().rev().zip(is.iter().rev()).take(room).take_while(|(a, b)| a == b).count();
    let start = at + u32::try_from(head).unwrap_or(0);
    let length = u32::try_from(was.len() - head - tail).unwrap_or(0);
    let words = is.get(head..is.len() - tail).unwrap_or_default().iter().collect();
    Splice { old: start..start + length, words, again: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(&str, &str)]) {
        let text = IndexedText::new(old.to_owned());
        let told: Vec<(String, String)> = differences(old, new, 0)
            .into_iter()
            .map(|splice| grown(&text, splice))
            .map(|splice| (text.slice(splice.old.start, splice.old.end).to_owned(), splice.words))
            .collect();
        let told: Vec<(&str, &str)> = told.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn only_what_differs_is_replaced() {
        check("Vi er der.", "Vi er der.", &[]);
        check("Vi skola sammen", "Vi skulle sammen", &[("ola", "ulle")]);
        check("felt safe there", "felt trygg der", &[("safe", "trygg"), ("there", "der")]);
        check("en to tre", "en tre", &[("to ", "")]);
    }

    #[test]
    fn an_ending_takes_the_letter_along_that_it_is_attached_to() {
        check("en skole her", "en skolen her", &[("e", "en")]);
        check("et jem her", "et hjem her", &[("j", "hj")]);
        check("et hjm her", "et hjem her", &[("", "e")]);
        check("Ja", "Ja, takk", &[("", ", takk")]);
    }
}
