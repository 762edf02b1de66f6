//! A copy for an informant: their texts, what was coded in them, and what was written about it, in a zip of plain files.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{ExportError, csv_file, sources};
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::lang::Language;
use crate::lang::export::Export;
use crate::model::id::{CaseId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;

/// Makes the copy of some sources and, where there is one, of a case.
///
/// # Errors
/// When the archive cannot be made.
pub fn write(
    project: &Project,
    sources: &[SourceId],
    case: Option<CaseId>,
    language: Language,
) -> Result<Vec<u8>, ExportError> {
    let words = Export::of(language);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The time is not told, so that the same study gives the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let known: Vec<_> = sources.iter().filter_map(|id| project.source(*id)).collect();
    let table = |title: &str, heads: &[&str]| Table {
        title: title.to_owned(),
        columns: heads.iter().map(|head| Column::new(*head, Kind::Text, 30)).collect(),
        rows: Vec::new(),
    };
    let mut codings = table(words.segments, &[words.source, words.path, words.words, words.coder]);
    let mut memos = table(words.memo, &[words.source, words.memo, words.coder]);
    for (number, source) in known.iter().enumerate() {
        zip.start_file(format!("{}.txt", number + 1), options)?;
        writeln!(zip, "{}\n", source.title)?;
        zip.write_all(sources::spoken(source).as_bytes())?;
        let mut about = vec![About::Source(source.id)];
        for coding in project.codings_in(source.id) {
            let path = project.codebook().path(coding.code).join(super::cells::PATH_JOINT);
            let cells = [source.title.clone(), path, project.quote(coding).to_owned()];
            let coder = project.coder_name(coding.coder).to_owned();
            codings.rows.push(texts(cells.into_iter().chain([coder])));
            about.push(About::Coding(coding.id));
        }
        for version in about.into_iter().flat_map(|about| project.memos_about(about)).flat_map(|memo| &memo.versions) {
            let cells = [source.title.clone(), version.text.clone(), project.coder_name(version.coder).to_owned()];
            memos.rows.push(texts(cells));
        }
    }
    if let Some(case) = case.and_then(|case| project.case(case)) {
        for version in project.memos_about(About::Case(case.id)).flat_map(|memo| &memo.versions) {
            let cells = [case.name.clone(), version.text.clone(), project.coder_name(version.coder).to_owned()];
            memos.rows.push(texts(cells));
        }
        for (attribute, value) in &case.values {
            let name = project.attribute(*attribute).map_or("", |attribute| attribute.name.as_str());
            let cells = [case.name.clone(), format!("{name}: {value}"), String::new()];
            memos.rows.push(texts(cells));
        }
    }
    for table in [codings, memos] {
        zip.start_file(format!("{}.csv", table.title.to_lowercase()), options)?;
        zip.write_all(&csv_file::write(&table, language)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn texts(cells: impl IntoIterator<Item = String>) -> Row {
    Row::new(cells.into_iter().map(Cell::text).collect())
}
