//! What happened, in words: refusals, problems, losses, errors and history as sentences for a researcher.

pub mod export;
pub mod history;
pub mod import;
pub mod refusal;
pub mod store;
