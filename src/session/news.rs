//! What comes from outside while the project is open: lines that others have written, texts that arrive late, and what
//! the backups of this machine hold.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::journal::entry::Entry;
use crate::journal::notice::Notice;
use crate::journal::undo::Stacks;
use crate::journal::wire::first_bits;
use crate::model::id::{EntryHash, TextHash};
use crate::store::ProjectDir;
use crate::store::backups::Backups;
use crate::store::error::StoreError;
use crate::store::finding::Finding;
use crate::store::keeper::Keeper;
use crate::store::lookout::Looked;
use crate::store::reading::Reach;

use super::{Session, SessionError, erasing};

/// How long is spent on taking in what has arrived before the window goes on, in ms: however much it is, no hand waits.
const SHARE_MS: u64 = 2;
/// How many lines are taken in between two looks at the clock.
const AT_A_TIME: usize = 32;

/// How much of what has arrived is taken in at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Portion {
    /// As much as a frame has time for.
    Share,
    All,
}

/// What a notice is remembered by: the same only if all of it is the same.
fn mark(notice: &Notice) -> String {
    let all = blake3::hash(format!("{notice:?}").as_bytes());
    format!("{:016x}", first_bits(&all) >> 64)
}

/// Puts back what a folder has lost.
pub struct Restoring {
    dir: ProjectDir,
    backups: Backups,
    known: HashSet<EntryHash>,
}

impl Restoring {
    /// Puts back what the backups hold and the project lacks, as new files; tells how many lines that is. The next look at
    /// the folder takes it in.
    ///
    /// # Errors
    /// When a file cannot be written; what was put back before it stays.
    pub fn put_back(&self) -> Result<usize, StoreError> {
        let mut lines = 0;
        for lost in self.backups.lost(|entry| self.known.contains(&entry)) {
            lost.put_back(&self.dir)?;
            lines += lost.lines;
        }
        Ok(lines)
    }
}

impl Session {
    /// Looks for what others have written into the folder since it was last read, waits for it and takes it in; tells
    /// how many lines were new.
    pub fn refresh(&mut self) -> usize {
        let before = self.lines();
        // What was asked for before may not know of the latest.
        for again in [false, true] {
            if again {
                self.look(Reach::Everywhere);
            }
            while let Some(looked) = self.keeper.as_mut().and_then(Keeper::wait_for_look) {
                self.take_up(looked);
                self.take_in_arrived(Portion::All);
            }
        }
        self.lines() - before
    }

    /// Tells whether the folder is being looked at; what comes of it, [`poll`](Self::poll) takes in.
    pub fn is_looking(&self) -> bool {
        self.keeper.as_ref().is_some_and(Keeper::is_looking) || self.is_taking_in()
    }

    /// Tells whether more has arrived than [`poll`](Self::poll) has taken in so far: each call takes in a share of it.
    pub fn is_taking_in(&self) -> bool {
        !self.arriving.is_empty()
    }

    /// Sends the lookout to look for what others have written, and for the texts that are not there.
    pub(super) fn look(&mut self, reach: Reach) {
        let lacking = self.lacking();
        if let Some(keeper) = &mut self.keeper {
            keeper.look(lacking, reach);
        }
    }

    /// Takes in what the lookout has brought; tells whether there was anything.
    pub(super) fn take_looked(&mut self) -> bool {
        let before = self.lines();
        let mut texts = false;
        while let Some(looked) = self.keeper.as_mut().and_then(Keeper::looked) {
            texts |= !looked.texts.is_empty();
            self.take_up(looked);
        }
        self.take_in_arrived(Portion::Share);
        texts || self.lines() > before
    }

    fn take_up(&mut self, looked: Looked) {
        for found in looked.reading.findings {
            let same = |known: &Finding| format!("{known:?}") == format!("{found:?}");
            if !self.findings.iter().any(same) {
                self.findings.push(found);
            }
        }
        self.arriving.extend(looked.reading.entries.into_iter().filter(|entry| !self.fold.contains(entry.id)));
        self.erasing_due |= self.fold.has_erased() && !looked.texts.is_empty();
        for (hash, text) in looked.texts {
            self.fold.supply_text(hash, text);
            self.findings.retain(|found| !found.is_about_text(hash));
        }
        self.tell_missing(&looked.lacking);
    }

    fn lines(&self) -> usize {
        self.fold.entries().len() + self.fold.unfinished().len()
    }

    /// How many lines the backups on this machine hold that the project lacks.
    pub fn in_backup(&self) -> usize {
        let known = self.known();
        let lost = self.keeper.as_ref().map(|keeper| keeper.backups().lost(|entry| known.contains(&entry)));
        lost.unwrap_or_default().iter().map(|lost| lost.lines).sum()
    }

