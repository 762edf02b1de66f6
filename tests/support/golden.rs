//! Expectations that live in files; `UPDATE=1 cargo test` rewrites them, and the diff is what gets reviewed.

use std::path::{Path, PathBuf};

/// The path of something under `tests/data`.
pub(crate) fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path)
}

/// Compares with the expectation at `path` under `tests/data`.
#[track_caller]
pub(crate) fn check(path: &str, actual: &str) {
    let at = data(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&at, actual).expect("the expectation can be written");
        return;
    }
    let expected = std::fs::read_to_string(&at).unwrap_or_default();
    assert!(expected == actual, "{path} differs; expected:\n{expected}\nbut got:\n{actual}");
}

/// The files in a folder under `tests/data` whose names do not end in `.expected`, in order.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(data(folder)).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension != "expected"));
    files.sort();
    files
}

/// The names of the folders in a folder under `tests/data`, in order.
pub(crate) fn folders(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(data(folder)).expect("the folder is there");
    let folders = entries.filter_map(|entry| entry.ok().filter(|entry| entry.path().is_dir()));
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
