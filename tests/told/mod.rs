mod history;
mod words;
