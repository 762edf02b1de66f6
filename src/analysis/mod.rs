//! QUESTIONS: what a project answers when it is asked. Pure; an answer depends on the project alone.

pub mod agreement;
pub mod answers;
pub mod behind;
pub mod chance;
pub mod clusters;
pub mod coded;
pub mod comparison;
pub mod context;
pub mod cooccurrence;
pub mod counted;
pub mod coverage;
pub mod drawing;
pub mod frequency;
pub mod levels;
pub mod matrix;
pub mod replacing;
pub mod retrieval;
pub mod review;
pub mod saturation;
pub mod scope;
pub mod search;
pub mod sequences;
pub mod small_talk;
pub mod table;
pub mod words;

use self::agreement::comparison::Between;
use self::clusters::{Likeness, Linkage};
use self::coded::Level;
use self::context::Order;
use self::cooccurrence::Near;
use self::matrix::Measure;
use self::scope::Scope;
use self::sequences::Within;
use self::table::Table;
use self::words::options::WordOptions;
use crate::lang::Language;
use crate::model::id::AttributeId;
use crate::model::project::Project;
use crate::model::search::Query;

/// A question that is answered with a table.
pub trait Analysis: Sync {
    /// Its name on the command line and in file names.
    fn name(&self) -> &'static str;

    /// Its name in menus and above its table.
    fn title(&self, language: Language) -> &'static str;

    /// A sentence for the chapter on methods: how the numbers came about.
    fn method(&self, options: &Options) -> String;

    /// Which of the options it heeds, beside the language.
    fn heeds(&self) -> &'static [Heed] {
        &[]
    }

    /// Answers it for a part of a project.
    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table;
}

/// To add one: a file, and a line here.
pub const ANALYSES: &[&dyn Analysis] = &[
    &words::Words,
    &comparison::Comparison,
    &context::Context,
    &answers::frequency::CodeFrequency,
    &answers::matrix::BY_SOURCE,
    &answers::matrix::BY_CASE,
    &answers::matrix::BY_VALUE,
    &answers::matrix::BY_SPEAKER,
    &answers::matrix::BY_CODER,
    &answers::relations::Together,
    &answers::relations::Pairs,
    &answers::relations::WhatFollowsWhat,
    &answers::sources::CodedShare,
    &answers::sources::CodeLines,
    &answers::sources::NewCodes,
    &answers::clusters::SOURCES,
    &answers::clusters::CODES,
    &answers::review::BY_PEOPLE,
    &answers::review::BY_SOURCE,
    &answers::review::BY_CODE,
    &answers::cases::CaseLevels,
    &answers::cases::TwoAttributes,
    &answers::agreement::BY_CODE,
    &answers::agreement::BY_SOURCE,
    &answers::agreement::presets::AsNvivo,
    &answers::agreement::presets::AsMaxqda,
    &answers::agreement::bounds::ByBounds,
    &answers::agreement::ratings::ByRatings,
];

/// How a question is asked; each takes what concerns it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The language of heads and titles.
    pub language: Language,
    /// What the scope is compared with; `None` compares with the rest of the study.
    pub against: Option<Scope>,
    /// How words are counted.
    pub words: WordOptions,
    /// What is looked for.
    pub search: Query,
    /// In which order places that were found stand.
    pub order: Order,
    /// Which codes stand in rows and pictures.
    pub level: Level,
    /// Whether the codings of the codes below count for a code.
    pub reach: Reach,
    /// What a matrix counts.
    pub measure: Measure,
    /// When two codings meet.
    pub near: Near,
    /// How far one looks for what follows.
    pub within: Within,
    /// By what two are alike.
    pub likeness: Likeness,
    /// How groups are joined.
    pub linkage: Linkage,
    /// The attribute that gives the columns, or the order; `None` takes the first, or the order of the names.
    pub attribute: Option<AttributeId>,
    /// The attribute set against it; `None` takes the next.
    pub other: Option<AttributeId>,
    /// The order of words that are ratings, the lowest first.
    pub scale: Vec<String>,
    /// Which coders are compared, and by what.
    pub agreement: Between,
}

/// An option of [`Options`] that an analysis or a figure may heed; others change nothing in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the variants are the names of the options")]
pub enum Heed {
    Against,
    Words,
    Search,
    Order,
    Cloud,
    Seed,
    Level,
    Reach,
    Measure,
    Near,
    Within,
    Likeness,
    Linkage,
    Attribute,
    Other,
    Between,
}

/// The analysis of a name.
pub fn analysis(name: &str) -> Option<&'static dyn Analysis> {
    ANALYSES.iter().copied().find(|analysis| analysis.name() == name)
}

/// Which codings of a code a question is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Those of the code itself.
    Own,
    /// Those of the code and of all codes under it.
    #[default]
    Family,
}
