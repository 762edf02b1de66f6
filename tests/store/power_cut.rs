//! A power cut at any moment, which leaves of what was not synced nothing, all, zeros, some sectors or rubbish: whatever was
//! shown as saved is there. Without syncing it would not be, so the test has teeth.

use std::io::ErrorKind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use kodebok::store::finding::Finding;

use super::every_wish::{all, tried};
use crate::support::at_once::for_each;
use crate::support::disk::{Fault, FaultyDisk, Syncs, When};
use crate::support::erasing::{NAMES, NOWHERE, holding, pseudonymise, write_names, write_others};
use crate::support::medium::Cut;
use crate::support::place::{Deed, Place, settled};
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
    let (lost, saved) = (Mutex::new(Vec::new()), AtomicUsize::new(0));
    for_each(tried(one_in), |(number, deed)| {
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
                saved.fetch_add(usize::from(safe), Ordering::Relaxed);
                let may_be = if safe { &states[deed.gestures()..] } else { &states[..] };
                if !is_there_and_goes_on((&desk, &deed), (safe, may_be), &what) {
                    lost.lock().expect("nobody panics while they hold it").push(what);
                }
            }
            at += 1;
        }
    });
    (lost.into_inner().expect("nobody has panicked"), saved.into_inner())
}

/// Opens a study after a power cut and goes on in it; tells whether it is one of those that it may be.
fn is_there_and_goes_on((desk, deed): (&Desk, &Deed), (safe, may_be): (bool, &[String]), what: &str) -> bool {
    let mut session = desk.open();
    // A line that nobody was told is safe may outlive the text it names; the text is then asked for.
    let lacks = |found: &Finding| matches!(found, Finding::TextMissing { .. } | Finding::TextDamaged { .. });
    if !safe && session.findings().iter().any(lacks) {
        deed.play(&mut session);
        assert!(!session.findings().iter().any(lacks), "{what}");
    }
    if !may_be.contains(&project_shape(session.project())) {
        return false;
    }
    // Rubbish is told; everything else is passed over in silence.
    let quiet = |found: &Finding| matches!(found, Finding::BadLine { .. } | Finding::MoreBadLines { .. });
    assert!(session.findings().iter().all(quiet), "{what}: {:?}", session.findings());
    add_code(&mut session, "after the cut");
    let after = project_shape(session.project());
    session.close().expect("the disk is well");
    assert!(project_shape(desk.open().project()) == after, "{what}: what comes after it is whole");
    true
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
    let operations = erased_and_cut(When::Never, Cut::Harsh);
    assert!(operations > 8, "{operations} operations");
    let once = (0..operations).flat_map(|at| (0..2).map(move |number| (When::Once(at), 3 + number, at)));
    let for_ever = (0..operations).flat_map(|at| (0..3).map(move |number| (When::From(at), number, at)));
    let trials =
        once.chain(for_ever).flat_map(|(when, number, at)| cuts(number, at).into_iter().map(move |cut| (when, cut)));
    for_each(trials, |(when, cut)| {
        erased_and_cut(when, cut);
    });
}

/// Replaces names on a disk that fails so, cuts the power, and does it again where it was not done; gives how many operations
/// there were.
fn erased_and_cut(when: When, cut: Cut) -> usize {
    let what = format!("{when:?}, {cut:?}");
    let room = tempfile::tempdir().expect("a folder can be made");
    let desk = Desk::kari(room.path());
    desk.create().close().expect("it can be saved");
    let mut session = desk.open();
    write_names(&mut session);
    write_others(&mut session);
    session.close().expect("it can be saved");
    let disk = FaultyDisk::new(&desk.folder);
    let desk = desk.seeded(50).on(Arc::new(disk.clone()));
    let mut session = desk.open();
    disk.fail(when, Fault::Error(ErrorKind::Other));
    pseudonymise(&mut session);
    let after = outline(session.project());
    let safe = settled(&mut session);
    drop(session.finish_erasing());
    let operations = disk.done();
    drop(session);
    disk.fail(When::Never, Fault::Torn);
    disk.cut_power(cut);

    let mut session = desk.open();
    if safe {
        assert_eq!(outline(session.project()), after, "{what}");
    } else if outline(session.project()) != after {
        let lacks = session.project().sources().any(|source| source.text.is_none());
        assert!(!lacks, "{what}: {:?}", session.findings());
        pseudonymise(&mut session);
    }
    session.close().expect("the disk is well");
    let mut session = desk.open();
    assert_eq!(outline(session.project()), after, "{what}");
    session.finish_erasing().expect("the disk is well");
    assert_eq!(holding(&desk.folder, &NAMES), NOWHERE, "{what}");
    operations
}
