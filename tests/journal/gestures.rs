//! Gestures of several lines: whole or not at all, whatever has arrived of them.

use kodebok::journal::clock::Hlc;
use kodebok::journal::entry::{Entry, Part};
use kodebok::journal::event::{Event, FreeText};
use kodebok::journal::fold::Fold;
use kodebok::journal::problem::Problem;
use kodebok::journal::wire::{self, Draft};
use kodebok::model::code::{CodeKind, Origin, Place};
use kodebok::model::id::{CodeId, CoderId, EntryHash, GestureId, LogId};

const LOG: LogId = LogId::new(0xa);

/// Writes a log; each line is the parts it belongs to and the code it makes.
fn log(lines: &[(Option<(u32, u32)>, u128)]) -> Vec<Entry> {
    let mut previous: Option<EntryHash> = None;
    let mut entries = Vec::new();
    for (&(part, code), sequence) in lines.iter().zip(1..) {
        let name = FreeText::new(format!("kode {code}"));
        let (place, kind, origin) = (Place::between(None, None), CodeKind::Code, Origin::Data);
        let made = Event::CodeCreated { code: CodeId::new(code), parent: None, place, kind, origin, hue: None, name };
        let draft = Draft {
            log: LOG,
            sequence,
            previous,
            clock: Hlc { ms: sequence, counter: 0 },
            wall_ms: None,
            coder: CoderId::new(1),
            part: part.map(|(number, of)| Part { gesture: GestureId::new(7), number, of }),
            seen: [].into(),
            events: vec![made],
        };
        let entry = wire::line(draft, 1).expect("it fits").0;
        previous = Some(entry.id);
        entries.push(entry);
    }
    entries
}

fn codes(fold: &Fold) -> Vec<u128> {
    fold.project().codebook().codes().map(|code| code.id.bits()).collect()
}

#[test]
fn a_gesture_counts_when_its_last_part_arrives_whichever_that_is() {
    let entries = log(&[(None, 1), (Some((1, 3)), 2), (Some((2, 3)), 3), (Some((3, 3)), 4)]);
    for last in 1..4 {
        let mut fold = Fold::new();
        fold.insert(entries.iter().enumerate().filter(|(at, _)| *at != last).map(|(_, entry)| entry.clone()));
        assert_eq!(codes(&fold), [1], "without part {last}");
        assert_eq!((fold.entries().len(), fold.unfinished().len()), (1, 2));
        assert!(fold.contains(entries[0].id) && fold.unfinished().iter().all(|entry| !fold.is_live(entry.id)));
        let from = if last == 1 { 3 } else { 2 };
        assert!(fold.problems().contains(&Problem::Unfinished { log: LOG, sequence: from, present: 2, of: 3 }));
        assert_eq!(fold.project().seen(), &[(LOG, 1)].into(), "nobody has seen half a gesture");
        fold.insert([entries[last].clone()]);
        assert_eq!((codes(&fold), fold.problems()), (vec![1, 2, 3, 4], &[][..]));
        assert_eq!(fold.project().seen(), &[(LOG, 4)].into());
        assert_eq!(fold.unfinished().len(), 0);
    }
}

#[test]
fn a_gesture_that_becomes_whole_beside_a_later_one_stands_before_it() {
    let entries = log(&[(Some((1, 3)), 1), (Some((2, 3)), 2), (Some((3, 3)), 3), (None, 4)]);
    let mut fold = Fold::new();
    fold.insert(entries[..2].iter().cloned());
    fold.insert([entries[3].clone(), entries[2].clone()]);
    let told: Vec<u64> = fold.entries().map(|entry| entry.sequence).collect();
    assert_eq!(told, [1, 2, 3, 4]);
}

#[test]
fn what_a_crash_tore_never_counts_and_what_comes_after_it_does() {
    let entries = log(&[(None, 1), (Some((1, 3)), 2), (Some((2, 3)), 3), (None, 4), (None, 5)]);
    let mut fold = Fold::new();
    fold.insert(entries);
    assert_eq!(codes(&fold), [1, 4, 5]);
    assert_eq!(fold.problems(), [Problem::Unfinished { log: LOG, sequence: 2, present: 2, of: 3 }]);
    assert_eq!(fold.project().seen(), &[(LOG, 5)].into(), "there is nothing more to come of it");
}

#[test]
fn a_part_that_is_none_makes_no_sense() {
    for (number, of) in [(0, 3), (4, 3), (0, 0)] {
        let entry = Part { gesture: GestureId::new(7), number, of };
        let draft = Draft {
            log: LOG,
            sequence: 1,
            previous: None,
            clock: Hlc { ms: 1, counter: 0 },
            wall_ms: None,
            coder: CoderId::new(1),
            part: Some(entry),
            seen: [].into(),
            events: vec![],
        };
        let (_, line) = wire::line(draft, 1).expect("it fits");
        assert!(wire::read(&line).is_err(), "{line}");
    }
}
