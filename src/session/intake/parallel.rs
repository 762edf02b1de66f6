//! Reads many things at once, on as many threads as the machine has cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

use super::{Failure, Origin};
use crate::import::{Choices, Read};
use crate::session::reader::Reader;

/// The fewest threads that read, where there is more than one thing to read: one may wait for the disk.
const FEWEST: usize = 2;

/// Reads each of these, as it has been chosen, and hands over what came of it with its number, in any order. Asks
/// before each whether to stop, and then leaves the rest unread.
pub fn read_all(
    reader: &Reader,
    wanted: &[(Origin, Choices)],
    stop: &(dyn Fn() -> bool + Sync),
    done: &(dyn Fn(usize, Result<Read, Failure>) + Sync),
) {
    let next = AtomicUsize::new(0);
    let work = || {
        while !stop() {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some((origin, choices)) = wanted.get(number) else { return };
            done(number, origin.read(reader, choices));
        }
    };
    let cores = thread::available_parallelism().map_or(FEWEST, NonZero::get).max(FEWEST);
    thread::scope(|scope| {
        // This thread reads as well; where no other can be had it reads alone.
        for _ in 1..cores.min(wanted.len()) {
            drop(Builder::new().name("kodebok-read".to_owned()).spawn_scoped(scope, work));
        }
        work();
    });
}
