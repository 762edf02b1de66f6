//! The words of an `OpenDocument` text: what was deleted with changes tracked stands outside the flow, so it stays out.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::flow::{Flow, flat};
use super::odt_lists::Lists;
use super::report::Report;
use super::xml::{Attributes, Step};
use super::{Choices, ImportError};

/// How many spaces one element may stand for.
const MAX_SPACES: usize = 200;

/// Gathers the document while its XML passes by.
#[derive(Default)]
pub(super) struct Body {
    flow: Flow,
    lists: Lists,
    in_body: bool,
    spreadsheet: bool,
    /// How many elements deep inside something that is passed over.
    skipped: usize,
    in_deletions: bool,
    /// White space counts as one space, and as none at the start of a paragraph; a note has paragraphs of its own.
    spaced: Vec<bool>,
    /// For each frame that is open whether its content has been read; the rest are other forms of the same.
    frames: Vec<bool>,
    in_creator: bool,
    /// The comments that are open: name and author.
    comments: Vec<(String, String)>,
    /// The numbers of remarks by the names of their comments.
    remarks: BTreeMap<String, usize>,
}

impl Body {
    /// Takes up the forms of the lists in a part.
    pub(super) fn read_styles(&mut self, xml: &str) -> Result<(), ImportError> {
        self.lists.read_styles(xml)
    }

    /// Tells whether the document was a spreadsheet instead of a text.
    pub(super) fn is_spreadsheet(&self) -> bool {
        self.spreadsheet
    }

    /// The draft of all that was read.
    pub(super) fn into_draft(self, choices: &Choices, report: &mut Report) -> Result<Draft, ImportError> {
        self.flow.into_draft(choices, report)
    }

    /// Takes up one step.
    pub(super) fn take(&mut self, step: Step<'_>, report: &mut Report) {
        match step {
            Step::Open { name, .. } if self.skipped > 0 => {
                self.skipped += 1;
                report.deleted += usize::from(self.in_deletions && name == "deletion");
            }
            Step::Close { .. } if self.skipped > 0 => {
                self.skipped -= 1;
                self.in_deletions &= self.skipped > 0;
            }
            Step::Words(_) if self.skipped > 0 => {}
            Step::Open { name: "body", .. } => self.in_body = true,
            Step::Close { name: "body" } => self.in_body = false,
            Step::Open { name, attributes } if self.in_body => self.open_element(name, &attributes, report),
            Step::Close { name } if self.in_body => self.close_element(name),
            Step::Words(words) if self.in_creator => {
                if let Some((_, author)) = self.comments.last_mut() {
                    author.push_str(words);
                }
            }
            Step::Words(words) if self.flow.in_paragraph() => self.words(words),
            Step::Open { .. } | Step::Words(_) | Step::Close { .. } => {}
        }
    }

    fn open_element(&mut self, name: &str, attributes: &Attributes, report: &mut Report) {
        let in_paragraph = self.flow.in_paragraph();
        match name {
            "spreadsheet" => self.spreadsheet = true,
            "tracked-changes" => {
                self.skipped = 1;
                self.in_deletions = true;
            }
            "forms" | "note-citation" | "ruby-text" | "script" | "binary-data" | "table-of-content-source" => {
                self.skipped = 1;
            }
            // Of a frame; elsewhere a title is a field.
            "title" | "desc" if !self.frames.is_empty() => self.skipped = 1,
            "image" | "object" | "object-ole" | "plugin" | "applet" | "text-box" if !self.first_of_frame() => {
                self.skipped = 1;
            }
            "image" => report.pictures += 1,
            "object" | "object-ole" | "plugin" | "applet" => report.embedded += 1,
            "frame" => self.frames.push(false),
            _ if holds_text(name) => {
                self.spaced.push(true);
                self.flow.enter();
            }
            "note-body" => {
                self.spaced.push(true);
                self.flow.enter_aside();
            }
            "annotation" => {
                self.spaced.push(true);
                let comment = attributes.get("name").unwrap_or_default().to_owned();
                self.comments.push((comment, String::new()));
                self.flow.enter_aside();
            }
            "creator" => self.in_creator = !self.comments.is_empty(),
            "annotation-end" => {
                let comment = attributes.get("name").unwrap_or_default();
                if let Some(number) = self.remarks.remove(comment) {
                    self.flow.end_range(comment);
                    self.flow.quote(number, comment);
                }
            }
            "p" | "h" => {
                self.set_spaced(true);
                self.flow.open_paragraph();
                if let Some(mark) = self.lists.mark() {
                    self.flow.mark(mark);
                }
            }
            "s" if in_paragraph => {
                let count = attributes.get("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.flow.write(&" ".repeat(MAX_SPACES.min(count)));
                self.set_spaced(false);
            }
            "tab" | "line-break" if in_paragraph => {
                self.flow.write(if name == "tab" { "\t" } else { "\n" });
                self.set_spaced(false);
            }
            "list" => self.lists.open(attributes),
            "list-item" => self.lists.open_item(attributes),
            "table" => self.flow.open_table(),
            "table-row" => self.flow.open_row(),
            "table-cell" | "covered-table-cell" => self.flow.open_cell(),
            _ => {}
        }
    }

    fn close_element(&mut self, name: &str) {
        match name {
            "frame" => {
                self.frames.pop();
            }
            _ if holds_text(name) => {
                self.spaced.pop();
                let lines = self.flow.leave();
                self.flow.place(lines);
            }
            "note-body" => {
                self.spaced.pop();
                let text = flat(&self.flow.leave());
                self.flow.note(&text);
                self.set_spaced(false);
            }
            "annotation" => {
                self.spaced.pop();
                let text = flat(&self.flow.leave());
                if let Some((comment, author)) = self.comments.pop() {
                    self.flow.begin_range(&comment);
                    let number = self.flow.remark(&comment, &text, &author);
                    self.remarks.insert(comment, number);
                }
            }
            "creator" => self.in_creator = false,
            "p" | "h" => {
                if self.spaced.last() == Some(&true) {
                    self.flow.trim_end(&[' ']);
                }
                self.flow.close_paragraph();
            }
            "list" => self.lists.close(),
            "list-item" => self.lists.close_item(),
            "table-row" => self.flow.close_row(),
            "table" => self.flow.close_table(),
            _ => {}
        }
    }

    /// Whether this is the first form of what a frame shows; what is in no frame is.
    fn first_of_frame(&mut self) -> bool {
        self.frames.last_mut().is_none_or(|read| !std::mem::replace(read, true))
    }

    fn set_spaced(&mut self, spaced: bool) {
        match self.spaced.last_mut() {
            Some(last) => *last = spaced,
            None => self.spaced.push(spaced),
        }
    }

    fn words(&mut self, words: &str) {
        let mut spaced = self.spaced.last().copied().unwrap_or(true);
        let mut kept = String::with_capacity(words.len());
        for letter in words.chars() {
            let space = matches!(letter, ' ' | '\t' | '\n' | '\r');
            if !space {
                kept.push(letter);
            } else if !spaced {
                kept.push(' ');
            }
            spaced = space;
        }
        self.flow.write(&kept);
        self.set_spaced(spaced);
    }
}

/// Boxes and drawings with paragraphs of their own in the middle of another.
fn holds_text(name: &str) -> bool {
    matches!(
        name,
        "text-box" | "custom-shape" | "rect" | "ellipse" | "circle" | "line" | "polyline" | "polygon" | "path"
    ) || matches!(name, "connector" | "caption" | "measure" | "regular-polygon")
}
