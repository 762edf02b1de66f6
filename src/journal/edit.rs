//! Edit: a wish. `decide` turns it into events, or says in plain words why not.

use crate::model::case::AttributeKind;
use crate::model::code::{CodeKind, Hue, Origin};
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, CodingId, MemoId, SourceId};
use crate::model::memo::About;
use crate::model::source::{Role, Speaker, Turn};
use crate::model::span::Span;

/// A text that is to become a source, as an importer drafted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSource {
    /// The title proposed.
    pub title: String,
    /// The name of the file, without its folder.
    pub file_name: String,
    /// The text: UTF-8, LF, NFC; without speaker names and times where they were recognised.
    pub text: String,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// The turns, in order, without overlap.
    pub turns: Vec<Turn>,
}

/// A code that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCode {
    /// Its name; trimmed.
    pub name: String,
    /// Where it shall stand; last among its siblings.
    pub parent: Option<CodeId>,
    /// Code, category or theme.
    pub kind: CodeKind,
    /// From theory or from the data.
    pub origin: Origin,
    /// Its own colour; a code at the top without one gets the next of the palette.
    pub hue: Option<Hue>,
    /// What it means; may be empty.
    pub description: String,
}

/// Where a code is to be put among the children of its new parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Before this sibling.
    Before(CodeId),
    /// After this sibling.
    After(CodeId),
    /// After all of them.
    Last,
}

/// What a coder wants done. Every edit is one gesture and one step of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants say what is wanted")]
pub enum Edit {
    /// Several wishes as one gesture; later ones see what earlier ones did.
    All(Vec<Self>),

    RenameProject {
        name: String,
    },
    /// Says who the coder of this session is; does nothing if it is known already.
    NameCoder {
        coder: CoderId,
        name: String,
    },
    RecolourCoder {
        coder: CoderId,
        hue: Hue,
    },

    AddSource(Box<NewSource>),
    RenameSource {
        source: SourceId,
        title: String,
    },
    ChangeSpeaker {
        source: SourceId,
        speaker: u16,
        name: String,
        role: Role,
    },
    RemoveSource {
        source: SourceId,
    },
    RestoreSource {
        source: SourceId,
    },

    CreateCode(NewCode),
    RenameCode {
        code: CodeId,
        name: String,
    },
    DescribeCode {
        code: CodeId,
        description: String,
    },
    RecolourCode {
        code: CodeId,
        hue: Option<Hue>,
    },
    SetCodeKind {
        code: CodeId,
        kind: CodeKind,
    },
    SetCodeOrigin {
        code: CodeId,
        origin: Origin,
    },
    MoveCode {
        code: CodeId,
        parent: Option<CodeId>,
        beside: Beside,
    },
    /// All codings of `from` count for `into`; codes under `from` move under `into`.
    MergeCodes {
        from: CodeId,
        into: CodeId,
    },
    /// The code and all under it.
    DeleteCode {
        code: CodeId,
    },
    RestoreCode {
        code: CodeId,
    },

    /// Nothing happens when this coder has the code on exactly these words already.
    ApplyCode {
        code: CodeId,
        source: SourceId,
        span: Span,
    },
    /// A new code, applied at once, in one gesture.
    ApplyNewCode {
        code: NewCode,
        source: SourceId,
        span: Span,
    },
    ResizeCoding {
        coding: CodingId,
        span: Span,
    },
    RecodeCoding {
        coding: CodingId,
        code: CodeId,
    },
    RemoveCodings {
        codings: Vec<CodingId>,
    },

    /// Writes a new memo about something.
    AddMemo {
        about: About,
        text: String,
    },
    /// Writes a memo anew, in place of all its versions; empty words delete it.
    RewriteMemo {
        memo: MemoId,
        text: String,
    },
    DeleteMemo {
        memo: MemoId,
    },

    CreateCase {
        name: String,
        source: Option<SourceId>,
    },
    RenameCase {
        case: CaseId,
        name: String,
    },
    DeleteCase {
        case: CaseId,
    },
    LinkCase {
        case: CaseId,
        source: SourceId,
    },
    UnlinkCase {
        case: CaseId,
        source: SourceId,
    },
    CreateAttribute {
        name: String,
        kind: AttributeKind,
    },
    RenameAttribute {
        attribute: AttributeId,
        name: String,
    },
    DeleteAttribute {
        attribute: AttributeId,
    },
    /// Empty takes the value away.
    SetValue {
        case: CaseId,
        attribute: AttributeId,
        value: String,
    },
}
