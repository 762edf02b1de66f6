//! The command line: the same session as the window, without a display. One file a subcommand.

mod agreement;
mod analyse;
mod check;
mod code;
mod columns;
mod desk;
mod edit;
mod erase;
mod exclude;
mod export;
mod generate;
mod history;
mod import;
mod merge;
mod new;
mod pack;
mod pseudonymise;
mod sample;
mod unpack;

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, value_parser};

use self::desk::{Desk, Trouble};
use crate::lang::Language;
use crate::lang::cli::Cli;
use crate::session::exchange;
use crate::store::app_data::AppData;

/// What the program was asked to do.
#[derive(Debug)]
pub enum Asked {
    /// A subcommand has done its work, or failed and said why.
    Done(ExitCode),
    /// The window is wanted, on a study if one was named.
    Window(Option<PathBuf>),
}

/// A subcommand.
struct Subcommand {
    /// Its name, arguments and help.
    command: fn(&'static Cli, Language) -> Command,
    /// Does its work.
    run: fn(&ArgMatches, &mut Desk) -> Result<(), Trouble>,
}

/// To add one: a file, and a line here.
const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand { command: new::command, run: new::run },
    Subcommand { command: sample::command, run: sample::run },
    Subcommand { command: import::command, run: import::run },
    Subcommand { command: code::command, run: code::run },
    Subcommand { command: edit::command, run: edit::run },
    Subcommand { command: exclude::command, run: exclude::run },
    Subcommand { command: export::command, run: export::run },
    Subcommand { command: analyse::command, run: analyse::run },
    Subcommand { command: agreement::command, run: agreement::run },
    Subcommand { command: pack::command, run: pack::run },
    Subcommand { command: merge::command, run: merge::run },
    Subcommand { command: history::command, run: history::run },
    Subcommand { command: pseudonymise::command, run: pseudonymise::run },
    Subcommand { command: erase::command, run: erase::run },
    Subcommand { command: check::command, run: check::run },
    Subcommand { command: generate::command, run: generate::run },
    Subcommand { command: unpack::command, run: unpack::run },
];

/// Reads the arguments, the program's name first, and does what they ask.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    let data = AppData::of_this_user();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language_asked(&arguments).unwrap_or_else(|| language_of(&data));
    let matches = match command(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            // Help goes to standard output, misuse to standard error; nothing is left to do if neither can be written.
            return Asked::Done(error.print().map_or(ExitCode::FAILURE, |()| ExitCode::from(code)));
        }
    };
    let Some((name, below)) = matches.subcommand() else {
        return Asked::Window(matches.get_one::<PathBuf>("study").cloned());
    };
    let say = Cli::of(language);
    let chosen = SUBCOMMANDS.iter().find(|subcommand| (subcommand.command)(say, language).get_name() == name);
    let mut desk = Desk::new(data, language);
    let outcome = chosen.map_or(Ok(()), |subcommand| (subcommand.run)(below, &mut desk));
    Asked::Done(desk.leave(outcome))
}

/// Says on standard error what went wrong, with the causes below it, and gives the code to end with.
#[expect(clippy::print_stderr, reason = "this is where the program speaks")]
pub fn complain(error: &dyn Error) -> ExitCode {
    eprint!("kodebok: {error}");
    let mut cause = error.source();
    while let Some(below) = cause {
        eprint!(": {below}");
        cause = below.source();
    }
    eprintln!();
    ExitCode::FAILURE
}

fn command(language: Language) -> Command {
    let say = Cli::of(language);
    let tags = Language::ALL.map(Language::tag);
    let choice = Arg::new("language").long("language").value_name("TAG").help(say.language).global(true);
    let study = Arg::new("study").value_name("DIR").help(say.dir).value_parser(value_parser!(PathBuf));
    Command::new("kodebok")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say.about)
        .args_conflicts_with_subcommands(true)
        .arg(choice.value_parser(tags.to_vec()))
        .arg(study)
        .subcommands(SUBCOMMANDS.iter().map(|subcommand| (subcommand.command)(say, language)))
}

/// The language asked for among the arguments: help and complaints about them shall be in it too.
fn language_asked(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    let tag = words.by_ref().find_map(|word| word.strip_prefix("--language"))?;
    let tag = tag.strip_prefix('=').or_else(|| words.next())?;
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

/// The language chosen in the window, else that of the environment.
fn language_of(data: &AppData) -> Language {
    let from_environment = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    };
    let tag = data.preferences().language.or_else(from_environment).unwrap_or_default();
    Language::of_locale(&tag)
}

/// The folder of the study, as most subcommands take it.
fn dir(say: &'static Cli) -> Arg {
    Arg::new("dir").value_name("DIR").help(say.dir).required(true).value_parser(value_parser!(PathBuf))
}

fn json(say: &'static Cli) -> Arg {
    Arg::new("json").long("json").help(say.json).action(clap::ArgAction::SetTrue)
}

fn coder(say: &'static Cli) -> Arg {
    Arg::new("coder").long("coder").value_name("NAME").help(say.coder)
}

/// The file whose first line is a passphrase.
fn passphrase_file(help: &'static str) -> Arg {
    let file = Arg::new("passphrase-file").long("passphrase-file").value_name("FILE").help(help);
    file.value_parser(value_parser!(PathBuf))
}

/// The passphrase in the file that was named for it.
fn passphrase(arguments: &ArgMatches) -> Result<Option<String>, Trouble> {
    let Some(file) = arguments.get_one::<PathBuf>("passphrase-file") else { return Ok(None) };
    let bytes = exchange::read(file).map_err(Trouble::Store)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.lines().next().unwrap_or("").trim_start_matches('\u{feff}').to_owned()))
}

/// A path that clap has made sure of.
fn path<'m>(matches: &'m ArgMatches, name: &str) -> &'m PathBuf {
    matches.get_one(name).expect("clap requires it")
}

/// The name of a file or folder without what it lies in.
fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// Words that clap has made sure of.
fn words<'m>(matches: &'m ArgMatches, name: &str) -> &'m str {
    matches.get_one::<String>(name).expect("clap requires it")
}
