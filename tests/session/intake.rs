//! Reading many files: each by itself, whatever the others are, and no further than wanted.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use kodebok::import::{Choices, ImportError, Read};
use kodebok::session::intake::folders::{LeftOut, gather};
use kodebok::session::intake::parallel::read_all;
use kodebok::session::intake::{Failure, Origin};

use crate::support::reading::reader;

fn files(room: &std::path::Path, files: &[(&str, &str)]) -> Vec<PathBuf> {
    let write = |(name, words): &(&str, &str)| {
        let path = room.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        std::fs::write(&path, words).expect("a file can be written");
        path
    };
    files.iter().map(write).collect()
}

fn wanted(paths: &[PathBuf]) -> Vec<(Origin, Choices)> {
    paths.iter().map(|path| (Origin::File(path.clone()), Choices::default())).collect()
}

#[test]
fn one_bad_file_never_stops_the_rest() {
    let room = tempfile::tempdir().unwrap();
    let mut paths = files(room.path(), &[("1.txt", "Én."), ("2.docx", "PK nei"), ("3.txt", ""), ("4.md", "Fire.")]);
    paths.push(room.path().join("borte.txt"));
    let came: Mutex<BTreeMap<usize, Result<Read, Failure>>> = Mutex::default();
    read_all(&reader(), &wanted(&paths), &|| false, &|number, read| {
        came.lock().unwrap().insert(number, read);
    });
    let came = came.into_inner().unwrap();
    assert_eq!(came.len(), 5);
    assert!(came[&0].is_ok() && came[&3].is_ok());
    assert!(matches!(came[&1], Err(Failure::Unreadable(ImportError::Damaged(_)))), "{:?}", came[&1]);
    assert!(matches!(came[&2], Err(Failure::Unreadable(ImportError::Empty))));
    assert!(matches!(came[&4], Err(Failure::Disk(_))));
}

#[test]
fn reading_stops_when_it_is_asked_to() {
    let room = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..200).map(|n| format!("{n}.txt")).collect();
    let all: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "Ord.")).collect();
    let paths = files(room.path(), &all);
    let came = AtomicUsize::new(0);
    let enough = || came.load(Ordering::Relaxed) >= 3;
    read_all(&reader(), &wanted(&paths), &enough, &|_, _| {
        came.fetch_add(1, Ordering::Relaxed);
    });
    let (came, threads) = (came.into_inner(), std::thread::available_parallelism().map_or(2, usize::from).max(2));
    assert!((3..3 + threads).contains(&came), "{came}");
}

#[test]
fn a_folder_gives_its_files_in_the_order_people_count() {
    let room = tempfile::tempdir().unwrap();
    let named = [
        ("Informant 10.txt", "a"),
        ("Informant 9.txt", "a"),
        ("under/Informant 1.vtt", "a"),
        ("~$Informant 9.docx", "a"),
        (".DS_Store", "a"),
        ("bilde.png", "a"),
        ("film.mp4", "a"),
        ("studie/kodebok.json", "{}"),
        ("studie/sources/aa/aa.txt", "a"),
    ];
    let paths = files(room.path(), &named);
    let gathered = gather(&[room.path().to_owned(), paths[0].clone()]);
    assert_eq!(gathered.files, [paths[1].clone(), paths[0].clone(), paths[2].clone()]);
    let told = format!("{:?}", gathered.left_out);
    assert!(
        matches!(gathered.left_out.as_slice(), [LeftOut::Study(_), LeftOut::OtherKinds { count: 2, .. }]),
        "{told}"
    );
}

#[test]
fn pasted_words_are_read_as_what_they_look_like() {
    let read = |words: &str| {
        let origin = Origin::Pasted { title: "Limt inn".to_owned(), words: words.into() };
        origin.read(&reader(), &Choices::default()).expect("it can be read")
    };
    let read_text = |words: &str| {
        let read = read(words);
        let source = read.text().expect("one text");
        (source.title.clone(), source.text.clone(), source.turns.first().and_then(|turn| turn.start_ms))
    };
    assert_eq!(read_text("Bare ord."), ("Limt inn".to_owned(), "Bare ord.".to_owned(), None));
    let cue = "00:00:01.000 --> 00:00:02.000\nHei.\n";
    assert_eq!(read_text(&format!("WEBVTT\n\n{cue}")), ("Limt inn".to_owned(), "Hei.".to_owned(), Some(1_000)));
    let cue = cue.replace('.', ",");
    let cue = cue.replace("Hei,", "Hei.");
    assert_eq!(read_text(&format!("1\n{cue}")), ("Limt inn".to_owned(), "Hei.".to_owned(), Some(1_000)));
}
