//! `kodebok new DIR`: makes a study.

use clap::{Arg, ArgMatches, Command};

use super::desk::{Desk, Trouble};
use super::{coder, dir, name_of, path, words};
use crate::journal::template::Template;
use crate::lang::cli::Cli;
use crate::lang::{Language, fill};

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let template = Arg::new("template").long("template").help(say.new_template).value_parser(["study", "empty"]);
    Command::new("new")
        .about(say.new_about)
        .arg(dir(say).help(say.new_dir))
        .arg(template.default_value("empty"))
        .arg(Arg::new("name").long("name").value_name("NAME").help(say.new_name))
        .arg(coder(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let folder = path(arguments, "dir");
    let template = match words(arguments, "template") {
        "study" => Template::Study,
        _ => Template::Empty,
    };
    // `kodebok new .` is called after the folder it stands in.
    let named = || std::path::absolute(folder).map_or_else(|_| name_of(folder), |whole| name_of(&whole));
    let name = arguments.get_one::<String>("name").cloned().unwrap_or_else(named);
    desk.create(folder, &name, template, arguments)?.close()?;
    desk.tell(&fill(desk.say.made, &[("name", &name), ("dir", &folder.display())]))
}
