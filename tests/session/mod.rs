mod gestures;
mod history;
mod kill;
mod refresh;
mod sample;
mod texts;
mod together;
mod undo;
