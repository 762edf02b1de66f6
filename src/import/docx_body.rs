//! The body of a Word document: paragraphs, tables and text boxes, with what was inserted and without what was deleted.

use super::docx::Step;
use super::report::Report;

/// Gathers the paragraphs of a document while its XML passes by.
#[derive(Default)]
pub(super) struct Body {
    done: Vec<String>,
    /// Paragraphs that are open; a text box opens one inside another.
    open: Vec<String>,
    /// Paragraphs of text boxes; they follow the paragraph they are anchored in.
    boxed: Vec<String>,
    tables: Vec<Table>,
    /// How many elements deep inside something that is passed over.
    skipped: usize,
    /// The mark that ends the paragraph was deleted: the next one goes on in its line.
    joins_next: bool,
    joined: Option<String>,
    in_properties: bool,
    in_words: usize,
}

#[derive(Default)]
struct Table {
    rows: usize,
    columns: usize,
    cells: Vec<Vec<String>>,
}

impl Body {
    /// Takes up one step.
    pub(super) fn take(&mut self, step: Step<'_>, report: &mut Report) {
        match step {
            Step::Open { name, attributes } => self.open_element(name, &attributes, report),
            Step::Words(words) if self.skipped == 0 && self.in_words > 0 => self.write(words),
            Step::Words(_) => {}
            Step::Close { name } => self.close_element(name, report),
        }
    }

    /// All paragraphs in order, one a line.
    pub(super) fn into_lines(mut self) -> String {
        self.done.extend(self.joined.take());
        self.done.join("\n")
    }

    fn open_element(&mut self, name: &str, attributes: &[(String, String)], report: &mut Report) {
        if self.skipped > 0 {
            self.skipped += 1;
            self.joins_next |= self.in_properties && name == "del";
            return;
        }
        let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        match name {
            "del" => {
                self.skipped = 1;
                report.deleted += 1;
            }
            "moveFrom" | "instrText" | "delText" | "delInstrText" | "Fallback" => self.skipped = 1,
            _ if name.ends_with("Pr") || name == "tblGrid" => {
                self.skipped = 1;
                self.in_properties = name == "pPr";
            }
            "p" => self.open.push(self.joined.take().unwrap_or_default()),
            "t" => self.in_words += 1,
            "tab" | "ptab" => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("\u{2011}"),
            "softHyphen" => report.hidden += 1,
            "sym" => match value("char").and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
                Some(letter) if !('\u{e000}'..='\u{f8ff}').contains(&letter) => {
                    self.write(letter.encode_utf8(&mut [0; 4]));
                }
                _ => report.symbols += 1,
            },
            "blip" | "imagedata" => report.pictures += 1,
            "footnoteReference" | "endnoteReference" => report.notes += 1,
            "commentReference" => report.comments += 1,
            "altChunk" => report.embedded += 1,
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows += 1;
                    table.cells.clear();
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cells.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn close_element(&mut self, name: &str, report: &mut Report) {
        if self.skipped > 0 {
            self.skipped -= 1;
            self.in_properties &= self.skipped > 0;
            return;
        }
        match name {
            "p" => self.close_paragraph(),
            "t" => self.in_words = self.in_words.saturating_sub(1),
            "tr" => self.close_row(),
            "tbl" => {
                let table = self.tables.pop().unwrap_or_default();
                report.tables += usize::from(table.columns > 1);
            }
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.push_str(words);
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        if !self.open.is_empty() {
            self.boxed.push(paragraph);
        } else if std::mem::take(&mut self.joins_next) {
            self.joined = Some(paragraph);
        } else {
            self.put(paragraph);
            for boxed in std::mem::take(&mut self.boxed) {
                self.put(boxed);
            }
        }
    }

    fn put(&mut self, paragraph: String) {
        match self.tables.last_mut().and_then(|table| table.cells.last_mut()) {
            Some(cell) => cell.push(paragraph),
            None => self.done.push(paragraph),
        }
    }

    /// A row with one cell is only layout; of other rows the cells stand on one line with tabs between.
    fn close_row(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        let cells = std::mem::take(&mut table.cells);
        table.columns = table.columns.max(cells.len());
        let lines = match <[Vec<String>; 1]>::try_from(cells) {
            Ok([only]) => only,
            Err(cells) => vec![cells.iter().map(|cell| flat(cell)).collect::<Vec<_>>().join("\t")],
        };
        for line in lines {
            self.put(line);
        }
        self.tables.push(table);
    }
}

fn flat(cell: &[String]) -> String {
    cell.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}
