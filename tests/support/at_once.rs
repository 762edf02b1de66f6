//! Many trials at once: most of the time of a session on a disk goes by waiting, so that more of them can be played than
//! there are cores.

use std::sync::Mutex;
use std::thread;

/// How many are played at once.
const AT_ONCE: usize = 8;

/// Plays each trial, in no order; fails where one of them does.
pub(crate) fn for_each<T: Send>(trials: impl IntoIterator<Item = T, IntoIter: Send>, play: impl Fn(T) + Sync) {
    let trials = Mutex::new(trials.into_iter());
    let next = || trials.lock().ok().and_then(|mut trials| trials.next());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(trial) = next() {
                    play(trial);
                }
            });
        }
    });
}
