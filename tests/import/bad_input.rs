//! Bad input may be refused; it never panics, and never hangs.

use std::sync::LazyLock;

use kodebok::import::apart::answer;
use kodebok::import::{self, Choices, Content, IMPORTERS, ImportError, MAX_TEXT, apart};
use kodebok::journal::edit::NewSource;
use proptest::prelude::*;

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
            None if name == "bomb.docx" => {}
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
    fn samples_cut_off(pick in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>()) {
        let (name, bytes) = pick.get(&SAMPLES);
        survives(name, &bytes[..cut.index(bytes.len() + 1)]);
    }
}

#[test]
fn texts_past_the_limit_are_refused() {
    let bytes = vec![b'a'; MAX_TEXT + 1];
    for name in ["a.txt", "a.md", "a.vtt", "a.srt", "a.json", "a.csv"] {
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
        for name in ["a.txt", "a.md", "a.vtt", "a.srt", "a.json", "a.csv", "a.tsv"] {
            survives(name, text.as_bytes());
        }
    }
}
