//! What things are called in a sentence, also those that are gone.

use crate::journal::event::FreeText;
use crate::lang::names::NameWords;
use crate::lang::{Language, fill};
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, CodingId, ResultId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;

/// Looks names up in a project.
pub(super) struct Names<'a> {
    project: &'a Project,
    words: &'static NameWords,
}

impl<'a> Names<'a> {
    pub(super) fn new(project: &'a Project, language: Language) -> Self {
        Self { project, words: NameWords::of(language) }
    }

    /// Words as they were typed; where they have been erased, what stands for them.
    pub(super) fn typed<'t>(&'t self, words: &'t FreeText) -> &'t str {
        if words.is_erased() { self.words.erased_words } else { words.as_str() }
    }

    /// What something was called at first, or where those words have been erased, what it is called now.
    pub(super) fn at_first<'t>(&self, first: &'t FreeText, now: impl FnOnce() -> &'t str) -> &'t str {
        if first.is_erased() { now() } else { first.as_str() }
    }

    /// What stands for words that have been erased.
    pub(super) fn erased(&self) -> &'static str {
        self.words.erased_words
    }

    pub(super) fn code(&self, id: CodeId) -> &'a str {
        self.project.code_name(id).unwrap_or(self.words.some_code)
    }

    pub(super) fn source(&self, id: SourceId) -> &'a str {
        let here = self.project.source(id).map(|source| source.title.as_str());
        let removed = || self.project.removed_sources().find(|(removed, _)| *removed == id).map(|(_, title)| title);
        here.or_else(removed).unwrap_or(self.words.some_source)
    }

    pub(super) fn case(&self, id: CaseId) -> &'a str {
        self.project.case(id).map_or(self.words.some_case, |case| case.name.as_str())
    }

    pub(super) fn attribute(&self, id: AttributeId) -> &'a str {
        self.project.attribute(id).map_or(self.words.some_attribute, |attribute| attribute.name.as_str())
    }

    pub(super) fn agreement(&self, id: ResultId) -> &'a str {
        let named = self.project.saved_agreement(id).map(|saved| saved.name.as_str()).filter(|name| !name.is_empty());
        named.unwrap_or(self.words.some_agreement)
    }

    pub(super) fn coder(&self, id: CoderId) -> &'a str {
        match self.project.coder_name(id) {
            "" => self.words.someone,
            name => name,
        }
    }

    pub(super) fn coding(&self, id: CodingId) -> String {
        let Some(coding) = self.project.coding(id) else { return self.words.some_coding.to_owned() };
        self.coding_as(coding.code, coding.source)
    }

    pub(super) fn coding_as(&self, code: CodeId, source: SourceId) -> String {
        fill(self.words.coding_of, &[("code", &self.code(code)), ("source", &self.source(source))])
    }

    pub(super) fn about(&self, about: About) -> String {
        match about {
            About::Project => self.words.the_project.to_owned(),
            About::Source(source) => self.source(source).to_owned(),
            About::Code(code) => self.code(code).to_owned(),
            About::Coding(coding) => self.coding(coding),
            About::Case(case) => self.case(case).to_owned(),
        }
    }

    /// *under Læring*, or *at the top*.
    pub(super) fn place(&self, parent: Option<CodeId>) -> String {
        match parent {
            Some(parent) => fill(self.words.under, &[("parent", &self.code(parent))]),
            None => self.words.at_the_top.to_owned(),
        }
    }
}
