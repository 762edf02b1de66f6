//! Every test of the program, in one binary.

mod journal;
mod support;
mod told;
