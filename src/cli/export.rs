//! `kodebok export DIR codebook|structure|segments OUT`: writes a file that others can read.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::desk::{Desk, Trouble};
use super::{dir, path, words};
use crate::export::{EXPORTERS, What, exporter};
use crate::lang::cli::Cli;
use crate::lang::{Language, fill};
use crate::session::exchange;
use crate::told;

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let mut endings: Vec<&str> = EXPORTERS.iter().map(|exporter| exporter.extension()).collect();
    endings.sort_unstable();
    endings.dedup();
    let help = fill(say.export_out, &[("endings", &endings.join(", "))]);
    let out = Arg::new("out").value_name("OUT").help(help).required(true).value_parser(value_parser!(PathBuf));
    let what = Arg::new("what").value_name("WHAT").help(say.export_what).required(true);
    Command::new("export")
        .about(say.export_about)
        .arg(dir(say))
        .arg(what.value_parser(What::ALL.map(What::name).to_vec()))
        .arg(out)
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let name = words(arguments, "what");
    let what = What::ALL.into_iter().find(|what| what.name() == name).expect("clap allows no other");
    let out = path(arguments, "out");
    let ending = out.extension().unwrap_or_default().to_string_lossy();
    let unknown = || Trouble::Told(told::export::unknown_ending(what, &ending, desk.language));
    let exporter = exporter(what, &ending).ok_or_else(unknown)?;
    let session = desk.open(path(arguments, "dir"), arguments)?;
    let bytes = exporter.write(session.project(), desk.language).map_err(Trouble::Export)?;
    session.close()?;
    exchange::write(out, &bytes).map_err(Trouble::Store)?;
    desk.tell(&fill(desk.say.exported, &[("file", &out.display())]))
}
