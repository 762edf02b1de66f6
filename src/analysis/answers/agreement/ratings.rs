//! The table of how far coders agree on values that they gave to cases: a row a figure.

use super::REMARKS;
use crate::analysis::agreement::bootstrap::Intervals;
use crate::analysis::agreement::comparison::two_of;
use crate::analysis::agreement::values::{Rated, attribute, rated, raters};
use crate::analysis::agreement::{Coefficient, Figure, Figures, words};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::agreement::AgreementWords;
use crate::lang::{Language, fill};
use crate::model::id::CoderId;
use crate::model::project::Project;

/// How far coders agree on an attribute of cases.
pub struct ByRatings;

impl Analysis for ByRatings {
    fn name(&self) -> &'static str {
        "agreement-ratings"
    }

    fn title(&self, language: Language) -> &'static str {
        AgreementWords::of(language).by_ratings
    }

    fn method(&self, options: &Options) -> String {
        let (say, how) = (AgreementWords::of(options.language), options.agreement.bootstrap);
        let drawn = fill(say.how_drawn_units, &[("rounds", &how.rounds), ("seed", &how.seed)]);
        let told = [say.how_values, say.how_ratings].join(" ");
        if how.rounds == 0 { told } else { format!("{told} {drawn}") }
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Attribute]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let title = self.title(options.language);
        let Some((rated, _)) = asked(project, scope, options) else {
            return Table { title: title.to_owned(), ..Table::default() };
        };
        let name = project.attribute(rated.attribute).map_or("", |attribute| attribute.name.as_str());
        let (figures, intervals) = (rated.ratings.figures(), rated.ratings.intervals(options.agreement.bootstrap));
        Table { title: format!("{title}: {name}"), ..figures_table(&figures, &intervals, options.language) }
    }
}

/// What coders said of the attribute that is asked for, and who; `None` where no two have rated it.
pub fn asked(project: &Project, scope: &Scope, options: &Options) -> Option<(Rated, Vec<CoderId>)> {
    let attribute = attribute(project, scope, options.attribute)?;
    let coders = match options.agreement.coders.as_slice() {
        [] | [_] => two_of(&raters(project, scope, Some(attribute.id)))?,
        coders => coders.to_vec(),
    };
    let rated = rated(project, scope, (attribute, &coders), &options.scale);
    (!rated.cases.is_empty()).then_some((rated, coders))
}

/// Figures as a table: a row a figure, with its interval, or why there is none.
pub fn figures_table(figures: &Figures, intervals: &Intervals, language: Language) -> Table {
    let say = AgreementWords::of(language);
    let columns = vec![
        Column::new(say.figure, Kind::Text, 36),
        Column::new(say.value, Kind::Real(3), 12),
        Column::new(say.from, Kind::Real(3), 12),
        Column::new(say.to, Kind::Real(3), 12),
        Column::new(say.undefined, Kind::Text, REMARKS),
    ];
    let row = |(one, figure): (Coefficient, Figure)| {
        let real = |number: Option<f64>| match (number, one) {
            (None, _) => Cell::Empty,
            (Some(number), Coefficient::Percent) => Cell::Share(number),
            (Some(number), _) => Cell::Real(number),
        };
        let interval = intervals.get(one);
        Row::new(vec![
            Cell::text(words::coefficient(one, language)),
            real(figure.ok()),
            real(interval.map(|interval| interval.low)),
            real(interval.map(|interval| interval.high)),
            Cell::text(figure.err().map_or("", |why| words::undefined(why, language))),
        ])
    };
    Table { title: say.percent.to_owned(), columns, rows: figures.iter().map(row).collect() }
}

/// What each coder said of each case, those that differ first.
pub fn pairs_table(project: &Project, rated: &Rated, coders: &[CoderId], language: Language) -> Table {
    let say = AgreementWords::of(language);
    let mut columns = vec![Column::new(say.case, Kind::Text, 24)];
    columns.extend(coders.iter().map(|coder| {
        let name = words::coder_name(project, *coder, language);
        Column::new(name, Kind::Text, 14)
    }));
    let differ = |row: &[Option<String>]| {
        let mut said = row.iter().flatten();
        let first = said.next();
        said.any(|other| Some(other) != first)
    };
    let (apart, alike): (Vec<_>, Vec<_>) = rated.cases.iter().partition(|(_, row)| differ(row));
    let row = |(case, row): &(crate::model::id::CaseId, Vec<Option<String>>)| {
        let name = project.case(*case).map_or("", |case| case.name.as_str());
        let said = row.iter().map(|said| said.as_deref().map_or(Cell::Empty, |said| shown(said, language)));
        Row::new(std::iter::once(Cell::text(name)).chain(said).collect())
    };
    let rows = apart.into_iter().chain(alike).map(row).collect();
    Table { title: say.by_ratings.to_owned(), columns, rows }
}

/// A value as people of a language write it.
fn shown(value: &str, language: Language) -> Cell {
    let rooms = crate::lang::rooms::Rooms::of(language);
    Cell::text(match value {
        "yes" => rooms.yes.to_owned(),
        "no" => rooms.no.to_owned(),
        value if language == Language::Bokmal && value.parse::<f64>().is_ok() => value.replace('.', ","),
        value => value.to_owned(),
    })
}
