//! A power cut at any moment, which leaves of what was not synced nothing, all, zeros, some sectors or rubbish: whatever was
//! shown as saved is there. Without syncing it would not be, so the test has teeth.

use std::io::ErrorKind;
use std::sync::Arc;

use kodebok::store::finding::Finding;

use super::every_wish::{all, tried};
use crate::support::disk::{Fault, FaultyDisk, Syncs, When};
use crate::support::erasing::{NAMES, holding, pseudonymise, write_names, write_others};
use crate::support::medium::Cut;
use crate::support::place::{Place, settled};
use crate::support::session::{Desk, add_code, outline};
use crate::support::team::project_shape;

/// What the power cut does at an operation; in the quick set one of it, and something else the next time.
fn cuts(number: usize, at: usize) -> Vec<Cut> {
    let start = 64 * (number as u64 + 100 * at as u64);
    let every = std::iter::once(Cut::Harsh).chain((start..start + 40).map(Cut::Mixed));
    if all() { every.collect() } else { every.skip((number + at) % 3).take(1).collect() }
}

/// Tells of every deed, cut off at every operation, whether what was saved is there; and how often something was saved.
fn lost_to_power_cuts(syncs: Syncs, one_in: usize) -> (Vec<String>, usize) {
    let place = Place::new();
    let (mut lost, mut saved) = (Vec::new(), 0);
    for (number, deed) in tried(one_in) {
        let (mut at, mut operations) = (0, 0);
        while at <= operations {
            for cut in cuts(number, at) {
                let what = format!("{}, operation {at}, {cut:?}", deed.name);
                let room = tempfile::tempdir().expect("a folder can be made");
                let (desk, disk) = place.copy_to(room.path());
                let disk = disk.syncing(syncs);
                let mut session = desk.open();
                disk.fail(When::From(at), Fault::Error(ErrorKind::Other));
                let states = deed.play(&mut session);
                let safe = settled(&mut session);
                operations = operations.max(disk.done());
                drop(session);
                disk.fail(When::Never, Fault::Torn);
                disk.cut_power(cut);
                saved += usize::from(safe);

                let mut session = desk.open();
                // A line that nobody was told is safe may outlive the text it names; the text is then asked for.
                let lacks =
                    |found: &Finding| matches!(found, Finding::TextMissing { .. } | Finding::TextDamaged { .. });
                if !safe && session.findings().iter().any(lacks) {
                    deed.play(&mut session);
                    assert!(!session.findings().iter().any(lacks), "{what}");
                }
                let found = project_shape(session.project());
                let may_be = if safe { &states[deed.gestures()..] } else { &states[..] };
                if !may_be.contains(&found) {
                    lost.push(what);
                    continue;
                }
                // Rubbish is told; everything else is passed over in silence.
                let quiet = |found: &Finding| matches!(found, Finding::BadLine { .. });
                assert!(session.findings().iter().all(quiet), "{what}: {:?}", session.findings());
                add_code(&mut session, "after the cut");
                let after = project_shape(session.project());
                session.close().expect("the disk is well");
                assert!(project_shape(desk.open().project()) == after, "{what}: what comes after it is whole");
            }
            at += 1;
        }
    }
    (lost, saved)
}

#[test]
fn what_was_saved_is_there() {
    let (lost, saved) = lost_to_power_cuts(Syncs::Honest, 1);
    assert_eq!(lost, Vec::<String>::new());
    assert!(saved > 30, "{saved}");
}

#[test]
fn without_syncing_it_would_be_lost() {
    for syncs in [Syncs::NotFiles, Syncs::NotNames] {
        let (lost, saved) = lost_to_power_cuts(syncs, 3);
        assert!(!lost.is_empty(), "{syncs:?}: none of {saved} was lost");
    }
}

#[test]
fn a_new_study_is_there_as_soon_as_something_in_it_is_saved() {
    for at in 0..30 {
        for cut in (0..3).flat_map(|number| cuts(number, at)) {
            let room = tempfile::tempdir().unwrap();
            let desk = Desk::kari(room.path());
            let disk = FaultyDisk::new(&desk.folder);
            let desk = desk.on(Arc::new(disk.clone()));
            disk.fail(When::From(at), Fault::Error(ErrorKind::Other));
            let mut safe = None;
            if let Ok(mut session) = desk.try_create() {
                add_code(&mut session, "samlinger");
                safe = settled(&mut session).then(|| outline(session.project()));
            }
            disk.fail(When::Never, Fault::Torn);
            disk.cut_power(cut);
            if let Some(safe) = safe {
                assert_eq!(outline(desk.open().project()), safe, "operation {at}, {cut:?}");
            }
        }
    }
}

#[test]
fn what_was_erased_is_gone_in_the_end_and_nothing_else_is() {
    let mut at = 0;
    loop {
        let mut done = 0;
        for cut in (0..3).flat_map(|number| cuts(number, at)) {
            let room = tempfile::tempdir().unwrap();
            let desk = Desk::kari(room.path());
            desk.create().close().unwrap();
            let mut session = desk.open();
            write_names(&mut session);
            write_others(&mut session);
            session.close().unwrap();
            let disk = FaultyDisk::new(&desk.folder);
            let desk = desk.seeded(50).on(Arc::new(disk.clone()));
            let mut session = desk.open();
            disk.fail(When::From(at), Fault::Error(ErrorKind::Other));
            pseudonymise(&mut session);
            let after = outline(session.project());
            let safe = settled(&mut session);
            drop(session.finish_erasing());
            done = done.max(disk.done());
            drop(session);
            disk.fail(When::Never, Fault::Torn);
            disk.cut_power(cut);

            let what = format!("operation {at}, {cut:?}");
            let mut session = desk.open();
            if safe {
                assert_eq!(outline(session.project()), after, "{what}");
            } else if outline(session.project()) != after {
                pseudonymise(&mut session);
            }
            session.close().unwrap();
            let mut session = desk.open();
            assert_eq!(outline(session.project()), after, "{what}");
            session.finish_erasing().unwrap();
            assert_eq!(holding(&desk.folder, &NAMES), Vec::<std::path::PathBuf>::new(), "{what}");
        }
        if at >= done {
            break;
        }
        at += 1;
    }
    assert!(at > 8, "{at} operations");
}
