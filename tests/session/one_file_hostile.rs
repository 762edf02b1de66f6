//! Files that are no study, or mean harm: refused in a sentence, and nothing is written.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use kodebok::lang::Language;
use kodebok::session::one_file::{OneFile, OneFileError};
use kodebok::store::finding::Finding;
use kodebok::store::sealed::Work;
use kodebok::told;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::session::{Desk, add_code, add_source, outline, test_world};

const MANIFEST: &str = r#"{"format":1,"project":"00000000000000000000000000000abc","min":1}"#;

/// A zip archive of these files.
fn zipped(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, options).expect("a zip can be made");
        zip.write_all(bytes).expect("a zip can be made");
    }
    zip.finish().expect("a zip can be made").into_inner()
}

/// What is said of a file with these bytes.
#[track_caller]
fn refused(room: &Path, bytes: &[u8]) -> String {
    let path = room.join("fra noen.kodebok");
    fs::write(&path, bytes).expect("a file can be written");
    match OneFile::read(&path, Some("passfrasen min")) {
        Ok(_) => panic!("it was taken for a study"),
        Err(error) => told::one_file::error(&error, Language::Bokmal),
    }
}

#[test]
fn what_is_no_study_or_means_harm_is_refused() {
    let room = tempfile::tempdir().unwrap();
    let manifest = || ("kodebok.json", MANIFEST.as_bytes().to_vec());
    let with = |name: &'static str| zipped(&[manifest(), (name, b"x".to_vec())]);
    let bomb = zipped(&[manifest(), ("sources/00/x.txt", vec![b' '; 40 << 20])]);
    let cases: [(&str, Vec<u8>, &str); 9] = [
        ("nothing at all", Vec::new(), "ikke en studie i én fil"),
        ("a text", b"Kjaere deg".to_vec(), "ikke en studie i én fil"),
        ("a beginning of a zip", b"PK\x03\x04".to_vec(), "skadet"),
        ("a zip of something else", zipped(&[("bilde.png", vec![1, 2, 3])]), "ikke en studie i én fil"),
        ("a climbing name", with("../../oppover.jsonl"), "peker ut av filen"),
        ("a name from the root", with("/etc/kodebok.jsonl"), "peker ut av filen"),
        ("a drive", with("C:\\logs\\x.jsonl"), "peker ut av filen"),
        ("a device", with("logs/nul.jsonl"), "peker ut av filen"),
        ("a bomb", bomb, "ganger sin egen størrelse"),
    ];
    for (what, bytes, expected) in cases {
        let said = refused(room.path(), &bytes);
        assert!(said.contains(expected), "{what}: {said}");
    }
    let newer = MANIFEST.replace("\"min\":1", "\"min\":7");
    let said = refused(room.path(), &zipped(&[("kodebok.json", newer.into_bytes())]));
    assert!(said.contains("nyere versjon"), "{said}");
    let many: Vec<(String, Vec<u8>)> = (0..10_001).map(|n| (format!("logs/{n}.jsonl"), Vec::new())).collect();
    let mut all: Vec<(&str, Vec<u8>)> = vec![manifest()];
    all.extend(many.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())));
    refused(room.path(), &zipped(&all));
    let left: Vec<_> = fs::read_dir(room.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing was unpacked: {left:?}");
}

#[test]
fn no_beginning_and_no_changed_byte_of_a_file_is_taken_for_a_study_with_less_in_it() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_source(&mut session, "Informant 1", "Ja.");
    add_code(&mut session, "deling");
    session.settle().unwrap();
    let path = room.path().join("hel.kodebok");
    session.packing().unwrap().write(&path, None, Work::Rounds(2)).unwrap();
    let bytes = fs::read(&path).unwrap();
    for cut in (0..bytes.len()).step_by(7) {
        fs::write(&path, &bytes[..cut]).unwrap();
        assert!(OneFile::read(&path, None).is_err(), "{cut}");
    }
    for at in (0..bytes.len()).step_by(3) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x41;
        fs::write(&path, &changed).unwrap();
        // Where it is read at all, no line and no text is taken that does not prove itself.
        let Ok(file) = OneFile::read(&path, None) else { continue };
        let merged = session.merge(|merging| merging.file(&file));
        if let Ok(came) = merged {
            assert_eq!((came.lines.new, came.codings.len()), (0, 0), "{at}");
        }
    }
    assert_eq!(outline(session.project()), ["deling"]);
}

