//! `kodebok pack DIR FILE`: the whole study in one file, which only a passphrase opens where one is given.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::desk::{Desk, Trouble};
use super::{dir, passphrase, passphrase_file, path};
use crate::lang::cli::Cli;
use crate::lang::one_file::OneFileWords;
use crate::lang::{Language, fill};
use crate::store::sealed::Work;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let words = OneFileWords::of(language);
    let file = Arg::new("file").value_name("FILE").help(words.cli_pack_file).required(true);
    Command::new("pack")
        .about(words.cli_pack_about)
        .arg(dir(say))
        .arg(file.value_parser(value_parser!(PathBuf)))
        .arg(passphrase_file(words.cli_passphrase))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let (file, passphrase) = (path(arguments, "file"), passphrase(arguments)?);
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    session.finish_erasing()?;
    session.packing()?.write(file, passphrase.as_deref(), Work::Usual)?;
    desk.warn_of_names(session.project())?;
    session.close()?;
    if arguments.get_flag("json") {
        return desk.tell(&format!("{:#}", json!({ "file": file, "locked": passphrase.is_some() })));
    }
    desk.tell(&fill(OneFileWords::of(desk.language).cli_packed, &[("file", &file.display())]))
}
