//! A line of the journal: written and read back, never wrong in silence, whatever the bytes.

use kodebok::journal::clock::Hlc;
use kodebok::journal::entry::{Entry, Part};
use kodebok::journal::event::{Event, FreeText};
use kodebok::journal::wire::{self, BadLine, Draft, MAX_LINE, MAX_READ};
use kodebok::model::anchor::AnchoredSpan;
use kodebok::model::id::{CodeId, CoderId, CodingId, EntryHash, GestureId, LogId, SourceId};
use kodebok::model::span::Span;
use proptest::prelude::*;

use crate::support::events::one_of_each;

fn draft(events: Vec<Event>) -> Draft {
    Draft {
        log: LogId::new(0xa1),
        sequence: 7,
        previous: Some(EntryHash::new(0xb2)),
        clock: Hlc { ms: 1_763_750_000_000, counter: 2 },
        wall_ms: None,
        coder: CoderId::new(0xc3),
        part: None,
        seen: [].into(),
        events,
    }
}

fn coding() -> Event {
    let at = AnchoredSpan::imported(Span::new(10, 20).expect("a span"));
    Event::CodingAdded { coding: CodingId::new(1), code: CodeId::new(2), source: SourceId::new(3), at }
}

fn renamed(words: &str) -> Event {
    Event::CodeRenamed { code: CodeId::new(2), name: FreeText::new(words) }
}

fn written(draft: Draft) -> (Entry, String) {
    wire::line(draft, 0x5a17).expect("it fits in a line")
}

/// Signs a line written by hand, as another program would; `tail` stands after the hash.
fn signed(head: &str, tail: &str) -> String {
    let hash = blake3::hash(head.as_bytes()).to_hex();
    format!("{head},\"h\":\"{}\"{tail}}}", hash.get(..32).expect("64 digits"))
}

const HEAD: &str = r#""l":"000000000000000000000000000000a1","n":7,"t":[5,0],"a":"000000000000000000000000000000c3""#;

#[test]
fn a_coding_is_this_line() {
    let (entry, line) = written(draft(vec![coding()]));
    let head = concat!(
        r#"{"v":1,"l":"000000000000000000000000000000a1","n":7,"p":"000000000000000000000000000000b2","#,
        r#""t":[1763750000000,2],"a":"000000000000000000000000000000c3","e":[{"coding_added":"#,
        r#"{"coding":"00000000000000000000000000000001","code":"00000000000000000000000000000002","#,
        r#""source":"00000000000000000000000000000003","at":[10,19]}}]"#
    );
    assert_eq!(line, signed(head, ""));
    assert!(line.contains(&format!("\"h\":\"{}\"", entry.id)));
}

