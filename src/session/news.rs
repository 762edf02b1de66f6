//! What comes from outside while the project is open: lines that others have written, texts that arrive late, and what
//! the backups of this machine hold.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::journal::entry::Entry;
use crate::journal::undo::Stacks;
use crate::model::id::TextHash;
use crate::store::blobs::Found;
use crate::store::finding::Finding;
use crate::text::indexed::IndexedText;

use super::{Session, SessionError};

impl Session {
    /// Takes in what others have written into the folder since it was last read; tells how many lines were new.
    pub fn refresh(&mut self) -> usize {
        let Some(keeper) = &mut self.keeper else { return 0 };
        let reading = keeper.news();
        for found in reading.findings {
            let same = |known: &Finding| format!("{known:?}") == format!("{found:?}");
            if !self.findings.iter().any(same) {
                self.findings.push(found);
            }
        }
        let before = self.fold.entries().len() + self.fold.unfinished().len();
        let news: Vec<Arc<Entry>> = reading.entries.into_iter().filter(|entry| !self.fold.contains(entry.id)).collect();
        if !news.is_empty() {
            self.take_in_news(news);
        }
        self.fetch_texts();
        self.fold.entries().len() + self.fold.unfinished().len() - before
    }

    /// How many lines the backups on this machine hold that the project lacks.
    pub fn in_backup(&self) -> usize {
        let lost = self.keeper.as_ref().map(|keeper| keeper.lost(|entry| self.fold.contains(entry)));
        lost.unwrap_or_default().iter().map(|lost| lost.lines).sum()
    }

    /// Puts back what the backups on this machine hold and the project lacks, as new files, and takes it in; tells how
    /// many lines came back.
    ///
    /// # Errors
    /// When a file cannot be written; what was put back before it stays.
    pub fn restore_from_backup(&mut self) -> Result<usize, SessionError> {
        let Some(keeper) = &self.keeper else { return Ok(0) };
        for lost in keeper.lost(|entry| self.fold.contains(entry)) {
            lost.put_back(keeper.dir())?;
        }
        let back = self.refresh();
        let lasts = self.fold.lasts();
        self.findings.retain(|found| match found {
            Finding::LogShorter { log, had, .. } => lasts.get(log) < Some(had),
            _ => true,
        });
        Ok(back)
    }

    fn take_in_news(&mut self, news: Vec<Arc<Entry>>) {
        let latest = news.iter().map(|entry| entry.clock).max();
        self.clock = self.clock.max(latest.unwrap_or_default());
        // Another window of this installation, or a backup, may bring what this coder can take back.
        let own = news.iter().any(|entry| self.own.contains(&entry.log));
        self.fold.insert(news);
        let ahead = self.fold.clocks_ahead(self.world.now_ms());
        self.findings.retain(|found| !matches!(found, Finding::NotTakenUp(_)));
        self.findings.extend(ahead.into_iter().map(Finding::NotTakenUp));
        self.history = OnceCell::new();
        if own {
            self.stacks = Stacks::of(self.fold.entries().map(Arc::as_ref), self.who.id, &self.own);
        }
    }

    /// How many sources lack their text.
    pub(super) fn lacking(&self) -> usize {
        self.fold.project().sources().filter(|source| source.text.is_none()).count()
    }

    /// Reads the texts that were not there when their sources came.
    fn fetch_texts(&mut self) {
        let Some(keeper) = &self.keeper else { return };
        let lacking = self.fold.project().sources().filter(|source| source.text.is_none());
        let lacking: BTreeMap<TextHash, String> = lacking.map(|source| (source.hash, source.title.clone())).collect();
        for (hash, title) in lacking {
            let found = keeper.dir().read_text(hash);
            if let Ok(Found::Whole(text)) = found {
                self.fold.supply_text(hash, Arc::new(IndexedText::new(text)));
                self.findings.retain(|found| !found.is_about_text(hash));
            } else if !self.findings.iter().any(|found| found.is_about_text(hash)) {
                let file = keeper.dir().text_path(hash);
                self.findings.push(Finding::TextMissing { hash, title, file });
            }
        }
    }
}
