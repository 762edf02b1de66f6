//! Files outside the project.

use std::fs::File;

use kodebok::lang::Language;
use kodebok::store::exchange;
use kodebok::told::store::store_error;

#[test]
fn a_file_that_is_too_large_to_import_is_named_with_the_limit() {
    let room = tempfile::tempdir().unwrap();
    let recording = room.path().join("intervju.wav");
    // A hole takes no place on the disk.
    File::create(&recording).unwrap().set_len(600 * 1024 * 1024).unwrap();
    let error = exchange::read(&recording).unwrap_err();
    let told = format!(
        "Filen er større enn 512 MB og er ikke importert. Er den et opptak, så importer avskriften; ellers del den i \
         flere filer. {}",
        recording.display()
    );
    assert_eq!(store_error(&error, Language::Bokmal), told);
    File::options().write(true).open(&recording).unwrap().set_len(3).unwrap();
    assert_eq!(exchange::read(&recording).unwrap(), [0; 3]);
}
