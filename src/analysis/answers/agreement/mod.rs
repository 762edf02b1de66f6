//! The tables of how far coders agree: by code, by source, and as other programs show it.

pub mod bounds;
pub mod found;
pub mod lines;
pub mod presets;
pub mod ratings;
mod several;

use self::lines::{Line, lines};
use super::{NAMES, NUMBERS, level_told, reach_told};
use crate::analysis::agreement::comparison::{Behind, Compared, Comparison};
use crate::analysis::agreement::warnings::Warning;
use crate::analysis::agreement::{Coefficient, Undefined, words};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::agreement::AgreementWords;
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::agreement::{About, Unit};
use crate::model::id::{CoderId, SourceId};
use crate::model::project::Project;
use crate::model::span::Span;

/// How wide a column of remarks is, in letters.
const REMARKS: u16 = 60;
/// The figures that stand beside kappa.
const BESIDE: [Coefficient; 4] =
    [Coefficient::ScottPi, Coefficient::AlphaNominal, Coefficient::Ac1, Coefficient::BrennanPrediger];

/// How far coders agree.
pub struct Agreed {
    about: About,
}

/// A row a code.
pub const BY_CODE: Agreed = Agreed { about: About::Codes };
/// A row a source.
pub const BY_SOURCE: Agreed = Agreed { about: About::Sources };

impl Analysis for Agreed {
    fn name(&self) -> &'static str {
        match self.about {
            About::Sources => "agreement-sources",
            _ => "agreement",
        }
    }

    fn title(&self, language: Language) -> &'static str {
        let say = AgreementWords::of(language);
        match self.about {
            About::Sources => say.by_source,
            _ => say.by_code,
        }
    }

    fn method(&self, options: &Options) -> String {
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        let asked = &options.agreement;
        let coders = asked.coders.len();
        let compared = match coders {
            0..=2 => say.how_compared.to_owned(),
            n => fill(say.how_compared_several, &[("n", &n)]),
        };
        let mut told = vec![compared, words::unit(asked.unit, options.language)];
        told.push(say.how_pooled.to_owned());
        told.push(fill(answers.for_level, &[("level", &level_told(answers, options.level))]));
        told.push(reach_told(answers, options.reach).to_owned());
        told.push(match asked.unit {
            Unit::Segment(_) => say.how_segment_figures.to_owned(),
            _ if coders > 2 => say.how_several_figures.to_owned(),
            _ => say.how_figures.to_owned(),
        });
        if asked.bootstrap.rounds > 0 && !matches!(asked.unit, Unit::Segment(_)) {
            let (rounds, seed) = (asked.bootstrap.rounds, asked.bootstrap.seed);
            told.push(fill(say.how_drawn_sources, &[("rounds", &rounds), ("seed", &seed)]));
        }
        told.join(" ")
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Between, Heed::Level, Heed::Reach]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let title = self.title(options.language).to_owned();
        let Some(comparison) = Comparison::of(project, scope, &options.agreement) else {
            return Table { title, ..Table::default() };
        };
        let head = match self.about {
            About::Sources => Answers::of(options.language).source,
            _ => Answers::of(options.language).code,
        };
        let lines = lines(self.about, project, &comparison, options);
        let (columns, rows) = if comparison.coders.len() > 2 {
            several::table((project, &comparison, options), head, lines)
        } else {
            let asked = Asked { project, comparison: &comparison, options };
            (asked.columns(head), lines.into_iter().map(|line| asked.row(line)).collect())
        };
        Table { title, columns, rows }
    }
}

/// What the rows are made of.
struct Asked<'a> {
    project: &'a Project,
    comparison: &'a Comparison<'a>,
    options: &'a Options,
}

