mod bad_input;
mod files;
mod sample;
