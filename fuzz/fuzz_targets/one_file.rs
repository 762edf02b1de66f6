//! Feeds the opening of a study in one file (`.kodebok`) with whatever bytes: it may refuse them, and may not panic, hang, take
//! much memory, or write anywhere but in the folder it was given.

#![no_main]

mod packed;

use std::fs;
use std::path::PathBuf;

use kodebok::model::id::CoderId;
use kodebok::session::one_file::OneFile;
use kodebok::session::world::RealWorld;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

/// A folder in memory where there is one, as every input makes files.
fn room() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let base = if memory.is_dir() { memory } else { std::env::temp_dir() };
    base.join(format!("kodebok-fuzz-{}", std::process::id()))
}

fuzz_target!(|input: &[u8]| {
    // What is locked with a passphrase takes a second by design to be unlocked.
    if !input.starts_with(b"PK") {
        return;
    }
    let room = room();
    fs::create_dir_all(room.join("inner")).expect("a folder");
    let file = room.join("a.kodebok");
    fs::write(&file, input).expect("a file");
    if let Ok(one) = OneFile::read(&file, None) {
        let (folder, data) = (room.join("inner/study"), AppData::at(room.join("data")));
        let who = Who { id: CoderId::new(1), name: "Kari".to_owned() };
        if one.unfold(&folder, &data).is_ok() {
            let session = Session::open(&folder, who, &data, Box::new(RealWorld)).expect("what was made can be opened");
            let _ = session.history().len();
        }
        let beside: Vec<_> = fs::read_dir(&room).expect("a folder").flatten().map(|item| item.file_name()).collect();
        assert!(beside.iter().all(|name| name == "a.kodebok" || name == "inner" || name == "data"), "{beside:?}");
    }
    fs::remove_dir_all(&room).expect("it is there");
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { packed::mutate(data, (size, most), seed, 0) });
