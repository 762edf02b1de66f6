//! A study in one file: packed, opened elsewhere, and merged with what is there. Nothing is lost, nothing counts twice, and
//! what was erased does not come back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kodebok::journal::edit::{Edit, NewSource};
use kodebok::session::Session;
use kodebok::session::one_file::came::{Came, Lines, Was};
use kodebok::session::one_file::{OneFile, OneFileError};
use kodebok::store::check::check;
use kodebok::store::sealed::Work;

use crate::support::erasing::{NAMES, NOWHERE, holding, pseudonymise, write_names, write_others};
use crate::support::session::{Desk, add_code, add_source, apply, new_source, outline, test_world};

const EASY: Work = Work::Rounds(2);

/// Ola at a desk of his own, with a folder of his own.
fn ola_elsewhere(room: &Path) -> Desk {
    Desk::ola(room).at(room.join("at Ola's").join("Klynger"))
}

fn pack(session: &mut Session, path: &Path) -> PathBuf {
    session.settle().expect("it can be saved");
    session.packing().expect("all is saved").write(path, None, EASY).expect("it can be packed");
    path.to_owned()
}

fn read(path: &Path) -> OneFile {
    OneFile::read(path, None).expect("it was packed")
}

/// Opens a file in a folder of Ola's, or merges it with what is there.
fn open_in(file: &Path, desk: &Desk) -> (Session, Came) {
    let parent = desk.folder.parent().expect("a folder of his");
    let opened = read(file).open_in(parent, desk.who.clone(), &desk.data, test_world(77));
    opened.expect("it can be opened")
}

fn merge(session: &mut Session, file: &Path) -> Came {
    let file = read(file);
    session.merge(|merging| merging.file(&file)).expect("it can be merged")
}

/// Every file below a folder with what it holds.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = holding(folder, &[""]).into_iter();
    all.map(|path| (path.clone(), fs::read(&path).expect("a file"))).collect()
}

#[test]
fn a_study_goes_by_mail_and_comes_back_with_what_the_other_has_done() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), ola_elsewhere(room.path()));
    let mut hers = kari.create();
    let source = add_source(&mut hers, "Informant 1", "Vi deler med andre.");
    let share = add_code(&mut hers, "deling");
    apply(&mut hers, share, source, 3, 8);
    let file = pack(&mut hers, &room.path().join("Klynger.kodebok"));

    let (mut his, came) = open_in(&file, &ola);
    assert_eq!(his.folder(), Some(ola.folder.as_path()), "a folder named after the file");
    assert_eq!((came.was, came.sources, came.codes, came.lines.known), (Was::New, 1, 1, 0));
    assert_eq!(came.codings, [("Kari Nordmann".to_owned(), 1)]);
    assert_eq!(outline(his.project()), outline(hers.project()));
    assert_eq!(his.findings().len(), 0, "{:?}", his.findings());

    // Both go on, and he mails his back.
    apply(&mut his, share, source, 9, 12);
    apply(&mut his, share, source, 13, 18);
    let lend = add_code(&mut his, "lån");
    apply(&mut his, lend, source, 0, 2);
    apply(&mut hers, share, source, 13, 18);
    hers.settle().unwrap();
    let before = files(&kari.folder);
    let back = pack(&mut his, &room.path().join("fra Ola.kodebok"));
    let came = merge(&mut hers, &back);
    assert_eq!(came.codings, [("Ola Hansen".to_owned(), 3)]);
    // His name, three codings and a code are new; the project, her name, the source, the code and the coding are not.
    assert_eq!((came.was, came.codes, came.sources, came.taken_away), (Was::Here, 1, 0, 0));
    assert_eq!(came.lines, Lines { new: 5, known: 4, unreadable: 0 });
    let all = outline(hers.project());
    assert_eq!(
        all,
        [
            "deling",
            "lån",
            "Informant 1: «Vi» lån",
            "Informant 1: «deler» deling",
            "Informant 1: «med» deling",
            "Informant 1: «andre» deling",
            "Informant 1: «andre» deling",
        ]
    );
    // Nothing that lay there was touched.
    let after = files(&kari.folder);
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)));
    // A second time there is nothing new, and no new file.
    let again = merge(&mut hers, &back);
    assert_eq!((again.lines, again.codings.len()), (Lines { new: 0, known: 9, unreadable: 0 }, 0));
    assert_eq!(files(&kari.folder), after);
    hers.close().unwrap();
    let checked = check(&kari.data, &kari.folder).unwrap();
    assert_eq!((checked.findings.len(), checked.codings), (0, 5), "{:?}", checked.findings);
    assert_eq!(outline(kari.open().project()), all);
}

