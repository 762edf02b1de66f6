//! Pictures: the bundled faces are found, and a page has its true size.

use kodebok::export::{ExportError, How, What, exporter, pdf, png};
use kodebok::figure::structure::{Options, structure};
use kodebok::lang::Language;
use kodebok::model::arrangement::Paper;
use resvg::tiny_skia::Pixmap;
use resvg::usvg;

use crate::support::study::{Study, sample_codebook};

#[test]
fn a_page_of_a4_has_300_dots_an_inch_and_says_so() {
    let project = sample_codebook().project();
    let bytes = exporter(What::Structure, "png").unwrap().write(&project, &How::in_language(Language::Bokmal)).unwrap();
    let page = Pixmap::decode_png(&bytes).unwrap();
    assert_eq!((page.width(), page.height()), (2480, 3508));
    let density = bytes.windows(4).position(|window| window == b"pHYs").unwrap();
    assert_eq!(bytes[density + 4..density + 13], [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]);
    let dark = page.pixels().iter().filter(|dot| dot.red() < 0x60 && dot.green() < 0x60 && dot.blue() < 0x60).count();
    assert!(dark > 20_000, "letters are drawn: {dark} dark dots");
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("structure.png"), &bytes).unwrap();
}

#[test]
fn the_svg_is_read_by_another_reader() {
    let mut study = Study::new("A < B & \"C\" \u{1} 😀");
    study.code("ord", kodebok::model::code::CodeKind::Code, kodebok::model::code::Origin::Data);
    let bytes = exporter(What::Structure, "svg")
        .unwrap()
        .write(&study.project(), &How::in_language(Language::English))
        .unwrap();
    let tree = usvg::Tree::from_data(&bytes, &usvg::Options::default()).unwrap();
    assert_eq!(tree.size().width().round(), 794.0, "210 mm at 96 dots an inch");
}

#[test]
fn more_pages_than_a_picture_holds_are_refused() {
    let scene = structure(&Study::new("").project(), &Options::default()).remove(0);
    let error = png::png(&vec![scene; 10]).unwrap_err();
    assert!(matches!(error, ExportError::TooManyPages { pages: 10, max: 9 }));
}

#[test]
fn a_pdf_has_a_page_a_scene_at_its_true_size_and_letters_that_can_be_selected() {
    let project = sample_codebook().project();
    let options = Options { paper: Paper::Landscape, ..Options::default() };
    let scenes = structure(&project, &options);
    let bytes = pdf::pdf(&scenes).unwrap();
    let pages = pdf_extract::extract_text_from_mem_by_pages(&bytes).unwrap();
    assert_eq!(pages.len(), scenes.len());
    // Each letter has its place, and this reader sets a space after each.
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let text = plain(&pages.concat());
    for name in ["Klyngestudien – kodestruktur", "Læring", "påvirkning av bransjen", "få tak i nye kunder"] {
        assert!(text.contains(&plain(name)), "{name} in {text}");
    }
    let written = String::from_utf8_lossy(&bytes);
    assert!(written.contains("[0 0 841.89 595.28]"), "A4 on its side");
}
