//! Agreement between coders: what is compared, and results that were saved with the figures as they were.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::id::{AttributeId, CaseId, CodeId, CoderId, ResultId, RoundId, SourceId};
use super::source::Role;

/// What is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Every character, as NVivo does.
    #[default]
    Character,
    /// Every word; one is coded where any letter of it is.
    Word,
    /// Every sentence; one is coded where any word of it is.
    Sentence,
    /// Every turn, or paragraph where there are no turns; one is coded where any word of it is.
    Turn,
    /// Every coded segment; the other coder has it too where theirs share at least so many per cent of the characters
    /// that either covers, as MAXQDA does.
    Segment(u8),
    /// Every source; one is coded where any of it is.
    Source,
}

impl Unit {
    /// Its name for scripts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Character => "character",
            Self::Word => "word",
            Self::Sentence => "sentence",
            Self::Turn => "turn",
            Self::Segment(_) => "segment",
            Self::Source => "source",
        }
    }
}

/// What is asked about the agreement of coders: what stands in the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Codes.
    #[default]
    Codes,
    /// Sources.
    Sources,
    /// Codes in sources, with the columns of NVivo.
    Nvivo,
    /// Codes, with the columns of MAXQDA.
    Maxqda,
    /// Codes, by where segments begin and end.
    Bounds,
    /// Cases, by the values that coders gave them.
    Ratings,
}

/// Which codes stand in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants say which")]
pub enum Kinds {
    #[default]
    All,
    Themes,
    Categories,
    Codes,
}

/// How agreement was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manner {
    /// What stands in the rows.
    pub about: About,
    /// Who, the first of two first.
    pub coders: Box<[CoderId]>,
    /// What is compared.
    pub unit: Unit,
    /// Which codes stand in rows.
    pub kinds: Kinds,
    /// Whether the codings of the codes below count for a code.
    pub below: bool,
    /// How often everything was drawn anew for the intervals.
    pub rounds: u32,
    /// What was drawn with.
    pub seed: u64,
    /// The attribute whose values are ratings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<AttributeId>,
}

/// Which part of a study was asked; an empty set asked everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// These sources.
    pub sources: BTreeSet<SourceId>,
    /// The turns of speakers with these names.
    pub speakers: BTreeSet<String>,
    /// The turns of speakers with these roles.
    pub roles: BTreeSet<Role>,
    /// The sources of these cases.
    pub cases: BTreeSet<CaseId>,
    /// The sources of cases that have one of these values.
    pub values: BTreeMap<AttributeId, BTreeSet<String>>,
    /// What is coded with these codes.
    pub codes: BTreeSet<CodeId>,
    /// Whether the codes under these counted too.
    pub below: bool,
    /// What these coders have coded.
    pub coders: BTreeSet<CoderId>,
    /// The words of these rounds of double coding.
    pub rounds: BTreeSet<RoundId>,
    /// Whether what the coders have agreed on was asked.
    pub agreed: bool,
    /// Whether what was set aside was asked too.
    pub aside: bool,
}

/// What a row of a result is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants say what")]
pub enum Of {
    All,
    Code(CodeId),
    Source(SourceId),
    CodeIn(CodeId, SourceId),
}

/// A result that is to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgreement {
    /// What it is to be called.
    pub name: String,
    /// How it was asked for.
    pub manner: Manner,
    /// The order of the words that are ratings.
    pub scale: Vec<String>,
    /// Which part of the study was asked.
    pub part: Part,
    /// How much was compared.
    pub size: Size,
    /// What came of it.
    pub found: Vec<Found>,
    /// The version of the program.
    pub version: String,
}

/// A row of a result. Figures are in millionths, so that they are the same on every machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What it is of.
    pub of: Of,
    /// How many units both, only the first, only the second and neither of two coders have; how many units none, one,
    /// two … of more coders have.
    pub counts: Box<[u64]>,
    /// How many segments each coder has.
    pub segments: Box<[u32]>,
    /// Figures by their names for scripts: the figure alone, or with the ends of its interval. What is not here was not
    /// defined.
    pub figures: BTreeMap<Box<str>, Box<[i64]>>,
}

/// How much was compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Units, or cases, each once.
    pub units: u64,
    /// Codes that one of the coders used.
    pub codes: u32,
    /// Sources.
    pub sources: u32,
}

/// A result as it was when somebody saved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAgreement {
    /// Its id.
    pub id: ResultId,
    /// What it is called.
    pub name: String,
    /// How it was asked for.
    pub manner: Manner,
    /// The order of the words that are ratings, the lowest first; empty where they have none, or are numbers.
    pub scale: Vec<String>,
    /// Which part of the study was asked; `None` where some of the words that say so have been erased.
    pub part: Option<Part>,
    /// How much was compared.
    pub size: Size,
    /// What came of it, the whole last.
    pub found: Vec<Found>,
    /// The version of the program.
    pub version: String,
    /// Who saved it.
    pub by: CoderId,
    /// When, in ms since 1970.
    pub made_ms: u64,
}

impl Found {
    /// A figure in parts of one; `None` where it was not defined.
    pub fn figure(&self, key: &str) -> Option<f64> {
        self.at(key, 0)
    }

    /// The interval around a figure, where there was one.
    pub fn interval(&self, key: &str) -> Option<(f64, f64)> {
        self.at(key, 1).zip(self.at(key, 2))
    }

    #[expect(clippy::cast_precision_loss, reason = "a figure has few digits")]
    fn at(&self, key: &str, place: usize) -> Option<f64> {
        self.figures.get(key)?.get(place).map(|millionths| *millionths as f64 / 1e6)
    }
}
