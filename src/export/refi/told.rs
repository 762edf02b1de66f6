//! A source's text as other programs get it: who speaks stands before each turn, since the format has no speakers.

use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::indexed::IndexedText;

/// A text with the names of its speakers in it.
pub(super) struct Told {
    /// The text: UTF-8, LF.
    pub(super) text: IndexedText,
    /// Where names were put in, in Unicode scalars of the source, and how long all of them are up to there.
    heads: Vec<(u32, u32)>,
}

impl Told {
    /// `None` where the text has not arrived.
    pub(super) fn of(source: &Source) -> Option<Self> {
        let plain = source.text.as_ref()?;
        let (mut text, mut heads) = (String::with_capacity(plain.as_str().len()), Vec::new());
        let (mut written, mut added) = (0, 0);
        for turn in source.turns.iter() {
            let Some(speaker) = source.speaker_of(turn).filter(|speaker| !speaker.name.is_empty()) else { continue };
            let at = turn.span.start();
            text.push_str(Span::new(written, at).map_or("", |span| source.quote(span)));
            let head = format!("{}: ", speaker.name);
            text.push_str(&head);
            added += u32::try_from(head.chars().count()).unwrap_or(u32::MAX);
            heads.push((at, added));
            written = at;
        }
        text.push_str(Span::new(written, source.length).map_or("", |span| source.quote(span)));
        Some(Self { text: IndexedText::new(text), heads })
    }

    /// The first and the one past the last Unicode scalar of a span of the source, in the text with names.
    ///
    /// A name stands before the words of a turn that begin at a span's start, and after the words that end at its end.
    pub(super) fn place(&self, span: Span) -> (u32, u32) {
        let up_to =
            |before: usize| before.checked_sub(1).and_then(|last| self.heads.get(last)).map_or(0, |head| head.1);
        let start = up_to(self.heads.partition_point(|(at, _)| *at <= span.start()));
        let end = up_to(self.heads.partition_point(|(at, _)| *at < span.end()));
        (span.start() + start, span.end() + end)
    }
}
