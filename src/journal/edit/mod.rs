//! Edit: a wish. [`decide`] turns it into events, or says why not.

pub mod agreement;
pub mod arrangement;
mod cases;
mod codes;
mod codings;
mod decider;
mod exclusions;
pub mod lexicon;
pub mod places;
pub mod rows;
pub mod sources;
pub mod team;
pub mod texts;
pub mod turns;

use self::arrangement::FigureEdit;
use self::decider::Decider;
use self::lexicon::WordEdit;
use self::places::Beside;
use self::rows::NewCases;
use self::team::{TeamEdit, TeamRefusal};
use self::turns::Speaking;
use super::event::Event;
use crate::model::anchor::Anchor;
use crate::model::case::AttributeKind;
use crate::model::code::{CodeKind, Hue, Origin};
use crate::model::exclusion::Reason;
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, CodingId, MemoId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::{Original, Role, Speaker, Turn};
use crate::model::span::Span;

/// The longest words that are taken at once (bytes), so that a line of the journal always has room for them.
pub const MAX_WORDS: usize = 100_000;

/// The longest text a source may have, in bytes.
pub const MAX_TEXT: usize = 20 * 1024 * 1024;

/// Turns a wish into what happens; nothing where it is so already. `draw` gives 128 bits by chance for each new id.
pub fn decide(
    project: &Project,
    coder: CoderId,
    edit: &Edit,
    draw: &mut dyn FnMut() -> u128,
) -> Result<Vec<Event>, Refusal> {
    Decider { project, coder, draw }.decide(edit)
}

/// Why a wish cannot be granted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the fields say what they are; the variants say why")]
pub enum Refusal {
    #[error("a name is empty")]
    EmptyName,
    #[error("a memo has no words")]
    EmptyMemo,
    #[error("a text has no words")]
    EmptyText,
    #[error("the words take {bytes} bytes, more than {limit}")]
    TooLong { bytes: usize, limit: usize },
    #[error("the project has not been created")]
    NoProject,
    #[error("the code is not here")]
    NoSuchCode,
    #[error("the source is not here")]
    NoSuchSource,
    #[error("the speaker is not here")]
    NoSuchSpeaker,
    #[error("the coding is not here")]
    NoSuchCoding,
    #[error("the memo is not here")]
    NoSuchMemo,
    #[error("the case is not here")]
    NoSuchCase,
    #[error("the attribute is not here")]
    NoSuchAttribute,
    /// A sibling has this name already, whatever the case of its letters.
    #[error("another code under the same one is called {name}")]
    CodeNameTaken { name: String, parent: Option<CodeId> },
    #[error("another case is called {name}")]
    CaseNameTaken { name: String },
    #[error("another attribute is called {name}")]
    AttributeNameTaken { name: String },
    #[error("the code would stand under itself")]
    WouldBeCycle { code: CodeId },
    #[error("the tree would be deeper than {limit} levels")]
    TooDeep { limit: usize },
    #[error("there are {limit} codes already")]
    TooManyCodes { limit: usize },
    #[error("a code cannot be merged into itself")]
    MergeIntoItself { code: CodeId },
    #[error("the span ends after the text, which has {length} characters")]
    SpanOutsideText { within: SourceId, length: u32 },
    /// The same coder has that code on exactly these words; `other` is who, where it is not the one who asks.
    #[error("the words have the code {name} already")]
    AlreadyCoded { name: String, other: Option<String> },
    /// The same text is in the project.
    #[error("the same text is here already")]
    SourceKnown { known: SourceId },
    /// It was erased for good, and the same text shall not come back.
    #[error("the source was erased for good")]
    SourceErased,
    #[error("the text of the source has not arrived")]
    NoTextYet,
    #[error("the turn is not here")]
    NoSuchTurn,
    #[error("there is no turn before it")]
    NoTurnBefore,
    #[error("there are no words there")]
    NoWordsThere,
    #[error("the words are no group")]
    NoSuchGroup,
    #[error("a group has two words or more")]
    GroupOfOne,
    #[error("the search is not kept")]
    NoSuchSearch,
    #[error("nothing is looked for")]
    NothingSought,
    #[error(transparent)]
    Team(#[from] TeamRefusal),
    #[error("{typed:?} is not a value of this kind")]
    NotOfThisKind { attribute: AttributeId, kind: AttributeKind, typed: String },
}

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
    /// What was remarked in the margin of the file, a remark a line; becomes a memo about the source. Empty for none.
    pub remarks: String,
    /// The file it came from, where that lies in the project already.
    pub original: Option<Original>,
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

/// What a coder wants done. Every edit is one gesture and one step of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants say what is wanted")]
pub enum Edit {
    /// Several wishes as one gesture, each decided against the project as it is before any of them.
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

    /// Writes words in place of those from `start` to before `end` (scalars of the text now), all of them at once.
    ReplaceText {
        source: SourceId,
        start: u32,
        end: u32,
        words: String,
    },
    /// Does the same, but leaves alone what is the same in both, so that as few characters change as can be.
    CorrectText {
        source: SourceId,
        start: u32,
        end: u32,
        words: String,
    },
    /// A turn begins at the words at or after `at`, on a line of its own.
    BeginTurn {
        source: SourceId,
        at: u32,
        speaker: Speaking,
    },
    /// A turn becomes part of the one before it; turns are named as by [`Source::turn_key`].
    ///
    /// [`Source::turn_key`]: crate::model::source::Source::turn_key
    JoinTurn {
        source: SourceId,
        turn: Anchor,
    },
    /// A turn is said by somebody else.
    SetSpeaker {
        source: SourceId,
        turn: Anchor,
        speaker: Speaking,
    },
    /// Two speakers are one.
    MergeSpeakers {
        source: SourceId,
        from: u16,
        into: u16,
    },
    /// Sets words aside; they stay in the text and are counted nowhere.
    Exclude {
        source: SourceId,
        spans: Vec<Span>,
        reason: Reason,
    },
    /// Words that were set aside are set aside for another reason; the rest of what was set aside with them keeps its own.
    ChangeReason {
        source: SourceId,
        spans: Vec<Span>,
        reason: Reason,
    },
    /// Words that were set aside count again; the rest of what was set aside with them does not.
    Include {
        source: SourceId,
        spans: Vec<Span>,
    },
    /// Erases a source for good, with all that was written about it. Cannot be undone.
    EraseSource {
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
    /// A new code, given to a coding at once, in one gesture.
    RecodeToNewCode {
        coding: CodingId,
        code: NewCode,
    },
    /// A new code, applied at once to all of these words, in one gesture.
    ApplyNewCode {
        code: NewCode,
        places: Vec<(SourceId, Span)>,
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

    /// Rows of a table become cases with their texts and values.
    AddCases(Box<NewCases>),
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
    /// About how words are counted, and searches that are kept.
    Words(WordEdit),
    /// About the figure of the code structure.
    Figure(FigureEdit),
    /// About work that several coders share: remarks, review and double coding.
    Team(TeamEdit),
    /// About agreement: ratings, and results that are saved.
    Agreement(agreement::AgreementEdit),
}
