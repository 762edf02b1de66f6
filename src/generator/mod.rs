//! STUDIES TO TRY THINGS ON: made-up studies of any size, in the language of the sample, the same for the same seed.
//!
//! Nothing here writes: a study is told gesture by gesture to a [`Teller`], who turns them into lines and texts.

pub mod codebook;
pub mod interview;
pub mod speech;
pub mod study;

use crate::journal::event::{Event, Seen};
use crate::model::id::{CoderId, LogId, ProjectId};

/// The sizes that the measurements are made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Seven interviews, as a student has them.
    Small,
    /// A hundred interviews, coded by three.
    Large,
    /// Three hundred interviews with 200,000 codings: more than any study that we know of.
    Huge,
    /// A single text of a million words.
    Million,
}

impl Size {
    /// Every size.
    pub const ALL: [Self; 4] = [Self::Small, Self::Large, Self::Huge, Self::Million];

    /// What it is called on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
            Self::Huge => "huge",
            Self::Million => "million",
        }
    }

    /// How much there is of everything.
    pub const fn plan(self) -> Plan {
        match self {
            Self::Small => Plan { texts: 7, words: 8_000, codings: 500, codes: 120, coders: 2 },
            Self::Large => Plan { texts: 100, words: 10_000, codings: 20_000, codes: 400, coders: 3 },
            Self::Huge => Plan { texts: 300, words: 10_000, codings: 200_000, codes: 700, coders: 3 },
            Self::Million => Plan { texts: 1, words: 1_000_000, codings: 20_000, codes: 200, coders: 1 },
        }
    }
}

/// How much there is to be of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many interviews; each belongs to a case.
    pub texts: usize,
    /// How many words each of them has.
    pub words: usize,
    /// How many codings stand in the end.
    pub codings: usize,
    /// How many codes, categories and themes there are.
    pub codes: usize,
    /// How many people code, each with a log of their own.
    pub coders: usize,
}

impl Plan {
    /// How many memos are written.
    pub const fn memos(self) -> usize {
        self.codings / 10
    }

    /// How often a coding gets another code.
    pub const fn recoded(self) -> usize {
        self.codings * 3 / 20
    }

    /// How many codings are removed again; they come on top of those that stand.
    pub const fn removed(self) -> usize {
        self.codings / 100
    }

    /// How many words are corrected in each text.
    pub const fn corrections(self) -> usize {
        3
    }

    /// Which share of `total` falls to the text of this number.
    const fn share(self, total: usize, text: usize) -> usize {
        total * (text + 1) / self.texts - total * text / self.texts
    }
}

/// One gesture of one coder.
#[derive(Clone, Debug)]
pub struct Gesture {
    /// Which of the coders, from 0.
    pub coder: usize,
    /// When, in ms since 1970; later than all before it.
    pub ms: u64,
    /// Whether the coder has read all that the others have said, and has not told so yet.
    pub caught_up: bool,
    /// What happened.
    pub events: Vec<Event>,
    /// The text that the events name, where they add one.
    pub text: Option<String>,
}

/// Whoever writes a study down as it is told.
pub trait Teller {
    /// Why it cannot be written.
    type Error;

    /// Which project it is, and who writes which log; called once, before all else.
    ///
    /// # Errors
    /// When there is no place for it.
    fn begin(&mut self, project: ProjectId, hands: &[(CoderId, LogId)]) -> Result<(), Self::Error>;

    /// How far a coder has seen all logs, their own among them.
    fn seen(&self, coder: usize) -> Seen;

    /// Writes one gesture down; `draw` gives 128 bits for each salt.
    ///
    /// # Errors
    /// When it cannot be written; nothing more is told then.
    fn tell(&mut self, gesture: Gesture, draw: &mut dyn FnMut() -> u128) -> Result<(), Self::Error>;
}
