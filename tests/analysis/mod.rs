mod answers;
mod frequency;
mod retrieval;
mod scope;
mod study_answers;
