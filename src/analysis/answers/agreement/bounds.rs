//! The table of how far coders agree on where segments begin and end.

use super::lines::{Line, lines};
use super::{NAMES, NUMBERS, REMARKS, level_told, places, reach_told, remarks};
use crate::analysis::agreement::comparison::{Between, Comparison};
use crate::analysis::agreement::words;
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::agreement::AgreementWords;
use crate::lang::answers::Answers;
use crate::lang::fill;
use crate::model::agreement::{About, Unit};
use crate::model::project::Project;

/// Alpha for unitizing: a row a code.
pub struct ByBounds;

impl Analysis for ByBounds {
    fn name(&self) -> &'static str {
        "agreement-bounds"
    }

    fn title(&self, language: crate::lang::Language) -> &'static str {
        AgreementWords::of(language).by_bounds
    }

    fn method(&self, options: &Options) -> String {
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        let level = fill(answers.for_level, &[("level", &level_told(answers, options.level))]);
        [say.how_bounds, &level, reach_told(answers, options.reach)].join(" ")
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level, Heed::Reach]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let (say, language) = (AgreementWords::of(options.language), options.language);
        let title = self.title(language).to_owned();
        let between = Between { unit: Unit::Character, ..options.agreement.clone() };
        let Some(comparison) = Comparison::of(project, scope, &between) else {
            return Table { title, ..Table::default() };
        };
        let mut columns = vec![
            Column::new(Answers::of(language).code, Kind::Text, NAMES),
            Column::new(say.alpha_unitizing, Kind::Real(3), NUMBERS),
        ];
        columns.extend(comparison.coders.iter().map(|coder| {
            let name = words::coder_name(project, *coder, language);
            Column::new(fill(say.stretches_of, &[("name", &name)]), Kind::Count, NUMBERS)
        }));
        columns.push(Column::new(say.remarks, Kind::Text, REMARKS));
        let lines = lines(About::Bounds, project, &comparison, options);
        let rows = lines.into_iter().map(|line| row((project, &comparison, options), line)).collect();
        Table { title, columns, rows }
    }
}

fn row((project, comparison, options): (&Project, &Comparison<'_>, &Options), line: Line) -> Row {
    let bounded = comparison.bounds(&line.among);
    let mut cells = vec![line.name, bounded.alpha.map_or(Cell::Empty, Cell::Real)];
    cells.extend(bounded.marked.iter().map(|marked| Cell::count(marked.len())));
    let before = if line.whole { comparison.warnings() } else { Vec::new() };
    let shared = comparison.compare_all(&line.among).warnings;
    cells.push(Cell::text(remarks(project, (bounded.alpha.err(), &[&before, &shared]), options.language)));
    let mut all: Vec<_> = bounded.marked.iter().flatten().copied().collect();
    all.sort_unstable();
    let all = places(all);
    let each = [line.opens, all.clone()].into_iter().chain(bounded.marked.into_iter().map(places)).collect();
    Row::new(cells).opening_each(each).opening(all)
}
