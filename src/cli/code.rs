//! `kodebok code DIR --source TITLE --span START..END --code PATH`: applies a code; with `--lines` one for each line that
//! comes in.

use std::io::{self, BufRead as _, BufReader};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use super::desk::{Desk, Trouble};
use super::{coder, dir, path, words};
use crate::journal::edit::{Edit, NewCode};
use crate::journal::event::Event;
use crate::lang::cli::Cli;
use crate::lang::{Language, fill};
use crate::model::code::{CodeKind, Origin};
use crate::model::codebook::Codebook;
use crate::model::id::CodeId;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::session::Session;

/// How many lines are answered together at most.
const AT_ONCE: usize = 100;

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let needed = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help).required_unless_present("lines")
    };
    let lines = Arg::new("lines").long("lines").help(say.code_lines).action(ArgAction::SetTrue);
    Command::new("code")
        .about(say.code_about)
        .arg(dir(say))
        .arg(needed("source", "TITLE", say.code_source))
        .arg(needed("span", "START..END", say.code_span))
        .arg(needed("code", "PATH", say.code_path))
        .arg(lines.conflicts_with_all(["source", "span", "code"]))
        .arg(Arg::new("create").long("create").help(say.code_create).action(ArgAction::SetTrue))
        .arg(coder(say))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let (creates, as_json) = (arguments.get_flag("create"), arguments.get_flag("json"));
    let coding = Coding { creates, as_json, each_on_a_line: arguments.get_flag("lines"), desk };
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    if coding.each_on_a_line {
        let all_well = coding.lines(&mut session);
        session.close()?;
        return if all_well? { Ok(()) } else { Err(Trouble::Said) };
    }
    let wish =
        Wish { source: words(arguments, "source"), span: words(arguments, "span"), code: words(arguments, "code") };
    let answer = coding.apply(&mut session, &wish)?;
    session.close()?;
    desk.tell(&answer)
}

/// What is to be coded, as typed.
struct Wish<'a> {
    source: &'a str,
    span: &'a str,
    code: &'a str,
}

/// How codes are applied.
struct Coding<'d> {
    creates: bool,
    as_json: bool,
    each_on_a_line: bool,
    desk: &'d Desk,
}

impl Coding<'_> {
    /// Applies a code; it is not safe yet. Gives what is to be told of it.
    fn apply(&self, session: &mut Session, wish: &Wish<'_>) -> Result<String, Trouble> {
        let desk = self.desk;
        let bad_span = || Trouble::Told(fill(desk.say.bad_span, &[("span", &wish.span)]));
        let span = span(wish.span).ok_or_else(bad_span)?;
        let source = source(session.project(), wish.source, desk)?.id;
        let code = match code(session.project().codebook(), wish.code, desk.say) {
            Ok(code) => code,
            Err(Missing::Nowhere(_)) if self.creates => create(session, wish.code, desk)?,
            Err(missing) => return Err(Trouble::Told(missing.words())),
        };
        let events = session.edit(&Edit::ApplyCode { code, source, span })?;
        let project = session.project();
        let path = project.codebook().path(code).join(" › ");
        let quote = project.source(source).map_or("", |source| source.quote(span));
        let added = events.iter().find_map(|event| match event {
            Event::CodingAdded { coding, .. } => Some(coding.to_string()),
            _ => None,
        });
        Ok(match &added {
            _ if self.as_json => {
                let answer =
                    json!({ "coding": added, "code": path, "span": [span.start(), span.end()], "words": quote });
                // A program that reads lines wants an answer on each.
                if self.each_on_a_line { answer.to_string() } else { format!("{answer:#}") }
            }
            Some(_) => fill(desk.say.coded, &[("code", &path), ("words", &quote)]),
            None => fill(desk.say.coded_before, &[("code", &path)]),
        })
    }

    /// Applies a code for each line that comes in, and answers each once it is safe; takes in meanwhile what others do. Tells
    /// whether all could be done.
    fn lines(&self, session: &mut Session) -> Result<bool, Trouble> {
        let mut input = BufReader::new(io::stdin());
        let (mut line, mut unsaid, mut number, mut all_well) = (String::new(), Vec::new(), 0_usize, true);
        while input.read_line(&mut line)? > 0 {
            number += 1;
            let mut parts = line.trim_end_matches(['\r', '\n']).split('\t');
            let done = match (parts.next(), parts.next(), parts.next(), parts.next()) {
                (Some(source), Some(span), Some(code), None) => self.apply(session, &Wish { source, span, code }),
                _ => Err(Trouble::Told(self.desk.say.bad_line.to_owned())),
            };
            match done {
                Ok(answer) => unsaid.push(answer),
                Err(trouble) => {
                    all_well = false;
                    let why = self.desk.words(&trouble).unwrap_or_default();
                    self.desk.warn(&fill(self.desk.say.line_failed, &[("n", &number), ("why", &why)]))?;
                }
            }
            line.clear();
            // What has come in at once is waited for once.
            if input.buffer().is_empty() || unsaid.len() >= AT_ONCE {
                session.settle()?;
                unsaid.drain(..).try_for_each(|answer| self.desk.tell(&answer))?;
                session.poll();
            }
        }
        session.settle()?;
        unsaid.into_iter().try_for_each(|answer| self.desk.tell(&answer))?;
        Ok(all_well)
    }
}

