//! Every test of the program, in one binary.

mod analysis;
mod cli;
mod export;
mod figure;
mod import;
mod journal;
mod session;
mod store;
mod support;
mod told;
mod ui;
