//! The words of an RTF file: what its groups and control words make of the bytes between them.

use super::draft::Draft;
use super::flow::{Flow, flat};
use super::report::Report;
use super::rtf_fonts::{Fonts, Letters};
use super::rtf_lexer::Token;
use super::rtf_tables::Tables;
use super::rtf_words::{PASSED_OVER, READ, letters};
use super::symbols::symbol;
use super::{Choices, ImportError};

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sink {
    #[default]
    Text,
    Nowhere,
    Fonts,
    /// Something that is wanted as a whole when its group closes.
    Caught,
}

/// What is done when a group closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    Note,
    Annotation,
    Box,
    Mark,
    Author,
    Reference,
    RangeStart,
    RangeEnd,
}

/// What holds within a group, and ends with it.
#[derive(Clone, Debug, Default)]
struct Group {
    sink: Sink,
    ends: Option<Ends>,
    font: Option<i32>,
    /// How many characters follow `\u` for programs that cannot read it.
    fallback: usize,
    deleted: bool,
    moved: bool,
    in_table: bool,
    starred: bool,
}

/// Gathers the document while its tokens pass by.
pub(super) struct Body {
    flow: Flow,
    fonts: Fonts,
    here: Group,
    outer: Vec<Group>,
    tables: Tables,
    /// The sign of a list that awaits the words of its item.
    mark: Option<String>,
    /// Bytes whose encoding is known, but which may not be whole letters yet.
    pending: Vec<u8>,
    is_utf8: bool,
    surrogate: Option<u32>,
    /// How many characters are still to be passed over after `\u`.
    to_skip: usize,
    caught: String,
    author: String,
    reference: String,
    dropping: bool,
}

impl Body {
    /// `is_utf8` tells whether bytes beyond ASCII, which RTF does not allow, can be read as UTF-8.
    pub(super) fn new(is_utf8: bool) -> Self {
        Self {
            flow: Flow::default(),
            fonts: Fonts::new(),
            here: Group { fallback: 1, ..Group::default() },
            outer: Vec::new(),
            tables: Tables::default(),
            mark: None,
            pending: Vec::new(),
            is_utf8,
            surrogate: None,
            to_skip: 0,
            caught: String::new(),
            author: String::new(),
            reference: String::new(),
            dropping: false,
        }
    }

    /// The draft of all that was read.
    pub(super) fn into_draft(mut self, choices: &Choices, report: &mut Report) -> Result<Draft, ImportError> {
        self.flush(report);
        self.flow.into_draft(choices, report)
    }

    /// Takes up one token.
    pub(super) fn take(&mut self, token: Token<'_>, report: &mut Report) {
        match token {
            Token::Open => {
                self.flush(report);
                self.to_skip = 0;
                let inner = Group { ends: None, starred: false, ..self.here.clone() };
                self.outer.push(std::mem::replace(&mut self.here, inner));
            }
            Token::Close => {
                self.flush(report);
                self.to_skip = 0;
                self.close();
                self.here = self.outer.pop().unwrap_or_default();
            }
            Token::Hex(_) | Token::Symbol(_) if self.to_skip > 0 => self.to_skip -= 1,
            Token::Hex(byte) => self.bytes(&[byte], report),
            Token::Symbol(b'*') => self.here.starred = true,
            Token::Symbol(sign) => self.symbol(sign, report),
            Token::Text(text) => {
                let rest = text.get(self.to_skip.min(text.len())..).unwrap_or(&[]);
                self.to_skip = self.to_skip.saturating_sub(text.len());
                if rest.is_empty() {
                    return;
                }
                match std::str::from_utf8(rest).ok().filter(|_| self.is_utf8 && !rest.is_ascii()) {
                    Some(words) => self.write(words, report),
                    None => self.bytes(rest, report),
                }
            }
            Token::Word("u", Some(code)) => self.unicode(code, report),
            Token::Word(..) if self.to_skip > 0 => self.to_skip -= 1,
            // It may stand between the halves of a letter.
            Token::Word("uc", count) => {
                self.here.fallback = count.and_then(|count| usize::try_from(count).ok()).unwrap_or(1);
            }
            Token::Word(word, number) => {
                self.flush(report);
                if std::mem::take(&mut self.here.starred) && !READ.contains(&word) {
                    self.here.sink = Sink::Nowhere;
                }
                self.word(word, number, report);
            }
        }
    }

