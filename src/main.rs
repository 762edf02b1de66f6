//! Kodebok.

fn main() {}
