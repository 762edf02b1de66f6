mod history;
mod kill;
mod texts;
mod undo;
