//! Matrices: codes against sources, cases, values of an attribute, speakers or coders.

use std::collections::{BTreeMap, BTreeSet};

use super::Reach;
use super::coded::{Coded, InSource, Level};
use super::scope::Scope;
use super::table::{Key, Opens};
use crate::model::case::Case;
use crate::model::coding::Coding;
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, CodingId};
use crate::model::project::{Project, natural_key};
use crate::model::span::Span;

/// What the columns of a matrix are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Across {
    /// A column a source.
    #[default]
    Sources,
    /// A column a case; a source of two cases counts in both.
    Cases,
    /// A column a value that cases have.
    Values(AttributeId),
    /// A column a name of a speaker, whatever the source; a coding over several turns counts for all who speak in it.
    Speakers,
    /// A column a coder.
    Coders,
    /// One column for all.
    Everything,
}

/// What is counted in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// How many codings.
    #[default]
    Codings,
    /// In how many sources.
    Sources,
    /// In the sources of how many cases.
    Cases,
    /// How many words they cover; words under several codings count once.
    Words,
}

/// Counts of codes by columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The codes, a row each.
    pub codes: Vec<CodeId>,
    /// The columns.
    pub columns: Vec<Head>,
    /// A row a code, a number a column.
    pub counts: Vec<Vec<usize>>,
    /// For each row, the codings of what has no name, since no key finds them.
    of_nobody: BTreeMap<usize, BTreeSet<CodingId>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name; empty for codings of nobody known.
    pub name: String,
    /// What it stands for; `None` for what stands in no other column.
    pub key: Option<Key>,
}

impl Matrix {
    /// Counts the codings of a scope.
    pub fn of(project: &Project, scope: &Scope, across: Across, measure: Measure, shown: (Level, Reach)) -> Self {
        let coded = Coded::of(project, scope, shown.0, shown.1);
        let columns = Columns::of(project, &coded, across);
        let mut counts = vec![vec![0; columns.heads.len()]; coded.codes.len()];
        let mut of_nobody: BTreeMap<usize, BTreeSet<CodingId>> = BTreeMap::new();
        let mut in_case: BTreeSet<(usize, usize, CaseId)> = BTreeSet::new();
        for own in &coded.sources {
            let cases: Vec<CaseId> = project.cases_of(own.source.id).map(|case| case.id).collect();
            for cell in
                pieces(&coded, &columns, own).chunk_by(|one, other| (one.row, one.column) == (other.row, other.column))
            {
                let Some(Piece { row, column, .. }) = cell.first().copied() else { continue };
                if columns.heads[column].key.is_none() {
                    let codings = cell.iter().filter_map(|piece| own.codings.get(piece.coding));
                    of_nobody.entry(row).or_default().extend(codings.map(|coding| coding.id));
                }
                match measure {
                    Measure::Codings => {
                        counts[row][column] += cell.chunk_by(|one, other| one.coding == other.coding).count();
                    }
                    Measure::Sources => counts[row][column] += 1,
                    Measure::Cases => in_case.extend(cases.iter().map(|case| (row, column, *case))),
                    Measure::Words => {
                        counts[row][column] += own.words_under(cell.iter().map(|piece| piece.span).collect());
                    }
                }
            }
        }
        for (row, column, _) in in_case {
            counts[row][column] += 1;
        }
        Self { codes: coded.codes, columns: columns.heads, counts, of_nobody }
    }

    /// What a cell opens.
    pub fn opens(&self, row: usize, column: usize, reach: Reach) -> Opens {
        match (self.codes.get(row), self.columns.get(column).map(|head| &head.key)) {
            (Some(code), Some(Some(key))) => Opens::Codings(vec![Key::Code(*code, reach), key.clone()]),
            _ => Opens::listed(self.of_nobody.get(&row).into_iter().flatten().copied()),
        }
    }

    /// The largest number of all.
    pub fn largest(&self) -> usize {
        self.counts.iter().flatten().copied().max().unwrap_or(0)
    }
}

/// What a coding gives to one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    row: usize,
    column: usize,
    coding: usize,
    span: Span,
}

/// Everything the codings of a source give, cell by cell.
fn pieces(coded: &Coded<'_>, columns: &Columns<'_>, own: &InSource<'_>) -> Vec<Piece> {
    let whole = columns.of_source(own);
    let mut pieces = Vec::new();
    for (number, coding) in own.codings.iter().enumerate() {
        for (column, span) in columns.of_coding(own, &whole, coding) {
            pieces.extend(coded.rows(coding.code).iter().map(|row| Piece { row: *row, column, coding: number, span }));
        }
    }
    pieces.sort_unstable();
    pieces
}

/// The columns, and how codings find theirs.
struct Columns<'p> {
    project: &'p Project,
    across: Across,
    heads: Vec<Head>,
    place: BTreeMap<Option<Key>, usize>,
}

