//! What happened, in words: refusals, problems, losses, errors and history as sentences for a researcher.

pub mod export;
pub mod import;
