//! What was erased for good: the words of entries, and texts. It stays so, whoever brings the old lines back.

use std::collections::{BTreeMap, BTreeSet};

use super::Fold;
use super::ledger::{Ledger, Topic};
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::event_words::Subject;
use crate::model::id::{CodingId, EntryHash, FileHash, SourceId, TextHash};

/// What was erased.
#[derive(Clone, Default)]
pub(super) struct Erased {
    /// Whether anything ever was.
    any: bool,
    /// Entries that were named.
    named: BTreeSet<EntryHash>,
    /// Sources that were erased, with all that was written about them.
    sources: BTreeSet<SourceId>,
    /// Their codings.
    codings: BTreeSet<CodingId>,
    /// Every entry that is to have no words.
    entries: BTreeSet<EntryHash>,
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
                    Event::SourceErased { source } => drop(self.sources.insert(*source)),
                    _ => {}
                }
            }
        }
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
        touched.extend(&self.sources);
        self.originals.extend(facts().filter_map(|event| match event {
            Event::SourceFileKept { source, hash, .. } if touched.contains(source) => Some(*hash),
            _ => None,
        }));
        for entry in ledger.entries() {
            self.learn_codings(entry);
        }
    }

    fn learn_codings(&mut self, entry: &Entry) {
        for event in &entry.events {
            if let Event::CodingAdded { coding, source, .. } = event
                && self.sources.contains(source)
            {
                self.codings.insert(*coding);
            }
        }
    }

    /// Tells whether the words of an entry are to go: it was named, or all its words are about sources that were erased.
    fn takes(&self, entry: &Entry) -> bool {
        if self.named.contains(&entry.id) {
            return true;
        }
        let mut speaks = entry.events.iter().filter(|event| !event.texts().is_empty()).peekable();
        speaks.peek().is_some() && speaks.all(|event| is_about(event, &self.sources, &self.codings))
    }
}

/// Tells whether the words of an event are about one of these sources or codings.
pub(in crate::journal) fn is_about(event: &Event, sources: &BTreeSet<SourceId>, codings: &BTreeSet<CodingId>) -> bool {
    match event.subject() {
        Some(Subject::Source(source)) => sources.contains(&source),
        Some(Subject::Coding(coding)) => codings.contains(&coding),
        Some(Subject::Other) | None => false,
    }
}

impl Fold {
    /// Takes the words out of what has just come, and, where something new was erased, out of all there is. Gives what has
    /// to be derived again.
    pub(super) fn erase(&mut self, fresh: &[u32]) -> Vec<Topic> {
        let kept = |event: &Event| matches!(event, Event::SourceFileKept { .. });
        let tells = |entry: &Entry| {
            let events = &entry.events;
            entry.part.is_some() || events.iter().any(|event| event.is_final() || self.erased.any && kept(event))
        };
        let mut touched = Vec::new();
        if fresh.iter().any(|&number| tells(self.ledger.entry(number))) {
            self.erased.learn(&self.ledger);
            if self.erased.any {
                let all = 0..self.ledger.count();
                all.for_each(|number| self.erase_entry(number, &mut touched));
                let facts = self.ledger.entries().flat_map(|entry| &entry.events);
                touched.extend(facts.filter_map(|event| match event {
                    Event::SourceFileKept { source, hash, .. } if self.erased.originals.contains(hash) => {
                        Some(Topic::Source(*source))
                    }
                    _ => None,
                }));
            }
        } else if self.erased.any {
            for &number in fresh {
                let entry = self.ledger.entry(number).clone();
                self.erased.learn_codings(&entry);
                self.erase_entry(number, &mut touched);
            }
        }
        touched
    }

    fn erase_entry(&mut self, number: u32, touched: &mut Vec<Topic>) {
        let entry = self.ledger.entry(number);
        if !self.erased.takes(entry) {
            return;
        }
        self.erased.entries.insert(entry.id);
        if entry.has_words() {
            touched.extend(self.ledger.erase_words(number));
            for topic in &*touched {
                if let Topic::Source(source) = topic {
                    self.corrections.forget(*source);
                }
            }
        }
    }

    /// Every entry whose words were erased, here or wherever a copy of it may turn up.
    pub fn erased_entries(&self) -> &BTreeSet<EntryHash> {
        &self.erased.entries
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
            if self.erased.sources.contains(source) {
                gone.insert(text.bits(), Vec::new());
            } else if let Some(latest) = redactions.get(source).filter(|latest| !latest.contains(text)) {
                gone.insert(text.bits(), latest.clone());
            }
        }
        // What one source has lost another may still be read from, also one that was removed and can come back.
        for event in self.ledger.entries().flat_map(|entry| &entry.events) {
            if let Event::SourceAdded { source, text, .. } | Event::SourceRedacted { source, text, .. } = event
                && !self.erased.sources.contains(source)
                && redactions.get(source).is_none_or(|latest| latest.contains(text))
            {
                gone.remove(&text.bits());
            }
        }
        // The file that texts came from holds the words of all of them as they were.
        gone.extend(self.erased.originals.iter().map(|file| (file.bits(), Vec::new())));
        gone
    }

    /// Tells whether anything was erased for good.
    pub fn has_erased(&self) -> bool {
        self.erased.any
    }
}
