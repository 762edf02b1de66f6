//! Feeds every importer with whatever bytes: it may refuse them, and may not panic, hang or take much memory.
//!
//! The first line of an input is a file name, whose ending chooses the importer; the rest is the file. Of a kind that
//! is unpacked in a process of its own, it is what that process has answered.

#![no_main]

mod packed;

use kodebok::import::{Choices, IMPORTERS, Speakers, read};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (name, file) = input.split_at(end);
    let file = file.get(1..).unwrap_or_default();
    let ending = name.rsplit(|byte| *byte == b'.').next().and_then(|ending| std::str::from_utf8(ending).ok());
    let known = IMPORTERS.iter().find(|importer| ending.is_some_and(|ending| importer.extensions().contains(&ending)));
    // Without a name that is known all of them get it.
    let chosen = known.map_or(IMPORTERS, std::slice::from_ref);
    for importer in chosen {
        let name = format!("a.{}", importer.extensions()[0]);
        for speakers in [Speakers::Found, Speakers::Kept] {
            let choices = Choices { speakers, ..Choices::default() };
            if let Ok(told) = read(&name, file, &choices) {
                let _ = told.into_edit();
            }
        }
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    let file = data[..size].iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    packed::mutate(data, (size, most), seed, file)
});
