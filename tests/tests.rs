//! Every test of the program, in one binary.

mod import;
mod journal;
mod support;
mod told;
