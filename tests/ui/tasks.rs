//! Slow work that does not end as it should.

use std::sync::Arc;
use std::time::{Duration, Instant};

use kodebok::ui::dialogs::system::Desktop;
use kodebok::ui::tasks::{Arrived, Tasks};

/// Only a bound, never waited out.
const PATIENCE: Duration = Duration::from_secs(30);

/// What arrives, until that much has and the task is over.
fn all_of(tasks: &mut Tasks, expected: usize) -> Vec<Arrived> {
    let (since, mut all) = (Instant::now(), Vec::new());
    while !tasks.running().is_empty() || all.len() < expected {
        assert!(since.elapsed() < PATIENCE, "the task is shown as running for ever");
        all.extend(tasks.arrived());
        std::thread::yield_now();
    }
    all
}

#[test]
fn a_task_that_panics_is_over_and_says_so() {
    let mut tasks = Tasks::new(Arc::new(Desktop), egui::Context::default());
    tasks.start(("Eksporterer", 1), |_, send| {
        send(Arrived::Trouble("disken er treg".to_owned()));
        panic!("this task breaks off on purpose");
    });
    let told = all_of(&mut tasks, 2);
    assert!(matches!(&told[0], Arrived::Trouble(_)));
    assert!(matches!(&told[1..], [Arrived::BrokenOff(title)] if title == "Eksporterer"), "{}", told.len());
}

#[test]
fn a_task_that_ends_well_says_nothing_more() {
    let mut tasks = Tasks::new(Arc::new(Desktop), egui::Context::default());
    tasks.start(("Importerer", 1), |_, send| send(Arrived::AllKept(1)));
    assert!(matches!(all_of(&mut tasks, 1)[..], [Arrived::AllKept(1)]));
}
