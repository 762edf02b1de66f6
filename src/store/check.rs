//! Checks a whole project: every line, every chain of hashes, every text, and that what they give together holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::journal::fold::Fold;
use crate::journal::redaction::{Wanted, texts_wanted};
use crate::model::id::FileHash;
use crate::model::project::Project;
use crate::text::indexed::IndexedText;

use super::app_data::AppData;
use super::blobs::Found;
use super::disk::Kind;
use super::error::StoreError;
use super::finding::Finding;
use super::{ProjectDir, is_clutter};

/// What a check has looked at, and what it found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// How many lines there are, each counted once.
    pub lines: usize,
    /// How many logs they belong to.
    pub logs: usize,
    /// How many texts were proved.
    pub texts: usize,
    /// How many codings stand in them.
    pub codings: usize,
    /// What is not as it should be.
    pub findings: Vec<Finding>,
    /// How many lines the project lacks that a backup on this machine holds.
    pub in_backup: usize,
}

/// Checks the project in a folder. Writes nothing.
pub fn check(data: &AppData, folder: &Path) -> Result<Checked, StoreError> {
    let dir = ProjectDir::open(Arc::clone(data.disk()), folder)?;
    let reading = dir.read_logs(&BTreeSet::new())?;
    let mut findings = reading.findings;
    let named = texts_wanted(reading.entries.iter().map(AsRef::as_ref));

    let mut fold = Fold::new();
    let mut texts = 0;
    for Wanted { text: hash, title, needed } in named {
        match dir.read_text(hash) {
            Ok(Found::Whole(text)) => {
                texts += 1;
                fold.supply_text(hash, Arc::new(IndexedText::new(text)));
            }
            Ok(Found::Missing) if !needed => {}
            Ok(Found::Missing) => findings.push(Finding::TextMissing { hash, title, file: dir.text_path(hash) }),
            Ok(Found::Damaged(file)) => findings.push(Finding::TextDamaged { hash, title, file }),
            Err(error) => findings.push(Finding::Unreadable(error.into())),
        }
    }
    let logs: BTreeSet<_> = reading.entries.iter().map(|entry| entry.log).collect();
    let lines = fold.insert(reading.entries);
    findings.extend(fold.problems().iter().cloned().map(Finding::NotTakenUp));
    findings.extend(invariants(fold.project()));
    findings.extend(files_of_nobody(&dir, &fold.kept_files()).into_iter().map(|file| Finding::FileOfNobody { file }));
    let lost = data.of(dir.project()).backups().lost(|entry| fold.contains(entry));
    let in_backup = lost.iter().map(|lost| lost.lines).sum();
    Ok(Checked { lines, logs: logs.len(), texts, codings: fold.project().coding_count(), findings, in_backup })
}

/// Every file among the original files that is none of those that are kept.
fn files_of_nobody(dir: &ProjectDir, kept: &BTreeSet<FileHash>) -> Vec<PathBuf> {
    let list = |folder: &Path| dir.disk().list(folder).unwrap_or_default();
    let folders = list(&dir.root().join("files")).into_iter();
    let below = folders.flat_map(|item| if item.kind == Kind::Folder { list(&item.path) } else { vec![item] });
    let files = below.filter(|item| item.kind == Kind::File && !is_clutter(&item.path));
    let owned = |path: &Path| {
        // A sync service may have given a copy a name that begins alike.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.get(..32).and_then(|stem| stem.parse().ok()).is_some_and(|hash| kept.contains(&hash))
    };
    files.map(|file| file.path).filter(|path| !owned(path)).collect()
}

/// What must be so in every project, whatever its logs say.
fn invariants(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    for coding in project.codings() {
        let known = project.codebook().code(coding.code).is_some();
        let Some(source) = project.source(coding.source).filter(|_| known) else {
            findings.push(Finding::CodingLoose { coding: coding.id });
            continue;
        };
        let length = source.text.as_ref().map_or(source.length, |text| text.len());
        if coding.span.end() > length {
            findings.push(Finding::CodingOutside { coding: coding.id, title: source.title.clone() });
        }
    }
    for code in project.codebook().codes() {
        if code.parent.is_some_and(|parent| project.codebook().code(parent).is_none()) {
            findings.push(Finding::ParentMissing { code: code.id, name: code.name.clone() });
        }
    }
    findings
}
