//! The words of a page, gathered tag by tag: blocks, lists, tables as rows, and nothing of what only serves the page.

use std::cell::RefCell;

use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

use super::docx_lists::number;
use super::draft::Draft;
use super::flow::Flow;
use super::report::Report;
use super::{Choices, ImportError};

/// How deep tables, and lists, may lie in each other.
const MAX_DEPTH: usize = 256;

/// What is passed over with all that is in it.
const PASSED_OVER: &[&str] = &[
    "script", "style", "nav", "title", "template", "noscript", "iframe", "noframes", "noembed", "select", "button",
    "textarea", "datalist", "svg", "audio", "video", "canvas", "rt", "rp", "del",
];

/// What begins a line and ends it.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "main",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "listing",
    "xmp",
];

/// What the reference to a note, and the note's own sign, are marked with by `LibreOffice` and pandoc.
const REFERENCES: &[&str] = &["footnote-ref", "sdfootnoteanc", "sdendnoteanc", "sdfootnotesym", "sdendnotesym"];

/// Takes tokens and gathers a page.
#[derive(Default)]
pub(super) struct Page(RefCell<State>);

#[derive(Default)]
struct State {
    flow: Flow,
    lists: Vec<List>,
    /// The sign of the item that has begun, until it has words.
    mark: Option<String>,
    /// For each table that is open whether a row of it is.
    rows: Vec<bool>,
    preformatted: usize,
    /// A line break right after `<pre>` is not shown.
    first_of_pre: bool,
    spaced: bool,
    skipped: Option<(String, usize)>,
    /// The reference to a note is open, and its sign stands in brackets.
    in_reference: bool,
    deleted: usize,
    pictures: usize,
    embedded: usize,
    too_deep: bool,
}

struct List {
    /// As in `1`, `a` or `I`; `None` for bullets.
    kind: Option<String>,
    count: u32,
}

impl Page {
    /// The draft of all that was read.
    pub(super) fn into_draft(self, choices: &Choices, report: &mut Report) -> Result<Draft, ImportError> {
        let mut state = self.0.into_inner();
        if state.too_deep {
            return Err(ImportError::TooDeep { limit: MAX_DEPTH });
        }
        state.end_line();
        while !state.rows.is_empty() {
            state.close_table();
        }
        report.deleted += state.deleted;
        report.pictures += state.pictures;
        report.embedded += state.embedded;
        state.flow.into_draft(choices, report)
    }
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) => state.words(&words),
            Token::TagToken(tag) => {
                if !state.too_deep {
                    state.tag(&tag);
                }
                if tag.kind == TagKind::StartTag {
                    return match &*tag.name {
                        "script" => TokenSinkResult::RawData(ScriptData),
                        "style" | "iframe" | "noembed" | "noframes" | "xmp" => TokenSinkResult::RawData(Rawtext),
                        "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
                        "plaintext" => TokenSinkResult::Plaintext,
                        _ => TokenSinkResult::Continue,
                    };
                }
            }
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

fn value<'t>(tag: &'t Tag, wanted: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == wanted).map(|attribute| &*attribute.value)
}

fn has_class(tag: &Tag, classes: &[&str]) -> bool {
    value(tag, "class").is_some_and(|class| class.split_whitespace().any(|class| classes.contains(&class)))
}

/// Tells whether an element only serves the page: the head and foot of a sheet, or the way back from a note.
fn is_beside(name: &str, tag: &Tag) -> bool {
    let sheet = name == "div" && value(tag, "title").is_some_and(|title| matches!(title, "header" | "footer"));
    sheet || (name == "a" && has_class(tag, &["footnote-back"]))
}

