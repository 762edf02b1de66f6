mod answers;
mod comparison;
mod frequency;
mod retrieval;
mod scope;
mod search;
mod study_answers;
mod words;
