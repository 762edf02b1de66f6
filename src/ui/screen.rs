//! What is on the screen: what is open, selected, folded and filtered. Nothing of it is in the project.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::analysis::scope::Scope;
use crate::export::How;
use crate::help::Place;
use crate::model::id::{CodeId, CodingId, SourceId};
use crate::model::memo::About;
use crate::model::span::Span;
use crate::ui::action::Task;
use crate::ui::intake::Intake;
use crate::ui::reviewing::{Agreeing, ReviewPart};
use crate::ui::wanted::{Locked, Wanted};

/// A room of the program; the tabs of the top bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Read and code.
    #[default]
    Code,
    /// The coded segments of the selected codes.
    Segments,
    /// Cases and their attributes.
    Cases,
    /// The words of the study, as a cloud and a list.
    Words,
    /// Where words stand.
    Search,
    /// Every table and every figure.
    Analyses,
    /// The code-structure figure.
    Structure,
    /// What a second coder finds, and what two have coded without seeing each other's work.
    Review,
    /// What may tell who somebody is.
    Names,
    /// Every gesture in plain words.
    History,
    /// Language, look, coder.
    Settings,
}

/// What an arrow or a drag moves by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// One Unicode scalar.
    Character,
    /// A word.
    Word,
    /// A sentence.
    Sentence,
    /// What one speaker says at a stretch.
    Turn,
}

/// Selected words of the open source, or a mere caret where `anchor` is `head`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where it began, in Unicode scalars.
    pub anchor: u32,
    /// Where it is being drawn to; the caret stands here.
    pub head: u32,
}

impl Selection {
    /// The words; `None` for a caret.
    pub fn span(self) -> Option<Span> {
        Span::new(self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// A selection over a span, with the caret at its end.
    pub fn over(span: Span) -> Self {
        Self { anchor: span.start(), head: span.end() }
    }

    /// A caret.
    pub fn caret(at: u32) -> Self {
        Self { anchor: at, head: at }
    }
}

/// A panel that folds in narrow windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Sources and codes.
    Left,
    /// The inspector.
    Right,
}

/// How what is set aside is shown in the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aside {
    /// In its place, greyed.
    #[default]
    Greyed,
    /// Not at all, but for a quiet line in its place.
    Hidden,
}

/// What floats over the page until it is done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Search and replace.
    Replacing,
    /// Small talk that is proposed.
    SmallTalk,
    /// Saving the study as one file.
    OneFile,
}

/// What one does to the open text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// Reads it and puts codes on it.
    #[default]
    Coding,
    /// Types in it.
    Correcting,
    /// Reads it beside the text as it was imported.
    Comparing,
}

/// What the hands do in the room of review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reviewing {
    /// Look at a coding, and say what is to become of it.
    #[default]
    Looking,
    /// Draw other bounds.
    Bounds,
    /// Choose words that should have been coded.
    Adding,
    /// Something else than reviewing, as when they settle what was coded twice.
    Apart,
}

/// What the inspector shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The open source.
    #[default]
    Source,
    /// The selected words.
    Selection,
    /// The selected coding.
    Coding,
    /// The selected code.
    Code,
    /// The study itself.
    Study,
}

/// What choosing a code in the palette does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Applies it to the selected words; shows it where none are selected.
    #[default]
    Apply,
    /// Gives it to the selected coding.
    Recode(CodingId),
    /// Merges this code into it.
    MergeFrom(CodeId),
    /// Applies it to the places that were chosen in a room of questions.
    Places,
    /// Goes to a code, a source or a command.
    Search,
}

/// The palette, as it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteOpened {
    /// What had been typed when it opened.
    pub typed: String,
    /// What choosing does.
    pub purpose: Purpose,
}

/// A sentence in the status bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Whether something went wrong.
    pub tone: Tone,
}

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Plain,
    /// Could not be done.
    Trouble,
}

/// What is about to be exported while possible names are in it.
#[derive(Clone, Debug, PartialEq)]
pub struct GoingOut {
    /// What was asked for.
    pub task: Task,
    /// What is told of the names, one sentence each.
    pub told: Vec<String>,
}

/// A report with one line a thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What it is about.
    pub title: String,
    /// What happened, one sentence each.
    pub lines: Vec<(Tone, String)>,
    /// How many things were brought in.
    pub brought: usize,
    /// In how many steps of undo.
    pub steps: usize,
    /// Whether a backup may have what is missing.
    pub restores: bool,
}

impl Report {
    /// The lines, each with whether something went wrong.
    pub fn lines(&self) -> Vec<(bool, &str)> {
        self.lines.iter().map(|(tone, line)| (*tone == Tone::Trouble, line.as_str())).collect()
    }
}

