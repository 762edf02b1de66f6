//! Names and times of speakers, which other programs keep in the text, are taken out of it, and selections move along.

use crate::import::draft::Draft;
use crate::import::turns;
use crate::journal::edit::NewSource;
use crate::model::span::Span;

/// A text whose speakers stand beside it, and where the words of the text before are in it.
pub(super) struct Spoken {
    /// The text with its turns.
    pub(super) source: NewSource,
    /// Stretches that are in both: where they begin before, where they begin now, and how long they are, in scalars.
    kept: Vec<(u32, u32, u32)>,
}

impl Spoken {
    /// `None` where nobody is named, or where the words cannot be followed with certainty.
    pub(super) fn of(text: &str) -> Option<Self> {
        let draft: Draft = turns::recognise(&text.split('\n').collect::<Vec<_>>())?;
        let source = draft.into_source(String::new(), String::new());
        let mut lines = text.split('\n').scan(0_u32, |at, line| {
            let start = *at;
            *at += count(line) + 1;
            Some((start, line))
        });
        let (mut kept, mut now) = (Vec::new(), 0);
        for line in source.text.split('\n') {
            let length = count(line);
            if length > 0 {
                let (start, whole, byte) =
                    lines.by_ref().find_map(|(start, whole)| Some((start, whole, whole.rfind(line)?)))?;
                kept.push((start + count(whole.get(..byte)?), now, length));
            }
            now += length + 1;
        }
        Some(Self { source, kept })
    }

    /// Where a span of the text before is now; `None` where nothing of it is left.
    pub(super) fn place(&self, span: Span) -> Option<Span> {
        let first = self.kept.partition_point(|(before, _, length)| before + length <= span.start());
        let (before, now, _) = self.kept.get(first)?;
        let start = now + span.start().saturating_sub(*before);
        let after = self.kept.partition_point(|(before, _, _)| *before < span.end());
        let (before, now, length) = self.kept.get(after.checked_sub(1)?)?;
        Span::new(start, now + (span.end() - before).min(*length))
    }
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
