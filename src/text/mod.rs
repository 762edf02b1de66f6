//! WORDS: what language is. Knows nothing of projects, files or windows.

pub mod bounds;
pub mod collation;
pub mod indexed;
pub mod language;
pub mod names;
pub mod normal;
pub mod stem;
pub mod stop_words;
pub mod tongue;
pub mod vocabulary;
pub mod words;
