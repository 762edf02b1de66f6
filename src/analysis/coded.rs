//! The codings that a scope asks, with the rows of a table that each of them counts for.

use std::collections::{BTreeMap, BTreeSet};

use super::Reach;
use super::scope::{Chosen, Scope};
use crate::model::code::CodeKind;
use crate::model::coding::Coding;
use crate::model::id::CodeId;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::{Span, shared, union};

/// Which codes stand in a table or a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Every one.
    #[default]
    All,
    /// Themes.
    Themes,
    /// Categories.
    Categories,
    /// Codes that are neither.
    Codes,
}

impl Level {
    /// Tells whether a code of this kind stands in it.
    pub fn has(self, kind: CodeKind) -> bool {
        match self {
            Self::All => true,
            Self::Themes => kind == CodeKind::Theme,
            Self::Categories => kind == CodeKind::Category,
            Self::Codes => kind == CodeKind::Code,
        }
    }
}

/// The codings asked, source by source.
pub(super) struct Coded<'p> {
    /// The codes that stand in the rows, from the top of the codebook down.
    pub(super) codes: Vec<CodeId>,
    /// The sources asked, in their order.
    pub(super) sources: Vec<InSource<'p>>,
    rows: BTreeMap<CodeId, Vec<usize>>,
}

/// What a scope asks of one source.
pub(super) struct InSource<'p> {
    /// The source.
    pub(super) source: &'p Source,
    /// The stretches asked, in order and without overlaps.
    pub(super) asked: Vec<Span>,
    /// The codings asked, in the order of the text.
    pub(super) codings: Vec<&'p Coding>,
}

impl<'p> Coded<'p> {
    /// Gathers the codings of a scope. A code stands in a row if the scope asks for it and it is of the level; with
    /// the whole family, a coding counts for the codes above its own as well.
    pub(super) fn of(project: &'p Project, scope: &Scope, level: Level, reach: Reach) -> Self {
        let chosen = scope.chosen(project);
        let codebook = project.codebook();
        let codes = codes(project, scope, level);
        let place: BTreeMap<CodeId, usize> = codes.iter().enumerate().map(|(row, code)| (*code, row)).collect();
        let counts_for = |code: CodeId| {
            let above = codebook.ancestors(code).map(|above| above.id);
            let line = std::iter::once(code).chain(above.filter(|_| reach == Reach::Family));
            line.filter_map(|code| place.get(&code).copied()).collect::<Vec<_>>()
        };
        let rows = codebook.codes().map(|code| (code.id, counts_for(code.id))).collect();
        Self { codes, sources: in_sources(&chosen), rows }
    }

    /// The rows a coding with this code counts for, the nearest first.
    pub(super) fn rows(&self, code: CodeId) -> &[usize] {
        self.rows.get(&code).map_or(&[], Vec::as_slice)
    }
}

/// What a scope asks of each of its sources.
pub(super) fn in_sources<'p>(chosen: &Chosen<'p>) -> Vec<InSource<'p>> {
    let mut sources: Vec<InSource<'p>> = chosen
        .sources()
        .map(|source| InSource { source, asked: chosen.spans(source.id), codings: Vec::new() })
        .collect();
    let mut at = 0;
    for coding in chosen.codings() {
        while sources.get(at).is_some_and(|own| own.source.id != coding.source) {
            at += 1;
        }
        if let Some(own) = sources.get_mut(at) {
            own.codings.push(coding);
        }
    }
    sources
}

/// The codes that a scope asks for and that are of a level, from the top of the codebook down.
pub(super) fn codes(project: &Project, scope: &Scope, level: Level) -> Vec<CodeId> {
    let codebook = project.codebook();
    let family = |code: &CodeId| match scope.reach {
        Reach::Own => vec![*code],
        Reach::Family => codebook.family(*code),
    };
    let asked: BTreeSet<CodeId> = scope.codes.iter().flat_map(family).collect();
    let stands = |code: &CodeId| {
        let known = codebook.code(*code).is_some_and(|code| level.has(code.kind));
        known && (scope.codes.is_empty() || asked.contains(code))
    };
    codebook.rows().into_iter().map(|row| row.code).filter(stands).collect()
}

impl InSource<'_> {
    /// How many words stretches in order hold.
    pub(super) fn words_of(&self, spans: &[Span]) -> usize {
        let Some(text) = self.source.text.as_ref() else { return 0 };
        spans.iter().map(|span| text.words().count_between(span.start(), span.end())).sum()
    }

    /// How many of the words asked lie under spans that may overlap; each counts once.
    pub(super) fn words_under(&self, spans: Vec<Span>) -> usize {
        self.words_of(&shared(&self.asked, &union(spans)))
    }

    /// The turns a span touches, from 0, as a half-open range; in a text without turns, the paragraphs.
    pub(super) fn turns_under(&self, span: Span) -> (u32, u32) {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (first, last) = match (self.source.turns.is_empty(), self.source.text.as_ref()) {
            (true, Some(text)) => (text.line_of(span.start()), text.line_of(span.end() - 1)),
            _ => {
                let turn = |at| self.source.turn_at(at).unwrap_or(0);
                (turn(span.start()), turn(span.end() - 1))
            }
        };
        (number(first), number(last) + 1)
    }
}
