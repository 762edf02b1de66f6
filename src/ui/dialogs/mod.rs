//! Questions to the person at the screen: the desktop's own dialogs, and a plain field where none answers.

pub mod ask_path;
pub mod report;
pub mod system;
