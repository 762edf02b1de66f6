//! `kodebok analyse DIR NAME OUT`: answers a question as a table, or draws it, for a part of a study.

mod asked;
pub(super) mod between;
pub(super) mod part;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::desk::{Desk, Trouble};
use super::{path, words};
use crate::analysis::search::Search;
use crate::analysis::{ANALYSES, Heed, analysis};
use crate::export::{pdf, png, table};
use crate::figure::{FIGURES, figure, svg};
use crate::lang::analyse::Analyse;
use crate::lang::cli::Cli;
use crate::lang::{Language, fill};
use crate::session::exchange;
use crate::told;

/// The endings of files that a figure can be written as.
const PICTURES: [&str; 3] = ["svg", "png", "pdf"];

pub(super) fn command(_: &'static Cli, language: Language) -> Command {
    let say = Analyse::of(language);
    let mut names: Vec<&str> = ANALYSES.iter().map(|analysis| analysis.name()).collect();
    names.extend(FIGURES.iter().map(|figure| figure.name()));
    names.sort_unstable();
    names.dedup();
    let endings = [&table::ENDINGS[..], &PICTURES].concat().join(", ");
    let needed = |name: &'static str| Arg::new(name).required_unless_present("list");
    let command = Command::new("analyse")
        .about(say.about)
        .arg(needed("dir").value_name("DIR").help(say.dir).value_parser(value_parser!(PathBuf)))
        .arg(needed("name").value_name("NAME").help(say.name).value_parser(names))
        .arg(
            needed("out")
                .value_name("OUT")
                .help(fill(say.out, &[("endings", &endings)]))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(Arg::new("list").long("list").help(say.list).action(ArgAction::SetTrue));
    let command = part::arguments(command, language);
    asked::arguments(command, language)
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    if arguments.get_flag("list") {
        return list(desk);
    }
    let (name, out) = (words(arguments, "name"), path(arguments, "out"));
    let ending = out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let say = Analyse::of(desk.language);
    let session = desk.open(path(arguments, "dir"), arguments)?;
    let project = session.project();
    let scope = part::scope(project, arguments, part::Side::Asked, desk)?.unwrap_or_default();
    let options = asked::options(project, arguments, desk)?;
    let asked = &options.asked;
    let heeds = analysis(name).map(|analysis| analysis.heeds()).unwrap_or_default();
    if heeds.contains(&Heed::Search) {
        Search::new(&asked.search).map_err(|bad| Trouble::Told(told::search::bad_pattern(&bad, desk.language)))?;
    }
    let unknown = || {
        let mut endings: Vec<&str> = analysis(name).map(|_| table::ENDINGS.to_vec()).unwrap_or_default();
        endings.extend(figure(name).map(|_| PICTURES.to_vec()).unwrap_or_default());
        let endings = endings.join(", ");
        Trouble::Told(fill(say.unknown_ending, &[("name", &name), ("ending", &ending), ("endings", &endings)]))
    };
    let (bytes, method) = if PICTURES.contains(&ending.as_str()) {
        let figure = figure(name).ok_or_else(unknown)?;
        let scenes = figure.draw(project, &scope, &options);
        let bytes = match ending.as_str() {
            "svg" => Ok(svg::stacked(&scenes).into_bytes()),
            "png" => png::png(&scenes),
            _ => pdf::pdf(&scenes),
        };
        (bytes, figure.method(asked))
    } else {
        let analysis = analysis(name).ok_or_else(unknown)?;
        let answer = analysis.run(project, &scope, asked);
        (table::write(&answer, &ending, desk.language).ok_or_else(unknown)?, analysis.method(asked))
    };
    let bytes = bytes.map_err(Trouble::Export)?;
    session.close()?;
    exchange::write(out, &bytes).map_err(Trouble::Store)?;
    desk.tell(&fill(desk.say.exported, &[("file", &out.display())]))?;
    desk.tell(&method)
}

/// Tells every table and figure, a line each: its name, what it can be written as, and its title.
fn list(desk: &Desk) -> Result<(), Trouble> {
    let say = Analyse::of(desk.language);
    let tables = ANALYSES.iter().map(|one| (one.name(), say.table, one.title(desk.language)));
    let figures = FIGURES.iter().map(|one| (one.name(), say.figure, one.title(desk.language)));
    for (name, kind, title) in tables.chain(figures) {
        desk.tell(&format!("{name:<20} {kind:<8} {title}"))?;
    }
    Ok(())
}
