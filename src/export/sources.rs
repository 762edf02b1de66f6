//! The sources themselves: each one's present text, and beside it its turns as a table.

use std::collections::BTreeSet;

use super::{ExportError, cells, csv_file, file_name};
use crate::analysis::table::{Cell, Column, Kind, Row, Table};
use crate::lang::aside::AsideWords;
use crate::lang::export::Export;
use crate::lang::{Language, fill};
use crate::model::exclusion::Reason;
use crate::model::project::Project;
use crate::model::source::{Role, Source, Turn};

/// The files of all sources whose texts are here: the name of each file, and what is in it.
///
/// Texts are UTF-8 with LF, just as spans count them, and once more to be read, with the name of who speaks before each
/// turn; turns are csv.
///
/// # Errors
/// When a table cannot be written.
pub fn files(project: &Project, language: Language) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let say = Export::of(language);
    let (mut files, mut taken) = (Vec::new(), BTreeSet::new());
    for source in project.sources() {
        let Some(text) = source.text.as_ref() else { continue };
        let name = unused(&file_name(&source.title), &mut taken);
        files.push((format!("{name}.txt"), text.as_str().as_bytes().to_vec()));
        if !source.speakers.is_empty() {
            files.push((format!("{name} – {}.txt", say.file_spoken), spoken(source).into_bytes()));
        }
        let turns = csv_file::write(&turns(source, language), language)?;
        files.push((format!("{name} – {}.csv", say.file_turns), turns));
    }
    Ok(files)
}

/// A text to be read: each turn begins a line, with the name of who speaks; what nobody says stands between.
pub(super) fn spoken(source: &Source) -> String {
    let Some(text) = source.text.as_ref() else { return String::new() };
    let (mut said, mut at) = (String::new(), 0);
    let between = |said: &mut String, from: u32, to: u32| {
        let words = text.slice(from, to).trim_matches('\n');
        if !words.trim().is_empty() {
            said.push_str(words);
            said.push('\n');
        }
    };
    for turn in source.turns.iter() {
        between(&mut said, at, turn.span.start());
        if let Some(speaker) = source.speaker_of(turn) {
            said.push_str(&speaker.name);
            said.push_str(": ");
        }
        said.push_str(source.quote(turn.span));
        said.push('\n');
        at = turn.span.end();
    }
    between(&mut said, at, text.len());
    said
}

/// The turns of a source: number from 1, start and end in Unicode scalars, speaker, role, time, ms, why set aside,
/// how many words, and the words themselves.
pub fn turns(source: &Source, language: Language) -> Table {
    let say = Export::of(language);
    let columns = vec![
        Column::new(say.turn, Kind::Count, 8),
        Column::new(say.start, Kind::Count, 8),
        Column::new(say.end, Kind::Count, 8),
        Column::new(say.speaker, Kind::Text, 16),
        Column::new(say.role, Kind::Text, 12),
        Column::new(say.time, Kind::Text, 9),
        Column::new(say.ms, Kind::Count, 9),
        Column::new(say.set_aside, Kind::Text, 16),
        Column::new(say.word_count, Kind::Count, 8),
        Column::new(say.text, Kind::Text, 60),
    ];
    let row = |(number, turn): (usize, &Turn)| {
        let speaker = source.speaker_of(turn);
        Row::new(vec![
            Cell::count(number + 1),
            Cell::Count(u64::from(turn.span.start())),
            Cell::Count(u64::from(turn.span.end())),
            Cell::text(speaker.map_or("", |speaker| speaker.name.as_str())),
            Cell::text(speaker.map_or("", |speaker| role(speaker.role, language))),
            Cell::text(turn.start_ms.map_or(String::new(), cells::time)),
            turn.start_ms.map_or(Cell::Empty, |ms| Cell::Count(u64::from(ms))),
            Cell::text(set_aside(source, turn, language)),
            Cell::count(
                source.text.as_ref().map_or(0, |text| text.words().count_between(turn.span.start(), turn.span.end())),
            ),
            Cell::text(source.quote(turn.span)),
        ])
    };
    let rows = source.turns.iter().enumerate().map(row).collect();
    Table { title: source.title.clone(), columns, rows }
}

fn role(role: Role, language: Language) -> &'static str {
    let say = Export::of(language);
    match role {
        Role::Interviewer => say.interviewer,
        Role::Informant => say.informant,
        Role::Unknown => "",
    }
}

/// Why a turn is set aside, or a part of it; each reason once.
fn set_aside(source: &Source, turn: &Turn, language: Language) -> String {
    let say = AsideWords::of(language);
    let reasons: BTreeSet<Reason> = source.set_aside(turn.span).map(|known| known.reason).collect();
    let name = |reason: Reason| match reason {
        Reason::SmallTalk => say.small_talk,
        Reason::Irrelevant => say.irrelevant,
        Reason::OffTheRecord => say.off_the_record,
    };
    let told = reasons.into_iter().map(name).collect::<Vec<_>>().join("; ");
    if told.is_empty() || !source.counts(turn.span) { told } else { fill(say.partly, &[("reason", &told)]) }
}

/// A name that no other file has, whatever the case of its letters.
fn unused(name: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (1..).map(|n| if n == 1 { name.to_owned() } else { format!("{name} {n}") });
    let free = numbered.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default();
    taken.insert(free.to_lowercase());
    free
}
