//! Patch: what is half typed, as the journal would take it up, and where every place goes by it.

use std::ops::Range;

use crate::journal::edit::texts::Splice;
use crate::model::span::Span;

/// Replacements in the order of the text, in scalars of the text as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Patch(pub Vec<Splice>);

/// A place in a patched text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// As it was, at this place.
    Before(u32),
    /// In the words of a replacement: its number, and behind how many of them.
    Within(usize, u32),
}

impl Patch {
    /// Where a character goes; where it was replaced, to where the words begin that stand instead.
    pub(super) fn start(&self, at: u32) -> u32 {
        let mut moved = at;
        for Splice { old, words, .. } in &self.0 {
            if old.end <= at {
                moved = moved + scalars(words) - (old.end - old.start);
            } else {
                return if old.start <= at { moved - (at - old.start) } else { moved };
            }
        }
        moved
    }

    /// The place behind the character before `at`; where that was replaced, behind the words that stand instead.
    pub(super) fn end(&self, at: u32) -> u32 {
        let mut moved = at;
        for Splice { old, words, .. } in &self.0 {
            let behind = if old.is_empty() { old.end < at } else { old.end <= at };
            if behind {
                moved = moved + scalars(words) - (old.end - old.start);
            } else {
                return if old.start < at { moved - (at - old.start) + scalars(words) } else { moved };
            }
        }
        moved
    }

    /// Where words go; `None` where nothing is left of them.
    pub(super) fn span(&self, span: Span) -> Option<Span> {
        Span::new(self.start(span.start()), self.end(span.end()))
    }

    /// Where a place of the patched text was.
    pub(super) fn place(&self, at: u32) -> Place {
        let (mut added, mut removed) = (0, 0);
        for (number, Splice { old, words, .. }) in self.0.iter().enumerate() {
            let (start, length) = (old.start + added - removed, scalars(words));
            if at <= start {
                break;
            }
            if at <= start + length {
                return Place::Within(number, at - start);
            }
            added += length;
            removed += old.end - old.start;
        }
        Place::Before(at.saturating_add(removed).saturating_sub(added))
    }

    /// What stood where a place of the patched text is: all that was replaced, where it lies in words of a replacement.
    pub(super) fn around(&self, at: u32) -> Range<u32> {
        match self.place(at) {
            Place::Before(at) => at..at,
            Place::Within(number, _) => self.0.get(number).map_or(0..u32::MAX, |splice| splice.old.clone()),
        }
    }

    /// Where a place is after the patch.
    pub(super) fn find(&self, place: Place) -> u32 {
        match place {
            Place::Before(at) => self.end(at),
            Place::Within(number, behind) => {
                let start = self.0.get(number).map_or(0, |splice| splice.old.start);
                let moved = |at, Splice { old, words, .. }: &Splice| at + scalars(words) - (old.end - old.start);
                self.0.iter().take(number).fold(start, moved) + behind
            }
        }
    }
}

/// How many scalars words have.
pub(super) fn scalars(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `en to tre` with *to* replaced by *femten*, and an *s* put behind *tre*.
    fn patch() -> Patch {
        let splice = |old, words: &str| Splice { old, words: words.to_owned(), again: None };
        Patch(vec![splice(3..5, "femten"), splice(9..9, "s")])
    }

    #[test]
    fn words_go_with_what_was_written_instead_of_them() {
        let told = |start, end| patch().span(Span::new(start, end).unwrap()).map(|span| (span.start(), span.end()));
        assert_eq!(told(0, 2), Some((0, 2)));
        assert_eq!(told(3, 5), Some((3, 9)));
        assert_eq!(told(4, 5), Some((3, 9)));
        assert_eq!(told(6, 9), Some((10, 13)));
        let gone = Patch(vec![Splice { old: 3..6, words: String::new(), again: None }]);
        assert_eq!(gone.span(Span::new(3, 5).unwrap()), None);
        assert_eq!(gone.span(Span::new(3, 9).unwrap()), Span::new(3, 6));
    }

    #[test]
    fn places_are_found_again() {
        let patch = patch();
        assert_eq!(
            [2, 3, 5, 9, 10, 14].map(|at| patch.place(at)),
            [
                Place::Before(2),
                Place::Before(3),
                Place::Within(0, 2),
                Place::Within(0, 6),
                Place::Before(6),
                Place::Within(1, 1),
            ]
        );
        for at in 0..=14 {
            assert_eq!(patch.find(patch.place(at)), at);
        }
    }
}
