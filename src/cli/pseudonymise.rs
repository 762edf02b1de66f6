//! `kodebok pseudonymise DIR --table T.csv`: names replaced in texts that are here already, and erased for good.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::desk::{Desk, Trouble};
use super::{coder, dir, passphrase, passphrase_file, path};
use crate::import::name_table;
use crate::journal::redaction::Elsewhere;
use crate::lang::cli::Cli;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::session::names::{own, possible, pseudonyms};
use crate::session::{exchange, keys};
use crate::store::sealed::Work;
use crate::text::names::propose::proposals;
use crate::text::names::table::{Row, Table};
use crate::told;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let words = PseudonymWords::of(language);
    let file = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name("FILE").help(help).value_parser(value_parser!(PathBuf))
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("pseudonymise")
        .about(words.cli_about)
        .arg(dir(say))
        .arg(file("table", words.cli_table))
        .arg(file("key", words.cli_key).requires("passphrase-file"))
        .arg(passphrase_file(words.cli_passphrase))
        .arg(flag("propose", words.cli_propose).conflicts_with("table"))
        .arg(flag("texts-only", words.cli_elsewhere))
        .arg(flag("yes", words.cli_replace_yes))
        .arg(coder(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let words = PseudonymWords::of(desk.language);
    let passphrase = passphrase(arguments)?;
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let key = arguments.get_one::<PathBuf>("key").zip(passphrase.as_deref()).zip(session.project().id());
    let key_error = |error| Trouble::Told(told::erasing::key_error(&error, desk.language));
    if arguments.get_flag("propose") {
        let known = match key.filter(|((path, _), _)| path.exists()) {
            Some(((path, passphrase), project)) => keys::read(path, project, passphrase).map_err(key_error)?,
            None => Vec::new(),
        };
        let project = session.project();
        let remembered = desk.made_up(project);
        let made_up = known.iter().map(|row| row.pseudonym.as_str()).chain(remembered.iter().map(String::as_str));
        let (found, _) = possible(project, &own(project, &told::erasing::all_labels(), made_up));
        let labels = told::erasing::labels(desk.language);
        let rows = proposals(&found, (&known, &pseudonyms(project, &labels)), &labels);
        desk.tell(name_table::written(&rows, &found).trim_end())?;
        session.close()?;
        return Ok(());
    }
    let Some(table) = arguments.get_one::<PathBuf>("table") else {
        return Err(Trouble::Told(words.cli_needs_table.to_owned()));
    };
    let rows = name_table::read(&exchange::read(table).map_err(Trouble::Store)?).filter(|rows| !rows.is_empty());
    let rows: Vec<Row> = rows.ok_or_else(|| Trouble::Told(words.cli_bad_table.to_owned()))?;
    let kept = key.map(|((path, _), _)| path.display().to_string());
    if !arguments.get_flag("yes") {
        let link = match &kept {
            Some(file) => fill(words.key_on_replace, &[("file", file)]),
            None => words.cli_link_lost.to_owned(),
        };
        return Err(Trouble::Told(format!("{} {link}", words.cli_replace_not_sure)));
    }
    // The key comes first: what is erased before it is kept is lost.
    if let Some(((path, passphrase), project)) = key {
        keys::add(path, project, passphrase, &rows, Work::Usual).map_err(key_error)?;
    }
    desk.remember_made_up(session.project(), (key.map(|((path, _), _)| path.as_path()), &rows));
    let sources: BTreeSet<_> = session.project().sources().map(|source| source.id).collect();
    let elsewhere = if arguments.get_flag("texts-only") { Elsewhere::Kept } else { Elsewhere::Replaced };
    let told = session.pseudonymise(&Table::new(rows), &sources, elsewhere)?;
    let done = session.finish_erasing()?;
    if told.events.is_empty() {
        desk.tell(words.nothing_to_replace)?;
    } else {
        told::erasing::receipt(&told, &done, desk.language).iter().try_for_each(|line| desk.tell(line))?;
        desk.tell(&match kept {
            Some(file) => fill(words.receipt_kept, &[("file", &file)]),
            None => words.receipt_not_kept.to_owned(),
        })?;
    }
    desk.warn_of_names(session.project())?;
    session.close()?;
    Ok(())
}