impl Asked<'_> {
    fn columns(&self, head: &str) -> Vec<Column> {
        let (language, comparison) = (self.options.language, self.comparison);
        let say = AgreementWords::of(language);
        let of = |phrase: &str, coder: CoderId| {
            let name = fill(phrase, &[("name", &words::coder_name(self.project, coder, language))]);
            Column::new(name, Kind::Count, NUMBERS)
        };
        let real = |name: &str| Column::new(name, Kind::Real(3), NUMBERS);
        let [first, second] = comparison.two();
        let mut columns = vec![Column::new(head, Kind::Text, NAMES)];
        let of_segments = matches!(comparison.unit, Unit::Segment(_));
        match of_segments {
            true => columns.push(real(say.brennan_prediger)),
            false => columns.extend([real(say.cohen_kappa), real(say.from), real(say.to)]),
        }
        columns.push(Column::new(say.percent, Kind::Share, NUMBERS));
        columns.extend([Column::new(say.both, Kind::Count, NUMBERS), of(say.only, first), of(say.only, second)]);
        if !of_segments {
            columns.push(Column::new(say.neither, Kind::Count, NUMBERS));
            columns.extend(BESIDE.map(|one| real(words::coefficient(one, language))));
        }
        columns.extend([of(say.segments_of, first), of(say.segments_of, second)]);
        columns.push(Column::new(say.remarks, Kind::Text, REMARKS));
        columns
    }

    fn row(&self, line: Line) -> Row {
        let compared = self.comparison.compare(&line.among);
        let (cells, figures) = (compared.cells, compared.figures());
        let figure = |coefficient| figures.get(coefficient).map_or(Cell::Empty, Cell::Real);
        let percent = figures.get(Coefficient::Percent).map_or(Cell::Empty, Cell::Share);
        let counts = [cells.both, cells.first, cells.second].map(Cell::Count);
        let mut row = vec![line.name];
        let before_counts = match self.comparison.unit {
            Unit::Segment(_) => {
                row.extend([figure(Coefficient::BrennanPrediger), percent]);
                row.extend(counts);
                2
            }
            _ => {
                let interval = compared.intervals(self.options.agreement.bootstrap).get(Coefficient::CohenKappa);
                row.push(figure(Coefficient::CohenKappa));
                row.push(interval.map_or(Cell::Empty, |interval| Cell::Real(interval.low)));
                row.push(interval.map_or(Cell::Empty, |interval| Cell::Real(interval.high)));
                row.push(percent);
                row.extend(counts);
                row.push(Cell::Count(cells.neither));
                row.extend(BESIDE.map(figure));
                4
            }
        };
        row.extend(compared.segments.map(Cell::count));
        let before = if line.whole { self.comparison.warnings() } else { Vec::new() };
        row.push(Cell::text(self.remarks(&compared, &before)));
        opening(Row::new(row), (line.opens, before_counts), self.comparison.behind(&line.among))
    }

    /// Why kappa is missing, and what a reader should know.
    fn remarks(&self, compared: &Compared, before: &[Warning]) -> String {
        let undefined = match (self.comparison.unit, compared.figures().get(Coefficient::CohenKappa)) {
            (Unit::Segment(_), _) | (_, Ok(_)) => None,
            (_, Err(why)) => Some(why),
        };
        remarks(self.project, (undefined, &[before, &compared.warnings]), self.options.language)
    }
}

/// The row with what it opens: its name, the words behind the three counts that stand after so many figures, and for the
/// rest all of these.
fn opening(row: Row, (name, figures): (Opens, usize), behind: Behind) -> Row {
    let mut all = [behind.both.as_slice(), &behind.first, &behind.second].concat();
    all.sort_unstable();
    let all = places(all);
    let mut each = vec![name];
    each.extend(std::iter::repeat_n(all.clone(), figures));
    each.extend([behind.both, behind.first, behind.second].map(places));
    row.opening_each(each).opening(all)
}

/// Why a figure is missing, and what a reader should know.
fn remarks(project: &Project, (why, warned): (Option<Undefined>, &[&[Warning]]), language: Language) -> String {
    let undefined = why.map(|why| words::undefined(why, language).to_owned());
    let warned = warned.iter().flat_map(|warned| warned.iter());
    let warned = warned.map(|warning| words::warning(project, warning, language));
    undefined.into_iter().chain(warned).collect::<Vec<_>>().join(" ")
}

fn places(spans: Vec<(SourceId, Span)>) -> Opens {
    if spans.is_empty() { Opens::Nothing } else { Opens::Spans(spans.into()) }
}

/// What a figure is called that is kept under its name for scripts.
pub fn told_figure(key: &str, language: Language) -> &'static str {
    match Coefficient::of_key(key) {
        Some(coefficient) => words::coefficient(coefficient, language),
        None => AgreementWords::of(language).alpha_unitizing,
    }
}
