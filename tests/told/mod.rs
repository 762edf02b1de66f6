mod history;
mod store;
mod words;
