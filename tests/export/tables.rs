//! Tables are read back by other readers: what stands in a cell is what the project says.

use std::io::{Cursor, Read as _};

use kodebok::analysis::table::Table;
use kodebok::export::{EXPORTERS, ExportError, How, What, codebook, exporter, segments};
use kodebok::lang::Language;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::project::Project;

use crate::support::golden;
use crate::support::reading::text;
use crate::support::study::Study;

/// A study with everything that can go wrong in a cell.
fn study() -> Study {
    let mut study = Study::new("Trygghet & hjem");
    study.code("Trygghet", CodeKind::Theme, Origin::Theory);
    study.describe("Trygghet", "Det som «bærer»; ikke | annet,\nheller ikke <dette>.");
    study.code("Trygghet/hjem", CodeKind::Category, Origin::Theory);
    study.code("Trygghet/hjem/=SUM(A1)", CodeKind::Code, Origin::Data);
    study.describe("Trygghet/hjem/=SUM(A1)", "+47 er ikke en formel.");
    study.code("Trygghet/hjem/ute; \"her\"", CodeKind::Code, Origin::Data);
    let source = study.source(
        "Informant 1",
        "Intervjuer: Hvor?
         Kari: <Trygghet/hjem/=SUM(A1)>-1 eller =2, tror jeg</Trygghet/hjem/=SUM(A1)>. <Trygghet by Eva>Ja; \"visst\".</Trygghet>",
    );
    study.memo("@husk dette");
    study.case("Firma A", source, &[("Ansatte", "12"), ("Klynge", "Hav")]);
    study.source("Informant 2", "Per: <Trygghet by Eva>Nei.</Trygghet>");
    study
}

fn plain(table: &Table) -> String {
    let heads: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let row = |row: Vec<String>| row.join(" ¦ ").replace('\n', "⏎");
    let rows: Vec<String> = table.shown(Language::Bokmal).map(row).collect();
    format!("{}\n{}\n", heads.join(" ¦ "), rows.join("\n"))
}

fn write(project: &Project, what: What, extension: &str, language: Language) -> Vec<u8> {
    exporter(what, extension)
        .expect("it is in the list")
        .write(project, &How::in_language(language))
        .expect("it can be written")
}

/// The text of a part of a zipped document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("it is text");
    text
}

#[test]
fn tables_say_what_the_project_says() {
    let project = study().project();
    golden::check("export/codebook_nb.txt", &plain(&codebook::table(&project, Language::Bokmal)));
    golden::check("export/codebook_en.txt", &plain(&codebook::table(&project, Language::English)));
    golden::check("export/segments_nb.txt", &plain(&segments::table(&project, Language::Bokmal)));
}

#[test]
fn csv_is_read_back_by_the_separator_of_its_language_and_holds_no_formula() {
    let project = study().project();
    for (language, separator) in [(Language::Bokmal, b';'), (Language::English, b',')] {
        for (what, table) in [
            (What::Codebook, codebook::table(&project, language)),
            (What::Segments, segments::table(&project, language)),
        ] {
            let bytes = write(&project, what, "csv", language);
            let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("it has a mark for UTF-8");
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text);
            let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
            assert_eq!(heads, table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>());
            let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            assert_eq!(rows.len(), table.rows.len());
            for (row, cells) in rows.iter().zip(table.shown(language)) {
                for (field, cell) in row.iter().zip(cells) {
                    assert!(!field.starts_with(['=', '+', '-', '@', '\t']), "{field} could run");
                    assert_eq!(field.strip_prefix('\'').unwrap_or(field), cell);
                }
            }
        }
    }
}

#[test]
fn xlsx_holds_words_as_words_and_the_tree_as_indent() {
    let project = study().project();
    let bytes = write(&project, What::Codebook, "xlsx", Language::Bokmal);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(!sheet.contains("<f>"), "there is no formula");
    assert!(strings.contains("=SUM(A1)") && strings.contains("+47 er ikke en formel."));
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:I5\"/>"));
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("indent=\"1\"") && styles.contains("indent=\"2\""));
    assert!(part(&bytes, "xl/workbook.xml").contains("name=\"Kodebok\""));
}

#[test]
fn docx_has_a_heading_and_a_table_and_is_read_back_by_the_importer() {
    let project = study().project();
    let bytes = write(&project, What::Codebook, "docx", Language::Bokmal);
    let (source, _) = text("kodebok.docx", &bytes).unwrap();
    golden::check("export/codebook_docx.txt", &source.text);
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("<w:pStyle w:val=\"Heading1\"/>") && document.contains("<w:tblHeader/>"));
    assert!(document.contains("w:w=\"16838\" w:h=\"11906\""), "it is on A4");
}

#[test]
fn markdown_is_as_expected() {
    let project = study().project();
    let bytes = write(&project, What::Codebook, "md", Language::English);
    golden::check("export/codebook.md", &String::from_utf8(bytes).unwrap());
}

#[test]
fn the_same_project_gives_the_same_file_also_when_it_is_empty() {
    for project in [study().project(), Study::new("").project()] {
        for exporter in EXPORTERS {
            for language in Language::ALL {
                let once = exporter.write(&project, &How::in_language(language));
                if exporter.extension() == "qdc" && project.codebook().is_empty() {
                    assert!(matches!(once, Err(ExportError::NoCodes)), "the format wants a code");
                    continue;
                }
                let once = once.unwrap();
                assert!(!once.is_empty());
                let name = format!("{}.{}", exporter.what().name(), exporter.extension());
                let again = exporter.write(&project, &How::in_language(language)).unwrap();
                // The library that draws pages numbers their parts by chance; what they draw is the same.
                assert!(once == again || exporter.extension() == "pdf", "{name} differs");
            }
        }
    }
}

#[test]
fn every_exporter_is_found_by_what_and_ending() {
    for listed in EXPORTERS {
        let found = exporter(listed.what(), &listed.extension().to_uppercase()).unwrap();
        assert_eq!((found.what(), found.extension()), (listed.what(), listed.extension()));
    }
    assert!(exporter(What::Segments, "png").is_none());
}
