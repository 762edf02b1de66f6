//! Coverage: how much of each source is coded, and where in it.

use std::collections::BTreeSet;

use super::coded::{InSource, in_sources};
use super::scope::Scope;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, CodingId, SourceId};
use crate::model::project::Project;
use crate::model::span::Span;

/// How much of a source is coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The source.
    pub source: SourceId,
    /// How many words of it are asked.
    pub words: usize,
    /// How many of these are coded; words under several codings count once.
    pub coded: usize,
    /// How many codings it has.
    pub codings: usize,
    /// How many different codes.
    pub codes: usize,
}

/// How much of each source of a scope is coded: with the codes and by the coders it asks for, if it does, of all that
/// is said there.
pub fn coverage(project: &Project, scope: &Scope) -> Vec<Covered> {
    let everything = Scope { codes: BTreeSet::new(), coders: BTreeSet::new(), ..scope.clone() };
    let whole = everything.chosen(project);
    let covered = |own: InSource<'_>| {
        let mut codes: Vec<CodeId> = own.codings.iter().map(|coding| coding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        Covered {
            source: own.source.id,
            words: own.words_of(&whole.spans(own.source.id)),
            coded: own.words_under(own.codings.iter().map(|coding| coding.span).collect()),
            codings: own.codings.len(),
            codes: codes.len(),
        }
    };
    in_sources(&scope.chosen(project)).into_iter().map(covered).collect()
}

/// A coding as a stretch along a text, for pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The coding.
    pub coding: CodingId,
    /// Its code.
    pub code: CodeId,
    /// Where it starts, in words from the start of the source.
    pub from: usize,
    /// Where it ends, in words.
    pub to: usize,
}

/// A source as a line of words with the stretches that are coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The source.
    pub source: SourceId,
    /// How many words it has.
    pub words: usize,
    /// What is coded, in the order of the text.
    pub stretches: Vec<Stretch>,
}

/// The coded stretches of each source of a scope along its text.
pub fn lines(project: &Project, scope: &Scope) -> Vec<Line> {
    let line = |own: InSource<'_>| {
        let words = own.source.text.as_ref().map(|text| text.words());
        let place = |span: Span| {
            let end = words.map_or(0, |words| words.count_between(0, span.end()));
            let length = words.map_or(0, |words| words.count_between(span.start(), span.end()));
            (end - length, end)
        };
        let stretch = |coding: &&Coding| {
            let (from, to) = place(coding.span);
            Stretch { coding: coding.id, code: coding.code, from, to }
        };
        Line {
            source: own.source.id,
            words: words.map_or(0, |words| words.len()),
            stretches: own.codings.iter().map(stretch).collect(),
        }
    };
    in_sources(&scope.chosen(project)).into_iter().map(line).collect()
}