/// What is on the screen now.
#[derive(Clone, Debug)]
pub struct Screen {
    /// The room that is open.
    pub room: Room,
    /// The source in the reader.
    pub source: Option<SourceId>,
    /// What is done to it.
    pub manner: Manner,
    /// The words selected in it.
    pub selection: Option<Selection>,
    /// The coding that is selected.
    pub coding: Option<CodingId>,
    /// The coding under the pointer.
    pub hovered: Option<CodingId>,
    /// The selected codes; the last one chosen is the active one.
    pub codes: Vec<CodeId>,
    /// What the inspector shows.
    pub focus: Focus,
    /// Codes whose children are hidden.
    pub folded: BTreeSet<CodeId>,
    /// The source whose title is being typed in the list.
    pub retitling: Option<SourceId>,
    /// The source that the list was last to bring into view: the first of those that were imported.
    pub arrived: Option<SourceId>,
    /// The code whose name is being typed in the tree.
    pub renaming: Option<CodeId>,
    /// A new code is being typed under this one.
    pub new_under: Option<Option<CodeId>>,
    /// The palette, while it is open.
    pub palette: Option<PaletteOpened>,
    /// The memo being written.
    pub memo: Option<About>,
    /// A span the reader is to bring into view, once.
    pub reveal: Option<Span>,
    /// The reader is to go to the next change of the text, once.
    pub to_next_change: bool,
    /// The reader is to select the first turn in view, once.
    pub to_turn: bool,
    /// The reader is to show the codings that lack words, once.
    pub to_lost: bool,
    /// Codes applied last, the latest first.
    pub recent: Vec<CodeId>,
    /// How what is set aside is shown.
    pub aside: Aside,
    /// What floats over the page.
    pub sheet: Option<Sheet>,
    /// Text size of the reader in per cent.
    pub text_zoom: u16,
    /// Whether the inspector is shown where it would be folded.
    pub inspector_shown: bool,
    /// A folded panel that is shown for a while in a narrow window.
    pub peek: Option<Side>,
    /// What the hands do in the room of review.
    pub reviewing: Reviewing,
    /// What is shown of that room.
    pub review: ReviewPart,
    /// How agreement is looked at there.
    pub agreement: Agreeing,
    /// Which part of the study the rooms of questions ask.
    pub scope: Scope,
    /// Places that a code is being chosen for.
    pub places: Vec<(SourceId, Span)>,
    /// How the code structure is shown, and exported.
    pub figure: How,
    /// What the status bar says.
    pub said: Option<Said>,
    /// The coding made last.
    pub made: Option<CodingId>,
    /// A path that is asked for in a plain field, with what is suggested.
    pub asking: Option<(Wanted, String)>,
    /// What is read in the help, while it is open.
    pub help: Option<Place>,
    /// A report that has not been read.
    pub report: Option<Report>,
    /// The report of an import that goes on.
    pub importing: Option<Report>,
    /// What is looked at before it is imported.
    pub intake: Option<Box<Intake>>,
    /// A file that waits for its passphrase.
    pub locked: Option<Locked>,
    /// An export that waits for an answer.
    pub going_out: Option<GoingOut>,
    /// Whether nobody is to be asked before an export any more.
    pub ask_no_more: bool,
    /// Whether names were replaced since the study was opened.
    pub replaced: bool,
    /// Files that were dropped before a study was open.
    pub waiting: Vec<PathBuf>,
    /// Studies opened last that are not where they were; `None` before anybody has looked.
    pub missing: Option<Vec<PathBuf>>,
    /// Closing was asked for and a warning was shown: asking again closes.
    pub leaving: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            room: Room::Code,
            source: None,
            manner: Manner::Coding,
            selection: None,
            coding: None,
            hovered: None,
            codes: Vec::new(),
            focus: Focus::Source,
            folded: BTreeSet::new(),
            retitling: None,
            arrived: None,
            renaming: None,
            new_under: None,
            palette: None,
            memo: None,
            reveal: None,
            to_next_change: false,
            to_turn: false,
            to_lost: false,
            recent: Vec::new(),
            aside: Aside::Greyed,
            sheet: None,
            text_zoom: 100,
            inspector_shown: true,
            peek: None,
            reviewing: Reviewing::Looking,
            review: ReviewPart::Walk,
            agreement: Agreeing::default(),
            scope: Scope::all(),
            places: Vec::new(),
            figure: How::default(),
            said: None,
            made: None,
            asking: None,
            help: None,
            report: None,
            importing: None,
            intake: None,
            locked: None,
            going_out: None,
            ask_no_more: false,
            replaced: false,
            waiting: Vec::new(),
            missing: None,
            leaving: false,
        }
    }
}

impl Screen {
    /// The code that new codes come under and that keys act on.
    pub fn active_code(&self) -> Option<CodeId> {
        self.codes.last().copied()
    }

    /// The selected words of the open source.
    pub fn words(&self) -> Option<(SourceId, Span)> {
        Some((self.source?, self.selection?.span()?))
    }

    /// Remembers a code as the one applied last.
    pub fn remember(&mut self, code: CodeId) {
        self.recent.retain(|known| *known != code);
        self.recent.insert(0, code);
        self.recent.truncate(9);
    }
}
