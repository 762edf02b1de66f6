//! Every test of the program, in one binary.

mod journal;
mod session;
mod store;
mod support;
mod told;
