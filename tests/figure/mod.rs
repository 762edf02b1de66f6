mod cloud;
mod codes;
mod geometry;
mod palette;
mod structure;
