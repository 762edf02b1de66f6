//! The desktop's file dialogs, behind a trait so that tests can answer for the desktop.

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// What a dialog brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These files or this folder.
    Chosen(Vec<PathBuf>),
    /// The person changed their mind.
    Cancelled,
    /// No dialog could be shown; a plain field must ask.
    NoDialog,
}

/// The desktop's dialogs. They may take as long as the person likes, so they are never called on the window's thread.
pub trait Dialogs: Send + Sync {
    /// Asks for files to read.
    fn files(&self, title: &str, endings: &[&str]) -> Answer;
    /// Asks for a folder.
    fn folder(&self, title: &str) -> Answer;
    /// Asks where a file is to be written.
    fn save(&self, title: &str, name: &str) -> Answer;
}

/// The dialogs of this desktop.
#[derive(Clone, Copy, Debug, Default)]
pub struct Desktop;

/// The desktop gives the same answer for *cancelled* and for *there is no dialog*; but nobody cancels this fast.
const FASTEST_HAND: Duration = Duration::from_millis(250);

fn answered(since: Instant, chosen: Option<Vec<PathBuf>>) -> Answer {
    match chosen {
        Some(paths) => Answer::Chosen(paths),
        None if since.elapsed() < FASTEST_HAND => Answer::NoDialog,
        None => Answer::Cancelled,
    }
}

impl Dialogs for Desktop {
    fn files(&self, title: &str, endings: &[&str]) -> Answer {
        let since = Instant::now();
        let dialog = rfd::FileDialog::new().set_title(title).add_filter(title, endings);
        answered(since, dialog.pick_files())
    }

    fn folder(&self, title: &str) -> Answer {
        let since = Instant::now();
        let dialog = rfd::FileDialog::new().set_title(title);
        answered(since, dialog.pick_folder().map(|folder| vec![folder]))
    }

    fn save(&self, title: &str, name: &str) -> Answer {
        let since = Instant::now();
        let dialog = rfd::FileDialog::new().set_title(title).set_file_name(name);
        answered(since, dialog.save_file().map(|file| vec![file]))
    }
}