#[test]
fn opening_where_the_study_is_merges_and_beside_another_folder_overwrites_nothing() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), ola_elsewhere(room.path()));
    let mut hers = kari.create();
    add_code(&mut hers, "deling");
    let file = pack(&mut hers, &room.path().join("Klynger.kodebok"));
    // Something else of that name lies there already.
    fs::create_dir_all(&ola.folder).unwrap();
    fs::write(ola.folder.join("notater.txt"), "mine").unwrap();
    let (his, _) = open_in(&file, &ola);
    let folder = his.folder().unwrap().to_owned();
    assert_eq!(folder, ola.folder.with_file_name("Klynger 2"));
    his.close().unwrap();
    assert_eq!(fs::read_to_string(ola.folder.join("notater.txt")).unwrap(), "mine");
    // Under whatever name it lies, it is found by what it is.
    let renamed = ola.folder.with_file_name("Studien vår");
    fs::rename(&folder, &renamed).unwrap();
    add_code(&mut hers, "lån");
    pack(&mut hers, &file);
    let (his, came) = open_in(&file, &ola);
    assert_eq!((his.folder(), came.was, came.lines.new), (Some(renamed.as_path()), Was::Here, 1));
    assert_eq!(outline(his.project()), ["deling", "lån"]);
    assert!(!ola.folder.with_file_name("Klynger 3").exists());
}

#[test]
fn another_folder_is_merged_as_a_file_is_and_is_left_as_it_was() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), ola_elsewhere(room.path()));
    let mut hers = kari.create();
    add_source(&mut hers, "Informant 1", "Ja.");
    let file = pack(&mut hers, &room.path().join("Klynger.kodebok"));
    let (mut his, _) = open_in(&file, &ola);
    let source = add_source(&mut his, "Informant 2", "Nei.");
    his.close().unwrap();
    let before = files(&ola.folder);
    let came = hers.merge(|merging| merging.folder(&ola.folder)).unwrap();
    assert_eq!((came.sources, came.texts_missing), (1, 0));
    assert_eq!(hers.project().source(source).unwrap().text.as_ref().unwrap().as_str(), "Nei.");
    assert_eq!(files(&ola.folder), before);
}

#[test]
fn only_the_passphrase_opens_a_locked_file() {
    let room = tempfile::tempdir().unwrap();
    let kari = Desk::kari(room.path());
    let mut hers = kari.create();
    add_source(&mut hers, "Informant 1", "Blåbærskogen er hemmelig.");
    hers.settle().unwrap();
    let path = room.path().join("laast.kodebok");
    let packing = hers.packing().unwrap();
    assert!(matches!(packing.write(&path, Some("kort"), EASY), Err(OneFileError::ShortPassphrase)));
    assert!(!path.exists());
    packing.write(&path, Some("blåbær på tunet"), EASY).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.starts_with(b"PK") && !String::from_utf8_lossy(&bytes).contains("kodebok.json"));
    assert!(matches!(OneFile::read(&path, None), Err(OneFileError::Locked { .. })));
    assert!(matches!(OneFile::read(&path, Some("bringebær på tunet")), Err(OneFileError::WrongPassphrase { .. })));
    let opened = OneFile::read(&path, Some("blåbær på tunet")).unwrap();
    assert_eq!(Some(opened.project()), hers.project().id());
    // Half of it is no study, and is told in one of its errors.
    for cut in [10, 40, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&path, &bytes[..cut]).unwrap();
        assert!(OneFile::read(&path, Some("blåbær på tunet")).is_err(), "{cut}");
    }
}

#[test]
fn another_study_is_not_merged() {
    let room = tempfile::tempdir().unwrap();
    let mut hers = Desk::kari(room.path()).create();
    let ola = ola_elsewhere(room.path()).seeded(9_000);
    fs::create_dir_all(ola.folder.parent().unwrap()).unwrap();
    let mut his = ola.create();
    let file = read(&pack(&mut his, &room.path().join("annen.kodebok")));
    assert!(matches!(hers.merge(|merging| merging.file(&file)), Err(OneFileError::OtherStudy { .. })));
    assert!(matches!(hers.merge(|merging| merging.folder(&ola.folder)), Err(OneFileError::OtherStudy { .. })));
    let nothing = room.path().join("nothing");
    fs::create_dir(&nothing).unwrap();
    assert!(matches!(hers.merge(|merging| merging.folder(&nothing)), Err(OneFileError::Session(_))));
}

#[test]
fn kept_originals_and_lines_that_a_sync_service_has_renamed_travel_too() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), ola_elsewhere(room.path()));
    let mut hers = kari.create();
    let original = hers.originals().unwrap().keep(b"Vi deler.", "txt").unwrap();
    let source = NewSource { original: Some(original.clone()), ..new_source("Informant 1", "Vi deler.") };
    hers.edit(&Edit::AddSource(Box::new(source))).unwrap();
    add_code(&mut hers, "deling");
    hers.close().unwrap();
    // The log has become a conflict copy, and the text has another name.
    let log = fs::read_dir(kari.folder.join("logs")).unwrap().next().unwrap().unwrap().path();
    let copy = kari.folder.join("logs").join("000001 (Karis konfliktkopi: 2).jsonl");
    fs::rename(log.join("000001.jsonl"), copy).unwrap();
    let mut hers = Desk::ola(room.path()).open();
    let file = pack(&mut hers, &room.path().join("Klynger.kodebok"));
    let (his, came) = open_in(&file, &ola);
    assert_eq!(outline(his.project()), ["deling"]);
    assert_eq!((came.texts_missing, his.findings().len()), (0, 0), "{:?}", his.findings());
    assert_eq!(his.originals().unwrap().read(&original).unwrap(), b"Vi deler.");
    assert!(his.project().sources().all(|source| source.text.is_some()));
}

