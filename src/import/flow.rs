//! The text of a document while it is gathered: paragraphs, tables, boxes, notes and remarks, whatever its format.

use std::collections::BTreeMap;

use super::draft::{Draft, normal};
use super::report::Report;
use super::{Choices, ImportError, MAX_TEXT};

/// How many letters of the words that a comment is about stand in the remark.
const QUOTED: usize = 300;

/// Gathers a document.
#[derive(Default)]
pub(super) struct Flow {
    here: Level,
    /// What is interrupted by a box, a note or a comment.
    outer: Vec<Level>,
    /// All words in their order, so that a comment can quote what it is about.
    said: String,
    ranges: BTreeMap<String, (usize, usize)>,
    notes: Vec<String>,
    remarks: Vec<String>,
    tables: usize,
    /// How much has been written, in bytes.
    size: usize,
}

/// A text of its own: the document, or something in the middle of it.
#[derive(Default)]
struct Level {
    lines: Vec<String>,
    paragraph: Option<Paragraph>,
    /// The paragraph before ended in a mark that was deleted: the next one goes on in its line.
    joined: Option<Paragraph>,
    /// Lines of boxes; they follow the paragraph they are anchored in.
    after: Vec<String>,
    tables: Vec<Table>,
    /// How much had been said before a note or a comment; what is in it is not what other comments are about.
    said_before: Option<usize>,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    /// The sign of a list; it stands before the first words, if there are any.
    mark: String,
}

#[derive(Default)]
struct Table {
    columns: usize,
    cells: Vec<Vec<String>>,
}

impl Flow {
    /// Begins a paragraph.
    pub(super) fn open_paragraph(&mut self) {
        self.close_paragraph();
        self.here.begun();
    }

    /// Puts the sign of a list before the words of the paragraph that is open, unless it has words already.
    pub(super) fn mark(&mut self, mark: String) {
        let paragraph = self.here.begun();
        if paragraph.text.is_empty() {
            paragraph.mark = mark;
        }
    }

    /// Writes words; begins a paragraph where none is open. Past the limit nothing more is taken up.
    pub(super) fn write(&mut self, words: &str) {
        self.size += words.len();
        if self.size > MAX_TEXT {
            return;
        }
        let paragraph = self.here.begun();
        paragraph.text.push_str(&std::mem::take(&mut paragraph.mark));
        paragraph.text.push_str(words);
        self.said.push_str(words);
    }

    /// Tells whether a paragraph is open.
    pub(super) fn in_paragraph(&self) -> bool {
        self.here.paragraph.is_some()
    }

    /// Takes letters off the end of the open paragraph.
    pub(super) fn trim_end(&mut self, letters: &[char]) {
        if let Some(paragraph) = &mut self.here.paragraph {
            paragraph.text.truncate(paragraph.text.trim_end_matches(letters).len());
        }
    }

    /// Ends the paragraph that is open, if one is.
    pub(super) fn close_paragraph(&mut self) {
        if let Some(paragraph) = self.here.paragraph.take() {
            self.said.push(' ');
            self.put(paragraph.text);
            for line in std::mem::take(&mut self.here.after) {
                self.put(line);
            }
        }
    }

    /// Ends the paragraph without its mark: the next one goes on in the same line.
    pub(super) fn join_next(&mut self) {
        if let Some(paragraph) = self.here.paragraph.take() {
            self.here.joined = Some(paragraph);
        }
    }

    /// Gives the sign of a list that was typed as such, with a tab after it, a space instead.
    pub(super) fn tidy_mark(&mut self) {
        let Some(paragraph) = &mut self.here.paragraph else { return };
        if let Some((sign, words)) = paragraph.text.split_once('\t')
            && (sign == "•" || is_number(sign))
        {
            paragraph.text = format!("{sign} {words}");
        }
    }

    pub(super) fn open_table(&mut self) {
        self.here.tables.push(Table::default());
    }

    pub(super) fn open_row(&mut self) {
        if let Some(table) = self.here.tables.last_mut() {
            table.cells.clear();
        }
    }

    pub(super) fn open_cell(&mut self) {
        if let Some(table) = self.here.tables.last_mut() {
            table.cells.push(Vec::new());
        }
    }

    /// How many tables lie in each other here.
    pub(super) fn table_depth(&self) -> usize {
        self.here.tables.len()
    }

    /// A row with one cell is only layout; of other rows the cells stand on one line with tabs between.
    pub(super) fn close_row(&mut self) {
        self.close_paragraph();
        let Some(mut table) = self.here.tables.pop() else { return };
        let cells = std::mem::take(&mut table.cells);
        table.columns = table.columns.max(cells.len());
        let lines = match <[Vec<String>; 1]>::try_from(cells) {
            Ok([only]) => only,
            Err(cells) if cells.is_empty() => Vec::new(),
            Err(cells) => vec![cells.iter().map(|cell| flat(cell)).collect::<Vec<_>>().join("\t")],
        };
        for line in lines {
            self.put(line);
        }
        self.here.tables.push(table);
    }

