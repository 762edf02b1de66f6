//! Row: the codings of one source in the order of its text. Where a text is corrected, all that stands behind moves
//! along in one pass, however many codings there are.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::coding::Coding;
use super::id::CodingId;
use super::project::Project;
use super::span::Span;
use super::weave::moved::{Moved, Place};

impl Project {
    /// Puts a coding into its row and among those of its code. It must not be there yet.
    pub(crate) fn put_in(&mut self, coding: Coding) {
        let row = Arc::make_mut(self.in_source.entry(coding.source).or_default());
        self.codings.insert(coding.id, (coding.source, row.insert(coding)));
        self.of_code.entry(coding.code).or_default().insert(coding.id);
    }

    /// Takes a coding out of its row and from those of its code, and either away once it is empty.
    pub(crate) fn take_out(&mut self, id: CodingId) {
        let Some((source, slot)) = self.codings.remove(&id) else { return };
        let Some(row) = self.in_source.get_mut(&source).map(Arc::make_mut) else { return };
        let Some((coding, moved)) = row.remove(slot) else { return };
        if let Some(moved) = moved {
            self.codings.insert(moved, (source, slot));
        } else if row.is_empty() {
            self.in_source.remove(&source);
        }
        if let Some(alike) = self.of_code.get_mut(&coding.code) {
            alike.remove(&id);
            if alike.is_empty() {
                self.of_code.remove(&coding.code);
            }
        }
    }
}

/// The codings of one source. A coding is found at once by the slot it lies in, and by its words through the order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    slots: Vec<Coding>,
    /// Every slot with the span of its coding, in the order of span and id.
    order: Vec<(Span, u32)>,
}

impl Row {
    /// The row of codings that come in any order, each once.
    pub(crate) fn of(codings: &[Coding]) -> Self {
        // They lie in the order in which they are read, so that a pass over all of them is a walk through memory.
        let mut places: Vec<(Span, CodingId, u32)> =
            codings.iter().zip(0..).map(|(coding, at)| (coding.span, coding.id, at)).collect();
        places.sort_unstable();
        let mut slots = Vec::with_capacity(codings.len());
        slots.extend(places.iter().filter_map(|(.., at)| codings.get(*at as usize).copied()));
        Self { slots, order: places.iter().zip(0..).map(|((span, ..), slot)| (*span, slot)).collect() }
    }

    /// Tells whether it has no codings.
    pub(crate) fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The coding in a slot.
    pub(crate) fn get(&self, slot: u32) -> Option<&Coding> {
        self.slots.get(slot as usize)
    }

    /// The codings in the order of the text.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Coding> {
        self.order.iter().filter_map(|(_, slot)| self.get(*slot))
    }

    /// The coding in each slot.
    pub(crate) fn all(&self) -> &[Coding] {
        &self.slots
    }

    /// Every coding with its slot.
    pub(crate) fn slots(&self) -> impl Iterator<Item = (CodingId, u32)> {
        self.slots.iter().map(|coding| coding.id).zip(0..)
    }

    /// The row without some of its codings; the others keep the order of their slots.
    pub(crate) fn without(&self, gone: &BTreeSet<CodingId>) -> Self {
        let mut slots = Vec::with_capacity(self.slots.len());
        let mut now = Vec::with_capacity(self.slots.len());
        for coding in &self.slots {
            let stays = !gone.contains(&coding.id);
            now.push(stays.then_some(slots.len()).and_then(|slot| u32::try_from(slot).ok()));
            slots.extend(stays.then_some(*coding));
        }
        let stays = |(span, slot): &(Span, u32)| Some((*span, (*now.get(*slot as usize)?)?));
        Self { order: self.order.iter().filter_map(stays).collect(), slots }
    }

    /// The coded spans in the order of the text.
    pub(crate) fn spans(&self) -> impl Iterator<Item = Span> {
        self.order.iter().map(|(span, _)| *span)
    }

    /// The codings of exactly these words.
    pub(crate) fn on(&self, words: Span) -> impl Iterator<Item = &Coding> {
        let first = self.order.partition_point(|(span, _)| *span < words);
        let here = self.order.iter().skip(first).take_while(move |(span, _)| *span == words);
        here.filter_map(|(_, slot)| self.get(*slot))
    }

    /// The codings that share words with a span, in the order of the text.
    pub(crate) fn over(&self, words: Span) -> impl Iterator<Item = &Coding> {
        let begun = self.order.partition_point(|(span, _)| span.start() < words.end());
        let reach = self.order.iter().take(begun).filter(move |(span, _)| span.end() > words.start());
        reach.filter_map(|(_, slot)| self.get(*slot))
    }

    /// Takes up a coding that is not here; gives its slot.
    pub(crate) fn insert(&mut self, coding: Coding) -> u32 {
        let slot = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        let place = self.place(&coding);
        self.order.insert(place, (coding.span, slot));
        self.slots.push(coding);
        slot
    }

    /// Takes a coding out of its slot; gives it, and the coding that lies in that slot from now on.
    pub(crate) fn remove(&mut self, slot: u32) -> Option<(Coding, Option<CodingId>)> {
        let coding = *self.get(slot)?;
        let (place, last) = (self.place(&coding), *self.slots.last()?);
        let last_place = self.place(&last);
        if let Some(known) = self.order.get_mut(last_place) {
            known.1 = slot;
        }
        self.order.remove(place);
        self.slots.swap_remove(slot as usize);
        Some((coding, (last.id != coding.id).then_some(last.id)))
    }

    /// Follows a text that has changed: what stands behind the change is moved along, and for what touches it the words are
    /// looked for anew. Gives the codings that lack them now; they stand where they did until they are taken out.
    pub(crate) fn follow(&mut self, moved: &Moved, find: impl Fn(&Coding) -> Option<Span>) -> Vec<CodingId> {
        let mut gone = Vec::new();
        for (span, slot) in self.order.iter_mut().filter(|(span, _)| !moved.leaves(*span)) {
            let Some(coding) = self.slots.get_mut(*slot as usize) else { continue };
            match moved.place(*span, coding.at) {
                Place::Before => {}
                Place::Behind(there) => (*span, coding.span) = (there, there),
                Place::Touched => match find(coding) {
                    Some(there) => (*span, coding.span) = (there, there),
                    None => gone.push(coding.id),
                },
            }
        }
        let slots = &self.slots;
        let id = |slot: u32| slots.get(slot as usize).map(|coding| coding.id);
        if !self.order.is_sorted_by(|a, b| a.0 < b.0 || a.0 == b.0 && id(a.1) <= id(b.1)) {
            self.order.sort_by_key(|(span, slot)| (*span, id(*slot)));
        }
        gone
    }

    /// Where a coding stands in the order, or would.
    fn place(&self, coding: &Coding) -> usize {
        let key = (coding.span, coding.id);
        self.order.partition_point(|(span, slot)| {
            *span < key.0 || *span == key.0 && self.get(*slot).is_some_and(|other| other.id < key.1)
        })
    }
}
