//! Event: what has happened, in the past tense. This is the vocabulary on disk: it only grows, and a variant that was
//! released is never changed. A new need is a new variant.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::agreement::{Found, Manner, Size};
use crate::model::anchor::{Anchor, AnchoredSpan};
use crate::model::arrangement::{Paper, Shift};
use crate::model::case::AttributeKind;
use crate::model::code::{CodeKind, Hue, Origin, Place};
use crate::model::double_coding::{Answer, Drawn};
use crate::model::exclusion::Reason;
use crate::model::id::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, EntryHash, ExclusionId, FileHash, LogId, MemoId, ProjectId,
    ResultId, RoundId, RunId, SearchId, SourceId, SpeakerId, TextHash, WordGroupId,
};
use crate::model::lexicon::Standing;
use crate::model::memo::About;
use crate::model::review::Verdict;
use crate::model::search::Way;
use crate::model::source::{Role, SpeakerKey};
use crate::model::weave::Again;
use crate::text::tongue::Tongue;

/// What people have typed. It stands in the detachable part of a line, so it can be erased for good.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FreeText {
    /// The words; `None` where they have been erased. `wire` swaps this field for its number in the detached part.
    pub(crate) x: Option<Box<str>>,
}

impl FreeText {
    /// The words as typed.
    pub fn new(words: impl Into<String>) -> Self {
        Self { x: Some(words.into().into_boxed_str()) }
    }

    /// The words, or nothing where they have been erased.
    pub fn as_str(&self) -> &str {
        self.x.as_deref().unwrap_or("")
    }

    /// Tells whether the words have been erased.
    pub fn is_erased(&self) -> bool {
        self.x.is_none()
    }
}

/// What an author had seen: for each log the last sequence. No event hides a coding that its author had not seen.
pub type Seen = BTreeMap<LogId, u64>;

/// Someone who speaks in a source, as imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerNamed {
    /// The name in the file.
    pub name: FreeText,
    /// Interviewer or informant.
    pub role: Role,
}

/// A turn as imported: start and end in Unicode scalars, index of the speaker, start of the cue in ms.
pub type TurnTold = (u32, u32, Option<u16>, Option<u32>);

/// Words that were written into a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inserted {
    /// Names the characters, together with their index.
    pub run: RunId,
    /// How many there are, in Unicode scalars; it is known even where the words have been erased.
    pub length: u32,
    /// The words.
    pub words: FreeText,
    /// Which letter is the deleted one written again, where letters were attached to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Again>,
}

/// Which part of a study was asked; what is not there asked everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of a part of a study")]
pub struct PartTold {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub sources: Box<[SourceId]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub speakers: Box<[FreeText]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub roles: Box<[Role]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub cases: Box<[CaseId]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub values: Box<[(AttributeId, Box<[FreeText]>)]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub codes: Box<[CodeId]>,
    pub below: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub coders: Box<[CoderId]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub rounds: Box<[RoundId]>,
    pub agreed: bool,
    pub aside: bool,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields say what they are; the variants say what happened")]
pub enum Event {
    /// The first line of a project.
    ProjectCreated { project: ProjectId, name: FreeText },
    /// The project got another name.
    ProjectRenamed { name: FreeText },
    /// A person said who they are; also when they change their name.
    CoderNamed { coder: CoderId, name: FreeText },
    /// A coder chose a colour.
    CoderRecoloured { coder: CoderId, hue: Hue },

    /// A text came into the study; its words are the file `sources/<2>/<text>.txt`.
    SourceAdded {
        source: SourceId,
        text: TextHash,
        /// Unicode scalars.
        length: u32,
        title: FreeText,
        file_name: FreeText,
        speakers: Box<[SpeakerNamed]>,
        turns: Box<[TurnTold]>,
    },
    /// More turns of a long source, after those told before, in the same gesture.
    TurnsAdded { source: SourceId, turns: Vec<TurnTold> },
    /// The file that a source came from was kept as it was; it is the file `files/<2>/<hash>.<extension>`.
    SourceFileKept { source: SourceId, hash: FileHash, extension: Box<str> },
    /// A source got another title.
    SourceRenamed { source: SourceId, title: FreeText },
    /// A source was said to be in a language throughout; none leaves it to its little words again, turn by turn.
    LanguageTold { source: SourceId, language: Option<Tongue> },
    /// A speaker of a source got another name or another role.
    SpeakerChanged { source: SourceId, speaker: u16, name: FreeText, role: Role },
    /// A source was taken out of the study; its codings hide with it.
    SourceRemoved { source: SourceId, seen: Seen },
    /// A removed source came back.
    SourceRestored { source: SourceId },

