//! A Word document with a heading and a table on A4, on its side so that the columns have room.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{ExportError, ooxml};
use crate::analysis::table::{Cell, Column, Table};
use crate::lang::Language;

/// The page in twentieths of a point, and its edge.
const PAGE: (u32, u32) = (16_838, 11_906);
const MARGIN: u32 = 1_000;
/// One step to the right in the tree.
const STEP: u32 = 200;
/// The deepest step that is drawn.
const MAX_STEP: u8 = 8;

/// Writes a heading and a table; `empty` stands where it has no rows.
pub(super) fn write(heading: &str, table: &Table, empty: &str, language: Language) -> Result<Vec<u8>, ExportError> {
    let parts = [
        ("[Content_Types].xml", ooxml::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", ooxml::PACKAGE_RELATIONS.to_owned()),
        ("word/document.xml", document(heading, table, empty, language)),
        ("word/_rels/document.xml.rels", ooxml::DOCUMENT_RELATIONS.to_owned()),
        ("word/styles.xml", ooxml::STYLES.to_owned()),
        ("docProps/core.xml", core(heading)),
    ];
    // The time of writing is left out: the same project gives the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, options)?;
        zip.write_all(part.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn core(heading: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        escape(heading)
    )
}

fn document(heading: &str, table: &Table, empty: &str, language: Language) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
    );
    paragraph(&mut out, "<w:pStyle w:val=\"Heading1\"/>", "", heading);
    if table.rows.is_empty() {
        paragraph(&mut out, "", "", empty);
    } else {
        grid(&mut out, table, language);
        // A table at the end of a document needs a paragraph after it.
        out.push_str("<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>");
    }
    let (width, height) = PAGE;
    out.push_str(&format!(
        "<w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"{height}\" w:orient=\"landscape\"/><w:pgMar w:top=\"{MARGIN}\" \
         w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"600\" w:footer=\"600\" \
         w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    ));
    out
}

fn grid(out: &mut String, table: &Table, language: Language) {
    let room = PAGE.0 - 2 * MARGIN;
    // Narrow columns get what their heads need in small type; the others share the rest.
    let fixed = |width: u16| match width {
        0..=8 => Some(760),
        9..=12 => Some(1_150),
        _ => None,
    };
    let taken: u32 = table.columns.iter().filter_map(|column| fixed(column.width)).sum();
    let shared = table.columns.iter().filter(|column| fixed(column.width).is_none());
    let letters: u32 = shared.map(|column| u32::from(column.width)).sum();
    let share = |width: u16| room.saturating_sub(taken) * u32::from(width) / letters.max(1);
    let widths = table.columns.iter().map(|column| fixed(column.width).unwrap_or_else(|| share(column.width)));
    let columns: Vec<(u32, &Column)> = widths.zip(&table.columns).collect();
    let rule = |side: &str, size: u32| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"BFBAB0\"/>")
    };
    out.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{room}\" w:type=\"dxa\"/><w:tblBorders>{}{}{}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
        rule("top", 8),
        rule("bottom", 8),
        rule("insideH", 4)
    ));
    for (width, _) in &columns {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid>");
    let heads: Vec<Cell> = table.columns.iter().map(|column| Cell::Text(column.name.clone())).collect();
    row(out, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:b/>", &heads, &columns, language);
    for line in &table.rows {
        row(out, "<w:trPr><w:cantSplit/></w:trPr>", "", &line.cells, &columns, language);
    }
    out.push_str("</w:tbl>");
}

fn row(
    out: &mut String,
    properties: &str,
    letters: &str,
    cells: &[Cell],
    columns: &[(u32, &Column)],
    language: Language,
) {
    out.push_str("<w:tr>");
    out.push_str(properties);
    for (cell, (width, column)) in cells.iter().zip(columns) {
        out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        let style = "<w:pStyle w:val=\"Cell\"/>";
        match cell {
            Cell::Node { level: 0, name } => paragraph(out, style, "<w:b/>", name),
            Cell::Node { level, name } => {
                let left = STEP * u32::from((*level).min(MAX_STEP));
                paragraph(out, &format!("{style}<w:ind w:left=\"{left}\"/>"), letters, name);
            }
            Cell::Count(_) | Cell::Share(_) | Cell::Real(_) => {
                let number = cell.shown(column.kind, language);
                paragraph(out, &format!("{style}<w:jc w:val=\"right\"/>"), letters, &number);
            }
            Cell::Text(words) => paragraph(out, style, letters, words),
            Cell::Empty => paragraph(out, style, letters, ""),
        }
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}

fn paragraph(out: &mut String, properties: &str, letters: &str, words: &str) {
    out.push_str(&format!("<w:p><w:pPr>{properties}</w:pPr>"));
    for (number, line) in words.split('\n').enumerate() {
        let start = if number > 0 { "<w:br/>" } else { "" };
        let line = escape(line);
        if !line.is_empty() || number > 0 {
            out.push_str(&format!(
                "<w:r><w:rPr>{letters}</w:rPr>{start}<w:t xml:space=\"preserve\">{line}</w:t></w:r>"
            ));
        }
    }
    out.push_str("</w:p>");
}

fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // XML cannot hold these at all.
            letter if letter.is_control() && letter != '\t' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
