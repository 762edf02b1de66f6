//! Recognises who speaks when in lines of text, and leaves ordinary prose alone.

use std::collections::BTreeMap;

use super::draft::{Draft, DraftTurn, role_of};
use super::head::{Form, Head, bracketed_time, head, name_line, stamp, time};
use crate::model::source::Role;
use crate::text::names::candidates::{is_first_name, names_nobody};

/// What Teams writes after the name of who began or ended it; no words of the interview.
const FURNITURE: &[&str] = &[
    "started transcription",
    "stopped transcription",
    "startet transkripsjon",
    "startet transkripsjonen",
    "stoppet transkripsjon",
    "stoppet transkripsjonen",
    "stanset transkripsjon",
    "stanset transkripsjonen",
    "startade transkription",
    "startade transkriptionen",
    "stoppade transkription",
    "stoppade transkriptionen",
];

/// Turns lines into turns if most of them are built like a transcript; `None` for prose.
pub fn recognise(lines: &[&str]) -> Option<Draft> {
    let lines = lines.iter().map(|line| without_bold(line));
    let (furniture, lines): (Vec<String>, Vec<String>) = lines.partition(|line| is_furniture(line));
    let rows: Vec<Row<'_>> = rows(&lines);
    let heads: Vec<&Head<'_>> = rows.iter().filter_map(|row| row.head.as_ref()).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let mut forms: BTreeMap<Form, usize> = BTreeMap::new();
    for head in &heads {
        *uses.entry(head.name).or_default() += 1;
        *forms.entry(head.form).or_default() += 1;
    }
    let usual = forms.into_iter().max_by_key(|(_, count)| *count).map(|(form, _)| form)?;
    // Somebody may speak only once, but then in a form that prose does not have.
    let once = |form| form == usual && matches!(form, Form::NameAndTime | Form::Line);
    let accepted = |head: &Head<'_>| {
        let said_often = uses.get(head.name).is_some_and(|n| *n > 1) && starts_as_name(head.name);
        // `[Laughs]` and `00:12 Yes` are no names where names are written otherwise.
        if matches!(head.form, Form::Brackets | Form::Below) && head.form != usual {
            return false;
        }
        said_often || role_of(head.name) != Role::Unknown || (once(head.form) && starts_as_name(head.name))
    };
    let sure: Vec<&Head<'_>> = heads.iter().copied().filter(|head| accepted(head)).collect();
    let whole = sure.len() >= 2 && heads.len() * 4 >= rows.len() * 3;
    // Who speaks once among others who are named is no less a speaker.
    let among = |head: &Head<'_>| {
        accepted(head)
            || (head.form == Form::Name
                && usual == Form::Name
                && sure.len() >= 2
                && is_name(head.name)
                && (whole || is_known(head.name)))
    };
    holds(&rows, &accepted).then(|| Draft { furniture, ..gather(&rows, &among) })
}

/// Tells whether this is written as a name is: one or two words with a large first letter, that are no common words.
fn is_name(name: &str) -> bool {
    let word = |word: &str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        letters && word.starts_with(char::is_uppercase) && !names_nobody(word)
    };
    (1..=2).contains(&name.split(' ').count()) && name.split(' ').all(word)
}

/// Tells whether many are called so.
fn is_known(name: &str) -> bool {
    name.split([' ', '-']).next().is_some_and(is_first_name)
}

fn is_furniture(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    line.chars().count() < 120 && FURNITURE.iter().any(|words| line.ends_with(words))
}

/// Tells whether a line alone looks like the start of a turn.
pub(super) fn names_speaker(line: &str) -> bool {
    let line = without_bold(line);
    head(&line).is_some_and(|head| starts_as_name(head.name) || role_of(head.name) != Role::Unknown)
}

struct Row<'t> {
    line: &'t str,
    head: Option<Head<'t>>,
}

