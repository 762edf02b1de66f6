//! Sources: each derived by itself from what was said about it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::codings::Codings;
use super::corrections::Corrections;
use super::last_word::LastWord;
use super::ledger::{Fact, Ledger, Topic, made_ms};
use super::speakers::Speakers;
use super::{exclusions, turns};
use crate::journal::event::{Event, TurnTold};
use crate::journal::notice::{Field, Made, Notice};
use crate::journal::problem::Problem;
use crate::model::id::{FileHash, SourceId, TextHash};
use crate::model::source::{Original, Source};
use crate::text::indexed::IndexedText;

/// What became of a source.
pub(super) enum Fate {
    /// Nobody has added it yet, or its adding was undone.
    Unknown,
    /// It was erased for good.
    Erased,
    /// It was removed.
    Removed {
        /// Its title.
        title: String,
    },
    /// It is part of the study.
    Here(Box<Source>),
}

/// What a source is derived from, besides what was said about it.
pub(super) struct Known<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) codings: &'a Codings,
    pub(super) texts: &'a BTreeMap<TextHash, Arc<IndexedText>>,
    pub(super) corrections: &'a mut Corrections,
    /// Kept files that hold words which were erased.
    pub(super) gone_originals: &'a BTreeSet<FileHash>,
}

/// Derives a source with its notices and its problems.
pub(super) fn derive(id: SourceId, known: &mut Known<'_>) -> (Fate, Vec<Notice>, Vec<Problem>) {
    let (ledger, codings) = (known.ledger, known.codings);
    let facts = ledger.facts(Topic::Source(id));
    // Erasing is not taken back, by nobody.
    if facts.clone().any(|fact| matches!(fact.event, Event::SourceErased { .. })) {
        return (Fate::Erased, Vec::new(), Vec::new());
    }
    let adds = |fact: &Fact<'_>| matches!(fact.event, Event::SourceAdded { .. });
    let used = || !codings.of_source(id).is_empty();
    let live = facts.clone().find(|fact| fact.live && adds(fact));
    let undone = || facts.clone().find(adds).filter(|_| used());
    let Some(first) = live.or_else(undone) else { return (Fate::Unknown, Vec::new(), Vec::new()) };
    let Event::SourceAdded { text, length, title, file_name, speakers, turns, .. } = first.event else {
        return (Fate::Unknown, Vec::new(), Vec::new());
    };
    let entry = first.entry;
    let (mut notices, mut problems) = (Vec::new(), Vec::new());
    if !first.live {
        notices.push(Notice::StillUsed { made: Made::Source(id), undone_by: entry.coder });
    }

    let mut title_now = LastWord::default();
    title_now.say(title.as_str(), entry);
    let mut speakers = Speakers::imported(speakers, entry);
    let mut told: Vec<TurnTold> = turns.to_vec();
    let mut turns = turns::Said::default();
    let mut hash = *text;
    let (mut original, mut language) = (None, None);
    let mut removals: Vec<Fact<'_>> = Vec::new();
    let mut readded = Vec::new();
    for fact in facts.clone() {
        match fact.event {
            // What has been blacked out stays so.
            Event::SourceRedacted { text, .. } => hash = *text,
            _ if !fact.live => {}
            Event::SourceAdded { title: other, .. } if fact.told != first.told => {
                readded.push(fact.stamp());
                if !ledger.logs.saw(fact.entry, entry) && fact.entry.log != entry.log {
                    let (title, other) = (title.as_str().to_owned(), other.as_str().to_owned());
                    notices.push(Notice::SourceTwice { source: id, title, other, other_by: fact.entry.coder });
                }
            }
            // Of a text added twice only the turns told with the first adding count.
            Event::TurnsAdded { turns, .. } if together(&fact, &first) => told.extend(turns),
            Event::SourceFileKept { hash, extension, .. } => {
                original = Some(Original { hash: *hash, extension: extension.to_string() });
            }
            Event::SourceRenamed { title, .. } => title_now.say(title.as_str(), fact.entry),
            Event::LanguageTold { language: told, .. } => language = *told,
            Event::SourceRemoved { .. } => removals.push(fact),
            Event::SourceRestored { .. } => removals.clear(),
            _ => {
                speakers.hear(&fact);
                turns.hear(&fact);
            }
        }
    }
    notices.extend(title_now.notice(Field::SourceTitle(id), &ledger.logs));
    notices.extend(speakers.notices(id, &ledger.logs));
    let title = (*title_now.get().unwrap_or(&"")).to_owned();
    if let Some(last) = removals.last() {
        let saw = |stamp| {
            removals.iter().any(|fact| matches!(fact.event, Event::SourceRemoved { seen, .. } if fact.saw(seen, stamp)))
        };
        let standing = codings.of_source(id).iter().filter_map(|id| codings.get(*id));
        let unseen = standing.filter(|coding| !saw(ledger.fact(coding.added).stamp())).count();
        if unseen == 0 && readded.iter().all(|&stamp| saw(stamp)) {
            return (Fate::Removed { title }, notices, problems);
        }
        if unseen > 0 {
            notices.push(Notice::SourceRevived { source: id, removed_by: last.entry.coder, codings: unseen });
        }
    }
    let imported = known.texts.get(&hash).cloned();
    let woven = known.corrections.of(id, facts.clone(), (*length, hash, imported.as_deref()));
    if let Some(corrections) = woven.map(|woven| woven.strange).filter(|strange| *strange > 0) {
        problems.push(Problem::CorrectionsWithoutWords { source: id, corrections });
    }
    let weave = woven.map(|woven| Arc::clone(&woven.weave));
    let now = woven.map_or_else(|| imported.clone(), |woven| woven.text());
    let present = weave.as_ref().map_or(*length, |weave| weave.len());
    let speakers = speakers.settled();
    let (turns, turn_keys) =
        turns.turns(turns::imported(&told, *length), (*length, weave.as_deref(), now.as_deref()), |key| {
            speakers.number(key)
        });
    let mut source = Source {
        id,
        title,
        file_name: file_name.as_str().to_owned(),
        hash,
        original: original.filter(|original: &Original| !known.gone_originals.contains(&original.hash)),
        length: present,
        imported_length: *length,
        text: now,
        language,
        imported,
        weave,
        speakers: speakers.speakers,
        speaker_keys: speakers.keys,
        merged: speakers.merged,
        turns,
        turn_keys,
        exclusions: Arc::default(),
        excluded: Arc::default(),
        coder: entry.coder,
        added_ms: made_ms(entry),
    };
    exclusions::set_aside(&mut source, facts.filter(|fact| fact.live));
    (Fate::Here(Box::new(source)), notices, problems)
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
