//! How long a large project takes to open: 300 interviews, 200,000 codings, 20,000 memos and what belongs to them,
//! nearly 258,000 events in all; and what one more coding costs in it, also where all the others are hidden from who
//! codes blind.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use kodebok::journal::clock::Hlc;
use kodebok::journal::edit::Edit;
use kodebok::journal::event::{Event, FreeText, Seen};
use kodebok::journal::fold::Fold;
use kodebok::journal::wire::{self, Draft};
use kodebok::model::anchor::AnchoredSpan;
use kodebok::model::code::{CodeKind, Origin, Place};
use kodebok::model::id::{CodeId, CoderId, CodingId, LogId, MemoId, ProjectId, RoundId, SourceId, TextHash};
use kodebok::model::memo::About;
use kodebok::model::span::Span;
use kodebok::session::world::RealWorld;
use kodebok::session::{Session, Who};
use kodebok::store::ProjectDir;
use kodebok::store::app_data::AppData;
use kodebok::store::disk::RealDisk;

const SOURCES: u128 = 300;
const CODES: u128 = 700;
const CODINGS: u128 = 200_000;
const RECODED: u128 = 36_000;
const MEMOS: u128 = 20_000;
const OLA: CoderId = CoderId::new(6);
const TURN: &str = "Ja, vi har jo fått mye hjelp av de andre bedriftene, også uten faktura. ";

fn main() {
    divan::main();
}

/// Writes the project into a folder, in segments as the program would.
fn lay_out(folder: &Path) {
    let project = ProjectId::new(1);
    ProjectDir::create(Arc::new(RealDisk), folder, project).expect("a temporary folder can be written");
    let (log, coder) = (LogId::new(77), CoderId::new(5));
    let logs = folder.join("logs").join(log.to_string());
    fs::create_dir_all(&logs).expect("a temporary folder can be written");
    let (mut segment, mut number, mut previous, mut sequence) = (String::new(), 1, None, 0);
    for event in events(project, coder, folder) {
        sequence += 1;
        let clock = Hlc { ms: 1_786_950_000_000 + sequence * 1_000, counter: 0 };
        let (seen, events) = (Seen::new(), vec![event]);
        let draft = Draft { log, sequence, previous, clock, wall_ms: None, coder, part: None, seen, events };
        let (entry, line) = wire::line(draft, id(9, u128::from(sequence))).expect("one event fits into a line");
        previous = Some(entry.id);
        if segment.len() + line.len() > 1_000_000 {
            fs::write(logs.join(format!("{number:06}.jsonl")), &segment).expect("a temporary folder can be written");
            segment.clear();
            number += 1;
        }
        segment.push_str(&line);
        segment.push('\n');
    }
    fs::write(logs.join(format!("{number:06}.jsonl")), &segment).expect("a temporary folder can be written");
}

/// An id that looks drawn.
fn id(kind: u128, n: u128) -> u128 {
    let hash = blake3::hash(&(kind << 64 | n).to_be_bytes());
    u128::from_be_bytes(*hash.as_bytes().first_chunk().expect("a hash has 32 bytes"))
}

