//! Review: how much of what was coded a second coder has looked at, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::Scope;
use super::table::{Cell, Kind, Opens};
use crate::lang::review::ReviewWords;
use crate::lang::{Language, fill, grouped};
use crate::model::coding::Coding;
use crate::model::id::{CoderId, CodingId};
use crate::model::project::Project;
use crate::model::review::{Judged, Reviewed, Verdict};

/// A coding as a review sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The coding; where it was reviewed, with the code and the words it had when the reviewer came to it.
    pub coding: Coding,
    /// What the reviewer said last; `None` where they have not looked at it.
    pub judged: Option<Judged>,
    /// Tells whether the coding is there still.
    pub here: bool,
}

/// Everybody whose review counts in a project, by id.
pub fn reviewers(project: &Project) -> BTreeSet<CoderId> {
    project.all_reviewed().flat_map(|reviewed| &reviewed.judged).map(|judged| judged.by).collect()
}

/// What there is to review of a scope, and what was, by the order of the sources, then of the text.
///
/// Of one reviewer: the codings of others, and what that reviewer added. Of all of them: each coding once, with the latest
/// word about it. A coding that is gone is here only where it was removed in review.
pub fn items(project: &Project, scope: &Scope, reviewer: Option<CoderId>) -> Vec<Item> {
    let chosen = scope.chosen(project);
    let place: BTreeMap<_, _> = chosen.sources().enumerate().map(|(at, source)| (source.id, at)).collect();
    let said = |id: CodingId| {
        let judged = project.reviewed(id)?.judged.iter().rev();
        judged.copied().find(|judged| reviewer.is_none_or(|reviewer| judged.by == reviewer))
    };
    let here = project.codings().map(|coding| {
        let judged = said(coding.id);
        let found = judged.and_then(|judged| as_found(project, coding, judged));
        Item { coding: found.unwrap_or(*coding), judged, here: true }
    });
    let gone = project.all_reviewed().filter(|reviewed| project.coding(reviewed.coding).is_none());
    let gone = gone.filter_map(|reviewed| {
        let judged = said(reviewed.coding).filter(|judged| judged.verdict == Verdict::Removed)?;
        Some(Item { coding: removed(project, reviewed, judged)?, judged: Some(judged), here: false })
    });
    let added = |item: &Item| item.judged.is_some_and(|judged| judged.verdict == Verdict::Added);
    let coded = |item: &Item| project.codebook().code(item.coding.code).is_some();
    // What was added is asked for by who reviews, not by whose codings are reviewed.
    let everybody = Scope { coders: BTreeSet::new(), ..scope.clone() }.chosen(project);
    let asked = |item: &Item| if added(item) { everybody.has(&item.coding) } else { chosen.has(&item.coding) };
    let others = |item: &Item| added(item) || reviewer != Some(item.coding.coder);
    let mut items: Vec<Item> = here.chain(gone).filter(|item| coded(item) && others(item) && asked(item)).collect();
    items.sort_by_key(|item| (place.get(&item.coding.source).copied(), item.coding.span, item.coding.id));
    items
}

/// A coding with the code and the words it had when the reviewer came to it; `None` where those words are gone.
fn as_found(project: &Project, coding: &Coding, judged: Judged) -> Option<Coding> {
    let span = project.source(coding.source)?.resolve(judged.at)?;
    Some(Coding { code: judged.code, at: judged.at, span, ..*coding })
}

fn removed(project: &Project, reviewed: &Reviewed, judged: Judged) -> Option<Coding> {
    let Reviewed { coding: id, source, coder, made_ms, .. } = *reviewed;
    let span = project.source(source)?.resolve(judged.at)?;
    Some(Coding { id, code: judged.code, source, at: judged.at, span, coder, made_ms })
}

/// What became of codings in review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What there was to review.
    pub codings: Vec<Item>,
    /// Those of them that were looked at.
    pub reviewed: Vec<Item>,
    /// By what was done; what was added was not there to review.
    pub by_verdict: BTreeMap<Verdict, Vec<Item>>,
}

impl Outcome {
    /// Counts items.
    pub fn of<'i>(items: impl IntoIterator<Item = &'i Item>) -> Self {
        let mut outcome = Self::default();
        for item in items {
            let verdict = item.judged.map(|judged| judged.verdict);
            if verdict != Some(Verdict::Added) {
                outcome.codings.push(*item);
                outcome.reviewed.extend(verdict.map(|_| *item));
            }
            if let Some(verdict) = verdict {
                outcome.by_verdict.entry(verdict).or_default().push(*item);
            }
        }
        outcome
    }

    /// What was done so.
    pub fn with(&self, verdict: Verdict) -> &[Item] {
        self.by_verdict.get(&verdict).map_or(&[], Vec::as_slice)
    }
}

/// What opens these: the codings, or where one of them is gone, the words.
pub fn opens(items: &[Item]) -> Opens {
    if items.is_empty() {
        return Opens::Nothing;
    }
    if items.iter().all(|item| item.here) {
        return Opens::listed(items.iter().map(|item| item.coding.id));
    }
    Opens::Spans(items.iter().map(|item| (item.coding.source, item.coding.span)).collect())
}

/// A paragraph for the chapter on methods: who reviewed how much of whose codings, and what became of it. Empty where
/// nobody has reviewed anything of the scope.
pub fn paragraph(project: &Project, scope: &Scope, language: Language) -> String {
    let say = ReviewWords::of(language);
    let mut told = Vec::new();
    for reviewer in reviewers(project) {
        let items = items(project, scope, Some(reviewer));
        let outcome = Outcome::of(&items);
        let (n, m) = (outcome.reviewed.len(), outcome.codings.len());
        let added = outcome.with(Verdict::Added).len();
        if n + added == 0 {
            continue;
        }
        let name = project.coder_name(reviewer);
        let share = |part: usize, whole: usize| Cell::share(part, whole).shown(Kind::Share, language);
        if n > 0 {
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("reviewer", &name), ("n", &grouped(n)), ("m", &grouped(m)), ("share", &share(n, m))];
            told.push(fill(if m == 1 { say.paragraph_one } else { say.paragraph }, &values));
            let part = |phrase: &str, verdict| {
                let count = outcome.with(verdict).len();
                fill(phrase, &[("n", &grouped(count)), ("share", &share(count, n))])
            };
            let (kept, recoded) = (part(say.part_kept, Verdict::Kept), part(say.part_recoded, Verdict::Recoded));
            let (rebounded, removed) =
                (part(say.part_rebounded, Verdict::Rebounded), part(say.part_removed, Verdict::Removed));
            let questioned = part(say.part_questioned, Verdict::Questioned);
            told.push(fill(
                say.paragraph_parts,
                &[
                    ("kept", &kept),
                    ("recoded", &recoded),
                    ("rebounded", &rebounded),
                    ("removed", &removed),
                    ("questioned", &questioned),
                ],
            ));
        }
        let phrase = match added {
            0 => say.added_none,
            1 => say.added_one,
            _ => say.added_many,
        };
        told.push(fill(phrase, &[("reviewer", &name), ("n", &grouped(added))]));
    }
    if !told.is_empty() {
        told.push(say.paragraph_end.to_owned());
    }
    told.join(" ")
}
