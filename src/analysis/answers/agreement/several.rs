//! The table of how far more than two coders agree: by how many of them have what.

use super::lines::Line;
use super::{NAMES, NUMBERS, REMARKS, places, remarks};
use crate::analysis::Options;
use crate::analysis::agreement::comparison::Comparison;
use crate::analysis::agreement::several::Shared;
use crate::analysis::agreement::{Coefficient, words};
use crate::analysis::table::{Cell, Column, Kind, Opens, Row};
use crate::lang::agreement::AgreementWords;
use crate::lang::fill;
use crate::model::project::Project;

/// The figures that stand beside the kappa of Fleiss.
const BESIDE: [Coefficient; 3] = [Coefficient::AlphaNominal, Coefficient::Ac1, Coefficient::BrennanPrediger];

/// The columns, and a row a line.
pub(super) fn table(
    (project, comparison, options): (&Project, &Comparison<'_>, &Options),
    head: &str,
    lines: Vec<Line>,
) -> (Vec<Column>, Vec<Row>) {
    let (say, language) = (AgreementWords::of(options.language), options.language);
    let real = |name: &str| Column::new(name, Kind::Real(3), NUMBERS);
    let count = |name: String| Column::new(name, Kind::Count, NUMBERS);
    let all = comparison.coders.len();
    let mut columns = vec![Column::new(head, Kind::Text, NAMES)];
    columns.extend([real(say.fleiss_kappa), real(say.from), real(say.to)]);
    columns.push(Column::new(say.percent, Kind::Share, NUMBERS));
    columns.extend((1..=all).rev().map(|n| count(words::number_of(n, all, say))));
    columns.push(count(say.nobody.to_owned()));
    columns.extend(BESIDE.map(|one| real(words::coefficient(one, language))));
    columns.extend(comparison.coders.iter().map(|coder| {
        let name = words::coder_name(project, *coder, language);
        count(fill(say.segments_of, &[("name", &name)]))
    }));
    columns.push(Column::new(say.remarks, Kind::Text, REMARKS));
    let rows = lines.into_iter().map(|line| row(project, comparison, options, line));
    (columns, rows.collect())
}

fn row(project: &Project, comparison: &Comparison<'_>, options: &Options, line: Line) -> Row {
    let shared: Shared = comparison.compare_all(&line.among);
    let figures = shared.figures();
    let figure = |coefficient| figures.get(coefficient).map_or(Cell::Empty, Cell::Real);
    let interval = shared.intervals(options.agreement.bootstrap).get(Coefficient::FleissKappa);
    let percent = figures.get(Coefficient::Percent).map_or(Cell::Empty, Cell::Share);
    let mut cells = vec![line.name, figure(Coefficient::FleissKappa)];
    cells.push(interval.map_or(Cell::Empty, |interval| Cell::Real(interval.low)));
    cells.push(interval.map_or(Cell::Empty, |interval| Cell::Real(interval.high)));
    cells.push(percent);
    cells.extend(shared.by_number.iter().rev().map(|units| Cell::Count(*units)));
    cells.extend(BESIDE.map(figure));
    cells.extend(shared.segments.iter().map(|segments| Cell::count(*segments)));
    let before = if line.whole { comparison.warnings() } else { Vec::new() };
    let why = figures.get(Coefficient::FleissKappa).err();
    cells.push(Cell::text(remarks(project, (why, &[&before, &shared.warnings]), options.language)));
    let behind = comparison.behind_all(&line.among);
    let mut all: Vec<_> = behind.iter().flatten().copied().collect();
    all.sort_unstable();
    let all = places(all);
    let by_number = behind.into_iter().skip(1).rev().map(places);
    let figures = std::iter::repeat_n(all.clone(), 4);
    let each: Vec<Opens> =
        std::iter::once(line.opens).chain(figures).chain(by_number).chain([Opens::Nothing]).collect();
    Row::new(cells).opening_each(each).opening(all)
}
