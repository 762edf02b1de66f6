//! QUESTIONS: what a project answers when it is asked. Pure; an answer depends on the project alone.

pub mod frequency;
pub mod retrieval;

/// Which codings of a code a question is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Those of the code itself.
    Own,
    /// Those of the code and of all codes under it.
    #[default]
    Family,
}
