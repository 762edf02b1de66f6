//! `kodebok export DIR codebook|structure|segments OUT`: writes a file that others can read; `export DIR sources FOLDER`
//! writes the texts.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::desk::{Desk, Trouble};
use super::{dir, path, words};
use crate::export::{EXPORTERS, How, What, exporter, sources};
use crate::figure::structure::Counts;
use crate::lang::cli::Cli;
use crate::lang::{Language, count, fill};
use crate::model::arrangement::Paper;
use crate::model::layer::Layer;
use crate::session::exchange;
use crate::told;

/// The texts of the sources, which take a folder and not a file.
const SOURCES: &str = "sources";

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let mut endings: Vec<&str> = EXPORTERS.iter().map(|exporter| exporter.extension()).collect();
    endings.sort_unstable();
    endings.dedup();
    let help = fill(say.export_out, &[("endings", &endings.join(", "))]);
    let out = Arg::new("out").value_name("OUT").help(help).required(true).value_parser(value_parser!(PathBuf));
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let what = Arg::new("what").value_name("WHAT").help(say.export_what).required(true);
    Command::new("export")
        .about(say.export_about)
        .arg(dir(say))
        .arg(what.value_parser(What::ALL.map(What::name).into_iter().chain([SOURCES]).collect::<Vec<_>>()))
        .arg(out)
        .arg(flag("portrait").help(say.export_portrait).conflicts_with("landscape"))
        .arg(flag("landscape").help(say.export_landscape))
        .arg(flag("counts").help(say.export_counts))
        .arg(flag("agreed").help(say.export_agreed))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let name = words(arguments, "what");
    if name == SOURCES {
        return texts(arguments, desk);
    }
    let what = What::ALL.into_iter().find(|what| what.name() == name).expect("clap allows no other");
    let out = path(arguments, "out");
    let ending = out.extension().unwrap_or_default().to_string_lossy();
    let unknown = || Trouble::Told(told::export::unknown_ending(what, &ending, desk.language));
    let exporter = exporter(what, &ending).ok_or_else(unknown)?;
    let paper = match (arguments.get_flag("portrait"), arguments.get_flag("landscape")) {
        (true, _) => Some(Paper::Portrait),
        (false, true) => Some(Paper::Landscape),
        (false, false) => None,
    };
    let counts = if arguments.get_flag("counts") { Counts::Shown } else { Counts::Hidden };
    let how = How { language: desk.language, paper, counts };
    let session = desk.open(path(arguments, "dir"), arguments)?;
    let layer = if arguments.get_flag("agreed") { Layer::Agreed } else { Layer::Each };
    let bytes = exporter.write(session.project().layer(layer), &how).map_err(Trouble::Export)?;
    desk.warn_of_names(session.project())?;
    session.close()?;
    exchange::write(out, &bytes).map_err(Trouble::Store)?;
    desk.tell(&fill(desk.say.exported, &[("file", &out.display())]))
}

/// Writes each source's present text, and beside it its turns.
fn texts(arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let folder = path(arguments, "out");
    let session = desk.open(path(arguments, "dir"), arguments)?;
    let files = sources::files(session.project(), desk.language).map_err(Trouble::Export)?;
    let number = session.project().sources().filter(|source| source.text.is_some()).count();
    session.close()?;
    exchange::write_into(folder, &files).map_err(Trouble::Store)?;
    let number = count(number, desk.say.texts_one, desk.say.texts);
    desk.tell(&fill(desk.say.exported_texts, &[("texts", &number), ("folder", &folder.display())]))
}
