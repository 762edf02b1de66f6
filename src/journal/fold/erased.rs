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
}

impl Erased {
    fn learn(&mut self, ledger: &Ledger) {
        for entry in ledger.entries() {
            for event in &entry.events {
                self.any |= event.is_final();
                match event {
                    Event::SourceRedacted { erase, .. } => self.named.extend(erase),
                    Event::SourceErased { source } => drop(self.gone.sources.insert(*source)),
                    _ => {}
                }
            }
        }
        self.learn_cases(ledger);
        let facts = || ledger.entries().flat_map(|entry| &entry.events);
        let imported: BTreeMap<SourceId, TextHash> = facts()
            .filter_map(|event| match event {
                Event::SourceAdded { source, text, .. } => Some((*source, *text)),
                _ => None,
            })
            .collect();
        // A redaction with the text as it was only names entries whose words are to go.
        let blacked = |event: &Event| match event {
            Event::SourceRedacted { source, text, .. } => Some(*source).filter(|id| imported.get(id) != Some(text)),
            _ => None,
        };
        let mut touched: BTreeSet<SourceId> = facts().filter_map(blacked).collect();
        touched.extend(&self.gone.sources);
        self.originals.extend(facts().filter_map(|event| match event {
            Event::SourceFileKept { source, hash, .. } if touched.contains(source) => Some(*hash),
            _ => None,
        }));
        for entry in ledger.entries() {
            self.learn_codings(entry);
        }
    }

    /// A case that was deleted in the gesture of an erasing was erased; any other was only deleted.
    fn learn_cases(&mut self, ledger: &Ledger) {
        let gesture = |entry: &Entry| entry.part().map(|part| (entry.log, part.gesture));
        for entry in ledger.entries() {
            let erases = entry.events.iter().any(Event::is_final)
                || gesture(entry).is_some_and(|gesture| ledger.finals.contains(&gesture));
            let deleted = entry.events.iter().filter(|_| erases).filter_map(|event| match event {
                Event::CaseDeleted { case } => Some(*case),
                _ => None,
            });
            self.gone.cases.extend(deleted);
        }
    }

    fn learn_codings(&mut self, entry: &Entry) {
        for event in &entry.events {
            if let Event::CodingAdded { coding, source, .. } = event
                && self.gone.sources.contains(source)
            {
                self.gone.codings.insert(*coding);
            }
        }
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

impl Fold {
    /// Takes the words out of what has just come, and, where something new was erased, out of all there is. Gives what has
    /// to be derived again.
    pub(super) fn erase(&mut self, fresh: &[u32]) -> Vec<TopicNo> {
        let kept = |event: &Event| matches!(event, Event::SourceFileKept { .. });
        let tells = |entry: &Entry| {
            let events = &entry.events;
            entry.part().is_some() || events.iter().any(|event| event.is_final() || self.erased.any && kept(event))
        };
        let mut touched = Vec::new();
        let learns = fresh.iter().any(|&number| tells(self.ledger.entry(number)));
        let codings = self.erased.gone.codings.len();
        if learns {
            self.erased.learn(&self.ledger);
        } else if self.erased.any {
            fresh.iter().for_each(|&number| self.erased.learn_codings(self.ledger.entry(number)));
        }
        if !self.erased.any {
            return touched;
        }
        if !learns && codings == self.erased.gone.codings.len() {
            fresh.iter().for_each(|&number| self.erase_entry(number, &mut touched));
            return touched;
        }
        // What was said before it was known what it is about.
        (0..self.ledger.count()).for_each(|number| self.erase_entry(number, &mut touched));
        let facts = self.ledger.entries().flat_map(|entry| &entry.events);
        let topics = facts.filter_map(|event| match event {
            Event::SourceFileKept { source, hash, .. } if self.erased.originals.contains(hash) => {
                Some(Topic::Source(*source))
            }
            Event::MemoWritten { memo, about, .. } | Event::MemoAnswered { memo, about, .. }
                if self.erased.gone.takes_about(*about) =>
            {
                Some(Topic::Memo(*memo))
            }
            _ => None,
        });
        touched.extend(topics.filter_map(|topic| self.ledger.topics.number(topic)));
        touched
    }

    fn erase_entry(&mut self, number: u32, touched: &mut Vec<TopicNo>) {
        let entry = self.ledger.entry(number);
        if !self.erased.takes(entry) {
            return;
        }
        self.erased.entries.insert(entry.id);
        if entry.has_words() {
            touched.extend(self.ledger.erase_words(number));
            for topic in &*touched {
                if let Topic::Source(source) = self.ledger.topics.topic(*topic) {
                    self.corrections.forget(source);
                }
            }
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
