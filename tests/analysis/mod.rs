mod comparison;
mod frequency;
mod retrieval;
mod scope;
mod search;
mod words;
