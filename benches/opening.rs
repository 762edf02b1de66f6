//! How long a large project takes to open: 300 interviews, 200,000 codings, 20,000 memos and what belongs to them,
//! nearly 258,000 events in all; and what one more coding costs in it, also where all others are hidden from who codes blind.

use std::collections::BTreeSet;
use std::sync::Arc;

use divan::Bencher;
use kodebok::generator::Size;
use kodebok::journal::edit::Edit;
use kodebok::journal::edit::team::{NewDouble, TeamEdit};
use kodebok::journal::fold::Fold;
use kodebok::model::id::{CodeId, CoderId};
use kodebok::model::span::Span;
use kodebok::session::generated::generate;
use kodebok::session::world::RealWorld;
use kodebok::session::{Session, Who};
use kodebok::store::ProjectDir;
use kodebok::store::app_data::AppData;
use kodebok::store::disk::RealDisk;

fn main() {
    divan::main();
}

struct Laid {
    room: tempfile::TempDir,
}

impl Laid {
    fn new() -> Self {
        let room = tempfile::tempdir().expect("a temporary folder can be made");
        let data = AppData::at(room.path().join("making"));
        generate(&room.path().join("study"), Size::Huge.plan(), 1, &data).expect("a temporary folder can be written");
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

/// Somebody new puts codes on words of one text, again and again, in a round of double coding about all of the study.
fn code_on(bencher: Bencher<'_, '_>, sight: Sight) {
    let laid = Laid::new();
    let data = AppData::at(laid.room.path().join("data"));
    let me = Who { id: CoderId::new(0x01a), name: "Ola Hansen".to_owned() };
    let folder = laid.room.path().join("study");
    let mut session = Session::open(&folder, me.clone(), &data, Box::new(RealWorld)).expect("it can be opened");
    let project = Arc::clone(session.project());
    let other = project.coders().next().expect("somebody has coded").id;
    let whole = project.sources().filter_map(|source| Some((source.id, vec![Span::new(0, source.length)?])));
    let new = NewDouble { coders: vec![other, me.id], codes: BTreeSet::new(), places: whole.collect(), drawn: None };
    session.edit(&Edit::Team(TeamEdit::BeginDouble(new))).expect("it can begin");
    if sight == Sight::OnlyOnesOwn {
        session.veil();
        assert_eq!(session.project().coding_count(), 0);
    }
    let codes: Vec<CodeId> = project.codebook().codes().map(|code| code.id).collect();
    let (source, mut next) = (project.sources().next().expect("a source").id, (0_u32..).zip(codes.iter().cycle()));
    bencher.bench_local(|| {
        let (at, code) = next.next().expect("they come again and again");
        let span = Span::new(at, at + 20).expect("a span");
        session.edit(&Edit::ApplyCode { code: *code, source, span }).expect("a code can be applied")
    });
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn code_with_all_in_sight(bencher: Bencher<'_, '_>) {
    code_on(bencher, Sight::All);
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn code_blind_with_all_others_hidden(bencher: Bencher<'_, '_>) {
    code_on(bencher, Sight::OnlyOnesOwn);
}
