//! An interview as other programs would write it.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use kodebok::model::source::{Source, Turn};
use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, Str};
use zip::write::SimpleFileOptions;

/// How many letters stand on a line of a page, and how many lines on a page.
const PAGE: (usize, usize) = (95, 55);

/// The interview in a format; `None` where none of this can write it.
pub(crate) fn file(source: &Source, extension: &str) -> Option<Vec<u8>> {
    Some(match extension {
        "txt" => each(source, |turn| format!("[{}] {}: {}\n\n", turn.clock(""), turn.name, turn.words)).into_bytes(),
        "md" => each(source, |turn| format!("**[{}] {}:** {}\n\n", turn.clock(""), turn.name, turn.words)).into_bytes(),
        "vtt" => {
            let cue = |turn: &Said<'_>| {
                let (start, end) = (turn.clock(".000"), turn.end(".000"));
                format!("{start} --> {end}\n<v {}>{}</v>\n\n", turn.name, turn.words)
            };
            format!("WEBVTT\n\n{}", each(source, cue)).into_bytes()
        }
        "srt" => {
            let cue = |turn: &Said<'_>| {
                let (number, start, end) = (turn.number, turn.clock(",000"), turn.end(",000"));
                format!("{number}\n{start} --> {end}\n{}: {}\n\n", turn.name, turn.words)
            };
            each(source, cue).into_bytes()
        }
        "json" => {
            let cue = |turn: &Said<'_>| {
                let (start, words) = (turn.start_ms / 1000, turn.words.replace('"', "\\\""));
                format!("{{\"start\":{start}.0,\"end\":{}.0,\"text\":\"{words}\"}},", start + 1)
            };
            format!("{{\"segments\":[{}]}}", each(source, cue).trim_end_matches(',')).into_bytes()
        }
        "html" => {
            let said = each(source, |turn| format!("<p><b>{}:</b> {}</p>\n", turn.name, escaped(turn.words)));
            format!("<!doctype html><html><meta charset=utf-8><body>{said}</body></html>").into_bytes()
        }
        "rtf" => {
            let said = each(source, |turn| format!("{{\\b {}:}} {}\\par\n", turn.name, in_rtf(turn.words)));
            format!("{{\\rtf1\\ansi\\ansicpg1252\\uc1{{\\fonttbl{{\\f0 Arial;}}}}\n{said}}}").into_bytes()
        }
        "csv" => {
            let row = |turn: &Said<'_>| format!("{};\"{}\"\r\n", turn.number, turn.words.replace('"', "\"\""));
            format!("nummer;svar\r\n{}", each(source, row)).into_bytes()
        }
        "xlsx" => sheet(source),
        "docx" => docx(source),
        "odt" => odt(source),
        "pdf" => pdf(source),
        _ => return None,
    })
}

/// A turn, as it is written down.
struct Said<'s> {
    number: usize,
    name: &'s str,
    words: &'s str,
    start_ms: u32,
}

impl Said<'_> {
    fn clock(&self, tail: &str) -> String {
        clock(self.start_ms, tail)
    }

    fn end(&self, tail: &str) -> String {
        clock(self.start_ms + 900, tail)
    }
}

fn clock(ms: u32, tail: &str) -> String {
    let seconds = ms / 1000;
    format!("{:02}:{:02}:{:02}{tail}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn each(source: &Source, write: impl Fn(&Said<'_>) -> String) -> String {
    let said = |(turn, number): (&Turn, usize)| {
        let name = source.speaker_of(turn).map_or("", |speaker| speaker.name.as_str());
        write(&Said { number, name, words: source.quote(turn.span), start_ms: turn.start_ms.unwrap_or(0) })
    };
    source.turns.iter().zip(1..).map(said).collect()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

fn in_rtf(words: &str) -> String {
    words.chars().fold(String::new(), |mut rtf, letter| {
        match letter {
            '\\' | '{' | '}' => drop(write!(rtf, "\\{letter}")),
            letter if letter.is_ascii() => rtf.push(letter),
            letter => drop(write!(rtf, "\\u{}?", u32::from(letter))),
        }
        rtf
    })
}

/// As a text processor writes it: a paragraph a turn, each turn with its speaker.
pub(crate) fn docx(source: &Source) -> Vec<u8> {
    let body = each(source, |turn| {
        format!(
            "<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{}:</w:t></w:r>\
             <w:r><w:t xml:space=\"preserve\"> {}</w:t></w:r></w:p>",
            turn.name,
            escaped(turn.words)
        )
    });
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"{space}\"><w:body>{body}</w:body></w:document>");
    packed(&[
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
             wordprocessingml.document.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships \
             xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"word/document.xml\"/></Relationships>",
        ),
        ("word/document.xml", &document),
    ])
}

fn odt(source: &Source) -> Vec<u8> {
    let body = each(source, |turn| format!("<text:p>{}: {}</text:p>", turn.name, escaped(turn.words)));
    let names = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"{names}:office:1.0\" \
         xmlns:text=\"{names}:text:1.0\"><office:body><office:text>{body}</office:text></office:body>\
         </office:document-content>"
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file in memory");
        zip.write_all(part.as_bytes()).expect("a file in memory");
    }
    zip.finish().expect("a file in memory").into_inner()
}

fn sheet(source: &Source) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "nummer").and_then(|sheet| sheet.write(0, 1, "svar")).expect("there is room");
    for (turn, row) in source.turns.iter().zip(1..) {
        sheet.write(row, 0, row).and_then(|sheet| sheet.write(row, 1, source.quote(turn.span))).expect("there is room");
    }
    book.save_to_buffer().expect("a file in memory")
}

/// Pages of lines, in a face that every reader has.
fn pdf(source: &Source) -> Vec<u8> {
    let mut lines: Vec<String> = Vec::new();
    for turn in each(source, |turn| format!("{}: {}\n", turn.name, turn.words)).lines() {
        let mut line = String::new();
        for word in turn.split(' ') {
            if line.len() + word.len() > PAGE.0 {
                lines.push(std::mem::take(&mut line));
            }
            line = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        }
        lines.push(line);
    }
    let (mut pdf, catalog, tree, font) = (Pdf::new(), Ref::new(1), Ref::new(2), Ref::new(3));
    let pages: Vec<&[String]> = lines.chunks(PAGE.1).collect();
    let count = i32::try_from(pages.len()).expect("some pages");
    let page = |number: i32| Ref::new(4 + 2 * number);
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids((0..count).map(page)).count(count);
    pdf.type1_font(font).base_font(Name(b"Helvetica")).encoding_predefined(Name(b"WinAnsiEncoding"));
    for (lines, number) in pages.into_iter().zip(0..) {
        let (this, words) = (page(number), Ref::new(5 + 2 * number));
        let mut written = pdf.page(this);
        written.media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).parent(tree).contents(words);
        written.resources().fonts().pair(Name(b"F1"), font);
        written.finish();
        let mut content = Content::new();
        content.begin_text().set_font(Name(b"F1"), 10.0).set_leading(13.0).next_line(50.0, 790.0);
        for line in lines {
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(line);
            content.show(Str(&bytes)).next_line_using_leading();
        }
        content.end_text();
        pdf.stream(words, &content.finish());
    }
    pdf.finish()
}
