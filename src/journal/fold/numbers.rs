//! Numbers: things by the number of their coming, where the things themselves are kept elsewhere. There are very many, so a
//! table holds their numbers alone, which takes a fifth of the room that it takes with their ids beside.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::topics::Topic;
use crate::model::id::EntryHash;

/// What has a number.
pub(super) trait Named: Copy + Eq {
    /// A number that is another for most others.
    fn scattered(self) -> u64;
}

/// Which numbers were given.
#[derive(Clone, Default)]
pub(super) struct Numbers {
    table: HashTable<u32>,
}

impl Numbers {
    /// Makes room for so many more; `named` tells what has a number.
    pub(super) fn reserve<K: Named>(&mut self, more: usize, named: impl Fn(u32) -> K) {
        self.table.reserve(more, |&number| named(number).scattered());
    }

    /// The number of a thing.
    pub(super) fn get<K: Named>(&self, key: K, named: impl Fn(u32) -> K) -> Option<u32> {
        self.table.find(key.scattered(), |&number| named(number) == key).copied()
    }

    /// Gives a thing a number, unless it has one; gives the one it has already.
    pub(super) fn admit<K: Named>(&mut self, key: K, number: u32, named: impl Fn(u32) -> K) -> Option<u32> {
        let (same, hash) = (|&other: &u32| named(other) == key, |&other: &u32| named(other).scattered());
        match self.table.entry(key.scattered(), same, hash) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(free) => {
                free.insert(number);
                None
            }
        }
    }
}

impl Named for EntryHash {
    fn scattered(self) -> u64 {
        mixed(self.bits(), 0)
    }
}

impl Named for Topic {
    fn scattered(self) -> u64 {
        match self {
            Self::Study => 0,
            Self::Coders => mixed(0, 1),
            Self::Codes => mixed(0, 2),
            Self::Cases => mixed(0, 3),
            Self::Words => mixed(0, 4),
            Self::Figure => mixed(0, 5),
            Self::Source(id) => mixed(id.bits(), 6),
            Self::Coding(id) => mixed(id.bits(), 7),
            Self::Memo(id) => mixed(id.bits(), 8),
            Self::Round(id) => mixed(id.bits(), 9),
            Self::Result(id) => mixed(id.bits(), 10),
        }
    }
}

/// Mixes the bits of an id so that each counts for all: ids that are not drawn by chance differ in a few only.
fn mixed(bits: u128, kind: u64) -> u64 {
    let (high, low) = ((bits >> 64) as u64, bits as u64);
    let product = u128::from(high ^ kind ^ 0x9e37_79b9_7f4a_7c15) * u128::from(low ^ 0xd6e8_feb8_6659_fd93);
    let once = (product >> 64) as u64 ^ product as u64;
    let product = u128::from(once) * 0xa076_1d64_78bd_642f;
    (product >> 64) as u64 ^ product as u64
}
