//! Project: all of a study as it is now. Read-only; only the journal's fold makes one.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use imbl::{OrdMap, OrdSet};

use super::agreement::SavedAgreement;
use super::arrangement::Arrangement;
use super::case::{Attribute, Case};
use super::codebook::Codebook;
use super::coder::Coder;
use super::coding::{Coding, LostCoding};
use super::double_coding::DoubleCoding;
use super::id::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, EntryHash, LogId, MemoId, ProjectId, ResultId, RoundId, SearchId,
    SourceId,
};
use super::lexicon::Lexicon;
use super::memo::{About, Memo};
use super::review::Reviewed;
use super::row::Row;
use super::search::SavedSearch;
use super::source::Source;
use super::span::Span;

/// A code that was deleted and can be restored. Where codings came that its deleter had not seen, the code itself lives
/// and only the codings they had seen are away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedCode {
    /// Its name.
    pub name: String,
    /// The code it stood under.
    pub parent: Option<CodeId>,
    /// The gesture that deleted it last; what was deleted with it comes back with it.
    pub deleted_in: EntryHash,
}

/// What the journals say, taken together. Cloning costs next to nothing.
#[derive(Clone, Debug, Default)]
pub struct Project {
    pub(crate) id: Option<ProjectId>,
    pub(crate) name: String,
    pub(crate) revision: u64,
    pub(crate) seen: BTreeMap<LogId, u64>,
    pub(crate) coders: OrdMap<CoderId, Coder>,
    pub(crate) sources: OrdMap<SourceId, Source>,
    pub(crate) source_order: Vec<SourceId>,
    pub(crate) removed_sources: OrdMap<SourceId, String>,
    pub(crate) erased_sources: OrdSet<SourceId>,
    pub(crate) codebook: Codebook,
    pub(crate) deleted_codes: OrdMap<CodeId, DeletedCode>,
    pub(crate) former_names: OrdMap<CodeId, String>,
    /// The source of each coding, and the slot in its row.
    pub(crate) codings: OrdMap<CodingId, (SourceId, u32)>,
    pub(crate) lost: OrdMap<CodingId, LostCoding>,
    pub(crate) in_source: OrdMap<SourceId, Arc<Row>>,
    pub(crate) of_code: OrdMap<CodeId, OrdSet<CodingId>>,
    pub(crate) memos: OrdMap<MemoId, Memo>,
    pub(crate) memos_about: OrdSet<(About, MemoId)>,
    pub(crate) cases: OrdMap<CaseId, Case>,
    pub(crate) attributes: OrdMap<AttributeId, Attribute>,
    pub(crate) arrangement: Arc<Arrangement>,
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) searches: OrdMap<SearchId, SavedSearch>,
    pub(crate) reviewed: OrdMap<CodingId, Reviewed>,
    pub(crate) rounds: OrdMap<RoundId, Arc<DoubleCoding>>,
    pub(crate) agreements: OrdMap<ResultId, Arc<SavedAgreement>>,
    /// The layer of what was agreed, once somebody has asked for it.
    pub(crate) agreed: OnceLock<Arc<Self>>,
}

impl Project {
    /// The project's id; `None` before anything was said.
    pub fn id(&self) -> Option<ProjectId> {
        self.id
    }

    /// The project's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Another number after every change; what was derived at one revision holds at that revision.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What this project was folded from: for each log the last sequence up to which nothing is missing.
    pub fn seen(&self) -> &BTreeMap<LogId, u64> {
        &self.seen
    }

