//! Each wish to those who know its matter, and what all of them need.

use super::{Edit, MAX_WORDS, Refusal};
use crate::journal::event::{Event, FreeText};
use crate::model::case::Case;
use crate::model::code::Code;
use crate::model::coding::Coding;
use crate::model::id::{CaseId, CodeId, CoderId, CodingId, MemoId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::Source;

/// What a decision rests on.
pub(super) struct Decider<'a> {
    pub(super) project: &'a Project,
    pub(super) coder: CoderId,
    pub(super) draw: &'a mut dyn FnMut() -> u128,
}

pub(super) type Decision = Result<Vec<Event>, Refusal>;

impl Decider<'_> {
    pub(super) fn decide(&mut self, edit: &Edit) -> Decision {
        match edit {
            Edit::All(edits) => {
                let mut events = Vec::new();
                for edit in edits {
                    events.append(&mut self.decide(edit)?);
                }
                Ok(events)
            }
            Edit::RenameProject { name } => self.rename_project(name),
            Edit::NameCoder { coder, name } => self.name_coder(*coder, name),
            Edit::RecolourCoder { coder, hue } => {
                let same = self.project.coder(*coder).is_some_and(|known| known.hue == *hue);
                Ok(unless(same, Event::CoderRecoloured { coder: *coder, hue: *hue }))
            }

            Edit::AddSource(source) => self.add_source_with_remarks(source),
            Edit::RenameSource { source, title } => self.rename_source(*source, title),
            Edit::ChangeSpeaker { source, speaker, name, role } => self.change_speaker(*source, *speaker, name, *role),
            Edit::RemoveSource { source } => self.remove_source(*source),
            Edit::RestoreSource { source } => self.restore_source(*source),

            Edit::ReplaceText { source, start, end, words } => self.replace_text(*source, *start..*end, words),
            Edit::CorrectText { source, start, end, words } => self.correct_text(*source, *start..*end, words),
            Edit::BeginTurn { source, at, speaker } => self.begin_turn(*source, *at, speaker),
            Edit::JoinTurn { source, turn } => self.join_turn(*source, *turn),
            Edit::SetSpeaker { source, turn, speaker } => self.set_speaker(*source, *turn, speaker),
            Edit::MergeSpeakers { source, from, into } => self.merge_speakers(*source, *from, *into),
            Edit::Exclude { source, spans, reason } => self.exclude(*source, spans, *reason),
            Edit::ChangeReason { source, spans, reason } => self.change_reason(*source, spans, *reason),
            Edit::Include { source, spans } => self.include(*source, spans),
            Edit::EraseSource { source } => {
                self.source(*source)?;
                Ok(vec![Event::SourceErased { source: *source }])
            }

            Edit::CreateCode(code) => self.create_code(code).map(|(_, events)| events),
            Edit::RenameCode { code, name } => self.rename_code(*code, name),
            Edit::DescribeCode { code, description } => self.describe_code(*code, description),
            Edit::RecolourCode { code, hue } => {
                let known = self.code(*code)?;
                Ok(unless(known.hue == *hue, Event::CodeRecoloured { code: *code, hue: *hue }))
            }
            Edit::SetCodeKind { code, kind } => {
                let known = self.code(*code)?;
                Ok(unless(known.kind == *kind, Event::CodeKindChanged { code: *code, kind: *kind }))
            }
            Edit::SetCodeOrigin { code, origin } => {
                let known = self.code(*code)?;
                Ok(unless(known.origin == *origin, Event::CodeOriginChanged { code: *code, origin: *origin }))
            }
            Edit::MoveCode { code, parent, beside } => self.move_code(*code, *parent, *beside),
            Edit::MergeCodes { from, into } => self.merge_codes(*from, *into),
            Edit::DeleteCode { code } => self.delete_code(*code),
            Edit::RestoreCode { code } => self.restore_code(*code),

            Edit::ApplyCode { code, source, span } => self.apply_code(*code, *source, *span),
            Edit::RecodeToNewCode { coding, code } => self.recode_to_new_code(*coding, code),
            Edit::ApplyNewCode { code, places } => self.apply_new_code(code, places),
            Edit::ResizeCoding { coding, span } => self.resize_coding(*coding, *span),
            Edit::RecodeCoding { coding, code } => self.recode_coding(*coding, *code),
            Edit::RemoveCodings { codings } => self.remove_codings(codings),

            Edit::AddMemo { about, text } => self.add_memo(*about, text),
            Edit::RewriteMemo { memo, text } => self.rewrite_memo(*memo, text),
            Edit::DeleteMemo { memo } => self.delete_memo(*memo),

            Edit::AddCases(new) => self.add_cases(new),
            Edit::CreateCase { name, source } => self.create_case(name, *source),
            Edit::RenameCase { case, name } => self.rename_case(*case, name),
            Edit::DeleteCase { case } => {
                self.case(*case)?;
                Ok(vec![Event::CaseDeleted { case: *case }])
            }
            Edit::LinkCase { case, source } => self.link_case(*case, *source),
            Edit::UnlinkCase { case, source } => {
                let linked = self.case(*case)?.sources.contains(source);
                Ok(unless(!linked, Event::CaseUnlinked { case: *case, source: *source }))
            }
            Edit::CreateAttribute { name, kind } => self.create_attribute(name, *kind),
            Edit::RenameAttribute { attribute, name } => self.rename_attribute(*attribute, name),
            Edit::DeleteAttribute { attribute } => {
                self.attribute(*attribute)?;
                Ok(vec![Event::AttributeDeleted { attribute: *attribute }])
            }
            Edit::SetValue { case, attribute, value } => self.set_value(*case, *attribute, value),

            Edit::Words(edit) => self.decide_words(edit),
            Edit::Figure(edit) => self.decide_figure(edit),
            Edit::Team(edit) => self.decide_team(edit),
            Edit::Agreement(edit) => self.decide_agreement(edit),
        }
    }

    fn rename_project(&self, name: &str) -> Decision {
        let name = one_line(name)?;
        Ok(unless(name == self.project.name(), Event::ProjectRenamed { name: FreeText::new(name) }))
    }

    fn name_coder(&self, coder: CoderId, name: &str) -> Decision {
        let name = one_line(name)?;
        Ok(unless(name == self.project.coder_name(coder), Event::CoderNamed { coder, name: FreeText::new(name) }))
    }

    pub(super) fn add_memo(&mut self, about: About, text: &str) -> Decision {
        self.known(about)?;
        let text = words(text)?;
        if text.is_empty() {
            return Err(Refusal::EmptyMemo);
        }
        let memo = MemoId::new((self.draw)());
        Ok(vec![Event::MemoWritten { memo, about, replaces: Vec::new(), text: FreeText::new(text) }])
    }

    fn rewrite_memo(&self, id: MemoId, text: &str) -> Decision {
        let memo = self.project.memo(id).ok_or(Refusal::NoSuchMemo)?;
        let text = words(text)?;
        if text.is_empty() {
            return self.delete_memo(id);
        }
        if let [only] = memo.versions.as_slice()
            && only.text == text
        {
            return Ok(Vec::new());
        }
        let replaces = memo.versions.iter().map(|version| version.entry).collect();
        Ok(vec![Event::MemoWritten { memo: id, about: memo.about, replaces, text: FreeText::new(text) }])
    }

    fn delete_memo(&self, memo: MemoId) -> Decision {
        self.project.memo(memo).ok_or(Refusal::NoSuchMemo)?;
        Ok(vec![Event::MemoDeleted { memo, seen: self.project.seen().clone() }])
    }

    fn known(&self, about: About) -> Result<(), Refusal> {
        match about {
            About::Project => Ok(()),
            About::Source(source) => self.source(source).map(|_| ()),
            About::Code(code) => self.code(code).map(|_| ()),
            About::Coding(coding) => self.coding(coding).map(|_| ()),
            About::Case(case) => self.case(case).map(|_| ()),
        }
    }

    pub(super) fn code(&self, id: CodeId) -> Result<&Code, Refusal> {
        self.project.codebook().code(id).ok_or(Refusal::NoSuchCode)
    }

    pub(super) fn source(&self, id: SourceId) -> Result<&Source, Refusal> {
        self.project.source(id).ok_or(Refusal::NoSuchSource)
    }

    pub(super) fn coding(&self, id: CodingId) -> Result<&Coding, Refusal> {
        self.project.coding(id).ok_or(Refusal::NoSuchCoding)
    }

    pub(super) fn case(&self, id: CaseId) -> Result<&Case, Refusal> {
        self.project.case(id).ok_or(Refusal::NoSuchCase)
    }
}

/// The event, unless what it says is so already.
pub(super) fn unless(so_already: bool, event: Event) -> Vec<Event> {
    if so_already { Vec::new() } else { vec![event] }
}

/// A name as it is kept: on one line, without spaces at its ends.
pub(super) fn one_line(name: &str) -> Result<String, Refusal> {
    let name = words(name)?.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { Err(Refusal::EmptyName) } else { Ok(name) }
}

/// Words as they are kept: not too many of them, without spaces at their ends.
pub(super) fn words(typed: &str) -> Result<&str, Refusal> {
    match typed.trim() {
        long if long.len() > MAX_WORDS => Err(Refusal::TooLong { bytes: long.len(), limit: MAX_WORDS }),
        words => Ok(words),
    }
}

/// Tells whether two names are the same to a reader.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}
