mod frequency;
mod retrieval;
mod scope;
mod words;
