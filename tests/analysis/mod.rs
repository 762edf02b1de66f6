mod frequency;
mod retrieval;
