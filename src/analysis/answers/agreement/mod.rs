//! The tables of how far two coders agree: by code, by source, and as other programs show it.

pub mod presets;

use super::{NAMES, NUMBERS, code_cell, level_told, reach_told};
use crate::analysis::agreement::axis::Unit;
use crate::analysis::agreement::comparison::{Among, Behind, Compared, Comparison};
use crate::analysis::agreement::warnings::Warning;
use crate::analysis::agreement::{Coefficient, words};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::agreement::AgreementWords;
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::id::{CoderId, SourceId};
use crate::model::project::Project;
use crate::model::span::Span;

/// How wide a column of remarks is, in letters.
const REMARKS: u16 = 60;
/// The figures that stand beside kappa.
const BESIDE: [Coefficient; 4] =
    [Coefficient::ScottPi, Coefficient::AlphaNominal, Coefficient::Ac1, Coefficient::BrennanPrediger];

/// How far two coders agree.
pub struct Agreed {
    by: By,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Codes,
    Sources,
}

/// A row a code.
pub const BY_CODE: Agreed = Agreed { by: By::Codes };
/// A row a source.
pub const BY_SOURCE: Agreed = Agreed { by: By::Sources };

impl Analysis for Agreed {
    fn name(&self) -> &'static str {
        match self.by {
            By::Codes => "agreement",
            By::Sources => "agreement-sources",
        }
    }

    fn title(&self, language: Language) -> &'static str {
        let say = AgreementWords::of(language);
        match self.by {
            By::Codes => say.by_code,
            By::Sources => say.by_source,
        }
    }

    fn method(&self, options: &Options) -> String {
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        let asked = &options.agreement;
        let mut told = vec![say.how_compared.to_owned(), words::unit(asked.unit, options.language)];
        told.push(say.how_pooled.to_owned());
        told.push(fill(answers.for_level, &[("level", &level_told(answers, options.level))]));
        told.push(reach_told(answers, options.reach).to_owned());
        told.push(match asked.unit {
            Unit::Segment(_) => say.how_segment_figures.to_owned(),
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
        let (level, reach) = (options.level, options.reach);
        let (say, answers) = (AgreementWords::of(options.language), Answers::of(options.language));
        let asked = Asked { project, comparison: &comparison, options };
        let whole = comparison.pooled(level, reach);
        let (head, mut rows): (&str, Vec<Row>) = match self.by {
            By::Codes => {
                let row = |code| {
                    let name = (code_cell(project, code, level), Opens::code(code, reach));
                    asked.row(name, &comparison.code(code, reach), &[])
                };
                (answers.code, comparison.codes(level, reach).into_iter().map(row).collect())
            }
            By::Sources => {
                let row = |source| {
                    let title = project.source(source).map_or("", |source| source.title.as_str());
                    let among = Among { source: Some(source), ..whole.clone() };
                    asked.row((Cell::text(title), Opens::Source(source)), &among, &[])
                };
                (answers.source, comparison.sources().map(row).collect())
            }
        };
        if !rows.is_empty() {
            rows.push(asked.row((Cell::text(say.together), Opens::Nothing), &whole, &comparison.warnings()));
        }
        Table { title, columns: asked.columns(head), rows }
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
        let mut columns = vec![
            Column::new(head, Kind::Text, NAMES),
            Column::new(say.percent, Kind::Share, NUMBERS),
            Column::new(say.both, Kind::Count, NUMBERS),
            of(say.only, comparison.first),
            of(say.only, comparison.second),
        ];
        match comparison.unit {
            Unit::Segment(_) => columns.push(real(say.brennan_prediger)),
            _ => {
                columns.push(Column::new(say.neither, Kind::Count, NUMBERS));
                columns.extend([real(say.cohen_kappa), real(say.from), real(say.to)]);
                columns.extend(BESIDE.map(|one| real(words::coefficient(one, language))));
            }
        }
        columns.extend([of(say.segments_of, comparison.first), of(say.segments_of, comparison.second)]);
        columns.push(Column::new(say.remarks, Kind::Text, REMARKS));
        columns
    }

    fn row(&self, (name, opens): (Cell, Opens), among: &Among, before: &[Warning]) -> Row {
        let compared = self.comparison.compare(among);
        let (cells, figures) = (compared.cells, compared.figures());
        let figure = |coefficient| figures.get(coefficient).map_or(Cell::Empty, Cell::Real);
        let mut row = vec![
            name,
            figures.get(Coefficient::Percent).map_or(Cell::Empty, Cell::Share),
            Cell::Count(cells.both),
            Cell::Count(cells.first),
            Cell::Count(cells.second),
        ];
        match self.comparison.unit {
            Unit::Segment(_) => row.push(figure(Coefficient::BrennanPrediger)),
            _ => {
                let interval = compared.intervals(self.options.agreement.bootstrap).get(Coefficient::CohenKappa);
                row.extend([Cell::Count(cells.neither), figure(Coefficient::CohenKappa)]);
                row.push(interval.map_or(Cell::Empty, |interval| Cell::Real(interval.low)));
                row.push(interval.map_or(Cell::Empty, |interval| Cell::Real(interval.high)));
                row.extend(BESIDE.map(figure));
            }
        }
        row.extend(compared.segments.map(Cell::count));
        row.push(Cell::text(self.remarks(&compared, before)));
        Row::new(row).opening_each(opening(opens, self.comparison.behind(among)))
    }

    /// Why kappa is missing, and what a reader should know.
    fn remarks(&self, compared: &Compared, before: &[Warning]) -> String {
        let language = self.options.language;
        let undefined = match (self.comparison.unit, compared.figures().get(Coefficient::CohenKappa)) {
            (Unit::Segment(_), _) | (_, Ok(_)) => None,
            (_, Err(why)) => Some(words::undefined(why, language).to_owned()),
        };
        let warned = before.iter().chain(&compared.warnings);
        let warned = warned.map(|warning| words::warning(self.project, warning, language));
        undefined.into_iter().chain(warned).collect::<Vec<_>>().join(" ")
    }
}

/// What the cells of a row open: its name, nothing for the share, and the words behind the three counts.
fn opening(name: Opens, behind: Behind) -> Vec<Opens> {
    vec![name, Opens::Nothing, places(behind.both), places(behind.first), places(behind.second)]
}

fn places(spans: Vec<(SourceId, Span)>) -> Opens {
    if spans.is_empty() { Opens::Nothing } else { Opens::Spans(spans.into()) }
}
