//! Which rows of the code tree are shown, with their counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::codebook::Codebook;
use crate::model::id::CodeId;
use crate::model::project::Project;

/// A row of the tree as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TreeRow {
    /// The code.
    pub code: CodeId,
    /// 0 at the top.
    pub depth: usize,
    /// How many codings it has, with those of the codes under it.
    pub count: usize,
    /// Whether it has codes under it, and whether they are shown.
    pub branch: Branch,
}

/// What a row has under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Branch {
    /// Nothing.
    Leaf,
    /// Codes that are shown.
    Open,
    /// Codes that are hidden.
    Folded,
}

/// The rows to show. While something is filtered for, every code that fits is shown with those above it, and nothing
/// is folded.
pub(super) fn rows(project: &Project, folded: &BTreeSet<CodeId>, filter: &str) -> Vec<TreeRow> {
    let codebook = project.codebook();
    let counts = counts(project);
    let fits = fitting(codebook, filter);
    let mut shown = Vec::new();
    let mut hidden_below = None;
    for row in codebook.rows() {
        if hidden_below.is_some_and(|depth| row.depth > depth) {
            continue;
        }
        hidden_below = None;
        if fits.as_ref().is_some_and(|fits| !fits.contains(&row.code)) {
            continue;
        }
        let leaf = codebook.children(Some(row.code)).is_empty();
        let closed = folded.contains(&row.code) && fits.is_none();
        let branch = match (leaf, closed) {
            (true, _) => Branch::Leaf,
            (false, true) => Branch::Folded,
            (false, false) => Branch::Open,
        };
        if branch == Branch::Folded {
            hidden_below = Some(row.depth);
        }
        shown.push(TreeRow {
            code: row.code,
            depth: row.depth,
            count: counts.get(&row.code).copied().unwrap_or(0),
            branch,
        });
    }
    shown
}

/// How many codings each code has together with the codes under it.
fn counts(project: &Project) -> BTreeMap<CodeId, usize> {
    let codebook = project.codebook();
    let mut counts: BTreeMap<CodeId, usize> = BTreeMap::new();
    // From the bottom up, so that every code is complete before it is added to the one above.
    for row in codebook.rows().into_iter().rev() {
        let own = counts.get(&row.code).copied().unwrap_or(0) + project.coding_count_of(row.code);
        counts.insert(row.code, own);
        if let Some(parent) = codebook.code(row.code).and_then(|code| code.parent) {
            *counts.entry(parent).or_default() += own;
        }
    }
    counts
}

/// The codes whose name or description holds every word, and those above them; `None` where nothing is filtered for.
fn fitting(codebook: &Codebook, filter: &str) -> Option<BTreeSet<CodeId>> {
    let tokens: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    if tokens.is_empty() {
        return None;
    }
    let mut fits = BTreeSet::new();
    for code in codebook.codes() {
        let words = format!("{} {}", code.name, code.description).to_lowercase();
        if tokens.iter().all(|token| words.contains(token)) {
            fits.insert(code.id);
            fits.extend(codebook.ancestors(code.id).map(|above| above.id));
        }
    }
    Some(fits)
}
