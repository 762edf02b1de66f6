//! `kodebok erase DIR SOURCE --yes`: a source erased for good, with all that was written about it.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::code::source;
use super::desk::{Desk, Trouble};
use super::{coder, dir, path, words};
use crate::lang::cli::Cli;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::told;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let words = PseudonymWords::of(language);
    Command::new("erase")
        .about(words.cli_erase_about)
        .arg(dir(say))
        .arg(Arg::new("source").value_name("SOURCE").help(words.cli_source).required(true))
        .arg(Arg::new("yes").long("yes").action(ArgAction::SetTrue).help(words.cli_yes))
        .arg(coder(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let say = PseudonymWords::of(desk.language);
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let title = words(arguments, "source");
    let source = match source(session.project(), title, desk) {
        Ok(known) => known.id,
        // A source that was taken out before has its words in the log all the same.
        Err(trouble) => {
            let named = |known: &str| known.to_lowercase() == title.trim().to_lowercase();
            let removed = session.project().removed_sources().find(|(_, known)| named(known));
            removed.ok_or(trouble)?.0
        }
    };
    if !arguments.get_flag("yes") {
        return Err(Trouble::Told(say.cli_not_sure.to_owned()));
    }
    let told = session.erase(&[source].into(), None)?;
    let done = session.finish_erasing()?;
    desk.tell(&fill(say.erased, &[("title", &title)]))?;
    told::erasing::receipt(&told, &done, desk.language).iter().try_for_each(|line| desk.tell(line))?;
    session.close()?;
    Ok(())
}
