//! `kodebok unpack KIND`, which only the program itself calls: a hostile file can break this process and no other.

use std::io::{self, Read as _, Write as _};

use clap::{Arg, ArgMatches, Command};

use super::desk::{Desk, Trouble};
use super::words;
use crate::import::apart::Apart;
use crate::lang::Language;
use crate::lang::cli::Cli;
use crate::session::reader::SUBCOMMAND;

pub(super) fn command(_: &'static Cli, _: Language) -> Command {
    let kinds = Apart::ALL.map(Apart::name);
    Command::new(SUBCOMMAND).hide(true).arg(Arg::new("kind").required(true).value_parser(kinds.to_vec()))
}

/// Unpacks what comes in and writes what comes of it, with little memory.
pub(super) fn run(arguments: &ArgMatches, _: &mut Desk) -> Result<(), Trouble> {
    #[cfg(unix)]
    {
        use crate::session::reader::MEMORY;
        rlimit::setrlimit(rlimit::Resource::AS, MEMORY, MEMORY)?;
    }
    let kind = words(arguments, "kind");
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    for known in Apart::ALL.into_iter().filter(|known| known.name() == kind) {
        io::stdout().lock().write_all(&known.unpack(&bytes))?;
    }
    Ok(())
}