impl<'p> Columns<'p> {
    fn of(project: &'p Project, coded: &Coded<'_>, across: Across) -> Self {
        let mut columns = Self { project, across, heads: Vec::new(), place: BTreeMap::new() };
        let sources = coded.sources.iter().map(|own| own.source);
        let mut named: Vec<(String, Option<Key>)> = match across {
            Across::Sources => sources.map(|source| (source.title.clone(), Some(Key::Source(source.id)))).collect(),
            Across::Cases => {
                let asked: BTreeSet<CaseId> =
                    sources.flat_map(|source| project.cases_of(source.id)).map(|case| case.id).collect();
                let cases = project.cases().into_iter().filter(|case| asked.contains(&case.id));
                cases.map(|case| (case.name.clone(), Some(Key::Case(case.id)))).collect()
            }
            Across::Values(attribute) => {
                let values: BTreeSet<&str> = sources
                    .flat_map(|source| project.cases_of(source.id))
                    .filter_map(|case| case.values.get(&attribute).map(String::as_str))
                    .collect();
                let mut values: Vec<&str> = values.into_iter().collect();
                values.sort_by_cached_key(|value| natural_key(value));
                values
                    .into_iter()
                    .map(|value| (value.to_owned(), Some(Key::Value(attribute, value.to_owned()))))
                    .collect()
            }
            Across::Speakers => {
                let speakers = sources.flat_map(|source| source.speakers.iter());
                speakers.map(|speaker| (speaker.name.clone(), Some(Key::Speaker(speaker.name.clone())))).collect()
            }
            Across::Coders => {
                let coders: BTreeSet<CoderId> =
                    coded.sources.iter().flat_map(|own| own.codings.iter()).map(|coding| coding.coder).collect();
                let named = |coder: CoderId| (project.coder_name(coder).to_owned(), Some(Key::Coder(coder)));
                let mut coders: Vec<_> = coders.into_iter().map(named).collect();
                coders.sort_by_cached_key(|(name, _)| natural_key(name));
                coders
            }
            Across::Everything => Vec::new(),
        };
        // What stands in no column of its own is not hidden: it stands in the last.
        let whole = |own: &InSource<'_>| own.codings.iter().any(|coding| columns.of_nobody(own, coding));
        if coded.sources.iter().any(whole) {
            named.push((String::new(), None));
        }
        for (name, key) in named {
            if !columns.place.contains_key(&key) {
                columns.place.insert(key.clone(), columns.heads.len());
                columns.heads.push(Head { name, key });
            }
        }
        columns
    }

    /// Tells whether a part of a coding stands in no column with a name.
    fn of_nobody(&self, own: &InSource<'_>, coding: &Coding) -> bool {
        let mut cases = self.project.cases_of(own.source.id);
        match self.across {
            Across::Sources | Across::Coders => false,
            Across::Everything => true,
            Across::Cases => cases.next().is_none(),
            Across::Values(attribute) => !cases.any(|case| case.values.contains_key(&attribute)),
            Across::Speakers => speakers(own, coding.span).any(|(name, _)| name.is_none()),
        }
    }

    /// The columns that everything in a source belongs to, where the source decides.
    fn of_source(&self, own: &InSource<'_>) -> Vec<usize> {
        let cases = self.project.cases_of(own.source.id);
        let mut keys: BTreeSet<Option<Key>> = match self.across {
            Across::Sources => BTreeSet::from([Some(Key::Source(own.source.id))]),
            Across::Cases => cases.map(|case| Some(Key::Case(case.id))).collect(),
            Across::Values(attribute) => {
                let value = |case: &Case| case.values.get(&attribute).cloned();
                cases.filter_map(value).map(|value| Some(Key::Value(attribute, value))).collect()
            }
            Across::Everything => BTreeSet::new(),
            Across::Speakers | Across::Coders => return Vec::new(),
        };
        if keys.is_empty() {
            keys.insert(None);
        }
        keys.iter().filter_map(|key| self.place.get(key).copied()).collect()
    }

    /// The columns of a coding, each with the part of its span that belongs there.
    fn of_coding(&self, own: &InSource<'_>, whole: &[usize], coding: &Coding) -> Vec<(usize, Span)> {
        let at = |key: Option<Key>| self.place.get(&key).copied();
        match self.across {
            Across::Sources | Across::Cases | Across::Values(_) | Across::Everything => {
                whole.iter().map(|column| (*column, coding.span)).collect()
            }
            Across::Coders => {
                at(Some(Key::Coder(coding.coder))).map(|column| (column, coding.span)).into_iter().collect()
            }
            Across::Speakers => {
                let key = |name: Option<&str>| name.map(|name| Key::Speaker(name.to_owned()));
                speakers(own, coding.span).filter_map(|(name, part)| Some((at(key(name))?, part))).collect()
            }
        }
    }
}

/// Who speaks under a span, with the part each says; nobody where no turn or no speaker is known.
fn speakers<'s>(own: &'s InSource<'_>, span: Span) -> impl Iterator<Item = (Option<&'s str>, Span)> {
    let source = own.source;
    let first = source.turn_at(span.start()).unwrap_or(0);
    let turns = source.turns.get(first..).unwrap_or_default().iter();
    let said = turns.take_while(move |turn| turn.span.start() < span.end()).filter_map(move |turn| {
        Some((source.speaker_of(turn).map(|speaker| speaker.name.as_str()), turn.span.overlap(span)?))
    });
    let unsaid = source.turns.is_empty().then_some((None, span));
    said.chain(unsaid)
}
