//! The notices of all that the program contains by others, with the text of every licence: `package/THIRD-PARTY.txt`.
//! `UPDATE=1` writes it anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::tree::{Crate, crates};

/// How files with a licence or a notice begin to be called.
const CALLED: &[&str] = &["license", "licence", "copying", "notice", "copyright", "unlicense"];
/// What else those files are called after that hold the other licences to choose from.
const NOT_CHOSEN: &[&str] = &["apache", "unlicense", "zlib", "0bsd", "bsl", "cc0"];
/// The typefaces that are bundled, each with the file of its licence; eframe brings faces of its own.
const FACES: &[(&str, &str)] = &[("Inter and Noto Serif (typefaces)", "assets/fonts/OFL.txt")];

/// The texts of a crate's licences and notices, each as it stands. Where MIT is among those to choose from, it is chosen.
fn texts(part: &Crate) -> Vec<String> {
    let mut files: Vec<(String, PathBuf)> = fs::read_dir(&part.folder)
        .expect("its source is here")
        .flatten()
        .map(|item| (item.file_name().to_string_lossy().to_lowercase(), item.path()))
        .filter(|(name, path)| path.is_file() && !name.ends_with(".rs"))
        .filter(|(name, _)| CALLED.iter().any(|called| name.starts_with(called)))
        .collect();
    files.sort();
    let may_choose = part.licence.split(" OR ").flat_map(|one| one.split('/')).any(|one| one.trim() == "MIT");
    if may_choose && files.iter().any(|(name, _)| name.contains("mit")) {
        files.retain(|(name, _)| !NOT_CHOSEN.iter().any(|other| name.contains(other)));
    }
    files.iter().map(|(_, path)| tidy(&String::from_utf8_lossy(&fs::read(path).expect("it can be read")))).collect()
}

/// A text without what differs between files and says nothing: ends of lines, and spaces before them.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn notices() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = crates();
    let mut said = String::from("What Kodebok contains by others\n===============================\n\n");
    // Texts of the same words are one, however their lines are broken.
    let mut by_words: BTreeMap<String, (Vec<String>, String)> = BTreeMap::new();
    let mut note = |text: String, called: &str| {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        by_words.entry(words).or_insert_with(|| (Vec::new(), text)).0.push(called.to_owned());
    };
    for part in &crates {
        let called = format!("{} {}", part.name, part.version);
        let authors = if part.authors.is_empty() { String::new() } else { format!("; {}", part.authors.join(", ")) };
        writeln!(said, "{called} ({}{authors})", part.licence).expect("a string grows");
        assert!(!part.licence.is_empty(), "{called} names no licence");
        texts(part).into_iter().for_each(|text| note(text, &called));
    }
    for (name, licence) in FACES {
        writeln!(said, "{name} (OFL-1.1)").expect("a string grows");
        let text = tidy(&fs::read_to_string(root.join(licence)).expect("the licence of a face"));
        note(text, name);
    }
    said.push_str("\nThe source of every crate is at https://crates.io under its name and version.\n");
    // Whoever brings no text of their own is under one that somebody else brings, word for word the same.
    let mut texts: Vec<(Vec<String>, String)> = by_words.into_values().collect();
    texts.sort();
    for (of, text) in texts {
        let rule = "-".repeat(80);
        write!(said, "\n{rule}\n{}\n{rule}\n\n{text}\n", of.join(", ")).expect("a string grows");
    }
    said
}

/// Tells whether an expression of licences (SPDX) can be met by those that are allowed.
fn is_met(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let expression = expression.trim();
    let inner = expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    if let Some(inner) = inner.filter(|inner| !inner.contains('(')) {
        return is_met(inner, allowed);
    }
    // AND binds stronger, but where it stands beside brackets.
    if let Some((first, rest)) = outside_brackets(expression, " AND ").filter(|_| expression.contains('(')) {
        return is_met(first, allowed) && is_met(rest, allowed);
    }
    if let Some((first, rest)) = outside_brackets(expression, " OR ").or_else(|| expression.split_once('/')) {
        return is_met(first, allowed) || is_met(rest, allowed);
    }
    if let Some((first, rest)) = outside_brackets(expression, " AND ") {
        return is_met(first, allowed) && is_met(rest, allowed);
    }
    // A plus stands for later versions as well.
    allowed.contains(expression.trim_end_matches('+'))
}

/// Splits at a word that stands in no brackets.
fn outside_brackets<'e>(expression: &'e str, word: &str) -> Option<(&'e str, &'e str)> {
    let halves = expression.match_indices(word).map(|(at, _)| expression.split_at(at));
    let mut halves = halves.filter(|(before, _)| before.matches('(').count() == before.matches(')').count());
    halves.next().and_then(|(before, rest)| Some((before, rest.strip_prefix(word)?)))
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let deny = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml")).expect("the list");
    let list = deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).expect("the list").0;
    let allowed: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
    assert!(allowed.contains("MIT") && !allowed.contains("GPL-3.0"));
    assert!(is_met("(MIT OR Apache-2.0) AND Unicode-3.0", &allowed) && !is_met("MIT AND GPL-3.0", &allowed));
    assert!(is_met("GPL-3.0 OR MIT", &allowed) && !is_met("(GPL-3.0 OR LGPL-3.0) AND MIT", &allowed));
    let wrong: Vec<String> = crates()
        .into_iter()
        .filter(|part| !is_met(&part.licence, &allowed))
        .map(|part| format!("{} {}: {}", part.name, part.version, part.licence))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn all_that_the_program_contains_is_named() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("package/THIRD-PARTY.txt");
    let notices = notices();
    for whole in ["Apache License", "MIT License", "Mozilla Public License", "SIL OPEN FONT LICENSE", "Unicode"] {
        assert!(notices.to_lowercase().contains(&whole.to_lowercase()), "the text of {whole} is there");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, notices).expect("it can be written");
    } else {
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == notices, "{} is not up to date: UPDATE=1 writes it anew", path.display());
    }
}
