//! What a project looks like on the disk, and which folders are none.

use std::fs;
use std::path::Path;

use kodebok::session::SessionError;
use kodebok::store::error::StoreError;

use crate::support::session::{Desk, add_source};

fn tree(folder: &Path) -> Vec<String> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(next) = open.pop() {
        for item in fs::read_dir(next).expect("the test prepared it") {
            let path = item.expect("the test prepared it").path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(
                    path.strip_prefix(folder)
                        .expect("the test prepared it")
                        .to_str()
                        .expect("the test prepared it")
                        .to_owned(),
                );
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_new_project_is_laid_out_as_promised() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_source(&mut session, "Informant 1", "Blåbær på tur.\n");
    let project = session.project().id().unwrap();
    session.close().unwrap();

    let manifest = fs::read_to_string(desk.folder.join("kodebok.json")).unwrap();
    assert_eq!(manifest, format!("{{\"format\":1,\"project\":\"{project}\",\"min\":1}}\n"));
    assert_eq!(fs::read_to_string(desk.folder.join(".gitattributes")).unwrap(), "* -text\n*.jsonl merge=union\n");
    let found = tree(&desk.folder);
    let [attributes, read_me, kodebok, log, text] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!([attributes, read_me, kodebok], [".gitattributes", "LESMEG.txt", "kodebok.json"]);
    assert!(log.starts_with("logs/") && log.ends_with("/000001.jsonl") && log.len() < 60, "{log}");
    // The first 128 bits of the BLAKE3 hash of the text.
    let hash = blake3::hash("Blåbær på tur.\n".as_bytes()).to_hex();
    assert_eq!(*text, format!("sources/{}/{}.txt", hash.get(..2).unwrap(), hash.get(..32).unwrap()));
    assert_eq!(fs::read_to_string(desk.folder.join(text)).unwrap(), "Blåbær på tur.\n");
}

#[test]
fn a_project_is_made_only_where_nothing_is_in_the_way() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    fs::create_dir(&desk.folder).unwrap();
    fs::write(desk.folder.join("desktop.ini"), "").unwrap();
    drop(desk.create());
    assert!(matches!(desk.try_create(), Err(SessionError::Store(StoreError::ProjectIsHere { .. }))));

    let mut full = Desk::kari(room.path());
    full.folder = room.path().join("photos");
    fs::create_dir(&full.folder).unwrap();
    fs::write(full.folder.join("beach.jpg"), "…").unwrap();
    assert!(matches!(full.try_create(), Err(SessionError::Store(StoreError::FolderNotEmpty { .. }))));
    assert_eq!(tree(&full.folder), ["beach.jpg"]);
}

#[test]
fn what_is_no_project_is_told_apart_from_a_damaged_and_a_newer_one() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let opened = || {
        desk.try_open().map(drop).map_err(|error| match error {
            SessionError::Store(error) => error,
            SessionError::Refused(_) | SessionError::NotSaved { .. } => panic!("nothing was wished"),
        })
    };
    assert!(matches!(opened(), Err(StoreError::NotAProject { .. })));
    fs::create_dir(&desk.folder).unwrap();
    assert!(matches!(opened(), Err(StoreError::NotAProject { .. })));
    for damaged in ["", "{\"format\":1,\"pro", "{\"format\":1,\"project\":\"kari\",\"min\":1}"] {
        fs::write(desk.folder.join("kodebok.json"), damaged).unwrap();
        assert!(matches!(opened(), Err(StoreError::DamagedManifest { .. })), "{damaged}");
    }
    let newer = "{\"format\":3,\"project\":\"000000000000000000000000000000aa\",\"min\":2}";
    fs::write(desk.folder.join("kodebok.json"), newer).unwrap();
    assert!(matches!(opened(), Err(StoreError::NewerFormat { needs: 2, .. })));
    assert_eq!(tree(&desk.folder), ["kodebok.json"], "opening writes nothing");
}
