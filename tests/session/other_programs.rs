//! Studies that go to other programs and come from them: every coding stays on its words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use kodebok::export::{How, What, exporter};
use kodebok::import::ImportError;
use kodebok::import::refi::Left;
use kodebok::lang::Language;
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::model::span::Span;
use kodebok::session::one_file::OneFileError;
use kodebok::session::one_file::foreign::Foreign;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::sample;
use crate::support::session::{Desk, test_world};

fn out(project: &Project, what: What, ending: &str) -> Vec<u8> {
    let exporter = exporter(what, ending).expect("it is in the list");
    exporter.write(project, &How::in_language(Language::Bokmal)).expect("it can be written")
}

/// What a study comes to when it is brought in at Ola's desk.
fn brought(bytes: &[u8], room: &Path, see: impl FnOnce(&Project, &[Left])) {
    let file = room.join("fra et annet program.qdpx");
    fs::write(&file, bytes).expect("a file can be written");
    let desk = Desk::ola(room).at(room.join("elsewhere"));
    let foreign = Foreign::read(&file).expect("it can be read");
    let made = foreign.create(&desk.folder, None, desk.who.clone(), &desk.data, test_world(5));
    let (session, _) = made.expect("it can be made");
    see(session.project(), foreign.left());
    assert_eq!(session.problems().len(), 0, "{:?}", session.problems());
    assert!(!session.can_undo(), "a new study begins with what was brought in");
    let before = said(session.project());
    session.close().expect("it can be left");
    let again = desk.open();
    assert_eq!(said(again.project()), before, "and is so on the disk");
    assert_eq!((again.findings().len(), again.can_undo()), (0, false));
}

/// Every coding in words: its source, the path of its code, who made it, its words.
fn said(project: &Project) -> BTreeSet<[String; 4]> {
    let codings = project.codings().map(|coding| {
        let source = project.source(coding.source).expect("it is here").title.clone();
        let code = project.codebook().path(coding.code).join(" › ");
        [source, code, project.coder_name(coding.coder).to_owned(), project.quote(coding).to_owned()]
    });
    codings.collect()
}

fn memos(project: &Project) -> BTreeSet<(String, String)> {
    let about = |about| match about {
        About::Project => "the study".to_owned(),
        About::Source(source) => project.source(source).map_or_else(String::new, |source| source.title.clone()),
        About::Code(code) => project.codebook().path(code).join(" › "),
        About::Coding(coding) => project.coding(coding).map_or_else(String::new, |it| project.quote(it).to_owned()),
        About::Case(case) => project.case(case).map_or_else(String::new, |case| case.name.clone()),
    };
    let memos = project.memos();
    memos.map(|memo| (about(memo.about), memo.versions.iter().map(|version| version.text.as_str()).collect())).collect()
}

fn cases(project: &Project) -> BTreeMap<String, BTreeSet<String>> {
    let named = |case: &&kodebok::model::case::Case| {
        let values = case
            .values
            .iter()
            .filter_map(|(attribute, value)| Some(format!("{} = {value}", project.attribute(*attribute)?.name)));
        let sources = case.sources.iter().filter_map(|source| Some(project.source(*source)?.title.clone()));
        (case.name.clone(), values.chain(sources).collect())
    };
    project.cases().iter().map(named).collect()
}

fn codes(project: &Project) -> Vec<String> {
    let codes = project.codebook().rows().into_iter().filter_map(|row| project.codebook().code(row.code));
    codes.map(|code| format!("{:?} {:?} {} – {}", code.kind, code.origin, code.name, code.description)).collect()
}

#[test]
fn the_sample_study_comes_back_with_every_coding_on_its_words() {
    let room = tempfile::tempdir().unwrap();
    let project = sample::project();
    brought(&out(project, What::Study, "qdpx"), room.path(), |came, left| {
        assert_eq!(left, []);
        assert_eq!(said(came), said(project));
        assert!(said(came).len() > 300, "{}", said(came).len());
        assert_eq!(memos(came), memos(project));
        assert_eq!(cases(came), cases(project));
        assert_eq!(codes(came), codes(project));
        let spoken = |project: &Project| -> Vec<(String, usize)> {
            let of = |source: &kodebok::model::source::Source| (source.title.clone(), source.turns.len());
            project.sources().map(of).collect::<BTreeMap<_, _>>().into_iter().collect()
        };
        assert_eq!(spoken(came), spoken(project), "who speaks is told by the names in the text");
    });
}

