//! The usual lines are read by a way of their own. What it says is what the general reader says, whatever the bytes.

use kodebok::journal::clock::Hlc;
use kodebok::journal::entry::Entry;
use kodebok::journal::event::{Event, FreeText};
use kodebok::journal::wire::{self, BadLine, Draft};
use kodebok::model::anchor::AnchoredSpan;
use kodebok::model::id::{CodeId, CoderId, CodingId, EntryHash, LogId, MemoId, SourceId};
use kodebok::model::memo::About;
use kodebok::model::span::Span;
use proptest::prelude::*;

/// A line with a hash of its own; `tail` is what stands between the hash and the last bracket.
fn signed(head: &str, tail: &str) -> String {
    let hash = blake3::hash(head.as_bytes()).to_hex();
    format!("{head},\"h\":\"{}\"{tail}}}", hash.get(..32).expect("64 digits"))
}

/// What both ways of reading say; a space that means nothing keeps a line from being a usual one.
fn both(head: &str, tail: &str) -> [Result<Entry, ()>; 2] {
    let strange = head.replacen('{', "{ ", 1);
    [signed(head, tail), signed(&strange, tail)].map(|line| match wire::read(&line) {
        Ok(mut entry) => {
            // The space changes the hash.
            entry.id = EntryHash::new(1);
            Ok(entry)
        }
        Err(BadLine::NoHash | BadLine::WrongHash) => panic!("it was signed: {line}"),
        Err(_) => Err(()),
    })
}

fn usual(kind: u8, number: u64, words: &str, seen: Option<(u64, u64)>, wall_ms: Option<u64>) -> String {
    let (coding, code) = (CodingId::new(u128::from(number) << 70), CodeId::new(u128::from(number) * 3));
    let start = u32::try_from(number % 60_000).expect("below 60,000");
    let at = AnchoredSpan::imported(Span::new(start, start + 9).expect("a span"));
    let event = match kind % 4 {
        0 => Event::CodingAdded { coding, code, source: SourceId::new(7), at },
        1 => Event::CodingRecoded { coding, code },
        2 => Event::CodingResized { coding, at },
        _ => {
            let (memo, text) = (MemoId::new(u128::from(number)), FreeText::new(words));
            Event::MemoWritten { memo, about: About::Coding(coding), replaces: Vec::new(), text }
        }
    };
    let draft = Draft {
        log: LogId::new(0xa1),
        sequence: number.max(1),
        previous: (number > 1).then(|| EntryHash::new(0xb2)),
        clock: Hlc { ms: 1_763_750_000_000 + number, counter: 2 },
        wall_ms,
        coder: CoderId::new(0xc3),
        part: None,
        seen: seen.map(|(log, upto)| (LogId::new(u128::from(log)), upto)).into_iter().collect(),
        events: vec![event],
    };
    wire::line(draft, 0x5a17).expect("it fits in a line").1
}

/// The line up to its hash, and what stands behind the hash.
fn apart(line: &str) -> (String, String) {
    let (head, tail) = line.rsplit_once(",\"h\":\"").expect("it has a hash");
    let tail = tail.get(33..).and_then(|tail| tail.strip_suffix('}')).expect("it ends");
    (head.to_owned(), tail.to_owned())
}

proptest! {
    #[test]
    fn both_ways_of_reading_say_the_same(
        (kind, number, words) in (any::<u8>(), any::<u64>(), "[a-zæøå \"\\\\]{0,12}"),
        (seen, wall_ms) in (any::<Option<(u64, u64)>>(), any::<Option<u64>>()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}\",:0-9a-fx ]{0,3}", 0..4_usize), 0..3),
    ) {
        let line = usual(kind, number, &words, seen, wall_ms);
        let (mut head, tail) = apart(&line);
        prop_assert!(both(&head, &tail)[0].is_ok());
        for (place, written, gone) in changes {
            let letters: Vec<char> = head.chars().collect();
            // The first bracket stays: it tells the two ways apart.
            let from = 1 + place.index(letters.len() - 1);
            let upto = (from + gone).min(letters.len());
            head = letters[..from].iter().copied().chain(written.chars()).chain(letters[upto..].iter().copied()).collect();
        }
        let [one, other] = both(&head, &tail);
        prop_assert_eq!(one, other, "{} {}", head, tail);
    }
}

#[test]
fn words_that_do_not_belong_there_are_no_usual_line() {
    let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex().get(..32).expect("64 digits").to_owned();
    let memo = usual(3, 5, "ord", None, None);
    let (head, tail) = apart(&memo);
    let coding = apart(&usual(0, 5, "", None, None)).0;
    let lacking = head.replace(&format!(",\"xh\":\"{}\"", hash(tail.get(5..).expect("the text"))), "");
    for (head, tail) in [
        (head.clone(), String::new()),
        (head.clone(), ",\"x\":null".to_owned()),
        (head, tail.replace("ord", "mord")),
        (lacking.clone(), tail.clone()),
        (lacking, String::new()),
        (coding, tail),
    ] {
        let [one, other] = both(&head, &tail);
        assert_eq!(one, other, "{head} {tail}");
    }
}
