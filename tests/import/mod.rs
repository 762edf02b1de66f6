mod bad_input;
mod choices;
mod files;
mod sample;
