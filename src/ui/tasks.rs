//! Slow work on threads of its own: opening, importing, exporting, asking the desktop. What comes back is read at
//! the start of a frame.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::import::report::Loss;
use crate::journal::edit::NewSource;
use crate::session::{Session, SessionError};
use crate::ui::action::Action;
use crate::ui::dialogs::system::Dialogs;
use crate::ui::screen::Wanted;

/// What a task brought.
pub enum Arrived {
    /// A study.
    Opened(Box<Session>),
    /// A study that could not be opened or made.
    NotOpened(SessionError),
    /// A sentence for the first screen or the status bar.
    Trouble(String),
    /// Something to do next.
    Then(Action),
    /// A path must be asked for in a plain field; with what is suggested.
    Ask(Wanted, String),
    /// One file of an import, by its name.
    Draft(String, Result<(Box<NewSource>, Vec<Loss>), String>),
    /// All files of an import have been read.
    ImportRead,
    /// Studies opened last that are not where they were.
    Missing(Vec<PathBuf>),
    /// A file was written.
    Written(PathBuf),
}

/// Work that goes on.
#[derive(Clone)]
pub struct Running {
    /// What it is, in words.
    pub title: String,
    done: Arc<AtomicUsize>,
    total: usize,
    stop: Arc<AtomicBool>,
    over: Arc<AtomicBool>,
}

impl Running {
    /// How much of it is done, and of how much.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total)
    }

    /// Asks it to stop after the part it is at.
    pub fn cancel(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Tells whether it has been asked to stop.
    pub fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// One more part is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// The work under way and what it brings.
pub struct Tasks {
    sender: Sender<Arrived>,
    receiver: Receiver<Arrived>,
    running: Vec<Running>,
    dialogs: Arc<dyn Dialogs>,
    wake: egui::Context,
}

impl Tasks {
    /// No work yet; `wake` is told when something arrives.
    pub fn new(dialogs: Arc<dyn Dialogs>, wake: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, running: Vec::new(), dialogs, wake }
    }

    /// The desktop's dialogs.
    pub fn dialogs(&self) -> Arc<dyn Dialogs> {
        Arc::clone(&self.dialogs)
    }

    /// Wakes the window from another thread.
    pub fn waker(&self) -> Box<dyn Fn() + Send + Sync> {
        let wake = self.wake.clone();
        Box::new(move || wake.request_repaint())
    }

    /// The work that goes on.
    pub fn running(&self) -> &[Running] {
        &self.running
    }

    /// What has arrived since the last frame.
    pub fn arrived(&mut self) -> Vec<Arrived> {
        self.running.retain(|task| !task.over.load(Ordering::Relaxed));
        self.receiver.try_iter().collect()
    }

    /// Does `work` on a thread named after it. `work` sends what it brings as it goes.
    pub fn start(
        &mut self,
        (title, total): (&str, usize),
        work: impl FnOnce(&Running, &dyn Fn(Arrived)) + Send + 'static,
    ) {
        let running = Running {
            title: title.to_owned(),
            done: Arc::default(),
            total,
            stop: Arc::default(),
            over: Arc::default(),
        };
        self.running.push(running.clone());
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        let send = move |arrived: Arrived| {
            // The window may be gone; then nobody waits for this.
            drop(sender.send(arrived));
            wake.request_repaint();
        };
        let task = move || {
            work(&running, &send);
            running.over.store(true, Ordering::Relaxed);
        };
        let named = std::thread::Builder::new().name(title.chars().take(15).collect());
        if let Err(cause) = named.spawn(task) {
            drop(self.sender.send(Arrived::Trouble(cause.to_string())));
        }
    }
}
