//! Erasing for good: names in texts that are here already, and whole sources. What was told is made true on the disk once it
//! is safe, and again at every opening.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::journal::edit::Refusal;
use crate::journal::edit::sources::text_hash;
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::redaction::{self, Elsewhere, Redaction};
use crate::journal::wire;
use crate::model::id::{CaseId, SourceId};
use crate::store::blobs::Found;
use crate::store::finding::Finding;
use crate::store::keeper::{Keeper, Waiting};
use crate::store::scrub::{Scrub, Scrubbed};
use crate::store::writer::{Line, Saved};
use crate::text::indexed::IndexedText;
use crate::text::names::table::Table;

use super::{Session, SessionError};

impl Session {
    /// Replaces the names of a table in sources, with all codings on their words, and erases them for good. Nothing is told
    /// where there is none of them. What is on the disk goes as soon as what was told is safe; see
    /// [`finish_erasing`](Self::finish_erasing).
    ///
    /// # Errors
    /// When a source or its text is not here.
    pub fn pseudonymise(
        &mut self,
        table: &Table,
        sources: &BTreeSet<SourceId>,
        elsewhere: Elsewhere,
    ) -> Result<Redaction, Refusal> {
        self.allow_all()?;
        let world = &mut self.world;
        let told = redaction::redact(&self.fold, (table, sources, elsewhere), &mut || world.draw())?;
        self.tell_redaction(told)
    }

    /// Erases sources for good, and a case with all that was written about it.
    ///
    /// # Errors
    /// When one of them is not here.
    pub fn erase(&mut self, sources: &BTreeSet<SourceId>, case: Option<CaseId>) -> Result<Redaction, Refusal> {
        self.allow_all()?;
        let world = &mut self.world;
        let told = redaction::erase(&self.fold, (sources, case), &mut || world.draw())?;
        self.tell_redaction(told)
    }

    fn tell_redaction(&mut self, mut told: Redaction) -> Result<Redaction, Refusal> {
        if told.events.is_empty() {
            return Ok(told);
        }
        self.introduce()?;
        for text in std::mem::take(&mut told.texts) {
            self.offer_safe(text);
        }
        self.tell(told.events.clone())?;
        self.texts.clear();
        self.history = OnceCell::new();
        self.erasing_due = self.keeper.is_some();
        Ok(told)
    }

    /// Offers a text that takes the place of another, and waits until it is on the medium: a power cut may leave a line and
    /// not the text that was written before it, and without that text the source could not be read any more.
    fn offer_safe(&mut self, text: String) {
        self.pen();
        if let Some(keeper) = &mut self.keeper {
            // Where this fails it is written with the line, and told if it cannot be.
            keeper.put_text(text_hash(&text), &text);
        }
        self.texts.offer_text(text);
    }

    /// Tells whether something was erased that is still on this machine's disk.
    pub fn is_erasing(&self) -> bool {
        self.erasing_due || self.keeper.as_ref().is_some_and(Keeper::is_erasing)
    }

    /// What was erased from the disk since this was asked last.
    pub fn take_receipt(&mut self) -> Option<Scrubbed> {
        self.receipt.take()
    }

    /// Waits until all that was told is safe and what was erased is off this machine's disk; gives what was erased.
    ///
    /// # Errors
    /// When something could not be saved; then nothing is erased yet. What could not be erased is told in
    /// [`Scrubbed::left`].
    pub fn finish_erasing(&mut self) -> Result<Scrubbed, SessionError> {
        self.settle()?;
        while self.is_erasing() {
            self.go_on_erasing(Waiting::ForIt);
            self.settle()?;
        }
        Ok(self.receipt.take().unwrap_or_default())
    }

    /// Begins to erase what is due, and takes in what was erased. Tells whether anything changed.
    pub(super) fn go_on_erasing(&mut self, wait: Waiting) -> bool {
        let busy = self.keeper.as_ref().is_some_and(Keeper::is_erasing);
        if self.erasing_due && !busy && matches!(self.saved(), Saved::Saved) && !self.tell_what_is_left() {
            self.erasing_due = false;
            let scrub = Scrub {
                entries: self.fold.erased_entries().clone(),
                waiting: self.fold.entangled().map(|entry| entry.id).collect(),
                files: self.fold.gone_files(),
            };
            if let Some(keeper) = &mut self.keeper {
                keeper.erase(scrub);
            }
        }
        let Some(done) = self.keeper.as_mut().and_then(|keeper| keeper.erased(wait)) else { return false };
        self.findings.extend(done.left.iter().cloned().map(Finding::Unreadable));
        match &mut self.receipt {
            Some(receipt) => receipt.add(done),
            None => self.receipt = Some(done),
        }
        true
    }

    /// Lines of own logs that only a copy holds, without words that were erased since.
    pub(super) fn without_erased(&self, mut lines: Vec<Line>) -> Vec<Line> {
        let erased = self.fold.erased_entries();
        for line in lines.iter_mut().filter(|line| erased.contains(&line.hash)) {
            if let Ok(bare) = wire::without_text(&line.line) {
                line.line = bare;
            }
        }
        lines
    }

    /// Tells what has to be told before what was erased can go from the disk; whether it did, so that it is safe first.
    fn tell_what_is_left(&mut self) -> bool {
        self.merge_redactions() || self.disentangle()
    }

    /// Says anew what own lines say beside words about what was erased, where those had not been met by whoever erased it.
    fn disentangle(&mut self) -> bool {
        let world = &mut self.world;
        // What cannot be told now is told at the next opening.
        let Ok(events) = redaction::disentangle(&self.fold, &self.own, &mut || world.draw()) else { return false };
        let told = !events.is_empty() && self.tell(events).is_ok();
        if told {
            self.history = OnceCell::new();
        }
        told
    }

    /// Makes one text of those that two have blacked out at the same time. Tells whether it did, so that it is safe first.
    fn merge_redactions(&mut self) -> bool {
        let Some(keeper) = &self.keeper else { return false };
        let mut events = Vec::new();
        for (source, texts) in self.fold.redactions() {
            let [first, rest @ ..] = texts.as_slice() else { continue };
            if rest.is_empty() || self.project().source(source).is_none() {
                continue;
            }
            let read = |hash| match keeper.dir().read_text(hash) {
                Ok(Found::Whole(text)) => Some(IndexedText::new(text)),
                _ => None,
            };
            let whole = rest.iter().try_fold(read(*first), |text, next| {
                let merged = redaction::merged(text.as_ref()?, &read(*next)?)?;
                Some(Some(IndexedText::new(merged)))
            });
            if let Some(text) = whole.flatten() {
                let text = text.as_str().to_owned();
                let hash = text_hash(&text);
                events.push((text, Event::SourceRedacted { source, text: hash, erase: Vec::new() }));
            }
        }
        if events.is_empty() {
            return false;
        }
        let (texts, events): (Vec<String>, Vec<Event>) = events.into_iter().unzip();
        texts.into_iter().for_each(|text| self.offer_safe(text));
        // What cannot be told now is told at the next opening.
        let told = self.tell(events).is_ok();
        self.texts.clear();
        told
    }
}

/// Tells whether entries say that something was erased.
pub(super) fn tells_of_erasing(entries: &[Arc<Entry>]) -> bool {
    entries.iter().flat_map(|entry| &entry.events).any(Event::is_final)
}
