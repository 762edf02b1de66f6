//! Memos as notes, and the references to them.

use std::collections::BTreeMap;

use super::pen::{Pen, moment};
use super::told::Told;
use crate::model::id::SourceId;
use crate::model::memo::{About, Memo};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::refi::guid;

/// How long the title of a note may be, in Unicode scalars.
const TITLE: usize = 60;

/// The memos that are about something in the file.
pub(super) struct Notes<'p> {
    about: BTreeMap<About, Vec<&'p Memo>>,
}

impl<'p> Notes<'p> {
    /// What the format cannot refer to from, such as a case, keeps its memos in its description.
    pub(super) fn of(project: &'p Project, sources: &[(&Source, Told)]) -> Self {
        let here = |source: SourceId| sources.iter().any(|(known, _)| known.id == source);
        let referred = |about| match about {
            About::Project => true,
            About::Code(code) => project.codebook().code(code).is_some(),
            About::Source(source) => here(source),
            About::Coding(coding) => project.coding(coding).is_some_and(|coding| here(coding.source)),
            About::Case(_) => false,
        };
        let mut about: BTreeMap<About, Vec<&Memo>> = BTreeMap::new();
        for memo in project.memos().filter(|memo| referred(memo.about)) {
            about.entry(memo.about).or_default().push(memo);
        }
        Self { about }
    }

    /// The notes themselves.
    pub(super) fn write(&self, pen: &mut Pen) {
        let memos: Vec<&Memo> = self.about.values().flatten().copied().collect();
        pen.within_any("Notes", &memos, |pen, memo| {
            let words = words(memo);
            let first = memo.versions.first();
            let attributes = [
                ("guid", guid(memo.id.bits())),
                ("name", title(&words)),
                ("creatingUser", first.map_or_else(String::new, |first| guid(first.coder.bits()))),
                ("creationDateTime", first.map_or_else(String::new, |first| moment(first.made_ms))),
            ];
            let attributes = attributes.each_ref().map(|(name, value)| (*name, value.as_str()));
            pen.within("Note", &attributes, |pen| pen.words("PlainTextContent", &words));
        });
    }

    /// References to the notes about something.
    pub(super) fn refer(&self, pen: &mut Pen, about: About) {
        for memo in self.about.get(&about).into_iter().flatten() {
            pen.empty("NoteRef", &[("targetGUID", &guid(memo.id.bits()))]);
        }
    }
}

/// All that a memo says; where two wrote at the same time, one after the other.
pub(super) fn words(memo: &Memo) -> String {
    let versions: Vec<&str> = memo.versions.iter().map(|version| version.text.as_str()).collect();
    versions.join("\n\n")
}

fn title(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    let short: String = line.chars().take(TITLE).collect();
    if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short }
}
