//! Maps and sets made at once from what is in order, with their nodes full.
//!
//! `imbl` splits a full node in the middle, so keys that arrive in order leave every node half empty behind them. Every
//! second key first, and then those between, fills them.

use imbl::{OrdMap, OrdSet};

/// A map of keys in order, each with what it stands for.
pub(super) fn map<K: Ord + Copy, T: Copy, V: Clone>(row: &[(K, T)], value: impl Fn((K, T)) -> V) -> OrdMap<K, V> {
    every_second_first(row).map(|pair| (pair.0, value(pair))).collect::<OrdMap<K, V>>()
}

/// A set for each key, of pairs in order.
pub(super) fn rows<K: Ord + Copy, V: Ord + Copy>(pairs: &[(K, V)]) -> OrdMap<K, OrdSet<V>> {
    let set = |row: &[(K, V)]| every_second_first(row).map(|pair| pair.1).collect::<OrdSet<V>>();
    let rows = pairs.chunk_by(|a, b| a.0 == b.0);
    rows.filter_map(|row| Some((row.first()?.0, set(row)))).collect()
}

fn every_second_first<T: Copy>(row: &[T]) -> impl Iterator<Item = T> {
    row.iter().step_by(2).chain(row.iter().skip(1).step_by(2)).copied()
}
