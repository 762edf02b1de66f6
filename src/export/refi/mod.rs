//! A study as REFI-QDA 1.5, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others: `.qdpx`, and its codes alone as `.qdc`.
//!
//! What the format has no word for stays behind: who has reviewed what and what was agreed, what was set aside and why,
//! how texts were corrected, the arrangement of figures, and the history. The name key is in no export.

mod cases;
mod codes;
mod notes;
mod pen;
mod selections;
mod told;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::notes::Notes;
use self::pen::Pen;
use self::told::Told;
use super::{ExportError, Exporter, How, What};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::refi::{self, guid};

/// The whole study.
pub struct AsProject;
/// The codes with what they mean.
pub struct AsCodebook;

/// What the file says it was written by.
const ORIGIN: &str = concat!("Kodebok ", env!("CARGO_PKG_VERSION"));

impl Exporter for AsProject {
    fn what(&self) -> What {
        What::Study
    }

    fn extension(&self) -> &'static str {
        "qdpx"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        let sources: Vec<(&Source, Told)> =
            project.sources().filter_map(|source| Some((source, Told::of(source)?))).collect();
        // The time of writing is left out: the same project gives the same file.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("project.qde", options)?;
        zip.write_all(&self::project(project, &sources, how)?)?;
        for (source, told) in &sources {
            zip.start_file(format!("sources/{}.txt", guid(source.id.bits())), options)?;
            zip.write_all(told.text.as_str().as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

impl Exporter for AsCodebook {
    fn what(&self) -> What {
        What::Codebook
    }

    fn extension(&self) -> &'static str {
        "qdc"
    }

    fn write(&self, project: &Project, how: &How) -> Result<Vec<u8>, ExportError> {
        if project.codebook().is_empty() {
            return Err(ExportError::NoCodes);
        }
        let mut pen = Pen::new();
        pen.within("CodeBook", &[("xmlns", refi::CODEBOOK), ("origin", ORIGIN)], |pen| {
            pen.within("Codes", &[], |pen| codes::children(pen, project, None, None));
            codes::sets(pen, project, how.language, "guid");
        });
        Ok(pen.done()?)
    }
}

fn project(project: &Project, sources: &[(&Source, Told)], how: &How) -> std::io::Result<Vec<u8>> {
    let notes = Notes::of(project, sources);
    let mut pen = Pen::new();
    let name = project.name();
    pen.within("Project", &[("xmlns", refi::PROJECT), ("name", name), ("origin", ORIGIN)], |pen| {
        let coders: Vec<_> = project.coders().collect();
        pen.within_any("Users", &coders, |pen, coder| {
            pen.empty("User", &[("guid", &guid(coder.id.bits())), ("name", &coder.name)]);
        });
        if !project.codebook().is_empty() {
            pen.within("CodeBook", &[], |pen| {
                pen.within("Codes", &[], |pen| codes::children(pen, project, None, Some(&notes)));
            });
        }
        cases::variables(pen, project);
        cases::cases(pen, project, sources);
        pen.within_any("Sources", sources, |pen, (source, told)| {
            selections::source(pen, project, source, told, &notes);
        });
        notes.write(pen);
        codes::sets(pen, project, how.language, "targetGUID");
        notes.refer(pen, About::Project);
    });
    pen.done()
}
