//! The thread that looks for what others have written, so that the window never waits for a folder that may lie on
//! another machine.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

use crate::model::id::{LogId, TextHash};
use crate::text::indexed::IndexedText;

use super::ProjectDir;
use super::blobs::Found;
use super::reading::{Marks, Reach, Reading};
use super::syncer::Waker;

/// What is to be looked for.
pub(crate) struct Look {
    /// The log that this window writes, which brings no news.
    pub(crate) writing: Option<LogId>,
    /// The texts that were not there.
    pub(crate) lacking: BTreeSet<TextHash>,
    /// How far to look for logs.
    pub(crate) reach: Reach,
}

/// What one look has brought.
pub(crate) struct Looked {
    /// What the logs say that they did not say before.
    pub(crate) reading: Reading,
    /// The texts that were looked for.
    pub(crate) lacking: BTreeSet<TextHash>,
    /// Those of them that are there now.
    pub(crate) texts: Vec<(TextHash, Arc<IndexedText>)>,
}

/// The thread, or the same work in place where no thread can be had.
pub(crate) struct Lookout {
    looks: Option<Sender<Look>>,
    looked: Receiver<Looked>,
    thread: Option<JoinHandle<()>>,
    in_place: Option<Looker>,
    under_way: bool,
}

#[derive(Clone)]
struct Looker {
    dir: ProjectDir,
    marks: Marks,
    waker: Arc<OnceLock<Waker>>,
    told: Sender<Looked>,
}

impl Lookout {
    /// Begins where the marks stand.
    pub(crate) fn start(dir: ProjectDir, marks: Marks, waker: Arc<OnceLock<Waker>>) -> Self {
        let (told, looked) = channel();
        let (looks, asked) = channel();
        let looker = Looker { dir, marks, waker, told };
        let mut worker = looker.clone();
        let work = move || asked.iter().for_each(|look| worker.look(look));
        let thread = thread::Builder::new().name("kodebok-look".to_owned()).spawn(work).ok();
        // Kept beside a thread, its sender would hide that the thread has died.
        let in_place = thread.is_none().then_some(looker);
        Self { looks: Some(looks), looked, thread, in_place, under_way: false }
    }

    /// Asks for a look; does nothing while one is under way.
    pub(crate) fn ask(&mut self, look: Look) {
        if self.under_way {
            return;
        }
        self.under_way = match (&mut self.in_place, &self.looks) {
            (Some(looker), _) => {
                looker.look(look);
                true
            }
            (None, looks) => looks.as_ref().is_some_and(|looks| looks.send(look).is_ok()),
        };
    }

    /// Tells whether a look is under way.
    pub(crate) fn is_under_way(&self) -> bool {
        self.under_way
    }

    /// What the look under way has brought, if it is back.
    pub(crate) fn looked(&mut self) -> Option<Looked> {
        let looked = match self.looked.try_recv() {
            Err(std::sync::mpsc::TryRecvError::Empty) => return None,
            looked => looked.ok(),
        };
        self.under_way = false;
        looked
    }

    /// Waits for the look that is under way.
    pub(crate) fn wait(&mut self) -> Option<Looked> {
        let looked = if self.under_way { self.looked.recv().ok() } else { None };
        self.under_way = false;
        looked
    }
}

impl Drop for Lookout {
    fn drop(&mut self) {
        self.looks = None;
        if let Some(thread) = self.thread.take() {
            // Whatever became of it, there is nobody left to tell.
            drop(thread.join());
        }
    }
}

impl Looker {
    fn look(&mut self, look: Look) {
        let reading = self.dir.read_news(&mut self.marks, look.writing, look.reach);
        let texts = look.lacking.iter().filter_map(|hash| match self.dir.read_text(*hash) {
            Ok(Found::Whole(text)) => Some((*hash, Arc::new(IndexedText::new(text)))),
            _ => None,
        });
        let texts: Vec<_> = texts.collect();
        let news = !(reading.entries.is_empty() && reading.findings.is_empty() && texts.is_empty());
        // Nobody listens any more when the study is being left.
        drop(self.told.send(Looked { reading, lacking: look.lacking, texts }));
        if let Some(wake) = self.waker.get().filter(|_| news) {
            wake();
        }
    }
}
