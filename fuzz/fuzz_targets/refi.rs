//! Feeds the reader of other programs' studies (`.qdpx`) with whatever bytes: it may refuse them, and may not panic, hang or take
//! much memory.

#![no_main]

mod packed;

use kodebok::import::refi::read;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|input: &[u8]| {
    let _ = read(input);
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { packed::mutate(data, (size, most), seed, 0) });
