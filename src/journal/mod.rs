//! VERBS: how a project comes to be. Pure: entries in, project out.

pub mod clock;
pub mod edit;
pub mod entry;
pub mod event;
mod event_words;
pub mod fold;
pub mod foreign;
pub mod merge;
pub mod notice;
pub mod problem;
pub mod redaction;
pub mod template;
pub mod undo;
pub mod wire;
