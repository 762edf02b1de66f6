//! `kodebok edit DIR SOURCE --replace OLD --with NEW`: corrects a text, its turns and who says them.

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::code::source;
use super::desk::{Desk, Trouble};
use super::{coder, dir, path, words};
use crate::analysis::replacing::{Found, Hit, Letters, MOST, Reading, Wanted, around, search};
use crate::analysis::scope::Excluded;
use crate::journal::edit::Edit;
use crate::journal::edit::lexicon::WordEdit;
use crate::journal::edit::turns::Speaking;
use crate::lang::cli::Cli;
use crate::lang::tongues::TongueWords;
use crate::lang::{Language, count, fill};
use crate::model::id::SourceId;
use crate::model::project::Project;
use crate::model::source::{Role, Source, Turn};
use crate::model::span::Span;
use crate::text::tongue::Tongue;
use crate::told;

/// How many letters stand on either side of a hit.
const AROUND: u32 = 30;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let asked = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).help(help).action(ArgAction::SetTrue);
    Command::new("edit")
        .about(say.edit_about)
        .arg(dir(say))
        .arg(Arg::new("source").value_name("SOURCE").help(say.code_source).required_unless_present("all-sources"))
        .arg(asked("replace", "OLD", say.edit_replace).requires("with"))
        .arg(asked("with", "NEW", say.edit_with).requires("replace"))
        .arg(flag("all-sources", say.edit_all_sources).requires("replace").conflicts_with("source"))
        .arg(flag("regex", say.edit_regex).requires("replace").conflicts_with("whole-word"))
        .arg(flag("whole-word", say.edit_whole_word).requires("replace"))
        .arg(flag("match-case", say.edit_match_case).requires("replace"))
        .arg(flag("excluded", say.edit_excluded).requires("replace"))
        .arg(flag("dry-run", say.edit_dry_run).requires("replace"))
        .arg(asked("turn", "N", say.edit_turn).value_parser(value_parser!(usize)))
        .arg(asked("speaker", "NAME", say.edit_speaker).requires("turn"))
        .arg(flag("join", say.edit_join).requires("turn").conflicts_with_all(["speaker", "split"]))
        .arg(asked("split", "WORDS", say.edit_split).requires("turn"))
        .arg(asked("spoken", "TAG", TongueWords::of(language).cli).value_parser(tongues()))
        .group(ArgGroup::new("what").args(["replace", "turn", "spoken"]).required(true))
        .arg(coder(say))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    match arguments {
        _ if arguments.contains_id("replace") => replace(arguments, desk),
        _ if arguments.contains_id("spoken") => set_language(arguments, desk),
        _ => change_turn(arguments, desk),
    }
}

/// What leaves the language to be found.
const AUTOMATIC: &str = "auto";

fn tongues() -> Vec<&'static str> {
    Tongue::ALL.into_iter().map(Tongue::tag).chain([AUTOMATIC]).collect()
}

fn set_language(arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let source = source(session.project(), words(arguments, "source"), desk)?.id;
    let tag = words(arguments, "spoken");
    let language = Tongue::ALL.into_iter().find(|tongue| tongue.tag() == tag);
    let events = desk.edit(&mut session, &Edit::Words(WordEdit::SetLanguage { source, language }))?;
    let answer = if arguments.get_flag("json") {
        format!("{:#}", json!({ "changed": !events.is_empty(), "spoken": tag }))
    } else if events.is_empty() {
        desk.say.nothing_changed.to_owned()
    } else {
        let past = told::history::Past::default();
        format!("{}.", told::history::events(session.project(), &past, &events, desk.language))
    };
    session.close()?;
    desk.tell(&answer)
}

fn replace(arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let chosen = |flag, one, other| if arguments.get_flag(flag) { one } else { other };
    let wanted = Wanted {
        old: words(arguments, "replace").to_owned(),
        new: words(arguments, "with").to_owned(),
        reading: chosen("regex", Reading::Pattern, chosen("whole-word", Reading::WholeWords, Reading::Plain)),
        letters: if arguments.get_flag("match-case") { Letters::Apart } else { Letters::Alike },
        excluded: if arguments.get_flag("excluded") { Excluded::In } else { Excluded::Out },
    };
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let sources: Vec<SourceId> = match arguments.get_one::<String>("source") {
        Some(title) => vec![source(session.project(), title, desk)?.id],
        None => session.project().sources().map(|source| source.id).collect(),
    };
    let found = search(session.project(), &sources, &wanted);
    let found = found.map_err(|bad| Trouble::Told(told::replacing::bad_pattern(bad, desk.language).to_owned()))?;
    let mut answer = answer(session.project(), &found, arguments, desk);
    if !arguments.get_flag("dry-run") && !found.hits.is_empty() {
        desk.edit(&mut session, &Edit::All(found.hits.iter().map(wish).collect()))?;
        if !arguments.get_flag("json") {
            answer = fill(desk.say.replaced, &[("places", &places(&found, desk))]);
        }
    }
    session.close()?;
    desk.tell(&answer)?;
    if found.more { desk.warn(&fill(desk.say.more_hits, &[("n", &MOST)])) } else { Ok(()) }
}

