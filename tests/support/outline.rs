//! A project as an outline that a researcher could check, and a codebook from an outline.

use std::fmt::Write as _;

use kodebok::journal::event::{Event, FreeText};
use kodebok::model::code::{CodeKind, Origin, Place};
use kodebok::model::id::CodeId;
use kodebok::model::memo::{About, Memo};
use kodebok::model::project::Project;

/// The code tree with its codings, then what was deleted, the memos and the cases:
///
/// ```text
/// trust · Kari: felt, safe · Ola: safe
///   fear
/// deleted: doubt
/// memo on fear · Kari: not of us
/// Informant 1 · Interview 1 · title = leader
/// ```
pub(crate) fn outline(project: &Project) -> String {
    let mut lines = String::new();
    let book = project.codebook();
    for row in book.rows() {
        let name = book.code(row.code).map_or("?", |code| code.name.as_str());
        let codings = codings(project, row.code);
        writeln!(lines, "{}{name}{codings}", "  ".repeat(row.depth)).expect("a string takes all");
    }
    for (_, name) in project.deleted_codes() {
        writeln!(lines, "deleted: {name}").expect("a string takes all");
    }
    for (_, title) in project.removed_sources() {
        writeln!(lines, "removed: {title}").expect("a string takes all");
    }
    let mut memos: Vec<String> = project.memos().map(|memo| memo_line(project, memo)).collect();
    memos.sort();
    for memo in memos {
        writeln!(lines, "{memo}").expect("a string takes all");
    }
    for case in project.cases() {
        let sources = case.sources.iter().filter_map(|id| project.source(*id)).map(|source| source.title.clone());
        let values =
            case.values.iter().filter_map(|(id, value)| Some(format!("{} = {value}", project.attribute(*id)?.name)));
        let parts: Vec<String> = std::iter::once(case.name.clone()).chain(sources).chain(values).collect();
        writeln!(lines, "{}", parts.join(" · ")).expect("a string takes all");
    }
    lines
}

fn codings(project: &Project, code: CodeId) -> String {
    let mut of_code: Vec<(String, u32, String)> = project
        .codings_of(code)
        .map(|coding| {
            let by = project.coder_name(coding.coder).to_owned();
            (by, coding.span.start(), project.quote(coding).to_owned())
        })
        .collect();
    of_code.sort();
    let mut line = String::new();
    let mut last = String::new();
    for (by, _, words) in of_code {
        if by == last {
            line.push_str(&format!(", {words}"));
        } else {
            line.push_str(&format!(" · {by}: {words}"));
        }
        last = by;
    }
    line
}

fn memo_line(project: &Project, memo: &Memo) -> String {
    let about = match memo.about {
        About::Project => "the project".to_owned(),
        About::Source(id) => project.source(id).map_or_else(|| "?".to_owned(), |source| source.title.clone()),
        About::Code(id) => project.codebook().code(id).map_or_else(|| "?".to_owned(), |code| code.name.clone()),
        About::Coding(id) => {
            project.coding(id).map_or_else(|| "?".to_owned(), |coding| project.quote(coding).to_owned())
        }
        About::Case(id) => project.case(id).map_or_else(|| "?".to_owned(), |case| case.name.clone()),
    };
    let versions: Vec<String> = memo
        .versions
        .iter()
        .map(|version| format!("{}: {}", project.coder_name(version.coder), version.text))
        .collect();
    format!("memo on {about} · {}", versions.join(" · "))
}

/// A codebook from names indented by two spaces each: themes at the top, codes at the leaves, categories between.
pub(crate) fn codebook(outline: &str) -> Vec<Event> {
    let lines: Vec<(usize, &str)> = outline
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| ((line.len() - line.trim_start().len()) / 2, line.trim()))
        .collect();
    let base = lines.iter().map(|(depth, _)| *depth).min().unwrap_or(0);
    let (mut line_above, mut last): (Vec<CodeId>, Option<Place>) = (Vec::new(), None);
    let mut events = Vec::new();
    for (at, (depth, name)) in lines.iter().enumerate() {
        let depth = depth - base;
        line_above.truncate(depth);
        let leaf = lines.get(at + 1).is_none_or(|(next, _)| next - base <= depth);
        let kind = match (depth, leaf) {
            (0, false) => CodeKind::Theme,
            (_, true) => CodeKind::Code,
            (_, false) => CodeKind::Category,
        };
        let code = CodeId::new(0xc0de_0000 + at as u128);
        let place = Place::between(last.as_ref(), None);
        last = Some(place.clone());
        let (parent, name) = (line_above.last().copied(), FreeText::new(*name));
        events.push(Event::CodeCreated { code, parent, place, kind, origin: Origin::Data, hue: None, name });
        line_above.push(code);
    }
    events
}
