//! Writes XML: elements in elements, with what XML cannot hold left out.

use std::io;

use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Writes one document.
pub(super) struct Pen {
    out: Writer<Vec<u8>>,
    trouble: io::Result<()>,
}

impl Pen {
    pub(super) fn new() -> Self {
        let mut pen = Self { out: Writer::new_with_indent(Vec::new(), b' ', 1), trouble: Ok(()) };
        pen.put(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        pen
    }

    /// The document.
    pub(super) fn done(self) -> io::Result<Vec<u8>> {
        self.trouble.map(|()| self.out.into_inner())
    }

    fn put(&mut self, event: Event<'_>) {
        if self.trouble.is_ok() {
            self.trouble = self.out.write_event(event);
        }
    }

    /// An element with what is written into it.
    pub(super) fn within(&mut self, name: &str, attributes: &[(&str, &str)], write: impl FnOnce(&mut Self)) {
        self.put(Event::Start(opened(name, attributes)));
        write(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element with a part for each thing; nothing where there is none, since the format wants no empty ones.
    pub(super) fn within_any<T>(&mut self, name: &str, things: &[T], mut write: impl FnMut(&mut Self, &T)) {
        if !things.is_empty() {
            self.within(name, &[], |pen| things.iter().for_each(|thing| write(pen, thing)));
        }
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.put(Event::Empty(opened(name, attributes)));
    }

    /// An element with words in it; nothing where there are none.
    pub(super) fn words(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.put(Event::Start(opened(name, &[])));
            self.put(Event::Text(BytesText::new(&fit(words))));
            self.put(Event::End(BytesEnd::new(name)));
        }
    }
}

fn opened<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        element.push_attribute((*key, fit(value).as_str()));
    }
    element
}

/// Without the characters that XML 1.0 has no way to write.
fn fit(words: &str) -> String {
    let held = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    words.chars().filter(held).filter(|letter| !matches!(letter, '\u{fffe}' | '\u{ffff}')).collect()
}

/// A moment as XML writes it; `ms` since 1970.
pub(super) fn moment(ms: u64) -> String {
    let seconds = i64::try_from(ms / 1000).unwrap_or_default();
    Timestamp::from_second(seconds).map_or_else(|_| String::new(), |moment| moment.to_string())
}