#[test]
fn a_folder_that_was_zipped_by_hand_opens_as_well() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_source(&mut session, "Informant 1", "Ja.");
    add_code(&mut session, "deling");
    let expected = outline(session.project());
    session.close().unwrap();
    let mut files: Vec<(String, Vec<u8>)> = vec![("Klynger/.DS_Store".to_owned(), vec![0, 1])];
    for path in crate::support::erasing::holding(&desk.folder, &[""]) {
        let below = path.strip_prefix(&desk.folder).unwrap().to_string_lossy().replace('\\', "/");
        files.push((format!("Klynger/{below}"), fs::read(&path).unwrap()));
    }
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let path = room.path().join("for hånd.zip");
    fs::write(&path, zipped(&files)).unwrap();
    let file = OneFile::read(&path, None).unwrap();
    let ola = Desk::ola(room.path());
    let home = room.path().join("hos Ola");
    let (his, _) = file.open_in(&home, ola.who.clone(), &ola.data, test_world(5)).unwrap();
    assert_eq!(his.folder(), Some(home.join("for hånd").as_path()));
    assert_eq!(outline(his.project()), expected);
    assert!(his.project().sources().all(|source| source.text.is_some()));
    // In a folder that is not empty and no study nothing is made.
    assert!(matches!(file.unfold(room.path(), &ola.data), Err(OneFileError::Session(_))));
}

#[test]
fn a_damaged_line_of_the_other_copy_is_taken_along_as_it_stands() {
    let room = tempfile::tempdir().unwrap();
    let kari = Desk::kari(room.path());
    let ola = Desk::ola(room.path());
    let mut hers = kari.create();
    let file = room.path().join("copy.kodebok");
    hers.settle().unwrap();
    hers.packing().unwrap().write(&file, None, Work::Usual).unwrap();
    let one = OneFile::read(&file, None).unwrap();
    let elsewhere = room.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let (mut his, _) = one.open_in(&elsewhere, ola.who.clone(), &ola.data, test_world(77)).unwrap();
    for name in ["deling", "lån", "gave"] {
        add_code(&mut his, name);
    }
    let folder = his.folder().unwrap().to_owned();
    his.settle().unwrap();
    // She has his first lines, so that his log is known here; then two more come, and two of his lines are damaged.
    hers.merge(|merging| merging.folder(&folder)).unwrap();
    for name in ["bytte", "leie"] {
        add_code(&mut his, name);
    }
    his.close().unwrap();
    let his_log = logs(&folder).into_iter().find(|path| fs::read_to_string(path).unwrap().contains("leie")).unwrap();
    let said = fs::read_to_string(&his_log).unwrap();
    fs::write(&his_log, said.replace("bytte", "byt\u{fffd}e").replace("deling", "dXling")).unwrap();

    let came = hers.merge(|merging| merging.folder(&folder)).unwrap();
    assert_eq!((came.codes, came.lines.unreadable), (1, 1), "what is whole here is not lacking");
    let damaged = kari.folder.join("logs").join("damaged");
    let kept: Vec<_> = fs::read_dir(&damaged).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(kept.len(), 1);
    let kept = fs::read_to_string(&kept[0]).unwrap();
    assert!(kept.lines().count() == 1 && kept.contains("byt\u{fffd}e"), "{kept}");
    let again = hers.merge(|merging| merging.folder(&folder)).unwrap();
    assert_eq!((again.lines.new, again.lines.unreadable), (0, 1));
    assert_eq!(fs::read_dir(&damaged).unwrap().count(), 1);
    hers.close().unwrap();
    // It is told where the study is opened, and it comes back whole once somebody has it whole.
    assert!(matches!(kari.open().findings(), [Finding::BadLine { .. }]));
    fs::write(&his_log, said).unwrap();
    let mut hers = kari.open();
    let came = hers.merge(|merging| merging.folder(&folder)).unwrap();
    assert_eq!((came.codes, came.lines.unreadable), (1, 0));
}

/// Every file of a log.
fn logs(folder: &Path) -> Vec<PathBuf> {
    let listed = |folder: &Path| fs::read_dir(folder).expect("a folder").map(|item| item.expect("an item").path());
    listed(&folder.join("logs")).flat_map(|log| listed(&log).collect::<Vec<_>>()).collect()
}
