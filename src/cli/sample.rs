//! `kodebok sample [DIR]`: copies the sample study out, and says where it lies.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::desk::{Desk, Trouble};
use crate::lang::Language;
use crate::lang::cli::Cli;
use crate::session::sample;
use crate::session::world::RealWorld;

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let home = Arg::new("dir").value_name("DIR").help(say.sample_dir).value_parser(value_parser!(PathBuf));
    Command::new("sample").about(say.sample_about).arg(home).arg(super::json(say))
}

/// The answer is the bare folder, so that a script can go on with it.
pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let home = arguments.get_one::<PathBuf>("dir").cloned().unwrap_or_else(|| desk.data.studies_folder());
    let folder = sample::unpack(&home, &mut RealWorld).map_err(Trouble::Store)?;
    if arguments.get_flag("json") {
        desk.tell(&format!("{:#}", json!({ "folder": folder.display().to_string() })))
    } else {
        desk.tell(&folder.display().to_string())
    }
}
