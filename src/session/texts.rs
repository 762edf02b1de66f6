//! The texts of sources on their way: from an import to the disk and the project, and from the disk to the project.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::thread;

use crate::journal::edit::Edit;
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::fold::Fold;
use crate::journal::redaction::{Wanted, texts_wanted};
use crate::journal::wire::first_bits;
use crate::model::id::TextHash;
use crate::store::ProjectDir;
use crate::store::blobs::Found;
use crate::store::finding::Finding;
use crate::text::indexed::IndexedText;

/// A text by its name.
pub(super) type Named = (TextHash, Arc<IndexedText>);

/// Texts that were offered and not yet told of.
#[derive(Debug, Default)]
pub(super) struct Texts {
    offered: BTreeMap<TextHash, Arc<IndexedText>>,
}

impl Texts {
    /// Takes the texts of the sources that a wish adds.
    pub(super) fn offer(&mut self, edit: &Edit) {
        match edit {
            Edit::All(wishes) => wishes.iter().for_each(|wish| self.offer(wish)),
            Edit::AddSource(source) => self.offer_text(source.text.clone()),
            Edit::AddCases(new) => {
                let sources = new.rows.iter().filter_map(|row| row.source.as_ref());
                sources.for_each(|source| self.offer_text(source.text.clone()));
            }
            _ => {}
        }
    }

    /// Takes a text that somebody is to tell of.
    pub(super) fn offer_text(&mut self, text: String) {
        let hash = TextHash::new(first_bits(&blake3::hash(text.as_bytes())));
        self.offered.insert(hash, Arc::new(IndexedText::new(text)));
    }

    /// Gives those of the offered texts that are wanted.
    pub(super) fn among(&self, wanted: impl Fn(TextHash) -> bool) -> Vec<Named> {
        let offered = self.offered.iter().filter(|(hash, _)| wanted(**hash));
        offered.map(|(hash, text)| (*hash, Arc::clone(text))).collect()
    }

    /// Gives the texts that entries speak of.
    pub(super) fn of(&mut self, entries: &[Arc<Entry>]) -> Vec<Named> {
        told(entries).into_iter().filter_map(|hash| Some((hash, self.offered.remove(&hash)?))).collect()
    }

    /// Forgets what was offered.
    pub(super) fn clear(&mut self) {
        self.offered.clear();
    }
}

/// Folds entries with the texts of every source that they add, which are read on another thread meanwhile; lists those that
/// are missing or damaged.
pub(super) fn fold(dir: &ProjectDir, fold: &mut Fold, entries: Vec<Arc<Entry>>) -> Vec<Finding> {
    let wanted = texts_wanted(entries.iter().map(AsRef::as_ref));
    let read_all =
        || -> Vec<Result<Named, Option<Finding>>> { wanted.iter().map(|wanted| read_one(dir, wanted)).collect() };
    let mut findings = Vec::new();
    thread::scope(|scope| {
        let named = thread::Builder::new().name("kodebok-texts".to_owned());
        let reader = named.spawn_scoped(scope, read_all);
        let texts = || {
            // Where there is no second thread, this one reads them.
            let read = reader.ok().and_then(|reader| reader.join().ok()).unwrap_or_else(read_all);
            let keep = |read| match read {
                Ok(text) => Some(text),
                Err(found) => {
                    findings.extend(found);
                    None
                }
            };
            read.into_iter().filter_map(keep).collect()
        };
        fold.insert_with(entries, texts);
    });
    findings
}

/// Reads a text; what is not needed may be missing.
fn read_one(dir: &ProjectDir, wanted: &Wanted) -> Result<Named, Option<Finding>> {
    let (hash, title) = (wanted.text, wanted.title.clone());
    match dir.read_text(hash) {
        Ok(Found::Whole(text)) => Ok((hash, Arc::new(IndexedText::new(text)))),
        Ok(Found::Missing) if !wanted.needed => Err(None),
        Ok(Found::Missing) => Err(Some(Finding::TextMissing { hash, title, file: dir.text_path(hash) })),
        Ok(Found::Damaged(file)) => Err(Some(Finding::TextDamaged { hash, title, file })),
        Err(error) => Err(Some(Finding::Unreadable(error.into()))),
    }
}

/// The texts that entries speak of.
fn told(entries: &[Arc<Entry>]) -> BTreeSet<TextHash> {
    let events = entries.iter().flat_map(|entry| &entry.events);
    let named = events.filter_map(|event| match event {
        Event::SourceAdded { text, .. } | Event::SourceRedacted { text, .. } => Some(*text),
        _ => None,
    });
    named.collect()
}
