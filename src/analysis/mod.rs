//! QUESTIONS: what a project answers when it is asked. Pure; an answer depends on the project alone.

pub mod comparison;
pub mod context;
pub mod frequency;
pub mod retrieval;
pub mod scope;
pub mod search;
pub mod table;
pub mod words;

use self::context::Order;
use self::scope::Scope;
use self::search::Query;
use self::table::Table;
use self::words::options::WordOptions;
use crate::lang::Language;
use crate::model::project::Project;

/// A question that is answered with a table.
pub trait Analysis: Sync {
    /// Its name on the command line and in file names.
    fn name(&self) -> &'static str;

    /// Its name in menus and above its table.
    fn title(&self, language: Language) -> &'static str;

    /// A sentence for the chapter on methods: how the numbers came about.
    fn method(&self, options: &Options) -> String;

    /// Answers it for a part of a project.
    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table;
}

/// To add one: a file, and a line here.
pub const ANALYSES: &[&dyn Analysis] = &[&words::Words, &comparison::Comparison, &context::Context];

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
