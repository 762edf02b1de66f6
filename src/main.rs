//! Kodebok: a subcommand works on the command line; without one the window opens.

use std::process::ExitCode;

use kodebok::cli::{self, Asked};
use kodebok::ui;

fn main() -> ExitCode {
    let study = match cli::run(std::env::args_os()) {
        Asked::Done(code) => return code,
        Asked::Window(study) => study,
    };
    match ui::run(study) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::complain(&error),
    }
}
