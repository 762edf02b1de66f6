mod history;
mod import;
mod store;
mod words;
