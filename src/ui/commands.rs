//! Every command once: title, hint and shortcut. Menus, the search field, keys and help read this list.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::lang::Language;
use crate::lang::commands::Commands;
use crate::model::exclusion::Reason;
use crate::ui::screen::Room;

/// What a menu, a key or the search field can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Takes the last own gesture back.
    Undo,
    /// Makes it again.
    Redo,
    /// Searches codes, sources and commands.
    Search,
    /// Asks for files and imports them.
    Import,
    /// Asks for a folder and imports what is in it.
    ImportFolder,
    /// Starts a new code under the active one.
    NewCode,
    /// Makes a code of the selected words themselves.
    InVivo,
    /// Selects what the speaker says at a stretch.
    SelectTurn,
    /// Sets the selected words aside, or the turn with the caret.
    SetAside(Reason),
    /// Takes the selected words back in, or the passage with the caret.
    TakeIn,
    /// Shows or hides what is set aside.
    HideAside,
    /// Proposes what looks like small talk.
    ProposeSmallTalk,
    /// Searches and replaces.
    Replace,
    /// Removes the selected coding.
    RemoveCoding,
    /// Types in the text, or stops doing so.
    Correct,
    /// Shows the text beside what was imported, or no more.
    Compare,
    /// Gives the selected coding another code.
    Recode,
    /// Writes a memo about what is selected.
    Memo,
    /// Opens a room.
    Go(Room),
    /// Opens the place where coders are held against each other.
    Agreement,
    /// Exports the codebook in a format.
    ExportCodebook,
    /// Exports the code-structure figure.
    ExportStructure,
    /// Exports every coded segment.
    ExportSegments,
    /// Exports the whole study for other programs.
    ExportStudy,
    /// Exports the texts of the sources.
    ExportSources,
    /// Saves the whole study as one file.
    SaveAsOneFile,
    /// Opens a study in one file, or merges it with this one.
    OpenOneFile,
    /// Merges another copy of the study, in a folder.
    MergeFolder,
    /// Makes the text of the reader larger.
    TextLarger,
    /// Makes it smaller.
    TextSmaller,
    /// Makes it as it was.
    TextNormal,
    /// Makes everything larger.
    AllLarger,
    /// Makes everything smaller.
    AllSmaller,
    /// Shows or hides the inspector.
    Inspector,
    /// Changes between light and dark.
    SwitchLight,
    /// Changes between bokmål and English.
    SwitchLanguage,
    /// Shows the study itself: its name, what is in it, its memos.
    AboutStudy,
    /// Opens the help, or closes it.
    Help,
    /// Goes back to the first screen.
    CloseProject,
}

