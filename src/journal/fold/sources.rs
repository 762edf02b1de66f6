//! Sources: each derived by itself from what was said about it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::codings::Codings;
use super::corrections::{Corrections, Settled};
use super::last_word::LastWord;
use super::ledger::{Fact, Ledger, Told};
use super::speakers::Speakers;
use super::topics::Topic;
use super::{exclusions, turns};
use crate::journal::event::{Event, TurnTold};
use crate::journal::notice::{Field, Made, Notice};
use crate::journal::problem::Problem;
use crate::model::id::{FileHash, SourceId, TextHash};
use crate::model::source::{Original, Source, SpeakerKey, Turn};
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
    let mut woven = known.corrections.of(id, facts.clone(), (*length, hash, imported.as_ref()));
    if let Some(corrections) = woven.as_ref().map(|woven| woven.strange).filter(|strange| *strange > 0) {
        problems.push(Problem::CorrectionsWithoutWords { source: id, corrections });
    }
    let weave = woven.as_ref().map(|woven| Arc::clone(&woven.weave));
    let now = woven.as_ref().map_or_else(|| imported.clone(), |woven| woven.text());
    let present = weave.as_ref().map_or(*length, |weave| weave.len());
    let speakers = speakers.settled();
    let told = turns::imported(&told, *length);
    let laid = turns.lay(&told, (*length, weave.as_deref()), |key| speakers.number(key));
    let number =
        |turn: Turn| Turn { speaker: turn.speaker.and_then(|key| speakers.number(SpeakerKey::Imported(key))), ..turn };
    let (turns, turn_keys) = match &laid {
        Some(laid) => laid.turns(present, now.as_deref()),
        None => (told.into_iter().map(number).collect(), Arc::default()),
    };
    if let Some(woven) = &mut woven {
        woven.settled = Some(Settled { said: besides_words(facts.clone()), laid });
    }
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
        added_ms: entry.made_ms(),
    };
    exclusions::set_aside(&mut source, facts.filter(|fact| fact.live));
    (Fate::Here(Box::new(source)), notices, problems)
}

/// The source with its words as they are now, where nothing else was said of it since it was `before`: what stands behind
/// a correction moves along, and nothing is asked again.
pub(super) fn corrected(before: &Source, known: &mut Known<'_>) -> Option<Source> {
    let facts = known.ledger.facts(Topic::Source(before.id));
    let said = besides_words(facts.clone());
    let removed = |(told, live): &(Told, bool)| {
        !live || matches!(known.ledger.fact(*told).event, Event::SourceRemoved { .. } | Event::SourceErased { .. })
    };
    if !known.corrections.is_settled(before.id, &said) || said.iter().any(removed) {
        return None;
    }
    let imported = before.imported.as_ref().filter(|_| known.texts.contains_key(&before.hash))?;
    let of = (before.imported_length, before.hash, Some(imported));
    let woven = known.corrections.of(before.id, facts.clone(), of)?;
    let moved = woven.weave.moved_from(before.weave.as_deref()?).filter(|_| woven.strange == 0)?;
    let text = woven.text()?;
    let laid = woven.settled.as_mut()?.laid.as_mut()?;
    let was = (&*before.turns, &*before.turn_keys);
    let (turns, turn_keys) = laid.follow(&moved, (&woven.weave, Some(&text)), was);
    let weave = Some(Arc::clone(&woven.weave));
    let mut source = Source { length: woven.weave.len(), text: Some(text), weave, turns, turn_keys, ..before.clone() };
    exclusions::set_aside(&mut source, facts.filter(|fact| fact.live));
    Some(source)
}

/// What was said of a source, all but the corrections of its words.
fn besides_words<'a>(facts: impl Iterator<Item = Fact<'a>>) -> Vec<(Told, bool)> {
    let rest = facts.filter(|fact| !matches!(fact.event, Event::TextReplaced { .. }));
    rest.map(|fact| (fact.told, fact.live)).collect()
}

/// Tells whether a source's codings decide if it is here.
pub(super) fn watches(id: SourceId, ledger: &Ledger) -> bool {
    let mut facts = ledger.facts(Topic::Source(id));
    facts.any(|fact| !fact.live || matches!(fact.event, Event::SourceRemoved { .. }))
}

/// Tells whether two facts were told by one gesture.
fn together(fact: &Fact<'_>, first: &Fact<'_>) -> bool {
    let gesture = |fact: &Fact<'_>| fact.entry.part().map(|part| (fact.entry.log, part.gesture));
    fact.entry.id == first.entry.id || (gesture(fact).is_some() && gesture(fact) == gesture(first))
}
