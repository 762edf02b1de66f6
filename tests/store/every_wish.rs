//! Whatever is wished for, and whichever operation of the disk fails meanwhile, once or for ever: all that was saved is there
//! when the study is opened again, and whatever was not is told in a sentence. `KODEBOK_FAULTS=all` tries every combination.

use std::io::ErrorKind;

use kodebok::lang::Language::Bokmal;
use kodebok::session::Session;
use kodebok::told;

use crate::support::at_once::for_each;
use crate::support::disk::{Fault, FaultyDisk, Reach, When};
use crate::support::place::{Deed, Place, deeds, is_told, settled};
use crate::support::session::{Desk, add_code};
use crate::support::team::project_shape;

const FAULTS: &[Fault] = &[
    Fault::Torn,
    Fault::Error(ErrorKind::StorageFull),
    Fault::Short,
    Fault::Error(ErrorKind::Other),
    Fault::Error(ErrorKind::ReadOnlyFilesystem),
    Fault::Error(ErrorKind::PermissionDenied),
    Fault::TornAt(1),
    Fault::TornAt(300),
];

/// Whether every combination is tried, or of each kind a few that change from one to the next.
pub(super) fn all() -> bool {
    std::env::var_os("KODEBOK_FAULTS").is_some_and(|said| said == "all")
}

/// The deeds to try, each with its number: all, or some of them.
pub(super) fn tried(one_in: usize) -> impl Iterator<Item = (usize, Deed)> {
    deeds().into_iter().enumerate().filter(move |(number, _)| all() || number % one_in == 0)
}

/// What goes wrong at an operation, once and for ever; in the quick set one of it, and something else the next time.
fn faults(number: usize, at: usize) -> Vec<(When, Fault)> {
    let every = FAULTS.iter().flat_map(|fault| [(When::Once(at), *fault), (When::From(at), *fault)]);
    if all() { every.collect() } else { every.skip((number + 3 * at) % (2 * FAULTS.len())).take(1).collect() }
}

/// A session on a copy of the study, in which something was done while the disk failed, and all that it showed meanwhile.
struct Trial {
    desk: Desk,
    disk: FaultyDisk,
    session: Session,
    states: Vec<String>,
    _room: tempfile::TempDir,
}

fn trial(place: &Place, deed: &Deed, when: When, fault: Fault) -> Trial {
    let room = tempfile::tempdir().expect("a folder can be made");
    let (desk, disk) = place.copy_to(room.path());
    let mut session = desk.open();
    disk.fail(when, fault);
    let states = deed.play(&mut session);
    assert_eq!(states.len(), deed.gestures() + 1, "{} is done in memory, whatever the disk does", deed.name);
    Trial { desk, disk, session, states, _room: room }
}

fn first_difference(expected: &str, found: &str) -> String {
    let mut lines = expected.lines().zip(found.lines());
    lines.find(|(expected, found)| expected != found).map_or_else(String::new, |(a, b)| format!("{b} and not {a}"))
}

#[track_caller]
fn opens_with(desk: &Desk, expected: &[String], what: &str) {
    let again = desk.open();
    let found = project_shape(again.project());
    assert!(expected.contains(&found), "{what}: {}", first_difference(&expected[0], &found));
    assert_eq!(again.findings().len(), 0, "{what}: {:?}", again.findings());
    assert_eq!(again.problems(), [], "{what}");
}

#[test]
fn what_was_saved_is_there_and_what_was_not_is_told() {
    let place = Place::new();
    for_each(tried(1), |(number, deed)| {
        let mut well = trial(&place, &deed, When::Never, Fault::Torn);
        assert!(settled(&mut well.session));
        let operations = well.disk.done();
        assert!(operations > 1, "{}: {operations}", deed.name);
        for (when, fault) in (0..operations).flat_map(|at| faults(number, at)) {
            let what = format!("{}, {when:?}, {fault:?}", deed.name);
            let mut tried = trial(&place, &deed, when, fault);
            if let When::Once(_) = when {
                // It is saved at the second attempt.
                if !settled(&mut tried.session) {
                    tried.desk.clock.wait_ms(1_000);
                    tried.session.poll();
                }
                assert!(settled(&mut tried.session), "{what}");
                drop(tried.session);
                opens_with(&tried.desk, &tried.states[deed.gestures()..], &what);
            } else {
                // The work stays in memory, and the disk holds what it held, or more of it.
                assert!(!settled(&mut tried.session), "{what}");
                assert_eq!(Some(&project_shape(tried.session.project())), tried.states.last(), "{what}");
                drop(tried.session);
                tried.disk.fail(When::Never, fault);
                opens_with(&tried.desk, &tried.states, &what);
            }
        }
    });
}

#[test]
fn every_prefix_of_a_write_loses_nothing() {
    let place = Place::new();
    for_each(tried(29), |(_, deed)| {
        for at in (0..600).step_by(if all() { 1 } else { 23 }) {
            let mut tried = trial(&place, &deed, When::From(0), Fault::TornAt(at));
            assert!(!settled(&mut tried.session));
            drop(tried.session);
            tried.disk.fail(When::Never, Fault::Torn);
            let what = format!("{}, {at} bytes", deed.name);
            // Work goes on after it.
            let mut session = tried.desk.open();
            assert!(tried.states.contains(&project_shape(session.project())), "{what}");
            add_code(&mut session, "after it");
            let after = project_shape(session.project());
            session.close().unwrap();
            opens_with(&tried.desk, &[after], &what);
        }
    });
}

#[test]
fn a_disk_that_fails_while_it_is_read_takes_nothing_away() {
    let place = Place::new();
    for_each(tried(17), |(number, deed)| {
        let operations = read_and_done(&place, &deed, When::Never, Fault::Torn);
        assert!(operations > 20, "{}: {operations} operations", deed.name);
        for (when, fault) in (0..operations).flat_map(|at| faults(number, at)) {
            read_and_done(&place, &deed, when, fault);
        }
    });
}

/// Opens the study and does something on a disk of which any operation may fail, then opens it on a healthy one: there is
/// all that was saved. Tells how many operations there were.
fn read_and_done(place: &Place, deed: &Deed, when: When, fault: Fault) -> usize {
    let room = tempfile::tempdir().expect("a folder can be made");
    let (desk, disk) = place.copy_to(room.path());
    let mut acknowledged = desk.open().project().seen().clone();
    let disk = disk.reaching(Reach::Everything);
    disk.fail(when, fault);
    match desk.try_open() {
        Err(error) => is_told(&error),
        Ok(mut session) => {
            let mut found = session.findings().iter();
            assert!(found.all(|found| told::store::finding(found, Bokmal).contains(' ')));
            deed.play(&mut session);
            session.poll();
            if settled(&mut session) {
                for (log, lines) in session.project().seen() {
                    let most = acknowledged.entry(*log).or_default();
                    *most = (*most).max(*lines);
                }
            }
        }
    }
    let operations = disk.done();
    disk.fail(When::Never, fault);
    let (again, what) = (desk.open(), format!("{}, {when:?}, {fault:?}", deed.name));
    for (log, lines) in &acknowledged {
        assert!(again.project().seen().get(log) >= Some(lines), "{what}");
    }
    assert_eq!((again.findings().len(), again.problems()), (0, &[][..]), "{what}: {:?}", again.findings());
    operations
}
