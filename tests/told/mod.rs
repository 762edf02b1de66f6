mod history;
mod import;
mod words;
