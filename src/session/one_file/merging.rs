//! Merging another copy of a study with the one that is open: entry by entry, so that nothing is lost and nothing counts twice.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::fold::Fold;
use crate::journal::notice::Notice;
use crate::journal::redaction::texts_wanted;
use crate::journal::wire::{self, BadLine};
use crate::model::id::{CoderId, EntryHash, FileHash, LogId, ProjectId};
use crate::model::project::Project;
use crate::session::Session;
use crate::store::ProjectDir;
use crate::store::blobs::Found;
use crate::store::error::{Doing, StoreError};
use crate::store::log_file::without_erased;

use super::came::{Came, Lines, Was};
use super::news::{Damaged, News};
use super::other::{Kind, Other};
use super::{OneFile, OneFileError};

/// What a study must know of itself to take in another copy; may be taken to another thread, as that takes its time.
pub struct Merging {
    pub(super) dir: ProjectDir,
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) before: Arc<Project>,
    pub(super) notices: Vec<Notice>,
    pub(super) was: Was,
    /// Who is told what came; `None` where everybody may be.
    pub(super) reader: Option<CoderId>,
    /// Who is not to see all of it.
    pub(super) veil: Option<CoderId>,
}

impl Session {
    /// What is needed to merge another copy with this study; `None` for a project in memory. What a merge has written,
    /// the next look at the folder takes in.
    pub fn merging(&self) -> Option<Merging> {
        let keeper = self.keeper.as_ref()?;
        let entries = self.fold.entries().chain(self.fold.unfinished()).cloned().collect();
        let (before, notices) = (Arc::clone(self.project()), self.notices().to_vec());
        Some(Merging {
            dir: keeper.dir().clone(),
            entries,
            before,
            notices,
            was: Was::Here,
            reader: Some(self.who.id),
            veil: self.fold.veiled_for(),
        })
    }

    /// Merges another copy, in a folder or in one file, with this study and takes it in; for whoever may wait.
    ///
    /// # Errors
    /// As [`Merging::folder`] and [`Merging::file`], and for a project in memory.
    pub fn merge(&mut self, merge: impl FnOnce(&Merging) -> Result<Came, OneFileError>) -> Result<Came, OneFileError> {
        self.settle()?;
        let merging = self.merging().ok_or(OneFileError::InMemory)?;
        let came = merge(&merging)?;
        self.refresh();
        Ok(came)
    }
}

impl Merging {
    /// Which study it is.
    pub fn project(&self) -> ProjectId {
        self.dir.project()
    }

    /// Merges the copy in another folder. Writes nothing there, and only new files here.
    ///
    /// # Errors
    /// When there is no study, or another one, or when something cannot be read or written; what was written before stays
    /// and counts.
    pub fn folder(&self, folder: &Path) -> Result<Came, OneFileError> {
        let dir = ProjectDir::open(Arc::clone(self.dir.disk()), folder)?;
        if dir.project() != self.dir.project() {
            return Err(OneFileError::OtherStudy { path: folder.to_owned() });
        }
        self.take(&mut Other::folder(dir))
    }

    /// Merges the copy in one file.
    ///
    /// # Errors
    /// As [`folder`](Self::folder).
    pub fn file(&self, file: &OneFile) -> Result<Came, OneFileError> {
        if file.project() != self.dir.project() {
            return Err(OneFileError::OtherStudy { path: file.path().to_owned() });
        }
        self.take(&mut Other::file(file)?)
    }

    fn take(&self, other: &mut Other<'_>) -> Result<Came, OneFileError> {
        let mut news = News::of(self, other)?;
        let mut fold = Fold::new();
        fold.insert(self.entries.iter().cloned());
        fold.insert(std::mem::take(&mut news.entries));
        // What was erased on either side is erased on both, before anything of it lies here.
        let gone: BTreeSet<u128> = fold.gone_files().into_keys().collect();
        let texts_missing = self.take_texts(other, &fold, &gone)?;
        self.take_originals(other, &fold, &gone)?;
        self.take_lines(other, &mut news, fold.erased_entries())?;
        if let Some(coder) = self.reader {
            fold.tell_only(coder);
        }
        if let Some(coder) = self.veil {
            fold.veil_for(coder);
        }
        let lines = Lines { new: news.new, known: news.known.len(), unreadable: news.unreadable };
        Ok(Came::between(
            (&self.before, fold.shown()),
            (self.dir.root().to_owned(), self.was),
            (lines, texts_missing),
            (&self.notices, fold.notices()),
        ))
    }

