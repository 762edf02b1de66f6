//! What several logs are to each other: gaps, forks, clocks, and lines from a later version.

use kodebok::journal::clock::Hlc;
use kodebok::journal::entry::{Besides, Entry, Events, Link};
use kodebok::journal::event::{Event, FreeText};
use kodebok::journal::fold::Fold;
use kodebok::journal::problem::Problem;
use kodebok::journal::wire::{self, Draft};
use kodebok::model::anchor::AnchoredSpan;
use kodebok::model::id::{CodeId, CoderId, CodingId, EntryHash, LogId, ProjectId, SourceId};
use kodebok::model::span::Span;

const LOG: LogId = LogId::new(0xa);
const HOUR: u64 = 60 * 60 * 1000;

fn entry(sequence: u64, previous: Option<EntryHash>, name: &str) -> Entry {
    let draft = Draft {
        log: LOG,
        sequence,
        previous,
        clock: Hlc { ms: sequence.saturating_mul(HOUR), counter: 0 },
        wall_ms: None,
        coder: CoderId::new(1),
        part: None,
        seen: [].into(),
        events: vec![Event::ProjectRenamed { name: FreeText::new(name) }],
    };
    wire::line(draft, 1).expect("it fits").0
}

/// The same entry with something besides.
fn with(entry: &Entry, besides: Besides) -> Entry {
    let (id, log, sequence, previous) = (entry.id, entry.log, entry.sequence, entry.previous());
    Entry::new(Link { id, log, sequence, previous }, entry.clock, entry.coder, entry.events.clone(), besides)
}

fn chain(length: u64) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for sequence in 1..=length {
        entries.push(entry(sequence, entries.last().map(|entry| entry.id), &format!("name {sequence}")));
    }
    entries
}

#[test]
fn a_missing_line_is_a_gap_until_it_arrives() {
    let mut fold = Fold::new();
    let mut entries = chain(6);
    let late: Vec<Entry> = entries.drain(2..4).collect();
    fold.insert(entries);
    assert_eq!(fold.problems(), [Problem::Gap { log: LOG, from: 3, to: 4 }]);
    assert_eq!(fold.project().seen(), &[(LOG, 2)].into(), "nobody can say they had seen what is missing");
    assert_eq!(fold.project().name(), "name 6");
    assert_eq!(fold.insert(late), 2);
    assert_eq!((fold.problems(), fold.project().seen()), (&[][..], &[(LOG, 6)].into()));
}

#[test]
fn a_fork_is_told_and_both_branches_count() {
    let mut fold = Fold::new();
    let entries = chain(3);
    let branch = entry(3, Some(entries[1].id), "other");
    let ids: Vec<EntryHash> =
        [entries[2].id, branch.id].into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().collect();
    fold.insert(entries.into_iter().chain([branch]));
    assert_eq!(fold.problems(), [Problem::Fork { log: LOG, sequence: 3, entries: ids }]);
    assert_eq!(fold.entries().len(), 4);
}

#[test]
fn a_line_that_does_not_follow_is_told() {
    let mut fold = Fold::new();
    let mut entries = chain(2);
    entries.push(entry(3, Some(EntryHash::new(9)), "from nowhere"));
    fold.insert(entries);
    assert_eq!(fold.problems(), [Problem::Torn { log: LOG, sequence: 3 }]);
}

#[test]
fn the_same_entry_counts_once() {
    let mut fold = Fold::new();
    assert_eq!((fold.insert(chain(3)), fold.insert(chain(4)), fold.insert(chain(4))), (3, 1, 0));
    let revision = fold.project().revision();
    fold.insert(chain(2));
    assert_eq!(fold.project().revision(), revision);
}

#[test]
fn a_clock_that_stands_a_day_ahead_is_told() {
    let mut fold = Fold::new();
    fold.insert(chain(40));
    assert_eq!(fold.clocks_ahead(16 * HOUR), []);
    assert_eq!(fold.clocks_ahead(10 * HOUR), [Problem::ClockAhead { log: LOG, by_ms: 30 * HOUR }]);
}

#[test]
fn what_a_later_version_says_is_told_and_skipped() {
    let mut fold = Fold::new();
    let mut entries = chain(3);
    entries[1] = with(&entries[1], Besides { unknown: ["text_cut".to_owned()].into(), ..Besides::default() });
    entries[2] = with(&entries[2], Besides { version: 2, ..Besides::default() });
    fold.insert(entries);
    assert_eq!(
        fold.problems(),
        [
            Problem::UnknownKinds { log: LOG, sequence: 2, kinds: vec!["text_cut".to_owned()] },
            Problem::LaterFormat { log: LOG, sequence: 3, version: 2 },
        ]
    );
}

#[test]
fn codings_wait_for_what_they_need_and_lines_of_another_project_are_told() {
    let mut first = entry(1, None, "");
    let at = AnchoredSpan::imported(Span::new(0, 4).expect("a span"));
    let (code, source) = (CodeId::new(5), SourceId::new(6));
    first.events = Events::from(vec![
        Event::ProjectCreated { project: ProjectId::new(1), name: FreeText::new("one") },
        Event::ProjectCreated { project: ProjectId::new(2), name: FreeText::new("two") },
        Event::CodingAdded { coding: CodingId::new(7), code, source, at },
    ]);
    let mut fold = Fold::new();
    fold.insert([first]);
    assert_eq!((fold.project().id(), fold.project().name()), (Some(ProjectId::new(1)), "one"));
    assert_eq!(fold.waiting().count(), 1);
    assert_eq!(
        fold.problems(),
        [
            Problem::OtherProject { project: ProjectId::new(2), log: LOG },
            Problem::CodingsWithoutCode { code, codings: 1 },
        ]
    );
}

#[test]
fn a_line_with_the_last_number_there_is_breaks_nothing() {
    let mut fold = Fold::new();
    let other = LogId::new(0xb);
    let last = |previous: Option<EntryHash>| Draft {
        log: LOG,
        sequence: u64::MAX,
        previous,
        clock: Hlc { ms: HOUR, counter: 0 },
        wall_ms: None,
        coder: CoderId::new(1),
        part: None,
        seen: [(other, u64::MAX)].into(),
        events: vec![Event::ProjectRenamed { name: FreeText::new("the last") }],
    };
    let forks = [1, 2].map(|n| wire::line(last(Some(EntryHash::new(n))), n).expect("it fits"));
    let read = forks.map(|(_, line)| wire::read(&line).expect("it is whole"));
    assert_eq!(fold.insert(read.into_iter().chain(chain(2))), 4);
    assert_eq!(fold.project().name(), "name 2");
    assert_eq!(fold.problems()[0], Problem::Gap { log: LOG, from: 3, to: u64::MAX - 1 });
}