/// The lines with words, each with the head it may have; a line of times over a line with a name is one head.
fn rows(lines: &[String]) -> Vec<Row<'_>> {
    let stamped = are_stamped(lines);
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut ranged: Option<u32> = None;
    let mut alone: Option<(u32, &str)> = None;
    let mut ended = 0;
    for line in lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        if let Some(start) = range(line) {
            ranged = Some(start);
            continue;
        }
        if let Some((start, "")) = bracketed_time(line) {
            rows.extend(alone.replace((start, line)).map(|(_, line)| Row { line, head: None }));
            continue;
        }
        let stamp = stamp(line).filter(|_| stamped);
        let line = stamp.map_or(line, |stamp| stamp.words);
        let mut head = match ranged.take() {
            Some(start) => name_line(line, start),
            None => head(line),
        };
        let untimed = head.as_mut().filter(|head| head.start_ms.is_none());
        let start = match (stamp, alone) {
            (Some(stamp), _) if stamp.is_end => Some(std::mem::replace(&mut ended, stamp.ms)),
            (Some(stamp), _) => Some(stamp.ms),
            (None, alone) => alone.filter(|_| untimed.is_some()).map(|(start, _)| start),
        };
        // A time alone that belongs to no head is a line like others.
        rows.extend(alone.take().filter(|_| untimed.is_none()).map(|(_, line)| Row { line, head: None }));
        if let (Some(head), Some(_)) = (untimed, start) {
            head.start_ms = start;
            head.form = if head.form == Form::Name { Form::NameAndTime } else { head.form };
        }
        rows.push(Row { line, head });
    }
    rows.extend(alone.map(|(_, line)| Row { line, head: None }));
    rows
}

/// Tells whether lines have their time at the end as a habit, and not because somebody speaks of the time.
fn are_stamped(lines: &[String]) -> bool {
    let stamps = || lines.iter().filter_map(|line| Some((line, stamp(line.trim())?)));
    let ends = stamps().filter(|(_, stamp)| stamp.is_end).count();
    let heads = lines.iter().filter(|line| head(line).is_some()).count();
    let stamped_heads = stamps().filter(|(line, _)| head(line).is_some()).count();
    ends > 1 || (stamped_heads > 1 && stamped_heads * 2 >= heads)
}

/// The start of a line such as `0:0:3.450 --> 0:0:9.120`.
fn range(line: &str) -> Option<u32> {
    let (start, rest) = time(line)?;
    let (_, rest) = time(rest.trim_start().strip_prefix("-->")?.trim_start())?;
    rest.trim().is_empty().then_some(start)
}

/// Takes the marks of bold type off the start of a line, where Markdown puts them round a name.
fn without_bold(line: &str) -> String {
    let line = line.trim();
    for mark in ["**", "__"] {
        let inner = line.strip_prefix(mark).and_then(|rest| rest.split_once(mark));
        if let Some((name, rest)) = inner {
            return format!("{name}{rest}");
        }
    }
    line.to_owned()
}

fn starts_as_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Tells whether the pattern holds for so many lines that it cannot be chance.
fn holds(rows: &[Row<'_>], accepted: &dyn Fn(&Head<'_>) -> bool) -> bool {
    let heads: Vec<&Head<'_>> = rows.iter().filter_map(|row| row.head.as_ref()).filter(|head| accepted(head)).collect();
    let Some(first) = rows.iter().position(|row| row.head.as_ref().is_some_and(accepted)) else { return false };
    let (lines, count) = (rows.len() - first, heads.len());
    let timed = heads.iter().filter(|head| head.start_ms.is_some()).count() * 2 > count;
    let asked = heads.iter().any(|head| role_of(head.name) != Role::Unknown);
    let several = heads.iter().any(|head| Some(head.name) != heads.first().map(|first| first.name));
    let share = match (timed, asked) {
        (true, _) => 6,
        (false, true) => 4,
        (false, false) => 2,
    };
    let opening_is_short = first * 2 <= rows.len();
    count >= 2 && opening_is_short && count * share >= lines && (timed || several)
}

fn gather(rows: &[Row<'_>], accepted: &dyn Fn(&Head<'_>) -> bool) -> Draft {
    let mut draft = Draft::default();
    for row in rows {
        let head = row.head.as_ref().filter(|head| accepted(head));
        match (head, draft.turns.last_mut()) {
            (Some(head), last) => match last {
                // A machine cuts long speech into cues; a person who types two turns means two.
                Some(last)
                    if matches!(head.form, Form::Line | Form::Below) && last.speaker.as_deref() == Some(head.name) =>
                {
                    last.words.push(' ');
                }
                _ => draft.turns.push(DraftTurn {
                    speaker: Some(head.name.to_owned()),
                    start_ms: head.start_ms,
                    words: head.words.to_owned(),
                }),
            },
            (None, Some(turn)) => append(&mut turn.words, row.line),
            (None, None) => append(&mut draft.opening, row.line),
        }
    }
    for turn in &mut draft.turns {
        turn.words.truncate(turn.words.trim_end().len());
    }
    draft
}

fn append(words: &mut String, line: &str) {
    if !words.is_empty() && !words.ends_with(' ') {
        words.push('\n');
    }
    words.push_str(line);
}
