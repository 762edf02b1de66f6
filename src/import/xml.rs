//! Walks through the XML of a document: no document type, no entities of its own, no endless depth.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::report::Report;
use super::{Choices, Hazard, ImportError, MAX_TEXT, decode};

/// How deep the elements of a document may lie in each other.
pub(super) const MAX_DEPTH: usize = 256;

/// One step through an XML document; names are without their prefix, so that strict and transitional files read alike.
pub(super) enum Step<'x> {
    /// An element opens.
    Open { name: &'x str, attributes: Attributes },
    /// Characters.
    Words(&'x str),
    /// An element closes.
    Close { name: &'x str },
}

/// The attributes of an element, without their prefixes.
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of an attribute.
    pub(super) fn get(&self, wanted: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }
}

/// The text of an XML part, whatever its encoding.
pub(super) fn text(part: Vec<u8>) -> Result<String, ImportError> {
    let part = match String::from_utf8(part) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    if part.len() > MAX_TEXT {
        return Err(ImportError::TooLarge { limit: MAX_TEXT });
    }
    decode::text(&part, &Choices::default(), &mut Report::default())
        .ok()
        .ok_or(ImportError::Damaged("its XML is no text"))
}

/// Takes every step through a document in order.
pub(super) fn walk(xml: &str, take: &mut dyn FnMut(Step<'_>)) -> Result<(), ImportError> {
    let damaged = ImportError::Damaged("its XML is broken");
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().ok().ok_or_else(|| damaged.clone())? {
            Event::Start(element) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ImportError::TooDeep { limit: MAX_DEPTH });
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
                let letter = known.ok_or(ImportError::Unsafe(Hazard::Entity))?;
                take(Step::Words(letter.encode_utf8(&mut [0; 4])));
            }
            Event::DocType(_) => return Err(ImportError::Unsafe(Hazard::Entity)),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn open<'x>(element: &'x BytesStart<'_>) -> Step<'x> {
    let read = |attribute: Attribute<'_>| {
        let name = attribute.key.local_name().as_ref().to_owned();
        Some((name, attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()))
    };
    let attributes = element.attributes().filter_map(|attribute| read(attribute.ok()?)).collect();
    Step::Open { name: element.local_name().into_inner(), attributes: Attributes(attributes) }
}
