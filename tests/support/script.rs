//! Short scripts of a team's work, as one would tell them:
//!
//! ```text
//! Kari: new trust
//! Kari: code felt safe as trust
//! sync
//! Ola: rename trust to tillit
//! ```
//!
//! Codes, cases and attributes are called by name, words are looked up in the text. Kari starts with one source.

use kodebok::journal::edit::places::Beside;
use kodebok::journal::edit::team::{NewDouble, TeamEdit, Wanted};
use kodebok::journal::edit::{Edit, NewCode, Refusal};
use kodebok::model::case::AttributeKind;
use kodebok::model::code::{CodeKind, Hue, Origin};
use kodebok::model::exclusion::Reason;
use kodebok::model::id::{CodeId, CodingId, SourceId};
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::model::span::Span;

use super::outline::outline;
use super::team::{Team, shape};

/// What every script's source says.
pub(crate) const TEXT: &str = "I felt safe there with them, but the others were afraid of us and of the sea.";

/// Runs a script with Kari, Ola and Liv; in the end everybody has everything, and all see the same.
pub(crate) fn run(script: &str) -> Team {
    let mut team = Team::new(&["Kari", "Ola", "Liv"]);
    team.add_source(0, "Interview 1", TEXT).expect("a text is taken");
    team.sync_all();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        step(&mut team, line).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
    team.sync_all();
    let first = shape(&team.machines[0].fold);
    for machine in &team.machines {
        assert_eq!(shape(&machine.fold), first, "{} sees something else than Kari", machine.name);
    }
    team
}

/// Runs a script and compares what everybody sees in the end.
#[track_caller]
pub(crate) fn check(script: &str, expected: &str) -> Team {
    let team = run(script);
    let indent =
        expected.lines().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len());
    let indent = indent.min().unwrap_or(0);
    let expected: Vec<&str> = expected.lines().filter(|l| !l.trim().is_empty()).map(|l| l.split_at(indent).1).collect();
    let seen = outline(team.project(0));
    assert_eq!(seen.lines().collect::<Vec<_>>(), expected);
    team
}

/// Does one line of a script.
pub(crate) fn step(team: &mut Team, line: &str) -> Result<(), Refusal> {
    if line == "sync" {
        team.sync_all();
        return Ok(());
    }
    let (who, what) = line.split_once(": ").unwrap_or_else(|| panic!("nobody does {line:?}"));
    let at = team.machines.iter().position(|machine| machine.name == who).unwrap_or_else(|| panic!("who is {who}?"));
    let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
    match verb {
        "undo" => assert!(team.undo(at), "{who} has nothing to undo"),
        "redo" => assert!(team.redo(at), "{who} has nothing to redo"),
        "import" => drop(team.add_source(at, rest, TEXT)?),
        _ => {
            let edit = wish(team.project(at), verb, rest);
            team.edit(at, &edit)?;
        }
    }
    Ok(())
}

