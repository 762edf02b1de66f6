//! Every test of the program, in one binary.

mod analysis;
mod architecture;
mod cli;
mod export;
mod figure;
mod help;
mod import;
mod journal;
mod lang;
mod package;
mod session;
mod store;
mod support;
mod text;
mod told;
mod ui;
mod window;