/// A command as it is listed.
#[derive(Debug)]
pub struct Listed {
    /// The command.
    pub command: Command,
    /// What it is called.
    pub title: fn(&Commands) -> &'static str,
    /// What it does, in a sentence.
    pub hint: fn(&Commands) -> &'static str,
    /// Its keys.
    pub keys: Option<KeyboardShortcut>,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

macro_rules! listed {
    ($command:expr, $title:ident, $hint:ident) => {
        Listed { command: $command, title: |c| c.$title, hint: |c| c.$hint, keys: None }
    };
    ($command:expr, $title:ident, $hint:ident, $modifiers:expr, $key:ident) => {
        Listed {
            command: $command,
            title: |c| c.$title,
            hint: |c| c.$hint,
            keys: Some(KeyboardShortcut::new($modifiers, Key::$key)),
        }
    };
}

/// To add a command: a variant, a line here, and its arm where commands are carried out.
pub const COMMANDS: &[Listed] = &[
    listed!(Command::Undo, undo, undo_hint, CTRL, Z),
    listed!(Command::Redo, redo, redo_hint, CTRL, Y),
    listed!(Command::Search, search, search_hint, CTRL, K),
    listed!(Command::Import, import, import_hint, CTRL, O),
    listed!(Command::ImportFolder, import_folder, import_folder_hint, CTRL.plus(Modifiers::SHIFT), O),
    listed!(Command::NewCode, new_code, new_code_hint, CTRL, N),
    listed!(Command::InVivo, in_vivo, in_vivo_hint, NONE, F3),
    listed!(Command::SelectTurn, select_turn, select_turn_hint, NONE, F4),
    listed!(Command::Correct, correct, correct_hint, CTRL, R),
    listed!(Command::Compare, compare, compare_hint, CTRL.plus(Modifiers::SHIFT), R),
    listed!(Command::Recode, recode, recode_hint, NONE, F6),
    listed!(Command::Memo, memo, memo_hint, CTRL, M),
    listed!(Command::RemoveCoding, remove_coding, remove_coding_hint, NONE, Delete),
    listed!(Command::Replace, replace, replace_hint, CTRL, H),
    listed!(Command::SetAside(Reason::SmallTalk), aside_small_talk, aside_hint, CTRL_SHIFT, S),
    listed!(Command::SetAside(Reason::Irrelevant), aside_irrelevant, aside_hint, CTRL_SHIFT, U),
    listed!(Command::SetAside(Reason::OffTheRecord), aside_off_the_record, aside_hint, CTRL_SHIFT, F),
    listed!(Command::TakeIn, take_in, take_in_hint, CTRL_SHIFT, T),
    listed!(Command::HideAside, hide_aside, hide_aside_hint, CTRL_SHIFT, H),
    listed!(Command::ProposeSmallTalk, propose_small_talk, propose_small_talk_hint),
    listed!(Command::Go(Room::Code), room_code, room_code_hint, CTRL, Num1),
    listed!(Command::Go(Room::Segments), room_segments, room_segments_hint, CTRL, Num2),
    listed!(Command::Go(Room::Cases), room_cases, room_cases_hint, CTRL, Num3),
    listed!(Command::Go(Room::Structure), room_structure, room_structure_hint, CTRL, Num4),
    listed!(Command::Go(Room::Words), room_words, room_words_hint, CTRL, Num7),
    listed!(Command::Go(Room::Search), room_search, room_search_hint, CTRL, F),
    listed!(Command::Go(Room::Analyses), room_analyses, room_analyses_hint, CTRL, Num9),
    listed!(Command::Go(Room::Review), room_review, room_review_hint, CTRL, Num8),
    listed!(Command::Agreement, agreement, agreement_hint),
    listed!(Command::Go(Room::Names), room_names, room_names_hint, CTRL, Num6),
    listed!(Command::Go(Room::History), room_history, room_history_hint, CTRL, Num5),
    listed!(Command::Go(Room::Settings), room_settings, room_settings_hint, CTRL, Comma),
    listed!(Command::ExportCodebook, export_codebook, export_codebook_hint, CTRL, E),
    listed!(Command::ExportStructure, export_structure, export_structure_hint),
    listed!(Command::ExportSegments, export_segments, export_segments_hint),
    listed!(Command::ExportStudy, export_study, export_study_hint),
    listed!(Command::ExportSources, export_sources, export_sources_hint),
    listed!(Command::SaveAsOneFile, save_as_one_file, save_as_one_file_hint),
    listed!(Command::OpenOneFile, open_one_file, open_one_file_hint),
    listed!(Command::MergeFolder, merge_folder, merge_folder_hint),
    listed!(Command::TextLarger, text_larger, text_larger_hint, CTRL, Plus),
    listed!(Command::TextSmaller, text_smaller, text_smaller_hint, CTRL, Minus),
    listed!(Command::TextNormal, text_normal, text_normal_hint, CTRL, Num0),
    listed!(Command::AllLarger, all_larger, all_larger_hint, CTRL.plus(Modifiers::ALT), Plus),
    listed!(Command::AllSmaller, all_smaller, all_smaller_hint, CTRL.plus(Modifiers::ALT), Minus),
    listed!(Command::Inspector, inspector, inspector_hint, NONE, F9),
    listed!(Command::SwitchLight, switch_light, switch_light_hint, CTRL, D),
    listed!(Command::SwitchLanguage, switch_language, switch_language_hint, CTRL, L),
    listed!(Command::AboutStudy, about_study, about_study_hint),
    listed!(Command::Help, help, help_hint, NONE, F1),
    listed!(Command::CloseProject, close_project, close_project_hint, CTRL, W),
];

/// The line of a command in the list.
pub fn listed(command: Command) -> Option<&'static Listed> {
    COMMANDS.iter().find(|listed| listed.command == command)
}

/// The key of a command's title among the phrases, by which the help names it.
pub fn key(command: Command) -> Option<&'static str> {
    let title = (listed(command)?.title)(Commands::of(Language::English));
    Commands::PAIRS.iter().find(|(.., english)| *english == title).map(|(key, ..)| *key)
}

/// The command that the help names by a key.
pub fn named(name: &str) -> Option<Command> {
    COMMANDS.iter().map(|listed| listed.command).find(|command| key(*command) == Some(name))
}

/// The keys of a command as they are shown, such as *Ctrl+K*.
pub fn keys(ctx: &egui::Context, command: Command) -> String {
    let keys = listed(command).and_then(|listed| listed.keys.as_ref());
    keys.map_or_else(String::new, |keys| ctx.format_shortcut(keys).replace("Comma", ","))
}

/// Which commands still act while somebody types in a field.
fn acts_while_typing(command: Command) -> bool {
    !matches!(
        command,
        Command::Undo
            | Command::Redo
            | Command::RemoveCoding
            | Command::Recode
            | Command::InVivo
            | Command::SelectTurn
            | Command::SetAside(_)
            | Command::TakeIn
    )
}

/// The commands whose keys were pressed, of those that can act now; the keys are used up.
pub fn pressed(ctx: &egui::Context, can_act: impl Fn(Command) -> bool) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    // Longer combinations first, so that Ctrl+Alt+Plus is not taken for Ctrl+Plus, nor Ctrl+Shift+H for Ctrl+H.
    let mut list: Vec<&Listed> = COMMANDS
        .iter()
        .filter(|listed| (!typing || acts_while_typing(listed.command)) && can_act(listed.command))
        .collect();
    list.sort_by_key(|listed| listed.keys.is_none_or(|keys| !keys.modifiers.alt && !keys.modifiers.shift));
    ctx.input_mut(|input| {
        let mut found = Vec::new();
        if !typing
            && can_act(Command::Redo)
            && input.consume_shortcut(&KeyboardShortcut::new(CTRL.plus(Modifiers::SHIFT), Key::Z))
        {
            found.push(Command::Redo);
        }
        if can_act(Command::TextLarger) && input.consume_shortcut(&KeyboardShortcut::new(CTRL, Key::Equals)) {
            found.push(Command::TextLarger);
        }
        for listed in list {
            if listed.keys.is_some_and(|keys| input.consume_shortcut(&keys)) {
                found.push(listed.command);
            }
        }
        found
    })
}
