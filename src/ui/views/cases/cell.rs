//! The cells of the table: what they are about, what they say, and what typing in them wishes.

use crate::journal::edit::Edit;
use crate::lang::Language;
use crate::lang::rooms::Rooms;
use crate::model::case::AttributeKind;
use crate::model::id::{AttributeId, CaseId};
use crate::model::project::Project;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The names of the cases.
    Name,
    /// Their sources.
    Sources,
    /// Their values of an attribute.
    Value(AttributeId),
}

/// A place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// A case's cell in a column.
    Of(CaseId, Column),
    /// The name of an attribute.
    Head(AttributeId),
    /// The name of a case that is not there yet.
    New,
}

/// What a cell says.
pub(super) fn shown(project: &Project, language: Language, cell: Cell) -> String {
    match cell {
        Cell::Of(case, column) => {
            let Some(case) = project.case(case) else { return String::new() };
            match column {
                Column::Name => case.name.clone(),
                Column::Sources => {
                    let titles = project.sources().filter(|source| case.sources.contains(&source.id));
                    titles.map(|source| source.title.as_str()).collect::<Vec<_>>().join(", ")
                }
                Column::Value(attribute) => {
                    let kind = project.attribute(attribute).map(|attribute| attribute.kind);
                    let value = case.values.get(&attribute);
                    value.map_or(String::new(), |value| value_shown(language, kind, value))
                }
            }
        }
        Cell::Head(attribute) => project.attribute(attribute).map_or(String::new(), |known| known.name.clone()),
        Cell::New => String::new(),
    }
}

/// A value as people of a language write it.
fn value_shown(language: Language, kind: Option<AttributeKind>, value: &str) -> String {
    let words = Rooms::of(language);
    match (kind, value, language) {
        (Some(AttributeKind::YesNo), "yes", _) => words.yes.to_owned(),
        (Some(AttributeKind::YesNo), "no", _) => words.no.to_owned(),
        (Some(AttributeKind::Number), number, Language::Bokmal) => number.replace('.', ","),
        (_, value, _) => value.to_owned(),
    }
}

/// What typing in a cell wishes; `None` where nothing has changed.
pub(super) fn wish(project: &Project, language: Language, cell: Cell, typed: &str) -> Option<Edit> {
    let typed = typed.trim();
    if shown(project, language, cell).trim() == typed {
        return None;
    }
    let typed = typed.to_owned();
    match cell {
        Cell::Of(case, Column::Name) => Some(Edit::RenameCase { case, name: typed }),
        Cell::Of(_, Column::Sources) => None,
        Cell::Of(case, Column::Value(attribute)) => Some(Edit::SetValue { case, attribute, value: typed }),
        Cell::Head(attribute) => Some(Edit::RenameAttribute { attribute, name: typed }),
        Cell::New => Some(Edit::CreateCase { name: typed, source: None }),
    }
}

/// What a screen reader calls a cell.
pub(super) fn name(project: &Project, words: &Rooms, cell: Cell) -> String {
    match cell {
        Cell::Of(case, column) => {
            let case = project.case(case).map_or("", |case| case.name.as_str());
            match column {
                Column::Name => case.to_owned(),
                Column::Sources => format!("{case} · {}", words.sources_column),
                Column::Value(attribute) => {
                    format!("{case} · {}", project.attribute(attribute).map_or("", |known| &known.name))
                }
            }
        }
        Cell::Head(attribute) => project.attribute(attribute).map_or(String::new(), |known| known.name.clone()),
        Cell::New => words.new_case_name.to_owned(),
    }
}

/// What a kind of attribute is called.
pub(in crate::ui::views) fn kind_name(words: &Rooms, kind: AttributeKind) -> &'static str {
    match kind {
        AttributeKind::Text => words.kind_text,
        AttributeKind::Number => words.kind_number,
        AttributeKind::Date => words.kind_date,
        AttributeKind::YesNo => words.kind_yes_no,
    }
}
