//! `kodebok exclude DIR SOURCE --turn N --reason small-talk`: sets words aside, takes them back in, lists them.

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::code::source;
use super::desk::{Desk, Trouble};
use super::{coder, dir, path, words};
use crate::analysis::small_talk::proposals;
use crate::journal::edit::Edit;
use crate::lang::cli::Cli;
use crate::lang::{Language, count, fill};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::id::SourceId;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::session::Session;
use crate::told;

/// The reasons as they are written on the command line; the first is meant where none is.
const REASONS: [(&str, Reason); 3] =
    [("small-talk", Reason::SmallTalk), ("irrelevant", Reason::Irrelevant), ("off-the-record", Reason::OffTheRecord)];

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let asked = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).help(help).action(ArgAction::SetTrue);
    let number = value_parser!(u32);
    let reason = asked("reason", "REASON", say.exclude_reason).value_parser(REASONS.map(|(name, _)| name).to_vec());
    let places = ["turn", "speaker", "words", "from", "small-talk", "list"];
    Command::new("exclude")
        .about(say.exclude_about)
        .arg(dir(say))
        .arg(Arg::new("source").value_name("SOURCE").help(say.code_source).required(true))
        .arg(asked("turn", "N", say.exclude_turn).value_parser(value_parser!(usize)))
        .arg(asked("speaker", "NAME", say.exclude_speaker))
        .arg(asked("words", "WORDS", say.exclude_words))
        .arg(asked("from", "A", say.exclude_from).value_parser(number).requires("to"))
        .arg(asked("to", "B", say.exclude_to).value_parser(number).requires("from"))
        .arg(flag("small-talk", say.exclude_small_talk))
        .arg(reason.default_value(REASONS[0].0))
        .arg(flag("include", say.exclude_include).conflicts_with_all(["small-talk", "list"]))
        .arg(flag("list", say.exclude_list))
        .group(ArgGroup::new("place").args(places).required(true))
        .arg(coder(say))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let known = source(session.project(), words(arguments, "source"), desk)?;
    let id = known.id;
    if !arguments.get_flag("list") {
        let spans = spans(known, arguments, desk)?;
        let before = aside(known);
        let edit = if arguments.get_flag("include") {
            Edit::Include { source: id, spans }
        } else {
            let reason = REASONS.into_iter().find(|(name, _)| *name == words(arguments, "reason"));
            let reason = reason.map_or(Reason::SmallTalk, |(_, reason)| reason);
            Edit::Exclude { source: id, spans, reason }
        };
        desk.edit(&mut session, &edit)?;
        let after = session.project().source(id).map_or(0, aside);
        if !arguments.get_flag("json") {
            let (phrase, changed) =
                if after < before { (desk.say.included, before - after) } else { (desk.say.excluded, after - before) };
            let changed = count(changed, desk.say.words_one, desk.say.words);
            session.close()?;
            return desk.tell(&fill(phrase, &[("words", &changed)]));
        }
    }
    let answer = listed(&session, id, arguments, desk);
    session.close()?;
    if answer.is_empty() { Ok(()) } else { desk.tell(&answer) }
}

/// How many words of a source are set aside.
fn aside(source: &Source) -> usize {
    let Some(text) = source.text.as_ref() else { return 0 };
    source.excluded().iter().map(|span| text.words().count_between(span.start(), span.end())).sum()
}

/// The stretches that were asked for.
fn spans(source: &Source, arguments: &ArgMatches, desk: &Desk) -> Result<Vec<Span>, Trouble> {
    let say = desk.say;
    if let Some(number) = arguments.get_one::<usize>("turn") {
        return Ok(vec![super::edit::turn(source, *number, desk)?.1.span]);
    }
    if let Some(name) = arguments.get_one::<String>("speaker") {
        let speaker = super::edit::speaker(source, name);
        let missing = || Trouble::Told(fill(say.no_speaker, &[("name", name), ("names", &speakers(source))]));
        let speaker = speaker.ok_or_else(missing)?;
        return Ok(source.turns.iter().filter(|turn| turn.speaker == Some(speaker)).map(|turn| turn.span).collect());
    }
    if let Some(wanted) = arguments.get_one::<String>("words") {
        return Ok(vec![found(source, wanted, desk)?]);
    }
    if arguments.get_flag("small-talk") {
        return Ok(proposals(source).into_iter().map(|proposal| proposal.span).collect());
    }
    let bound = |name| arguments.get_one::<u32>(name).copied().unwrap_or_default();
    let (from, to) = (bound("from"), bound("to"));
    let bad = || Trouble::Told(fill(say.bad_span, &[("span", &format!("{from}..{to}"))]));
    Ok(vec![Span::new(from, to).ok_or_else(bad)?])
}

/// The first place where words stand in a source.
fn found(source: &Source, wanted: &str, desk: &Desk) -> Result<Span, Trouble> {
    let place = source.text.as_ref().and_then(|text| {
        let start = text.as_str().find(wanted).filter(|_| !wanted.is_empty())?;
        Span::new(text.scalar(start), text.scalar(start + wanted.len()))
    });
    place.ok_or_else(|| Trouble::Told(fill(desk.say.no_words, &[("words", &wanted), ("title", &source.title)])))
}

/// The names of those who speak.
fn speakers(source: &Source) -> String {
    source.speakers_here().map(|(_, speaker)| format!("«{}»", speaker.name)).collect::<Vec<_>>().join(", ")
}

fn listed(session: &Session, id: SourceId, arguments: &ArgMatches, desk: &Desk) -> String {
    let project = session.project();
    let Some(source) = project.source(id) else { return String::new() };
    if arguments.get_flag("json") {
        let passage = |known: &Exclusion| {
            json!({
                "start": known.span.start(), "end": known.span.end(), "reason": known.reason,
                "coder": project.coder_name(known.coder), "words": source.quote(known.span),
            })
        };
        return format!("{:#}", Value::Array(source.exclusions.iter().map(passage).collect()));
    }
    let passage = |known: &Exclusion| {
        let (start, end) = (known.span.start(), known.span.end());
        let reason = told::aside::reason(known.reason, desk.language);
        let words = source.quote(known.span).replace('\n', " / ");
        format!("{start}..{end}\t{reason}\t{}\t{words}", project.coder_name(known.coder))
    };
    source.exclusions.iter().map(passage).collect::<Vec<_>>().join("\n")
}
