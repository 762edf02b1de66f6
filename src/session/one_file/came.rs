//! What a merge has brought: how much, of whom, and what was here already.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::journal::notice::Notice;
use crate::model::id::CoderId;
use crate::model::project::Project;

/// Whether the study was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Was {
    /// It was made of what came.
    New,
    /// What came was merged with it.
    Here,
}

/// What a merge has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// The folder of the study.
    pub folder: PathBuf,
    /// The name of the study.
    pub name: String,
    /// Whether it was there before.
    pub was: Was,
    /// How many lines are new, and how many both copies had.
    pub lines: Lines,
    /// Codings that are new, by the name of their coder, the most first.
    pub codings: Vec<(String, usize)>,
    /// Codings that others have taken away, or that went with a code or a source.
    pub taken_away: usize,
    /// New codes.
    pub codes: usize,
    /// New sources.
    pub sources: usize,
    /// New cases.
    pub cases: usize,
    /// New memos, and new wordings of memos.
    pub memos: usize,
    /// Texts that were in neither copy.
    pub texts_missing: usize,
    /// What was said at the same time and should be looked at.
    pub notices: usize,
}

/// The lines of the other copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Those that were not here.
    pub new: usize,
    /// Those that both had; they count once.
    pub known: usize,
    /// Those that could not be read.
    pub unreadable: usize,
}

impl Came {
    /// What has changed from one project to the next; texts are not asked.
    pub(super) fn between(
        (before, after): (&Project, &Project),
        (folder, was): (PathBuf, Was),
        (lines, texts_missing): (Lines, usize),
        (told, tells): (&[Notice], &[Notice]),
    ) -> Self {
        let mut by: BTreeMap<CoderId, usize> = BTreeMap::new();
        for coding in after.codings().filter(|coding| before.coding(coding.id).is_none()) {
            *by.entry(coding.coder).or_default() += 1;
        }
        let mut codings: Vec<(String, usize)> =
            by.into_iter().map(|(coder, n)| (after.coder_name(coder).to_owned(), n)).collect();
        codings.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
        let wordings = |project: &Project| project.memos().map(|memo| memo.versions.len()).sum::<usize>();
        Self {
            folder,
            name: after.name().to_owned(),
            was,
            lines,
            codings,
            taken_away: before.codings().filter(|coding| after.coding(coding.id).is_none()).count(),
            codes: after.codebook().codes().filter(|code| before.codebook().code(code.id).is_none()).count(),
            sources: after.sources().filter(|source| before.source(source.id).is_none()).count(),
            cases: after.cases().into_iter().filter(|case| before.case(case.id).is_none()).count(),
            memos: wordings(after).saturating_sub(wordings(before)),
            texts_missing,
            notices: tells.iter().filter(|notice| !told.contains(notice)).count(),
        }
    }
}