    /// What is needed to put back what the backups on this machine hold and the project lacks; may be taken to another
    /// thread, as that takes its time. `None` for a project in memory.
    pub fn restoring(&self) -> Option<Restoring> {
        let keeper = self.keeper.as_ref()?;
        Some(Restoring { dir: keeper.dir().clone(), backups: keeper.backups(), known: self.known() })
    }

    /// Every line that is here, also where it is not taken in yet.
    fn known(&self) -> HashSet<EntryHash> {
        self.fold.entries().chain(self.fold.unfinished()).chain(&self.arriving).map(|entry| entry.id).collect()
    }

    /// Puts back what the backups hold and the project lacks, and takes it in; tells how many lines came back.
    ///
    /// # Errors
    /// Where a log cannot be written.
    pub fn restore_from_backup(&mut self) -> Result<usize, SessionError> {
        let Some(restoring) = self.restoring() else { return Ok(0) };
        restoring.put_back()?;
        Ok(self.refresh())
    }

    /// Tells whether the person here has marked a notice as read.
    pub fn is_read(&self, notice: &Notice) -> bool {
        self.read.contains(&mark(notice))
    }

    /// How many notices are not marked as read.
    pub fn unread(&self) -> usize {
        self.notices().iter().filter(|notice| !self.is_read(notice)).count()
    }

    /// Marks notices as read, here and for the person here alone.
    ///
    /// # Errors
    /// When local data cannot be written; they are then read until the study is closed.
    pub fn mark_read(&mut self, notices: &[Notice]) -> Result<(), StoreError> {
        self.read.extend(notices.iter().map(mark));
        self.keeper.as_ref().map_or(Ok(()), |keeper| keeper.remember_read(&self.read))
    }

    /// Has the folder looked at when [`poll`](Self::poll) is called next: something was just put there.
    pub fn look_soon(&mut self) {
        self.looked_ms = 0;
    }

    /// Takes in what has arrived. In which order it comes makes no difference, so it may come bit by bit.
    fn take_in_arrived(&mut self, portion: Portion) {
        if self.arriving.is_empty() {
            return;
        }
        let (begun_ms, lacked) = (self.world.now_ms(), self.lacking());
        while !self.arriving.is_empty() {
            let most = if portion == Portion::All { usize::MAX } else { AT_A_TIME };
            let news = self.arriving.drain(..most.min(self.arriving.len())).collect();
            self.take_in_news(news);
            if portion == Portion::Share && self.world.now_ms().abs_diff(begun_ms) >= SHARE_MS {
                break;
            }
        }
        let (ahead, lasts) = (self.fold.clocks_ahead(self.world.now_ms()), self.fold.lasts());
        self.findings.retain(|found| match found {
            Finding::NotTakenUp(_) => false,
            Finding::LogShorter { log, had, .. } => lasts.get(log) < Some(had),
            _ => true,
        });
        self.findings.extend(ahead.into_iter().map(Finding::NotTakenUp));
        if self.arriving.is_empty() {
            // What is long to make is made once, when all is here.
            self.history = OnceCell::new();
            if std::mem::take(&mut self.own_arrived) {
                self.stacks = Stacks::of(self.fold.entries().map(Arc::as_ref), self.who.id, &self.own);
            }
        }
        // The texts of new sources are looked for at once.
        if !self.lacking().is_subset(&lacked) {
            self.look(Reach::Logs);
        }
    }

    fn take_in_news(&mut self, news: Vec<Arc<Entry>>) {
        let latest = news.iter().map(|entry| entry.clock).max();
        self.clock = self.clock.max(latest.unwrap_or_default());
        // Another window of this installation, or a backup, may bring what this coder can take back.
        self.own_arrived |= news.iter().any(|entry| self.own.contains(&entry.log));
        self.erasing_due |= self.fold.has_erased() || erasing::tells_of_erasing(&news);
        self.fold.insert(news);
    }

    /// The texts that sources lack.
    fn lacking(&self) -> BTreeSet<TextHash> {
        self.fold.project().sources().filter(|source| source.text.is_none()).map(|source| source.hash).collect()
    }

    /// Lists the texts that were looked for and are not there.
    fn tell_missing(&mut self, sought: &BTreeSet<TextHash>) {
        let Some(keeper) = &self.keeper else { return };
        let lacking = self.fold.project().sources().filter(|source| source.text.is_none());
        for source in lacking.filter(|source| sought.contains(&source.hash)) {
            let (hash, title) = (source.hash, source.title.clone());
            if !self.findings.iter().any(|found| found.is_about_text(hash)) {
                let file = keeper.dir().text_path(hash);
                self.findings.push(Finding::TextMissing { hash, title, file });
            }
        }
    }
}
