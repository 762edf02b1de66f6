//! Pseudonyms at the door: a text with its names replaced before it enters the study, turns and speakers moved along.

use crate::journal::edit::NewSource;
use crate::journal::edit::rows::{NewCase, NewCases};
use crate::model::case::AttributeKind;
use crate::model::source::{Speaker, Turn};
use crate::model::span::Span;
use crate::text::names::table::{Replacement, Table, replaced};

/// The source as it is to enter the study: text, title, file name and speakers without the names of the table.
pub fn pseudonymised(source: &NewSource, table: &Table) -> NewSource {
    let replacements = table.replacements(&source.text);
    let turn = |turn: &Turn| {
        let (start, end) = (moved(turn.span.start(), &replacements), moved(turn.span.end(), &replacements));
        Span::new(start, end).map(|span| Turn { span, ..*turn })
    };
    NewSource {
        title: table.applied_to_name(&source.title),
        file_name: table.applied_to_name(&source.file_name),
        text: replaced(&source.text, &replacements),
        speakers: source
            .speakers
            .iter()
            .map(|speaker| Speaker { name: table.applied_to_name(&speaker.name), role: speaker.role })
            .collect(),
        turns: source.turns.iter().filter_map(turn).collect(),
        // The file it came from holds the names, so it is not kept.
        original: None,
        remarks: replaced(&source.remarks, &table.replacements(&source.remarks)),
    }
}

/// The rows of a table as they are to enter the study: texts, names of cases and of attributes, and values. A name that
/// stands where only a number, a date or yes or no may stand is left out.
pub fn pseudonymised_cases(cases: &NewCases, table: &Table) -> NewCases {
    let value = |(at, value): (usize, &String)| {
        let replaced = table.applied_to_name(value);
        let words = cases.attributes.get(at).is_some_and(|(_, kind)| *kind == AttributeKind::Text);
        if words || replaced == *value { replaced } else { String::new() }
    };
    let row = |row: &NewCase| NewCase {
        name: table.applied_to_name(&row.name),
        source: row.source.as_ref().map(|source| pseudonymised(source, table)),
        values: row.values.iter().enumerate().map(value).collect(),
    };
    NewCases {
        attributes: cases.attributes.iter().map(|(name, kind)| (table.applied_to_name(name), *kind)).collect(),
        rows: cases.rows.iter().map(row).collect(),
    }
}

/// Where a place of the old text stands in the new one; within a name, at the end of its pseudonym.
fn moved(at: u32, replacements: &[Replacement]) -> u32 {
    let mut shift = 0_i64;
    for replacement in replacements.iter().take_while(|replacement| replacement.start < at) {
        let new = i64::try_from(replacement.words.chars().count()).unwrap_or(0);
        let behind = at.min(replacement.end);
        shift += new - i64::from(behind - replacement.start);
    }
    u32::try_from(i64::from(at) + shift).unwrap_or(0)
}
