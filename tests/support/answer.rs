//! A table as lines that a researcher could write by hand: a row a line, cells apart by bars.

use kodebok::analysis::scope::Scope;
use kodebok::analysis::table::{Cell, Opens, Table};
use kodebok::analysis::{Options, analysis};
use kodebok::lang::Language;
use kodebok::model::project::Project;

/// A cell as it is written by hand: names without their depth, shares in whole per cent, nothing as a dash.
fn told(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => words.clone(),
        Cell::Node { level, name } => format!("{}{name}", "·".repeat(usize::from(*level))),
        Cell::Count(number) => number.to_string(),
        Cell::Share(share) => format!("{:.0}%", share * 100.0),
        Cell::Real(number) => format!("{number:.2}"),
        Cell::Empty => "–".to_owned(),
    }
}

/// The heads and the rows.
pub(crate) fn lines(table: &Table) -> Vec<String> {
    let heads = table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
    let rows = table.rows.iter().map(|row| row.cells.iter().map(told).collect::<Vec<_>>());
    std::iter::once(heads).chain(rows).map(|cells| cells.join(" | ")).collect()
}

/// Asks an analysis by its name; holds for every table: a cell a column, and each of them says what it opens.
pub(crate) fn asked(project: &Project, name: &str, scope: &Scope, options: &Options) -> Table {
    let analysis = analysis(name).unwrap_or_else(|| panic!("{name} is in the list"));
    let table = analysis.run(project, scope, options);
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "{name}");
        assert!(row.each.is_empty() || row.each.len() <= table.columns.len(), "{name}");
    }
    table
}

/// The words that a cell opens, in the order of the sources and the text.
pub(crate) fn opened(project: &Project, opens: &Opens) -> Vec<String> {
    match opens {
        Opens::Listed(codings) => {
            let mut known: Vec<_> = codings.iter().filter_map(|id| project.coding(*id)).collect();
            let place = |id| project.sources().position(|source| source.id == id);
            known.sort_by_key(|coding| (place(coding.source), coding.span, coding.id));
            known.into_iter().map(|coding| project.quote(coding).to_owned()).collect()
        }
        other => panic!("not a list: {other:?}"),
    }
}

/// Compares the answer to a question, in English, with lines written by hand.
#[track_caller]
pub(crate) fn check(project: &Project, name: &str, options: &Options, expected: &str) {
    let options = Options { language: Language::English, ..options.clone() };
    let table = asked(project, name, &Scope::all(), &options);
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines(&table), expected, "{name}");
    for language in Language::ALL {
        let method = analysis(name).expect("it is in the list").method(&Options { language, ..options.clone() });
        assert!(method.ends_with('.') && !method.contains(['{', '}']) && !method.contains("  "), "{method}");
    }
}
