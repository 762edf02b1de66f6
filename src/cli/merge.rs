//! `kodebok merge DIR OTHER`: a study and a copy of it become one; where there is no study yet, it is made of the copy.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use super::desk::{Desk, Trouble};
use super::{coder, dir, passphrase, passphrase_file, path};
use crate::lang::Language;
use crate::lang::cli::Cli;
use crate::lang::one_file::OneFileWords;
use crate::session::one_file::OneFile;
use crate::session::one_file::came::{Came, Was};
use crate::told;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let words = OneFileWords::of(language);
    let other = Arg::new("other").value_name("OTHER").help(words.cli_other).required(true);
    Command::new("merge")
        .about(words.cli_merge_about)
        .arg(dir(say))
        .arg(other.value_parser(value_parser!(PathBuf)))
        .arg(passphrase_file(words.cli_passphrase))
        .arg(coder(say))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let (dir, other) = (path(arguments, "dir"), path(arguments, "other"));
    let (mut session, came) = if other.is_dir() {
        let mut session = desk.open(dir, arguments)?;
        let came = session.merge(|merging| merging.folder(other))?;
        (session, came)
    } else {
        let file = OneFile::read(other, passphrase(arguments)?.as_deref())?;
        if desk.data.finds_project(dir) {
            let mut session = desk.open(dir, arguments)?;
            let came = session.merge(|merging| merging.file(&file))?;
            (session, came)
        } else {
            let came = file.unfold(dir, &desk.data)?;
            (desk.open(dir, arguments)?, came)
        }
    };
    session.finish_erasing()?;
    session.close()?;
    if arguments.get_flag("json") {
        return desk.tell(&format!("{:#}", json(&came)));
    }
    desk.tell(&told::one_file::title(&came, desk.language))?;
    for (wrong, line) in told::one_file::came(&came, desk.language) {
        if wrong { desk.warn(&line)? } else { desk.tell(&line)? }
    }
    Ok(())
}

fn json(came: &Came) -> Value {
    let codings: Map<String, Value> = came.codings.iter().map(|(name, n)| (name.clone(), json!(n))).collect();
    json!({
        "folder": came.folder, "new": came.was == Was::New,
        "lines": { "new": came.lines.new, "known": came.lines.known, "unreadable": came.lines.unreadable },
        "codings": codings, "codings_taken_away": came.taken_away,
        "codes": came.codes, "sources": came.sources, "cases": came.cases, "memos": came.memos,
        "texts_missing": came.texts_missing, "notices": came.notices,
    })
}