impl State {
    fn tag(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name && !tag.self_closing {
                *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
                if *depth == 0 {
                    self.skipped = None;
                }
            }
        } else if opens && (PASSED_OVER.contains(&name) || is_beside(name, tag)) {
            self.deleted += usize::from(name == "del");
            self.embedded += usize::from(name == "iframe");
            self.skipped = (!tag.self_closing).then(|| (name.to_owned(), 1));
        } else if opens {
            self.open(name, tag);
        } else {
            self.close(name);
        }
    }

    fn open(&mut self, name: &str, tag: &Tag) {
        let count = |wanted: &str| value(tag, wanted).and_then(|count| count.trim().parse::<u32>().ok());
        match name {
            "a" if has_class(tag, REFERENCES) => {
                self.write("[");
                self.in_reference = true;
            }
            "br" => {
                self.flow.trim_end(&[' ']);
                self.write("\n");
                self.spaced = true;
            }
            "img" => self.pictures += 1,
            "object" | "embed" => self.embedded += 1,
            "q" => self.write("“"),
            "ul" | "menu" | "dir" => self.open_list(None, 0),
            "ol" => {
                let kind = value(tag, "type").unwrap_or("1").to_owned();
                self.open_list(Some(kind), count("start").unwrap_or(1).saturating_sub(1));
            }
            "li" => {
                self.end_line();
                self.mark = Some("• ".to_owned());
                if let Some(List { kind: Some(kind), count: last }) = self.lists.last_mut() {
                    *last = count("value").unwrap_or_else(|| last.saturating_add(1));
                    self.mark = Some(format!("{}. ", number(*last, kind)));
                }
            }
            "table" => {
                self.end_line();
                self.rows.push(false);
                self.flow.open_table();
                self.too_deep |= self.rows.len() > MAX_DEPTH;
            }
            "tr" => self.open_row(),
            "td" | "th" => {
                self.end_line();
                if self.rows.last() == Some(&false) {
                    self.open_row();
                }
                self.flow.open_cell();
            }
            _ if BLOCKS.contains(&name) => {
                self.end_line();
                if matches!(name, "pre" | "listing" | "xmp") {
                    self.preformatted += 1;
                    self.first_of_pre = true;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" if std::mem::take(&mut self.in_reference) => self.write("]"),
            // A stray end of a break is a break (HTML standard, 13.2.6.4.7).
            "br" => self.write("\n"),
            "q" => self.write("”"),
            "ul" | "ol" | "menu" | "dir" => {
                self.end_line();
                self.lists.pop();
            }
            "li" => {
                self.end_line();
                self.mark = None;
            }
            "td" | "th" => self.end_line(),
            "tr" | "thead" | "tbody" | "tfoot" => self.close_row(),
            "table" => self.close_table(),
            _ if BLOCKS.contains(&name) => {
                self.end_line();
                if matches!(name, "pre" | "listing" | "xmp") {
                    self.preformatted = self.preformatted.saturating_sub(1);
                }
            }
            _ => {}
        }
    }

    fn open_list(&mut self, kind: Option<String>, count: u32) {
        self.end_line();
        self.lists.push(List { kind, count });
        self.too_deep |= self.lists.len() > MAX_DEPTH;
    }

    fn open_row(&mut self) {
        self.close_row();
        if let Some(open) = self.rows.last_mut() {
            *open = true;
            self.flow.open_row();
        }
    }

    fn close_row(&mut self) {
        self.end_line();
        if let Some(open) = self.rows.last_mut().filter(|open| **open) {
            *open = false;
            self.flow.close_row();
        }
    }

    fn close_table(&mut self) {
        self.close_row();
        if self.rows.pop().is_some() {
            self.flow.close_table();
        }
    }

    fn end_line(&mut self) {
        self.flow.trim_end(&[' ', '\n']);
        self.flow.close_paragraph();
        self.spaced = true;
    }

    fn words(&mut self, words: &str) {
        if self.skipped.is_some() || self.too_deep {
            return;
        }
        if self.preformatted > 0 {
            let first = std::mem::take(&mut self.first_of_pre);
            let words = if first { words.strip_prefix('\n').unwrap_or(words) } else { words };
            return self.write(words);
        }
        let mut spaced = self.spaced || !self.flow.in_paragraph();
        let mut kept = String::with_capacity(words.len());
        for letter in words.chars() {
            let space = letter.is_ascii_whitespace();
            if !space {
                kept.push(letter);
            } else if !spaced {
                kept.push(' ');
            }
            spaced = space;
        }
        if !kept.is_empty() {
            self.write(&kept);
            self.spaced = spaced;
        }
    }

    fn write(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if let Some(mark) = self.mark.take() {
            self.flow.mark(mark);
        }
        self.spaced = false;
        self.flow.write(words);
    }
}
