//! The thread that waits for the medium, so that the window never does: gestures of up to 30 ms share one sync.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::app_data::heads::{Head, OwnLog};
use super::disk::{Disk, OpenFile};
use super::error::{Doing, StoreError, When as _};

/// How long gestures are gathered before they are synced together.
const GROUP: Duration = Duration::from_millis(30);

/// Called from the thread when there is news, so that a sleeping window looks.
pub type Waker = Box<dyn Fn() + Send + Sync>;

/// What is to be on the medium before everything up to a ticket is safe.
pub(crate) struct Job {
    /// Which attempt it belongs to; after a failure a new one begins.
    pub(crate) epoch: u64,
    pub(crate) through: u64,
    pub(crate) texts: Due,
    /// The lines that name those texts.
    pub(crate) lines: Due,
    pub(crate) head: Option<Head>,
}

/// What was written, and where new names have come.
#[derive(Default)]
pub(crate) struct Due {
    pub(crate) files: Vec<(PathBuf, Arc<dyn OpenFile>)>,
    pub(crate) folders: Vec<PathBuf>,
}

/// How a group ended.
pub(crate) struct Outcome {
    pub(crate) epoch: u64,
    pub(crate) result: Result<u64, StoreError>,
}

enum Message {
    Job(Job),
    /// Somebody waits: end the group.
    Hurry,
}

/// The thread, or the same work in place where no thread can be had.
pub(crate) struct Syncer {
    work: Worker,
    messages: Option<Sender<Message>>,
    outcomes: Receiver<Outcome>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Clone)]
struct Worker {
    disk: Arc<dyn Disk>,
    own: Arc<OwnLog>,
    waker: Arc<OnceLock<Waker>>,
    outcomes: Sender<Outcome>,
}

impl Syncer {
    pub(crate) fn start(disk: Arc<dyn Disk>, own: Arc<OwnLog>, waker: Arc<OnceLock<Waker>>) -> Self {
        let (told, outcomes) = channel();
        let (messages, inbox) = channel();
        let work = Worker { disk, own, waker, outcomes: told };
        let worker = work.clone();
        let thread = thread::Builder::new().name("kodebok-sync".to_owned()).spawn(move || worker.run(&inbox)).ok();
        let messages = thread.is_some().then_some(messages);
        Self { work, messages, outcomes, thread }
    }

    /// Hands over a job; its outcome comes later.
    pub(crate) fn send(&self, job: Job) {
        let unsent = match &self.messages {
            Some(messages) => messages.send(Message::Job(job)).err().map(|back| back.0),
            None => Some(Message::Job(job)),
        };
        if let Some(Message::Job(job)) = unsent {
            self.work.finish(&[job]);
        }
    }

    /// An outcome that has come in.
    pub(crate) fn try_outcome(&self) -> Option<Outcome> {
        self.outcomes.try_recv().ok()
    }

    /// Waits for the next outcome; `None` where the thread has died. Only to be called while a job is under way.
    pub(crate) fn wait(&self) -> Option<Outcome> {
        let alive = self.messages.as_ref().is_some_and(|messages| messages.send(Message::Hurry).is_ok());
        if alive { self.outcomes.recv().ok() } else { self.try_outcome() }
    }
}

impl Drop for Syncer {
    fn drop(&mut self) {
        self.messages = None;
        if let Some(thread) = self.thread.take() {
            // A thread that died has told its last outcome; there is nobody left to tell.
            drop(thread.join());
        }
    }
}

impl Worker {
    fn run(&self, inbox: &Receiver<Message>) {
        while let Ok(first) = inbox.recv() {
            let Message::Job(job) = first else { continue };
            let mut group = vec![job];
            let ends = Instant::now() + GROUP;
            loop {
                match inbox.recv_timeout(ends.saturating_duration_since(Instant::now())) {
                    Ok(Message::Job(job)) if job.epoch == group[0].epoch => group.push(job),
                    Ok(Message::Job(job)) => {
                        self.finish(&group);
                        group = vec![job];
                    }
                    Ok(Message::Hurry) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                }
            }
            self.finish(&group);
        }
    }

    /// Syncs a group, writes down how far it came, and tells.
    fn finish(&self, group: &[Job]) {
        let Some((epoch, through)) = group.last().map(|job| (job.epoch, job.through)) else { return };
        let head = group.iter().rev().find_map(|job| job.head.clone());
        let result = self.sync(group).map(|()| through);
        if let (Ok(_), Some(head)) = (&result, &head) {
            // Where local data cannot be written an older head stays, which is safe: it only sees less.
            drop(self.own.record(head));
        }
        // Nobody listens any more when the program is closing.
        drop(self.outcomes.send(Outcome { epoch, result }));
        if let Some(wake) = self.waker.get() {
            wake();
        }
    }

    /// Texts and their folders come first: should it end in between, no line is safe that names a text that is not.
    fn sync(&self, group: &[Job]) -> Result<(), StoreError> {
        let mut done: BTreeSet<&PathBuf> = BTreeSet::new();
        let stages: [fn(&Job) -> &Due; 2] = [|job| &job.texts, |job| &job.lines];
        for due in stages {
            for (path, file) in group.iter().flat_map(|job| &due(job).files) {
                if done.insert(path) {
                    file.sync().when(Doing::SyncLog, path)?;
                }
            }
            for folder in group.iter().flat_map(|job| &due(job).folders) {
                if done.insert(folder) {
                    self.disk.sync_folder(folder).when(Doing::SyncLog, folder)?;
                }
            }
        }
        Ok(())
    }
}
