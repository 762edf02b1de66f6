//! Questions to the person at the screen: the desktop's own dialogs, and a plain field where none answers.

pub mod ask_path;
pub mod going_out;
pub mod one_file;
pub mod replacing;
pub mod report;
pub mod small_talk;
pub mod system;
