//! `kodebok new DIR`: makes a study, empty or from what another program has written.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::desk::{Desk, Trouble};
use super::{coder, dir, name_of, path, words};
use crate::journal::template::Template;
use crate::lang::cli::Cli;
use crate::lang::{Language, fill};
use crate::session::one_file::foreign::Foreign;
use crate::session::world::RealWorld;
use crate::told;

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let template = Arg::new("template").long("template").help(say.new_template).value_parser(["study", "empty"]);
    let from = Arg::new("from").long("from").value_name("FILE").help(say.new_from);
    let from = from.value_parser(value_parser!(PathBuf));
    Command::new("new")
        .about(say.new_about)
        .arg(dir(say).help(say.new_dir))
        .arg(template.default_value("empty").conflicts_with("from"))
        .arg(from)
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
    if let Some(file) = arguments.get_one::<PathBuf>("from") {
        return from(file, arguments, desk);
    }
    desk.create(folder, &name, template, arguments)?.close()?;
    desk.tell(&fill(desk.say.made, &[("name", &name), ("dir", &folder.display())]))
}

/// Makes a study of what another program has written.
fn from(file: &Path, arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let foreign = Foreign::read(file)?;
    let name = arguments.get_one::<String>("name").map(String::as_str);
    let (dir, who) = (path(arguments, "dir"), desk.who(arguments));
    let (session, came) = foreign.create(dir, name, who.clone(), &desk.data, Box::new(RealWorld))?;
    desk.remember_coder(arguments, &who);
    session.close()?;
    desk.tell(&told::one_file::title(&came, desk.language))?;
    let left = told::foreign::left(foreign.left(), desk.language).into_iter().map(|line| (true, line));
    for (wrong, line) in told::one_file::came(&came, desk.language).into_iter().chain(left) {
        if wrong { desk.warn(&line)? } else { desk.tell(&line)? }
    }
    Ok(())
}
