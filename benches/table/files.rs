//! Files in and out: 100 Word documents at once, an interview in every format that is imported, and the large study in
//! every format that is exported.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use kodebok::export::{EXPORTERS, How};
use kodebok::generator::Size;
use kodebok::import::{Choices, IMPORTERS, Read};
use kodebok::journal::edit::Edit;
use kodebok::journal::template::Template;
use kodebok::lang::Language;
use kodebok::model::id::CoderId;
use kodebok::model::project::Project;
use kodebok::session::intake::Origin;
use kodebok::session::intake::parallel::read_all;
use kodebok::session::one_file::OneFile;
use kodebok::session::one_file::foreign::Foreign;
use kodebok::session::reader::Reader;
use kodebok::session::world::RealWorld;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;
use kodebok::store::sealed::Work;

use super::makers;
use super::row::{Row, median, processor};
use super::studies::{Studies, files};

const RUNS: usize = 3;

pub(crate) fn rows(studies: &Studies) -> Vec<Row> {
    let session = studies.open(Size::Large);
    let project: &Project = session.project();
    let mut rows = many_documents(studies, project);
    rows.extend(imports(project));
    rows.extend(exports(project));
    rows.extend(one_file(studies, &session));
    rows.extend(foreign(studies, project));
    rows
}

/// The whole study as one file; the bare pass hashes what is packed.
fn one_file(studies: &Studies, session: &Session) -> Vec<Row> {
    let (path, folder) = (studies.place("large.kodebok"), studies.place("unfolded"));
    let packing = session.packing().expect("it lies in a folder");
    let packed = median(RUNS, || packing.write(&path, None, Work::Usual).expect("there is room"));
    let floor =
        median(RUNS, || files_of(studies.of(Size::Large)).map(|bytes| blake3::hash(&bytes).as_bytes()[0]).max());
    let data = AppData::at(studies.place("unfolded data"));
    let unfolded = median(1, || OneFile::read(&path, None).and_then(|file| file.unfold(&folder, &data)).map(drop));
    vec![
        Row::ms("pack the large study into one file", packed).bare(floor),
        Row::ms("unfold it into a new folder", unfolded).bare(floor),
    ]
}

/// The whole study as other programs take it, brought in again; the bare pass hashes it.
fn foreign(studies: &Studies, project: &Project) -> Vec<Row> {
    let path = studies.place("large.qdpx");
    let exporter = EXPORTERS.iter().find(|exporter| exporter.extension() == "qdpx").expect("one writes it");
    let written = exporter.write(project, &How::in_language(Language::Bokmal)).expect("it is not too large");
    fs::write(&path, &written).expect("there is room");
    let floor = median(21, || blake3::hash(&written));
    let read = median(RUNS, || Foreign::read(&path).map(drop).expect("it was just written"));
    let came = Foreign::read(&path).expect("it was just written");
    let (folder, data) = (studies.place("came"), AppData::at(studies.place("came data")));
    let who = Who { id: CoderId::new(1), name: "Kari".to_owned() };
    let made = median(1, || {
        let (session, _) = came.create(&folder, None, who.clone(), &data, Box::new(RealWorld)).expect("there is room");
        assert_eq!(session.project().coding_count(), project.coding_count());
        session.close().expect("it can be saved");
    });
    vec![
        Row::ms("import study .qdpx: read the large study", read).bare(floor),
        Row::ms("make a new study of it, until it is on the disk", made).bare(floor),
    ]
}

fn files_of(folder: &Path) -> impl Iterator<Item = Vec<u8>> {
    files(folder).into_iter().map(|path| fs::read(path).expect("it can be read"))
}

fn reader() -> Reader {
    Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_kodebok")), Duration::from_secs(60))
}

