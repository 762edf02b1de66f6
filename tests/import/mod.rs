mod bad_input;
mod choices;
mod files;
mod pseudonym;
mod sample;
mod survey;
mod whisper;
