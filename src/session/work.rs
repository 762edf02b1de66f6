//! What lies under a session's gestures: deciding, writing down, taking in.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::journal::edit::{Edit, Refusal, decide};
use crate::journal::entry::Entry;
use crate::journal::event::Event;
use crate::journal::undo::Stacks;
use crate::journal::wire::{MAX_LINE, TooLong};
use crate::model::id::{CoderId, EntryHash, LogId, SourceId, TextHash};
use crate::store::finding::Finding;
use crate::store::writer::Line;

use super::Session;
use super::history::{self, Gesture};
use super::pen::{Moment, Pen};
use super::texts;

impl Session {
    /// Decides by what the coder sees: a code that is hidden from them takes no name.
    pub(super) fn decide(&mut self, edit: &Edit) -> Result<Vec<Event>, Refusal> {
        let (world, project) = (&mut self.world, self.fold.shown());
        decide(project, self.who.id, edit, &mut || world.draw())
    }

    /// Says who the coder is, where the project does not know them by this name: a gesture of its own, so that taking
    /// back the first coding does not take back the name.
    pub(super) fn introduce(&mut self) -> Result<(), Refusal> {
        if self.project().coder(self.who.id).is_some() {
            return Ok(());
        }
        let edit = Edit::NameCoder { coder: self.who.id, name: self.who.name.clone() };
        let events = self.decide(&edit)?;
        if events.is_empty() { Ok(()) } else { self.tell(events) }
    }

    pub(super) fn retract(&mut self, entries: Vec<EntryHash>) -> Option<Gesture> {
        let gesture = history::gesture(&self.fold, &entries, &self.own)?;
        self.tell(vec![Event::Retracted { entries }]).ok()?;
        Some(gesture)
    }

    /// Takes up offered texts that known sources lack, because their files are missing or damaged.
    pub(super) fn heal(&mut self) -> BTreeSet<SourceId> {
        let sources = self.fold.project().sources().filter(|source| source.text.is_none());
        let lacking: BTreeMap<TextHash, SourceId> = sources.map(|source| (source.hash, source.id)).collect();
        let texts = self.texts.among(|hash| lacking.contains_key(&hash));
        if texts.is_empty() {
            return BTreeSet::new();
        }
        let now_ms = self.world.now_ms();
        self.pen();
        for (hash, text) in &texts {
            self.fold.supply_text(*hash, Arc::clone(text));
            self.findings.retain(|found| !found.is_about_text(*hash));
        }
        let healed = texts.iter().filter_map(|(hash, _)| lacking.get(hash).copied()).collect();
        if let Some(keeper) = &mut self.keeper {
            keeper.append(texts, &[], now_ms);
        }
        healed
    }

    /// Writes down what happened and takes it in.
    pub(super) fn tell(&mut self, events: Vec<Event>) -> Result<(), Refusal> {
        self.tell_as(self.who.id, events)
    }

    /// Writes down what somebody did, who may be another than who is at work.
    pub(super) fn tell_as(&mut self, coder: CoderId, events: Vec<Event>) -> Result<(), Refusal> {
        let now_ms = self.world.now_ms();
        let mut pen = self.pen();
        let world = &mut self.world;
        let news = self.fold.news_for(pen.log());
        let mut moment = Moment { clock: self.clock, now_ms, coder, news, draw: &mut || world.draw() };
        let (entries, lines) =
            pen.write(events, &mut moment).map_err(|TooLong { bytes }| Refusal::TooLong { bytes, limit: MAX_LINE })?;
        let entries: Vec<Arc<Entry>> = entries.into_iter().map(Arc::new).collect();
        self.clock = moment.clock;
        self.pen = Some(pen);
        let texts = self.texts.of(&entries);
        if let Some(keeper) = &mut self.keeper {
            keeper.append(texts.clone(), &lines, now_ms);
        }
        for (hash, text) in texts {
            self.fold.supply_text(hash, text);
        }
        self.fold.insert(entries.iter().cloned());
        if let Some(history) = self.history.get_mut() {
            history::add(history, &entries, &self.fold, &self.own);
        }
        let own = entries.iter().filter(|entry| entry.coder == self.who.id);
        own.for_each(|entry| self.stacks.tell(entry));
        Ok(())
    }

    /// Takes in what was read.
    pub(super) fn take_in(&mut self, entries: Vec<Arc<Entry>>) {
        match &self.keeper {
            Some(keeper) => self.findings.extend(texts::fold(keeper.dir(), &mut self.fold, entries)),
            None => drop(self.fold.insert(entries)),
        }
        self.clock = self.clock.max(self.fold.latest());
        let ahead = self.fold.clocks_ahead(self.world.now_ms());
        self.findings.extend(ahead.into_iter().map(Finding::NotTakenUp));
        self.history = OnceCell::new();
        self.stacks = Stacks::of(self.fold.entries().map(Arc::as_ref), self.who.id, &self.own);
    }

    /// The pen; at the first change this is when a log is taken.
    pub(super) fn pen(&mut self) -> Pen {
        if let Some(pen) = &self.pen {
            return pen.clone();
        }
        let fresh = LogId::new(self.world.draw());
        let (log, tail) = match &mut self.keeper {
            Some(keeper) => keeper.start(fresh),
            None => (fresh, None),
        };
        self.own.insert(log);
        let pen = Pen::new(log, tail);
        self.pen = Some(pen.clone());
        pen
    }

    /// Appends lines of own logs word for word, which only a conflict copy holds: such copies get tidied away.
    pub(super) fn keep(&mut self, strays: &[Line]) {
        let now_ms = self.world.now_ms();
        self.pen();
        if let Some(keeper) = &mut self.keeper {
            keeper.append(Vec::new(), strays, now_ms);
        }
    }
}
