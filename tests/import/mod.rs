mod bad_input;
mod files;
mod pseudonym;
mod sample;
