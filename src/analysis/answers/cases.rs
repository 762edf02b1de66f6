//! The tables of cases and their values.

use super::{NAMES, NUMBERS, first_attribute, value_told};
use crate::analysis::levels::{cross, levels};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Key, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options};
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::case::{Attribute, AttributeKind, Case};
use crate::model::project::Project;

/// The cases with all their values, ordered by one of them.
pub struct CaseLevels;
/// How many cases have each pair of values of two attributes.
pub struct TwoAttributes;

impl Analysis for CaseLevels {
    fn name(&self) -> &'static str {
        "cases"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).levels
    }

    fn method(&self, options: &Options) -> String {
        let say = Answers::of(options.language);
        let order = if options.attribute.is_some() { say.levels_by_chosen } else { say.levels_by_name };
        fill(say.how_levels, &[("order", &order)])
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Attribute]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let attributes = project.attributes();
        let mut columns = vec![Column::new(say.case, Kind::Text, NAMES)];
        columns.extend(attributes.iter().map(|attribute| Column::new(&attribute.name, kind(attribute), NUMBERS)));
        let row = |case: &Case| {
            let mut cells = vec![Cell::text(&case.name)];
            cells.extend(attributes.iter().map(|attribute| value_cell(attribute, case, options)));
            Row::new(cells).opening(Opens::Codings(vec![Key::Case(case.id)]))
        };
        let cases = levels(project, scope, options.attribute);
        Table { title: say.levels.to_owned(), columns, rows: cases.into_iter().map(row).collect() }
    }
}

impl Analysis for TwoAttributes {
    fn name(&self) -> &'static str {
        "cross-table"
    }

    fn title(&self, language: Language) -> &'static str {
        Answers::of(language).cross
    }

    fn method(&self, options: &Options) -> String {
        Answers::of(options.language).how_cross.to_owned()
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Attribute, Heed::Other]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let Some((one, other)) = both(project, options) else {
            return Table { title: say.cross.to_owned(), ..Table::default() };
        };
        let found = cross(project, scope, one, other);
        let told = |attribute: &Attribute, value: &Option<String>| match value {
            Some(value) => value_told(attribute.kind, value, options),
            None => say.no_value.to_owned(),
        };
        let mut columns = vec![Column::new(&one.name, Kind::Text, NAMES)];
        columns.extend(found.columns.iter().map(|value| Column::new(told(other, value), Kind::Count, NUMBERS)));
        let key = |attribute: &Attribute, value: &Option<String>| Some(Key::Value(attribute.id, value.clone()?));
        let row = |(row, value): (usize, &Option<String>)| {
            let opens = key(one, value).map_or(Opens::Nothing, |key| Opens::Codings(vec![key]));
            let (mut cells, mut each) = (vec![Cell::text(told(one, value))], vec![opens]);
            for (column, against) in found.columns.iter().enumerate() {
                let cases = found.cells.get(&(row, column)).map_or(0, Vec::len);
                cells.push(Cell::count(cases));
                let keys = key(one, value).zip(key(other, against)).filter(|_| cases > 0);
                each.push(keys.map_or(Opens::Nothing, |(one, other)| Opens::Codings(vec![one, other])));
            }
            Row::new(cells).opening_each(each)
        };
        let title = fill(say.cross_of, &[("one", &one.name), ("other", &other.name)]);
        Table { title, columns, rows: found.rows.iter().enumerate().map(row).collect() }
    }
}

/// The two attributes asked for; where none is, the first two.
fn both<'p>(project: &'p Project, options: &Options) -> Option<(&'p Attribute, &'p Attribute)> {
    let one = first_attribute(project, options)?;
    let asked = options.other.and_then(|id| project.attribute(id));
    let next = || project.attributes().into_iter().find(|attribute| attribute.id != one.id);
    Some((one, asked.or_else(next)?))
}

fn kind(attribute: &Attribute) -> Kind {
    match attribute.kind {
        AttributeKind::Number => Kind::Real(2),
        AttributeKind::Text | AttributeKind::Date | AttributeKind::YesNo => Kind::Text,
    }
}

fn value_cell(attribute: &Attribute, case: &Case, options: &Options) -> Cell {
    let Some(value) = case.values.get(&attribute.id) else { return Cell::Empty };
    match (attribute.kind, value.parse()) {
        (AttributeKind::Number, Ok(number)) => Cell::Real(number),
        _ => Cell::text(value_told(attribute.kind, value, options)),
    }
}
