//! What is written anew in one text, and which letters of its imported form are blacked out.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::journal::edit::Refusal;
use crate::journal::event::{Event, FreeText, Inserted};
use crate::model::id::RunId;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::weave::{Difference, ERASED};
use crate::text::names::table::Table;

/// New words for stretches of one text, in order, none overlapping. All of them are scalars of the text now.
#[derive(Clone, Debug, Default)]
pub(super) struct Splices {
    names: Vec<(Range<u32>, String)>,
    /// The same words written anew, because the entry they were typed with is erased.
    again: Vec<Range<u32>>,
    /// Names in the imported text.
    imported: Vec<Range<u32>>,
}

impl Splices {
    /// The names of a table in the text now, and in the text as it was imported.
    pub(super) fn of_names(source: &Source, table: &Table) -> Result<Self, Refusal> {
        let (Some(text), Some(imported)) = (&source.text, &source.imported) else { return Err(Refusal::NoTextYet) };
        let names = table.replacements(text.as_str()).into_iter();
        let names = names.map(|found| (found.start..found.end, found.words)).collect();
        let imported = table.replacements(imported.as_str()).into_iter().map(|found| found.start..found.end).collect();
        Ok(Self { names, again: Vec::new(), imported })
    }

    /// How many names are replaced.
    pub(super) fn names(&self) -> usize {
        self.names.len()
    }

    /// The runs that lend letters to a name.
    pub(super) fn runs_touched(&self, source: &Source) -> Vec<RunId> {
        let runs = source.weave.as_ref().map_or_else(Vec::new, |weave| weave.runs_seen());
        let touches =
            |span: &Range<u32>| self.names.iter().any(|(name, _)| name.start < span.end && span.start < name.end);
        runs.into_iter().filter(|(_, span)| touches(span)).map(|(run, _)| run).collect()
    }

    /// Adds what is still seen of runs that are erased, in pieces at whose ends codings, turns and what is set aside may
    /// begin and end, so that each of them stays on its words.
    pub(super) fn with_runs(mut self, project: &Project, source: &Source, erased: Option<&BTreeSet<RunId>>) -> Self {
        let (Some(erased), Some(weave)) = (erased, &source.weave) else { return self };
        let mut cuts: BTreeSet<u32> = BTreeSet::new();
        cuts.extend(project.codings_in(source.id).flat_map(|coding| [coding.span.start(), coding.span.end()]));
        cuts.extend(source.turns.iter().flat_map(|turn| [turn.span.start(), turn.span.end()]));
        cuts.extend(source.exclusions.iter().flat_map(|aside| [aside.span.start(), aside.span.end()]));
        cuts.extend(self.names.iter().flat_map(|(name, _)| [name.start, name.end]));
        for (_, span) in weave.runs_seen().into_iter().filter(|(run, _)| erased.contains(run)) {
            let inner = cuts.range(span.start + 1..span.end.max(span.start + 1)).copied();
            let ends: Vec<u32> = std::iter::once(span.start).chain(inner).chain([span.end]).collect();
            let pieces = ends.windows(2).map(|pair| pair[0]..pair[1]);
            let replaced = |piece: &Range<u32>| {
                self.names.iter().any(|(name, _)| name.start < piece.end && piece.start < name.end)
            };
            let pieces: Vec<Range<u32>> = pieces.filter(|piece| !replaced(piece)).collect();
            self.again.extend(pieces);
        }
        self
    }

    /// The same as events.
    pub(super) fn events(&self, source: &Source, draw: &mut dyn FnMut() -> u128) -> Vec<Event> {
        let again = self.again.iter().map(|span| {
            let words = source.text.as_ref().map_or("", |text| text.slice(span.start, span.end));
            (span.clone(), words.to_owned())
        });
        let mut all: Vec<(Range<u32>, String)> = self.names.iter().cloned().chain(again).collect();
        all.sort_by_key(|(span, _)| span.start);
        let event = |(span, words): (Range<u32>, String)| {
            let inserted = (!words.is_empty()).then(|| {
                Box::new(Inserted {
                    run: RunId::new(draw()),
                    length: u32::try_from(words.chars().count()).unwrap_or(u32::MAX),
                    words: FreeText::new(words),
                    again: None,
                })
            });
            let deleted = source.anchors(span.start, span.end).into();
            let after = span.end.checked_sub(1).and_then(|last| source.anchor_of(last));
            Event::TextReplaced { source: source.id, deleted, after, inserted }
        };
        all.into_iter().map(event).collect()
    }

    /// The imported text without the letters that are replaced now, and without names that somebody had corrected before;
    /// `None` where it has none of them.
    pub(super) fn blacked_out(&self, source: &Source) -> Result<Option<String>, Refusal> {
        let imported = source.imported.as_ref().ok_or(Refusal::NoTextYet)?;
        let mut letters: Vec<char> = imported.as_str().chars().collect();
        let kept: Vec<(Range<u32>, u32)> = match &source.weave {
            None => vec![(0..source.imported_length, 0)],
            Some(weave) => {
                let kept = weave.differences().into_iter().filter_map(|difference| match difference {
                    Difference::Kept(imported, now) => Some((imported, now)),
                    Difference::Deleted(_) | Difference::Inserted(_) => None,
                });
                kept.collect()
            }
        };
        let mut seen = vec![false; letters.len()];
        for (imported, now) in &kept {
            for at in imported.clone() {
                let here = now + (at - imported.start);
                let gone = self.names.partition_point(|(name, _)| name.end <= here);
                let stays = self.names.get(gone).is_none_or(|(name, _)| !name.contains(&here));
                if let Some(seen) = seen.get_mut(at as usize) {
                    *seen = stays;
                }
                if !stays && let Some(letter) = letters.get_mut(at as usize) {
                    *letter = black(*letter);
                }
            }
        }
        for at in self.imported.iter().flat_map(Clone::clone) {
            if !seen.get(at as usize).copied().unwrap_or(true)
                && let Some(letter) = letters.get_mut(at as usize)
            {
                *letter = black(*letter);
            }
        }
        let text: String = letters.into_iter().collect();
        Ok((text != imported.as_str()).then_some(text))
    }
}

/// The sign that stands for a letter; lines keep their ends.
fn black(letter: char) -> char {
    if letter == '\n' { letter } else { ERASED }
}

/// A text with what either of two has blacked out; `None` where they are not of the same text.
pub(super) fn overlaid(first: &str, second: &str) -> Option<String> {
    if first.chars().count() != second.chars().count() {
        return None;
    }
    let either = |(a, b): (char, char)| match (a, b) {
        (a, b) if a == b => Some(a),
        (ERASED, _) | (_, ERASED) => Some(ERASED),
        _ => None,
    };
    first.chars().zip(second.chars()).map(either).collect()
}
