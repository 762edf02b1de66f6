//! The views: each reads what there is and sends what the hand has done.

pub mod analyses;
pub mod cases;
pub mod codes;
pub mod counted;
pub mod help;
pub mod history;
pub mod inspector;
pub mod intake;
pub mod moments;
pub mod names;
pub mod palette;
pub mod reader;
pub mod review;
pub mod search;
pub mod segments;
pub mod set_aside;
pub mod settings;
mod source_header;
pub mod sources;
pub mod status_bar;
pub mod structure;
pub mod top_bar;
pub mod welcome;
pub mod words;
