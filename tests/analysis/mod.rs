mod counted;
mod frequency;
mod replacing;
mod retrieval;
mod scope;
mod small_talk;