/// The bare pass unzips the same documents on one thread and checks their letters.
fn many_documents(studies: &Studies, project: &Project) -> Vec<Row> {
    let folder = studies.place("documents");
    fs::create_dir_all(&folder).expect("there is room");
    let wanted: Vec<(Origin, Choices)> = project
        .sources()
        .map(|source| {
            let path = folder.join(format!("{}.docx", source.title));
            fs::write(&path, makers::docx(source)).expect("there is room");
            (Origin::File(path), Choices::default())
        })
        .collect();
    let floor = median(RUNS, || wanted.iter().map(|(origin, _)| unzip(origin)).sum::<usize>());
    let mut drafts = Vec::new();
    let reading = median(RUNS, || drafts = read(&wanted));
    assert_eq!(drafts.len(), 100);
    let edits: Vec<Edit> = drafts.into_iter().map(Read::into_edit).collect();
    let mut session = empty(&studies.place("documents added"));
    let (added, adding) = processor(|| session.edit(&Edit::All(edits)));
    added.expect("they can be added");
    let saving = median(1, || session.settle().expect("it can be saved"));
    vec![
        Row::ms("read 100 .docx of 10,000 words, all cores", reading).bare(floor),
        Row::ms("add them as one gesture, the window's thread", adding),
        Row::ms("until all of them are on the disk", saving),
    ]
}

fn empty(folder: &Path) -> Session {
    let data = AppData::at(folder.with_extension("data"));
    let who = Who { id: CoderId::new(1), name: "Kari".to_owned() };
    Session::create(folder, "Klynger", Template::Empty, who, &data, Box::new(RealWorld)).expect("there is room")
}

fn unzip(origin: &Origin) -> usize {
    let mut zip = zip::ZipArchive::new(Cursor::new(origin.bytes().expect("it was just written"))).expect("it is a zip");
    let mut part = Vec::new();
    zip.by_name("word/document.xml").expect("it is there").read_to_end(&mut part).expect("it can be unpacked");
    std::str::from_utf8(&part).expect("it is UTF-8").len()
}

fn read(wanted: &[(Origin, Choices)]) -> Vec<Read> {
    let all: Mutex<Vec<Read>> = Mutex::default();
    read_all(&reader(), wanted, &|| false, &|_, read| {
        all.lock().expect("nobody panics").push(read.expect("it is an interview"));
    });
    all.into_inner().expect("nobody panics")
}

/// An interview of 10,000 words in each format; where no writer for it is at hand, the samples that the tests read. The
/// bare pass hashes the same bytes.
fn imports(project: &Project) -> Vec<Row> {
    let source = project.sources().next().expect("it has sources");
    let mut rows = Vec::new();
    for extension in IMPORTERS.iter().filter_map(|importer| importer.extensions().first()) {
        let (named, files) = match makers::file(source, extension) {
            Some(bytes) => ("10,000 words", vec![bytes]),
            None => ("the samples of the tests", samples(extension)),
        };
        let floor = median(21, || files.iter().map(|bytes| blake3::hash(bytes).as_bytes()[0]).max());
        let name = format!("interview.{extension}");
        let took = median(RUNS, || {
            // Some samples are refused on purpose.
            files.iter().filter(|bytes| reader().read(&name, bytes, &Choices::default()).is_ok()).count()
        });
        rows.push(Row::ms(format!("import .{extension}, {named}"), took).bare(floor));
    }
    rows
}

fn samples(extension: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(extension);
    let listed = fs::read_dir(folder).into_iter().flatten().flatten().map(|item| item.path());
    let files = listed.filter(|path| path.extension().is_some_and(|ending| ending == extension));
    files.map(|path| fs::read(path).expect("it can be read")).collect()
}

/// The bare pass hashes what was written.
fn exports(project: &Project) -> Vec<Row> {
    let how = How::in_language(Language::Bokmal);
    let mut rows: Vec<Row> = Vec::new();
    for exporter in EXPORTERS {
        let name = format!("export {} .{}", exporter.what().name(), exporter.extension());
        let Ok(written) = exporter.write(project, &how) else {
            rows.push(Row::ms(format!("{name}: refused, too large for the format"), 0.0));
            continue;
        };
        let floor = median(21, || blake3::hash(&written));
        rows.push(Row::ms(name, median(RUNS, || exporter.write(project, &how))).bare(floor));
    }
    rows
}
