//! Names in a study: who and what may be named in it, and what it calls people by itself.

use std::collections::BTreeSet;
use std::path::Path;

use crate::model::id::{CaseId, SourceId};
use crate::model::project::Project;
use crate::text::names::candidates::{Candidate, candidates};
use crate::text::names::own::{Own, is_number};
use crate::text::names::propose::Labels;

/// What may still tell who somebody is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remaining {
    /// Possible names in texts, titles, memos, names of codes and cases, and values; pseudonyms are none.
    pub names: Vec<String>,
    /// Whether pseudonyms stand in it.
    pub pseudonyms: bool,
    /// How many sources were removed, and keep their words until they are erased.
    pub removed: usize,
}

/// The pseudonyms made of these labels that stand in a project already, so that nobody else gets one of them.
pub fn pseudonyms(project: &Project, labels: &Labels) -> BTreeSet<String> {
    let texts = project.sources().filter_map(|source| Some(source.text.as_ref()?.as_str()));
    let speakers = project.sources().flat_map(|source| &source.speakers).map(|speaker| speaker.name.as_str());
    let titles = project.sources().map(|source| source.title.as_str());
    let cases = project.cases().into_iter().map(|case| case.name.as_str());
    texts.chain(speakers).chain(titles).chain(cases).flat_map(|text| labels.made_in(text)).collect()
}

/// What a project calls people by itself: pseudonyms made of these labels or made up by hand, and the numbers of cases.
pub fn own<'s>(project: &'s Project, labels: &[Labels], made_up: impl IntoIterator<Item = &'s str>) -> Own {
    let cases = project.cases().into_iter().map(|case| case.name.as_str());
    let speakers = project.sources().flat_map(|source| &source.speakers).map(|speaker| speaker.name.as_str());
    let titles = project.sources().map(|source| source.title.as_str());
    let numbers = cases.chain(speakers).chain(titles).filter(|name| is_number(name) && !name.contains(' '));
    Own::new(labels.iter().copied(), numbers.chain(made_up))
}

/// Who speaks in a project, without the questions of a survey, whose speaker is called as its file.
pub fn people(project: &Project) -> Vec<&str> {
    let mut people = BTreeSet::new();
    for source in project.sources() {
        let file = Path::new(&source.file_name).file_stem().unwrap_or_default();
        people.extend(source.speakers.iter().map(|speaker| speaker.name.as_str()).filter(|name| file != *name));
    }
    people.into_iter().collect()
}

/// Looks for possible names in the texts of a project and among its speakers, with the sources of the texts. Takes a while
/// in a large one, so never on the window's thread.
pub fn possible(project: &Project, own: &Own) -> (Vec<Candidate>, Vec<SourceId>) {
    let sources = project.sources().filter_map(|source| Some((source.id, source.text.as_ref()?.as_str())));
    let (ids, texts): (Vec<SourceId>, Vec<&str>) = sources.unzip();
    (candidates(&texts, &people(project), own), ids)
}

/// Looks for possible names in all of a project. Takes a while in a large one, so never on the window's thread.
pub fn remaining(project: &Project, labels: &[Labels], own: &Own) -> Remaining {
    let mut all: Vec<&str> = project.sources().filter_map(|source| Some(source.text.as_ref()?.as_str())).collect();
    let written = written(project);
    all.extend(written.iter().map(String::as_str));
    let names = candidates(&all, &people(project), own).into_iter().map(|candidate| candidate.original).collect();
    let pseudonyms = labels.iter().any(|labels| !pseudonyms(project, labels).is_empty());
    Remaining { names, pseudonyms, removed: project.removed_sources().count() }
}

/// Everything that people have written outside the texts: titles, memos, names, descriptions, values.
fn written(project: &Project) -> Vec<String> {
    // Names stand in a sentence of their own, since the first word of a title or of a name is large anyway.
    let name = |name: &str| format!("– {name}");
    let mut written: Vec<String> = project.sources().map(|source| name(&source.title)).collect();
    written.extend(project.memos().flat_map(|memo| &memo.versions).map(|version| version.text.clone()));
    for code in project.codebook().codes() {
        written.extend([name(&code.name), code.description.clone()]);
    }
    for case in project.cases() {
        written.push(name(&case.name));
        written.extend(case.values.values().map(|value| name(value)));
    }
    written
}

/// The sources that go with a case that is erased; one that was taken out of the study has its words in the log still.
pub fn sources_of(project: &Project, case: CaseId) -> BTreeSet<SourceId> {
    let removed: BTreeSet<SourceId> = project.removed_sources().map(|(id, _)| id).collect();
    let linked = project.case(case).into_iter().flat_map(|case| case.sources.iter().copied());
    linked.filter(|source| project.source(*source).is_some() || removed.contains(source)).collect()
}

/// The case that nothing but this source belongs to, so that it goes when the source is erased.
pub fn own_case(project: &Project, source: SourceId) -> Option<CaseId> {
    project.source(source)?;
    let cases = project.cases();
    let own = cases.iter().find(|case| case.sources.len() == 1 && case.sources.contains(&source));
    own.map(|case| case.id)
}
