//! Source: a text under study, with its speakers and turns.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::anchor::{Anchor, AnchoredSpan};
use super::exclusion::Exclusion;
use super::id::{CoderId, FileHash, SourceId, SpeakerId, TextHash};
use super::span::{Span, without};
use super::weave::{Difference, Weave};
use crate::text::indexed::IndexedText;
use crate::text::tongue::Tongue;

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

/// Names a speaker of a source for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SpeakerKey {
    /// The speaker of this number in the file, from 0.
    Imported(u16),
    /// A speaker who was added later.
    Added(SpeakerId),
}

/// Where characters that somebody named are to be found now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// In the text.
    Here(Span),
    /// All of them were deleted; this is where they stood.
    Gone(u32),
    /// The text never had them, or the edit that inserted them has not arrived.
    Unknown,
}

/// The file that a source came from, kept in the project as it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Original {
    /// Names its bytes.
    pub hash: FileHash,
    /// The ending of its name in lower case, without the dot.
    pub extension: String,
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
    /// The file it came from, where somebody asked to keep it.
    pub original: Option<Original>,
    /// How many Unicode scalars the text has now.
    pub length: u32,
    /// How many it had as imported.
    pub imported_length: u32,
    /// The text as it is now; `None` while its file has not arrived.
    pub text: Option<Arc<IndexedText>>,
    /// The language that somebody said it is in throughout; `None` where it is found turn by turn.
    pub language: Option<Tongue>,
    /// The text as it was imported; the very same while nobody has corrected it.
    pub imported: Option<Arc<IndexedText>>,
    /// What was corrected; `None` while nothing was.
    pub(crate) weave: Option<Arc<Weave>>,
    /// Who speaks, also those whose turns were given to others.
    pub speakers: Vec<Speaker>,
    /// The names that stay, of the same speakers.
    pub(crate) speaker_keys: Vec<SpeakerKey>,
    /// Speakers that were merged into others, by number.
    pub(crate) merged: BTreeMap<u16, u16>,
    /// The turns in the order of the text; empty for a text without speakers.
    pub turns: Arc<[Turn]>,
    /// The characters that name the same turns; empty where each is the first character of an imported turn.
    pub(crate) turn_keys: Arc<[Anchor]>,
    /// What is set aside, in the order of the text.
    pub exclusions: Arc<[Exclusion]>,
    /// The same as the fewest spans, none touching another.
    pub(crate) excluded: Arc<[Span]>,
    /// Who added it.
    pub coder: CoderId,
    /// When it was added, in ms since 1970.
    pub added_ms: u64,
}

impl Source {
    /// Where an anchored span stands in the text now; `None` when its characters are gone.
    pub fn resolve(&self, at: AnchoredSpan) -> Option<Span> {
        match self.find(at) {
            Whereabouts::Here(span) => Some(span),
            Whereabouts::Gone(_) | Whereabouts::Unknown => None,
        }
    }

    /// Looks for characters that somebody named. Words written instead of deleted ones count as theirs.
    pub fn find(&self, at: AnchoredSpan) -> Whereabouts {
        let Some(weave) = &self.weave else {
            return at.resolve(self.imported_length).map_or(Whereabouts::Unknown, Whereabouts::Here);
        };
        let (Some(start), Some(end)) = (weave.place(at.first), weave.place_behind(at.last)) else {
            return Whereabouts::Unknown;
        };
        match Span::new(start, end) {
            Some(span) => Whereabouts::Here(span),
            None if weave.order(at.first) <= weave.order(at.last) => Whereabouts::Gone(start),
            None => Whereabouts::Unknown,
        }
    }

    /// Names the characters of a span of the text as it is now.
    pub fn anchor(&self, span: Span) -> Option<AnchoredSpan> {
        match &self.weave {
            None => (span.end() <= self.length).then(|| AnchoredSpan::imported(span)),
            Some(weave) => {
                Some(AnchoredSpan { first: weave.anchor(span.start())?, last: weave.anchor(span.end() - 1)? })
            }
        }
    }

    /// The words that stood where somebody put a coding, also such as were deleted; empty while the text has not arrived.
    pub fn words_ever(&self, at: AnchoredSpan) -> String {
        let Some(imported) = &self.imported else { return String::new() };
        match &self.weave {
            Some(weave) => weave.words_ever(at.first, at.last, imported).unwrap_or_default(),
            None => self.resolve(at).map_or_else(String::new, |span| self.quote(span).to_owned()),
        }
    }

    /// What was corrected since the text was imported; empty where nothing was.
    pub fn differences(&self) -> Vec<Difference> {
        self.weave.as_ref().map_or_else(Vec::new, |weave| weave.differences())
    }

    /// Tells whether somebody has corrected the text.
    pub fn is_corrected(&self) -> bool {
        self.weave.is_some()
    }

    /// The character that names a turn.
    pub fn turn_key(&self, turn: usize) -> Option<Anchor> {
        let named = self.turn_keys.get(turn).copied();
        named.or_else(|| self.turns.get(turn).map(|turn| Anchor::Imported(turn.span.start())))
    }

    /// The name that stays of a speaker.
    pub fn speaker_key(&self, speaker: u16) -> Option<SpeakerKey> {
        self.speaker_keys.get(usize::from(speaker)).copied()
    }

    /// The number of a speaker by the name that stays.
    pub fn speaker_number(&self, key: SpeakerKey) -> Option<u16> {
        self.speaker_keys.iter().position(|known| *known == key).and_then(|number| u16::try_from(number).ok())
    }

    /// The speakers with their numbers, without those who were merged into others.
    pub fn speakers_here(&self) -> impl Iterator<Item = (u16, &Speaker)> {
        (0..).zip(&self.speakers).filter(|(number, _)| !self.merged.contains_key(number))
    }

    /// The stretches that are set aside and counted nowhere: in order, none touching another.
    pub fn excluded(&self) -> &[Span] {
        &self.excluded
    }

    /// Tells whether the scalar `at` is set aside.
    pub fn is_excluded(&self, at: u32) -> bool {
        let before = self.excluded.partition_point(|span| span.start() <= at);
        before.checked_sub(1).and_then(|last| self.excluded.get(last)).is_some_and(|span| span.contains(at))
    }

    /// What of a span counts: the stretches of it that are not set aside, in order.
    pub fn counted(&self, span: Span) -> Vec<Span> {
        without(&[span], &self.excluded)
    }

    /// Tells whether any of a span counts.
    pub fn counts(&self, span: Span) -> bool {
        let first = self.excluded.partition_point(|aside| aside.end() < span.end());
        self.excluded.get(first).is_none_or(|aside| !aside.covers(span))
    }

    /// What was set aside at a span, in the order of the text.
    pub fn set_aside(&self, span: Span) -> impl Iterator<Item = &Exclusion> {
        self.exclusions.iter().filter(move |exclusion| exclusion.span.overlap(span).is_some())
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
