//! All coded segments as a table: where, who, what, and the attributes of the cases they belong to.

use std::collections::BTreeMap;

use super::{ExportError, Exporter, How, What, cells, csv_file, xlsx};
use crate::analysis::retrieval::{self, Segment};
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::lang::Language;
use crate::lang::export::Export;
use crate::model::case::Case;
use crate::model::id::SourceId;
use crate::model::project::Project;

/// The segments as a spreadsheet.
pub struct AsXlsx;
/// The segments as text between separators.
pub struct AsCsv;

/// All coded segments, by the order of the codebook, then of the sources, then of the text.
pub fn table(project: &Project, language: Language) -> Table {
    let say = Export::of(language);
    let mut columns = vec![
        Column::new(say.path, Kind::Text, 50),
        Column::new(say.source, Kind::Text, 20),
        Column::new(say.speaker, Kind::Text, 16),
        Column::new(say.turn, Kind::Count, 8),
        Column::new(say.time, Kind::Text, 9),
        Column::new(say.start, Kind::Count, 8),
        Column::new(say.end, Kind::Count, 8),
        Column::new(say.coder, Kind::Text, 16),
        Column::new(say.words, Kind::Text, 80),
        Column::new(say.memo, Kind::Text, 30),
        Column::new(say.case, Kind::Text, 20),
    ];
    let attributes = project.attributes();
    columns.extend(attributes.iter().map(|attribute| Column::new(attribute.name.clone(), Kind::Text, 16)));
    let mut cases_of: BTreeMap<SourceId, Vec<&Case>> = BTreeMap::new();
    for case in project.cases() {
        for source in &case.sources {
            cases_of.entry(*source).or_default().push(case);
        }
    }
    let row = |segment: Segment<'_>| {
        let cases = cases_of.get(&segment.source.id).map_or(&[][..], Vec::as_slice);
        let of_cases = |value: &dyn Fn(&Case) -> Option<String>| {
            Cell::text(cases.iter().filter_map(|case| value(case)).collect::<Vec<_>>().join("; "))
        };
        let span = segment.coding.span;
        let mut row = vec![
            Cell::text(segment.path().join(cells::PATH_JOINT)),
            Cell::text(segment.source.title.clone()),
            Cell::text(segment.speaker().map_or("", |speaker| &speaker.name)),
            segment.turn_number().map_or(Cell::Empty, Cell::count),
            Cell::text(segment.start_ms().map_or(String::new(), cells::time)),
            Cell::Count(u64::from(span.start())),
            Cell::Count(u64::from(span.end())),
            Cell::text(segment.coder_name()),
            Cell::text(segment.words()),
            Cell::text(segment.memos().collect::<Vec<_>>().join("\n\n")),
            of_cases(&|case| Some(case.name.clone())),
        ];
        row.extend(attributes.iter().map(|attribute| of_cases(&|case| case.values.get(&attribute.id).cloned())));
        Row::new(row)
    };
    let rows = retrieval::all(project).into_iter().map(row).collect();
    Table { title: say.segments.to_owned(), columns, rows }
}

impl Exporter for AsXlsx {
    fn what(&self) -> What {
        What::Segments
    }

    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        xlsx::write(&table(project, how.language))
    }
}

impl Exporter for AsCsv {
    fn what(&self) -> What {
        What::Segments
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        csv_file::write(&table(project, how.language), how.language)
    }
}