#[test]
fn words_stand_in_the_detached_part_only() {
    let (_, line) = written(draft(vec![renamed("Hjelp \"uten\" faktura"), coding(), renamed("Læring")]));
    let (head, detached) = line.split_once(",\"h\":\"").expect("a hash");
    assert!(!head.contains("faktura") && head.contains(r#""name":{"x":0}"#) && head.contains(r#""name":{"x":1}"#));
    assert!(
        detached.ends_with(r#","x":{"s":"00000000000000000000000000005a17","t":["Hjelp \"uten\" faktura","Læring"]}}"#)
    );
}

#[test]
fn erased_words_leave_the_entry_and_its_name() {
    let (entry, line) = written(draft(vec![renamed("Kari Nordmann"), coding()]));
    let erased = wire::without_text(&line).unwrap();
    let null = erased.replace("\"}", "\",\"x\":null}");
    for scrubbed in [erased, null] {
        assert!(!scrubbed.contains("Nordmann"));
        let read = wire::read(&scrubbed).unwrap();
        assert_eq!(read.id, entry.id);
        let [Event::CodeRenamed { name, .. }, second] = &read.events[..] else { panic!("{read:?}") };
        assert!(name.is_erased() && second == &coding());
    }
}

#[test]
fn other_words_under_the_same_hash_are_refused() {
    let (_, line) = written(draft(vec![renamed("trygghet")]));
    assert_eq!(wire::read(&line.replace("trygghet", "utrygghet")), Err(BadLine::WrongText));
    let (_, bare) = written(draft(vec![coding()]));
    let smuggled = bare.replace("\"}", "\",\"x\":{\"s\":\"0\",\"t\":[\"a\"]}}");
    assert!(wire::read(&smuggled).is_err());
    let inline = format!("{{\"v\":1,{HEAD},\"e\":[{{\"project_renamed\":{{\"name\":{{\"x\":\"open\"}}}}}}]");
    assert!(matches!(wire::read(&signed(&inline, "")), Err(BadLine::Senseless(_))));
}

#[test]
fn unknown_kinds_are_named_and_the_known_ones_count() {
    let head = format!(
        "{{\"v\":1,{HEAD},\"new_field\":[1],\"e\":[{{\"text_cut\":{{\"h\":\"x\"}}}},\"paused\",{}]",
        serde_json::to_string(&coding()).unwrap()
    );
    let read = wire::read(&signed(&head, "")).unwrap();
    assert_eq!((read.unknown(), &*read.events), (&["text_cut".to_owned(), "paused".to_owned()][..], &[coding()][..]));
}

#[test]
fn a_later_format_is_kept_and_skipped() {
    let read = wire::read(&signed(&format!("{{\"v\":2,{HEAD},\"e\":{{\"packed\":true}}"), "")).unwrap();
    assert_eq!((read.version(), read.sequence, read.events.len(), read.unknown().len()), (2, 7, 0, 0));
}

#[test]
fn limits_are_told() {
    let long = "æ".repeat(MAX_LINE / 2);
    assert!(wire::line(draft(vec![renamed(&long)]), 1).is_err_and(|err| err.bytes > MAX_LINE));
    assert!(matches!(wire::read(&"x".repeat(MAX_READ + 1)), Err(BadLine::TooLong { .. })));
    let deep = format!("{{\"v\":1,{HEAD},\"e\":{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(wire::read(&signed(&deep, "")).map(|entry| entry.events.len()), Ok(0));
    assert_eq!(wire::read(""), Err(BadLine::NoHash));
}

#[test]
fn every_prefix_and_every_flipped_bit_is_refused_or_says_the_same() {
    let (entry, line) = written(draft(vec![renamed("Læring \\ \"på\" 😀"), coding(), renamed("")]));
    let bytes = line.as_bytes();
    for end in 0..bytes.len() {
        if let Ok(prefix) = std::str::from_utf8(&bytes[..end]) {
            assert!(wire::read(prefix).is_err(), "{prefix}");
        }
    }
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.to_vec();
            flipped[at] ^= 1 << bit;
            if let Ok(flipped) = std::str::from_utf8(&flipped)
                && let Ok(read) = wire::read(flipped)
            {
                assert_eq!(read, entry, "{flipped}");
            }
        }
    }
}

proptest! {
    #[test]
    fn a_line_survives_writing_and_reading(
        words in prop::collection::vec(any::<String>(), 24),
        numbers in prop::collection::vec(any::<u128>(), 48),
        kept in prop::collection::vec(any::<bool>(), 48),
        head in any::<(u128, u64, Option<u128>, u64, u32, Option<u64>, u128, Option<(u128, u16, u16)>)>(),
        salt in any::<u128>(),
    ) {
        let (mut word, mut number) = (words.into_iter().cycle(), numbers.into_iter().cycle());
        let seen = [(LogId::new(number.next().unwrap()), 4)].into();
        let events = one_of_each(&mut || word.next().unwrap(), &mut || number.next().unwrap());
        let (log, sequence, previous, ms, counter, wall_ms, coder, gesture) = head;
        let draft = Draft {
            log: LogId::new(log),
            sequence: sequence.max(1),
            previous: previous.map(EntryHash::new),
            clock: Hlc { ms, counter },
            wall_ms,
            coder: CoderId::new(coder),
            part: gesture.map(|(gesture, number, more)| Part {
                gesture: GestureId::new(gesture),
                number: u32::from(number).max(1),
                of: u32::from(number).max(1) + u32::from(more),
            }),
            seen,
            events: events.into_iter().zip(kept).filter_map(|(event, kept)| kept.then_some(event)).collect(),
        };
        let (entry, line) = wire::line(draft, salt).unwrap();
        prop_assert!(!line.contains('\n'));
        prop_assert_eq!(wire::read(&line).unwrap(), entry);
    }

    #[test]
    fn anything_may_come_in(noise in any::<String>(), cut in 0_usize..400) {
        let (_, line) = written(draft(vec![renamed("ord"), coding()]));
        let cut = line.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(line.len());
        let (head, tail) = line.split_at(cut);
        let (spoilt, resigned) = (format!("{head}{noise}{tail}"), signed(&format!("{head}{noise}"), ""));
        prop_assert!(wire::read(&noise).is_err());
        prop_assert!(noise.is_empty() || wire::read(&spoilt).is_err());
        // Signed noise may make sense by chance; reading it must only come back.
        drop(wire::read(&resigned));
    }
}
