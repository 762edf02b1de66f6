//! Changes what is packed in a zip instead of the zip itself: its bytes prove themselves by a sum, so that a reader refuses
//! nearly whatever is changed among them before it has looked at a word.

use std::io::{Cursor, Read as _, Write as _};

use libfuzzer_sys::fuzzer_mutate;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// How much is read of a part.
const MOST: u64 = 1 << 20;
/// How many bytes a part may grow by at once.
const MORE: usize = 256;

/// Changes an input of which the bytes from `at` on are a zip: mostly one of its parts, sometimes the name of one, and now and
/// then any of its bytes. Gives how long it is then.
pub fn mutate(data: &mut [u8], (size, most): (usize, usize), seed: u32, at: usize) -> usize {
    let zip = data.get(at..size).filter(|zip| seed % 8 != 0 && zip.starts_with(b"PK"));
    match zip.and_then(|zip| changed(zip, seed / 8)).filter(|zip| at + zip.len() <= most) {
        Some(zip) => {
            data[at..at + zip.len()].copy_from_slice(&zip);
            at + zip.len()
        }
        None => fuzzer_mutate(data, size, most),
    }
}

fn changed(zip: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = (seed / 8) as usize % archive.len().max(1);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        if at != chosen {
            writer.raw_copy_file(part).ok()?;
            continue;
        }
        let mut name = part.name().ok()?.as_bytes().to_vec();
        let mut bytes = Vec::new();
        part.by_ref().take(MOST).read_to_end(&mut bytes).ok()?;
        grow(if seed % 8 == 0 { &mut name } else { &mut bytes });
        writer.start_file(String::from_utf8_lossy(&name), SimpleFileOptions::default()).ok()?;
        writer.write_all(&bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

fn grow(bytes: &mut Vec<u8>) {
    let size = bytes.len();
    bytes.resize(size + MORE, 0);
    let size = fuzzer_mutate(bytes, size, size + MORE);
    bytes.truncate(size);
}