#[test]
fn what_was_erased_here_does_not_come_back_with_an_old_file() {
    let room = tempfile::tempdir().unwrap();
    let kari = Desk::kari(room.path());
    let mut hers = kari.create();
    write_names(&mut hers);
    write_others(&mut hers);
    let mail = tempfile::tempdir().unwrap();
    let old = pack(&mut hers, &mail.path().join("gammel.kodebok"));
    pseudonymise(&mut hers);
    hers.finish_erasing().unwrap();
    let seen = outline(hers.project());
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
    let came = merge(&mut hers, &old);
    assert_eq!((came.lines.new, came.sources), (0, 0));
    hers.finish_erasing().unwrap();
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
    assert_eq!(outline(hers.project()), seen);
    // What goes out now holds none of it either.
    let new = pack(&mut hers, &mail.path().join("ny.kodebok"));
    let ola = ola_elsewhere(room.path());
    let (his, _) = open_in(&new, &ola);
    his.close().unwrap();
    assert_eq!(holding(room.path(), &NAMES), NOWHERE);
}

#[test]
fn what_somebody_else_has_erased_goes_here_too_when_theirs_is_merged() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), ola_elsewhere(room.path()));
    let mut hers = kari.create();
    write_names(&mut hers);
    write_others(&mut hers);
    let mail = tempfile::tempdir().unwrap();
    let file = pack(&mut hers, &mail.path().join("Klynger.kodebok"));
    let (mut his, _) = open_in(&file, &ola);
    let source = his.project().sources().find(|source| source.title == "Intervju Torbjørn").unwrap().id;
    his.edit(&Edit::EraseSource { source }).unwrap();
    his.finish_erasing().unwrap();
    // Meanwhile she has coded the very interview.
    let code = add_code(&mut hers, "etterpå");
    apply(&mut hers, code, source, 0, 3);
    let back = pack(&mut his, &mail.path().join("fra Ola.kodebok"));
    let came = merge(&mut hers, &back);
    hers.finish_erasing().unwrap();
    assert!(hers.project().source(source).is_none() && came.taken_away > 0);
    assert_eq!(holding(&kari.folder, &["Fjordtek", "Egeland"]), NOWHERE);
    // Nor does it come back from hers, packed before, to him.
    merge(&mut his, &file);
    his.finish_erasing().unwrap();
    let own = holding(&ola.folder, &["Fjordtek", "Egeland"]);
    assert!(
        own.is_empty() || own.iter().all(|path| path.extension().is_some_and(|ending| ending == "jsonl")),
        "{own:?}"
    );
}

#[test]
fn merged_lines_are_in_the_backup() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), ola_elsewhere(room.path()));
    let mut hers = kari.create();
    let file = pack(&mut hers, &room.path().join("Klynger.kodebok"));
    let (mut his, _) = open_in(&file, &ola);
    let mut back = PathBuf::new();
    // Twice, so that the second time his log is known and only its news come.
    for name in ["deling", "lån"] {
        add_code(&mut his, name);
        back = pack(&mut his, &room.path().join("fra Ola.kodebok"));
        merge(&mut hers, &back);
    }
    hers.poll();
    hers.close().unwrap();
    fs::remove_dir_all(kari.folder.join("logs")).unwrap();
    fs::remove_file(back).unwrap();
    let mut hers = kari.open();
    assert_eq!(outline(hers.project()), Vec::<String>::new());
    assert!(hers.restore_from_backup().unwrap() > 0);
    assert_eq!(outline(hers.project()), ["deling", "lån"]);
    assert_eq!(hers.findings().len(), 0, "{:?}", hers.findings());
}

#[test]
fn a_crash_in_the_middle_of_opening_leaves_what_the_next_opening_completes() {
    let room = tempfile::tempdir().unwrap();
    let (kari, ola) = (Desk::kari(room.path()), ola_elsewhere(room.path()));
    let mut hers = kari.create();
    add_source(&mut hers, "Informant 1", "Ja.");
    add_code(&mut hers, "deling");
    let file = pack(&mut hers, &room.path().join("Klynger.kodebok"));
    let (his, _) = open_in(&file, &ola);
    his.close().unwrap();
    let whole = files(&ola.folder);
    for path in whole.keys().filter(|path| !path.ends_with("kodebok.json")) {
        let bytes = fs::read(path).unwrap();
        fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        let (his, _) = open_in(&file, &ola);
        assert_eq!(outline(his.project()), ["deling"], "{}", path.display());
        assert!(his.project().sources().all(|source| source.text.is_some()), "{}", path.display());
        his.close().unwrap();
        fs::remove_dir_all(&ola.folder).unwrap();
        open_in(&file, &ola).0.close().unwrap();
    }
}
