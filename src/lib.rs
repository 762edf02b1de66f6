//! Kodebok: code interview transcripts offline.

pub mod lang;

pub mod text;

pub mod model;

pub mod journal;

pub mod store;

pub mod session;

pub mod told;
