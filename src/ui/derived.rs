//! A value that is computed again only when what it was computed from has changed.

/// Keeps a value with the key it was computed for.
#[derive(Debug)]
pub struct Derived<K, T> {
    kept: Option<(K, T)>,
}

impl<K, T> Default for Derived<K, T> {
    fn default() -> Self {
        Self { kept: None }
    }
}

impl<K: PartialEq, T> Derived<K, T> {
    /// The value for `key`; `compute` runs only when the key is another one than last time.
    pub fn get(&mut self, key: K, compute: impl FnOnce() -> T) -> &mut T {
        if self.kept.as_ref().is_none_or(|(known, _)| *known != key) {
            self.kept = None;
        }
        &mut self.kept.get_or_insert_with(|| (key, compute())).1
    }

    /// The value as it was computed last.
    pub fn last(&self) -> Option<&T> {
        self.kept.as_ref().map(|(_, value)| value)
    }
}
