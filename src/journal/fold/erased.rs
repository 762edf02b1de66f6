//! What was erased for good: the words of entries, and texts. It stays so, whoever brings the old lines back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Fold;
use super::ledger::Ledger;
use super::topics::{Topic, TopicNo};
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::model::id::{CaseId, CodingId, EntryHash, FileHash, SourceId, TextHash};
use crate::model::memo::About;

/// Things that are gone with all that was written about them.
#[derive(Clone, Debug, Default)]
pub(in crate::journal) struct Gone {
    pub(in crate::journal) sources: BTreeSet<SourceId>,
    /// The codings in those sources.
    pub(in crate::journal) codings: BTreeSet<CodingId>,
    pub(in crate::journal) cases: BTreeSet<CaseId>,
}

impl Gone {
    /// Tells whether an event holds words about one of them.
    pub(in crate::journal) fn takes(&self, event: &Event) -> bool {
        if event.texts().is_empty() {
            return false;
        }
        match event {
            Event::MemoWritten { about, .. } | Event::MemoAnswered { about, .. } => self.takes_about(*about),
            Event::CaseCreated { case, .. } | Event::CaseRenamed { case, .. } | Event::ValueSet { case, .. } => {
                self.cases.contains(case)
            }
            event => event.source_of_words().is_some_and(|source| self.sources.contains(&source)),
        }
    }

    /// Tells whether a memo is about one of them.
    pub(in crate::journal) fn takes_about(&self, about: About) -> bool {
        match about {
            About::Source(source) => self.sources.contains(&source),
            About::Coding(coding) => self.codings.contains(&coding),
            About::Case(case) => self.cases.contains(&case),
            About::Code(_) | About::Project => false,
        }
    }
}

/// What was erased.
#[derive(Clone, Default)]
pub(super) struct Erased {
    /// Whether anything ever was.
    any: bool,
    /// Entries that were named.
    named: BTreeSet<EntryHash>,
    /// What was erased with all that was written about it.
    pub(super) gone: Gone,
    /// Every entry that is to have no words.
    pub(super) entries: BTreeSet<EntryHash>,
    /// Kept files that hold words of sources that were erased or blacked out, whoever else came from them.
    pub(super) originals: BTreeSet<FileHash>,
    /// Sources of which a redaction was told.
    redacted: BTreeSet<SourceId>,
    /// The files of sources that were erased or blacked out.
    held: BTreeMap<SourceId, BTreeSet<FileHash>>,
    /// The sources that came from each kept file.
    kept: BTreeMap<FileHash, BTreeSet<SourceId>>,
}

/// What was learned from entries that count from now on.
#[derive(Default)]
struct Learned {
    /// Entries that were not named before.
    named: Vec<EntryHash>,
    /// Sources of which something was told that decides about their files.
    sources: BTreeSet<SourceId>,
    /// Whether more is gone than before, so that any words may be about it.
    gone: bool,
}

impl Erased {
    /// Learns what has come to count with these entries: they, and of a gesture of several lines all of them.
    fn learn(&mut self, ledger: &Ledger, fresh: &[u32]) -> Learned {
        let (mut learned, mut gestures) = (Learned::default(), BTreeSet::new());
        let sources = self.gone.sources.len();
        for entry in fresh.iter().map(|&number| ledger.entry(number)) {
            let Some(part) = entry.part() else {
                self.learn_entry(entry, ledger, &mut learned);
                continue;
            };
            let gesture = (entry.log, part.gesture);
            if gestures.insert(gesture) {
                let parts = ledger.parts.get(&gesture).into_iter().flatten();
                parts.for_each(|&number| self.learn_entry(ledger.entry(number), ledger, &mut learned));
            }
        }
        if self.gone.sources.len() > sources {
            // What was coded in them before.
            ledger.entries().for_each(|entry| self.learn_codings(entry, &mut learned));
        }
        learned
    }

    fn learn_entry(&mut self, entry: &Entry, ledger: &Ledger, learned: &mut Learned) {
        for event in &entry.events {
            self.any |= event.is_final();
            match event {
                Event::SourceRedacted { source, erase, .. } => {
                    self.redacted.insert(*source);
                    learned.sources.insert(*source);
                    learned.named.extend(erase.iter().filter(|entry| self.named.insert(**entry)));
                }
                Event::SourceErased { source } => {
                    learned.gone |= self.gone.sources.insert(*source);
                    learned.sources.insert(*source);
                }
                Event::SourceAdded { source, .. } => drop(learned.sources.insert(*source)),
                Event::SourceFileKept { source, hash, .. } => {
                    self.kept.entry(*hash).or_default().insert(*source);
                    learned.sources.insert(*source);
                }
                Event::CaseDeleted { case } if erases(entry, ledger) => {
                    learned.gone |= self.gone.cases.insert(*case);
                }
                _ => {}
            }
        }
        if !self.gone.sources.is_empty() {
            self.learn_codings(entry, learned);
        }
    }

