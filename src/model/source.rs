//! Source: a text under study, with its speakers and turns.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::anchor::AnchoredSpan;
use super::id::{CoderId, SourceId, TextHash};
use super::span::Span;
use crate::text::indexed::IndexedText;

/// What a speaker does in an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Asks.
    Interviewer,
    /// Answers, and is studied.
    Informant,
    /// Not said.
    Unknown,
}

/// Someone who speaks in one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name as it is shown.
    pub name: String,
    /// Interviewer or informant.
    pub role: Role,
}

/// A stretch of a text that one speaker says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Where it stands in the text.
    pub span: Span,
    /// Which of the source's speakers says it.
    pub speaker: Option<u16>,
    /// When it starts, in ms from the start of the recording.
    pub start_ms: Option<u32>,
}

/// A source as it is now.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id: a keyed hash of project and text, so the same text imported twice is one source.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// The name of the file it came from.
    pub file_name: String,
    /// Names the imported text.
    pub hash: TextHash,
    /// How many Unicode scalars the imported text has.
    pub length: u32,
    /// The text; `None` while its file has not arrived.
    pub text: Option<Arc<IndexedText>>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// The turns in the order of the text; empty for a text without speakers.
    pub turns: Arc<[Turn]>,
    /// Who added it.
    pub coder: CoderId,
    /// When it was added, in ms since 1970.
    pub added_ms: u64,
}

impl Source {
    /// Where an anchored span stands in the text now; `None` when its characters are gone.
    pub fn resolve(&self, at: AnchoredSpan) -> Option<Span> {
        at.resolve(self.length)
    }

    /// Names the characters of a span of the text as it is now.
    pub fn anchor(&self, span: Span) -> Option<AnchoredSpan> {
        (span.end() <= self.length).then(|| AnchoredSpan::imported(span))
    }

    /// The span without white space at its ends: a hand that draws over words takes a line break along. `None` where
    /// nothing else is left; the span itself while the text has not arrived.
    pub fn trimmed(&self, span: Span) -> Option<Span> {
        if self.text.is_none() {
            return Some(span);
        }
        let words = self.quote(span);
        let count = |part: &str| u32::try_from(part.chars().count()).unwrap_or(0);
        let start = span.start() + count(words) - count(words.trim_start());
        Span::new(start, start + count(words.trim()))
    }

    /// The words of a span; empty while the text has not arrived.
    pub fn quote(&self, span: Span) -> &str {
        self.text.as_ref().map_or("", |text| text.slice(span.start(), span.end()))
    }

    /// The index of the turn that holds the scalar `at`, or the last one before it.
    pub fn turn_at(&self, at: u32) -> Option<usize> {
        self.turns.partition_point(|turn| turn.span.start() <= at).checked_sub(1)
    }

    /// The speaker of a turn.
    pub fn speaker_of(&self, turn: &Turn) -> Option<&Speaker> {
        self.speakers.get(usize::from(turn.speaker?))
    }

    /// The speaker at the scalar `at`.
    pub fn speaker_at(&self, at: u32) -> Option<&Speaker> {
        self.speaker_of(self.turns.get(self.turn_at(at)?)?)
    }
}
