//! Bad input may be refused; it never panics, and never hangs.

use kodebok::import::{IMPORTERS, ImportError, MAX_TEXT};
use proptest::prelude::*;

use crate::support::golden;
use crate::support::reading::{read, text};

fn every_sample() -> Vec<(String, Vec<u8>)> {
    let folders = ["txt", "md", "vtt", "docx"].map(|folder| golden::files(&format!("import/{folder}")));
    let files = folders.into_iter().flatten().filter(|path| !path.ends_with("bomb.docx"));
    files
        .map(|path| {
            (
                path.file_name()
                    .expect("samples are there and small")
                    .to_str()
                    .expect("samples are there and small")
                    .to_owned(),
                std::fs::read(path).expect("samples are there and small"),
            )
        })
        .collect()
}

/// Reads, and checks what must hold of whatever comes out.
fn survives(name: &str, bytes: &[u8]) {
    let Ok((source, _)) = text(name, bytes) else { return };
    let length = u32::try_from(source.text.chars().count()).expect("samples are there and small");
    let mut at = 0;
    for turn in &source.turns {
        assert!(at <= turn.span.start() && turn.span.end() <= length, "{name}: turns stand in order within the text");
        assert!(turn.speaker.is_none_or(|n| usize::from(n) < source.speakers.len()), "{name}: speakers are known");
        at = turn.span.end();
    }
    assert!(!source.text.contains(['\r', '\u{feff}', '\u{ad}', '\0']), "{name}: the text is canonical");
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
    }

    #[test]
    fn samples_with_bits_flipped(pick in any::<prop::sample::Index>(), flips in proptest::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..6)) {
        let samples = every_sample();
        let (name, mut bytes) = pick.get(&samples).clone();
        for (at, bit) in flips {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
        }
        survives(&name, &bytes);
    }

    #[test]
    fn samples_cut_off(pick in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>()) {
        let samples = every_sample();
        let (name, bytes) = pick.get(&samples);
        survives(name, &bytes[..cut.index(bytes.len() + 1)]);
    }
}

#[test]
fn texts_past_the_limit_are_refused() {
    let bytes = vec![b'a'; MAX_TEXT + 1];
    for name in ["a.txt", "a.md", "a.vtt"] {
        assert_eq!(read(name, &bytes).unwrap_err(), ImportError::TooLarge { limit: MAX_TEXT });
    }
}

#[test]
fn hostile_repetition_takes_no_longer_than_its_length() {
    for piece in
        ["&", "<", "<a", "<a>", "<v A>", "A: b\n", "00:01 --> 00:02\n", "\n\n", "[", "**", "Ab 1:2", "æ\u{300}"]
    {
        let text = piece.repeat(200_000 / piece.len());
        for name in ["a.txt", "a.md", "a.vtt"] {
            survives(name, text.as_bytes());
        }
    }
}
