//! Word documents, and the transcripts that Teams saves as such.

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

use super::docx_body::Body;
use super::draft::{Draft, normal};
use super::package::Package;
use super::report::Report;
use super::{Choices, Drafted, ImportError, Importer, MAX_TEXT, Unsupported, decode};

/// How every file of Word before 2007, and every password-protected one since, begins.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// How deep the elements of a document may lie in each other.
const MAX_DEPTH: usize = 256;

/// Reads `.docx`.
pub struct Docx;

impl Importer for Docx {
    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm"]
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
        let main = main_part(&mut package)?;
        let Some(part) = package.part(&main)? else { return Err(stranger(&package)) };
        let lines = lines(&xml(&part)?, report)?;
        let text = normal(&lines, report);
        Ok(Draft::of_lines(&text, choices).into())
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

/// The name of the part with the text, as the package itself says it.
fn main_part(package: &mut Package<'_>) -> Result<String, ImportError> {
    let usual = "word/document.xml".to_owned();
    let Some(relations) = package.part("_rels/.rels")? else { return Ok(usual) };
    let mut found = None;
    walk(&xml(&relations)?, &mut |step| {
        if let Step::Open { name: "Relationship", attributes, .. } = step {
            let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
            if value("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
                found = value("Target").map(|target| target.trim_start_matches('/').to_owned());
            }
        }
    })?;
    Ok(found.unwrap_or(usual))
}

/// The text of an XML part, whatever its encoding.
fn xml(part: &[u8]) -> Result<String, ImportError> {
    match std::str::from_utf8(part) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if part.len() > MAX_TEXT => Err(ImportError::TooLarge { limit: MAX_TEXT }),
        Err(_) => match decode::text(part, &Choices::default(), &mut Report::default()) {
            Ok(text) => Ok(text),
            Err(_) => Err(ImportError::Damaged("its XML is no text")),
        },
    }
}

/// The paragraphs of the document, one a line.
fn lines(xml: &str, report: &mut Report) -> Result<String, ImportError> {
    let mut body = Body::default();
    walk(xml, &mut |step| body.take(step, report))?;
    let lines = body.into_lines();
    if lines.len() > MAX_TEXT {
        return Err(ImportError::TooLarge { limit: MAX_TEXT });
    }
    Ok(lines)
}

/// One step through an XML document.
pub(super) enum Step<'x> {
    /// An element opens; names are without their prefix, so strict and transitional documents read alike.
    Open { name: &'x str, attributes: Vec<(String, String)> },
    /// Characters.
    Words(&'x str),
    /// An element closes.
    Close { name: &'x str },
}

/// Walks through XML without a document type, entities of its own, or endless depth.
pub(super) fn walk(xml: &str, take: &mut dyn FnMut(Step<'_>)) -> Result<(), ImportError> {
    let damaged = ImportError::Damaged("its XML is broken");
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().ok().ok_or_else(|| damaged.clone())? {
            Event::Start(element) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ImportError::Damaged("its parts lie too deep in each other"));
                }
                take(open(&element));
            }
            Event::Empty(element) => {
                take(open(&element));
                take(Step::Close { name: element.local_name().as_ref() });
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                take(Step::Close { name: element.local_name().as_ref() });
            }
            Event::Text(words) => take(Step::Words(&words.xml10_content())),
            Event::CData(words) => take(Step::Words(&words.xml10_content())),
            Event::GeneralRef(entity) => {
                let known = match &*entity.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().ok().flatten(),
                };
                let letter = known.ok_or(ImportError::Damaged("its XML uses an unknown entity"))?;
                take(Step::Words(letter.encode_utf8(&mut [0; 4])));
            }
            Event::DocType(_) => return Err(ImportError::Damaged("its XML has a document type, which is not safe")),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn open<'x>(element: &'x quick_xml::events::BytesStart<'_>) -> Step<'x> {
    let read = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let name = attribute.key.local_name().as_ref().to_owned();
        Some((name, attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()))
    };
    let attributes = element.attributes().filter_map(|attribute| read(attribute.ok()?)).collect();
    Step::Open { name: element.local_name().into_inner(), attributes }
}
