//! Word documents, and the transcripts that Teams saves as such.

use super::docx_body::Body;
use super::package::Package;
use super::report::Report;
use super::xml::{Step, text, walk};
use super::{Choices, Drafted, ImportError, Importer, Unsupported};

/// How every file of Word before 2007, and every password-protected one since, begins.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Reads `.docx`.
pub struct Docx;

impl Importer for Docx {
    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm", "dotx"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        if bytes.is_empty() {
            return Err(ImportError::Empty);
        }
        if bytes.starts_with(OLE) {
            return Err(if is_encrypted(bytes) {
                ImportError::PasswordProtected
            } else {
                ImportError::Unsupported(Unsupported::OldWord)
            });
        }
        if !bytes.starts_with(b"PK") {
            return Err(ImportError::Damaged("it is no Word document"));
        }
        let mut package = Package::open(bytes)?;
        let office = related(&mut package, "")?;
        let main = office.part("officeDocument").unwrap_or_else(|| "word/document.xml".to_owned());
        let Some(document) = package.part(&main)? else { return Err(stranger(&package)) };
        let document = text(document)?;
        let beside = related(&mut package, &main)?;
        let mut body = Body::default();
        let mut part = |kind: &str| match beside.part(kind) {
            Some(name) => package.part(&name)?.map(text).transpose(),
            None => Ok(None),
        };
        if let Some(styles) = part("styles")? {
            body.lists().read_styles(&styles)?;
        }
        if let Some(numbering) = part("numbering")? {
            body.lists().read_numbering(&numbering)?;
        }
        // Comments first: a note may have one.
        for kind in ["comments", "footnotes", "endnotes"] {
            if let Some(beside) = part(kind)? {
                walk(&beside, &mut |step| body.take(step, report))?;
            }
        }
        walk(&document, &mut |step| body.take(step, report))?;
        Ok(body.into_draft(choices, report)?.into())
    }
}

/// An encrypted document is an OLE file with a stream of this name, in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// What a zip archive is that holds no Word document.
fn stranger(package: &Package<'_>) -> ImportError {
    if package.has("xl/workbook.xml") {
        ImportError::Unsupported(Unsupported::Spreadsheet)
    } else if package.has("content.xml") {
        ImportError::Unsupported(Unsupported::Odt)
    } else {
        ImportError::Damaged("it is no Word document")
    }
}

/// The parts that a part names beside itself, by kind.
struct Related(Vec<(String, String)>);

impl Related {
    /// The name of the part of a kind; strict and transitional documents name kinds alike at their end.
    fn part(&self, kind: &str) -> Option<String> {
        let ends = |known: &str| known.strip_suffix(kind).is_some_and(|before| before.ends_with('/'));
        self.0.iter().find(|(known, _)| ends(known)).map(|(_, name)| name.clone())
    }
}

/// Reads what a part, or the package itself where its name is empty, says of other parts.
fn related(package: &mut Package<'_>, part: &str) -> Result<Related, ImportError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let inside = |name: &str| match name.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None if folder.is_empty() => name.to_owned(),
        None => format!("{folder}/{name}"),
    };
    let mut found = Vec::new();
    if let Some(relations) = package.part(&inside(&format!("_rels/{name}.rels")))? {
        walk(&text(relations)?, &mut |step| {
            if let Step::Open { name: "Relationship", attributes } = step
                && let (Some(kind), Some(target)) = (attributes.get("Type"), attributes.get("Target"))
            {
                found.push((kind.to_owned(), inside(target)));
            }
        })?;
    }
    Ok(Related(found))
}
