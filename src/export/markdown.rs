//! A table in Markdown.

use super::table::{Cell, Table};
use crate::lang::Language;
use crate::lang::export::Export;

/// Writes a table under a heading.
pub(super) fn write(heading: &str, table: &Table, language: Language) -> String {
    let mut out = format!("# {}\n\n", escape(heading));
    if table.rows.is_empty() {
        out.push_str(Export::of(language).no_codes);
        out.push('\n');
        return out;
    }
    let heads: Vec<String> = table.columns.iter().map(|column| escape(&column.head)).collect();
    line(&mut out, &heads);
    let numeric = |column: usize| table.rows.iter().all(|row| matches!(row.get(column), Some(Cell::Number(_))));
    let rules: Vec<String> = (0..heads.len()).map(|c| if numeric(c) { "--:" } else { "---" }.to_owned()).collect();
    line(&mut out, &rules);
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        line(&mut out, &cells);
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    out.push_str("| ");
    out.push_str(&cells.join(" | "));
    out.push_str(" |\n");
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Node { level: 0, name } => format!("**{}**", escape(name)),
        Cell::Node { level, name } => "&emsp;".repeat(usize::from(*level)) + &escape(name),
        Cell::Text(words) => escape(words),
        Cell::Number(_) | Cell::Empty => cell.plain(),
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
