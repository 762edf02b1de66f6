//! NOUNS: what a project is. Pure, and read-only for everybody but the journal's fold.

pub mod agreement;
pub mod anchor;
pub mod arrangement;
pub mod case;
pub mod code;
pub mod codebook;
pub mod coder;
pub mod coding;
pub mod double_coding;
pub mod exclusion;
pub mod id;
pub mod layer;
pub mod lexicon;
pub mod memo;
pub mod project;
pub mod review;
pub(crate) mod row;
pub mod search;
pub mod source;
pub mod span;
pub mod veil;
pub mod weave;