    /// How the figure of the code structure was arranged by hand.
    pub fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }

    /// The codebook.
    pub fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// Codes that were deleted and can be restored, with their names.
    pub fn deleted_codes(&self) -> impl Iterator<Item = (CodeId, &str)> {
        self.deleted_codes.iter().map(|(id, code)| (*id, code.name.as_str()))
    }

    /// The name of a code, also of one that was deleted, merged into another or never made after all.
    pub fn code_name(&self, id: CodeId) -> Option<&str> {
        let living = self.codebook.code(id).map(|code| code.name.as_str());
        living.or_else(|| self.former_names.get(&id).map(String::as_str))
    }

    /// What is known of a code that was deleted.
    pub fn deleted_code(&self, id: CodeId) -> Option<&DeletedCode> {
        self.deleted_codes.get(&id)
    }

    /// Sources that were removed and can be restored, with their titles.
    pub fn removed_sources(&self) -> impl Iterator<Item = (SourceId, &str)> {
        self.removed_sources.iter().map(|(id, title)| (*id, title.as_str()))
    }

    /// Tells whether a source was erased for good.
    pub fn is_erased(&self, source: SourceId) -> bool {
        self.erased_sources.contains(&source)
    }

    /// Codings all of whose words were deleted, in the order of the ids.
    pub fn lost_codings(&self) -> impl Iterator<Item = &LostCoding> {
        self.lost.values()
    }

    /// A coding all of whose words were deleted.
    pub fn lost_coding(&self, id: CodingId) -> Option<&LostCoding> {
        self.lost.get(&id)
    }

    /// A coder.
    pub fn coder(&self, id: CoderId) -> Option<&Coder> {
        self.coders.get(&id)
    }

    /// A coder's name; empty for one who never said theirs.
    pub fn coder_name(&self, id: CoderId) -> &str {
        self.coders.get(&id).map_or("", |coder| &coder.name)
    }

    /// Everybody who has said their name here.
    pub fn coders(&self) -> impl Iterator<Item = &Coder> {
        self.coders.values()
    }

    /// A source.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(&id)
    }

    /// The sources in the order in which they are listed: by title, with numbers in their order.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.source_order.iter().filter_map(|id| self.sources.get(id))
    }

    /// A coding.
    pub fn coding(&self, id: CodingId) -> Option<&Coding> {
        let (source, slot) = self.codings.get(&id)?;
        self.in_source.get(source)?.get(*slot)
    }

    /// Every coding, in the order of the ids.
    pub fn codings(&self) -> impl Iterator<Item = &Coding> {
        self.codings.values().filter_map(|(source, slot)| self.in_source.get(source)?.get(*slot))
    }

    /// How many codings there are.
    pub fn coding_count(&self) -> usize {
        self.codings.len()
    }

    /// The codings of a source in the order of the text.
    pub fn codings_in(&self, source: SourceId) -> impl Iterator<Item = &Coding> {
        self.in_source.get(&source).into_iter().flat_map(|row| row.iter())
    }

    /// The codings of exactly these words of a source.
    pub fn codings_on(&self, source: SourceId, words: Span) -> impl Iterator<Item = &Coding> {
        self.in_source.get(&source).into_iter().flat_map(move |row| row.on(words))
    }

    /// The codings that share words with a span of a source, in the order of the text.
    pub fn codings_over(&self, source: SourceId, words: Span) -> impl Iterator<Item = &Coding> {
        self.in_source.get(&source).into_iter().flat_map(move |row| row.over(words))
    }

    /// The spans coded in a source, in the order of the text.
    pub fn spans_in(&self, source: SourceId) -> impl Iterator<Item = Span> {
        self.in_source.get(&source).into_iter().flat_map(|row| row.spans())
    }

    /// The codings of a code itself, without those of the codes under it.
    pub fn codings_of(&self, code: CodeId) -> impl Iterator<Item = &Coding> {
        self.of_code.get(&code).into_iter().flat_map(OrdSet::iter).filter_map(|id| self.coding(*id))
    }

    /// How many codings a code itself has.
    pub fn coding_count_of(&self, code: CodeId) -> usize {
        self.of_code.get(&code).map_or(0, OrdSet::len)
    }

    /// The words of a coding.
    pub fn quote(&self, coding: &Coding) -> &str {
        self.sources.get(&coding.source).map_or("", |source| source.quote(coding.span))
    }

    /// A memo.
    pub fn memo(&self, id: MemoId) -> Option<&Memo> {
        self.memos.get(&id)
    }

    /// Every memo.
    pub fn memos(&self) -> impl Iterator<Item = &Memo> {
        self.memos.values()
    }

    /// The memos about something.
    pub fn memos_about(&self, about: About) -> impl Iterator<Item = &Memo> {
        let all = (about, MemoId::new(0))..=(about, MemoId::new(u128::MAX));
        self.memos_about.range(all).filter_map(|(_, id)| self.memos.get(id))
    }

    /// A case.
    pub fn case(&self, id: CaseId) -> Option<&Case> {
        self.cases.get(&id)
    }

    /// The cases, by name with numbers in their order.
    pub fn cases(&self) -> Vec<&Case> {
        let mut cases: Vec<&Case> = self.cases.values().collect();
        cases.sort_by_cached_key(|case| (natural_key(&case.name), case.id));
        cases
    }

    /// The cases a source belongs to.
    pub fn cases_of(&self, source: SourceId) -> impl Iterator<Item = &Case> {
        self.cases.values().filter(move |case| case.sources.contains(&source))
    }

    /// What was decided about words.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// A search that is kept.
    pub fn search(&self, id: SearchId) -> Option<&SavedSearch> {
        self.searches.get(&id)
    }

    /// The searches that are kept, in the order of the ids.
    pub fn searches(&self) -> impl Iterator<Item = &SavedSearch> {
        self.searches.values()
    }

    /// What was said in review about a coding, also about one that is gone.
    pub fn reviewed(&self, coding: CodingId) -> Option<&Reviewed> {
        self.reviewed.get(&coding)
    }

    /// All that was said in review, in the order of the ids of the codings.
    pub fn all_reviewed(&self) -> impl Iterator<Item = &Reviewed> {
        self.reviewed.values()
    }

    /// A round of double coding.
    pub fn double_coding(&self, id: RoundId) -> Option<&Arc<DoubleCoding>> {
        self.rounds.get(&id)
    }

    /// The rounds of double coding, the oldest first.
    pub fn double_codings(&self) -> Vec<&Arc<DoubleCoding>> {
        let mut rounds: Vec<&Arc<DoubleCoding>> = self.rounds.values().collect();
        rounds.sort_by_key(|round| (round.begun_ms, round.id));
        rounds
    }

    /// A result of agreement that was saved.
    pub fn saved_agreement(&self, id: ResultId) -> Option<&Arc<SavedAgreement>> {
        self.agreements.get(&id)
    }

    /// The results of agreement that were saved, the newest first.
    pub fn saved_agreements(&self) -> Vec<&Arc<SavedAgreement>> {
        let mut saved: Vec<&Arc<SavedAgreement>> = self.agreements.values().collect();
        saved.sort_by_key(|one| (std::cmp::Reverse(one.made_ms), one.id));
        saved
    }

    /// An attribute.
    pub fn attribute(&self, id: AttributeId) -> Option<&Attribute> {
        self.attributes.get(&id)
    }

    /// The attributes, oldest first.
    pub fn attributes(&self) -> Vec<&Attribute> {
        let mut attributes: Vec<&Attribute> = self.attributes.values().collect();
        attributes.sort_by_key(|attribute| (attribute.made_ms, attribute.id));
        attributes
    }
}

/// A key that sorts *Informant 2* before *Informant 10*, without regard to case.
pub fn natural_key(name: &str) -> Vec<(u64, String)> {
    let mut key: Vec<(u64, String)> = Vec::new();
    let mut rest = name.trim();
    while !rest.is_empty() {
        let words = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, tail) = rest.split_at(words);
        let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (number, tail) = tail.split_at(digits);
        key.push((0, text.to_lowercase()));
        if !number.is_empty() {
            key.push((number.parse().unwrap_or(u64::MAX), String::new()));
        }
        rest = tail;
    }
    key
}
