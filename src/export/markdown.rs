//! A table in Markdown.

use crate::analysis::table::{Cell, Kind, Table};
use crate::lang::Language;

/// Writes a table under a heading; `empty` stands where it has no rows.
pub(super) fn write(heading: &str, table: &Table, empty: &str, language: Language) -> String {
    let mut out = format!("# {}\n\n", escape(heading));
    if table.rows.is_empty() {
        out.push_str(empty);
        out.push('\n');
        return out;
    }
    let heads: Vec<String> = table.columns.iter().map(|column| escape(&column.name)).collect();
    line(&mut out, &heads);
    let rule = |kind: Kind| if kind.is_number() { "--:" } else { "---" }.to_owned();
    let rules: Vec<String> = table.columns.iter().map(|column| rule(column.kind)).collect();
    line(&mut out, &rules);
    for row in &table.rows {
        let cells: Vec<String> =
            row.cells.iter().zip(&table.columns).map(|(words, column)| cell(words, column.kind, language)).collect();
        line(&mut out, &cells);
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    out.push_str("| ");
    out.push_str(&cells.join(" | "));
    out.push_str(" |\n");
}

fn cell(cell: &Cell, kind: Kind, language: Language) -> String {
    match cell {
        Cell::Node { level: 0, name } => format!("**{}**", escape(name)),
        Cell::Node { level, name } => "&emsp;".repeat(usize::from(*level)) + &escape(name),
        Cell::Text(words) => escape(words),
        Cell::Count(_) | Cell::Share(_) | Cell::Real(_) | Cell::Empty => cell.shown(kind, language),
    }
}

/// Keeps signs that Markdown would read, and line ends, from breaking the table.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.trim().chars() {
        match letter {
            '\n' => escaped.push_str("<br>"),
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '#' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '&' => escaped.push_str("&amp;"),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