    /// One place of a text was corrected: characters were deleted (for each stretch its first, and how many), and words
    /// inserted after a character, or at the start, that stand in for them.
    TextReplaced {
        source: SourceId,
        deleted: Box<[(Anchor, u32)]>,
        after: Option<Anchor>,
        inserted: Option<Box<Inserted>>,
    },
    /// A turn begins at a character; where one began there already, it got another speaker or time.
    TurnBegun { source: SourceId, at: Anchor, speaker: Option<SpeakerKey>, start_ms: Option<u32> },
    /// The turn that began at a character is part of the turn before it.
    TurnJoined { source: SourceId, at: Anchor },
    /// A speaker was added to a source, or one who was got another name or another role.
    SpeakerTold { source: SourceId, speaker: SpeakerId, name: FreeText, role: Role },
    /// Two speakers are one: what the first says counts as said by the second.
    SpeakersMerged { source: SourceId, from: SpeakerKey, into: SpeakerKey },
    /// Words were set aside.
    WordsExcluded { source: SourceId, exclusion: ExclusionId, at: AnchoredSpan, reason: Reason },
    /// Words that were set aside count again.
    WordsIncluded { source: SourceId, exclusion: ExclusionId },
    /// Letters of the imported text were blacked out for good; the blacked-out text is the file of that name, as long as
    /// the one before. Whatever words the entries named told of are to be erased. Cannot be undone.
    SourceRedacted { source: SourceId, text: TextHash, erase: Vec<EntryHash> },
    /// A source was erased for good, with all that was written about it. Cannot be undone, and wins over later arrivals.
    SourceErased { source: SourceId },

    /// A code, category or theme was made.
    CodeCreated {
        code: CodeId,
        parent: Option<CodeId>,
        place: Place,
        kind: CodeKind,
        origin: Origin,
        hue: Option<Hue>,
        name: FreeText,
    },
    /// A code got another name.
    CodeRenamed { code: CodeId, name: FreeText },
    /// A code got another description.
    CodeDescribed { code: CodeId, description: FreeText },
    /// A code got a colour of its own, or gave it up.
    CodeRecoloured { code: CodeId, hue: Option<Hue> },
    /// A code became a category, a theme, or a code again.
    CodeKindChanged { code: CodeId, kind: CodeKind },
    /// A code was said to come from theory or from the data.
    CodeOriginChanged { code: CodeId, origin: Origin },
    /// A code was moved in the tree.
    CodeMoved { code: CodeId, parent: Option<CodeId>, place: Place },
    /// One code was merged into another: its codings count for the other from now on, also those that come later.
    CodesMerged { from: CodeId, into: CodeId, seen: Seen },
    /// A code was deleted; the codings its author had seen hide with it, any other revives it.
    CodeDeleted { code: CodeId, seen: Seen },
    /// A deleted code came back with its codings.
    CodeRestored { code: CodeId },

    /// A code was applied to a span.
    CodingAdded { coding: CodingId, code: CodeId, source: SourceId, at: AnchoredSpan },
    /// A coding got other bounds.
    CodingResized { coding: CodingId, at: AnchoredSpan },
    /// A coding got another code.
    CodingRecoded { coding: CodingId, code: CodeId },
    /// A coding was removed; a change to it that its author had not seen keeps it.
    CodingRemoved { coding: CodingId, seen: Seen },

