//! Retrieval: the coded segments of codes, each with all that is needed to read it and to find it again.

use std::collections::{BTreeMap, BTreeSet};

use super::Reach;
use super::counted::counts;
use crate::model::code::Code;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::{Source, Speaker, Turn};
use crate::model::span::Span;
use crate::text::indexed::IndexedText;
use crate::text::words;

/// A coding with its words and its surroundings. It borrows from the project and works out only what is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Segment<'p> {
    project: &'p Project,
    /// The coding.
    pub coding: &'p Coding,
    /// The code it counts for.
    pub code: &'p Code,
    /// The source it stands in.
    pub source: &'p Source,
}

/// Words of a source with their surroundings.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'p> {
    /// The source.
    pub source: &'p Source,
    /// Where in its text.
    pub span: Span,
}

/// Gives the coded segments of the codes chosen, by the order of the codebook, then of the sources, then of the text.
///
/// A code chosen twice, or chosen along with one above it, gives its segments once. A coding all of whose words were set
/// aside gives none.
pub fn retrieval<'p>(project: &'p Project, codes: &[CodeId], reach: Reach) -> Vec<Segment<'p>> {
    let codebook = project.codebook();
    let chosen: BTreeSet<CodeId> = match reach {
        Reach::Own => codes.iter().copied().collect(),
        Reach::Family => codes.iter().flat_map(|code| codebook.family(*code)).collect(),
    };
    let place: BTreeMap<_, _> = project.sources().enumerate().map(|(n, s)| (s.id, n)).collect();
    let mut segments = Vec::new();
    for row in codebook.rows().into_iter().filter(|row| chosen.contains(&row.code)) {
        let start = segments.len();
        segments.extend(
            project
                .codings_of(row.code)
                .filter(|coding| counts(project, coding))
                .filter_map(|coding| Segment::of(project, coding)),
        );
        let own = segments.get_mut(start..).unwrap_or_default();
        own.sort_by_key(|s: &Segment<'_>| (place.get(&s.source.id).copied(), s.coding.span, s.coding.id));
    }
    segments
}

/// Gives every coded segment of a project, in the order of [`retrieval`].
pub fn all(project: &Project) -> Vec<Segment<'_>> {
    retrieval(project, project.codebook().children(None), Reach::Family)
}

impl<'p> Segment<'p> {
    /// The segment of a coding; `None` if its code or its source is gone.
    pub fn of(project: &'p Project, coding: &'p Coding) -> Option<Self> {
        let code = project.codebook().code(coding.code)?;
        let source = project.source(coding.source)?;
        Some(Self { project, coding, code, source })
    }

    /// The names from the top of the codebook down to the code.
    pub fn path(&self) -> Vec<&'p str> {
        self.project.codebook().path(self.code.id)
    }

    /// The words coded, where they stand.
    pub fn passage(&self) -> Passage<'p> {
        Passage { source: self.source, span: self.coding.span }
    }

    /// The words coded.
    pub fn words(&self) -> &'p str {
        self.passage().words()
    }

    /// How many words are coded.
    pub fn word_count(&self) -> usize {
        words::count(self.words())
    }

    /// The number of the turn in which the segment starts, from 1; `None` in a text without turns.
    pub fn turn_number(&self) -> Option<usize> {
        self.passage().turn_number()
    }

    /// The turn in which the segment starts.
    pub fn turn(&self) -> Option<&'p Turn> {
        self.passage().turn()
    }

    /// Who speaks where the segment starts.
    pub fn speaker(&self) -> Option<&'p Speaker> {
        self.passage().speaker()
    }

    /// When the turn starts, in ms from the start of the recording.
    pub fn start_ms(&self) -> Option<u32> {
        self.passage().start_ms()
    }

    /// The name of the coder.
    pub fn coder_name(&self) -> &'p str {
        self.project.coder_name(self.coding.coder)
    }

    /// The wordings of the memos on the coding.
    pub fn memos(&self) -> impl Iterator<Item = &'p str> {
        let memos = self.project.memos_about(About::Coding(self.coding.id));
        memos.flat_map(|memo| memo.versions.iter().map(|version| version.text.as_str()))
    }

    /// The words before and after, as [`Passage::context`] gives them.
    pub fn context(&self, scalars: u32) -> (&'p str, &'p str) {
        self.passage().context(scalars)
    }
}

impl<'p> Passage<'p> {
    /// The words of a span; `None` if the source is gone.
    pub fn of(project: &'p Project, source: SourceId, span: Span) -> Option<Self> {
        Some(Self { source: project.source(source)?, span })
    }

    /// The words.
    pub fn words(&self) -> &'p str {
        self.source.quote(self.span)
    }

    /// The number of the turn in which they start, from 1; `None` in a text without turns.
    pub fn turn_number(&self) -> Option<usize> {
        self.source.turn_at(self.span.start()).map(|index| index + 1)
    }

    /// The turn in which they start.
    pub fn turn(&self) -> Option<&'p Turn> {
        self.source.turns.get(self.source.turn_at(self.span.start())?)
    }

    /// Who speaks where they start.
    pub fn speaker(&self) -> Option<&'p Speaker> {
        self.source.speaker_of(self.turn()?)
    }

    /// When the turn starts, in ms from the start of the recording.
    pub fn start_ms(&self) -> Option<u32> {
        self.turn()?.start_ms
    }

    /// The words before and after within their paragraph, at most `scalars` on either side and never half a word.
    pub fn context(&self, scalars: u32) -> (&'p str, &'p str) {
        let Some(text) = self.source.text.as_ref() else { return ("", "") };
        (before(text, self.span.start(), scalars), after(text, self.span.end(), scalars))
    }
}

/// The words of a line before a place, at most `scalars` and never half a word.
pub(super) fn before(text: &IndexedText, end: u32, scalars: u32) -> &str {
    let line = text.line(text.line_of(end)).start;
    let start = end.saturating_sub(scalars).max(line);
    let words = text.slice(start, end);
    if start == line || text.slice(start - 1, start).chars().all(char::is_whitespace) {
        return words;
    }
    words.find(char::is_whitespace).and_then(|cut| words.get(cut..)).unwrap_or("").trim_start()
}

/// The words of a line from a place on, at most `scalars` and never half a word.
pub(super) fn after(text: &IndexedText, start: u32, scalars: u32) -> &str {
    let line = text.line(text.line_of(start)).end;
    let end = start.saturating_add(scalars).min(line);
    let words = text.slice(start, end);
    if end == line || text.slice(end, end + 1).chars().all(char::is_whitespace) {
        return words;
    }
    words.rfind(char::is_whitespace).and_then(|cut| words.get(..cut)).unwrap_or("").trim_end()
}
