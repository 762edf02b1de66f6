//! Which coders are compared and by what, as options of the command line.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::super::desk::{Desk, Trouble};
use super::part;
use crate::analysis::agreement::bootstrap::Bootstrap;
use crate::analysis::agreement::comparison::Between;
use crate::analysis::answers::agreement::presets::USUAL_OVERLAP;
use crate::lang::agreement::AgreementWords;
use crate::lang::{Language, fill};
use crate::model::agreement::Unit;
use crate::model::id::CoderId;
use crate::model::project::Project;

/// The options, as they are named on the command line.
pub(in crate::cli) const OPTIONS: [&str; 3] = ["coders", "unit", "overlap"];

pub(in crate::cli) fn arguments(command: Command, language: Language) -> Command {
    let say = AgreementWords::of(language);
    let one = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let units = ["character", "word", "sentence", "turn", "segment", "source"];
    command
        .next_help_heading(say.asked)
        .arg(one("coders", "A,B", say.coders_asked))
        .arg(one("unit", "UNIT", say.unit_asked).value_parser(units))
        .arg(one("overlap", "PERCENT", say.overlap_asked).value_parser(value_parser!(u8).range(1..=100)))
        .arg(one("rounds", "N", say.rounds).value_parser(value_parser!(u32).range(..=100_000)))
}

/// What was said of it; what was not is as usual.
pub(in crate::cli) fn between(project: &Project, arguments: &ArgMatches, desk: &Desk) -> Result<Between, Trouble> {
    let overlap = arguments.get_one("overlap").copied();
    let unit = match arguments.get_one::<String>("unit").map(String::as_str) {
        Some("word") => Unit::Word,
        Some("sentence") => Unit::Sentence,
        Some("turn") => Unit::Turn,
        Some("source") => Unit::Source,
        Some("segment") => Unit::Segment(overlap.unwrap_or(USUAL_OVERLAP)),
        // An overlap is of segments.
        None if overlap.is_some() => Unit::Segment(overlap.unwrap_or(USUAL_OVERLAP)),
        _ => Unit::Character,
    };
    let coders = arguments
        .get_one::<String>("coders")
        .map(|named| coders(project, named, desk))
        .transpose()?
        .unwrap_or_default();
    Ok(Between { coders, unit, bootstrap: bootstrap(arguments) })
}

/// How intervals are made.
pub(in crate::cli) fn bootstrap(arguments: &ArgMatches) -> Bootstrap {
    let usual = Bootstrap::default();
    Bootstrap {
        rounds: arguments.get_one("rounds").copied().unwrap_or(usual.rounds),
        seed: arguments.get_one("seed").copied().unwrap_or(usual.seed),
    }
}

/// The coders of names with commas between, two or more.
fn coders(project: &Project, named: &str, desk: &Desk) -> Result<Vec<CoderId>, Trouble> {
    let names = || project.coders().map(|coder| coder.name.as_str());
    let find = |name: &str| -> Result<CoderId, Trouble> {
        let name = part::one(names(), name, desk)?;
        // Of several who have the same name the one who has coded most is meant.
        let codings = |id: CoderId| project.codings().filter(|coding| coding.coder == id).count();
        let namesakes = project.coders().filter(|coder| coder.name == name).map(|coder| coder.id);
        Ok(namesakes.max_by_key(|id| codings(*id)).expect("it was just found by this name"))
    };
    let mut coders: Vec<CoderId> = Vec::new();
    if named.contains(',') {
        for name in named.split(',') {
            let coder = find(name)?;
            if !coders.contains(&coder) {
                coders.push(coder);
            }
        }
    }
    if coders.len() < 2 {
        let known = names().collect::<Vec<_>>().join(", ");
        return Err(Trouble::Told(fill(AgreementWords::of(desk.language).not_two, &[("names", &known)])));
    }
    Ok(coders)
}
