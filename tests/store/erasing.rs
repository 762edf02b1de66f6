//! A crash in the middle of erasing: the study opens, nothing else is lost, and the erasing is finished.

use std::io::ErrorKind;
use std::sync::Arc;

use crate::support::disk::{Fault, FaultyDisk, When};
use crate::support::erasing::{NAMES, holding, pseudonymise, write_names, write_others};
use crate::support::medium::Cut;
use crate::support::session::{Desk, outline};

#[test]
fn whatever_fails_on_the_way_the_next_opening_finishes_it() {
    let mut operations = 1;
    let mut at = 0;
    while at < operations {
        for fault in [Fault::Torn, Fault::Error(ErrorKind::PermissionDenied)] {
            let room = tempfile::tempdir().unwrap();
            let desk = Desk::kari(room.path());
            let disk = FaultyDisk::new(&desk.folder);
            let desk = desk.on(Arc::new(disk.clone()));
            let mut session = desk.create();
            write_names(&mut session);
            write_others(&mut session);
            session.close().unwrap();

            let mut session = desk.open();
            disk.fail(When::From(at), fault);
            pseudonymise(&mut session);
            let after = outline(session.project());
            let safe = session.settle().is_ok();
            drop(session.finish_erasing());
            operations = operations.max(disk.done());
            drop(session);
            disk.fail(When::Never, fault);
            disk.cut_power(Cut::Harsh);

            let mut session = desk.open();
            if safe {
                assert_eq!(outline(session.project()), after, "operation {at}, {fault:?}");
            } else {
                pseudonymise(&mut session);
            }
            session.close().unwrap();
            let left = holding(room.path(), &NAMES);
            assert!(left.is_empty(), "operation {at}, {fault:?}: {left:?}");
            let again = desk.open();
            assert_eq!(outline(again.project()), after, "operation {at}, {fault:?}");
            assert_eq!(again.findings().len(), 0, "operation {at}, {fault:?}: {:?}", again.findings());
        }
        at += 1;
    }
    assert!(operations > 8, "{operations}");
}
