//! How long a large project takes to open: 300 interviews, 200,000 codings, 20,000 memos and what belongs to them,
//! nearly 258,000 events in all.

use std::collections::BTreeSet;
use std::sync::Arc;

use divan::Bencher;
use kodebok::generator::Size;
use kodebok::journal::fold::Fold;
use kodebok::model::id::CoderId;
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
