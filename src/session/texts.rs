//! The texts of sources on their way: from an import to the disk and the project, and from the disk to the project.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

use crate::journal::edit::Edit;
use crate::journal::entry::Entry;
use crate::journal::event::Event;
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
            Edit::AddSource(source) => {
                let hash = TextHash::new(first_bits(&blake3::hash(source.text.as_bytes())));
                self.offered.insert(hash, Arc::new(IndexedText::new(source.text.clone())));
            }
            _ => {}
        }
    }

    /// Gives those of the offered texts that are wanted.
    pub(super) fn among(&self, wanted: impl Fn(TextHash) -> bool) -> Vec<Named> {
        let offered = self.offered.iter().filter(|(hash, _)| wanted(**hash));
        offered.map(|(hash, text)| (*hash, Arc::clone(text))).collect()
    }

    /// Gives the texts that entries speak of.
    pub(super) fn of(&mut self, entries: &[Arc<Entry>]) -> Vec<Named> {
        let added = added(entries).into_keys();
        added.filter_map(|hash| Some((hash, self.offered.remove(&hash)?))).collect()
    }

    /// Forgets what was offered.
    pub(super) fn clear(&mut self) {
        self.offered.clear();
    }
}

/// Reads the texts of every source that entries add, on two threads, and lists those that are missing or damaged.
pub(super) fn read(dir: &ProjectDir, entries: &[Arc<Entry>]) -> (Vec<Named>, Vec<Finding>) {
    let wanted: Vec<(TextHash, String)> = added(entries).into_iter().collect();
    let (first, second) = wanted.split_at(wanted.len() / 2);
    let read_all = |wanted: &[(TextHash, String)]| -> Vec<Result<Named, Finding>> {
        wanted.iter().map(|(hash, title)| read_one(dir, *hash, title)).collect()
    };
    let read = thread::scope(|scope| {
        let named = thread::Builder::new().name("kodebok-texts".to_owned());
        let other = named.spawn_scoped(scope, || read_all(second));
        let mut read = read_all(first);
        // Where there is no second thread, this one reads the other half as well.
        let more = other.ok().and_then(|other| other.join().ok());
        read.extend(more.unwrap_or_else(|| read_all(second)));
        read
    });
    let (mut texts, mut findings) = (Vec::new(), Vec::new());
    for read in read {
        match read {
            Ok(text) => texts.push(text),
            Err(found) => findings.push(found),
        }
    }
    (texts, findings)
}

fn read_one(dir: &ProjectDir, hash: TextHash, title: &str) -> Result<Named, Finding> {
    let title = title.to_owned();
    match dir.read_text(hash) {
        Ok(Found::Whole(text)) => Ok((hash, Arc::new(IndexedText::new(text)))),
        Ok(Found::Missing) => Err(Finding::TextMissing { hash, title, file: dir.text_path(hash) }),
        Ok(Found::Damaged(file)) => Err(Finding::TextDamaged { hash, title, file }),
        Err(error) => Err(Finding::Unreadable(error.into())),
    }
}

/// The texts that entries add, each with the title it came with.
fn added(entries: &[Arc<Entry>]) -> BTreeMap<TextHash, String> {
    let events = entries.iter().flat_map(|entry| &entry.events);
    let named = events.filter_map(|event| match event {
        Event::SourceAdded { text, title, .. } => Some((*text, title.as_str().to_owned())),
        Event::SourceRedacted { text, .. } => Some((*text, String::new())),
        _ => None,
    });
    named.collect()
}
