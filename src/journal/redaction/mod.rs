//! Redaction: names replaced in texts that are here already, or a source taken out, and what is to be erased for it.
//!
//! What is erased is gone; words that are still seen are said anew before the entry that said them loses its words.

mod fragments;
mod retell;
mod splices;

use std::collections::{BTreeMap, BTreeSet};

use self::retell::Retold;
use self::splices::{Splices, overlaid};
use super::edit::Refusal;
use super::edit::sources::text_hash;
use super::entry::{Entry, Order};
use super::event::{Event, FreeText};
use super::fold::Fold;
use super::fold::erased::Gone;
use crate::model::id::{CaseId, CodingId, EntryHash, LogId, RunId, SourceId, TextHash};
use crate::model::memo::About;
use crate::text::indexed::IndexedText;
use crate::text::names::table::Table;

/// How many entries one event names, so that it fits into a line.
const NAMED: usize = 2_000;

/// What is to become of names outside the texts: in memos, names of codes and cases, values and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// They are replaced and erased as well.
    Replaced,
    /// They stay as they are.
    Kept,
}

/// What happens, and how much of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// What is to be told, as one gesture.
    pub events: Vec<Event>,
    /// The blacked-out texts that the events name.
    pub texts: Vec<String>,
    /// In how many places of the texts a name is replaced.
    pub replaced: usize,
    /// How many sources are touched.
    pub sources: usize,
    /// How many entries lose their words.
    pub entries: usize,
}

/// Replaces the names of a table in sources, so that every coding stays on its words, and erases them.
///
/// # Errors
/// When a source or its text is not here.
pub fn redact(
    fold: &Fold,
    (table, sources, elsewhere): (&Table, &BTreeSet<SourceId>, Elsewhere),
    draw: &mut dyn FnMut() -> u128,
) -> Result<Redaction, Refusal> {
    let project = fold.project();
    let (mut all, mut runs) = (BTreeMap::new(), BTreeSet::new());
    for &id in sources {
        let source = project.source(id).ok_or(Refusal::NoSuchSource)?;
        let splices = Splices::of_names(source, table)?;
        runs.extend(splices.runs_touched(source));
        if let (Some(weave), Some(imported)) = (&source.weave, &source.imported) {
            let names = table.rows().iter().map(|row| row.original.as_str());
            runs.extend(fragments::runs_of_names(&weave.ever(imported), names));
        }
        all.insert(id, splices);
    }
    let names = |event: &Event| holds_name(event, table, &runs);
    let takes = |event: &Event| match event.source_of_words() {
        Some(source) => sources.contains(&source) && names(event),
        None => elsewhere == Elsewhere::Replaced && !matches!(event, Event::CoderNamed { .. }) && names(event),
    };
    let entries: Vec<&Entry> =
        fold.entries().map(AsRef::as_ref).filter(|entry| entry.events.iter().any(takes)).collect();
    let in_scope = |event: &Event| match event.source_of_words() {
        Some(source) => sources.contains(&source),
        None => elsewhere == Elsewhere::Replaced,
    };
    let retold = Retold::of(fold, &entries, |event, words| match event {
        Event::CoderNamed { .. } => words.to_owned(),
        event if !in_scope(event) => words.to_owned(),
        Event::MemoWritten { .. } | Event::MemoAnswered { .. } | Event::CodeDescribed { .. } => table.applied(words),
        _ => table.applied_to_name(words),
    });
    let mut told = Redaction { entries: entries.len(), ..Redaction::default() };
    told.events = tell_splices(fold, &mut all, &entries, draw)?;
    told.events.extend(retold.events());
    let mut erase = named(&entries, sources.first().copied());
    for (&id, splices) in &all {
        let source = project.source(id).ok_or(Refusal::NoSuchSource)?;
        told.replaced += splices.names();
        let text = splices.blacked_out(source)?;
        let mine = erase.remove(&Some(id)).unwrap_or_default();
        let changed = text.is_some();
        if changed || !mine.is_empty() {
            told.sources += 1;
            let hash = text.as_deref().map_or(source.hash, text_hash);
            told.events.extend(redacted(id, hash, &mine));
            told.texts.extend(text);
        }
    }
    if let Some(rest) = erase.remove(&None) {
        let carrier = sources.iter().find_map(|id| project.source(*id)).or_else(|| project.sources().next());
        let carrier = carrier.ok_or(Refusal::NoSuchSource)?;
        let hash = last_hash(&told.events, carrier.id).unwrap_or(carrier.hash);
        told.events.extend(redacted(carrier.id, hash, &rest));
    }
    Ok(told)
}