fn wish(project: &Project, verb: &str, rest: &str) -> Edit {
    let code = |name: &str| find(project, name);
    let two = |by: &str| rest.split_once(by).unwrap_or_else(|| panic!("{verb} {rest:?} lacks {by:?}"));
    let source = || project.sources().next().expect("a source").id;
    let text = || project.sources().next().and_then(|source| source.text.as_deref()).map_or("", |text| text.as_str());
    let span = |words: &str| span(text(), words);
    match verb {
        "new" => {
            let (name, parent) = rest.split_once(" under ").map_or((rest, None), |(name, up)| (name, Some(code(up))));
            Edit::CreateCode(new_code(name, parent))
        }
        "rename" => Edit::RenameCode { code: code(two(" to ").0), name: two(" to ").1.to_owned() },
        "describe" => Edit::DescribeCode { code: code(two(" as ").0), description: two(" as ").1.to_owned() },
        "colour" => {
            let (name, hue) = two(" as ");
            Edit::RecolourCode { code: code(name), hue: Some(Hue(hue.parse().expect("a number"))) }
        }
        "move" => match rest.strip_suffix(" to the top") {
            Some(name) => Edit::MoveCode { code: code(name), parent: None, beside: Beside::Last },
            None => {
                let (name, up) = two(" under ");
                Edit::MoveCode { code: code(name), parent: Some(code(up)), beside: Beside::Last }
            }
        },
        "merge" => Edit::MergeCodes { from: code(two(" into ").0), into: code(two(" into ").1) },
        "delete" => Edit::DeleteCode { code: code(rest) },
        "restore" => {
            let gone = project.deleted_codes().find(|(_, name)| *name == rest).map(|(id, _)| id);
            Edit::RestoreCode { code: gone.unwrap_or_else(|| panic!("{rest} is not deleted")) }
        }
        "code" => {
            let (words, name) = two(" as ");
            match name.strip_prefix("new ") {
                Some(name) => Edit::ApplyNewCode { code: new_code(name, None), places: vec![(source(), span(words))] },
                None => Edit::ApplyCode { code: code(name), source: source(), span: span(words) },
            }
        }
        "resize" => {
            let (coding, words) = two(" to ");
            Edit::ResizeCoding { coding: find_coding(project, coding), span: span(words) }
        }
        "recode" => {
            let (coding, name) = two(" to ");
            Edit::RecodeCoding { coding: find_coding(project, coding), code: code(name) }
        }
        "remove" if rest == "source" => Edit::RemoveSource { source: source() },
        "restore-source" => Edit::RestoreSource { source: project.removed_sources().next().expect("a source").0 },
        "title" => Edit::RenameSource { source: source(), title: rest.to_owned() },
        "remove" => Edit::RemoveCodings { codings: vec![find_coding(project, rest)] },
        "memo" => {
            let (name, text) = two(" = ");
            Edit::AddMemo { about: About::Code(code(name)), text: text.to_owned() }
        }
        "rewrite" => {
            let (name, text) = two(" = ");
            let memo = project.memos_about(About::Code(code(name))).next().expect("a memo").id;
            Edit::RewriteMemo { memo, text: text.to_owned() }
        }
        "forget" => {
            let memo = project.memos_about(About::Code(code(rest))).next().expect("a memo").id;
            Edit::DeleteMemo { memo }
        }
        "case" => Edit::CreateCase { name: rest.to_owned(), source: Some(source()) },
        "attribute" => Edit::CreateAttribute { name: rest.to_owned(), kind: AttributeKind::Text },
        "set" => {
            let (place, value) = two(" = ");
            let (case, attribute) = place.split_once(" . ").expect("case . attribute");
            let case = project.cases().into_iter().find(|known| known.name == case).expect("a case").id;
            let known = project.attributes().into_iter().find(|known| known.name == attribute);
            Edit::SetValue { case, attribute: known.expect("an attribute").id, value: value.to_owned() }
        }
        "correct" | "replace" => {
            let (old, new) = two(" to ");
            let (source, at, words) = (source(), span(old), new.to_owned());
            let (start, end) = (at.start(), at.end());
            match verb {
                "correct" => Edit::CorrectText { source, start, end, words },
                _ => Edit::ReplaceText { source, start, end, words },
            }
        }
        "strike" => {
            let at = span(rest);
            Edit::ReplaceText { source: source(), start: at.start(), end: at.end(), words: String::new() }
        }
        "insert" => {
            let (words, before) = two(" before ");
            let at = span(before).start();
            Edit::ReplaceText { source: source(), start: at, end: at, words: format!("{words} ") }
        }
        "exclude" => Edit::Exclude { source: source(), spans: vec![span(rest)], reason: Reason::SmallTalk },
        "reason" => {
            let reason = Reason::Irrelevant;
            Edit::ChangeReason { source: source(), spans: vec![span(rest)], reason }
        }
        "include" => Edit::Include { source: source(), spans: vec![span(rest)] },
        "review" | "answer" | "close" | "reopen" | "double" | "unveil" | "settle" => {
            Edit::Team(team_wish(project, verb, rest))
        }
        "erase" => Edit::EraseSource { source: source() },
        _ => panic!("nobody knows how to {verb}"),
    }
}

