mod gestures;
mod history;
mod kill;
mod sample;
mod texts;
mod undo;
