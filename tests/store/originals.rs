//! Original files: named by their bytes, written once, proved at every reading.

use std::sync::Arc;

use kodebok::model::id::{FileHash, ProjectId};
use kodebok::model::source::Original;
use kodebok::store::ProjectDir;
use kodebok::store::disk::RealDisk;
use kodebok::store::error::StoreError;

fn dir(room: &std::path::Path) -> ProjectDir {
    ProjectDir::create(Arc::new(RealDisk), &room.join("study"), ProjectId::new(1)).expect("a project can be made")
}

#[test]
fn a_file_is_kept_once_and_proved_when_it_is_read() {
    let room = tempfile::tempdir().unwrap();
    let dir = dir(room.path());
    let kept = dir.keep_original(b"PK some interview", "DOCX").unwrap();
    assert_eq!(dir.keep_original(b"PK some interview", "docx").unwrap(), kept);
    let hash = blake3::hash(b"PK some interview").to_hex();
    let path = dir.original_path(&kept);
    let name = path.strip_prefix(dir.root()).unwrap();
    let (two, all) = (hash.get(..2).unwrap(), hash.get(..32).unwrap());
    assert_eq!(name.to_str().unwrap(), format!("files/{two}/{all}.docx"));
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    assert_eq!(dir.read_original(&kept).unwrap(), b"PK some interview");

    // What a sync service left half done stays as it is; the file gets a name beside it.
    std::fs::write(&path, b"PK some").unwrap();
    assert!(matches!(dir.read_original(&kept), Err(StoreError::DamagedOriginal { .. })));
    assert_eq!(dir.keep_original(b"PK some interview", "docx").unwrap(), kept);
    assert_eq!(std::fs::read(&path).unwrap(), b"PK some");
    assert_eq!(dir.read_original(&kept).unwrap(), b"PK some interview");
}

#[test]
fn an_ending_from_elsewhere_never_leads_out_of_the_folder() {
    let room = tempfile::tempdir().unwrap();
    let dir = dir(room.path());
    let files = dir.root().join("files");
    for extension in ["../../../etc/passwd", "a/b", "", "txt.jsonl", "\u{0}"] {
        let path = dir.original_path(&Original { hash: FileHash::new(7), extension: extension.to_owned() });
        assert!(path.starts_with(&files) && path.iter().count() == files.iter().count() + 2, "{}", path.display());
        assert!(!path.iter().any(|part| part == ".."), "{}", path.display());
    }
    let missing = dir.read_original(&Original { hash: FileHash::new(7), extension: "txt".to_owned() });
    assert!(matches!(missing, Err(StoreError::Io { .. })));
}