/// `review keep felt`, `double Kari Ola of felt safe for trust`, `settle felt as trust: bounds felt safe`.
fn team_wish(project: &Project, verb: &str, rest: &str) -> TeamEdit {
    let source = project.sources().next().expect("a source").id;
    let text = || project.sources().next().and_then(|source| source.text.as_deref()).map_or("", |text| text.as_str());
    let span = |words: &str| span(text(), words);
    let two = |of: &'static str, by: &str| {
        let (one, other) = rest.split_once(by).unwrap_or_else(|| panic!("{verb} {rest:?} lacks {by:?} {of}"));
        (one.to_owned(), other.to_owned())
    };
    let memo = |name: &str| project.memos_about(About::Code(find(project, name))).next().expect("a memo").id;
    let coder = |name: &str| project.coders().find(|coder| coder.name == name).expect("a coder").id;
    let round = || project.double_codings().last().expect("a round").id;
    match verb {
        "answer" => TeamEdit::Answer { memo: memo(&two("", " = ").0), text: two("", " = ").1 },
        "close" => TeamEdit::CloseThread { memo: memo(rest) },
        "reopen" => TeamEdit::ReopenThread { memo: memo(rest) },
        "double" => {
            let (who, what) = two("what", " of ");
            let (words, codes) = what.split_once(" for ").unwrap_or((&what, ""));
            let codes = codes.split(", ").filter(|name| !name.is_empty()).map(|name| find(project, name)).collect();
            TeamEdit::BeginDouble(NewDouble {
                coders: who.split(' ').map(coder).collect(),
                codes,
                places: [(source, vec![span(words)])].into(),
                drawn: None,
            })
        }
        "unveil" => TeamEdit::Unveil { round: round() },
        "settle" => {
            let (what, answer) = two("how", ": ");
            let (words, name) = what.split_once(" as ").expect("words as code");
            let answer = match answer.as_str() {
                "all" => Wanted::All,
                "neither" => Wanted::Neither,
                "discuss" => Wanted::Discuss,
                answer => match answer.strip_prefix("bounds ") {
                    Some(words) => Wanted::Bounds(span(words)),
                    None => Wanted::Of(coder(answer)),
                },
            };
            TeamEdit::Settle { round: round(), source, span: span(words), code: find(project, name), answer }
        }
        _ => review_wish(project, (source, text()), rest),
    }
}

fn review_wish(project: &Project, (source, text): (SourceId, &str), told: &str) -> TeamEdit {
    let (verb, rest) = told.split_once(' ').expect("what is reviewed");
    let coding = |told: &str| find_coding(project, told);
    let two = |by: &str| rest.split_once(by).unwrap_or_else(|| panic!("{verb} {rest:?} lacks {by:?}"));
    match verb {
        "keep" => TeamEdit::Keep { coding: coding(rest) },
        "recode" => TeamEdit::Recode { coding: coding(two(" to ").0), code: find(project, two(" to ").1) },
        "resize" => TeamEdit::Rebound { coding: coding(two(" to ").0), span: span(text, two(" to ").1) },
        "remove" => TeamEdit::Remove { coding: coding(rest) },
        "add" => TeamEdit::Add { code: find(project, two(" as ").1), source, span: span(text, two(" as ").0) },
        "question" => TeamEdit::Question { coding: coding(two(" = ").0), text: two(" = ").1.to_owned() },
        _ => panic!("nobody reviews by {verb}"),
    }
}

fn new_code(name: &str, parent: Option<CodeId>) -> NewCode {
    let (kind, origin) = (CodeKind::Code, Origin::Data);
    NewCode { name: name.to_owned(), parent, kind, origin, hue: None, description: String::new() }
}

/// The code of that name, wherever it stands.
pub(crate) fn find(project: &Project, name: &str) -> CodeId {
    let mut named = project.codebook().codes().filter(|code| code.name == name);
    named.next().unwrap_or_else(|| panic!("there is no code {name}")).id
}

/// A coding by its words and, after a slash, its code and its coder: `felt / trust / Kari`.
fn find_coding(project: &Project, told: &str) -> CodingId {
    let parts: Vec<&str> = told.split(" / ").collect();
    let fits = |coding: &&kodebok::model::coding::Coding| {
        let name = project.codebook().code(coding.code).map_or("", |code| code.name.as_str());
        let is = [project.quote(coding), name, project.coder_name(coding.coder)];
        parts.iter().zip(is).all(|(part, is)| *part == is)
    };
    project.codings().find(fits).unwrap_or_else(|| panic!("there is no coding {told}")).id
}

/// Where words first stand in the text.
pub(crate) fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("nobody says {words:?} in {text:?}"));
    let scalars = |text: &str| u32::try_from(text.chars().count()).expect("a short text");
    let before = scalars(text.split_at(start).0);
    Span::new(before, before + scalars(words)).expect("some words")
}