    /// Takes the texts that sources are to be read from and that are not here; tells how many are in neither copy.
    fn take_texts(&self, other: &mut Other<'_>, fold: &Fold, gone: &BTreeSet<u128>) -> Result<usize, OneFileError> {
        let mut missing = 0;
        for wanted in texts_wanted(fold.entries().map(AsRef::as_ref)) {
            let hash = wanted.text;
            if gone.contains(&hash.bits()) {
                continue;
            }
            if let Found::Whole(text) = self.dir.read_text(hash)? {
                if self.dir.is_text_in_doubt(hash) {
                    self.dir.put_text(hash, &text)?;
                }
                continue;
            }
            let text = other.blob(Kind::Text, hash.bits())?.and_then(|(bytes, _)| String::from_utf8(bytes).ok());
            match text {
                Some(text) => self.dir.put_text(hash, &text)?,
                None => missing += usize::from(wanted.needed),
            }
        }
        Ok(missing)
    }

    fn take_originals(&self, other: &mut Other<'_>, fold: &Fold, gone: &BTreeSet<u128>) -> Result<(), OneFileError> {
        let kept: BTreeMap<FileHash, &str> = fold
            .entries()
            .flat_map(|entry| &entry.events)
            .filter_map(|event| match event {
                Event::SourceFileKept { hash, extension, .. } => Some((*hash, extension.as_ref())),
                _ => None,
            })
            .filter(|(hash, _)| !gone.contains(&hash.bits()))
            .collect();
        for (hash, ending) in kept {
            if let Some((bytes, _)) = other.blob(Kind::Original, hash.bits())? {
                self.dir.keep_original(&bytes, ending)?;
            }
        }
        Ok(())
    }

    /// Takes the lines that are not here, without the words that were erased: whole segments of logs that nobody here has
    /// heard of under their own names, all else beside what is there.
    fn take_lines(
        &self,
        other: &mut Other<'_>,
        news: &mut News,
        erased: &BTreeSet<EntryHash>,
    ) -> Result<(), OneFileError> {
        self.dir.put_again()?;
        let known_logs: BTreeSet<LogId> = news.lines.keys().copied().filter(|log| self.dir.has_log(*log)).collect();
        for (file, segment, ids) in &news.segments {
            if known_logs.contains(&segment.0) || !news.lines.contains_key(&segment.0) {
                continue;
            }
            let bytes = other.log(file)?;
            let clean = without_erased(&bytes, erased, &BTreeSet::new()).unwrap_or(bytes);
            if self.dir.put_segment(*segment, &clean)?
                && let Some(lines) = news.lines.get_mut(&segment.0)
            {
                lines.retain(|(_, id), _| !ids.contains(id));
                // What is damaged came with it.
                news.damaged.retain(|damaged| damaged.file != file.name);
            }
        }
        for (log, lines) in &mut news.lines {
            for (_, line) in lines.iter_mut().filter(|((_, id), _)| erased.contains(id)) {
                // A line that was read is one that can be bared.
                *line = wire::without_text(line).map_err(|why| unreadable(other, &why))?;
            }
            self.dir.put_lines(*log, lines.values().map(String::as_bytes))?;
        }
        let is_erased = |line: &Damaged| wire::id_told(&line.words()).is_some_and(|id| erased.contains(&id));
        let lines: BTreeSet<&[u8]> =
            news.damaged.iter().filter(|line| !is_erased(line)).map(|line| line.bytes.as_slice()).collect();
        Ok(self.dir.put_damaged(lines.into_iter())?)
    }
}

fn unreadable(other: &Other<'_>, why: &BadLine) -> StoreError {
    let cause = Arc::new(io::Error::other(why.clone()));
    StoreError::Io { doing: Doing::ReadLog, path: other.path().to_owned(), cause }
}