fn span(typed: &str) -> Option<Span> {
    let (start, end) = typed.split_once("..")?;
    Span::new(start.trim().parse().ok()?, end.trim().parse().ok()?)
}

/// The source with a title, without regard to case.
pub(super) fn source<'p>(project: &'p Project, title: &str, desk: &Desk) -> Result<&'p Source, Trouble> {
    let wanted = title.trim().to_lowercase();
    if let Some(source) = project.sources().find(|source| source.title.to_lowercase() == wanted) {
        return Ok(source);
    }
    let titles: Vec<String> = project.sources().map(|source| format!("«{}»", source.title)).collect();
    let titles = if titles.is_empty() { desk.say.no_sources.to_owned() } else { titles.join(", ") };
    Err(Trouble::Told(fill(desk.say.no_source, &[("title", &title), ("titles", &titles)])))
}

/// Why a code was not found, as a sentence.
pub(super) enum Missing {
    Nowhere(String),
    Ambiguous(String),
}

impl Missing {
    pub(super) fn words(self) -> String {
        match self {
            Self::Nowhere(words) | Self::Ambiguous(words) => words,
        }
    }
}

/// The parts of a path; names may hold slashes, so a slash only divides where no other sign does.
fn parts(path: &str) -> Vec<&str> {
    let joint = ['›', '>', '/'].into_iter().find(|joint| path.contains(*joint)).unwrap_or('›');
    path.split(joint).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The code at a path, or the only one of that name.
pub(super) fn code(codebook: &Codebook, wanted: &str, say: &Cli) -> Result<CodeId, Missing> {
    let found = codebook.find(&[wanted]).or_else(|| {
        let parts = parts(wanted);
        if parts.is_empty() { None } else { codebook.find(&parts) }
    });
    if let Some(code) = found {
        return Ok(code);
    }
    let name = wanted.trim().to_lowercase();
    let namesakes: Vec<CodeId> =
        codebook.rows().into_iter().map(|row| row.code).filter(|id| is_called(codebook, *id, &name)).collect();
    match namesakes.as_slice() {
        [only] => Ok(*only),
        [] => Err(Missing::Nowhere(fill(say.no_code, &[("path", &wanted)]))),
        several => {
            let paths: Vec<String> = several.iter().map(|id| codebook.path(*id).join(" › ")).collect();
            let paths = paths.join(", ");
            Err(Missing::Ambiguous(fill(say.many_codes, &[("path", &wanted), ("paths", &paths)])))
        }
    }
}

fn is_called(codebook: &Codebook, code: CodeId, name: &str) -> bool {
    codebook.code(code).is_some_and(|code| code.name.to_lowercase() == name)
}

/// Makes the codes of a path that are missing; they come from the data, since somebody met them while reading.
fn create(session: &mut Session, wanted: &str, desk: &Desk) -> Result<CodeId, Trouble> {
    let mut parent = None;
    let parts = parts(wanted);
    for depth in 1..=parts.len() {
        let path = parts.get(..depth).unwrap_or_default();
        if session.project().codebook().find(path).is_none() {
            let code = NewCode {
                name: path.last().copied().unwrap_or_default().to_owned(),
                parent,
                kind: CodeKind::Code,
                origin: Origin::Data,
                hue: None,
                description: String::new(),
            };
            desk.edit(session, &Edit::CreateCode(code))?;
        }
        parent = session.project().codebook().find(path);
    }
    parent.ok_or_else(|| Trouble::Told(fill(desk.say.no_code, &[("path", &wanted)])))
}
