//! The sample study is what its masters say. `UPDATE=1` makes it anew.

use std::collections::BTreeMap;
use std::path::Path;

use kodebok::model::id::CoderId;
use kodebok::session::one_file::OneFile;
use kodebok::session::sample::unpack;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;
use kodebok::store::sealed::Work;

use crate::support::sample::{Said, codebook, copy, files, make, marks, study};
use crate::support::session::{add_code, test_world};

#[test]
fn the_sample_is_made_from_its_masters() {
    let scratch = tempfile::tempdir().unwrap();
    let made = scratch.path().join("Klyngestudien");
    make(&made, &scratch.path().join("data"));
    let (mut fresh, mut known) = (BTreeMap::new(), BTreeMap::new());
    files(&made, Path::new(""), &mut fresh);
    if std::env::var_os("UPDATE").is_some() {
        drop(std::fs::remove_dir_all(study()));
        for (name, bytes) in &fresh {
            let path = study().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
    files(&study(), Path::new(""), &mut known);
    assert!(fresh.keys().eq(known.keys()), "other files: {:?} {:?}", fresh.keys(), known.keys());
    for (name, bytes) in fresh {
        assert!(known[&name] == bytes, "{} differs; UPDATE=1 makes the sample anew", name.display());
    }
}

#[test]
fn the_sample_holds_every_mark_of_its_masters() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("copy");
    copy(&folder);
    let who = Who { id: CoderId::new(3), name: "Tredje".to_owned() };
    let session = Session::open(&folder, who, &AppData::at(scratch.path().join("data")), test_world(9)).unwrap();
    assert!(session.findings().is_empty(), "{:?}", session.findings());
    let project = session.project();
    let said: Vec<Said> = (1..=7).flat_map(marks).map(|mark| mark.said).collect();
    let standing = said.iter().filter(|said| !matches!(said, Said::OlaRemoved | Said::OlaBounds)).count();
    assert_eq!(project.coding_count(), standing);
    assert_eq!(project.codebook().len(), codebook().len());
    assert_eq!(project.sources().count(), 7);
    assert_eq!(project.cases().len(), 7);
    let by_ola = project.codings().filter(|coding| project.coder_name(coding.coder) == "Ola").count();
    assert_eq!(by_ola, said.iter().filter(|said| **said == Said::OlaAdded).count());
}

#[test]
fn a_fresh_copy_knows_nothing_of_one_that_was_thrown_away() {
    let scratch = tempfile::tempdir().unwrap();
    let data = AppData::at(scratch.path().join("data"));
    let who = Who { id: CoderId::new(3), name: "Tredje".to_owned() };
    let open = |folder: &Path, seed| Session::open(folder, who.clone(), &data, test_world(seed)).unwrap();
    let first = unpack(scratch.path(), test_world(1).as_mut()).unwrap();
    let mut session = open(&first, 2);
    add_code(&mut session, "prøve");
    let (codes, file) = (session.project().codebook().len(), scratch.path().join("copy.kodebok"));
    session.settle().unwrap();
    session.packing().unwrap().write(&file, None, Work::Usual).unwrap();
    session.close().unwrap();
    std::fs::remove_dir_all(&first).unwrap();

    let second = unpack(scratch.path(), test_world(4).as_mut()).unwrap();
    let mut session = open(&second, 5);
    assert!(session.findings().is_empty(), "{:?}", session.findings());
    assert_eq!(session.project().codebook().len(), codes - 1);
    // It is a study of its own, which the other copy is no part of.
    let one = OneFile::read(&file, None).unwrap();
    assert_ne!(session.merging().unwrap().project(), one.project());
    assert!(session.merge(|merging| merging.file(&one)).is_err());
}
