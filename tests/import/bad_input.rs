//! Bad input may be refused; it never panics, and never hangs.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::LazyLock;

use kodebok::import::apart::answer;
use kodebok::import::{self, Choices, Content, Hazard, IMPORTERS, ImportError, MAX_TEXT, apart};
use kodebok::journal::edit::NewSource;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::golden;
use crate::support::reading::read;

static SAMPLES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(every_sample);

/// Every file that an importer reads as it is, and of those that are unpacked before, what they unpack to.
fn every_sample() -> Vec<(String, Vec<u8>)> {
    let mut samples = Vec::new();
    for path in golden::folders("import").iter().flat_map(|folder| golden::files(&format!("import/{folder}"))) {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let expected = format!("{}.expected", path.display());
        let refused = std::fs::read_to_string(expected).is_ok_and(|text| text.starts_with("error"));
        let bytes = std::fs::read(&path).expect("samples are there and small");
        match apart(&name) {
            // What breaks a library is for the process that is there to be broken.
            Some(_) if refused => {}
            Some(kind) => samples.push((name, answer(&kind.unpack(&bytes)).expect("a good file").to_vec())),
            None if name.starts_with("bomb.") => {}
            None => samples.push((name, bytes)),
        }
    }
    samples
}

/// Reads, and checks what must hold of whatever comes out.
fn survives(name: &str, bytes: &[u8]) {
    let Ok(read) = import::read(name, bytes, &Choices::default()) else { return };
    match &read.content {
        Content::Text(source) => holds(name, source),
        Content::Survey(survey) => {
            let width = survey.table.header.len();
            assert!(survey.table.rows.iter().all(|row| row.len() == width), "{name}: every row has every column");
            for row in &survey.cases.rows {
                assert_eq!(row.values.len(), survey.cases.attributes.len(), "{name}: a value for each attribute");
                row.source.iter().for_each(|source| holds(name, source));
            }
        }
    }
}

fn holds(name: &str, source: &NewSource) {
    let length = u32::try_from(source.text.chars().count()).expect("samples are there and small");
    let mut at = 0;
    for turn in &source.turns {
        assert!(at <= turn.span.start() && turn.span.end() <= length, "{name}: turns stand in order within the text");
        assert!(turn.speaker.is_none_or(|n| usize::from(n) < source.speakers.len()), "{name}: speakers are known");
        at = turn.span.end();
    }
    assert!(!source.text.contains(['\r', '\u{feff}', '\u{ad}', '\0']), "{name}: the text is canonical");
}

#[test]
fn what_once_broke_an_importer_breaks_it_no_more() {
    for path in golden::files("import/crashers") {
        survives(&path.file_name().unwrap().to_string_lossy(), &std::fs::read(&path).unwrap());
    }
}

proptest! {
    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000), which in 0..IMPORTERS.len()) {
        survives(&format!("x.{}", IMPORTERS[which].extensions()[0]), &bytes);
    }

    #[test]
    fn random_lines(text in "([A-ZÅ<>&;:\\[\\]()*#0-9 -]{0,12}(-->|: |\n|<v |</v>|\n\n|\t|00:1)){0,40}", which in 0..IMPORTERS.len()) {
        survives(&format!("x.{}", IMPORTERS[which].extensions()[0]), text.as_bytes());
        survives("x.vtt", format!("WEBVTT\n\n{text}").as_bytes());
        survives("x.csv", text.replace(' ', ";").as_bytes());
    }

    #[test]
    fn samples_with_bits_flipped(pick in any::<prop::sample::Index>(), flips in proptest::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..6)) {
        let (name, mut bytes) = pick.get(&SAMPLES).clone();
        for (at, bit) in flips {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
        }
        survives(&name, &bytes);
    }

    #[test]
    fn runs_on_a_page(runs in proptest::collection::vec((any::<i32>(), any::<i32>(), -5_000..5_000_i32, any::<i16>(), "[a-zæø.:\u{ad}# -]{0,9}(Side 1|-|)"), 0..60)) {
        let line = |(left, right, y, size, words): (i32, i32, i32, i16, String)| {
            let page_ends = if y % 7 == 0 { "\n" } else { "" };
            format!("{left}\t{right}\t{y}\t{size}\t{words}\n{page_ends}")
        };
        survives("x.pdf", format!("0\n{}\n", runs.into_iter().map(line).collect::<String>()).as_bytes());
    }

    #[test]
    fn random_groups(text in "((\\\\(par|cell|row|trowd|intbl|pard|u-?[0-9]{1,6}|'[0-9a-f]{2}|footnote|annotation|atnref|shptxt|listtext|\\*|deleted|uc[0-9]|bin[0-9]) ?)|\\{|\\}|x| ){0,60}") {
        survives("x.rtf", format!("{{\\rtf1 {text}}}").as_bytes());
    }

    #[test]
    fn random_tags(text in "((</?(table|tr|td|li|ul|ol|p|pre|q|a|del|nav|br|h1|div)( class=footnote-ref)?>)|&[a-z]{0,4};|x| |\n){0,60}") {
        survives("x.html", text.as_bytes());
    }

    #[test]
    fn documents_with_a_piece_cut_out(pick in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 1_usize..200) {
        let samples: Vec<_> = SAMPLES.iter().filter(|(_, bytes)| bytes.starts_with(b"PK")).collect();
        let (name, bytes) = *pick.get(&samples);
        let mut parts = unpacked(bytes);
        let main = ["word/document.xml", "content.xml"];
        if let Some((_, xml)) = parts.iter_mut().find(|(name, _)| main.contains(&name.as_str())) {
            let from = from.index(xml.len().max(1)).min(xml.len());
            xml.drain(from..(from + length).min(xml.len()));
        }
        survives(name, &packed(&parts));
    }

    #[test]
    fn samples_cut_off(pick in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>()) {
        let (name, bytes) = pick.get(&SAMPLES);
        survives(name, &bytes[..cut.index(bytes.len() + 1)]);
    }
}

