mod palette;
mod structure;
