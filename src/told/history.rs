//! What a gesture did, in one plain sentence.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::mem::discriminant;

use super::gesture::goes_with_another;
use super::names::Names;
use super::tongues::tongue;
use super::{team, text_history};
use crate::journal::edit::Edit;
use crate::journal::edit::team::TeamEdit;
use crate::journal::event::{Event, FreeText};
use crate::lang::history::HistoryWords;
use crate::lang::tongues::TongueWords;
use crate::lang::{Language, fill, grouped};
use crate::model::arrangement::Paper;
use crate::model::code::{CodeKind, Origin};
use crate::model::id::{CodeId, CodingId, SourceId};
use crate::model::lexicon::Standing;
use crate::model::project::Project;

/// What codings were that may be gone: an event that removes one says no more of it than its id.
#[derive(Clone, Debug, Default)]
pub struct Past(BTreeMap<CodingId, (CodeId, SourceId)>);

impl Past {
    /// What all codings were that these events, the oldest first, tell of.
    pub fn of<'a>(events: impl Iterator<Item = &'a Event>) -> Self {
        let mut past = BTreeMap::new();
        for event in events {
            match event {
                Event::CodingAdded { coding, code, source, .. } => drop(past.insert(*coding, (*code, *source))),
                Event::CodingRecoded { coding, code } => {
                    past.entry(*coding).and_modify(|known: &mut (CodeId, SourceId)| known.0 = *code);
                }
                _ => {}
            }
        }
        Self(past)
    }

    /// What a coding was, where it is known.
    pub(super) fn coding(&self, id: CodingId) -> Option<(CodeId, SourceId)> {
        self.0.get(&id).copied()
    }

    /// What the codings of these events are in a project: for a gesture that was taken back.
    pub fn after(project: &Project, events: &[Event]) -> Self {
        let coding = |event: &Event| match event {
            Event::CodingRemoved { coding, .. }
            | Event::CodingRecoded { coding, .. }
            | Event::CodingReviewed { coding, .. } => project.coding(*coding),
            _ => None,
        };
        Self(events.iter().filter_map(coding).map(|coding| (coding.id, (coding.code, coding.source))).collect())
    }

    /// What the codings of a project are that an edit is about to change.
    pub fn before(project: &Project, edit: &Edit) -> Self {
        let codings = match edit {
            Edit::RemoveCodings { codings } => codings.as_slice(),
            Edit::RecodeCoding { coding, .. }
            | Edit::Team(TeamEdit::Recode { coding, .. } | TeamEdit::Remove { coding }) => std::slice::from_ref(coding),
            _ => &[],
        };
        let known = codings.iter().filter_map(|id| project.coding(*id));
        Self(known.map(|coding| (coding.id, (coding.code, coding.source))).collect())
    }
}

/// Says what the events of one gesture did, as *Coded 12 words in Informant 3 as trust*; events of one kind are counted.
pub fn events(project: &Project, past: &Past, events: &[Event], language: Language) -> String {
    let telling =
        Telling { project, past, names: Names::new(project, language), words: HistoryWords::of(language), language };
    let mut kinds: Vec<Vec<&Event>> = Vec::new();
    for event in events.iter().filter(|event| !goes_with_another(event, events)) {
        match kinds.iter_mut().find(|kind| discriminant(kind[0]) == discriminant(event)) {
            Some(kind) => kind.push(event),
            None => kinds.push(vec![event]),
        }
    }
    let mut said = String::new();
    for kind in &kinds {
        let sentence = telling.kind(kind);
        if said.is_empty() {
            said = sentence;
        } else {
            let starts_with_a_name = matches!(kind[0], Event::CoderNamed { .. });
            said.push_str("; ");
            said.push_str(&if starts_with_a_name { sentence } else { lower_first(&sentence) });
        }
    }
    if said.is_empty() { telling.words.nothing.to_owned() } else { said }
}

struct Telling<'a> {
    project: &'a Project,
    past: &'a Past,
    names: Names<'a>,
    words: &'static HistoryWords,
    language: Language,
}

