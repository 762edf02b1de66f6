//! The hybrid logical clock: cause before effect, close to the time on the wall.

use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970 and a counter for what happened within one of them, or while the wall clock
/// stood behind what had been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u64, u32)", into = "(u64, u32)")]
pub struct Hlc {
    /// Milliseconds since 1970.
    pub ms: u64,
    /// Counts on while `ms` stands still.
    pub counter: u32,
}

impl Hlc {
    /// A moment after `self`, at `wall_ms` if that is later.
    pub fn tick(self, wall_ms: u64) -> Self {
        if wall_ms > self.ms {
            return Self { ms: wall_ms, counter: 0 };
        }
        match self.counter.checked_add(1) {
            Some(counter) => Self { ms: self.ms, counter },
            None => Self { ms: self.ms.saturating_add(1), counter: 0 },
        }
    }
}

impl From<(u64, u32)> for Hlc {
    fn from((ms, counter): (u64, u32)) -> Self {
        Self { ms, counter }
    }
}

impl From<Hlc> for (u64, u32) {
    fn from(clock: Hlc) -> Self {
        (clock.ms, clock.counter)
    }
}