    fn learn_codings(&mut self, entry: &Entry, learned: &mut Learned) {
        for event in &entry.events {
            if let Event::CodingAdded { coding, source, .. } = event
                && self.gone.sources.contains(source)
            {
                learned.gone |= self.gone.codings.insert(*coding);
            }
        }
    }

    /// Asks of these sources anew which files hold words of theirs that are gone; gives the files of which it is another
    /// answer than before.
    fn learn_files(&mut self, ledger: &Ledger, sources: &BTreeSet<SourceId>) -> Vec<FileHash> {
        let mut changed = false;
        for source in sources {
            let gone = self.gone.sources.contains(source);
            if !gone && !self.redacted.contains(source) {
                continue;
            }
            let facts = || ledger.facts(Topic::Source(*source)).map(|fact| fact.event);
            let imported = facts().rev().find_map(|event| match event {
                Event::SourceAdded { text, .. } => Some(text),
                _ => None,
            });
            // A redaction with the text as it was only names entries whose words are to go.
            let blacked = |event: &Event| matches!(event, Event::SourceRedacted { text, .. } if Some(text) != imported);
            let files = facts().filter_map(|event| match event {
                Event::SourceFileKept { hash, .. } => Some(*hash),
                _ => None,
            });
            let held: BTreeSet<FileHash> = if gone || facts().any(blacked) { files.collect() } else { [].into() };
            changed |= self.held.get(source) != Some(&held);
            self.held.insert(*source, held);
        }
        if !changed {
            return Vec::new();
        }
        let before = std::mem::take(&mut self.originals);
        self.originals.extend(self.held.values().flatten());
        before.symmetric_difference(&self.originals).copied().collect()
    }

    /// Tells whether the words of an entry are to go: it was named, or all its words are about what was erased.
    fn takes(&self, entry: &Entry) -> bool {
        if self.named.contains(&entry.id) {
            return true;
        }
        let mut speaks = entry.events.iter().filter(|event| !event.texts().is_empty()).peekable();
        speaks.peek().is_some() && speaks.all(|event| self.gone.takes(event))
    }
}

/// Tells whether what is deleted in an entry is erased: a case that goes in the gesture of an erasing. Any other is only
/// deleted.
fn erases(entry: &Entry, ledger: &Ledger) -> bool {
    let gesture = entry.part().map(|part| (entry.log, part.gesture));
    entry.events.iter().any(Event::is_final) || gesture.is_some_and(|gesture| ledger.finals.contains(&gesture))
}

impl Fold {
    /// Takes the words out of what has just come, out of what was named, and, where more is gone than before, out of all
    /// there is. Gives what has to be derived again.
    pub(super) fn erase(&mut self, fresh: &[u32]) -> Vec<TopicNo> {
        let learned = self.erased.learn(&self.ledger, fresh);
        let mut touched = Vec::new();
        if !self.erased.any {
            return touched;
        }
        let files = self.erased.learn_files(&self.ledger, &learned.sources);
        for source in files.iter().filter_map(|file| self.erased.kept.get(file)).flatten() {
            // Where only its words were to be followed, it is asked anew whether it has its file.
            self.corrections.unsettle(*source);
            touched.extend(self.ledger.topics.number(Topic::Source(*source)));
        }
        if learned.gone {
            // What was said before it was known what it is about.
            (0..self.ledger.count()).for_each(|number| self.erase_entry(number, &mut touched));
            touched.extend(self.memos_gone());
        } else {
            let named: Vec<u32> = learned.named.iter().filter_map(|entry| self.ledger.number(*entry)).collect();
            fresh.iter().chain(&named).for_each(|&number| self.erase_entry(number, &mut touched));
        }
        touched
    }

    /// The memos about what was erased.
    fn memos_gone(&self) -> impl Iterator<Item = TopicNo> {
        let memos = self.ledger.entries().flat_map(|entry| &entry.events).filter_map(|event| match event {
            Event::MemoWritten { memo, about, .. } | Event::MemoAnswered { memo, about, .. } => {
                self.erased.gone.takes_about(*about).then_some(Topic::Memo(*memo))
            }
            _ => None,
        });
        memos.filter_map(|topic| self.ledger.topics.number(topic))
    }

