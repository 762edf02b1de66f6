//! Feeds the reader of other programs' studies (`.qdpx`) with whatever bytes: it may refuse them, and may not panic, hang or take
//! much memory.

#![no_main]

use kodebok::import::refi::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let _ = read(input);
});