    /// A memo was written or written anew; `replaces` names the entries whose wording its author saw.
    MemoWritten { memo: MemoId, about: About, replaces: Vec<EntryHash>, text: FreeText },
    /// A memo was thrown away; a wording its author had not seen keeps it.
    MemoDeleted { memo: MemoId, seen: Seen },
    /// A memo was answered; `about` is what that memo is about.
    MemoAnswered { memo: MemoId, to: MemoId, about: About, text: FreeText },
    /// Somebody said that nothing more is to be said in the thread that a memo begins.
    ThreadClosed { memo: MemoId },
    /// There is more to say in it after all.
    ThreadReopened { memo: MemoId },

    /// Somebody looked at a coding of another's; what they did about it is told in the same gesture.
    CodingReviewed { coding: CodingId, verdict: Verdict },
    /// Several coders are to code the same words without seeing each other's work; no codes stands for all of them.
    DoubleCodingBegun { round: RoundId, coders: Box<[CoderId]>, codes: Box<[CodeId]>, drawn: Option<Drawn> },
    /// These words of a source are to be coded twice.
    DoubleCodingPlaced { round: RoundId, source: SourceId, at: Box<[AnchoredSpan]> },
    /// Everybody's work was shown to all.
    DoubleCodingUnveiled { round: RoundId },
    /// It was said what counts where coders had coded differently.
    DisagreementSettled { round: RoundId, source: SourceId, at: Box<AnchoredSpan>, code: CodeId, answer: Box<Answer> },

    /// A result of agreement was saved, with how it was asked for; its figures are told in the same gesture.
    AgreementSaved {
        result: ResultId,
        name: FreeText,
        manner: Box<Manner>,
        scale: Box<[FreeText]>,
        part: Box<PartTold>,
        size: Size,
        /// The version of the program.
        version: Box<str>,
    },
    /// Rows of a result of agreement, as they were when it was saved.
    AgreementFound { result: ResultId, rows: Box<[Found]> },
    /// A saved result of agreement got another name.
    AgreementRenamed { result: ResultId, name: FreeText },
    /// A saved result of agreement was thrown away; a name its author had not seen keeps it.
    AgreementRemoved { result: ResultId, seen: Seen },

    /// A case was made.
    CaseCreated { case: CaseId, name: FreeText },
    /// A case got another name.
    CaseRenamed { case: CaseId, name: FreeText },
    /// A case was deleted.
    CaseDeleted { case: CaseId },
    /// A source was said to belong to a case.
    CaseLinked { case: CaseId, source: SourceId },
    /// A source was said not to belong to a case.
    CaseUnlinked { case: CaseId, source: SourceId },
    /// Cases got an attribute.
    AttributeCreated { attribute: AttributeId, kind: AttributeKind, name: FreeText },
    /// An attribute got another name.
    AttributeRenamed { attribute: AttributeId, name: FreeText },
    /// An attribute was deleted with its values.
    AttributeDeleted { attribute: AttributeId },
    /// A case got a value, or lost it.
    ValueSet { case: CaseId, attribute: AttributeId, value: Option<FreeText> },
    /// A coder took back what they had said themselves of a case; what others said of it stands.
    RatingWithdrawn { case: CaseId, attribute: AttributeId },

    /// Words in small letters were left out of word lists, let in, or left to the lists of stop words again.
    WordsWeighed { words: Box<[FreeText]>, standing: Standing },
    /// Words in small letters count as one from now on, and no others of that group; none or one end it.
    WordsGrouped { group: WordGroupId, words: Box<[FreeText]> },
    /// A search was kept, or one that was got another name or looks for something else.
    SearchKept { search: SearchId, name: FreeText, words: FreeText, way: Way, near: Option<(FreeText, u16)> },
    /// A search is kept no more.
    SearchDropped { search: SearchId },

    /// The figure of the code structure got a paper, or gave it up.
    PaperChosen { paper: Option<Paper> },
    /// A box of that figure was moved on a paper from where it would stand by itself, or put back there.
    BoxMoved { code: CodeId, paper: Paper, by: Option<Shift> },

    /// Entries were taken back by their author: undo. Retracting a retraction is redo.
    Retracted { entries: Vec<EntryHash> },
}
