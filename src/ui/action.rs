//! What a hand has done: an edit of the project, a look at something else, or a task that takes time.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::scope::Scope;
use crate::export::{How, What};
use crate::figure::scene::Scene;
use crate::help::Place;
use crate::import::Choices;
use crate::journal::edit::Edit;
use crate::journal::notice::Notice;
use crate::model::id::{CodeId, CoderId, CodingId, SourceId};
use crate::model::memo::About;
use crate::model::span::Span;
use crate::store::app_data::preferences::{Colours, Sight};
use crate::ui::answers::{Answer, Asked};
use crate::ui::carrying::Carrying;
use crate::ui::commands::Command;
use crate::ui::intake::change::Change;
use crate::ui::reviewing::{Agreeing, ReviewPart};
use crate::ui::screen::{Aside, Manner, PaletteOpened, Reviewing, Room, Selection, Sheet, Side};

/// One wish of a view, applied at the start of the next frame and nowhere else.
#[derive(Debug)]
pub enum Action {
    /// Changes the project: journaled, and one step of undo.
    Edit(Edit),
    /// Says what is half typed in the text.
    SayTyped,
    /// Changes the screen: never journaled.
    Look(Look),
    /// Takes time, or asks the system.
    Task(Task),
    /// What a menu, a shortcut or the command palette names.
    Command(Command),
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum Look {
    /// Opens a room.
    In(Room),
    /// Opens a source in the reader.
    AtSource(SourceId),
    /// Puts the caret at a place of a source.
    AtPlace(SourceId, u32),
    /// Shows the codings of a source that lack words.
    AtLost(SourceId),
    /// Reads, corrects or compares the open text.
    Do(Manner),
    /// Goes to the next change of the text.
    NextChange,
    /// Selects a coding, in its source.
    AtCoding(CodingId),
    /// Selects one code.
    AtCode(CodeId),
    /// Adds a code to those selected, or takes it away.
    AlsoAtCode(CodeId),
    /// Shows the open source itself in the inspector.
    AtSourceCard,
    /// Shows the study itself in the inspector.
    AtStudyCard,
    /// Shows the coded segments of the selected codes.
    Retrieve,
    /// Selects words of the open source; `None` lets go of them.
    Select(Option<Selection>),
    /// Keeps the selection on its words after the text has changed.
    Follow(Selection),
    /// Selects what the speaker says at a stretch around the caret.
    SelectTurn,
    /// Lifts a coding that the pointer is over.
    Hover(Option<CodingId>),
    /// Opens the palette.
    OpenPalette(PaletteOpened),
    /// Closes whatever floats.
    Close,
    /// Folds or unfolds a code in the tree.
    Fold(CodeId, Fold),
    /// Starts to type a code's new name in the tree.
    Rename(Option<CodeId>),
    /// Types the title of a source in the list, or no more.
    Retitle(Option<SourceId>),
    /// Asks whether to erase a source for good, in the room of names.
    AskToErase(SourceId),
    /// Starts a new code under another one.
    NewUnder(Option<CodeId>),
    /// Stops typing a new code.
    NotNew,
    /// Opens a memo on the coding that was just made.
    WriteMemoOnLastCoding,
    /// Opens the memo of something for writing.
    WriteMemo(About),
    /// Shows what is set aside in another way.
    Aside(Aside),
    /// Shows words of the open source.
    Reveal(Span),
    /// Opens what floats over the page, or closes it.
    Sheet(Option<Sheet>),
    /// Text size of the reader in per cent.
    TextZoom(u16),
    /// Opens the help at a place, or closes it.
    Help(Option<Place>),
    /// Shows or hides a panel that folds in narrow windows.
    Inspector(Shown),
    /// Shows a panel that is folded in a narrow window, or folds it again.
    Peek(Side),
    /// Shows the code structure in another way.
    Figure(How),
    /// Asks another part of the study.
    Scope(Box<Scope>),
    /// Chooses a code for places; with what is typed of its name.
    CodePlaces(Vec<(SourceId, Span)>, String),
    /// Selects words of a source in the reader.
    AtWords(SourceId, Span),
    /// Does something else in the room of review.
    Reviewing(Reviewing),
    /// Opens a part of the room of review.
    InReview(ReviewPart),
    /// Looks at agreement in another way.
    Agreement(Box<Agreeing>),
    /// Whether only remarks are made on this installation.
    RemarksOnly(bool),
    /// Shows the work of another coder in another way.
    Other(CoderId, Sight),
    /// Lets the colours in the text stand for something else.
    Colours(Colours),
    /// Says something in the status bar.
    Say(String),
    /// The memo is written.
    MemoDone,
    /// The path that was asked for is there, or is not wanted any more.
    Asked,
    /// Changes what is looked at before it is imported.
    Intake(Change),
    /// Files that waited for a study are let go.
    NotWaiting,
    /// The preview is not left after all.
    KeepIntake,
    /// The report has been read.
    ReportRead,
    /// These notices have been read.
    Read(Vec<Notice>),
    /// The export that waits for an answer is not wanted.
    NotOut,
    /// The file that waits for its passphrase is not wanted, or is being opened.
    NotUnlocked,
    /// Nobody is to be asked before an export any more in this session, or they are.
    AskNoMore(bool),
    /// Takes a study out of those opened last.
    Forget(PathBuf),
    /// The name of the person at the screen.
    CoderIs(String),
    /// The interface in another language.
    Speak(crate::lang::Language),
    /// Light, dark, or as the desktop is.
    Theme(crate::store::app_data::preferences::Theme),
    /// Size of the whole interface in per cent.
    AllZoom(u16),
}

/// Folded or unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Its children are hidden.
    Closed,
    /// Its children are shown.
    Open,
}

