//! WORDS: what language is. Knows nothing of projects, files or windows.

pub mod bounds;
pub mod indexed;
pub mod normal;
pub mod words;