    /// Drops the row that is open: it was deleted.
    pub(super) fn drop_row(&mut self) {
        self.here.paragraph = None;
        self.open_row();
    }

    pub(super) fn close_table(&mut self) {
        let table = self.here.tables.pop().unwrap_or_default();
        self.tables += usize::from(table.columns > 1);
    }

    /// Begins a text of its own in the middle of this one.
    pub(super) fn enter(&mut self) {
        let here = std::mem::take(&mut self.here);
        self.outer.push(here);
    }

    /// Begins a note or a comment in the middle of this text.
    pub(super) fn enter_aside(&mut self) {
        self.enter();
        self.here.said_before = Some(self.said.len());
    }

    /// Ends it, and gives its lines.
    pub(super) fn leave(&mut self) -> Vec<String> {
        while !self.here.tables.is_empty() {
            self.close_row();
            self.close_table();
        }
        self.close_paragraph();
        let inner = std::mem::replace(&mut self.here, self.outer.pop().unwrap_or_default());
        if let Some(length) = inner.said_before {
            self.said.truncate(length);
        }
        let mut lines = inner.lines;
        lines.extend(inner.joined.map(|paragraph| paragraph.text));
        lines
    }

    /// Puts the lines of a box after the paragraph it is anchored in.
    pub(super) fn place(&mut self, lines: Vec<String>) {
        if self.here.paragraph.is_some() {
            self.here.after.extend(lines);
        } else {
            for line in lines {
                self.put(line);
            }
        }
    }

    /// Sets the sign of a note here; the note itself stands at the end of the text.
    pub(super) fn note(&mut self, text: &str) {
        let sign = format!("[{}]", self.notes.len() + 1);
        self.write(&sign);
        self.notes.push(format!("{sign} {text}"));
    }

    /// Remembers where the words begin that a comment is about.
    pub(super) fn begin_range(&mut self, comment: &str) {
        self.ranges.insert(comment.to_owned(), (self.said.len(), self.said.len()));
    }

    /// Remembers where they end.
    pub(super) fn end_range(&mut self, comment: &str) {
        if let Some((_, end)) = self.ranges.get_mut(comment) {
            *end = self.said.len();
        }
    }

    /// Takes up a comment; gives its number, so that the words it is about can be told later.
    pub(super) fn remark(&mut self, comment: &str, text: &str, author: &str) -> usize {
        let words = self.range(comment);
        let quoted = if words.is_empty() { String::new() } else { format!("«{words}»: ") };
        let author = flat_words(author);
        let author = if author.is_empty() { String::new() } else { format!(" ({author})") };
        self.remarks.push(format!("{quoted}{text}{author}"));
        self.remarks.len() - 1
    }

    /// Tells what a comment is about that stood before its words.
    pub(super) fn quote(&mut self, number: usize, comment: &str) {
        let words = self.range(comment);
        if let Some(remark) = self.remarks.get_mut(number).filter(|_| !words.is_empty()) {
            *remark = format!("«{words}»: {remark}");
        }
    }

    fn range(&self, comment: &str) -> String {
        let range = self.ranges.get(comment).and_then(|(start, end)| self.said.get(*start..*end));
        let words = range.unwrap_or_default().chars().take(QUOTED + 1).collect::<String>();
        let words = flat_words(&words);
        if words.chars().count() < QUOTED { words } else { format!("{words}…") }
    }

    /// Makes a draft of all that was gathered, with the speakers where they are recognised.
    pub(super) fn into_draft(mut self, choices: &Choices, report: &mut Report) -> Result<Draft, ImportError> {
        while !self.outer.is_empty() {
            let lines = self.leave();
            self.place(lines);
        }
        let text = self.leave().join("\n");
        if self.size.max(text.len()) > MAX_TEXT {
            return Err(ImportError::TooLarge { limit: MAX_TEXT });
        }
        report.tables += self.tables;
        report.notes += self.notes.len();
        report.comments += self.remarks.len();
        let text = normal(&text, report);
        let draft = Draft::of_lines(&text, choices);
        if !draft.furniture.is_empty() {
            // The pictures in a transcript of Teams are the faces of those who speak.
            report.pictures = 0;
        }
        let closing = normal(&self.notes.join("\n"), report);
        let remarks = normal(&self.remarks.join("\n"), &mut Report::default());
        Ok(Draft { closing, remarks, ..draft })
    }

    fn put(&mut self, line: String) {
        match self.here.tables.last_mut().and_then(|table| table.cells.last_mut()) {
            Some(cell) => cell.push(line),
            None => self.here.lines.push(line),
        }
    }
}

impl Level {
    /// The paragraph that is open, or one that begins here.
    fn begun(&mut self) -> &mut Paragraph {
        let joined = &mut self.joined;
        self.paragraph.get_or_insert_with(|| joined.take().unwrap_or_default())
    }
}

/// Tells whether a sign is a number of a list, as `12.` or `3)`.
fn is_number(sign: &str) -> bool {
    let digits = sign.strip_suffix(['.', ')']).unwrap_or_default();
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Several lines as one.
pub(super) fn flat(lines: &[String]) -> String {
    flat_words(&lines.join(" "))
}

fn flat_words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