/// Shown or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It is there.
    Yes,
    /// It is not.
    No,
}

/// Slow work and questions to the system; answers come back as actions.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Opens a copy of the sample study.
    OpenSample,
    /// Asks for a folder and opens the study in it.
    ChooseProject,
    /// Looks whether the studies opened last are still there.
    FindRecent,
    /// Opens a study.
    OpenProject(PathBuf),
    /// Asks for a folder and makes a new study in it.
    NewProject {
        /// The study's name.
        name: String,
        /// Where its folder is to be made.
        parent: PathBuf,
        /// What it starts with.
        template: crate::journal::template::Template,
    },
    /// Asks for files and reads them for a preview.
    ChooseFiles,
    /// Asks for a folder and reads what is in it for a preview.
    ChooseFolder,
    /// Reads files, and those in folders, for a preview.
    Import(Vec<PathBuf>),
    /// Reads words from the clipboard for a preview.
    ImportPasted(String),
    /// Keeps files for the study that is opened next.
    Offer(Vec<PathBuf>),
    /// Reads files of the preview, by their places, once more as they have been chosen.
    ReadAgain(Vec<(usize, Choices)>),
    /// Stops reading; what was read stays in the preview.
    StopReading,
    /// Brings in what is ticked in the preview.
    Accept,
    /// Leaves the preview; where something was chosen in it somebody is asked first.
    LeaveIntake,
    /// Leaves the preview, whatever was chosen in it.
    DropIntake,
    /// Asks where the report that is shown is to be saved.
    ChooseReport,
    /// Saves it.
    SaveReport(PathBuf),
    /// Asks where the original file of a source is to be saved.
    ChooseOriginal(SourceId),
    /// Saves it.
    SaveOriginal(SourceId, PathBuf),
    /// Asks where to, and exports.
    ChooseExport(What, &'static str),
    /// Exports what and as what, to a file.
    Export(What, &'static str, PathBuf),
    /// Exports what waits for an answer, whatever names are in it.
    ExportAnyway,
    /// Asks for a folder, and exports the texts of the sources to a new one in it.
    ChooseSourcesFolder,
    /// Exports the texts of the sources to a new folder in this one.
    ExportSources(PathBuf),
    /// Answers a question that takes longer.
    Ask(Box<Asked>),
    /// Asks where to, and saves an answer as a file of an ending.
    ChooseAnswer(Answer, &'static str),
    /// Saves an answer, to a file.
    SaveAnswer(Answer, &'static str, PathBuf),
    /// Puts a figure on the clipboard as a picture.
    CopyPicture(Arc<[Scene]>),
    /// Names, the name key, replacing and erasing.
    Names(crate::ui::naming::Naming),
    /// A study in one file, and copies of a study.
    Carrying(Carrying),
    /// Leaves the study and goes back to the first screen.
    CloseProject,
}

/// Where views put their actions.
#[derive(Debug, Default)]
pub struct Outbox(RefCell<Vec<Action>>);

impl Outbox {
    /// Takes an action along.
    pub fn send(&self, action: Action) {
        self.0.borrow_mut().push(action);
    }

    /// Gives all actions in the order in which they were sent.
    pub fn take(&self) -> Vec<Action> {
        self.0.take()
    }

    /// Tells whether something waits.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
}

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Self::Edit(edit)
    }
}

impl From<Look> for Action {
    fn from(look: Look) -> Self {
        Self::Look(look)
    }
}

impl From<Task> for Action {
    fn from(task: Task) -> Self {
        Self::Task(task)
    }
}

impl From<Command> for Action {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}
