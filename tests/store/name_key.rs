//! The name key: only its passphrase opens it, and it never lies in a study.

use std::fs;

use kodebok::model::id::ProjectId;
use kodebok::store::name_key::{KeyError, NameKey};
use kodebok::store::sealed::Work;
use kodebok::text::names::Kind;
use kodebok::text::names::table::Row;

use crate::support::session::Desk;

const STUDY: ProjectId = ProjectId::new(7);
const PASSPHRASE: &str = "blåbær på tunet";

fn row(original: &str, pseudonym: &str) -> Row {
    Row { original: original.to_owned(), pseudonym: pseudonym.to_owned(), kind: Kind::Person }
}

#[test]
fn a_key_is_read_as_it_was_written_and_by_nobody_else() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("nøkkel.age");
    let mut key = NameKey::new(STUDY);
    key.extend(&[row("Kari Nordmann", "Person 1")]);
    key.write(&path, PASSPHRASE, Work::Rounds(4)).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(4).any(|window| window == b"Kari"));
    assert_eq!(NameKey::read(&path, STUDY, PASSPHRASE).unwrap(), key);
    let wrong = NameKey::read(&path, STUDY, "blåbær på tuna");
    assert!(matches!(wrong, Err(KeyError::WrongPassphrase { .. })), "{wrong:?}");
    let other = NameKey::read(&path, ProjectId::new(8), PASSPHRASE);
    assert!(matches!(other, Err(KeyError::OtherStudy { .. })), "{other:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1, "nothing half written is left");
}

#[test]
fn a_name_keeps_its_pseudonym_when_more_are_added_and_no_link_is_lost() {
    let mut key = NameKey::new(STUDY);
    key.extend(&[row("Kari", "Person 1")]);
    key.extend(&[row("Kari", "Person 9"), row("Ola", "Person 2")]);
    key.extend(&[row("Kari", "Person 9")]);
    assert_eq!(key.rows, [row("Kari", "Person 1"), row("Kari", "Person 9"), row("Ola", "Person 2")]);
    assert_eq!(format!("{key:?}"), "NameKey(3 names)", "no message shows a name");
}

#[test]
fn a_key_in_a_study_is_refused_however_its_path_is_written() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    let beside = room.path().join("beside");
    fs::create_dir(&beside).unwrap();
    let paths = [desk.folder.join("key.age"), desk.folder.join("logs/key.age"), beside.join("../study/key.age")];
    for path in paths {
        let written = NameKey::new(STUDY).write(&path, PASSPHRASE, Work::Rounds(4));
        assert!(matches!(written, Err(KeyError::InsideStudy { .. })), "{}: {written:?}", path.display());
        assert!(!path.exists());
    }
    let short = NameKey::new(STUDY).write(&beside.join("key.age"), "kort", Work::Rounds(4));
    assert!(matches!(short, Err(KeyError::ShortPassphrase)));
}

#[test]
fn other_files_are_no_keys() {
    let room = tempfile::tempdir().unwrap();
    for (name, bytes) in [("empty", &b""[..]), ("text", b"hei"), ("cut", b"age-encryption.org/v1\n-> scrypt")] {
        let path = room.path().join(name);
        fs::write(&path, bytes).unwrap();
        let read = NameKey::read(&path, STUDY, PASSPHRASE);
        assert!(matches!(read, Err(KeyError::NotAKey { .. })), "{name}: {read:?}");
    }
    let missing = NameKey::read(&room.path().join("nothing"), STUDY, PASSPHRASE);
    assert!(matches!(missing, Err(KeyError::Store(_))), "{missing:?}");
}
