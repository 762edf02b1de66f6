//! What arrives all at once is taken in bit by bit, so that no hand waits for it.

use std::time::{Duration, Instant};

use kodebok::session::Session;
use kodebok::session::world::World;

use crate::support::session::{Desk, add_code, outline, test_world};

const CODES: usize = 150;
/// Only a bound, never waited out.
const PATIENCE: Duration = Duration::from_secs(30);

/// A machine on which looking at the clock takes a while.
struct Slow {
    world: Box<dyn World>,
    late_ms: u64,
}

impl World for Slow {
    fn now_ms(&mut self) -> u64 {
        self.late_ms += 1;
        self.world.now_ms() + self.late_ms
    }

    fn draw(&mut self) -> u128 {
        self.world.draw()
    }
}

#[test]
fn what_arrives_at_once_is_taken_in_bit_by_bit_while_somebody_works() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), Desk::ola(room.path()));
    kari.create().close().unwrap();
    let world = Box::new(Slow { world: test_world(5), late_ms: 0 });
    let mut hers = Session::open(&kari.folder, kari.who.clone(), &kari.data, world).unwrap();
    let mut his = ola.open();
    for number in 0..CODES {
        add_code(&mut his, &format!("kode {number:03}"));
    }
    his.settle().unwrap();

    let (since, mut grown) = (Instant::now(), Vec::new());
    while outline(hers.project()).len() < CODES + grown.len() {
        assert!(since.elapsed() < PATIENCE, "it does not come in");
        std::thread::yield_now();
        hers.look_soon();
        hers.poll();
        if hers.is_taking_in() {
            // Somebody goes on coding while there is more to come.
            add_code(&mut hers, &format!("egen {}", grown.len()));
            grown.push(outline(hers.project()).len());
        }
    }
    assert!(grown.len() > 1 && grown.is_sorted_by(|before, after| before < after), "it came at once: {grown:?}");
    assert!(hers.notices().is_empty() && hers.problems().is_empty(), "{:?}", hers.notices());
    hers.settle().unwrap();
    assert_eq!(hers.history().len(), his.history().len() + grown.len());
    // Whoever opens it afterwards sees the same.
    his.refresh();
    assert_eq!(outline(his.project()), outline(hers.project()));
    assert_eq!(outline(ola.open().project()), outline(hers.project()));
}
