//! Sources: each derived by itself from what was said about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::codings::Codings;
use super::last_word::LastWord;
use super::ledger::{Fact, Ledger, Topic, made_ms};
use crate::journal::event::{Event, TurnTold};
use crate::journal::notice::{Field, Made, Notice};
use crate::model::id::{SourceId, TextHash};
use crate::model::source::{Source, Speaker, Turn};
use crate::model::span::Span;
use crate::text::indexed::IndexedText;

/// What became of a source.
pub(super) enum Fate {
    /// Nobody has added it yet, or its adding was undone.
    Unknown,
    /// It was removed.
    Removed {
        /// Its title.
        title: String,
    },
    /// It is part of the study.
    Here(Box<Source>),
}

/// Derives a source with its title and its notices.
pub(super) fn derive(
    id: SourceId,
    ledger: &Ledger,
    codings: &Codings,
    texts: &BTreeMap<TextHash, Arc<IndexedText>>,
) -> (Fate, Vec<Notice>) {
    let facts = ledger.facts(Topic::Source(id));
    let adds = |fact: &Fact<'_>| matches!(fact.event, Event::SourceAdded { .. });
    let used = || !codings.of_source(id).is_empty();
    let live = facts.clone().find(|fact| fact.live && adds(fact));
    let undone = || facts.clone().find(adds).filter(|_| used());
    let Some(first) = live.or_else(undone) else { return (Fate::Unknown, Vec::new()) };
    let Event::SourceAdded { text, length, title, file_name, speakers, turns, .. } = first.event else {
        return (Fate::Unknown, Vec::new());
    };
    let entry = first.entry;
    let mut notices = Vec::new();
    if !first.live {
        notices.push(Notice::StillUsed { made: Made::Source(id), undone_by: entry.coder });
    }

    let mut title_now = LastWord::default();
    title_now.say(title.as_str(), entry);
    let mut names: Vec<LastWord<'_, &str>> = Vec::new();
    let mut roles = Vec::new();
    for speaker in speakers {
        let mut name = LastWord::default();
        name.say(speaker.name.as_str(), entry);
        names.push(name);
        roles.push(speaker.role);
    }
    let mut told: Vec<TurnTold> = turns.to_vec();
    let mut removals: Vec<Fact<'_>> = Vec::new();
    let mut readded = Vec::new();
    for fact in facts.filter(|fact| fact.live) {
        match fact.event {
            Event::SourceAdded { title: other, .. } if fact.told != first.told => {
                readded.push(fact.stamp());
                if !ledger.logs.saw(fact.entry, entry) && fact.entry.log != entry.log {
                    let (title, other) = (title.as_str().to_owned(), other.as_str().to_owned());
                    notices.push(Notice::SourceTwice { source: id, title, other, other_by: fact.entry.coder });
                }
            }
            // Of a text added twice only the turns told with the first adding count.
            Event::TurnsAdded { turns, .. } if together(&fact, &first) => told.extend(turns),
            Event::SourceRenamed { title, .. } => title_now.say(title.as_str(), fact.entry),
            Event::SpeakerChanged { speaker, name, role, .. } => {
                if let Some(known) = names.get_mut(usize::from(*speaker)) {
                    known.say(name.as_str(), fact.entry);
                    roles[usize::from(*speaker)] = *role;
                }
            }
            Event::SourceRemoved { .. } => removals.push(fact),
            Event::SourceRestored { .. } => removals.clear(),
            _ => {}
        }
    }
    notices.extend(title_now.notice(Field::SourceTitle(id), &ledger.logs));
    for (at, name) in (0..).zip(&names) {
        notices.extend(name.notice(Field::SpeakerName(id, at), &ledger.logs));
    }
    let title = (*title_now.get().unwrap_or(&"")).to_owned();
    if let Some(last) = removals.last() {
        let saw = |stamp| {
            removals.iter().any(|fact| matches!(fact.event, Event::SourceRemoved { seen, .. } if fact.saw(seen, stamp)))
        };
        let standing = codings.of_source(id).iter().filter_map(|id| codings.get(*id));
        let unseen = standing.filter(|coding| !saw(ledger.fact(coding.added).stamp())).count();
        if unseen == 0 && readded.iter().all(|&stamp| saw(stamp)) {
            return (Fate::Removed { title }, notices);
        }
        if unseen > 0 {
            notices.push(Notice::SourceRevived { source: id, removed_by: last.entry.coder, codings: unseen });
        }
    }
    let speakers =
        names.iter().zip(roles).map(|(name, role)| Speaker { name: (*name.get().unwrap_or(&"")).to_owned(), role });
    let source = Source {
        id,
        title,
        file_name: file_name.as_str().to_owned(),
        hash: *text,
        length: *length,
        text: texts.get(text).cloned(),
        speakers: speakers.collect(),
        turns: in_order(&told, *length),
        coder: entry.coder,
        added_ms: made_ms(entry),
    };
    (Fate::Here(Box::new(source)), notices)
}

/// Tells whether a source's codings decide if it is here.
pub(super) fn watches(id: SourceId, ledger: &Ledger) -> bool {
    let mut facts = ledger.facts(Topic::Source(id));
    facts.any(|fact| !fact.live || matches!(fact.event, Event::SourceRemoved { .. }))
}

/// Tells whether two facts were told by one gesture.
fn together(fact: &Fact<'_>, first: &Fact<'_>) -> bool {
    let gesture = |fact: &Fact<'_>| fact.entry.part.as_ref().map(|part| (fact.entry.log, part.gesture));
    fact.entry.id == first.entry.id || (gesture(fact).is_some() && gesture(fact) == gesture(first))
}

/// The turns that make sense: within the text, in order, none overlapping.
fn in_order(told: &[TurnTold], length: u32) -> Arc<[Turn]> {
    let mut end = 0;
    let sound = told.iter().filter_map(|&(start, stop, speaker, start_ms)| {
        let span = Span::new(start, stop.min(length)).filter(|span| span.start() >= end)?;
        end = span.end();
        Some(Turn { span, speaker, start_ms })
    });
    sound.collect()
}
