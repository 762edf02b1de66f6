//! The codebook: the tree of codes, categories and themes. Never a cycle, never deeper than 64.

use std::collections::BTreeSet;

use imbl::OrdMap;

use super::code::{Code, CodeKind, Hue};
use super::id::CodeId;

/// How deep the tree may be; part of the meaning of a journal, so never to be changed.
pub const MAX_DEPTH: usize = 64;

/// How many codes a project may have.
pub const MAX_CODES: usize = 20_000;

/// The tree of codes as it is now; only living codes are in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    codes: OrdMap<CodeId, Code>,
    children: OrdMap<Option<CodeId>, Vec<CodeId>>,
}

/// One row of the tree as it is read from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The code.
    pub code: CodeId,
    /// 0 at the top.
    pub depth: usize,
}

impl Codebook {
    /// Builds the tree. A code whose parent is not among `codes` stands at the top; a cycle is broken at the code
    /// with the smallest id. The journal's fold gives neither.
    pub fn new(codes: impl IntoIterator<Item = Code>) -> Self {
        let mut codes: OrdMap<CodeId, Code> = codes.into_iter().map(|code| (code.id, code)).collect();
        let loose: Vec<CodeId> = codes.values().filter(|code| !reaches_top(&codes, code)).map(|code| code.id).collect();
        for id in loose {
            let bad = codes.get(&id).is_some_and(|code| !reaches_top(&codes, code));
            if bad && let Some(code) = codes.get_mut(&id) {
                code.parent = None;
            }
        }
        let mut children: OrdMap<Option<CodeId>, Vec<CodeId>> = OrdMap::new();
        for code in codes.values() {
            children.entry(code.parent).or_default().push(code.id);
        }
        let keys: Vec<_> = children.keys().copied().collect();
        for key in keys {
            if let Some(row) = children.get_mut(&key) {
                row.sort_by(|a, b| (&codes[a].place, a).cmp(&(&codes[b].place, b)));
            }
        }
        Self { codes, children }
    }

    /// The tree without some of its codes; what stands under one of them stands where that one did.
    pub(super) fn without(&self, gone: &BTreeSet<CodeId>) -> Self {
        let mut left = self.clone();
        let mut rows = BTreeSet::new();
        for id in gone {
            let Some(code) = left.codes.remove(id) else { continue };
            let heir = self.ancestors(*id).map(|above| above.id).find(|above| !gone.contains(above));
            rows.extend([code.parent, heir]);
            for below in left.children.remove(&Some(*id)).unwrap_or_default() {
                if let Some(child) = left.codes.get_mut(&below).filter(|_| !gone.contains(&below)) {
                    child.parent = heir;
                    left.children.entry(heir).or_default().push(below);
                }
            }
        }
        for parent in rows {
            let Some(mut row) = left.children.remove(&parent) else { continue };
            row.retain(|id| left.codes.contains_key(id));
            row.sort_by_key(|id| (left.codes.get(id).map(|code| code.place.clone()), *id));
            if !row.is_empty() {
                left.children.insert(parent, row);
            }
        }
        left
    }

    /// A living code.
    pub fn code(&self, id: CodeId) -> Option<&Code> {
        self.codes.get(&id)
    }

    /// Every living code, in the order of the ids.
    pub fn codes(&self) -> impl Iterator<Item = &Code> {
        self.codes.values()
    }

    /// How many codes, categories and themes there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Tells whether the codebook is empty.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The codes right under `parent` in their order; `None` gives the top.
    pub fn children(&self, parent: Option<CodeId>) -> &[CodeId] {
        self.children.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// The whole tree from top to bottom, parents before their children.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.codes.len());
        let mut open: Vec<Row> = self.children(None).iter().rev().map(|&code| Row { code, depth: 0 }).collect();
        while let Some(row) = open.pop() {
            rows.push(row);
            let below = self.children(Some(row.code)).iter().rev();
            open.extend(below.map(|&code| Row { code, depth: row.depth + 1 }));
        }
        rows
    }

    /// The code and all that stands under it, from top to bottom.
    pub fn family(&self, code: CodeId) -> Vec<CodeId> {
        let mut family = Vec::new();
        let mut open = vec![code];
        while let Some(next) = open.pop() {
            family.push(next);
            open.extend(self.children(Some(next)).iter().rev());
        }
        family
    }

    /// The codes above `code`, nearest first.
    pub fn ancestors(&self, code: CodeId) -> impl Iterator<Item = &Code> {
        std::iter::successors(self.parent(code), |above| self.parent(above.id))
    }

    fn parent(&self, code: CodeId) -> Option<&Code> {
        self.code(self.code(code)?.parent?)
    }

    /// The code that a new one comes under while `active` is chosen: `active` itself where it groups codes, else the one
    /// above it.
    pub fn parent_for_new(&self, active: Option<CodeId>) -> Option<CodeId> {
        let active = self.code(active?)?;
        match active.kind {
            CodeKind::Code => active.parent,
            CodeKind::Category | CodeKind::Theme => Some(active.id),
        }
    }

    /// How many codes stand above `code`.
    pub fn depth(&self, code: CodeId) -> usize {
        self.ancestors(code).count()
    }

    /// How many levels stand under `code`; 0 for a leaf.
    pub fn height(&self, code: CodeId) -> usize {
        let own = self.depth(code);
        self.family(code).into_iter().map(|below| self.depth(below) - own).max().unwrap_or(0)
    }

    /// The names from the top down to `code`, as in *Samarbeid › konkurrenter › hjelp uten faktura*.
    pub fn path(&self, code: CodeId) -> Vec<&str> {
        let mut names: Vec<&str> = self.ancestors(code).map(|above| above.name.as_str()).collect();
        names.reverse();
        names.extend(self.code(code).map(|code| code.name.as_str()));
        names
    }

    /// The colour a code is drawn in: its own, or its nearest ancestor's, with how many levels below the owner it
    /// lies; the first slot where nobody has one.
    pub fn hue(&self, code: CodeId) -> (Hue, usize) {
        let own = self.code(code).into_iter();
        let line = own.chain(self.ancestors(code));
        let found = line.enumerate().find_map(|(below, code)| code.hue.map(|hue| (hue, below)));
        found.unwrap_or((Hue(0), self.depth(code)))
    }

    /// Finds a code by its path, without regard to case.
    pub fn find(&self, path: &[&str]) -> Option<CodeId> {
        let mut at = None;
        for name in path {
            let wanted = name.trim().to_lowercase();
            let named = |id: &&CodeId| self.codes[*id].name.to_lowercase() == wanted;
            at = Some(*self.children(at).iter().find(named)?);
        }
        at
    }
}

fn reaches_top(codes: &OrdMap<CodeId, Code>, code: &Code) -> bool {
    let mut at = code;
    for _ in 0..=MAX_DEPTH {
        let Some(parent) = at.parent else { return true };
        let Some(above) = codes.get(&parent) else { return false };
        at = above;
    }
    false
}