#[test]
fn what_is_written_is_valid_by_the_schemas_of_the_standard() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        let may_skip = std::env::var_os("KODEBOK_NO_SKIP").is_none_or(|said| said.is_empty());
        assert!(
            may_skip,
            "xmllint is not installed, and KODEBOK_NO_SKIP is set (.ci/run installs what the tests need)"
        );
        // Nothing is left to do if it cannot be said.
        drop(writeln!(std::io::stderr(), "a test of exports is skipped: xmllint is not installed"));
        return;
    }
    let room = tempfile::tempdir().unwrap();
    let study = sample::project();
    let qdpx = out(study, What::Study, "qdpx");
    let mut zip = ZipArchive::new(Cursor::new(qdpx)).unwrap();
    let mut project = Vec::new();
    std::io::copy(&mut zip.by_name("project.qde").unwrap(), &mut project).unwrap();
    let codebook = out(study, What::Codebook, "qdc");
    for (schema, xml) in [("Project.xsd", project), ("Codebook.xsd", codebook)] {
        let file = room.path().join(schema).with_extension("xml");
        fs::write(&file, xml).unwrap();
        let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/refi").join(schema);
        let checked = Command::new("xmllint").arg("--noout").arg("--schema").arg(schema).arg(file).output().unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
}

/// A package as another program writes it.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("memory holds it");
        zip.write_all(part).expect("memory holds it");
    }
    zip.finish().expect("memory holds it").into_inner()
}

/// A project with one text and one selection, from `start` to `end` in the other program's own count.
fn one_selection(start: usize, end: usize, name: &str) -> String {
    format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><Project name=\"P\" xmlns=\"urn:QDA-XML:project:1.0\">\
         <Users><User guid=\"11111111-1111-1111-1111-111111111111\" name=\"Ann\"/></Users>\
         <CodeBook><Codes><Code guid=\"{{22222222-2222-2222-2222-22222222222A}}\" name=\"deling\" isCodable=\"true\"/>\
         </Codes></CodeBook><Sources><TextSource guid=\"33333333-3333-3333-3333-333333333333\" name=\"I 1\" \
         plainTextPath=\"internal://A.TXT\"><PlainTextSelection guid=\"44444444-4444-4444-4444-444444444444\" \
         name=\"{name}\" startPosition=\"{start}\" endPosition=\"{end}\">\
         <Coding guid=\"55555555-5555-5555-5555-555555555555\" creatingUser=\"11111111-1111-1111-1111-111111111111\">\
         <CodeRef targetGUID=\"22222222-2222-2222-2222-22222222222a\"/></Coding></PlainTextSelection></TextSource>\
         </Sources></Project>"
    )
}

/// The words *deler alt* counted by hand, as each program counts them.
#[test]
fn places_are_found_however_a_program_counts() {
    // 0 Så 2 \n 3 vi 6 deler …
    let text = "Så\nvi deler alt";
    let (lf, crlf, bom) = (text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}"));
    let emoji = "🙂 vi deler alt".to_owned();
    let decomposed = "Sa\u{30a}\nvi deler alt".to_owned();
    let ways: [(&str, &str, usize); 9] = [
        ("code points, LF", &lf, 6),
        ("CRLF as two", &crlf, 7),
        ("CRLF as one", &crlf, 6),
        ("LF as two", &lf, 7),
        ("the sign of the encoding does not count", &bom, 6),
        ("the sign of the encoding counts", &bom, 7),
        ("code points beyond the first plane", &emoji, 5),
        ("UTF-16 beyond the first plane", &emoji, 6),
        ("a letter in two parts", &decomposed, 7),
    ];
    for (way, text, start) in ways {
        let room = tempfile::tempdir().unwrap();
        for name in ["deler alt", "vi deler alt og en kode"] {
            let qde = one_selection(start, start + "deler alt".len(), name);
            let bytes = packed(&[("Project.QDE", qde.as_bytes()), ("Sources\\a.txt", text.as_bytes())]);
            let at = tempfile::tempdir_in(room.path()).unwrap();
            brought(&bytes, at.path(), |project, left| {
                let words: Vec<_> = said(project).into_iter().collect();
                assert_eq!(words, [["I 1", "deling", "Ann", "deler alt"].map(str::to_owned)], "{way}");
                assert_eq!(left, [], "{way}");
            });
        }
    }
}

