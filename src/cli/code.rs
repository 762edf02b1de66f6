//! `kodebok code DIR --source TITLE --span START..END --code PATH`: applies a code.

use clap::{Arg, ArgMatches, Command};
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

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let needed = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help).required(true)
    };
    Command::new("code")
        .about(say.code_about)
        .arg(dir(say))
        .arg(needed("source", "TITLE", say.code_source))
        .arg(needed("span", "START..END", say.code_span))
        .arg(needed("code", "PATH", say.code_path))
        .arg(Arg::new("create").long("create").help(say.code_create).action(clap::ArgAction::SetTrue))
        .arg(coder(say))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let typed = words(arguments, "span");
    let bad_span = || Trouble::Told(fill(desk.say.bad_span, &[("span", &typed)]));
    let span = span(typed).ok_or_else(bad_span)?;
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let source = source(session.project(), words(arguments, "source"), desk)?.id;
    let wanted = words(arguments, "code");
    let code = match code(session.project().codebook(), wanted, desk.say) {
        Ok(code) => code,
        Err(Missing::Ambiguous(words)) => return Err(Trouble::Told(words)),
        Err(Missing::Nowhere(_)) if arguments.get_flag("create") => create(&mut session, wanted, desk)?,
        Err(Missing::Nowhere(words)) => return Err(Trouble::Told(words)),
    };
    let events = desk.edit(&mut session, &Edit::ApplyCode { code, source, span })?;
    let project = session.project();
    let path = project.codebook().path(code).join(" › ");
    let quote = project.source(source).map_or("", |source| source.quote(span));
    let added = events.iter().find_map(|event| match event {
        Event::CodingAdded { coding, .. } => Some(coding.to_string()),
        _ => None,
    });
    let answer = match &added {
        _ if arguments.get_flag("json") => {
            let span = [span.start(), span.end()];
            format!("{:#}", json!({ "coding": added, "code": path, "span": span, "words": quote }))
        }
        Some(_) => fill(desk.say.coded, &[("code", &path), ("words", &quote)]),
        None => fill(desk.say.coded_before, &[("code", &path)]),
    };
    session.close()?;
    desk.tell(&answer)
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
