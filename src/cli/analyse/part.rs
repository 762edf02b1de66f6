//! Which part of the study is asked, as options of the command line.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::super::code::{code, source};
use super::super::desk::{Desk, Trouble};
use crate::analysis::Reach;
use crate::analysis::scope::{Excluded, Scope};
use crate::lang::analyse::Analyse;
use crate::lang::{Language, fill};
use crate::model::id::{AttributeId, CaseId};
use crate::model::layer::Layer;
use crate::model::project::Project;
use crate::model::source::Role;

/// Which of the two parts of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Side {
    /// What is asked.
    Asked,
    /// What it is compared with.
    Against,
}

/// The options that say which part is asked, by whom it was coded, and what it is compared with.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let say = Analyse::of(language);
    part(command, language)
        .arg(many("by", "NAME", say.by))
        .arg(many("against-source", "TITLE", say.against_source))
        .arg(many("against-speaker", "NAME", say.against_speaker))
        .arg(many("against-case", "NAME", say.against_case))
        .arg(many("against-value", "ATTRIBUTE=VALUE", say.against_value))
        .arg(many("against-code", "PATH", say.against_code))
}

fn many(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help).action(ArgAction::Append)
}

/// The options that say which part is asked.
pub(in crate::cli) fn part(command: Command, language: Language) -> Command {
    let say = Analyse::of(language);
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).help(help).action(ArgAction::SetTrue);
    command
        .next_help_heading(say.part)
        .arg(many("source", "TITLE", say.source))
        .arg(many("speaker", "NAME", say.speaker))
        .arg(many("role", "ROLE", say.role).value_parser(["interviewer", "informant", "unknown"]))
        .arg(many("case", "NAME", say.case))
        .arg(many("value", "ATTRIBUTE=VALUE", say.value))
        .arg(many("code", "PATH", say.code))
        .arg(flag("own", say.own))
        .arg(flag("with-excluded", say.with_excluded))
        .arg(flag("agreed", say.agreed))
}

/// The part that is asked; `None` where nothing was said of it.
pub(in crate::cli) fn scope(
    project: &Project,
    arguments: &ArgMatches,
    side: Side,
    desk: &Desk,
) -> Result<Option<Scope>, Trouble> {
    let given = |name: &str| {
        let name = if side == Side::Asked { name.to_owned() } else { format!("against-{name}") };
        let given = arguments.try_get_many::<String>(&name).ok().flatten();
        given.into_iter().flatten().map(String::as_str).collect::<Vec<_>>()
    };
    let mut scope = Scope::all();
    if arguments.get_flag("with-excluded") {
        scope.excluded = Excluded::In;
    }
    if arguments.get_flag("agreed") {
        scope.layer = Layer::Agreed;
    }
    let unsaid = scope.clone();
    for title in given("source") {
        scope.sources.insert(source(project, title, desk)?.id);
    }
    for name in given("speaker") {
        let known = project.sources().flat_map(|source| &source.speakers).map(|speaker| speaker.name.as_str());
        scope.speakers.insert(one(known, name, desk)?.to_owned());
    }
    scope.roles = given("role").into_iter().map(role).collect();
    for name in given("case") {
        scope.cases.insert(case(project, name, desk)?);
    }
    for pair in given("value") {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let attribute = attribute(project, name.trim(), desk)?;
        scope.values.entry(attribute).or_default().insert(value.trim().to_owned());
    }
    for path in given("code") {
        let found = code(project.codebook(), path, desk.say).map_err(|missing| Trouble::Told(missing.words()))?;
        scope.codes.insert(found);
    }
    for name in given("by") {
        let names = project.coders().map(|coder| coder.name.as_str());
        let name = one(names, name, desk)?;
        scope.coders.extend(project.coders().filter(|coder| coder.name == name).map(|coder| coder.id));
    }
    if arguments.get_flag("own") {
        scope.reach = Reach::Own;
    }
    Ok((side == Side::Asked || scope != unsaid).then_some(scope))
}

fn role(name: &str) -> Role {
    match name {
        "interviewer" => Role::Interviewer,
        "informant" => Role::Informant,
        _ => Role::Unknown,
    }
}

fn case(project: &Project, name: &str, desk: &Desk) -> Result<CaseId, Trouble> {
    let cases = project.cases();
    let name = one(cases.iter().map(|case| case.name.as_str()), name, desk)?;
    Ok(cases.iter().find(|case| case.name == name).map(|case| case.id).expect("it was just found by this name"))
}

/// The attribute of a name.
pub(super) fn attribute(project: &Project, name: &str, desk: &Desk) -> Result<AttributeId, Trouble> {
    let attributes = project.attributes();
    let name = one(attributes.iter().map(|attribute| attribute.name.as_str()), name, desk)?;
    let found = attributes.iter().find(|attribute| attribute.name == name);
    Ok(found.map(|attribute| attribute.id).expect("it was just found by this name"))
}

/// The name that was meant, without regard to case; a sentence with the names there are for one that is not known.
pub(in crate::cli) fn one<'n>(
    names: impl Iterator<Item = &'n str>,
    wanted: &str,
    desk: &Desk,
) -> Result<&'n str, Trouble> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.dedup();
    if let Some(known) = names.iter().find(|name| name.to_lowercase() == wanted.trim().to_lowercase()) {
        return Ok(known);
    }
    let say = Analyse::of(desk.language);
    let known = if names.is_empty() { say.none.to_owned() } else { names.join(", ") };
    Err(Trouble::Told(fill(say.not_known, &[("name", &wanted), ("names", &known)])))
}