/// Erases sources, and a case with all that was written about it.
///
/// # Errors
/// When one of them is not here.
pub fn erase(
    fold: &Fold,
    (sources, case): (&BTreeSet<SourceId>, Option<CaseId>),
    draw: &mut dyn FnMut() -> u128,
) -> Result<Redaction, Refusal> {
    let project = fold.project();
    let removed: BTreeSet<SourceId> = project.removed_sources().map(|(id, _)| id).collect();
    if !sources.iter().all(|id| project.source(*id).is_some() || removed.contains(id)) {
        return Err(Refusal::NoSuchSource);
    }
    if case.is_some_and(|case| project.case(case).is_none()) {
        return Err(Refusal::NoSuchCase);
    }
    let gone = Gone { sources: sources.clone(), codings: codings_in(fold, sources), cases: case.into_iter().collect() };
    let takes = |entry: &&Entry| entry.events.iter().any(|event| gone.takes(event));
    let entries: Vec<&Entry> = fold.entries().map(AsRef::as_ref).filter(takes).collect();
    let mut told = Redaction { entries: entries.len(), sources: sources.len(), ..Redaction::default() };
    told.events = said_besides(fold, &entries, &gone, draw)?;
    if let Some(case) = case {
        told.events.extend(memos_about_case(fold, case));
        told.events.push(Event::CaseDeleted { case });
    }
    let carrier = sources.iter().find_map(|id| project.source(*id)).or_else(|| project.sources().next());
    if let Some(carrier) = carrier {
        let ids: Vec<EntryHash> = entries.iter().map(|entry| entry.id).collect();
        told.events.extend(redacted(carrier.id, carrier.hash, &ids));
    } else if case.is_some() {
        return Err(Refusal::NoSuchSource);
    }
    told.events.extend(sources.iter().map(|source| Event::SourceErased { source: *source }));
    Ok(told)
}

/// Says anew what lines of these logs say besides words about what was erased, and erases them.
///
/// Such a line was not known when that was erased. Each installation does so with its own, so that nothing is said twice.
///
/// # Errors
/// When the text of a source is not here.
pub fn disentangle(fold: &Fold, logs: &BTreeSet<LogId>, draw: &mut dyn FnMut() -> u128) -> Result<Vec<Event>, Refusal> {
    let entries: Vec<&Entry> = fold.entangled().map(AsRef::as_ref).filter(|entry| logs.contains(&entry.log)).collect();
    // What was erased carries it best, since nothing is read from it; a case has no text.
    let mut added = fold.entries().flat_map(|entry| &entry.events).filter_map(|event| match event {
        Event::SourceAdded { source, text, .. } if fold.gone().sources.contains(source) => Some((*source, *text)),
        _ => None,
    });
    let carrier = added.next().or_else(|| fold.project().sources().next().map(|source| (source.id, source.hash)));
    let Some((source, text)) = carrier.filter(|_| !entries.is_empty()) else { return Ok(Vec::new()) };
    let mut events = said_besides(fold, &entries, fold.gone(), draw)?;
    let ids: Vec<EntryHash> = entries.iter().map(|entry| entry.id).collect();
    events.extend(redacted(source, text, &ids));
    Ok(events)
}

/// What these entries say besides words about what is gone, said anew where it is still seen.
fn said_besides(
    fold: &Fold,
    entries: &[&Entry],
    gone: &Gone,
    draw: &mut dyn FnMut() -> u128,
) -> Result<Vec<Event>, Refusal> {
    let retold = Retold::of(fold, entries, |_, words| words.to_owned()).without(|event| gone.takes(event));
    let mut events = tell_splices(fold, &mut BTreeMap::new(), entries, draw)?;
    events.retain(|event| event.source_of_words().is_none_or(|source| !gone.sources.contains(&source)));
    events.extend(retold.events());
    Ok(events)
}

/// Two texts of one source that were blacked out at the same time, as one; `None` where they are not of the same text.
pub fn merged(first: &IndexedText, second: &IndexedText) -> Option<String> {
    overlaid(first.as_str(), second.as_str())
}

/// A text that a study is to be read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Names the text.
    pub text: TextHash,
    /// The title its source came with; empty where that has been erased.
    pub title: String,
    /// Whether the source has no words without it.
    pub needed: bool,
}

/// The texts that entries speak of and that are to be there: of a source with blacked-out letters only texts without them,
/// of one that was erased none.
///
/// Entries of a gesture that is not all here do not count: a power cut may have left some of its lines, and the study is to be
/// read from the text before it.
pub fn texts_wanted<'a>(entries: impl Iterator<Item = &'a Entry> + Clone) -> Vec<Wanted> {
    let mut parts: BTreeMap<_, BTreeSet<u32>> = BTreeMap::new();
    let gesture = |entry: &Entry| entry.part().map(|part| ((entry.log, part.gesture, part.of), part.number));
    for (gesture, number) in entries.clone().filter_map(gesture) {
        parts.entry(gesture).or_default().insert(number);
    }
    let whole = |entry: &&Entry| {
        let present = |(gesture, _)| parts.get(&gesture).is_some_and(|present| present.len() == gesture.2 as usize);
        gesture(entry).is_none_or(present)
    };
    let mut added: BTreeMap<SourceId, Vec<(TextHash, String)>> = BTreeMap::new();
    let mut redacted: BTreeMap<SourceId, Vec<(Order, TextHash)>> = BTreeMap::new();
    let mut erased: BTreeSet<SourceId> = BTreeSet::new();
    for entry in entries.filter(whole) {
        for event in &entry.events {
            match event {
                Event::SourceAdded { source, text, title, .. } => {
                    added.entry(*source).or_default().push((*text, title.as_str().to_owned()));
                }
                Event::SourceRedacted { source, text, .. } => {
                    redacted.entry(*source).or_default().push((entry.order(), *text));
                }
                Event::SourceErased { source } => drop(erased.insert(*source)),
                _ => {}
            }
        }
    }
    let mut wanted: BTreeMap<TextHash, Wanted> = BTreeMap::new();
    for (source, texts) in added.into_iter().filter(|(source, _)| !erased.contains(source)) {
        let title = texts.first().map(|(_, title)| title.clone()).unwrap_or_default();
        let latest = redacted.get(&source).and_then(|told| told.iter().max()).map(|(_, text)| *text);
        let redactions = redacted.get(&source).into_iter().flatten().map(|(_, text)| *text);
        let texts: Vec<TextHash> = match latest {
            Some(_) => redactions.collect(),
            None => texts.into_iter().map(|(text, _)| text).collect(),
        };
        for text in texts {
            let needed = latest.is_none_or(|latest| latest == text);
            wanted.insert(text, Wanted { text, title: title.clone(), needed });
        }
    }
    wanted.into_values().collect()
}

