//! One id type for each noun: 128 bits, drawn at random, written as 32 hexadecimal digits.

use std::fmt;
use std::str::FromStr;

use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The text was not 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is 32 hexadecimal digits")]
pub struct NotAnId;

/// Reads 32 hexadecimal digits, lower case only, so that an id has one spelling. Reading a journal is mostly this.
fn parse_hex(text: &str) -> Result<u128, NotAnId> {
    let Ok(digits) = <&[u8; 32]>::try_from(text.as_bytes()) else { return Err(NotAnId) };
    let (mut bits, mut bad) = ([0_u64; 2], 0_u8);
    for (half, digits) in bits.iter_mut().zip(digits.chunks_exact(16)) {
        for digit in digits {
            let value = VALUES[usize::from(*digit)];
            bad |= value;
            *half = *half << 4 | u64::from(value);
        }
    }
    if bad > 0xf { Err(NotAnId) } else { Ok(u128::from(bits[0]) << 64 | u128::from(bits[1])) }
}

/// What each byte is worth as a digit; 0xff for one that is none.
const VALUES: [u8; 256] = {
    let (mut values, mut value) = ([0xff; 256], 0);
    while value < 16 {
        values[b"0123456789abcdef"[value as usize] as usize] = value;
        value += 1;
    }
    values
};

struct HexVisitor;

impl Visitor<'_> for HexVisitor {
    type Value = u128;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("32 hexadecimal digits")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<u128, E> {
        parse_hex(text).map_err(E::custom)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            // Two halves, since a u128 wants its place in memory at a multiple of 16.
            high: u64,
            low: u64,
        }

        impl $name {
            /// Takes the 128 bits as they are; drawing them is the caller's business.
            pub const fn new(bits: u128) -> Self {
                Self { high: (bits >> 64) as u64, low: bits as u64 }
            }

            /// Gives the 128 bits.
            pub const fn bits(self) -> u128 {
                (self.high as u128) << 64 | self.low as u128
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", self.bits())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:x})"), self.bits())
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_hex(text).map(Self::new)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(HexVisitor).map(Self::new).map_err(D::Error::custom)
            }
        }
    )*};
}

ids! {
    /// Names a project; also the key under which the ids of its sources are hashed.
    ProjectId
    /// Names the log of one installation.
    LogId
    /// Names an entry: the BLAKE3 hash (128 bit) of its line.
    EntryHash
    /// Names the text of a source: the BLAKE3 hash (128 bit) of its UTF-8 bytes.
    TextHash
    /// Names the file that a source came from: the BLAKE3 hash (128 bit) of its bytes.
    FileHash
    /// Names a coder.
    CoderId
    /// Names a source.
    SourceId
    /// Names a run of characters that was inserted into a text after import.
    RunId
    /// Names a speaker who was added to a source after import.
    SpeakerId
    /// Names a stretch of a text that was set aside.
    ExclusionId
    /// Names a code, a category or a theme.
    CodeId
    /// Names one application of a code to a span.
    CodingId
    /// Names a memo.
    MemoId
    /// Names a case.
    CaseId
    /// Names an attribute of cases.
    AttributeId
    /// Names words that count as one.
    WordGroupId
    /// Names a search that is kept.
    SearchId
    /// Names a round of double coding.
    RoundId
    /// Names a result of agreement that was saved.
    ResultId
    /// Ties the entries together that one gesture made.
    GestureId
}
