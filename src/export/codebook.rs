//! The codebook as a table, with NVivo's columns first: order and indent show the tree.

use std::collections::BTreeSet;

use super::{ExportError, Exporter, How, What, cells, csv_file, docx, markdown, xlsx};
use crate::analysis::frequency::Frequency;
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::lang::export::Export;
use crate::lang::{Language, fill};
use crate::model::project::Project;

/// The codebook as a spreadsheet.
pub struct AsXlsx;
/// The codebook as a document.
pub struct AsDocx;
/// The codebook as text between separators.
pub struct AsCsv;
/// The codebook as Markdown.
pub struct AsMarkdown;

/// The codebook as a table, a row a code, parents before their children.
///
/// Files and references count the code's own codings, as NVivo does where codes are not aggregated.
pub fn table(project: &Project, language: Language) -> Table {
    let say = Export::of(language);
    let codebook = project.codebook();
    let frequency = Frequency::of(project);
    let columns = vec![
        Column::new(say.name, Kind::Text, 36),
        Column::new(say.description, Kind::Text, 60),
        Column::new(say.files, Kind::Count, 8),
        Column::new(say.references, Kind::Count, 11),
        Column::new(say.level, Kind::Count, 7),
        Column::new(say.path, Kind::Text, 50),
        Column::new(say.kind, Kind::Text, 11),
        Column::new(say.origin, Kind::Text, 11),
        Column::new(say.coders, Kind::Text, 24),
    ];
    let rows = codebook.rows().into_iter().filter_map(|row| {
        let code = codebook.code(row.code)?;
        let own = frequency.code(row.code).own;
        let coders: BTreeSet<&str> = project.codings_of(row.code).map(|c| project.coder_name(c.coder)).collect();
        let coders: Vec<&str> = coders.into_iter().filter(|name| !name.is_empty()).collect();
        Some(Row::new(vec![
            Cell::Node { level: u8::try_from(row.depth).unwrap_or(u8::MAX), name: code.name.clone() },
            Cell::text(code.description.clone()),
            Cell::count(own.sources),
            Cell::count(own.codings),
            Cell::count(row.depth + 1),
            Cell::text(codebook.path(row.code).join(cells::PATH_JOINT)),
            Cell::text(cells::kind(code.kind, language)),
            Cell::text(cells::origin(code.origin, language)),
            Cell::text(coders.join("; ")),
        ]))
    });
    Table { title: say.codebook.to_owned(), columns, rows: rows.collect() }
}

fn heading(project: &Project, language: Language) -> String {
    let say = Export::of(language);
    match project.name() {
        "" => say.codebook.to_owned(),
        name => fill(say.codebook_of, &[("project", &name)]),
    }
}

impl Exporter for AsXlsx {
    fn what(&self) -> What {
        What::Codebook
    }

    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        xlsx::write(&table(project, how.language))
    }
}

impl Exporter for AsDocx {
    fn what(&self) -> What {
        What::Codebook
    }

    fn extension(&self) -> &'static str {
        "docx"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        let say = Export::of(how.language);
        docx::write(&heading(project, how.language), &table(project, how.language), say.no_codes, how.language)
    }
}

impl Exporter for AsCsv {
    fn what(&self) -> What {
        What::Codebook
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        csv_file::write(&table(project, how.language), how.language)
    }
}

impl Exporter for AsMarkdown {
    fn what(&self) -> What {
        What::Codebook
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        let (say, table) = (Export::of(how.language), table(project, how.language));
        Ok(markdown::write(&heading(project, how.language), &table, say.no_codes, how.language).into_bytes())
    }
}
