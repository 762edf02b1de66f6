mod informant;
mod pictures;
mod tables;