    fn symbol(&mut self, sign: u8, report: &mut Report) {
        match sign {
            b'\\' | b'{' | b'}' => self.bytes(&[sign], report),
            b'~' => self.write("\u{a0}", report),
            b'_' => self.write("\u{2011}", report),
            b'-' => report.hidden += usize::from(self.here.sink == Sink::Text),
            b'\n' | b'\r' => self.end_paragraph(report),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, report: &mut Report) {
        if self.here.sink == Sink::Fonts {
            return self.fonts.entry(word, number);
        }
        let on = number != Some(0);
        match word {
            _ if PASSED_OVER.contains(&word) => self.here.sink = Sink::Nowhere,
            _ if self.here.sink == Sink::Nowhere => {}
            _ if self.fonts.header(word, number) => {}
            "fonttbl" => self.here.sink = Sink::Fonts,
            "pict" => {
                report.pictures += 1;
                self.here.sink = Sink::Nowhere;
            }
            "object" => report.embedded += 1,
            "footnote" => self.aside(Ends::Note),
            "annotation" => self.aside(Ends::Annotation),
            "shptxt" | "dptxbxtext" => self.aside(Ends::Box),
            "listtext" | "pntext" => self.catch(Ends::Mark),
            "pn" => self.here.sink = Sink::Nowhere,
            "atnauthor" => self.catch(Ends::Author),
            "atnref" | "atrfstart" | "atrfend" => {
                self.catch(match word {
                    "atnref" => Ends::Reference,
                    "atrfstart" => Ends::RangeStart,
                    _ => Ends::RangeEnd,
                });
                self.caught.extend(number.map(|number| number.to_string()));
            }
            "f" => self.here.font = number,
            "plain" => self.here.font = None,
            "deleted" => self.here.deleted = on,
            "mvf" => self.here.moved = on,
            "pard" => self.here.in_table = false,
            "intbl" => self.here.in_table = true,
            "trowd" if self.here.sink == Sink::Text => self.tables.describe(),
            "par" | "sect" | "page" => self.end_paragraph(report),
            "cell" if self.here.sink == Sink::Text => self.tables.end_cell(&mut self.flow),
            "row" if self.here.sink == Sink::Text => self.tables.end_row(&mut self.flow),
            "nestcell" => self.write("\t", report),
            "nestrow" => self.flow.close_paragraph(),
            _ => {
                if let Some(letters) = letters(word) {
                    self.write(letters, report);
                }
            }
        }
    }

    /// Takes up bytes in the encoding of the font.
    fn bytes(&mut self, bytes: &[u8], report: &mut Report) {
        match (self.here.sink, self.fonts.letters(self.here.font)) {
            (Sink::Nowhere, _) => {}
            (Sink::Fonts, _) => self.fonts.name(bytes),
            (Sink::Text | Sink::Caught, (_, Letters::In(_))) => self.pending.extend(bytes),
            (sink @ (Sink::Text | Sink::Caught), (name, Letters::Signs)) => {
                let signs: Vec<Option<char>> = bytes.iter().map(|byte| symbol(name, u32::from(*byte))).collect();
                for (sign, byte) in signs.into_iter().zip(bytes) {
                    match sign {
                        Some(sign) => self.write(sign.encode_utf8(&mut [0; 4]), report),
                        None if byte.is_ascii_whitespace() => self.write(" ", report),
                        None if sink == Sink::Caught => self.write("•", report),
                        None => report.symbols += 1,
                    }
                }
            }
        }
    }

    /// Takes up `\u`, of which two may be one letter, and expects what stands there for others.
    fn unicode(&mut self, code: i32, report: &mut Report) {
        self.to_skip = self.here.fallback;
        let code = u32::try_from(if code < 0 { code.saturating_add(0x1_0000) } else { code }).unwrap_or(0xfffd);
        match code {
            0xd800..=0xdbff => {
                self.flush(report);
                self.surrogate = Some(code);
            }
            0xdc00..=0xdfff if self.surrogate.is_some() => {
                let high = self.surrogate.take().unwrap_or(0xd800);
                let letter = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (code - 0xdc00));
                self.write(letter.unwrap_or(char::REPLACEMENT_CHARACTER).encode_utf8(&mut [0; 4]), report);
            }
            0xf000..=0xf0ff => {
                let name = self.fonts.letters(self.here.font).0;
                match symbol(name, code) {
                    Some(sign) => self.write(sign.encode_utf8(&mut [0; 4]), report),
                    None if self.here.sink == Sink::Caught => self.write("•", report),
                    None => report.symbols += usize::from(self.here.sink == Sink::Text),
                }
            }
            _ => {
                let letter = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                report.bad_characters += usize::from(letter == char::REPLACEMENT_CHARACTER);
                self.write(letter.encode_utf8(&mut [0; 4]), report);
            }
        }
    }

