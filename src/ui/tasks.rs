//! Slow work on threads of its own: opening, importing, exporting, asking the desktop. What comes back is read at
//! the start of a frame.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::import::{Choices, Read};
use crate::model::source::Original;
use crate::session::intake::Origin;
use crate::session::{Session, SessionError};
use crate::ui::action::Action;
use crate::ui::answers::{Answer, Asked};
use crate::ui::carrying::Carried;
use crate::ui::dialogs::system::Dialogs;
use crate::ui::naming::Named;
use crate::ui::wanted::Wanted;

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
    /// What is going to be read, by the number of the reading, with what is told of the folders.
    Gathered {
        /// The number of the reading.
        batch: u64,
        /// What is going to be read.
        origins: Vec<Origin>,
        /// What was passed by, in words.
        left_out: Vec<String>,
    },
    /// One file of a reading.
    Brought {
        /// The number of the reading.
        batch: u64,
        /// Which one it is there.
        number: usize,
        /// As it had been chosen.
        choices: Choices,
        /// What was read, or a sentence.
        read: Result<Box<Read>, String>,
    },
    /// The original file of an item of the preview, or a sentence.
    Kept {
        /// The number of the work.
        batch: u64,
        /// Where the item stands in the preview.
        place: usize,
        /// Where the file lies, or why it could not be kept.
        kept: Result<Original, String>,
    },
    /// All original files of the work of that number are kept.
    AllKept(u64),
    /// Files for the study that is opened next.
    Offered(Vec<PathBuf>),
    /// The work of this title ended in the middle, or could not begin.
    BrokenOff(String),
    /// Studies opened last that are not where they were.
    Missing(Vec<PathBuf>),
    /// What came of looking for names, or of a name key.
    Named(Named),
    /// The answer to a question.
    Answered(Box<Asked>, Answer),
    /// A picture for the clipboard.
    Picture(egui::ColorImage),
    /// A file was written.
    Written(PathBuf),
    /// What came of a study in one file, or of a copy.
    Carried(Carried),
}

/// Work that goes on.
#[derive(Clone)]
pub struct Running {
    /// What it is, in words.
    pub title: String,
    done: Arc<AtomicUsize>,
    total: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    over: Arc<AtomicBool>,
}

impl Running {
    /// How much of it is done, and of how much.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Asks it to stop after the part it is at.
    pub fn cancel(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Tells whether it has been asked to stop.
    pub fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Says how many parts there are, once that is known.
    pub fn expect(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
    }

    /// One more part is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// The end of a task: it is over however it ends, and what was broken off is told.
struct Ending {
    over: Arc<AtomicBool>,
    sender: Sender<(u64, Arrived)>,
    study: u64,
    wake: egui::Context,
    /// What it is called, until it is done.
    unfinished: Option<String>,
}

impl Ending {
    fn send(&self, arrived: Arrived) {
        // The window may be gone; then nobody waits for this.
        drop(self.sender.send((self.study, arrived)));
        self.wake.request_repaint();
    }

    fn done(&mut self) {
        self.unfinished = None;
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        match self.unfinished.take() {
            Some(title) => self.send(Arrived::BrokenOff(title)),
            None => self.wake.request_repaint(),
        }
    }
}

/// The work under way and what it brings.
pub struct Tasks {
    sender: Sender<(u64, Arrived)>,
    receiver: Receiver<(u64, Arrived)>,
    /// Counts the studies that were open: what was read for one is not for the next.
    study: u64,
    /// Counts the readings of files.
    numbered: u64,
    running: Vec<Running>,
    dialogs: Arc<dyn Dialogs>,
    wake: egui::Context,
}

impl Tasks {
    /// No work yet; `wake` is told when something arrives.
    pub fn new(dialogs: Arc<dyn Dialogs>, wake: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, study: 0, numbered: 0, running: Vec::new(), dialogs, wake }
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
        let study = self.study;
        let of_another = |from: u64, arrived: &Arrived| {
            use Arrived::{AllKept, Answered, Brought, Gathered, Kept, Named};
            from != study
                && matches!(
                    arrived,
                    Gathered { .. } | Brought { .. } | Kept { .. } | AllKept(_) | Named(_) | Answered(..)
                )
        };
        let arrived = self.receiver.try_iter().filter(|(from, arrived)| !of_another(*from, arrived));
        let arrived = arrived.map(|(_, arrived)| arrived).collect();
        // Only now, so that a task whose end has arrived is not among those that run.
        self.running.retain(|task| !task.over.load(Ordering::Relaxed));
        arrived
    }

    /// A number for a reading that no other has.
    pub fn number(&mut self) -> u64 {
        self.numbered += 1;
        self.numbered
    }

    /// The study is being left: what is being read for it stops.
    pub fn forget(&mut self) {
        self.study += 1;
        self.running.iter().for_each(Running::cancel);
    }

    /// Does `work` on a thread named after it. `work` sends what it brings as it goes.
    pub fn start(
        &mut self,
        (title, total): (&str, usize),
        work: impl FnOnce(&Running, &(dyn Fn(Arrived) + Sync)) + Send + 'static,
    ) {
        let running = Running {
            title: title.to_owned(),
            done: Arc::default(),
            total: Arc::new(AtomicUsize::new(total)),
            stop: Arc::default(),
            over: Arc::default(),
        };
        self.running.push(running.clone());
        let mut ending = Ending {
            over: Arc::clone(&running.over),
            sender: self.sender.clone(),
            study: self.study,
            wake: self.wake.clone(),
            unfinished: Some(title.to_owned()),
        };
        let task = move || {
            work(&running, &|arrived| ending.send(arrived));
            ending.done();
        };
        let named = std::thread::Builder::new().name(title.chars().take(15).collect());
        // A task that cannot begin is dropped with its ending, which tells.
        drop(named.spawn(task));
    }
}