    fn erase_entry(&mut self, number: u32, touched: &mut Vec<TopicNo>) {
        let entry = self.ledger.entry(number);
        if !self.erased.takes(entry) {
            return;
        }
        self.erased.entries.insert(entry.id);
        if entry.has_words() {
            let topics = self.ledger.erase_words(number);
            for topic in &topics {
                if let Topic::Source(source) = self.ledger.topics.topic(*topic) {
                    self.corrections.forget(source);
                }
            }
            touched.extend(topics);
        }
    }

    /// Every entry whose words were erased, here or wherever a copy of it may turn up.
    pub fn erased_entries(&self) -> &BTreeSet<EntryHash> {
        &self.erased.entries
    }

    /// Entries with words about what was erased beside others: what they say besides has to be said anew before they can
    /// lose their words.
    pub fn entangled(&self) -> impl Iterator<Item = &Arc<Entry>> {
        let any = !(self.erased.gone.sources.is_empty() && self.erased.gone.cases.is_empty());
        let entries = self.ledger.entries().filter(move |entry| any && entry.has_words());
        entries.filter(|entry| entry.events.iter().any(|event| self.erased.gone.takes(event)))
    }

    /// What was erased with all that was written about it.
    pub(in crate::journal) fn gone(&self) -> &Gone {
        &self.erased.gone
    }

    /// For each source with blacked-out letters its texts that nobody has blacked out further since. Two who did so at the
    /// same time leave two.
    pub fn redactions(&self) -> BTreeMap<SourceId, Vec<TextHash>> {
        let mut all: BTreeMap<SourceId, Vec<(&Entry, TextHash)>> = BTreeMap::new();
        for entry in self.ledger.entries() {
            for event in &entry.events {
                if let Event::SourceRedacted { source, text, .. } = event {
                    all.entry(*source).or_default().push((entry, *text));
                }
            }
        }
        let latest = |told: Vec<(&Entry, TextHash)>| {
            let seen = |earlier: &Entry| {
                told.iter().any(|(later, _)| later.id != earlier.id && self.ledger.logs.saw(later, earlier))
            };
            let mut latest: Vec<TextHash> =
                told.iter().filter(|(entry, _)| !seen(entry)).map(|(_, text)| *text).collect();
            // Several may stand in one gesture; the last of them counts.
            latest.extend(told.last().map(|(_, text)| *text));
            latest.sort_unstable();
            latest.dedup();
            latest
        };
        all.into_iter().map(|(source, told)| (source, latest(told))).collect()
    }

    /// The names of files that no source is to be read from any more: texts that were blacked out since, and those of erased
    /// sources; each with the texts that must be there before it may go.
    pub fn gone_files(&self) -> BTreeMap<u128, Vec<TextHash>> {
        let redactions = self.redactions();
        let mut gone: BTreeMap<u128, Vec<TextHash>> = BTreeMap::new();
        for event in self.ledger.entries().flat_map(|entry| &entry.events) {
            let (Event::SourceAdded { source, text, .. } | Event::SourceRedacted { source, text, .. }) = event else {
                continue;
            };
            if self.erased.gone.sources.contains(source) {
                gone.insert(text.bits(), Vec::new());
            } else if let Some(latest) = redactions.get(source).filter(|latest| !latest.contains(text)) {
                gone.insert(text.bits(), latest.clone());
            }
        }
        // What one source has lost another may still be read from, also one that was removed and can come back.
        for event in self.ledger.entries().flat_map(|entry| &entry.events) {
            if let Event::SourceAdded { source, text, .. } | Event::SourceRedacted { source, text, .. } = event
                && !self.erased.gone.sources.contains(source)
                && redactions.get(source).is_none_or(|latest| latest.contains(text))
            {
                gone.remove(&text.bits());
            }
        }
        // The file that texts came from holds the words of all of them as they were.
        gone.extend(self.erased.originals.iter().map(|file| (file.bits(), Vec::new())));
        gone
    }

    /// The original files that sources came from, also sources that were taken out and can come back; none of those that
    /// hold words which were erased.
    pub fn kept_files(&self) -> BTreeSet<FileHash> {
        let told = self.ledger.entries().flat_map(|entry| &entry.events).filter_map(|event| match event {
            Event::SourceFileKept { hash, .. } => Some(*hash),
            _ => None,
        });
        told.filter(|hash| !self.erased.originals.contains(hash)).collect()
    }

    /// Tells whether anything was erased for good.
    pub fn has_erased(&self) -> bool {
        self.erased.any
    }
}
