//! House rules are tests: who may know whom, what pure code may not say, how long a file may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may know whom, in reading order. A module that is not named here may not exist.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("lang", &[]),
    ("text", &[]),
    ("model", &["text"]),
    ("refi", &[]),
    ("journal", &["model", "text"]),
    // A question must not depend on how its answer came about: no journal.
    ("analysis", &["model", "text", "lang"]),
    ("figure", &["model", "analysis", "lang"]),
    // An import proposes edits, and edits are the journal's.
    ("import", &["model", "journal", "text", "refi"]),
    ("export", &["model", "text", "analysis", "figure", "refi", "lang"]),
    // Made-up studies; of the questions only what looks like chance.
    ("generator", &["model", "journal", "analysis", "text"]),
    ("store", &["model", "journal", "text"]),
    ("session", &["model", "journal", "import", "generator", "store", "text"]),
    ("told", &["text", "model", "journal", "analysis", "import", "export", "store", "session", "lang"]),
    ("help", &["lang"]),
    (
        "cli",
        &[
            "text",
            "model",
            "journal",
            "analysis",
            "figure",
            "import",
            "export",
            "generator",
            "store",
            "session",
            "told",
            "lang",
        ],
    ),
    (
        "ui",
        &[
            "text", "model", "journal", "analysis", "figure", "import", "export", "store", "session", "told", "help",
            "lang",
        ],
    ),
];

/// The parts of the disk that the hands may see; all else goes through the session.
const STORE_FOR_HANDS: &[&str] = &["app_data", "check", "error", "finding", "name_key", "scrub", "sealed", "writer"];

/// Modules that know no file, clock, chance, thread or window.
const PURE: &[&str] =
    &["lang", "text", "model", "journal", "analysis", "figure", "refi", "import", "export", "generator", "help"];

/// What pure code may not say, with what it would be.
const WORLD: &[(&str, &str)] = &[
    ("std::fs", "a file"),
    ("std::env", "the environment"),
    ("std::process", "a process"),
    ("std::thread", "a thread"),
    ("std::net", "a socket"),
    ("SystemTime", "a clock"),
    ("Instant", "a clock"),
    ("Timestamp::now", "a clock"),
    ("Zoned::now", "a clock"),
    ("now_v7", "a clock"),
    ("new_v4", "chance"),
    ("rand::", "chance"),
    ("RandomState", "chance"),
    ("File::", "a file"),
    ("stdin()", "a file"),
    ("egui", "the window"),
    ("eframe", "the window"),
    ("rfd", "the window"),
    ("println!", "a voice"),
    ("eprintln!", "a voice"),
];

/// Where serde is: what can be serialised is a promise, so we promise little.
const SERIALISES: &[&str] = &[
    // What stands in a line of the journal.
    "journal/clock.rs",
    "journal/entry.rs",
    "journal/event.rs",
    "journal/wire.rs",
    "model/agreement.rs",
    "model/anchor.rs",
    "model/arrangement.rs",
    "model/case.rs",
    "model/code.rs",
    "model/double_coding.rs",
    "model/exclusion.rs",
    "model/id.rs",
    "model/lexicon.rs",
    "model/memo.rs",
    "model/review.rs",
    "model/search.rs",
    "model/source.rs",
    "model/span.rs",
    "model/weave/mod.rs",
    "text/tongue.rs",
    // What stands beside the journal: kodebok.json, and the data of this installation.
    "store/",
    // What other programs write of a recording.
    "import/subtitles/whisper.rs",
    // Answers to scripts.
    "cli/",
];

/// Above this a file asks for a split.
const LONGEST: usize = 400;
/// A test that is a table of cases may be a little longer.
const LONGEST_TEST: usize = 450;
/// Most files are shorter than this.
const AIM: usize = 250;

fn at(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// Every Rust file below a folder: its path from there with `/`, and what it says.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let (root, mut found) = (at(folder), Vec::new());
    walk(&root, &mut found);
    found.sort();
    let named = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let parts = path.strip_prefix(&root).expect("it lies below").iter().map(|part| part.to_string_lossy());
        (parts.collect::<Vec<_>>().join("/"), text)
    };
    found.into_iter().map(named).collect()
}

/// The code of a file without what is only said in comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

/// The module at the top of the crate that a file of `src` belongs to; none for `lib.rs` and `main.rs`.
fn module(file: &str) -> Option<&str> {
    match file {
        "lib.rs" | "main.rs" => None,
        file => Some(file.split_once('/').map_or_else(|| file.trim_end_matches(".rs"), |(folder, _)| folder)),
    }
}

/// What is named after `crate::` in a line.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1)
}

