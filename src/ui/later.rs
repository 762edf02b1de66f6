//! A value that may take long to compute: small ones are there at once, large ones come from a thread, and what was
//! shown before stays until they do.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::Context;

/// How much work a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Done within a frame.
    Small,
    /// Not.
    Large,
}

/// Keeps a value with the key it was computed for, and waits for the next.
#[derive(Debug)]
pub(super) struct Later<K, T> {
    kept: Option<(K, T)>,
    coming: Option<(K, Receiver<T>)>,
}

impl<K, T> Default for Later<K, T> {
    fn default() -> Self {
        Self { kept: None, coming: None }
    }
}

impl<K: PartialEq + Clone, T: Send + 'static> Later<K, T> {
    /// The newest value there is, which may still be the one for the key before; `None` before there is any.
    pub(super) fn get(
        &mut self,
        ctx: &Context,
        (key, size, name): (K, Work, &str),
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<&T> {
        self.take();
        if self.kept.as_ref().is_some_and(|(known, _)| *known == key) {
            self.coming = None;
        } else if size == Work::Small {
            (self.kept, self.coming) = (Some((key, work())), None);
        } else if self.coming.as_ref().is_none_or(|(wanted, _)| *wanted != key) {
            let (sender, receiver) = channel();
            let wake = ctx.clone();
            let task = move || {
                // Nobody waits for it where something else has been asked since.
                drop(sender.send(work()));
                wake.request_repaint();
            };
            let named = std::thread::Builder::new().name(name.chars().take(15).collect());
            self.coming = named.spawn(task).ok().map(|_| (key, receiver));
        }
        self.kept.as_ref().map(|(_, value)| value)
    }

    /// The newest value there is.
    pub(super) fn newest(&self) -> Option<&T> {
        self.kept.as_ref().map(|(_, value)| value)
    }

    /// What the newest value was computed for.
    pub(super) fn newest_key(&self) -> Option<&K> {
        self.kept.as_ref().map(|(key, _)| key)
    }

    /// Tells whether a newer value is on its way.
    pub(super) fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    fn take(&mut self) {
        let Some((key, receiver)) = self.coming.take() else { return };
        match receiver.try_recv() {
            Ok(value) => self.kept = Some((key, value)),
            Err(TryRecvError::Empty) => self.coming = Some((key, receiver)),
            // The thread broke off: what is there stays, and the next question starts another.
            Err(TryRecvError::Disconnected) => {}
        }
    }
}
