//! `kodebok history DIR`: everything that was done, the newest first.

use clap::{Arg, ArgMatches, Command, value_parser};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::desk::{Desk, Trouble};
use super::{dir, path};
use crate::lang::Language;
use crate::lang::cli::Cli;
use crate::session::history::Gesture;
use crate::told;

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let limit = Arg::new("limit").long("limit").value_name("N").help(say.history_limit);
    Command::new("history")
        .about(say.history_about)
        .arg(dir(say))
        .arg(limit.value_parser(value_parser!(usize)))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let session = desk.open(path(arguments, "dir"), arguments)?;
    let limit = arguments.get_one::<usize>("limit").copied().unwrap_or(usize::MAX);
    let project = session.project();
    let past = told::history::Past::of(session.history().iter().rev().flat_map(Gesture::events));
    let sentence = |gesture: &Gesture| told::history::events(project, &past, gesture.events(), desk.language);
    let gestures = session.history().iter().take(limit);
    if arguments.get_flag("json") {
        let told = gestures.map(|gesture| {
            json!({
                "ms": gesture.ms(), "coder": project.coder_name(gesture.coder()), "told": sentence(gesture),
                "taken_back": gesture.taken_back,
                "entries": gesture.entries().map(|entry| entry.to_string()).collect::<Vec<_>>(),
            })
        });
        return desk.tell(&format!("{:#}", Value::Array(told.collect())));
    }
    for gesture in gestures {
        let taken_back = if gesture.taken_back { format!(" {}", desk.say.taken_back) } else { String::new() };
        let coder = project.coder_name(gesture.coder());
        desk.tell(&format!("{}  {coder}  {}{taken_back}", when(gesture.ms()), sentence(gesture)))?;
    }
    Ok(())
}

/// A moment as it was on this machine's wall.
pub(super) fn when(ms: u64) -> String {
    let moment = i64::try_from(ms).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok()).unwrap_or_default();
    moment.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}
