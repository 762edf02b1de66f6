//! The clock and chance of this machine, handed in, so that nothing else in the program asks for them.

use std::time::{SystemTime, UNIX_EPOCH};

/// Clock and chance.
pub trait World: Send {
    /// Now, in ms since 1970.
    fn now_ms(&mut self) -> u64;
    /// 128 bits that nobody has drawn before.
    fn draw(&mut self) -> u128;
}

/// The clock and chance of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealWorld;

impl World for RealWorld {
    fn now_ms(&mut self) -> u64 {
        #[expect(clippy::disallowed_methods, reason = "this is the one clock; everybody else is handed the time")]
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    fn draw(&mut self) -> u128 {
        uuid::Uuid::now_v7().as_u128()
    }
}
