//! Tables of ratings in words: what was read of them, what they come to, and how that came about.

use crate::analysis::agreement::bootstrap::{Bootstrap, Intervals};
use crate::analysis::agreement::reading::{NotRatings, RatingTable};
use crate::analysis::agreement::{Coefficient, Figures, Undefined, words};
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::lang::agreement::AgreementWords;
use crate::lang::{Language, count, fill};

/// Why a table holds no ratings, and what to do.
pub fn not_ratings(why: &NotRatings, file: &str, language: Language) -> String {
    let say = AgreementWords::of(language);
    match why {
        NotRatings::OneCoder => fill(say.one_coder, &[("file", &file)]),
        NotRatings::Empty => fill(say.no_ratings, &[("file", &file)]),
        NotRatings::OffTheScale { row, rating } => {
            fill(say.off_the_scale, &[("file", &file), ("row", row), ("rating", rating)])
        }
    }
}

/// What was read of a table of ratings: how many units, which coders, which categories.
pub fn read(table: &RatingTable, language: Language) -> String {
    let say = AgreementWords::of(language);
    let names = table.ratings.scale().names();
    let units = usize::try_from(table.ratings.units()).unwrap_or(usize::MAX);
    fill(
        say.read,
        &[
            ("units", &count(units, say.units_one, say.units)),
            ("coders", &count(table.coders.len(), say.coders_one, say.coders)),
            ("names", &few(&table.coders)),
            ("categories", &count(names.len(), say.categories_one, say.categories)),
            ("list", &few(names)),
        ],
    )
}

/// The names, or the first of very many.
fn few(names: &[String]) -> String {
    const MOST: usize = 12;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > MOST { shown + " …" } else { shown }
}

/// How the figures of a table of ratings came about, for the chapter on methods.
pub fn method(how: Bootstrap, language: Language) -> String {
    let say = AgreementWords::of(language);
    let drawn = fill(say.how_drawn_units, &[("rounds", &how.rounds), ("seed", &how.seed)]);
    if how.rounds == 0 { say.how_ratings.to_owned() } else { format!("{} {drawn}", say.how_ratings) }
}

/// Figures as a table: a row a figure, with its interval, or why there is none.
pub fn figures(figures: &Figures, intervals: &Intervals, language: Language) -> Table {
    let say = AgreementWords::of(language);
    let columns = vec![
        Column::new(say.figure, Kind::Text, 36),
        Column::new(say.value, Kind::Real(3), 12),
        Column::new(say.from, Kind::Real(3), 12),
        Column::new(say.to, Kind::Real(3), 12),
        Column::new(say.undefined, Kind::Text, 60),
    ];
    let row = |(one, figure): (Coefficient, Result<f64, Undefined>)| {
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
