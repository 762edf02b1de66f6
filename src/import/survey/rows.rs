//! The rows of a table as cases: what was asked openly becomes a text of questions and answers, the rest values.

use std::collections::BTreeMap;

use super::{Layout, Table};
use crate::import::draft::{Draft, DraftTurn};
use crate::import::report::Report;
use crate::journal::edit::rows::{NewCase, NewCases};
use crate::model::source::Role;

/// Makes each row a case, in the order of the table.
///
/// The questions are turns of an interviewer called as the table is, and the answers turns of the case as informant, so
/// that a count can leave the questions out. An open question without an answer is left out. A value that is not of the
/// kind of its attribute is left out, and reported. Rows of one name are one case; where they contradict each other about a
/// value the first counts, and that is reported.
pub(in crate::import) fn cases(
    table: &Table,
    layout: &Layout,
    (title, file_name): (&str, &str),
    report: &mut Report,
) -> NewCases {
    let named = |column: usize| table.header.get(column).cloned().unwrap_or_default();
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, row) in (1..).zip(&table.rows) {
        let cell = |column: usize| row.get(column).map_or("", |cell| cell.trim());
        let name = match layout.case.map(cell) {
            Some(name) if !name.is_empty() => name.split_whitespace().collect::<Vec<_>>().join(" "),
            _ => format!("{title} {number}"),
        };
        let first = said.get(&name.to_lowercase());
        if first.is_some() {
            report.same_case.push(name.clone());
        }
        let mut first = first.cloned().unwrap_or_else(|| vec![String::new(); layout.attributes.len()]);
        let mut values = Vec::with_capacity(layout.attributes.len());
        for ((column, kind), first) in layout.attributes.iter().zip(&mut first) {
            let value = cell(*column);
            let fits = value.is_empty() || kind.normal(value).is_some();
            if !fits {
                report.values.push(value.to_owned());
            }
            let value = if fits { value } else { "" };
            let differs = !first.is_empty() && !value.is_empty() && kind.normal(first) != kind.normal(value);
            if differs {
                report.contradicted.push(format!("{name}, {}: {first} / {value}", named(*column)));
            } else if first.is_empty() {
                value.clone_into(first);
            }
            values.push(if differs { String::new() } else { value.to_owned() });
        }
        said.insert(name.to_lowercase(), first);
        let answered = layout.texts.iter().filter(|column| !cell(**column).is_empty());
        let turns = answered.flat_map(|column| {
            let said =
                |speaker: &str, words: String| DraftTurn { speaker: Some(speaker.to_owned()), start_ms: None, words };
            [said(title, named(*column)), said(&name, cell(*column).to_owned())]
        });
        let turns: Vec<DraftTurn> = turns.collect();
        let source = (!turns.is_empty()).then(|| {
            let mut source = Draft { turns, ..Draft::default() }.into_source(name.clone(), file_name.to_owned());
            for (speaker, role) in source.speakers.iter_mut().zip([Role::Interviewer, Role::Informant]) {
                speaker.role = role;
            }
            source
        });
        if source.is_none() && !layout.texts.is_empty() {
            report.no_answers.push(name.clone());
        }
        rows.push(NewCase { name, source, values });
    }
    let attributes = layout.attributes.iter().map(|(column, kind)| (named(*column), *kind)).collect();
    NewCases { attributes, rows }
}
