//! Kodebok: code interview transcripts offline.
//!
//! A project is what its coders have said, in order. The modules stand in reading order: words, nouns, verbs,
//! questions, pictures, borders, made-up studies, the disk, and the hands that use them all.

pub mod lang;

pub mod text;

pub mod model;

pub mod refi;

pub mod journal;

pub mod analysis;

pub mod figure;

pub mod import;

pub mod export;

pub mod generator;

pub mod store;

pub mod session;

pub mod told;

pub mod help;

pub mod cli;

pub mod ui;