#[test]
fn texts_past_the_limit_are_refused() {
    let bytes = vec![b'a'; MAX_TEXT + 1];
    for name in ["a.txt", "a.md", "a.vtt", "a.srt", "a.json", "a.csv", "a.html"] {
        assert_eq!(read(name, &bytes).unwrap_err(), ImportError::TooLarge { limit: MAX_TEXT });
    }
}

#[test]
fn hostile_repetition_takes_no_longer_than_its_length() {
    for piece in [
        "&",
        "<",
        "<a",
        "<a>",
        "<v A>",
        "A: b\n",
        "00:01 --> 00:02\n",
        "\n\n",
        "[",
        "**",
        "Ab 1:2",
        "æ\u{300}",
        "{\\",
        "\"",
        ";",
        "1\n00:01 --> 00:02\n",
        "{\"segments\":[",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        for name in ["a.txt", "a.md", "a.vtt", "a.srt", "a.json", "a.csv", "a.tsv", "a.html"] {
            survives(name, text.as_bytes());
        }
    }
}

#[test]
fn hostile_tags_and_groups_take_no_longer_than_their_length() {
    for piece in
        ["<b>", "<div>", "<p>", "<font a=1>", "<nav>", "<li>", "<td>", "<tr>", "</table>", "<br>", "<!--", "<q>"]
    {
        survives("a.html", piece.repeat(200_000 / piece.len()).as_bytes());
    }
    for piece in
        ["\\par", "\\cell", "\\row", "\\trowd\\cell", "\\'e6", "\\u55357?", "{}", "{\\footnote x}", "\\bin0 ", "\\*"]
    {
        let text = piece.repeat(200_000 / piece.len());
        survives("a.rtf", format!("{{\\rtf1 {text}}}").as_bytes());
    }
}

/// A Word document with the parts given, each by its name.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("a part");
    }
    zip.finish().expect("a package").into_inner()
}

/// The parts of a package that can be unpacked.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let count = zip.len();
    let part = |at: usize| {
        let mut part = zip.by_index(at).ok()?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        Some((part.name().ok()?.into_owned(), bytes))
    };
    (0..count).filter_map(part).collect()
}

#[test]
fn packages_past_a_limit_are_refused() {
    let document = |words: &str| format!("<document><body><p><r><t>{words}</t></r></p></body></document>").into_bytes();
    let main = |words: &str| ("word/document.xml".to_owned(), document(words));
    let many = (0..10_000).map(|n| (format!("{n}"), Vec::new()));
    let many: Vec<_> = std::iter::once(main("Ord.")).chain(many).collect();
    assert_eq!(read("a.docx", &packed(&many)).unwrap_err(), ImportError::TooLarge { limit: 10_000 });
    // Words that hardly pack, so that only their length can be held against them.
    let mut seed = 1_u64;
    let noise: String = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        char::from(b'a' + u8::try_from(seed >> 60).expect("four bits"))
    })
    .take(MAX_TEXT + 1)
    .collect();
    let long = packed(&[main(&noise)]);
    assert_eq!(read("a.docx", &long).unwrap_err(), ImportError::TooLarge { limit: MAX_TEXT });
    let bomb = packed(&[main(&"a".repeat(12 * 1024 * 1024))]);
    let climbs = packed(&[main("Ord."), ("../x".to_owned(), Vec::new())]);
    for name in ["a.docx", "a.odt", "a.xlsx"] {
        let parts = [main("Ord."), ("content.xml".to_owned(), vec![b' '; 12 * 1024 * 1024])];
        let bomb = if name == "a.docx" { bomb.clone() } else { packed(&parts) };
        assert_eq!(read(name, &bomb).unwrap_err(), ImportError::Unsafe(Hazard::Bomb { times: 200 }), "{name}");
        assert_eq!(read(name, &climbs).unwrap_err(), ImportError::Unsafe(Hazard::Name), "{name}");
    }
}

#[test]
fn a_text_past_the_limit_is_refused_in_rtf() {
    let text = format!("{{\\rtf1 {}}}", "a".repeat(MAX_TEXT + 1));
    assert_eq!(read("a.rtf", text.as_bytes()).unwrap_err(), ImportError::TooLarge { limit: MAX_TEXT });
}

#[test]
fn what_grows_while_it_is_read_is_refused() {
    let spaces = "<s c='200'/>".repeat(120_000);
    let xml = format!("<document-content><body><text><p>Ord{spaces}</p></text></body></document-content>");
    let grown = packed(&[("content.xml".to_owned(), xml.into_bytes())]);
    assert_eq!(read("a.odt", &grown).unwrap_err(), ImportError::TooLarge { limit: MAX_TEXT });
}

#[test]
fn an_answer_that_breaks_off_is_never_taken_for_the_whole() {
    let bytes = std::fs::read(golden::data("import/xlsx/survey.xlsx")).expect("the sample is there");
    let whole = apart("a.xlsx").expect("it is unpacked").unpack(&bytes);
    assert!(answer(&whole).is_ok_and(|text| !text.is_empty()));
    for cut in 0..whole.len() {
        assert!(answer(&whole[..cut]).is_err(), "cut {cut}");
    }
}
