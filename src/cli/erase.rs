//! `kodebok erase DIR SOURCE --yes`, or `--case NAME`: a source or an informant erased for good, with all that was written
//! about them.

use std::collections::BTreeSet;
use std::str::FromStr;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};

use super::code::source;
use super::desk::{Desk, Trouble};
use super::history::when;
use super::{coder, dir, path, words};
use crate::journal::event::Event;
use crate::lang::cli::Cli;
use crate::lang::pseudonym::PseudonymWords;
use crate::lang::{Language, fill};
use crate::model::id::{CaseId, SourceId};
use crate::session::Session;
use crate::session::names::{own_case, sources_of};
use crate::told;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let words = PseudonymWords::of(language);
    Command::new("erase")
        .about(words.cli_erase_about)
        .arg(dir(say))
        .arg(Arg::new("source").value_name("SOURCE").help(words.cli_source))
        .arg(Arg::new("case").long("case").value_name("NAME").help(words.cli_case))
        .group(ArgGroup::new("whom").args(["source", "case"]).required(true))
        .arg(Arg::new("yes").long("yes").action(ArgAction::SetTrue).help(words.cli_yes))
        .arg(coder(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let say = PseudonymWords::of(desk.language);
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let (title, sources, case) = if arguments.contains_id("case") {
        let (id, name) = case_called(&session, words(arguments, "case"), desk)?;
        (name, sources_of(session.project(), id), Some(id))
    } else {
        let (id, title) = source_called(&session, words(arguments, "source"), desk)?;
        (title, [id].into(), own_case(session.project(), id))
    };
    if !arguments.get_flag("yes") {
        let touched = told::erasing::touched(session.project(), (&sources, case), desk.language);
        return Err(Trouble::Told(format!("{touched}\n{}", say.cli_not_sure)));
    }
    let told = session.erase(&sources, case)?;
    let done = session.finish_erasing()?;
    desk.tell(&fill(say.erased, &[("title", &title)]))?;
    told::erasing::receipt(&told, &done, desk.language).iter().try_for_each(|line| desk.tell(line))?;
    session.close()?;
    Ok(())
}

/// The source of a title or an id, with its title; one that was taken out before has its words in the log all the same.
fn source_called(session: &Session, wanted: &str, desk: &Desk) -> Result<(SourceId, String), Trouble> {
    let (say, project) = (PseudonymWords::of(desk.language), session.project());
    let here = project.sources().map(|source| (source.id, source.title.as_str(), say.cli_here));
    let known = here.chain(project.removed_sources().map(|(id, title)| (id, title, say.cli_removed)));
    let known: Vec<(SourceId, &str, &str)> = known.collect();
    let added = |id: SourceId| {
        let adds = |event: &Event| matches!(event, Event::SourceAdded { source, .. } if *source == id);
        session.history().iter().rev().find(|gesture| gesture.events().iter().any(adds)).map(|gesture| gesture.ms())
    };
    match called(&known, wanted).as_slice() {
        [] => Err(source(project, wanted, desk).err().unwrap_or(Trouble::Said)),
        [(id, title, _)] => Ok((*id, (*title).to_owned())),
        several => {
            let line = |(id, _, where_it_is): &(SourceId, &str, &str)| {
                format!("{id}  {}  {where_it_is}", added(*id).map(when).unwrap_or_default())
            };
            Err(many(wanted, several.iter().map(line), desk))
        }
    }
}

/// The case of a name or an id, with its name.
fn case_called(session: &Session, wanted: &str, desk: &Desk) -> Result<(CaseId, String), Trouble> {
    let (say, cases) = (PseudonymWords::of(desk.language), session.project().cases());
    let known: Vec<(CaseId, &str, u64)> =
        cases.iter().map(|case| (case.id, case.name.as_str(), case.made_ms)).collect();
    match called(&known, wanted).as_slice() {
        [] => {
            let names: Vec<String> = cases.iter().map(|case| format!("«{}»", case.name)).collect();
            let names = if names.is_empty() { say.cli_no_cases.to_owned() } else { names.join(", ") };
            Err(Trouble::Told(fill(say.cli_no_case, &[("name", &wanted), ("names", &names)])))
        }
        [(id, name, _)] => Ok((*id, (*name).to_owned())),
        several => Err(many(wanted, several.iter().map(|(id, _, ms)| format!("{id}  {}", when(*ms))), desk)),
    }
}

/// Those of that id; else those of that title, without regard to case.
fn called<'k, Id: FromStr + PartialEq + Copy, T: Copy>(
    known: &[(Id, &'k str, T)],
    wanted: &str,
) -> Vec<(Id, &'k str, T)> {
    let wanted = wanted.trim();
    let by_id = wanted.parse::<Id>().ok().and_then(|id| known.iter().find(|(known, ..)| *known == id));
    let titled = |title: &str| title.to_lowercase() == wanted.to_lowercase();
    match by_id {
        Some(one) => vec![*one],
        None => known.iter().filter(|(_, title, _)| titled(title)).copied().collect(),
    }
}

fn many(wanted: &str, lines: impl Iterator<Item = String>, desk: &Desk) -> Trouble {
    let lines: BTreeSet<String> = lines.map(|line| format!("\n  {line}")).collect();
    let said = fill(PseudonymWords::of(desk.language).cli_many, &[("title", &wanted)]);
    Trouble::Told(said + &lines.into_iter().collect::<String>())
}
