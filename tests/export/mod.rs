mod pictures;
mod tables;
