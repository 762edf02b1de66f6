//! The tables of codes that occur together, and of codes that follow one another.

use super::{NAMES, NUMBERS, code_cell, level_told, reach_told};
use crate::analysis::cooccurrence::{CoOccurrence, Near, Pair};
use crate::analysis::scope::Scope;
use crate::analysis::sequences::{Sequences, Within};
use crate::analysis::table::{Cell, Column, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// Codes against codes: how often they meet.
pub struct Together;
/// The pairs of codes that meet, the closest first.
pub struct Pairs;
/// Codes against codes: how often the one in the column follows the one in the row.
pub struct WhatFollowsWhat;

impl Together {
    /// The numbers alone.
    pub fn numbers(project: &Project, scope: &Scope, options: &Options) -> CoOccurrence {
        CoOccurrence::of(project, scope, options.near, (options.level, options.reach))
    }
}

impl Analysis for Together {
    fn name(&self) -> &'static str {
        "co-occurrence"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).together
    }

    fn method(&self, options: &Options) -> String {
        let say = Answers::of(options.language);
        let near = match options.near {
            Near::Overlap => say.near_overlap.to_owned(),
            Near::Words(n) => fill(say.near_words, &[("n", &n)]),
            Near::Turn => say.near_turn.to_owned(),
        };
        format!("{} {}", fill(say.how_together, &[("near", &near)]), reach_told(say, options.reach))
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level, Heed::Reach, Heed::Near]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let found = Self::numbers(project, scope, options);
        let cell = |row: usize, column: usize| match found.pair(row, column) {
            Some(pair) => (pair.meetings, opens(pair)),
            None => (0, Opens::Nothing),
        };
        square(Answers::of(options.language).together, project, options, &found.codes, cell)
    }
}

impl Analysis for Pairs {
    fn name(&self) -> &'static str {
        "code-pairs"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).pairs
    }

    fn method(&self, options: &Options) -> String {
        format!("{} {}", Together.method(options), Answers::of(options.language).how_coefficient)
    }

    fn heeds(&self) -> &'static [Heed] {
        Together.heeds()
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let mut found = Together::numbers(project, scope, options);
        // The sort is stable, so equals stay in the order of the codebook.
        found.pairs.sort_by(|one, other| {
            other.coefficient.total_cmp(&one.coefficient).then(other.meetings.cmp(&one.meetings))
        });
        let columns = vec![
            Column::new(say.one_code, Kind::Text, NAMES),
            Column::new(say.other_code, Kind::Text, NAMES),
            Column::new(say.meetings, Kind::Count, NUMBERS),
            Column::new(say.of_one, Kind::Count, NUMBERS),
            Column::new(say.of_other, Kind::Count, NUMBERS),
            Column::new(say.coefficient, Kind::Real(2), NUMBERS),
        ];
        let row = |pair: &Pair| {
            let (one, other) = (found.codes[pair.rows.0], found.codes[pair.rows.1]);
            let name = |code| Cell::text(project.code_name(code).unwrap_or_default());
            let of = |code| Opens::code(code, options.reach);
            let cells = vec![
                name(one),
                name(other),
                Cell::count(pair.meetings),
                Cell::count(found.codings[pair.rows.0]),
                Cell::count(found.codings[pair.rows.1]),
                Cell::Real(pair.coefficient),
            ];
            let both = opens(pair);
            let each = vec![of(one), of(other), both.clone(), of(one), of(other), both.clone()];
            Row::new(cells).opening(both).opening_each(each)
        };
        Table { title: say.pairs.to_owned(), columns, rows: found.pairs.iter().map(row).collect() }
    }
}

impl WhatFollowsWhat {
    /// The numbers alone.
    pub fn numbers(project: &Project, scope: &Scope, options: &Options) -> Sequences {
        Sequences::of(project, scope, options.within, (options.level, options.reach))
    }
}

impl Analysis for WhatFollowsWhat {
    fn name(&self) -> &'static str {
        "sequences"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).sequences
    }

    fn method(&self, options: &Options) -> String {
        let say = Answers::of(options.language);
        let within = match options.within {
            Within::Source => say.within_source,
            Within::Turn => say.within_turn,
        };
        let level = fill(say.for_level, &[("level", &level_told(say, options.level))]);
        [&fill(say.how_sequences, &[("within", &within)]), &level, reach_told(say, options.reach)].join(" ")
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level, Heed::Reach, Heed::Within]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let found = Self::numbers(project, scope, options);
        let cell = |row: usize, column: usize| match found.steps.get(&(row, column)) {
            Some(step) => (step.times, Opens::listed(step.codings.iter().copied())),
            None => (0, Opens::Nothing),
        };
        square(Answers::of(options.language).sequences, project, options, &found.codes, cell)
    }
}

/// What a pair opens: the codings on both sides that meet.
pub fn opens(pair: &Pair) -> Opens {
    Opens::listed(pair.of_one.union(&pair.of_other).copied())
}

/// A table with the same codes in rows and columns; a pair that never was stands empty, so that the rest is seen.
fn square(
    title: &str,
    project: &Project,
    options: &Options,
    codes: &[CodeId],
    cell: impl Fn(usize, usize) -> (usize, Opens),
) -> Table {
    let say = Answers::of(options.language);
    let of = |code: &CodeId| Opens::code(*code, options.reach);
    let mut columns = vec![Column::new(say.code, Kind::Text, NAMES)];
    columns.extend(
        codes.iter().map(|code| {
            Column::new(project.code_name(*code).unwrap_or_default(), Kind::Count, NUMBERS).opening(of(code))
        }),
    );
    let row = |(row, code): (usize, &CodeId)| {
        let (mut cells, mut each) = (vec![code_cell(project, *code, options.level)], vec![of(code)]);
        for column in 0..codes.len() {
            let (number, opens) = cell(row, column);
            cells.push(if number == 0 { Cell::Empty } else { Cell::count(number) });
            each.push(opens);
        }
        Row::new(cells).opening(of(code)).opening_each(each)
    };
    Table { title: title.to_owned(), columns, rows: codes.iter().enumerate().map(row).collect() }
}