fn wish(hit: &Hit) -> Edit {
    let (start, end) = (hit.span.start(), hit.span.end());
    Edit::ReplaceText { source: hit.source, start, end, words: hit.new.clone() }
}

fn places(found: &Found, desk: &Desk) -> String {
    count(found.hits.len(), desk.say.places_one, desk.say.places)
}

/// The places found, each on a line, or as JSON.
fn answer(project: &Project, found: &Found, arguments: &ArgMatches, desk: &Desk) -> String {
    let known = |hit: &Hit| {
        project
            .source(hit.source)
            .map_or((String::new(), String::new()), |source| (source.title.clone(), source.quote(hit.span).to_owned()))
    };
    if arguments.get_flag("json") {
        let hit = |hit: &Hit| {
            let (title, old) = known(hit);
            let codes: Vec<&str> =
                hit.codings.iter().filter_map(|id| project.code_name(project.coding(*id)?.code)).collect();
            json!({
                "source": title, "start": hit.span.start(), "end": hit.span.end(), "old": old, "new": hit.new, "codes": codes,
            })
        };
        let hits: Vec<Value> = found.hits.iter().map(hit).collect();
        let replaced = !arguments.get_flag("dry-run");
        return format!("{:#}", json!({ "hits": hits, "replaced": replaced, "more": found.more }));
    }
    let line = |hit: &Hit| {
        let (title, old) = known(hit);
        let text = project.source(hit.source).and_then(|source| source.text.as_ref());
        let (before, after) = text.map_or(("", ""), |text| around(text, hit.span, AROUND));
        let new = &hit.new;
        format!("{title}\t{}..{}\t{before}[{old} → {new}]{after}", hit.span.start(), hit.span.end())
    };
    let lines: Vec<String> = found.hits.iter().map(line).collect();
    if lines.is_empty() { fill(desk.say.replaced, &[("places", &places(found, desk))]) } else { lines.join("\n") }
}

fn change_turn(arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let known = source(session.project(), words(arguments, "source"), desk)?;
    let number = arguments.get_one::<usize>("turn").copied().unwrap_or_default();
    let (index, turn) = turn(known, number, desk)?;
    let named = arguments.get_one::<String>("speaker").map(|name| speaking(known, name));
    let key = known.turn_key(index).ok_or_else(|| no_turn(known, number, desk))?;
    let source = known.id;
    let edit = match (arguments.get_one::<String>("split"), named) {
        (Some(words), named) => {
            let place = within(known, turn, words);
            let missing = || Trouble::Told(fill(desk.say.no_words, &[("words", words), ("title", &known.title)]));
            let own = turn.speaker.map_or(Speaking::Nobody, Speaking::Known);
            Edit::BeginTurn { source, at: place.ok_or_else(missing)?.start(), speaker: named.unwrap_or(own) }
        }
        (None, Some(speaker)) => Edit::SetSpeaker { source, turn: key, speaker },
        (None, None) if arguments.get_flag("join") => Edit::JoinTurn { source, turn: key },
        (None, None) => return Err(Trouble::Told(desk.say.edit_nothing.to_owned())),
    };
    let past = told::history::Past::before(session.project(), &edit);
    let events = desk.edit(&mut session, &edit)?;
    let said = told::history::events(session.project(), &past, &events, desk.language);
    let answer = if arguments.get_flag("json") {
        let turns = session.project().source(source).map_or(0, |source| source.turns.len());
        format!("{:#}", json!({ "changed": !events.is_empty(), "turns": turns }))
    } else if events.is_empty() {
        desk.say.nothing_changed.to_owned()
    } else {
        format!("{said}.")
    };
    session.close()?;
    desk.tell(&answer)
}

/// The place of words within a turn.
fn within(source: &Source, turn: &Turn, wanted: &str) -> Option<Span> {
    let text = source.text.as_ref()?;
    let from = text.byte(turn.span.start());
    let at = from + source.quote(turn.span).find(wanted).filter(|_| !wanted.is_empty())?;
    Span::new(text.scalar(at), text.scalar(at + wanted.len()))
}

/// The turn of a number from 1, with its number from 0.
pub(super) fn turn<'s>(source: &'s Source, number: usize, desk: &Desk) -> Result<(usize, &'s Turn), Trouble> {
    let index = number.checked_sub(1);
    let turn = index.and_then(|index| Some((index, source.turns.get(index)?)));
    turn.ok_or_else(|| no_turn(source, number, desk))
}

fn no_turn(source: &Source, number: usize, desk: &Desk) -> Trouble {
    let turns = count(source.turns.len(), desk.say.turns_one, desk.say.turns);
    Trouble::Told(fill(desk.say.no_turn, &[("n", &number), ("title", &source.title), ("turns", &turns)]))
}

/// The number of the speaker of a name, without regard to case.
pub(super) fn speaker(source: &Source, name: &str) -> Option<u16> {
    let wanted = name.trim().to_lowercase();
    source.speakers_here().find(|(_, speaker)| speaker.name.to_lowercase() == wanted).map(|(number, _)| number)
}

/// Who is to say a turn: a speaker of that name, or a new one.
fn speaking(source: &Source, name: &str) -> Speaking {
    let new = || Speaking::New { name: name.trim().to_owned(), role: Role::Unknown };
    speaker(source, name).map_or_else(new, Speaking::Known)
}
