//! What a gesture did to a text, its turns and what is set aside, in one plain sentence.

use super::names::Names;
use crate::journal::event::Event;
use crate::lang::text_history::TextHistoryWords;
use crate::lang::{Language, fill, grouped};
use crate::model::anchor::{Anchor, AnchoredSpan};
use crate::model::exclusion::Reason;
use crate::model::project::Project;
use crate::model::weave::ERASED;

/// How many letters of corrected words are told.
const TOLD: usize = 40;

/// Says what one event did.
pub(super) fn about_text(project: &Project, names: &Names<'_>, event: &Event, language: Language) -> String {
    let words = TextHistoryWords::of(language);
    match event {
        Event::TextReplaced { source, deleted, inserted, .. } => {
            let title = names.source(*source);
            let old = project.source(*source).map(|source| {
                let stretches = deleted.iter().filter_map(|&(first, length)| stretch(first, length));
                stretches.map(|at| source.words_ever(at)).collect::<String>()
            });
            let old = shortened(&without_blocks(&old.unwrap_or_default(), names.erased()));
            let new = inserted.as_ref().map_or_else(String::new, |inserted| names.typed(&inserted.words).to_owned());
            let new = shortened(&new);
            let phrase = match (old.trim().is_empty(), new.trim().is_empty()) {
                (true, true) => words.spacing,
                (true, false) => words.inserted,
                (false, true) => words.deleted,
                (false, false) => words.replaced,
            };
            fill(phrase, &[("source", &title), ("old", &old), ("new", &new)])
        }
        Event::TurnBegun { source, speaker, .. } => {
            let known = project.source(*source);
            let name = known.zip(*speaker).and_then(|(source, key)| {
                source.speakers.get(usize::from(source.speaker_number(key)?)).map(|speaker| speaker.name.as_str())
            });
            let phrase = if name.is_some() { words.turn_begun_by } else { words.turn_begun };
            fill(phrase, &[("source", &names.source(*source)), ("name", &name.unwrap_or(""))])
        }
        Event::TurnJoined { source, .. } => fill(words.turn_joined, &[("source", &names.source(*source))]),
        Event::SpeakerTold { source, name, .. } => {
            fill(words.speaker_told, &[("source", &names.source(*source)), ("name", &names.typed(name))])
        }
        Event::SpeakersMerged { source, from, into } => {
            let name = |key| {
                let known = project.source(*source)?;
                known.speakers.get(usize::from(known.speaker_number(key)?)).map(|speaker| speaker.name.as_str())
            };
            let (from, into) = (name(*from).unwrap_or("?"), name(*into).unwrap_or("?"));
            fill(words.speakers_merged, &[("source", &names.source(*source)), ("from", &from), ("into", &into)])
        }
        Event::WordsExcluded { source, reason, .. } => {
            let phrase = match reason {
                Reason::SmallTalk => words.excluded_small_talk,
                Reason::Irrelevant => words.excluded_irrelevant,
                Reason::OffTheRecord => words.excluded_off_the_record,
            };
            fill(phrase, &[("source", &names.source(*source))])
        }
        Event::WordsIncluded { source, .. } => fill(words.included, &[("source", &names.source(*source))]),
        Event::SourceRedacted { source, .. } => fill(words.redacted, &[("source", &names.source(*source))]),
        _ => words.erased.to_owned(),
    }
}

/// Says what several events of one kind did.
pub(super) fn many(names: &Names<'_>, events: &[&Event], language: Language) -> String {
    let words = TextHistoryWords::of(language);
    let mut sources: Vec<_> = events.iter().filter_map(|event| source(event)).collect();
    sources.sort_unstable();
    sources.dedup();
    let phrase = match (events.first(), sources.len()) {
        (Some(Event::TextReplaced { .. }), 1) => words.replaced_many,
        (Some(Event::TextReplaced { .. }), _) => words.replaced_in_many,
        (Some(Event::TurnBegun { .. }), _) => words.turns_begun,
        (Some(Event::TurnJoined { .. }), _) => words.turns_joined,
        (Some(Event::WordsExcluded { .. }), 1) => words.excluded_many,
        (Some(Event::WordsExcluded { .. }), _) => words.excluded_in_many,
        _ => words.included_many,
    };
    let title = sources.first().map(|source| names.source(*source)).unwrap_or_default();
    let (n, sources) = (grouped(events.len()), grouped(sources.len()));
    fill(phrase, &[("n", &n), ("source", &title), ("sources", &sources)])
}

fn source(event: &Event) -> Option<crate::model::id::SourceId> {
    match event {
        Event::TextReplaced { source, .. }
        | Event::TurnBegun { source, .. }
        | Event::TurnJoined { source, .. }
        | Event::WordsExcluded { source, .. }
        | Event::WordsIncluded { source, .. } => Some(*source),
        _ => None,
    }
}

fn stretch(first: Anchor, length: u32) -> Option<AnchoredSpan> {
    let by = length.checked_sub(1)?;
    let last = match first {
        Anchor::Imported(at) => Anchor::Imported(at.checked_add(by)?),
        Anchor::Inserted(run, at) => Anchor::Inserted(run, at.checked_add(by)?),
    };
    Some(AnchoredSpan { first, last })
}

/// Words in which what stands for one erased letter after another has become one sign: how long a name was is nobody's.
fn without_blocks(words: &str, sign: &str) -> String {
    let mut told = String::new();
    let mut blocks = false;
    for letter in words.chars() {
        if letter != ERASED {
            told.push(letter);
        } else if !blocks {
            told.push_str(sign);
        }
        blocks = letter == ERASED;
    }
    told
}

fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = words.chars().take(TOLD).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
