//! The table of names as csv: proposals go out to be looked over in a spreadsheet, and come in again.

use crate::text::names::Kind;
use crate::text::names::candidates::Candidate;
use crate::text::names::table::Row;

/// The columns that are read; more may stand beside them.
const COLUMNS: [&str; 6] = ["original", "pseudonym", "kind", "count", "forms", "doubtful"];

/// A proposed table, with how often each name stands in the texts, how it is written there, and whether nothing but its
/// large letter speaks for its being a name.
pub fn written(rows: &[Row], candidates: &[Candidate]) -> String {
    let mut lines = vec![COLUMNS.join(";")];
    for row in rows {
        let found = candidates.iter().find(|candidate| candidate.original == row.original);
        let count = found.map_or(0, |found| found.count).to_string();
        let forms = found.map_or_else(String::new, |found| found.forms.join(", "));
        let doubtful = if row.kind == Kind::Other { "yes" } else { "" };
        let cells = [&row.original, &row.pseudonym, row.kind.name(), &count, &forms, doubtful].map(cell);
        lines.push(cells.join(";"));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Reads a table, whichever sign divides its columns; rows without a name or a pseudonym are left out. `None` where it has
/// no such columns.
pub fn read(bytes: &[u8]) -> Option<Vec<Row>> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next()?;
    let divider =
        [b';', b',', b'\t'].into_iter().max_by_key(|sign| head.bytes().filter(|byte| byte == sign).count())?;
    let mut reader = csv::ReaderBuilder::new().delimiter(divider).flexible(true).from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().ok()?.iter().map(|head| head.trim().to_lowercase()).collect();
    let column = |name: &str| heads.iter().position(|head| head == name);
    let (original, pseudonym, kind) = (column("original")?, column("pseudonym")?, column("kind"));
    let mut rows = Vec::new();
    for record in reader.records().filter_map(Result::ok) {
        let at = |column: usize| unguarded(record.get(column).unwrap_or("").trim()).to_owned();
        let kind = kind.and_then(|kind| Kind::named(record.get(kind)?)).unwrap_or(Kind::Other);
        let row = Row { original: at(original), pseudonym: at(pseudonym), kind };
        if !row.original.is_empty() && !row.pseudonym.is_empty() {
            rows.push(row);
        }
    }
    Some(rows)
}

/// A cell that no spreadsheet takes for a formula.
fn cell(words: &str) -> String {
    let guard = if words.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    let quoted = words.contains([';', '"', '\n', ',']);
    if quoted { format!("\"{guard}{}\"", words.replace('"', "\"\"")) } else { format!("{guard}{words}") }
}

fn unguarded(words: &str) -> &str {
    words.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(words)
}
