//! Notice: what became of two things that were said at the same time, or of what somebody had looked at, so that nobody's
//! work changes in silence.

use crate::model::anchor::AnchoredSpan;
use crate::model::code::Hue;
use crate::model::double_coding::Answer;
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, CodingId, MemoId, ResultId, RoundId, SourceId};
use crate::model::review::Verdict;

/// Something that is written in words, and that two people may word at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the variants say what they are")]
pub enum Field {
    ProjectName,
    SourceTitle(SourceId),
    SpeakerName(SourceId, u16),
    CodeName(CodeId),
    CodeDescription(CodeId),
    CaseName(CaseId),
    AttributeName(AttributeId),
    Value(CaseId, AttributeId),
    AgreementName(ResultId),
}

/// Something that was made, and that lives on although its making was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the variants say what they are")]
pub enum Made {
    Code(CodeId),
    Source(SourceId),
    Case(CaseId),
    Attribute(AttributeId),
    DoubleCoding(RoundId),
    Agreement(ResultId),
}

/// Why a change to the tree was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    /// The code would have stood under itself.
    Cycle,
    /// The tree would have become too deep.
    TooDeep,
    /// One of the codes is not here.
    Unknown,
    /// The code had been merged already.
    MergedBefore,
}

/// Where coders had coded differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Disputed {
    pub source: SourceId,
    pub at: AnchoredSpan,
    pub code: CodeId,
}

/// A coding as it was, or is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Placed {
    pub code: CodeId,
    pub at: AnchoredSpan,
}

/// What became of two things said at the same time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields say what they are; the variants say what happened")]
pub enum Notice {
    /// Two wordings; the later one counts.
    TwoWordings { field: Field, kept: String, kept_by: CoderId, other: String, other_by: CoderId },
    /// Two colours; the later one counts.
    TwoColours { code: CodeId, kept: Option<Hue>, kept_by: CoderId, other: Option<Hue>, other_by: CoderId },
    /// Two codes in one place have one name; `code` was made first.
    SameName { code: CodeId, by: CoderId, other: CodeId, other_by: CoderId },
    /// A code was moved to two places; the later one counts.
    TwoPlaces { code: CodeId, kept: Option<CodeId>, kept_by: CoderId, other: Option<CodeId>, other_by: CoderId },
    /// One disagreement was settled in two ways; the later one counts.
    TwoAnswers { round: RoundId, about: Disputed, kept: Answer, kept_by: CoderId, other: Answer, other_by: CoderId },
    /// A move could not be made after what others had done.
    MoveSkipped { code: CodeId, into: Option<CodeId>, by: CoderId, why: Skip },
    /// A merge could not be made after what others had done.
    MergeSkipped { from: CodeId, into: CodeId, by: CoderId, why: Skip },
    /// A deleted code lives, since codings came that its deleter had not seen; `hidden` ones they had seen stay hidden.
    CodeRevived { code: CodeId, deleted_by: CoderId, codings: usize, hidden: usize },
    /// A removed source is back, since codings came that its remover had not seen.
    SourceRevived { source: SourceId, removed_by: CoderId, codings: usize },
    /// A removed coding stays, since its remover had not seen how it was changed.
    CodingKept { coding: CodingId, removed_by: CoderId },
    /// A removed result of agreement stays, since its remover had not seen its new name.
    AgreementKept { result: ResultId, removed_by: CoderId },
    /// A memo has several wordings, side by side.
    MemoVersions { memo: MemoId, versions: usize },
    /// The same text was added on two machines; it is one source, with the title of the first.
    SourceTwice { source: SourceId, title: String, other: String, other_by: CoderId },
    /// All words of codings were deleted; the codings wait for a decision.
    CodingsWithoutWords { source: SourceId, codings: usize },
    /// Others have changed a coding, or taken it away, since somebody reviewed it and left it as it was then.
    ChangedSinceReview {
        coding: CodingId,
        source: SourceId,
        reviewer: CoderId,
        verdict: Verdict,
        by: CoderId,
        left: Placed,
        now: Option<Placed>,
    },
    /// Its making was undone, but others had worked with it in the meantime.
    StillUsed { made: Made, undone_by: CoderId },
}

/// What a notice tells of that others may have made.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::journal) struct Told {
    /// Codes.
    pub codes: [Option<CodeId>; 3],
    /// A coding.
    pub coding: Option<CodingId>,
    /// A memo.
    pub memo: Option<MemoId>,
}

impl Notice {
    /// Tells whether somebody is to be told; most of it everybody is.
    pub fn is_for(&self, coder: CoderId) -> bool {
        match self {
            Self::ChangedSinceReview { reviewer, .. } => *reviewer == coder,
            _ => true,
        }
    }

    /// The codes, the coding and the memo that it tells of.
    pub(in crate::journal) fn about(&self) -> Told {
        let codes = |codes| Told { codes, ..Told::default() };
        match self {
            Self::TwoWordings { field: Field::CodeName(code) | Field::CodeDescription(code), .. }
            | Self::TwoColours { code, .. }
            | Self::CodeRevived { code, .. }
            | Self::TwoAnswers { about: Disputed { code, .. }, .. }
            | Self::StillUsed { made: Made::Code(code), .. } => codes([Some(*code), None, None]),
            Self::TwoPlaces { code, kept, other, .. } => codes([Some(*code), *kept, *other]),
            Self::SameName { code, other, .. } => codes([Some(*code), Some(*other), None]),
            Self::MoveSkipped { code, into, .. } => codes([Some(*code), *into, None]),
            Self::MergeSkipped { from, into, .. } => codes([Some(*from), Some(*into), None]),
            Self::CodingKept { coding, .. } => Told { coding: Some(*coding), ..Told::default() },
            Self::ChangedSinceReview { coding, left, now, .. } => {
                let codes = [Some(left.code), now.map(|now| now.code), None];
                Told { codes, coding: Some(*coding), memo: None }
            }
            Self::MemoVersions { memo, .. } => Told { memo: Some(*memo), ..Told::default() },
            Self::TwoWordings { .. }
            | Self::SourceRevived { .. }
            | Self::AgreementKept { .. }
            | Self::SourceTwice { .. }
            | Self::CodingsWithoutWords { .. }
            | Self::StillUsed { .. } => Told::default(),
        }
    }
}