fn name(path: &str) -> &str {
    path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

fn is_pure(file: &str) -> bool {
    module(file).is_some_and(|module| PURE.contains(&module))
}

/// Fails with a line for each thing that is not as it should be.
#[track_caller]
fn none(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

#[test]
fn every_module_knows_only_whom_it_may_know() {
    let mut wrong = Vec::new();
    for (file, text) in files("src") {
        let Some(module) = module(&file) else { continue };
        let Some((_, friends)) = MAY_KNOW.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{file}: `{module}` is not in the table; put it there first"));
            continue;
        };
        for line in code(&text) {
            for path in named(line) {
                let other = name(path);
                if path.starts_with('{') {
                    wrong.push(format!("{file}: one `use` for each module, so that this test can read it: {line}"));
                } else if other != module && !friends.contains(&other) {
                    wrong.push(format!("{file}: `{module}` may not know `{other}`"));
                }
                let part = path.strip_prefix("store::").map(name);
                if ["cli", "ui"].contains(&module) && part.is_some_and(|part| !STORE_FOR_HANDS.contains(&part)) {
                    wrong.push(format!("{file}: the hands reach the disk through the session: {line}"));
                }
            }
        }
    }
    none("Who knows whom", &wrong);
}

#[test]
fn the_map_in_lib_is_the_table() {
    let lib = fs::read_to_string(at("src/lib.rs")).expect("the file can be read");
    let listed = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let table: Vec<&str> = MAY_KNOW.iter().map(|(module, _)| *module).collect();
    assert_eq!(listed.collect::<Vec<_>>(), table);
}

#[test]
fn nobody_knows_somebody_who_knows_them() {
    for (module, friends) in MAY_KNOW {
        for friend in *friends {
            let back = MAY_KNOW.iter().find(|(name, _)| name == friend).expect("friends are in the table");
            assert!(!back.1.contains(module), "{module} and {friend} know each other");
        }
    }
}

#[test]
fn pure_code_does_not_touch_the_world() {
    let mut wrong = Vec::new();
    for (file, text) in files("src").iter().filter(|(file, _)| is_pure(file)) {
        for line in code(text) {
            for (word, what) in WORLD.iter().filter(|(word, _)| line.contains(word)) {
                wrong.push(format!("{file}: `{word}` is {what}: {line}"));
            }
        }
    }
    none("Pure code", &wrong);
}

#[test]
fn nothing_opens_a_socket() {
    let sockets = ["std::net", "TcpStream", "TcpListener", "UdpSocket", "UnixStream"];
    let says = |text: &str| code(text).any(|line| sockets.iter().any(|socket| line.contains(socket)));
    let wrong: Vec<String> = files("src").into_iter().filter(|(_, text)| says(text)).map(|(file, _)| file).collect();
    none("The program works offline", &wrong);
}

#[test]
fn only_the_window_knows_egui_and_only_the_look_makes_colours() {
    let mut wrong = Vec::new();
    for (file, text) in files("src") {
        let in_window = file.starts_with("ui/") || file == "main.rs";
        let in_look = file.starts_with("ui/look/");
        for line in code(&text) {
            if !in_window && (line.contains("egui::") || line.contains("eframe::")) {
                wrong.push(format!("{file}: {line}"));
            }
            let makes = ["Color32::from_", "Color32::BLACK", "Color32::WHITE", "Color32::GRAY", "Color32::RED"];
            if !in_look && makes.iter().any(|maker| line.contains(maker)) {
                wrong.push(format!("{file}: colours are made in ui/look: {line}"));
            }
        }
    }
    none("The window", &wrong);
}

#[test]
fn only_what_is_promised_can_be_serialised() {
    let allowed = |file: &str| SERIALISES.iter().any(|place| file.starts_with(place));
    let says = |text: &str| code(text).any(|line| line.contains("serde"));
    let wrong = files("src").into_iter().filter(|(file, text)| !allowed(file) && says(text));
    none("A promise that was not meant", &wrong.map(|(file, _)| file).collect::<Vec<_>>());
}

#[test]
fn files_are_short_and_say_in_their_first_line_what_they_are() {
    let mut wrong = Vec::new();
    let (mut all, mut long) = (0, BTreeSet::new());
    for (folder, longest) in [("src", LONGEST), ("tests", LONGEST_TEST)] {
        for (file, text) in files(folder) {
            let lines = text.lines().count();
            all += 1;
            if lines > AIM {
                long.insert((lines, format!("{folder}/{file}")));
            }
            if lines > longest {
                wrong.push(format!("{folder}/{file} has {lines} lines; {longest} is the most"));
            }
            let only_modules = code(&text).all(|line| line.is_empty() || line.contains("mod "));
            if !text.starts_with("//! ") && !only_modules {
                wrong.push(format!("{folder}/{file} does not say in its first line what it is"));
            }
        }
    }
    none("Files", &wrong);
    assert!(long.len() * 10 <= all, "more than a tenth of the {all} files have over {AIM} lines: {long:#?}");
}

#[test]
fn no_test_is_forgotten() {
    let all = files("tests");
    let modules = |file: &str| {
        let text = all.iter().find(|(name, _)| name == file).map_or("", |(_, text)| text);
        let declared = code(text).filter_map(|line| line.split_once("mod ")?.1.strip_suffix(';'));
        declared.map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let mut wrong = Vec::new();
    for (file, _) in all.iter().filter(|(file, _)| file != "tests.rs") {
        let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
        let (parents, own) = match path.rsplit_once('/') {
            Some((folder, own)) => (vec![format!("{folder}/mod.rs"), format!("{folder}.rs")], own),
            None => (vec!["tests.rs".to_owned()], path),
        };
        if !parents.iter().any(|parent| modules(parent).contains(own)) {
            wrong.push(format!("tests/{file} is in no `mod` line, so it is never run"));
        }
    }
    none("Tests", &wrong);
}

#[test]
fn tests_neither_skip_nor_hope_for_a_panic() {
    let banned = ["#[ignore", "#[should_panic"];
    let says = |text: &str| code(text).any(|line| banned.iter().any(|word| line.starts_with(word)));
    let wrong: Vec<String> = files("tests").into_iter().filter(|(_, text)| says(text)).map(|(file, _)| file).collect();
    none("Tests", &wrong);
}
