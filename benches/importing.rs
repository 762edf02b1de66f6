//! How fast interviews come in: 100 of 10,000 words in .docx, read on all cores and added as one gesture, beside what
//! merely unpacking the same files and checking them as UTF-8 takes.

use std::fs;
use std::hint::black_box;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use kodebok::import::{Choices, Content, Read};
use kodebok::journal::edit::Edit;
use kodebok::journal::template::Template;
use kodebok::model::id::CoderId;
use kodebok::session::intake::Origin;
use kodebok::session::intake::parallel::read_all;
use kodebok::session::reader::Reader;
use kodebok::session::world::RealWorld;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;
use zip::write::SimpleFileOptions;

const INTERVIEWS: usize = 100;
const WORDS: usize = 10_000;
/// How many times each is measured; the fastest counts.
const ROUNDS: usize = 5;
const SAID: &str = "Ja, vi har jo fått mye hjelp av de andre bedriftene i klyngen, også helt uten faktura ";

#[expect(clippy::print_stdout, reason = "a bench tells what it has measured")]
fn main() {
    let room = tempfile::tempdir().expect("a temporary folder");
    let wanted: Vec<(Origin, Choices)> = (0..INTERVIEWS)
        .map(|number| {
            let path = room.path().join(format!("Informant {number}.docx"));
            fs::write(&path, docx(number)).expect("a temporary folder can be written");
            (Origin::File(path), Choices::default())
        })
        .collect();
    let unpacked: usize = wanted.iter().map(|(origin, _)| unpack(origin)).sum();
    let pass = fastest(|| wanted.iter().map(|(origin, _)| unpack(origin)).sum::<usize>());
    let mut drafts = Vec::new();
    let reading = fastest(|| drafts = read(&wanted));
    let words: usize = drafts.iter().filter_map(Read::text).map(|text| text.text.split_whitespace().count()).sum();
    let edits: Vec<Edit> = drafts.into_iter().map(Read::into_edit).collect();
    let mut round = 0;
    let (mut adding, mut saving) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        round += 1;
        let (frame, safe) = add(&room.path().join(format!("study {round}")), edits.clone());
        (adding, saving) = (adding.min(frame), saving.min(safe));
    }
    let speed = |taken: Duration| megabytes(unpacked) / taken.as_secs_f64();
    println!("{INTERVIEWS} interviews, {words} words, {:.1} MB of XML", megabytes(unpacked));
    println!("unzip and check UTF-8, one thread   {pass:>10.1?}  {:>6.0} MB/s", speed(pass));
    println!("read as interviews, all cores       {reading:>10.1?}  {:>6.0} MB/s", speed(reading));
    println!("added as one gesture, the window's  {adding:>10.1?}");
    println!("until all is on the disk            {saving:>10.1?}");
}

#[expect(clippy::cast_precision_loss, reason = "a speed is shown in whole megabytes")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn fastest<T>(mut work: impl FnMut() -> T) -> Duration {
    let once = || {
        let since = Instant::now();
        black_box(work());
        since.elapsed()
    };
    std::iter::repeat_with(once).take(ROUNDS).min().unwrap_or_default()
}

/// An interview as a text processor writes it: a paragraph a turn, each turn with its speaker.
fn docx(number: usize) -> Vec<u8> {
    let mut body = String::new();
    let (mut words, mut turn) = (0, 0);
    while words < WORDS {
        let speaker = if turn % 2 == 0 { "Intervjuer" } else { "Informant" };
        let said = format!("{SAID}{number} {turn}. ").repeat(1 + turn % 4);
        words += said.split_whitespace().count();
        body.push_str(&format!(
            "<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{speaker}:</w:t></w:r>\
             <w:r><w:t xml:space=\"preserve\"> {said}</w:t></w:r></w:p>"
        ));
        turn += 1;
    }
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"{space}\"><w:body>{body}</w:body></w:document>");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
             wordprocessingml.document.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships \
             xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"word/document.xml\"/></Relationships>",
        ),
        ("word/document.xml", document.as_str()),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a file in memory");
        zip.write_all(part.as_bytes()).expect("a file in memory");
    }
    zip.finish().expect("a file in memory").into_inner()
}

/// The floor: what no reader can do without.
fn unpack(origin: &Origin) -> usize {
    let bytes = origin.bytes().expect("the file was just written");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip");
    let mut part = Vec::new();
    zip.by_name("word/document.xml").expect("it is there").read_to_end(&mut part).expect("it can be unpacked");
    std::str::from_utf8(&part).expect("it is UTF-8").len()
}

fn read(wanted: &[(Origin, Choices)]) -> Vec<Read> {
    let all: Mutex<Vec<(usize, Read)>> = Mutex::default();
    read_all(&Reader::of_this_program(), wanted, &|| false, &|number, read| {
        all.lock().expect("nobody panics").push((number, read.expect("it is an interview")));
    });
    let mut all = all.into_inner().expect("nobody panics");
    all.sort_by_key(|(number, _)| *number);
    assert!(all.iter().all(|(_, read)| matches!(&read.content, Content::Text(text) if !text.turns.is_empty())));
    all.into_iter().map(|(_, read)| read).collect()
}

/// How long the window waits, and how long it takes until all is on the medium.
fn add(folder: &Path, edits: Vec<Edit>) -> (Duration, Duration) {
    let data = AppData::at(folder.with_extension("data"));
    let who = Who { id: CoderId::new(1), name: "Kari".to_owned() };
    let mut session = Session::create(folder, "Klynger", Template::Empty, who, &data, Box::new(RealWorld))
        .expect("a study can be made");
    let since = Instant::now();
    session.edit(&Edit::All(edits)).expect("it can be added");
    let frame = since.elapsed();
    session.settle().expect("it can be saved");
    (frame, since.elapsed())
}