#[test]
fn places_that_fit_no_words_are_told_and_kept() {
    let room = tempfile::tempdir().unwrap();
    let bytes = packed(&[("project.qde", one_selection(4, 7, "").as_bytes()), ("sources/a.txt", b"vi deler alt")]);
    brought(&bytes, room.path(), |project, left| {
        assert_eq!(left, [Left::Unsure(vec!["I 1".to_owned()])]);
        assert_eq!(project.coding_count(), 1);
    });
}

#[test]
fn names_of_speakers_leave_the_text_and_codings_stay() {
    let room = tempfile::tempdir().unwrap();
    let text = "Intervjuer: Hva deler dere?\nMari: Vi deler alt.\nIntervjuer: Med hvem?\nMari: Med alle.\n";
    let at = |words: &str| text.split_once(words).map_or(0, |(before, _)| before.chars().count());
    let (start, end) = (at("Mari: Vi"), at("alt."));
    let bytes =
        packed(&[("project.qde", one_selection(start, end, "").as_bytes()), ("sources/a.txt", text.as_bytes())]);
    brought(&bytes, room.path(), |project, left| {
        assert_eq!(left, []);
        let words: Vec<_> = said(project).into_iter().map(|[_, _, _, words]| words).collect();
        assert_eq!(words, ["Vi deler "]);
        let source = project.sources().next().unwrap();
        assert_eq!(source.turns.len(), 4);
        assert_eq!(source.quote(Span::new(0, source.length).unwrap()).lines().nth(1), Some("Vi deler alt."));
    });
}

#[test]
fn what_is_no_study_is_refused_in_a_sentence() {
    let room = tempfile::tempdir().unwrap();
    let read = |bytes: &[u8]| {
        let file = room.path().join("x.qdpx");
        fs::write(&file, bytes).unwrap();
        match Foreign::read(&file) {
            Ok(_) => None,
            Err(OneFileError::Package { cause, .. }) => Some(cause),
            Err(error) => panic!("{error}"),
        }
    };
    let entity = b"<!DOCTYPE Project [<!ENTITY a \"b\">]><Project name=\"P\">&a;</Project>";
    assert!(matches!(read(&packed(&[("project.qde", entity)])), Some(ImportError::Unsafe(_))));
    assert!(matches!(read(&packed(&[("readme.txt", b"no")])), Some(ImportError::Damaged(_))));
    assert!(matches!(read(b"PK no zip"), Some(ImportError::Damaged(_))));
    let whole = packed(&[("project.qde", one_selection(0, 2, "vi").as_bytes()), ("sources/a.txt", b"vi deler")]);
    for end in (0..whole.len()).step_by(7) {
        assert!(read(&whole[..end]).is_some(), "{end}");
    }
    let deep = format!("<Project name=\"P\"><CodeBook><Codes>{}</Codes></CodeBook></Project>", {
        let open: String =
            (0..70).map(|n| format!("<Code guid=\"{n:08}-0000-0000-0000-000000000000\" name=\"{n}\">")).collect();
        open + &"</Code>".repeat(70)
    });
    assert!(matches!(read(&packed(&[("project.qde", deep.as_bytes())])), Some(ImportError::TooDeep { .. })));
}

#[test]
fn very_long_words_do_not_keep_a_study_out() {
    let room = tempfile::tempdir().unwrap();
    let long = "mye å si ".repeat(50_000);
    let case = format!(
        "<Cases><Case guid=\"66666666-6666-6666-6666-666666666666\" name=\"Mari\"><Description>{long}</Description>\
         </Case></Cases><Sources>"
    );
    let qde = one_selection(0, 2, "vi").replace("name=\"P\"", &format!("name=\"{long}\"")).replace("Ann", &long);
    let qde = qde.replace("<Sources>", &case);
    brought(&packed(&[("project.qde", qde.as_bytes()), ("sources/a.txt", b"vi deler")]), room.path(), |project, _| {
        assert_eq!((project.coding_count(), project.cases().len(), project.memos().count()), (1, 1, 1));
        assert!(project.name().starts_with("mye å si mye") && project.name().len() <= 1_000);
    });
}

#[test]
fn whoever_brings_in_their_own_work_is_the_same_person() {
    let room = tempfile::tempdir().unwrap();
    let qde = one_selection(0, 2, "vi").replace("Ann", "ola hansen");
    brought(&packed(&[("project.qde", qde.as_bytes()), ("sources/a.txt", b"vi deler")]), room.path(), |project, _| {
        let coders: Vec<_> = project.coders().map(|coder| coder.name.as_str()).collect();
        assert_eq!(coders, ["Ola Hansen"]);
    });
}
