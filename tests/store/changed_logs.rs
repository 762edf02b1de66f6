//! Whatever is changed in a log, every line that was not touched counts, and nothing panics.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use kodebok::journal::fold::Fold;
use kodebok::journal::wire;
use kodebok::store::ProjectDir;
use kodebok::store::disk::RealDisk;
use proptest::prelude::{Strategy, any, prop_assert, proptest};
use proptest::test_runner::Config;

const LOG: &str = "logs/db5bdd9a20df9894bdabfea88b47ec5e/000001.jsonl";

/// One change: what is done, where (as a share of the whole), and with which byte.
type Change = (u8, u32, u8);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    proptest::collection::vec((0_u8..6, any::<u32>(), any::<u8>()), 1..6)
}

fn changed(whole: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for (what, place, byte) in changes {
        let at = usize::try_from(*place).expect("a place") % (bytes.len() + 1);
        let few = usize::from(*byte);
        match what {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = *byte),
            1 => bytes.truncate(bytes.len().saturating_sub(few)),
            2 => bytes.insert(at, *byte),
            3 => drop(bytes.drain(at..bytes.len().min(at + few))),
            4 => bytes.iter_mut().skip(at).take(few).for_each(|old| *old = 0),
            _ => {
                let again: Vec<u8> = bytes.iter().copied().skip(at).take(3 * few).collect();
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

fn lines(bytes: &[u8]) -> HashSet<&[u8]> {
    bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect()
}

proptest! {
    #![proptest_config(Config { cases: 200, ..Config::default() })]

    #[test]
    fn every_line_that_was_not_touched_counts(changes in changes()) {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_transcripts/Klyngestudien");
        let whole = fs::read(sample.join(LOG)).expect("the sample study");
        let bytes = changed(&whole, &changes);
        let room = tempfile::tempdir().expect("a folder can be made");
        fs::copy(sample.join("kodebok.json"), room.path().join("kodebok.json")).expect("a file can be copied");
        fs::write(room.path().join("000001.jsonl"), &bytes).expect("a file can be written");
        let dir = ProjectDir::open(Arc::new(RealDisk), room.path()).expect("a study");
        let reading = dir.read_logs(&[].into()).expect("a log that can be read");
        let read: HashSet<_> = reading.entries.iter().map(|entry| entry.id).collect();
        for line in lines(&bytes).intersection(&lines(&whole)) {
            let entry = wire::read(std::str::from_utf8(line).expect("as it was")).expect("a line of the sample study");
            prop_assert!(read.contains(&entry.id));
        }
        let mut fold = Fold::new();
        fold.insert(reading.entries);
        prop_assert!(fold.entries().count() <= read.len());
    }
}