fn codings_in(fold: &Fold, sources: &BTreeSet<SourceId>) -> BTreeSet<CodingId> {
    let events = fold.entries().flat_map(|entry| &entry.events);
    let codings = events.filter_map(|event| match event {
        Event::CodingAdded { coding, source, .. } if sources.contains(source) => Some(*coding),
        _ => None,
    });
    codings.collect()
}

/// Memos do not go with the case they are about, so they are thrown away with it.
fn memos_about_case(fold: &Fold, case: CaseId) -> Vec<Event> {
    let project = fold.project();
    let memos = project.memos_about(About::Case(case));
    memos.map(|memo| Event::MemoDeleted { memo: memo.id, seen: project.seen().clone() }).collect()
}

/// The replacements, and the words of erased runs that are still seen, written anew where they stand.
fn tell_splices(
    fold: &Fold,
    all: &mut BTreeMap<SourceId, Splices>,
    entries: &[&Entry],
    draw: &mut dyn FnMut() -> u128,
) -> Result<Vec<Event>, Refusal> {
    let project = fold.project();
    let mut runs: BTreeMap<SourceId, BTreeSet<RunId>> = BTreeMap::new();
    for event in entries.iter().flat_map(|entry| &entry.events) {
        if let Event::TextReplaced { source, inserted: Some(inserted), .. } = event {
            runs.entry(*source).or_default().insert(inserted.run);
        }
    }
    let mut events = Vec::new();
    let touched: BTreeSet<SourceId> = all.keys().chain(runs.keys()).copied().collect();
    for id in touched {
        let Some(source) = project.source(id) else { continue };
        let splices = all.remove(&id).unwrap_or_default();
        let splices = splices.with_runs(project, source, runs.get(&id));
        events.extend(splices.events(source, draw));
        all.insert(id, splices);
    }
    Ok(events)
}

/// The entries by the source whose words they hold; those that hold other words go with none, or with the first.
fn named(entries: &[&Entry], first: Option<SourceId>) -> BTreeMap<Option<SourceId>, Vec<EntryHash>> {
    let mut named: BTreeMap<Option<SourceId>, Vec<EntryHash>> = BTreeMap::new();
    for entry in entries {
        let sources: BTreeSet<SourceId> = entry.events.iter().filter_map(Event::source_of_words).collect();
        let key = sources.iter().next().copied().filter(|_| sources.len() == 1);
        named.entry(key.filter(|_| first.is_some())).or_default().push(entry.id);
    }
    named
}

fn redacted(source: SourceId, text: TextHash, erase: &[EntryHash]) -> Vec<Event> {
    let mut parts: Vec<Vec<EntryHash>> = erase.chunks(NAMED).map(<[EntryHash]>::to_vec).collect();
    if parts.is_empty() {
        parts.push(Vec::new());
    }
    parts.into_iter().map(|erase| Event::SourceRedacted { source, text, erase }).collect()
}

fn last_hash(events: &[Event], id: SourceId) -> Option<TextHash> {
    events.iter().rev().find_map(|event| match event {
        Event::SourceRedacted { source, text, .. } if *source == id => Some(*text),
        _ => None,
    })
}

/// Tells whether the words of an event hold a name, or a part of one that was typed into a text.
fn holds_name(event: &Event, table: &Table, runs: &BTreeSet<RunId>) -> bool {
    let in_words = |text: &&FreeText| match event {
        Event::TextReplaced { .. }
        | Event::MemoWritten { .. }
        | Event::MemoAnswered { .. }
        | Event::CodeDescribed { .. } => table.is_in(text.as_str()),
        _ => table.is_in_name(text.as_str()),
    };
    let touched = matches!(event, Event::TextReplaced { inserted: Some(inserted), .. } if runs.contains(&inserted.run) && !inserted.words.is_erased());
    touched || event.texts().iter().any(in_words)
}
