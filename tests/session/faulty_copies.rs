//! What is more than a wish (merging, restoring, keeping an original, packing) on a disk that fails at any operation: it is
//! told, nothing that was there is lost, and once the disk is well the same can be done again, to the same end.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use kodebok::journal::edit::{Edit, NewSource};
use kodebok::lang::Language;
use kodebok::session::one_file::{OneFile, OneFileError};
use kodebok::store::sealed::Work;
use kodebok::told;

use crate::support::at_once::for_each;
use crate::support::disk::{Fault, FaultyDisk, Reach, When};
use crate::support::place::copy;
use crate::support::session::{Desk, add_code, add_source, apply, new_source, outline};

type Done = Result<(), OneFileError>;
/// What is done at a desk, in a room where Ola's copy lies in `theirs` and as `theirs.kodebok`.
type Deed = (&'static str, fn(&Desk, &Path) -> Done);

const DEEDS: &[Deed] = &[
    ("merge a folder", |desk, room| {
        let mut session = desk.try_open()?;
        session.merge(|merging| merging.folder(&room.join("theirs")))?;
        session.settle().map_err(Into::into)
    }),
    ("merge a file", |desk, room| {
        let file = OneFile::read(&room.join("theirs.kodebok"), None)?;
        let mut session = desk.try_open()?;
        session.merge(|merging| merging.file(&file))?;
        session.settle().map_err(Into::into)
    }),
    ("restore", |desk, _| {
        // What has become of the log is of no interest here.
        drop(fs::remove_dir_all(desk.folder.join("logs")));
        let mut session = desk.try_open()?;
        session.restore_from_backup()?;
        session.settle().map_err(Into::into)
    }),
    ("keep an original", |desk, _| {
        let mut session = desk.try_open()?;
        let original = session.originals().expect("a folder").keep(b"Vi spurte.", "txt")?;
        let source = NewSource { original: Some(original), ..new_source("Informant 2", "Vi spurte.") };
        // The second time it is here already.
        drop(session.edit(&Edit::AddSource(Box::new(source))));
        session.settle().map_err(Into::into)
    }),
    ("pack", |desk, room| {
        let session = desk.try_open()?;
        session.packing()?.write(&room.join("mine.kodebok"), None, Work::Rounds(2))
    }),
];

/// Kari's study, with what Ola has made of a copy of it.
fn room() -> tempfile::TempDir {
    let room = tempfile::tempdir().expect("a folder can be made");
    let kari = Desk::kari(room.path());
    let mut hers = kari.create();
    let source = add_source(&mut hers, "Informant 1", "Vi deler med andre.");
    let share = add_code(&mut hers, "deling");
    apply(&mut hers, share, source, 3, 8);
    hers.settle().expect("it can be saved");
    hers.poll();
    let mailed = room.path().join("mailed.kodebok");
    hers.packing().expect("all is saved").write(&mailed, None, Work::Rounds(2)).expect("it can be packed");
    hers.close().expect("it can be saved");
    let ola = Desk::ola(room.path()).at(room.path().join("theirs"));
    let file = OneFile::read(&mailed, None).expect("it was packed");
    file.unfold(&ola.folder, &ola.data).expect("it can be unfolded");
    let mut his = ola.open();
    let help = add_code(&mut his, "hjelp");
    let asked = add_source(&mut his, "Informant 3", "Vi spør hverandre.");
    apply(&mut his, help, asked, 3, 6);
    his.settle().expect("it can be saved");
    let back = room.path().join("theirs.kodebok");
    his.packing().expect("all is saved").write(&back, None, Work::Rounds(2)).expect("it can be packed");
    room
}

/// Does something in a copy of a room while the disk fails, and again when it is well; gives how many operations there were
/// and what the study is in the end.
fn done((name, deed): &Deed, room: &Path, (reach, when, fault): (Reach, When, Fault)) -> (usize, Vec<String>) {
    let copied = tempfile::tempdir().expect("a folder can be made");
    copy(room, copied.path());
    let what = format!("{name}, {reach:?}, {when:?}, {fault:?}");
    let desk = Desk::kari(copied.path()).seeded(100);
    let disk = FaultyDisk::new(&desk.folder).reaching(reach);
    let desk = desk.on(Arc::new(disk.clone()));
    let before = outline(desk.open().project());
    disk.fail(when, fault);
    if let Err(error) = deed(&desk, copied.path()) {
        for language in Language::ALL {
            assert!(told::one_file::error(&error, language).split(' ').count() > 3, "{what}: {error}");
        }
    }
    let operations = disk.done();
    disk.fail(When::Never, fault);
    let left = outline(desk.open().project());
    assert!(*name == "restore" || before.iter().all(|line| left.contains(line)), "{what}: {left:?}");
    deed(&desk, copied.path()).unwrap_or_else(|error| panic!("{what}, once the disk is well: {error}"));
    let session = desk.open();
    assert_eq!((session.findings().len(), session.problems()), (0, &[][..]), "{what}: {:?}", session.findings());
    assert!(session.project().sources().all(|source| source.text.is_some()), "{what}");
    (operations, outline(session.project()))
}

#[test]
fn whatever_fails_it_is_told_and_can_be_done_again() {
    let room = room();
    let all = std::env::var_os("KODEBOK_FAULTS").is_some_and(|said| said == "all");
    let at_every_operation = |deed: &Deed, reach| {
        let (operations, expected) = done(deed, room.path(), (reach, When::Never, Fault::Torn));
        let trials = (0..operations).flat_map(|at| {
            let faults = [Fault::Torn, Fault::Error(ErrorKind::StorageFull), Fault::Error(ErrorKind::Other)];
            let both = faults.into_iter().flat_map(move |fault| [(When::Once(at), fault), (When::From(at), fault)]);
            both.skip(if all { 0 } else { at % 6 }).take(if all { 6 } else { 1 })
        });
        for_each(trials, |(when, fault)| {
            let (_, found) = done(deed, room.path(), (reach, when, fault));
            assert_eq!(found, expected, "{}, {when:?}, {fault:?}", deed.0);
        });
    };
    for deed in DEEDS {
        at_every_operation(deed, Reach::Project);
        at_every_operation(deed, Reach::Everything);
    }
}
