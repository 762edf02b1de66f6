mod frequency;
mod retrieval;
mod scope;
