//! What happened, in words: refusals, problems, losses, errors and history as sentences for a researcher.

pub mod agreement;
pub mod aside;
pub mod erasing;
pub mod export;
pub mod foreign;
mod gesture;
pub mod history;
pub mod import;
pub mod intake;
mod names;
pub mod notice;
pub mod one_file;
pub mod problem;
pub mod refusal;
pub mod replacing;
pub mod scope;
pub mod search;
pub mod store;
pub mod team;
mod text_history;
pub mod tongues;