fn events(project: ProjectId, coder: CoderId, folder: &Path) -> Vec<Event> {
    let mut events = vec![
        Event::ProjectCreated { project, name: FreeText::new("Stort prosjekt") },
        Event::CoderNamed { coder, name: FreeText::new("Kari Nordmann") },
    ];
    let mut length = 0;
    for n in 0..SOURCES {
        let text = format!("Intervju {n}.\n{}", TURN.repeat(400));
        length = u32::try_from(text.chars().count()).expect("a short text");
        let hash = blake3::hash(text.as_bytes());
        let hash = TextHash::new(u128::from_be_bytes(*hash.as_bytes().first_chunk().expect("a hash has 32 bytes")));
        let name = hash.to_string();
        let (start, _) = name.split_at(2);
        fs::create_dir_all(folder.join("sources").join(start)).expect("a temporary folder can be written");
        fs::write(folder.join("sources").join(start).join(format!("{name}.txt")), &text).expect("it can be written");
        let (title, file_name) = (FreeText::new(format!("Informant {n}")), FreeText::new(format!("{n}.txt")));
        let source = SourceId::new(id(1, n));
        let (speakers, turns) = (Box::default(), Box::default());
        events.push(Event::SourceAdded { source, text: hash, length, title, file_name, speakers, turns });
    }
    let mut place = None;
    for n in 0..CODES {
        let parent = (n >= 70).then(|| CodeId::new(id(2, n % 70)));
        let next = Place::between(place.as_ref(), None);
        place = Some(next.clone());
        let (code, name) = (CodeId::new(id(2, n)), FreeText::new(format!("kode nummer {n}")));
        let (kind, origin) = (CodeKind::Code, Origin::Data);
        events.push(Event::CodeCreated { code, parent, place: next, kind, origin, hue: None, name });
    }
    for n in 0..CODINGS {
        let start = u32::try_from(n * 7_919 % u128::from(length - 200)).expect("within the text");
        let span = Span::new(start, start + 20 + u32::try_from(n % 150).expect("below 150")).expect("a span");
        let (code, source) = (CodeId::new(id(2, n % CODES)), SourceId::new(id(1, n * 31 % SOURCES)));
        let at = AnchoredSpan::imported(span);
        events.push(Event::CodingAdded { coding: CodingId::new(id(3, n)), code, source, at });
    }
    for n in 0..RECODED {
        let (coding, code) = (CodingId::new(id(3, n * 5)), CodeId::new(id(2, n * 3 % CODES)));
        events.push(Event::CodingRecoded { coding, code });
    }
    for n in 0..MEMOS {
        let (memo, about) = (MemoId::new(id(4, n)), About::Coding(CodingId::new(id(3, n * 9))));
        let text = FreeText::new(format!("Minner om {n}: {TURN}"));
        events.push(Event::MemoWritten { memo, about, replaces: Vec::new(), text });
    }
    // All of it is coded once more, blind.
    let (round, coders) = (RoundId::new(8), [coder, OLA].into());
    events.push(Event::CoderNamed { coder: OLA, name: FreeText::new("Ola Hansen") });
    events.push(Event::DoubleCodingBegun { round, coders, codes: Box::default(), drawn: None });
    for n in 0..SOURCES {
        let all = AnchoredSpan::imported(Span::new(0, length - 10).expect("a span"));
        events.push(Event::DoubleCodingPlaced { round, source: SourceId::new(id(1, n)), at: [all].into() });
    }
    events
}

struct Laid {
    room: tempfile::TempDir,
}

impl Laid {
    fn new() -> Self {
        let room = tempfile::tempdir().expect("a temporary folder can be made");
        lay_out(&room.path().join("study"));
        Self { room }
    }

    fn dir(&self) -> ProjectDir {
        ProjectDir::open(Arc::new(RealDisk), &self.room.path().join("study")).expect("it was laid out")
    }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn read_and_prove_every_line(bencher: Bencher<'_, '_>) {
    let laid = Laid::new();
    let dir = laid.dir();
    bencher.bench_local(|| dir.read_logs(&BTreeSet::new()).expect("it can be read").entries.len());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn fold_what_was_read(bencher: Bencher<'_, '_>) {
    let laid = Laid::new();
    let dir = laid.dir();
    let read = || dir.read_logs(&BTreeSet::new()).expect("it can be read").entries;
    bencher.with_inputs(read).bench_local_values(|entries| {
        let mut fold = Fold::new();
        fold.insert(entries);
        fold
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn open_the_project(bencher: Bencher<'_, '_>) {
    let laid = Laid::new();
    let data = AppData::at(laid.room.path().join("data"));
    bencher.bench_local(|| {
        let who = Who { id: CoderId::new(5), name: "Kari Nordmann".to_owned() };
        let folder = laid.room.path().join("study");
        let session = Session::open(&folder, who, &data, Box::new(RealWorld)).expect("it can be opened");
        assert_eq!(session.project().coding_count(), 200_000);
        session
    });
}

/// What a person sees who codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    All,
    OnlyOnesOwn,
}

/// Ola puts a code on words, again and again.
fn code_on(bencher: Bencher<'_, '_>, sight: Sight) {
    let laid = Laid::new();
    let data = AppData::at(laid.room.path().join("data"));
    let who = Who { id: OLA, name: "Ola Hansen".to_owned() };
    let folder = laid.room.path().join("study");
    let mut session = Session::open(&folder, who, &data, Box::new(RealWorld)).expect("it can be opened");
    if sight == Sight::OnlyOnesOwn {
        session.veil();
        assert_eq!(session.project().coding_count(), 0);
    }
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let (code, source) = (CodeId::new(id(2, u128::from(n) % CODES)), SourceId::new(id(1, 7)));
        let span = Span::new(n, n + 20).expect("a span");
        session.edit(&Edit::ApplyCode { code, source, span }).expect("a code can be applied")
    });
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn code_with_all_in_sight(bencher: Bencher<'_, '_>) {
    code_on(bencher, Sight::All);
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn code_blind_with_all_hidden(bencher: Bencher<'_, '_>) {
    code_on(bencher, Sight::OnlyOnesOwn);
}