    /// Decodes what is pending, and gives up half a surrogate pair.
    fn flush(&mut self, report: &mut Report) {
        if self.surrogate.take().is_some() {
            report.bad_characters += 1;
            self.put("\u{fffd}", report);
        }
        if !self.pending.is_empty() {
            let bytes = std::mem::take(&mut self.pending);
            if let Letters::In(encoding) = self.fonts.letters(self.here.font).1 {
                let (words, _) = encoding.decode_without_bom_handling(&bytes);
                report.bad_characters += words.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
                self.put(&words, report);
            }
        }
    }

    fn write(&mut self, words: &str, report: &mut Report) {
        self.flush(report);
        self.put(words, report);
    }

    fn put(&mut self, words: &str, report: &mut Report) {
        match self.here.sink {
            Sink::Nowhere | Sink::Fonts => {}
            Sink::Caught => self.caught.push_str(words),
            Sink::Text if self.here.deleted || self.here.moved => {
                report.deleted += usize::from(self.here.deleted && !self.dropping);
                self.dropping = true;
            }
            Sink::Text => {
                self.dropping = false;
                self.begin();
                self.flow.write(words);
            }
        }
    }

    fn end_paragraph(&mut self, report: &mut Report) {
        self.flush(report);
        match self.here.sink {
            Sink::Text if self.here.deleted || self.here.moved => self.flow.join_next(),
            Sink::Text => {
                self.mark = None;
                self.begin();
                if !self.flow.in_paragraph() {
                    self.flow.open_paragraph();
                }
                self.flow.tidy_mark();
                self.flow.close_paragraph();
            }
            Sink::Caught => self.caught.push(' '),
            Sink::Nowhere | Sink::Fonts => {}
        }
    }

    /// Sees to it that what comes stands in a cell or in none, and has the sign of its list.
    fn begin(&mut self) {
        self.tables.begin(&mut self.flow, self.here.in_table);
        if let Some(mark) = self.mark.take() {
            self.flow.mark(mark);
        }
    }

    fn aside(&mut self, ends: Ends) {
        if self.here.ends.is_some() {
            return;
        }
        self.here.ends = Some(ends);
        self.here.in_table = false;
        self.tables.enter();
        match ends {
            Ends::Box => self.flow.enter(),
            _ => self.flow.enter_aside(),
        }
    }

    fn catch(&mut self, ends: Ends) {
        if self.here.sink == Sink::Text && self.here.ends.is_none() {
            self.here.sink = Sink::Caught;
            self.here.ends = Some(ends);
            self.caught.clear();
        }
    }

    /// Does what the end of the group asks for.
    fn close(&mut self) {
        let Some(ends) = self.here.ends else { return };
        let caught = std::mem::take(&mut self.caught);
        let caught = caught.trim();
        match ends {
            Ends::Note | Ends::Annotation | Ends::Box => {
                let lines = self.flow.leave();
                self.tables.leave();
                if self.here.deleted {
                    return;
                }
                match ends {
                    Ends::Box => {
                        // It belongs to the paragraph it stands in, though that may have no words yet.
                        if !self.flow.in_paragraph() {
                            self.begin();
                            self.flow.open_paragraph();
                        }
                        self.flow.place(lines);
                    }
                    Ends::Note => self.flow.note(&flat(&lines)),
                    _ => {
                        let author = std::mem::take(&mut self.author);
                        self.flow.remark(&self.reference, &flat(&lines), &author);
                        self.reference.clear();
                    }
                }
            }
            Ends::Mark if !caught.is_empty() => {
                let sign = if matches!(caught, "·" | "o" | "§" | "-" | "–") { "•" } else { caught };
                self.mark = Some(format!("{sign} "));
            }
            Ends::Mark => {}
            Ends::Author => caught.clone_into(&mut self.author),
            Ends::Reference => caught.clone_into(&mut self.reference),
            Ends::RangeStart => self.flow.begin_range(caught),
            Ends::RangeEnd => {
                self.flow.end_range(caught);
                caught.clone_into(&mut self.reference);
            }
        }
    }
}
