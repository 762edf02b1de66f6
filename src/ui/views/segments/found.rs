//! Which segments are listed, in which order and under which headings.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Reach;
use crate::analysis::behind::{Behind, Place};
use crate::analysis::retrieval::{Segment, all, retrieval};
use crate::model::id::{CodeId, CodingId, SourceId};
use crate::model::project::Project;
use crate::model::span::Span;

/// What the segments stand under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::views) enum Group {
    /// Their codes, in the order of the codebook.
    #[default]
    Code,
    /// Their sources, each in the order of its text.
    Source,
}

/// A heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::views) enum Heading {
    /// A code.
    Code(CodeId),
    /// A source.
    Source(SourceId),
}

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::views) enum Row {
    /// A heading, and how many segments stand under it.
    Heading(Heading, usize),
    /// A segment.
    Segment(CodingId),
    /// Words that are found, coded or not.
    Words(SourceId, Span),
}

/// The rows of the list and what they add up to.
#[derive(Debug, Default)]
pub(in crate::ui::views) struct Found {
    /// Headings and segments.
    pub rows: Vec<Row>,
    headings: Vec<usize>,
    sources: usize,
    coders: usize,
}

impl Found {
    /// The segments of the codes chosen; of all codes where none is.
    pub(in crate::ui::views) fn new(project: &Project, codes: &[CodeId], reach: Reach, group: Group) -> Self {
        let mut segments = if codes.is_empty() { all(project) } else { retrieval(project, codes, reach) };
        if group == Group::Source {
            let place: BTreeMap<SourceId, usize> = project.sources().enumerate().map(|(at, s)| (s.id, at)).collect();
            // The sort is stable: codings of the same words stay in the order of the codebook.
            segments.sort_by_key(|segment| (place.get(&segment.source.id).copied(), segment.coding.span));
        }
        Self::of(&segments, group)
    }

    fn of(segments: &[Segment<'_>], group: Group) -> Self {
        let heading = |segment: &Segment<'_>| match group {
            Group::Code => Heading::Code(segment.code.id),
            Group::Source => Heading::Source(segment.source.id),
        };
        let mut found = Self::default();
        for chunk in segments.chunk_by(|a, b| heading(a) == heading(b)) {
            let Some(first) = chunk.first() else { continue };
            found.headings.push(found.rows.len());
            found.rows.push(Row::Heading(heading(first), chunk.len()));
            found.rows.extend(chunk.iter().map(|segment| Row::Segment(segment.coding.id)));
        }
        found.sources = segments.iter().map(|segment| segment.source.id).collect::<BTreeSet<_>>().len();
        found.coders = segments.iter().map(|segment| segment.coding.coder).collect::<BTreeSet<_>>().len();
        found
    }

    /// What stands behind a number, under its sources.
    pub(in crate::ui::views) fn behind(project: &Project, behind: &Behind) -> Self {
        let known = |place: &Place| match place {
            Place::Coding(id) => {
                project.coding(*id).map(|coding| (coding.source, Row::Segment(*id), Some(coding.coder)))
            }
            Place::Words(source, span) => Some((*source, Row::Words(*source, *span), None)),
        };
        let places: Vec<_> = behind.places.iter().filter_map(known).collect();
        let mut found = Self::default();
        for chunk in places.chunk_by(|one, other| one.0 == other.0) {
            let Some((source, ..)) = chunk.first() else { continue };
            found.headings.push(found.rows.len());
            found.rows.push(Row::Heading(Heading::Source(*source), chunk.len()));
            found.rows.extend(chunk.iter().map(|(_, row, _)| *row));
        }
        found.sources = places.iter().map(|(source, ..)| source).collect::<BTreeSet<_>>().len();
        found.coders = places.iter().filter_map(|(.., coder)| *coder).collect::<BTreeSet<_>>().len();
        found
    }

    /// Those segments whose words hold `wanted`, which is lower case.
    pub(in crate::ui::views) fn with_words(&self, project: &Project, wanted: &str) -> Self {
        let hit = |row: &Row| match row {
            Row::Segment(coding) => project.coding(*coding).is_some_and(|coding| holds(project.quote(coding), wanted)),
            Row::Heading(..) | Row::Words(..) => false,
        };
        let mut found = Self { sources: self.sources, coders: self.coders, ..Self::default() };
        for (at, start) in self.headings.iter().enumerate() {
            let end = self.headings.get(at + 1).copied().unwrap_or(self.rows.len());
            let Some([Row::Heading(heading, _), under @ ..]) = self.rows.get(*start..end) else { continue };
            let hits: Vec<Row> = under.iter().copied().filter(hit).collect();
            if !hits.is_empty() {
                found.headings.push(found.rows.len());
                found.rows.push(Row::Heading(*heading, hits.len()));
                found.rows.extend(hits);
            }
        }
        found
    }

    /// How many segments, sources and coders.
    pub(in crate::ui::views) fn counted(&self) -> (usize, usize, usize) {
        (self.rows.len() - self.headings.len(), self.sources, self.coders)
    }

    /// The heading a row stands under.
    pub(in crate::ui::views) fn heading(&self, row: usize) -> Option<usize> {
        let after = self.headings.partition_point(|heading| *heading <= row);
        self.headings.get(after.checked_sub(1)?).copied()
    }
}

/// Tells whether words hold others that are lower case already, without regard to case; nothing is copied, since
/// this runs over every segment of a study at each letter typed.
fn holds(words: &str, wanted: &str) -> bool {
    let Some(first) = wanted.chars().next() else { return true };
    words.char_indices().any(|(at, letter)| {
        let begins = letter == first || letter.to_lowercase().next() == Some(first);
        begins && words.get(at..).is_some_and(|rest| starts(rest, wanted))
    })
}

fn starts(words: &str, wanted: &str) -> bool {
    let spaces = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
    let mut letters = words.chars().flat_map(char::to_lowercase).map(spaces);
    wanted.chars().all(|letter| letters.next() == Some(letter))
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn words_are_found_whatever_their_case() {
        assert!(holds("Vi ringer jo hverandre", "RINGER".to_lowercase().as_str()));
        assert!(holds("ÅRENE gikk", "årene"));
        assert!(holds("det går\nliksom", "går liksom"));
        assert!(!holds("det går", "gikk"));
    }
}
