//! The shape of the code tree: creations, moves and merges replayed in order. Whoever would close a cycle, or go deeper
//! than 64, is skipped, so every machine skips the same.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Stamp;
use crate::journal::notice::Skip;
use crate::model::code::Place;
use crate::model::codebook::MAX_DEPTH;
use crate::model::id::CodeId;

/// Where every code stands that was ever made, deleted ones too; merged ones have left.
#[derive(Default)]
pub(super) struct Tree {
    nodes: BTreeMap<CodeId, Node>,
    children: BTreeMap<CodeId, BTreeSet<CodeId>>,
    merges: BTreeMap<CodeId, Merge>,
}

/// A code that was merged into another.
#[derive(Clone, Copy)]
pub(super) struct Merge {
    pub(super) into: CodeId,
    pub(super) stamp: Stamp,
}

struct Node {
    parent: Option<CodeId>,
    place: Place,
}

impl Tree {
    /// Puts a new code under `parent`, or at the top where it cannot stand there.
    pub(super) fn create(&mut self, code: CodeId, parent: Option<CodeId>, place: Place) -> Result<(), Skip> {
        let parent = parent.map(|parent| self.target(parent));
        let fits = self.fits(code, parent);
        self.put(code, if fits.is_ok() { parent } else { None }, place);
        fits
    }

    /// Moves a code with all under it.
    pub(super) fn move_to(&mut self, code: CodeId, parent: Option<CodeId>, place: Place) -> Result<(), Skip> {
        if self.merges.contains_key(&code) {
            return Err(Skip::MergedBefore);
        }
        if !self.nodes.contains_key(&code) {
            return Err(Skip::Unknown);
        }
        let parent = parent.map(|parent| self.target(parent));
        self.fits(code, parent)?;
        self.put(code, parent, place);
        Ok(())
    }

    /// Merges a code into another, which takes over what stands under it. A code that is merged into one below it
    /// lifts that one to its own place first.
    pub(super) fn merge(&mut self, from: CodeId, into: CodeId, stamp: Stamp) -> Result<(), Skip> {
        if self.merges.contains_key(&from) {
            return Err(Skip::MergedBefore);
        }
        let into = self.target(into);
        if from == into {
            return Err(Skip::Cycle);
        }
        let Some(place) = self.nodes.get(&from).map(|node| (node.parent, node.place.clone())) else {
            return Err(Skip::Unknown);
        };
        if !self.nodes.contains_key(&into) {
            return Err(Skip::Unknown);
        }
        if self.above(into).any(|above| above == from) {
            let (parent, place) = place;
            self.put(into, parent, place);
        } else if self.depth(into) + self.height(from) > MAX_DEPTH {
            return Err(Skip::TooDeep);
        }
        for child in self.children.remove(&from).unwrap_or_default() {
            let Some(node) = self.nodes.get_mut(&child) else { continue };
            node.parent = Some(into);
            self.children.entry(into).or_default().insert(child);
        }
        self.leave(from);
        self.nodes.remove(&from);
        self.merges.insert(from, Merge { into, stamp });
        Ok(())
    }

    /// The code that a code counts as now.
    pub(super) fn target(&self, code: CodeId) -> CodeId {
        self.merged(code).last().map_or(code, |merge| merge.into)
    }

    /// The merges that a code went through, first to last.
    pub(super) fn merged(&self, code: CodeId) -> impl Iterator<Item = Merge> + '_ {
        let first = self.merges.get(&code).copied();
        std::iter::successors(first, |merge| self.merges.get(&merge.into).copied())
    }

    pub(super) fn parent(&self, code: CodeId) -> Option<CodeId> {
        self.nodes.get(&code)?.parent
    }

    pub(super) fn place(&self, code: CodeId) -> Option<&Place> {
        self.nodes.get(&code).map(|node| &node.place)
    }

    /// The codes above a code, nearest first.
    pub(super) fn above(&self, code: CodeId) -> impl Iterator<Item = CodeId> + '_ {
        std::iter::successors(self.parent(code), |&above| self.parent(above))
    }

    fn fits(&self, code: CodeId, parent: Option<CodeId>) -> Result<(), Skip> {
        let Some(parent) = parent else { return Ok(()) };
        if parent == code || self.above(parent).any(|above| above == code) {
            return Err(Skip::Cycle);
        }
        let deep = self.depth(parent) + 1 + self.height(code) > MAX_DEPTH;
        if deep { Err(Skip::TooDeep) } else { Ok(()) }
    }

    fn depth(&self, code: CodeId) -> usize {
        self.above(code).count()
    }

    fn height(&self, code: CodeId) -> usize {
        let (mut height, mut level) = (0, vec![code]);
        loop {
            level = level.iter().filter_map(|code| self.children.get(code)).flatten().copied().collect();
            if level.is_empty() {
                return height;
            }
            height += 1;
        }
    }

    fn put(&mut self, code: CodeId, parent: Option<CodeId>, place: Place) {
        self.leave(code);
        self.nodes.insert(code, Node { parent, place });
        if let Some(parent) = parent {
            self.children.entry(parent).or_default().insert(code);
        }
    }

    fn leave(&mut self, code: CodeId) {
        if let Some(parent) = self.parent(code)
            && let Some(row) = self.children.get_mut(&parent)
        {
            row.remove(&code);
        }
    }
}
