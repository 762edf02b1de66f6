//! What has changed in a text by whole words: a word of which a letter was corrected is deleted and written anew.

use std::ops::Range;

use crate::model::weave::Difference;
use crate::text::indexed::IndexedText;

/// A stretch of both texts, the same in both or not.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    old: Range<u32>,
    new: Range<u32>,
    kept: bool,
}

/// Widens what was deleted and inserted to the ends of the words it lies in; what was changed within one word, or within
/// words that touch, is one change.
pub(super) fn by_words(differences: &[Difference], old: &IndexedText, new: &IndexedText) -> Vec<Difference> {
    let mut widened: Vec<Stretch> = Vec::new();
    let stretches = stretches(differences);
    for (at, stretch) in stretches.iter().enumerate() {
        if !stretch.kept {
            join(&mut widened, stretch.clone());
            continue;
        }
        // Where a change cuts a word, in either text, the rest of the word goes with it.
        let cut = |text: &IndexedText, place: u32| {
            place > 0 && place < text.len() && text.slice(place - 1, place + 1).chars().all(char::is_alphanumeric)
        };
        let starts = at > 0 && (cut(old, stretch.old.start) || cut(new, stretch.new.start));
        let ends = at + 1 < stretches.len() && (cut(old, stretch.old.end) || cut(new, stretch.new.end));
        let length = stretch.old.end - stretch.old.start;
        let words = old.slice(stretch.old.start, stretch.old.end);
        let run = |letters: &mut dyn Iterator<Item = char>| {
            u32::try_from(letters.take_while(|letter| letter.is_alphanumeric()).count()).unwrap_or(u32::MAX)
        };
        let head = if starts { run(&mut words.chars()) } else { 0 };
        let tail = if ends { run(&mut words.chars().rev()) } else { 0 };
        let tail = tail.min(length - head);
        let piece = |from: u32, to: u32, kept: bool| Stretch {
            old: stretch.old.start + from..stretch.old.start + to,
            new: stretch.new.start + from..stretch.new.start + to,
            kept,
        };
        for part in [piece(0, head, false), piece(head, length - tail, true), piece(length - tail, length, false)] {
            join(&mut widened, part);
        }
    }
    let told = |stretch: Stretch| match stretch.kept {
        true => vec![Difference::Kept(stretch.old, stretch.new.start)],
        false => vec![Difference::Deleted(stretch.old), Difference::Inserted(stretch.new)],
    };
    let is_empty = |difference: &Difference| match difference {
        Difference::Kept(range, _) | Difference::Deleted(range) | Difference::Inserted(range) => range.is_empty(),
    };
    widened.into_iter().flat_map(told).filter(|difference| !is_empty(difference)).collect()
}

/// Puts a stretch behind others, as one with the last where both are changes or both are kept.
fn join(stretches: &mut Vec<Stretch>, next: Stretch) {
    if next.old.is_empty() && next.new.is_empty() {
        return;
    }
    match stretches.last_mut().filter(|last| last.kept == next.kept) {
        Some(last) => (last.old.end, last.new.end) = (next.old.end, next.new.end),
        None => stretches.push(next),
    }
}

fn stretches(differences: &[Difference]) -> Vec<Stretch> {
    let (mut found, mut old, mut new) = (Vec::new(), 0, 0);
    for difference in differences {
        let (from, kept) = ((old, new), matches!(difference, Difference::Kept(..)));
        match difference {
            Difference::Kept(range, _) => (old, new) = (range.end, new + (range.end - range.start)),
            Difference::Deleted(range) => old = range.end,
            Difference::Inserted(range) => new = range.end,
        }
        join(&mut found, Stretch { old: from.0..old, new: from.1..new, kept });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Differences as `kept[-deleted-]{+inserted+}`, letter by letter in, word by word out.
    fn check(letters: &str, words: &str) {
        let (mut old, mut new, mut differences) = (String::new(), String::new(), Vec::new());
        for piece in letters.split_inclusive(['-', '+', ']', '}']).collect::<String>().split_inclusive([']', '}']) {
            let (kept, change) = piece.find(['[', '{']).map_or((piece, ""), |at| piece.split_at(at));
            let scalars = |text: &str| u32::try_from(text.chars().count()).unwrap();
            let (from, there) = (scalars(&old), scalars(&new));
            if !kept.is_empty() {
                differences.push(Difference::Kept(from..from + scalars(kept), there));
            }
            old.push_str(kept);
            new.push_str(kept);
            let (from, there) = (scalars(&old), scalars(&new));
            let changed = change.trim_matches(['[', ']', '{', '}', '-', '+']);
            if change.starts_with('[') {
                old.push_str(changed);
                differences.push(Difference::Deleted(from..scalars(&old)));
            } else if change.starts_with('{') {
                new.push_str(changed);
                differences.push(Difference::Inserted(there..scalars(&new)));
            }
        }
        let (old, new) = (IndexedText::new(old), IndexedText::new(new));
        let told: String = by_words(&differences, &old, &new)
            .iter()
            .map(|difference| match difference {
                Difference::Kept(range, _) => old.slice(range.start, range.end).to_owned(),
                Difference::Deleted(range) => format!("[-{}-]", old.slice(range.start, range.end)),
                Difference::Inserted(range) => format!("{{+{}+}}", new.slice(range.start, range.end)),
            })
            .collect();
        assert_eq!(told, words);
    }

    #[test]
    fn a_word_of_which_a_letter_changed_is_written_anew() {
        check("en klyng[-a-]{+e+} til", "en [-klynga-]{+klynge+} til");
        check("b[-l-]å{+be+}r", "[-blår-]{+båber+}");
        check("sam[- -]arbeid", "[-sam arbeid-]{+samarbeid+}");
        check("sam{+ +}arbeid", "[-samarbeid-]{+sam arbeid+}");
    }

    #[test]
    fn whole_words_are_left_as_they_are() {
        check("ja, {+vi +}deler", "ja, {+vi +}deler");
        check("ja, [-vi -]deler", "ja, deler".replace("deler", "[-vi -]deler").as_str());
        check("vi deler{+.+}", "vi deler{+.+}");
        check("en [-klynge-]{+gruppe+} til", "en [-klynge-]{+gruppe+} til");
    }
}