impl Telling<'_> {
    fn kind(&self, events: &[&Event]) -> String {
        match events {
            [] => String::new(),
            [only] => self.one(only),
            [first, ..] => self.many(first, events),
        }
    }

    fn many(&self, first: &Event, events: &[&Event]) -> String {
        let words = self.words;
        let n = grouped(events.len());
        let phrase = match first {
            Event::SourceAdded { .. } => words.sources_added,
            Event::SourceRemoved { .. } => words.sources_removed,
            Event::CodeCreated { .. } => words.codes_created,
            Event::CodeRenamed { .. } => words.codes_renamed,
            Event::CodeMoved { .. } => words.codes_moved,
            Event::CodeRestored { .. } => words.codes_restored,
            Event::CodeDeleted { .. } => {
                // What stands below is deleted first, so the last is the one that was meant.
                let Some(Event::CodeDeleted { code, .. }) = events.last() else { return String::new() };
                return fill(words.codes_deleted, &[("name", &self.names.code(*code)), ("n", &n)]);
            }
            Event::CodingAdded { code, .. } => {
                let same = |event: &&Event| matches!(event, Event::CodingAdded { code: other, .. } if other == code);
                if events.iter().all(same) {
                    return fill(words.codings_added_as, &[("n", &n), ("code", &self.names.code(*code))]);
                }
                words.codings_added
            }
            Event::CodingResized { .. } => words.codings_resized,
            Event::CodingRecoded { .. } => words.codings_recoded,
            Event::CodingRemoved { .. } => words.codings_removed,
            Event::TextReplaced { .. }
            | Event::TurnBegun { .. }
            | Event::TurnJoined { .. }
            | Event::WordsExcluded { .. }
            | Event::WordsIncluded { .. } => return text_history::many(&self.names, events, self.language),
            Event::BoxMoved { by: None, .. } => words.boxes_back,
            Event::CodingReviewed { .. } | Event::DisagreementSettled { .. } => {
                return team::many(events, self.language);
            }
            Event::MemoWritten { .. } => words.memos_written,
            Event::CaseCreated { .. } => words.cases_created,
            Event::CaseDeleted { .. } => words.cases_deleted,
            Event::CaseLinked { .. } => words.cases_linked,
            Event::AttributeCreated { .. } => words.attributes_created,
            Event::ValueSet { .. } => words.values_set,
            other => {
                let others = grouped(events.len() - 1);
                return fill(words.more, &[("what", &self.one(other)), ("n", &others)]);
            }
        };
        fill(phrase, &[("n", &n)])
    }

    fn one(&self, event: &Event) -> String {
        let (words, names) = (self.words, &self.names);
        match event {
            Event::ProjectCreated { name, .. } => named(words.project_created, &names.typed(name)),
            Event::ProjectRenamed { name } => named(words.project_renamed, &names.typed(name)),
            Event::CoderNamed { name, .. } => named(words.coder_named, &names.typed(name)),
            Event::CoderRecoloured { coder, .. } => named(words.coder_recoloured, &names.coder(*coder)),
            Event::SourceAdded { source, title, .. } => {
                named(words.source_added, &names.at_first(title, || names.source(*source)))
            }
            Event::TurnsAdded { source, .. } => named(words.source_added, &names.source(*source)),
            Event::SourceFileKept { source, .. } => named(words.source_file_kept, &names.source(*source)),
            Event::SourceRenamed { title, .. } => named(words.source_renamed, &names.typed(title)),
            Event::LanguageTold { source, language } => {
                let words = TongueWords::of(self.language);
                let name = language.map_or("", |language| tongue(language, self.language));
                let phrase = if language.is_some() { words.told } else { words.told_automatic };
                fill(phrase, &[("source", &names.source(*source)), ("language", &name)])
            }
            Event::SpeakerChanged { source, name, .. } => {
                fill(words.speaker_changed, &[("source", &names.source(*source)), ("name", &names.typed(name))])
            }
            Event::SourceRemoved { source, .. } => named(words.source_removed, &names.source(*source)),
            Event::SourceRestored { source } => named(words.source_restored, &names.source(*source)),
            Event::TextReplaced { .. }
            | Event::TurnBegun { .. }
            | Event::TurnJoined { .. }
            | Event::SpeakerTold { .. }
            | Event::SpeakersMerged { .. }
            | Event::WordsExcluded { .. }
            | Event::WordsIncluded { .. }
            | Event::SourceRedacted { .. }
            | Event::SourceErased { .. } => text_history::about_text(self.project, names, event, self.language),
            Event::CodeCreated { .. }
            | Event::CodeRenamed { .. }
            | Event::CodeDescribed { .. }
            | Event::CodeRecoloured { .. }
            | Event::CodeKindChanged { .. }
            | Event::CodeOriginChanged { .. }
            | Event::CodeMoved { .. }
            | Event::CodesMerged { .. }
            | Event::CodeDeleted { .. }
            | Event::CodeRestored { .. } => self.about_code(event),
            Event::CodingAdded { .. }
            | Event::CodingResized { .. }
            | Event::CodingRecoded { .. }
            | Event::CodingRemoved { .. } => self.about_coding(event),
            Event::CodingReviewed { .. }
            | Event::MemoAnswered { .. }
            | Event::ThreadClosed { .. }
            | Event::ThreadReopened { .. }
            | Event::DoubleCodingBegun { .. }
            | Event::DoubleCodingPlaced { .. }
            | Event::DoubleCodingUnveiled { .. }
            | Event::DisagreementSettled { .. } => team::about_team(self.project, event, self.past, self.language),
            Event::MemoWritten { about, replaces, .. } => {
                let phrase = if replaces.is_empty() { words.memo_written } else { words.memo_rewritten };
                fill(phrase, &[("about", &names.about(*about))])
            }
            Event::MemoDeleted { .. } => words.memo_deleted.to_owned(),
            Event::AgreementSaved { result, name, .. } => {
                named(words.agreement_saved, &names.at_first(name, || names.agreement(*result)))
            }
            Event::AgreementFound { result, .. } => named(words.agreement_saved, &names.agreement(*result)),
            Event::AgreementRenamed { name, .. } => named(words.agreement_renamed, &names.typed(name)),
            Event::AgreementRemoved { .. } => words.agreement_removed.to_owned(),
            Event::CaseCreated { case, name, .. } => {
                named(words.case_created, &names.at_first(name, || names.case(*case)))
            }
            Event::CaseRenamed { name, .. } => named(words.case_renamed, &names.typed(name)),
            Event::CaseDeleted { .. } => words.case_deleted.to_owned(),
            Event::CaseLinked { case, source } => {
                fill(words.case_linked, &[("case", &names.case(*case)), ("source", &names.source(*source))])
            }
            Event::CaseUnlinked { case, source } => {
                fill(words.case_unlinked, &[("case", &names.case(*case)), ("source", &names.source(*source))])
            }
            Event::AttributeCreated { name, .. } => named(words.attribute_created, &names.typed(name)),
            Event::AttributeRenamed { name, .. } => named(words.attribute_renamed, &names.typed(name)),
            Event::AttributeDeleted { .. } => words.attribute_deleted.to_owned(),
            Event::ValueSet { case, attribute, value } => {
                let (case, attribute) = (names.case(*case), names.attribute(*attribute));
                let value = value.as_ref().map(|value| names.typed(value));
                let phrase = if value.is_some() { words.value_set } else { words.value_taken };
                fill(phrase, &[("case", &case), ("attribute", &attribute), ("value", &value.unwrap_or(""))])
            }
            Event::RatingWithdrawn { case, attribute } => {
                let (case, attribute) = (names.case(*case), names.attribute(*attribute));
                fill(words.rating_withdrawn, &[("case", &case), ("attribute", &attribute)])
            }
            Event::WordsWeighed { words: weighed, standing } => {
                let phrase = match standing {
                    Standing::Out => words.words_left_out,
                    Standing::In => words.words_let_in,
                    Standing::Listed => words.words_left_to_lists,
                };
                fill(phrase, &[("words", &self.listed(weighed))])
            }
            Event::WordsGrouped { words: grouped, .. } if grouped.len() < 2 => words.words_ungrouped.to_owned(),
            Event::WordsGrouped { words: grouped, .. } => {
                fill(words.words_grouped, &[("words", &self.listed(grouped))])
            }
            Event::SearchKept { name, .. } => named(words.search_kept, &names.typed(name)),
            Event::SearchDropped { .. } => words.search_dropped.to_owned(),
            Event::BoxMoved { code, by, .. } => {
                named(if by.is_some() { words.box_moved } else { words.box_back }, &names.code(*code))
            }
            Event::PaperChosen { paper } => match paper {
                Some(Paper::Portrait) => words.paper_upright.to_owned(),
                Some(Paper::Landscape) => words.paper_on_side.to_owned(),
                None => words.paper_automatic.to_owned(),
            },
            Event::Retracted { .. } => words.retracted.to_owned(),
        }
    }

    /// Words by name, and how many more there are.
    fn listed(&self, words: &[FreeText]) -> String {
        const NAMED: usize = 5;
        let quoted = |word: &FreeText| fill(self.words.quoted, &[("word", &self.names.typed(word))]);
        let mut told: Vec<String> = words.iter().take(NAMED).map(quoted).collect();
        if words.len() > NAMED {
            told.push(fill(self.words.and_more, &[("n", &grouped(words.len() - NAMED))]));
        }
        told.join(", ")
    }

    fn about_code(&self, event: &Event) -> String {
        let (words, names) = (self.words, &self.names);
        let of = |phrase: &str, code: &CodeId| named(phrase, &names.code(*code));
        match event {
            Event::CodeCreated { code, kind, parent, name, .. } => {
                let phrase = match kind {
                    CodeKind::Code => words.code_created,
                    CodeKind::Category => words.category_created,
                    CodeKind::Theme => words.theme_created,
                };
                let what = named(phrase, &names.at_first(name, || names.code(*code)));
                match parent {
                    Some(parent) => fill(words.under, &[("what", &what), ("parent", &names.code(*parent))]),
                    None => what,
                }
            }
            Event::CodeRenamed { name, .. } => named(words.code_renamed, &names.typed(name)),
            Event::CodeDescribed { code, .. } => of(words.code_described, code),
            Event::CodeRecoloured { code, .. } => of(words.code_recoloured, code),
            Event::CodeKindChanged { code, kind } => match kind {
                CodeKind::Code => of(words.made_code, code),
                CodeKind::Category => of(words.made_category, code),
                CodeKind::Theme => of(words.made_theme, code),
            },
            Event::CodeOriginChanged { code, origin } => match origin {
                Origin::Theory => of(words.origin_theory, code),
                Origin::Data => of(words.origin_data, code),
            },
            Event::CodeMoved { code, parent: Some(parent), .. } => {
                fill(words.moved_under, &[("name", &names.code(*code)), ("parent", &names.code(*parent))])
            }
            Event::CodeMoved { code, parent: None, .. } => of(words.moved_top, code),
            Event::CodesMerged { from, into, .. } => {
                fill(words.codes_merged, &[("from", &names.code(*from)), ("into", &names.code(*into))])
            }
            Event::CodeDeleted { code, .. } => of(words.code_deleted, code),
            Event::CodeRestored { code } => of(words.code_restored, code),
            _ => words.nothing.to_owned(),
        }
    }

    fn about_coding(&self, event: &Event) -> String {
        let (words, names) = (self.words, &self.names);
        match event {
            Event::CodingAdded { code, source, at, .. } => {
                let (code, title) = (names.code(*code), names.source(*source));
                let source = self.project.source(*source);
                let count =
                    source.and_then(|source| Some(source.quote(source.resolve(*at)?).split_whitespace().count()));
                let (n, phrase) = match count {
                    None | Some(0) => (0, words.coded),
                    Some(1) => (1, words.coded_one),
                    Some(n) => (n, words.coded_many),
                };
                fill(phrase, &[("n", &grouped(n)), ("source", &title), ("code", &code)])
            }
            Event::CodingResized { coding, .. } => match self.project.coding(*coding) {
                Some(coding) => {
                    let (code, source) = (names.code(coding.code), names.source(coding.source));
                    fill(words.coding_resized, &[("code", &code), ("source", &source)])
                }
                None => words.coding_resized_gone.to_owned(),
            },
            Event::CodingRecoded { coding, code } => match self.past.0.get(coding) {
                Some((_, source)) => {
                    let (code, source) = (names.code(*code), names.source(*source));
                    fill(words.coding_recoded_in, &[("code", &code), ("source", &source)])
                }
                None => fill(words.coding_recoded, &[("code", &names.code(*code))]),
            },
            Event::CodingRemoved { coding, .. } => match self.past.0.get(coding) {
                Some((code, source)) => {
                    let (code, source) = (names.code(*code), names.source(*source));
                    fill(words.coding_removed_of, &[("code", &code), ("source", &source)])
                }
                None => words.coding_removed.to_owned(),
            },
            _ => words.nothing.to_owned(),
        }
    }
}

fn named(phrase: &str, name: &dyn Display) -> String {
    fill(phrase, &[("name", name)])
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}
