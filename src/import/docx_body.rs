//! The words of a Word document and of its notes and comments: with what was inserted, without what was deleted.

use std::collections::BTreeMap;

use super::docx_lists::Lists;
use super::draft::Draft;
use super::flow::{Flow, flat};
use super::report::Report;
use super::symbols::symbol;
use super::xml::{Attributes, Step};
use super::{Choices, ImportError};

/// Gathers the document while the XML of its parts passes by; the parts for notes and comments come first.
#[derive(Default)]
pub(super) struct Body {
    flow: Flow,
    lists: Lists,
    /// Notes and comments by kind and id.
    beside: BTreeMap<(Kind, String), Beside>,
    /// The note or comment that is open.
    open: Option<(Kind, String, String)>,
    /// How many elements deep inside something that is passed over.
    skipped: usize,
    properties: Option<Properties>,
    in_words: usize,
    /// For each choice between forms of the same that is open, whether one has been read.
    alternatives: Vec<bool>,
    /// The mark that ends the paragraph was deleted; a text box has a paragraph inside another.
    joins: Vec<bool>,
    row_deleted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Footnote,
    Endnote,
    Comment,
}

struct Beside {
    text: String,
    author: String,
}

/// What is said of a paragraph, or of a row of a table, before its words.
#[derive(Default)]
struct Properties {
    depth: usize,
    of_row: bool,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

impl Body {
    /// The lists of the document, to be filled before it is read.
    pub(super) fn lists(&mut self) -> &mut Lists {
        &mut self.lists
    }

    /// Takes up one step.
    pub(super) fn take(&mut self, step: Step<'_>, report: &mut Report) {
        match step {
            Step::Open { .. } if self.skipped > 0 => self.skipped += 1,
            Step::Close { .. } if self.skipped > 0 => self.skipped -= 1,
            Step::Open { name, attributes } if self.properties.is_some() => self.property(name, &attributes),
            Step::Open { name, attributes } => self.open_element(name, &attributes, report),
            Step::Words(words) if self.skipped == 0 && self.in_words > 0 => self.flow.write(words),
            Step::Words(_) => {}
            Step::Close { .. } if self.properties.as_ref().is_some_and(|open| open.depth > 0) => {
                if let Some(open) = &mut self.properties {
                    open.depth -= 1;
                }
            }
            Step::Close { name } => self.close_element(name),
        }
    }

    /// The draft of all that was read.
    pub(super) fn into_draft(self, choices: &Choices, report: &mut Report) -> Result<Draft, ImportError> {
        self.flow.into_draft(choices, report)
    }

    fn property(&mut self, name: &str, attributes: &Attributes) {
        let Some(open) = &mut self.properties else { return };
        // What the properties were before a tracked change counts no longer.
        if name.ends_with("Change") || name == "sectPr" {
            self.skipped = 1;
            return;
        }
        open.depth += 1;
        let value = || attributes.get("val").map(str::to_owned);
        match name {
            "pStyle" => open.style = value(),
            "numId" => open.list = value(),
            "ilvl" => open.level = value().and_then(|level| level.parse().ok()),
            "del" | "moveFrom" if open.of_row => self.row_deleted = true,
            "del" | "moveFrom" => {
                if let Some(joins) = self.joins.last_mut() {
                    *joins = true;
                }
            }
            _ => {}
        }
    }

    fn open_element(&mut self, name: &str, attributes: &Attributes, report: &mut Report) {
        let id = || attributes.get("id").unwrap_or_default();
        match name {
            "del" => {
                self.skipped = 1;
                report.deleted += 1;
            }
            "moveFrom" | "instrText" | "delText" | "delInstrText" | "rt" => self.skipped = 1,
            "AlternateContent" => self.alternatives.push(false),
            "Choice" | "Fallback" => {
                let read = self.alternatives.last_mut().is_some_and(|read| std::mem::replace(read, true));
                self.skipped = usize::from(read);
            }
            "pPr" | "trPr" => self.properties = Some(Properties { of_row: name == "trPr", ..Properties::default() }),
            _ if name.ends_with("Pr") || name == "tblGrid" => self.skipped = 1,
            "p" => {
                self.joins.push(false);
                self.flow.open_paragraph();
            }
            "t" => self.in_words += 1,
            "tab" | "ptab" => self.flow.write("\t"),
            "br" | "cr" => self.flow.write("\n"),
            "noBreakHyphen" => self.flow.write("\u{2011}"),
            "softHyphen" => report.hidden += 1,
            "sym" => {
                let code = attributes.get("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                match code.and_then(|code| symbol(attributes.get("font").unwrap_or_default(), code)) {
                    Some(letter) => self.flow.write(letter.encode_utf8(&mut [0; 4])),
                    None => report.symbols += 1,
                }
            }
            "blip" | "imagedata" => report.pictures += 1,
            "altChunk" | "OLEObject" => report.embedded += 1,
            "footnoteReference" => self.note(Kind::Footnote, id()),
            "endnoteReference" => self.note(Kind::Endnote, id()),
            "commentRangeStart" => self.flow.begin_range(id()),
            "commentRangeEnd" => self.flow.end_range(id()),
            "commentReference" => self.comment(id()),
            "footnote" => self.enter(Kind::Footnote, attributes),
            "endnote" => self.enter(Kind::Endnote, attributes),
            "comment" => self.enter(Kind::Comment, attributes),
            "txbxContent" => self.flow.enter(),
            "tbl" => self.flow.open_table(),
            "tr" => {
                self.row_deleted = false;
                self.flow.open_row();
            }
            "tc" => self.flow.open_cell(),
            _ => {}
        }
    }

    fn close_element(&mut self, name: &str) {
        match name {
            "AlternateContent" => {
                self.alternatives.pop();
            }
            "pPr" | "trPr" => self.close_properties(),
            "p" if self.joins.pop().unwrap_or_default() => self.flow.join_next(),
            "p" => self.flow.close_paragraph(),
            "t" => self.in_words = self.in_words.saturating_sub(1),
            "tr" if std::mem::take(&mut self.row_deleted) => self.flow.drop_row(),
            "tr" => self.flow.close_row(),
            "tbl" => self.flow.close_table(),
            "txbxContent" => {
                let lines = self.flow.leave();
                self.flow.place(lines);
            }
            "footnote" | "endnote" | "comment" => {
                if let Some((kind, id, author)) = self.open.take() {
                    let text = flat(&self.flow.leave());
                    self.beside.insert((kind, id), Beside { text, author });
                }
            }
            _ => {}
        }
    }

    fn close_properties(&mut self) {
        let Some(known) = self.properties.take().filter(|known| !known.of_row) else { return };
        let mark = self.lists.mark(known.style.as_deref(), known.list.as_deref(), known.level);
        if !mark.is_empty() {
            self.flow.mark(mark);
        }
    }

    fn enter(&mut self, kind: Kind, attributes: &Attributes) {
        let value = |name| attributes.get(name).unwrap_or_default().to_owned();
        if self.open.is_none() {
            self.open = Some((kind, value("id"), value("author")));
            self.flow.enter_aside();
        }
    }

    fn note(&mut self, kind: Kind, id: &str) {
        // Each is referred to once; a file that does so a million times would grow without end.
        if let Some(note) = self.beside.remove(&(kind, id.to_owned())) {
            self.flow.note(&note.text);
        }
    }

    fn comment(&mut self, id: &str) {
        if let Some(comment) = self.beside.remove(&(Kind::Comment, id.to_owned())) {
            self.flow.remark(id, &comment.text, &comment.author);
        }
    }
}
